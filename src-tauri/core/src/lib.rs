//! # Upright's core: the plan of the house
//!
//! The rooms below are listed from the ground up. **A room may use only the rooms above it in this
//! list**; `tests/house` enforces it. Every room has `mod.rs` (what it is: types and rules),
//! `edit.rs` (what can be done) and `list.rs` (what can be asked); more files only for a concept
//! with a name of its own.
//!
//! The core never knows a window, a web view or the network. It tells the outside only by return
//! values, [`dossier::Changed`] and [`base::progress::Progress`].

/// Knows no domain: errors, problems, ids, clock, dates, files, texts, words, progress.
pub mod base;

/// Bytes of xlsx, xls, docx and csv, in and out, and the house look; no word of the domain.
pub mod office;

/// Built-in vocabularies, read only: States, sessions, mechanisms, positions, scales, verbs, symbols.
pub mod reference;

/// The open plan file, the only place with a database connection: open, schema, journal, undo, backup.
pub mod dossier;

/// Authors, agencies and their focal points.
pub mod people;

/// Recommendations: the record, its positions, tags and primary cluster.
pub mod recommendations;

/// How a recommendation is read: translations, agreed readings, the SMART check, corrigenda.
pub mod readings;

/// Labels to tag with: the built-in ones, and what the plan adds, renames and retires.
pub mod vocabularies;

/// Thematic groups of recommendations: the plan's own, and further schemes.
pub mod clusters;

/// Priorities by stated criteria, suggested from scores and confirmed by a person.
pub mod priorities;

/// What a record could be sorted under, from rules and from what is confirmed; a person decides.
pub mod suggestions;

/// How recommendations hang together: links across cycles and mechanisms, and what suggests them.
pub mod lineage;
/// Documents and reviews recommendations came from; the follow-up of the committees.
pub mod documents;

/// Actions (tasks) and their milestones.
pub mod plan;

/// Who leads, supports, is consulted, is informed or gives data; from when to when.
pub mod assignments;

/// What was done, by whom, when and from which file.
pub mod history;

/// Every count and formula, nowhere else.
pub mod figures;

/// What is due next to each mechanism.
pub mod calendar;

/// The register: filters, full text, sorting, pages of rows.
pub mod search;

/// Saved views: a name for a filter, its order, headings and columns.
pub mod views;

/// Foreign files → preview → plan.
pub mod import;

/// Reports drawn from the records, written as Excel workbooks.
pub mod reports;

/// Ways out: the plan as JSON, the register as CSV and in the tables of other programs.
pub mod export;

/// The demonstration plan of a fictional State.
pub mod demo;

/// The desk at which one plan lies open: opening, closing, recent plans, files chosen by a person.
pub mod desk;

/// The roof: the table of all commands. It reads like a contents page.
pub mod commands;
