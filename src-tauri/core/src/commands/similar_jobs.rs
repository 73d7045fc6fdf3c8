//! Near-duplicates at the table: compared on a snapshot, without the desk.

use super::args::HowMany;
use super::host::Host;
use crate::base::{Progress, Result};
use crate::dossier::Operation;
use crate::lineage::similar::{self, SimilarFound, SimilarWish};
use crate::lineage::{self, LinkKind, NewLink};

/// Offers of links, the most alike first. Nothing is changed.
pub(super) fn find_similar(
    host: &Host,
    wish: SimilarWish,
    progress: &Progress,
) -> Result<SimilarFound> {
    let snapshot = host.desk().read(similar::snapshot)?;
    similar::find(&snapshot, &wish, progress)
}

/// Accepts every offer that is alike enough, as one step. Contradictions are only taken where they
/// are asked for by their kind: they are questions, not findings.
pub(super) fn link_similar(host: &Host, wish: SimilarWish, progress: &Progress) -> Result<HowMany> {
    let snapshot = host.desk().read(similar::snapshot)?;
    let offers = similar::offers(&snapshot, &wish, progress)?;
    let links: Vec<NewLink> = offers
        .into_iter()
        .filter(|offer| offer.kind != LinkKind::Contradicts || !wish.kind.is_empty())
        .map(|offer| NewLink {
            from_id: offer.from_id,
            to_id: offer.to_id,
            kind: offer.kind,
            score: Some(offer.score),
            note: None,
        })
        .collect();
    if links.is_empty() {
        return Ok(HowMany::from(0));
    }
    let made = host.desk().change(Operation::new("link_similar"), |tx| {
        lineage::add_links(tx, &links)
    })?;
    Ok(HowMany::from(made))
}
