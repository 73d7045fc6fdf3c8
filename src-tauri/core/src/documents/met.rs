//! Documents and reviews met in an import: entered once, completed where something was open, never
//! changed and never brought back after a person took them out.

use rusqlite::named_params;

use super::ReviewKind;
use crate::base::Result;
use crate::base::word::word_of;
use crate::dossier::{Reader, Tx};
use crate::reference::symbols;

/// A document as an import met it, or a review without one.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Met {
    pub symbol: Option<String>,
    pub mechanism: String,
    pub body: Option<String>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    /// ISO day.
    pub published_on: Option<String>,
    pub language: Option<String>,
}

/// What a document says of its review, where it comes from one.
fn review_kind(met: &Met) -> Option<ReviewKind> {
    let kind = met.symbol.as_deref().and_then(symbols::parse);
    let kind = kind.map_or_else(String::new, |symbol| symbol.kind);
    match met.mechanism.as_str() {
        "UPR" | "PLEDGE" => {
            (met.session.is_some() || met.cycle.is_some()).then_some(ReviewKind::UprReview)
        }
        "TB" if kind == "tb_concluding_observations" || kind == "old_style_co" => {
            Some(ReviewKind::ConcludingObservations)
        }
        "SP" if kind == "hrc_addendum" => Some(ReviewKind::CountryVisit),
        "SPT" if kind == "spt_visit" => Some(ReviewKind::CountryVisit),
        _ => None,
    }
}

/// What the register lacks.
struct Lacks {
    document: bool,
    day: bool,
    review: bool,
}

fn lacks(reader: &Reader<'_>, met: &Met) -> Result<Lacks> {
    let known = match &met.symbol {
        // The table and not the living rows: what a person took out stays out.
        Some(symbol) => reader.find(
            "select published_on, deleted from document where symbol = :symbol order by deleted",
            named_params! {":symbol": symbol},
            |row| Ok((row.get::<_, Option<String>>(0)?, row.get::<_, bool>(1)?)),
        )?,
        None => None,
    };
    let review = match review_kind(met) {
        Some(_) => find_review(reader, met)?.is_none(),
        None => false,
    };
    Ok(Lacks {
        document: met.symbol.is_some() && known.is_none(),
        day: met.published_on.is_some() && matches!(known, Some((None, false))),
        review,
    })
}

/// Those of which the register lacks something.
pub(crate) fn unregistered(reader: &Reader<'_>, met: Vec<Met>) -> Result<Vec<Met>> {
    let mut lacking = Vec::new();
    for each in met {
        let lacks = lacks(reader, &each)?;
        if lacks.document || lacks.day || lacks.review {
            lacking.push(each);
        }
    }
    Ok(lacking)
}

/// Enters what the register lacks.
pub(crate) fn register(tx: &Tx<'_>, met: &[Met]) -> Result<()> {
    for each in met {
        let lacks = lacks(tx, each)?;
        let review = match review_kind(each) {
            Some(kind) if lacks.review => Some(enter_review(tx, each, kind)?),
            Some(_) => find_review(tx, each)?,
            None => None,
        };
        if let Some(symbol) = &each.symbol {
            if lacks.document {
                enter_document(tx, each, symbol, review.as_deref())?;
            } else if lacks.day {
                tx.execute(
                    "update document
                     set published_on = :day
                     where symbol = :symbol and deleted = 0",
                    named_params! {":symbol": symbol, ":day": each.published_on},
                )?;
            }
        }
    }
    Ok(())
}

/// The review of a met document, taken out or not.
fn find_review(reader: &Reader<'_>, met: &Met) -> Result<Option<String>> {
    let is_upr = matches!(met.mechanism.as_str(), "UPR" | "PLEDGE");
    reader.find(
        "select id
         from review
         where case
           when :is_upr then mechanism = 'UPR'
             and (session = :session or (session is null and cycle = :cycle))
           else mechanism = :mechanism and body is :body and document is :document
         end
         order by deleted, id",
        named_params! {
            ":is_upr": is_upr,
            ":session": met.session,
            ":cycle": met.cycle,
            ":mechanism": met.mechanism,
            ":body": met.body,
            ":document": met.symbol,
        },
        |row| row.get(0),
    )
}

fn enter_review(tx: &Tx<'_>, met: &Met, kind: ReviewKind) -> Result<String> {
    let id = tx.new_id();
    let is_upr = kind == ReviewKind::UprReview;
    let mechanism = if is_upr { "UPR" } else { &met.mechanism };
    tx.execute(
        "insert into review (id, kind, mechanism, body, cycle, session, document)
         values (:id, :kind, :mechanism, :body, :cycle, :session, :document)",
        named_params! {
            ":id": id,
            ":kind": word_of(&kind)?,
            ":mechanism": mechanism,
            ":body": met.body,
            ":cycle": met.cycle,
            ":session": met.session,
            ":document": met.symbol,
        },
    )?;
    Ok(id)
}

fn enter_document(tx: &Tx<'_>, met: &Met, symbol: &str, review: Option<&str>) -> Result<()> {
    let kind = symbols::parse(symbol).map_or_else(|| "other".to_owned(), |parsed| parsed.kind);
    tx.execute(
        "insert into document (id, symbol, kind, published_on, language, review_id)
         values (:id, :symbol, :kind, :published_on, :language, :review_id)",
        named_params! {
            ":id": tx.new_id(),
            ":symbol": symbol,
            ":kind": kind,
            ":published_on": met.published_on,
            ":language": met.language,
            ":review_id": review,
        },
    )?;
    Ok(())
}
