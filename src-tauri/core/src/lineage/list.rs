//! What a recommendation is linked with.

use rusqlite::named_params;

use super::Link;
use crate::base::Result;
use crate::base::word::from_word;
use crate::dossier::Reader;

/// The links of a record, seen from it: predecessors first, then by kind and reference.
///
/// # Errors
/// The storage's own.
pub fn list_links(reader: &Reader<'_>, id: &str) -> Result<Vec<Link>> {
    let mut links = reader.rows(
        "select l.id, l.kind, l.from_id = :id, r.id, r.reference, r.document, r.text, r.language,
                r.position, l.origin = 'similarity', l.score, l.note
         from live_recommendation_link l
         join live_recommendation r
           on r.id = case when l.from_id = :id then l.to_id else l.from_id end
         where l.decision = 'accepted' and (l.from_id = :id or l.to_id = :id)
         order by l.kind = 'follow_up_of' and l.from_id = :id desc, l.kind, r.sort_key, l.id",
        named_params! {":id": id},
        |row| {
            Ok(Link {
                id: row.get(0)?,
                kind: from_word(row, 1)?,
                is_forward: row.get(2)?,
                other_id: row.get(3)?,
                other_reference: row.get(4)?,
                other_document: row.get(5)?,
                other_text: row.get(6)?,
                other_language: row.get(7)?,
                other_position: row.get(8)?,
                is_from_similarity: row.get(9)?,
                score: row.get(10)?,
                note: row.get(11)?,
            })
        },
    )?;
    for link in &mut links {
        link.is_forward |= link.kind.is_symmetric();
    }
    Ok(links)
}
