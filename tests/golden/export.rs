//! The JSON Schema of an exported plan, beside its description in `docs`.

use std::fs;
use std::path::PathBuf;

use kit::json_schema::json_schema;
use kit::sample::Sample;

use crate::is_writing;

#[test]
fn the_json_schema_in_the_documents_is_that_of_the_plan_file() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let file = folder.join("export-json.schema.json");
    let drawn = format!("{:#}\n", json_schema(&Sample::new().dossier));
    if is_writing() {
        fs::write(&file, &drawn).expect("written");
    }
    let kept = fs::read_to_string(&file).expect("docs/export-json.schema.json");
    assert_eq!(kept, drawn, "write it anew with UPRIGHT_GOLDEN=write");
}
