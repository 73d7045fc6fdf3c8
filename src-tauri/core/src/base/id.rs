//! Ids of records: UUID v7 as text, or a counted form for reproducible plans and tests.

use uuid::Uuid;

/// Where new ids come from.
#[derive(Debug)]
pub enum Ids {
    /// Random, sorted by time of making (UUID v7).
    Random,
    /// Counted from a seed: the same steps give the same ids. For the demo plan and for tests.
    Counted { seed: u64, next: u64 },
}

impl Ids {
    #[must_use]
    pub fn counted(seed: u64) -> Self {
        Ids::Counted { seed, next: 1 }
    }

    pub fn make(&mut self) -> String {
        match self {
            Ids::Random => Uuid::now_v7().to_string(),
            Ids::Counted { seed, next } => {
                let id = Uuid::from_u64_pair(*seed, *next);
                *next += 1;
                id.to_string()
            }
        }
    }
}
