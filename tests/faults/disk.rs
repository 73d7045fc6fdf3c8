//! A disk in memory that remembers what a power cut would leave of it.
//!
//! Every file has the bytes the program sees and the bytes that survive for certain; between the
//! two wait the writes since the last sync. The directory is kept the same way: a file created or
//! unlinked is certain only after the directory itself was synced. A cut keeps a random part of
//! what waits, and tears writes at sectors of 512 bytes.
//!
//! The disk can also fail: one operation, all operations from one on, or every write that would
//! make it fuller than it is allowed to be.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use kit::chance::Chance;

use crate::sectors::{Change, File, SECTOR, luck};

/// File name → bytes, as they lie on the disk after a cut.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Which file an open handle means, whatever its name is by now.
pub type FileNumber = usize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The device reports an error.
    Broken,
    /// No room left.
    Full,
    /// There is no such file.
    Missing,
}

/// When operations fail. Operations are counted from 1, reads included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    None,
    /// Only this operation fails.
    Once(u64),
    /// This operation and all later ones fail.
    From(u64),
    /// Writes fail that would take all files together over so many bytes.
    Capacity(usize),
}

/// What one cut left, and how many changes had been acknowledged by then.
#[derive(Debug)]
pub struct Cut {
    pub files: Files,
    pub acknowledged: usize,
    /// What the disk was doing, for the message of a failing test.
    pub during: String,
}

#[derive(Debug, Clone)]
enum Entry {
    Create(String, FileNumber),
    Remove(String),
}

struct Watch {
    chance: Chance,
    cuts_each: usize,
    cuts: Vec<Cut>,
}

struct State {
    files: Vec<File>,
    seen: BTreeMap<String, FileNumber>,
    certain: BTreeMap<String, FileNumber>,
    waiting: Vec<Entry>,
    trouble: Trouble,
    operations: u64,
    troubled: bool,
    chance: Chance,
    acknowledged: usize,
    watch: Option<Watch>,
}

pub struct Disk(Mutex<State>);

impl Disk {
    /// A disk that holds `files`, all of them certain.
    pub fn holding(files: Files) -> Self {
        Disk(Mutex::new(State::holding(files)))
    }

    pub fn empty() -> Self {
        Self::holding(Files::new())
    }

    /// Puts other files in the place of all there were, and forgets trouble and watch.
    /// Only while no file is open.
    pub fn replace(&self, files: Files) {
        *self.state() = State::holding(files);
    }

    /// From now on takes `cuts_each` random cuts after every operation that changes the disk.
    pub fn watch(&self, seed: u64, cuts_each: usize) {
        let mut state = self.state();
        state.settle();
        state.watch = Some(Watch {
            chance: Chance::new(seed),
            cuts_each,
            cuts: Vec::new(),
        });
    }

    /// The cuts taken since the last call.
    pub fn take_cuts(&self) -> Vec<Cut> {
        match &mut self.state().watch {
            Some(watch) => std::mem::take(&mut watch.cuts),
            None => Vec::new(),
        }
    }

    /// Tells the disk that so many changes have been acknowledged to the person.
    pub fn acknowledge(&self, changes: usize) {
        self.state().acknowledged = changes;
    }

    /// Counts operations from 1 again and lets them fail as told.
    pub fn trouble(&self, trouble: Trouble, seed: u64) {
        let mut state = self.state();
        state.trouble = trouble;
        state.operations = 0;
        state.troubled = false;
        state.chance = Chance::new(seed);
    }

    /// Did an operation fail since the last call of [`Disk::trouble`]?
    pub fn was_troubled(&self) -> bool {
        self.state().troubled
    }

    /// The files as the program sees them: what is there when only the program ends.
    pub fn files(&self) -> Files {
        let state = self.state();
        state
            .seen
            .iter()
            .map(|(name, number)| (name.clone(), state.files[*number].seen.clone()))
            .collect()
    }

    pub fn open(&self, name: Option<&str>, create: bool) -> Result<(FileNumber, bool), Refusal> {
        let mut state = self.state();
        if let Some(number) = name.and_then(|name| state.seen.get(name).copied()) {
            state.operate()?;
            return Ok((number, false));
        }
        if !create {
            return Err(Refusal::Missing);
        }
        state.operate()?;
        let number = state.files.len();
        state.files.push(File::default());
        if let Some(name) = name {
            state.seen.insert(name.to_owned(), number);
            state.waiting.push(Entry::Create(name.to_owned(), number));
            state.cut("creating", name);
        }
        Ok((number, true))
    }

    pub fn exists(&self, name: &str) -> Result<bool, Refusal> {
        let mut state = self.state();
        state.operate()?;
        Ok(state.seen.contains_key(name))
    }

    /// Fills `into` from `at`; returns how many bytes there were.
    pub fn read(&self, file: FileNumber, at: usize, into: &mut [u8]) -> Result<usize, Refusal> {
        let mut state = self.state();
        state.operate()?;
        let bytes = &state.files[file].seen;
        let from = at.min(bytes.len());
        let count = into.len().min(bytes.len() - from);
        into[..count].copy_from_slice(&bytes[from..from + count]);
        into[count..].fill(0);
        Ok(count)
    }

    pub fn write(&self, file: FileNumber, at: usize, bytes: &[u8]) -> Result<(), Refusal> {
        let mut state = self.state();
        if let Trouble::Capacity(capacity) = state.trouble {
            let grown = (at + bytes.len()).saturating_sub(state.files[file].seen.len());
            if grown > 0 && state.used() + grown > capacity {
                state.troubled = true;
                return Err(Refusal::Full);
            }
        }
        if let Err(refusal) = state.operate() {
            // A device that fails may have taken part of it.
            let part = state.chance.below(bytes.len() / SECTOR + 1) * SECTOR;
            state.change(
                file,
                Change::Write {
                    at,
                    bytes: bytes[..part].to_vec(),
                },
            );
            return Err(refusal);
        }
        state.change(
            file,
            Change::Write {
                at,
                bytes: bytes.to_vec(),
            },
        );
        state.cut_file("writing", file);
        Ok(())
    }

    pub fn set_length(&self, file: FileNumber, length: usize) -> Result<(), Refusal> {
        let mut state = self.state();
        state.operate()?;
        state.change(file, Change::Length(length));
        state.cut_file("truncating", file);
        Ok(())
    }

    pub fn length(&self, file: FileNumber) -> Result<usize, Refusal> {
        let mut state = self.state();
        state.operate()?;
        Ok(state.files[file].seen.len())
    }

    pub fn sync(&self, file: FileNumber) -> Result<(), Refusal> {
        let mut state = self.state();
        state.operate()?;
        state.files[file].settle();
        state.cut_file("syncing", file);
        Ok(())
    }

    pub fn sync_directory(&self) -> Result<(), Refusal> {
        let mut state = self.state();
        state.operate()?;
        state.waiting.clear();
        state.certain = state.seen.clone();
        state.cut("syncing", "the directory");
        Ok(())
    }

    pub fn remove(&self, name: &str) -> Result<(), Refusal> {
        let mut state = self.state();
        if !state.seen.contains_key(name) {
            return Err(Refusal::Missing);
        }
        state.operate()?;
        state.seen.remove(name);
        state.waiting.push(Entry::Remove(name.to_owned()));
        state.cut("removing", name);
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn holding(files: Files) -> Self {
        let mut seen = BTreeMap::new();
        let mut kept = Vec::new();
        for (name, bytes) in files {
            seen.insert(name, kept.len());
            kept.push(File::holding(bytes));
        }
        State {
            files: kept,
            certain: seen.clone(),
            seen,
            waiting: Vec::new(),
            trouble: Trouble::None,
            operations: 0,
            troubled: false,
            chance: Chance::new(0),
            acknowledged: 0,
            watch: None,
        }
    }

    /// Everything waiting becomes certain.
    fn settle(&mut self) {
        self.waiting.clear();
        self.certain = self.seen.clone();
        self.files.iter_mut().for_each(File::settle);
    }

    fn used(&self) -> usize {
        self.seen
            .values()
            .map(|number| self.files[*number].seen.len())
            .sum()
    }

    /// Counts the operation and fails it where it is its turn.
    fn operate(&mut self) -> Result<(), Refusal> {
        self.operations += 1;
        let fails = match self.trouble {
            Trouble::None | Trouble::Capacity(_) => false,
            Trouble::Once(turn) => self.operations == turn,
            Trouble::From(turn) => self.operations >= turn,
        };
        if fails {
            self.troubled = true;
            return Err(Refusal::Broken);
        }
        Ok(())
    }

    fn change(&mut self, file: FileNumber, change: Change) {
        // Nobody asks what a cut leaves of a disk that is not watched.
        let is_watched = self.watch.is_some();
        self.files[file].change(change, is_watched);
    }

    fn cut_file(&mut self, doing: &str, file: FileNumber) {
        if self.watch.is_none() {
            return;
        }
        let name = self
            .seen
            .iter()
            .find(|(_, number)| **number == file)
            .map_or_else(|| "an unnamed file".to_owned(), |(name, _)| name.clone());
        self.cut(doing, &name);
    }

    fn cut(&mut self, doing: &str, name: &str) {
        let Some(mut watch) = self.watch.take() else {
            return;
        };
        for _ in 0..watch.cuts_each {
            let files = self.survivors(&mut watch.chance);
            watch.cuts.push(Cut {
                files,
                acknowledged: self.acknowledged,
                during: format!("{doing} {name}"),
            });
        }
        self.watch = Some(watch);
    }

    fn survivors(&self, chance: &mut Chance) -> Files {
        let mut directory = self.certain.clone();
        let luck = luck(chance);
        for entry in &self.waiting {
            if chance.in_hundred(luck) {
                match entry {
                    Entry::Create(name, number) => directory.insert(name.clone(), *number),
                    Entry::Remove(name) => directory.remove(name),
                };
            }
        }
        directory
            .into_iter()
            .map(|(name, number)| (name, self.files[number].survivor(chance)))
            .collect()
    }
}
