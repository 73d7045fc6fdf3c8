//! How recommendations hang together across cycles and mechanisms: the same, overlapping, reinforcing,
//! following up, contradicting, following from one another (I21). Links are made by a person; the
//! comparison of texts ([`similar`]) only offers them, with the words that led to it.

mod edit;
mod list;
mod moment;
pub mod similar;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use edit::{ManyLinks, NewLink, add_links, reject_links, remove_links};
pub use list::list_links;

/// What one recommendation is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// They ask for the same.
    Same,
    /// They ask partly for the same.
    Overlaps,
    /// The first gives the second more weight.
    Reinforces,
    /// The first asks again for what the second asked in an earlier cycle or at an earlier date.
    FollowUpOf,
    /// They cannot both be carried out as they stand.
    Contradicts,
    /// The first is a consequence of the second.
    FollowsFrom,
}

impl LinkKind {
    /// True where it holds in both directions: such a link is stored once.
    #[must_use]
    pub fn is_symmetric(self) -> bool {
        matches!(
            self,
            LinkKind::Same | LinkKind::Overlaps | LinkKind::Contradicts
        )
    }

    /// True where a chain of them may not come back to its beginning.
    #[must_use]
    pub fn is_lineage(self) -> bool {
        matches!(self, LinkKind::FollowUpOf | LinkKind::FollowsFrom)
    }
}

/// A link as it is seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Link {
    pub id: String,
    pub kind: LinkKind,
    /// True where the record asked about is the first of the kind's sentence ("follows up …"), false
    /// where it is the second ("followed up by …"). True for what holds both ways.
    pub is_forward: bool,
    pub other_id: String,
    pub other_reference: String,
    pub other_document: Option<String>,
    pub other_text: String,
    pub other_language: String,
    pub other_position: Option<String>,
    /// The comparison of texts offered it.
    pub is_from_similarity: bool,
    /// 0 to 100, where it was offered.
    pub score: Option<u8>,
    pub note: Option<String>,
}
