//! Who takes part: the authors of changes, the agencies (ministries and others) and their focal
//! points (the report, §4.2.1). Names of persons are personal data: they stay in the plan and never
//! travel into a report by themselves.

mod edit;
mod list;
mod profile;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use edit::{
    AddAgencies, AgencyPatch, NewFocalPoint, add_agencies, add_author, add_focal_point,
    edit_agency, edit_focal_point, remove_agency, remove_focal_point,
};
pub use list::{find_agency, get_agency, list_agencies, list_authors};
pub use profile::{Profile, ProfilePatch, edit_profile, get_profile};

/// A person who makes changes in this plan, chosen from a short list at opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Author {
    pub id: String,
    pub name: String,
}

/// A ministry or another body with a role in following up recommendations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Agency {
    pub id: String,
    pub name: String,
    /// Shown in columns; unique among the living, made from the name where none was given.
    pub short_name: String,
    pub kind: AgencyKind,
    pub note: Option<String>,
    pub focal_points: Vec<FocalPoint>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgencyKind {
    Ministry,
    Agency,
    Parliament,
    Judiciary,
    Local,
    Statistics,
    Nhri,
    CivilSociety,
    International,
    Other,
}

/// The contact inside an agency, with a period of validity (the report, §4.2.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FocalPoint {
    pub id: String,
    pub agency_id: String,
    pub name: String,
    pub function: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub kind: FocalPointKind,
    /// ISO dates; open where absent.
    pub from_on: Option<String>,
    pub to_on: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FocalPointKind {
    Main,
    Alternate,
}
