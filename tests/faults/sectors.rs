//! The bytes of one file on the disk in memory, and what a power cut leaves of them: each sector of
//! each unsynced write is kept or lost on its own.

use kit::chance::Chance;

pub const SECTOR: usize = 512;

#[derive(Debug, Clone)]
pub enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Debug, Default)]
pub struct File {
    /// As the program sees it.
    pub seen: Vec<u8>,
    /// As it survives whatever happens.
    certain: Vec<u8>,
    waiting: Vec<Change>,
}

impl File {
    /// A file whose bytes are certain.
    pub fn holding(bytes: Vec<u8>) -> Self {
        File {
            seen: bytes.clone(),
            certain: bytes,
            waiting: Vec::new(),
        }
    }

    /// Takes a change; where `is_watched`, it is remembered as one that a cut may lose.
    pub fn change(&mut self, change: Change, is_watched: bool) {
        apply(&mut self.seen, &change);
        if is_watched {
            self.waiting.push(change);
        }
    }

    /// Everything waiting becomes certain.
    pub fn settle(&mut self) {
        self.waiting.clear();
        self.certain.clone_from(&self.seen);
    }

    /// What a cut leaves of it.
    pub fn survivor(&self, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = self.certain.clone();
        let luck = luck(chance);
        // Room that was given but never written holds zeros on one file system, rubbish on another.
        let filler = if chance.in_hundred(50) { 0 } else { 0xa5 };
        for change in &self.waiting {
            match change {
                Change::Write { at, bytes: written } => {
                    let end = at + written.len();
                    if end > bytes.len() && chance.in_hundred(luck) {
                        bytes.resize(end, filler);
                    }
                    for sector in at / SECTOR..end.div_ceil(SECTOR) {
                        if chance.in_hundred(luck) {
                            let from = (sector * SECTOR).max(*at);
                            let to = ((sector + 1) * SECTOR).min(end);
                            if bytes.len() < to {
                                bytes.resize(to, filler);
                            }
                            bytes[from..to].copy_from_slice(&written[from - at..to - at]);
                        }
                    }
                }
                Change::Length(length) => {
                    if chance.in_hundred(luck) {
                        bytes.resize(*length, filler);
                    }
                }
            }
        }
        bytes
    }
}

/// How much of what waits is kept: usually some, now and then nothing or everything.
pub fn luck(chance: &mut Chance) -> usize {
    *chance.pick(&[0, 10, 50, 50, 90, 100])
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Write { at, bytes: written } => {
            if written.is_empty() {
                return;
            }
            let end = at + written.len();
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[*at..end].copy_from_slice(written);
        }
        Change::Length(length) => bytes.resize(*length, 0),
    }
}
