//! The fields of an annotation and the many names they go by: OHCHR's headers with their misspellings
//! ("Reccomending Body"), the corrected ones, and the names of the JSON file.

use super::super::clean::key;

/// What a value of an annotation means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Text,
    Countries,
    Body,
    Symbol,
    Themes,
    Persons,
    Sdgs,
    Published,
    States,
    Positions,
    Kind,
    Id,
    Session,
    Cycle,
}

/// The field a header or name stands for; `None` for what is not read (regions, dates of the Index).
pub(super) fn named(name: &str) -> Option<Field> {
    // "_type", "_source": marks of whoever keeps the record; "_id" is the record's own key.
    if name.starts_with('_') && name != "_id" {
        return None;
    }
    Some(match key(name).as_str() {
        "text" => Field::Text,
        "countriesconcerned" | "countries" | "countryconcerned" | "country" => Field::Countries,
        "reccomendingbody" | "recommendingbody" | "body" => Field::Body,
        "documentsymbol" | "symbol" => Field::Symbol,
        "themes" => Field::Themes,
        "affectedpersons" => Field::Persons,
        "sdgs" => Field::Sdgs,
        "documentpublicationdate" | "publicationdate" | "date" => Field::Published,
        "uprreccomendingstates"
        | "uprrecommendingstates"
        | "uprrecommendingcountry"
        | "uprrecommendingcountries" => Field::States,
        "uprposition" | "uprpositions" => Field::Positions,
        "type" | "annotationtype" => Field::Kind,
        "ohchrannotationid" | "annotationid" | "id" => Field::Id,
        "uprsession" | "uprsessions" => Field::Session,
        "uprcycle" => Field::Cycle,
        _ => return None,
    })
}

/// Whether these fields together are an annotation and nothing else.
pub(super) fn are_an_annotation(fields: &[Field]) -> bool {
    let has = |field: Field| fields.contains(&field);
    has(Field::Text)
        && has(Field::Countries)
        && has(Field::Symbol)
        && (has(Field::Id) || has(Field::Body))
}
