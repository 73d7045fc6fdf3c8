//! What can be done with documents.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::list;
use crate::base::patch::given;
use crate::base::text::squeeze;
use crate::base::{Error, Result, date};
use crate::dossier::{Reader, Tx};
use crate::reference::symbols;

/// A document to be entered.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewDocument {
    pub symbol: String,
    /// As the symbol says where absent.
    pub kind: Option<String>,
    pub title: Option<String>,
    pub published_on: Option<String>,
    pub language: Option<String>,
    pub review_id: Option<String>,
    pub note: Option<String>,
}

/// Enters a document; gives its id.
///
/// # Errors
/// `symbol-missing`, `document-known`, `document-kind-unknown`, `date-not-understood`,
/// `record-not-found` for the review.
pub fn add_document(tx: &Tx<'_>, new: &NewDocument) -> Result<String> {
    let symbol = symbol_of(&new.symbol)?;
    refuse_known(tx, &symbol)?;
    let id = tx.new_id();
    let kind = symbols::parse(&symbol).map_or_else(|| "other".to_owned(), |parsed| parsed.kind);
    tx.execute(
        "insert into document (id, symbol, kind) values (:id, :symbol, :kind)",
        named_params! {":id": id, ":symbol": symbol, ":kind": kind},
    )?;
    let patch = DocumentPatch {
        symbol: None,
        kind: new.kind.clone(),
        title: Some(new.title.clone()),
        published_on: Some(new.published_on.clone()),
        language: Some(new.language.clone()),
        review_id: Some(new.review_id.clone()),
        note: Some(new.note.clone()),
    };
    edit_document(tx, &id, &patch)?;
    Ok(id)
}

/// Changed fields of a document; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DocumentPatch {
    pub symbol: Option<String>,
    pub kind: Option<String>,
    #[serde(deserialize_with = "given")]
    pub title: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub published_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub language: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub review_id: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub note: Option<Option<String>>,
}

/// Changes a document. Its symbol only while no recommendation stands in it: where a recommendation
/// stands is not changed from here.
///
/// # Errors
/// As [`add_document`]; `document-in-use`.
pub fn edit_document(tx: &Tx<'_>, id: &str, patch: &DocumentPatch) -> Result<()> {
    let mut document = list::get_document(tx, id)?;
    if let Some(symbol) = &patch.symbol {
        let symbol = symbol_of(symbol)?;
        if symbol != document.symbol {
            refuse_in_use(&document)?;
            refuse_known(tx, &symbol)?;
            document.symbol = symbol;
        }
    }
    if let Some(kind) = &patch.kind {
        if !symbols::kinds().contains(kind) {
            return Err(Error::person("document-kind-unknown").with("kind", kind));
        }
        document.kind.clone_from(kind);
    }
    take(&mut document.title, patch.title.as_ref());
    take(&mut document.language, patch.language.as_ref());
    take(&mut document.note, patch.note.as_ref());
    take(&mut document.review_id, patch.review_id.as_ref());
    if let Some(Some(review)) = &patch.review_id {
        list::get_review(tx, review)?;
    }
    if let Some(day) = &patch.published_on {
        document.published_on = iso_day(day.as_deref())?;
    }
    tx.execute(
        "update document
         set symbol = :symbol, kind = :kind, title = :title, published_on = :published_on,
             language = :language, review_id = :review_id, note = :note
         where id = :id",
        named_params! {
            ":id": id,
            ":symbol": document.symbol,
            ":kind": document.kind,
            ":title": document.title,
            ":published_on": document.published_on,
            ":language": document.language,
            ":review_id": document.review_id,
            ":note": document.note,
        },
    )?;
    tx.name_with("symbol", &document.symbol);
    Ok(())
}

/// Takes a document out of the register. Recommendations that stand in it keep its symbol.
///
/// # Errors
/// `record-not-found`.
pub fn remove_document(tx: &Tx<'_>, id: &str) -> Result<()> {
    let document = list::get_document(tx, id)?;
    tx.execute(
        "update document set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with("symbol", &document.symbol);
    Ok(())
}

/// A symbol as the United Nations writes it, where it is one; else the words without needless blanks.
pub(super) fn symbol_of(written: &str) -> Result<String> {
    let written = squeeze(written);
    if written.is_empty() {
        return Err(Error::person("symbol-missing"));
    }
    Ok(symbols::parse(&written).map_or(written, |parsed| parsed.symbol))
}

/// Sets a text where the patch speaks of it; an empty one is none.
pub(super) fn take(field: &mut Option<String>, new: Option<&Option<String>>) {
    if let Some(new) = new {
        *field = new.as_deref().map(squeeze).filter(|text| !text.is_empty());
    }
}

/// An ISO day, checked; an empty text is none.
pub(super) fn iso_day(written: Option<&str>) -> Result<Option<String>> {
    let written = written.filter(|text| !text.trim().is_empty());
    Ok(written.map(date::parse).transpose()?.map(date::iso))
}

fn refuse_known(reader: &Reader<'_>, symbol: &str) -> Result<()> {
    let known = reader.count(
        "select count(*) from live_document where symbol = :symbol",
        named_params! {":symbol": symbol},
    )?;
    match known {
        0 => Ok(()),
        _ => Err(Error::person("document-known").with("symbol", symbol)),
    }
}

fn refuse_in_use(document: &super::Document) -> Result<()> {
    match document.recommendations {
        0 => Ok(()),
        count => Err(Error::person("document-in-use")
            .with("symbol", &document.symbol)
            .with("count", count)),
    }
}
