//! Arguments of commands about focal points.

use serde::Deserialize;
use ts_rs::TS;

use crate::people::NewFocalPoint;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddFocalPoint {
    pub agency_id: String,
    pub focal_point: NewFocalPoint,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditFocalPoint {
    pub id: String,
    pub focal_point: NewFocalPoint,
}
