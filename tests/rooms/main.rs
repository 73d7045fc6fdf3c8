//! One behaviour a test, through public doors only.

mod assignments;
mod base;
mod calendar;
mod clusters;
mod commands;
mod demo;
mod desk;
mod documents;
mod dossier;
mod export;
mod figures;
mod history;
mod import;
mod lineage;
mod people;
mod plan;
mod priorities;
mod readings;
mod recommendations;
mod reference;
mod reports;
mod search;
mod vocabularies;
mod views;
mod suggestions;
