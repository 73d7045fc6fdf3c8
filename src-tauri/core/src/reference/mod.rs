//! Reference: the vocabularies every plan stands on — States, UPR sessions, mechanisms, committees,
//! positions, status scales, action categories, document symbols, themes, groups and SDGs.
//!
//! The tables of `assets/reference` are compiled in, read once and never written: a plan keeps codes
//! and labels, this room says what they mean. What a country adds to a vocabulary belongs to the
//! plan, not here. Words shown to a person are Fluent ids of `reference.ftl` where a type has a
//! `label_key`; State names and UN labels (themes, groups, issues) are data and stay as the UN
//! writes them, in English for now.

/// Which body a label of a foreign file names.
pub mod bodies;
/// Action categories of a recommendation and the suggestion drawn from its verb.
pub mod categories;
/// Who makes recommendations: the UPR, treaty bodies, special procedures and others.
pub mod mechanisms;
/// What a State answered to a recommendation.
pub mod positions;
/// Scales on which implementation is judged.
pub mod scales;
/// UPR sessions and cycles.
pub mod sessions;
/// Special procedures, and who could take a matter up.
pub mod special_procedures;
/// Words of foreign tables: headings of columns and spellings of values.
pub mod spellings;
/// States: codes, names, regional groups, and the name people write.
pub mod states;
/// Document symbols of the United Nations.
pub mod symbols;
/// Reading of the tables compiled in.
pub(crate) mod table;
/// Treaties and their articles.
pub mod treaties;
/// Committees that watch over the treaties.
pub mod treaty_bodies;
/// Words that leave open what is to be done.
pub mod vagueness;
/// Themes, groups of persons, issues, SDGs, clusters and short value lists.
pub mod vocabularies;
/// Words of a recommendation as the category rules see them.
mod wording;
