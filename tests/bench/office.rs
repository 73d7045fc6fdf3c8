//! A plan on a real disk, filled through the rooms' own verbs.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use upright_core::assignments::{Assign, Role, SubjectKind, assign};
use upright_core::base::{Clock, Progress};
use upright_core::clusters::{NewCluster, add_cluster};
use upright_core::commands::Host;
use upright_core::desk::Home;
use upright_core::dossier::Operation;
use upright_core::import::{self, Draft, DraftState, Format, Parsed, Reading, SourceFile};
use upright_core::people::{AgencyKind, add_agencies};
use upright_core::plan::{NewAction, add_action};
use upright_core::recommendations::{RecommendationPatch, edit_recommendations};

use crate::texts::{CLUSTERS, draft};

pub struct Office {
    pub host: Host,
    folder: TempDir,
}

impl Office {
    /// A new plan, open, on the disk on which this program lies.
    pub fn furnish() -> Self {
        let program = std::env::current_exe().expect("this program");
        let folder = tempfile::tempdir_in(program.parent().expect("a folder")).expect("a folder");
        let host = Host::new(Home::at(folder.path().join("home")), Clock::System);
        host.desk().let_paths_be_handles();
        let office = Office { host, folder };
        let file = office.plan();
        let args =
            json!({"file": file, "title": "Follow-up", "state": "MAR", "author": "Ana Officer"});
        office.call("create_plan", args);
        office
    }

    pub fn plan(&self) -> PathBuf {
        self.path().join("plan.upright")
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn call(&self, name: &str, args: Value) -> Value {
        self.host
            .call(name, args, &Progress::silent())
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Writes what a reader of foreign files drafted, as one import.
    pub fn import(&self, parsed: &Parsed) {
        self.host
            .desk()
            .change(import::operation(parsed), |tx| {
                import::apply(tx, parsed, &Progress::silent())
            })
            .expect("imported");
    }

    /// Agencies, clusters, leads for four of five recommendations, an action for every fifth.
    pub fn employ(&mut self, size: usize) {
        let ids: Vec<String> =
            serde_json::from_value(self.call("select_ids", json!({"limit": 100}))).expect("ids");
        assert_eq!(ids.len(), size);
        let lines: String = (1..=15)
            .map(|number| format!("Ministry number {number}; M{number}\n"))
            .collect();
        let drafts = draft(size);
        self.host
            .desk()
            .change(Operation::new("draft_actions"), |tx| {
                let agencies = add_agencies(tx, &lines, AgencyKind::Ministry)?.ids;
                for (place, name) in CLUSTERS.iter().enumerate() {
                    let new = NewCluster {
                        name: (*name).to_owned(),
                        ..NewCluster::default()
                    };
                    let cluster = add_cluster(tx, &new)?;
                    let mine = ids
                        .iter()
                        .zip(&drafts)
                        .filter(|(_, draft)| draft.cluster == place);
                    let mine: Vec<String> = mine.map(|(id, _)| id.clone()).collect();
                    let patch = RecommendationPatch {
                        cluster_id: Some(Some(cluster)),
                        ..RecommendationPatch::default()
                    };
                    if !mine.is_empty() {
                        edit_recommendations(tx, &mine, &patch)?;
                    }
                }
                for (agency, share) in agencies.iter().zip(ids.chunks(ids.len().div_ceil(19))) {
                    let wish = Assign {
                        subject: SubjectKind::Recommendation,
                        ids: share.to_vec(),
                        agency_id: agency.clone(),
                        role: Role::Lead,
                        from_on: None,
                        note: None,
                    };
                    assign(tx, &wish)?;
                }
                for (number, id) in ids.iter().enumerate().step_by(5) {
                    let action = NewAction {
                        title: format!("Draft and adopt measure number {number}"),
                        due_on: Some(format!("{}-06-30", 2025 + number % 4)),
                        percent: Some(u32::try_from(number % 90).unwrap_or(0)),
                        recommendation_ids: vec![id.clone()],
                        ..NewAction::default()
                    };
                    add_action(tx, &action)?;
                }
                Ok(())
            })
            .expect("employed");
    }
}

/// What a reader would have drafted from a file of so many recommendations.
pub fn parsed(size: usize) -> Parsed {
    let drafts = (1..).zip(draft(size)).map(|(row, drafted)| Draft {
        cycle: Some(3),
        session: Some(27),
        document: Some("A/HRC/44/10".to_owned()),
        paragraph: Some(drafted.paragraph),
        states: drafted
            .states
            .iter()
            .map(|state| DraftState {
                iso3: (*state).to_owned(),
                position: None,
            })
            .collect(),
        position: Some(drafted.position.to_owned()),
        themes: drafted
            .themes
            .iter()
            .map(|theme| (*theme).to_owned())
            .collect(),
        sdg_targets: vec!["16.3".to_owned()],
        ..Draft::new(row, drafted.text.clone(), drafted.text)
    });
    Parsed {
        source: SourceFile {
            name: format!("matrix-of-{size}.docx"),
            sha256: format!("{size:064x}"),
        },
        reading: Reading {
            format: Format::OhchrMatrix,
            layout: "2025".to_owned(),
            confidence: 1.0,
            encoding: None,
            state: Some("MAR".to_owned()),
            states_found: Vec::new(),
            read: u32::try_from(size).unwrap_or(u32::MAX),
            drafts: drafts.collect(),
            problems: Vec::new(),
        },
        own: None,
    }
}
