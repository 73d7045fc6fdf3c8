//! A set of places on the board, one bit each: filters are put together and counted a word at a time.

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    bits: Vec<u64>,
}

const WIDTH: usize = 64;

impl Places {
    /// No place of a board with `size` records.
    #[must_use]
    pub fn none(size: usize) -> Self {
        Places {
            bits: vec![0; size.div_ceil(WIDTH)],
        }
    }

    /// Every place.
    #[must_use]
    pub fn all(size: usize) -> Self {
        let mut places = Places {
            bits: vec![u64::MAX; size.div_ceil(WIDTH)],
        };
        let over = places.bits.len() * WIDTH - size;
        if let Some(last) = places.bits.last_mut() {
            *last >>= over;
        }
        places
    }

    pub fn add(&mut self, place: u32) {
        let (word, bit) = split(place);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bit;
        }
    }

    pub fn add_all(&mut self, places: &[u32]) {
        for place in places {
            self.add(*place);
        }
    }

    #[must_use]
    pub fn has(&self, place: u32) -> bool {
        let (word, bit) = split(place);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Keeps what `other` has too.
    pub fn keep(&mut self, other: &Places) {
        for (mine, theirs) in self.bits.iter_mut().zip(&other.bits) {
            *mine &= theirs;
        }
    }

    /// Takes out what `other` has.
    pub fn take_out(&mut self, other: &Places) {
        for (mine, theirs) in self.bits.iter_mut().zip(&other.bits) {
            *mine &= !theirs;
        }
    }

    /// Adds what `other` has.
    pub fn join(&mut self, other: &Places) {
        for (mine, theirs) in self.bits.iter_mut().zip(&other.bits) {
            *mine |= theirs;
        }
    }

    #[must_use]
    pub fn count(&self) -> u32 {
        self.bits.iter().map(|word| word.count_ones()).sum()
    }

    /// How many of `places` are in the set.
    #[must_use]
    pub fn count_of(&self, places: &[u32]) -> u32 {
        places.iter().map(|place| u32::from(self.has(*place))).sum()
    }

    /// The places in their order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..).zip(&self.bits).flat_map(|(number, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                Some(number * u64::BITS + bit)
            })
        })
    }
}

fn split(place: u32) -> (usize, u64) {
    let word = usize::try_from(place / u64::BITS).unwrap_or(usize::MAX);
    (word, 1 << (place % u64::BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_added_and_no_place_beyond_its_size() {
        for size in [0, 1, 63, 64, 65, 130] {
            let all = Places::all(size);
            let places: Vec<u32> = all.iter().collect();
            assert_eq!(
                places,
                (0..u32::try_from(size).unwrap()).collect::<Vec<_>>()
            );
        }
        let mut some = Places::none(130);
        some.add_all(&[0, 64, 129]);
        assert!(some.has(64) && !some.has(65) && !some.has(4_000));
        assert_eq!((some.count(), some.count_of(&[0, 1, 129])), (3, 2));
        let mut rest = Places::all(130);
        rest.take_out(&some);
        assert_eq!(rest.count(), 127);
        rest.join(&some);
        rest.keep(&some);
        assert_eq!(rest, some);
    }
}
