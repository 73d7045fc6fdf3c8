//! The child process that reads foreign files, for tests: their own program has no such door.
//!
//! With `bare FILE` it reads without any limit, as the program itself would without a child: the
//! negative control of the hostile corpus.

fn main() {
    upright_core::import::worker::run_if_child();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [bare, file] = arguments.as_slice()
        && bare == "bare"
    {
        let bytes = std::fs::read(file).unwrap();
        let refused = upright_core::import::ForeignFile::open(&bytes).is_err();
        std::process::exit(i32::from(refused));
    }
}
