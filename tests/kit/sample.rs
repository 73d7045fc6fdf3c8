//! A plan in memory with a fixed clock and counted ids: the same steps give the same plan. A test
//! shows only what matters in it and takes the rest from here.

use chrono::{DateTime, NaiveDate, Utc};
use upright_core::assignments::{Assign, Role, SubjectKind, assign};
use upright_core::base::id::Ids;
use upright_core::base::{Clock, Error, Result, date};
use upright_core::clusters::{NewCluster, add_cluster};
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, Operation, Storage, Tx};
use upright_core::figures::Board;
use upright_core::people::{AgencyKind, NewFocalPoint, add_agencies, add_focal_point};
use upright_core::plan::{NewAction, add_action};
use upright_core::recommendations::{NewRecommendation, add_recommendation};
use upright_core::search::{Page, Query, View, page_rows};

/// The day on which every sample is made, unless a test says otherwise.
pub const TODAY: &str = "2026-11-24";

/// A clock that stands at noon of a day.
pub fn noon(day: &str) -> Clock {
    instant(&format!("{day}T12:00:00Z"))
}

/// A clock that stands at an instant.
pub fn instant(text: &str) -> Clock {
    let at: DateTime<Utc> = text.parse().expect("an instant");
    Clock::Fixed(at)
}

pub fn day(text: &str) -> NaiveDate {
    date::parse(text).expect("a day")
}

/// A plan in memory.
pub struct Sample {
    pub dossier: Dossier,
}

impl Default for Sample {
    fn default() -> Self {
        Self::new()
    }
}

impl Sample {
    pub fn new() -> Self {
        Self::on(TODAY)
    }

    /// A plan with ids of its own, as another computer would give them.
    pub fn elsewhere(day: &str) -> Self {
        Self::with_ids(day, Ids::Random)
    }

    /// A plan made on another day.
    pub fn on(day: &str) -> Self {
        Self::with_ids(day, Ids::counted(1))
    }

    fn with_ids(day: &str, ids: Ids) -> Self {
        let plan = NewPlan {
            title: "Sample plan".to_owned(),
            state: "XUP".to_owned(),
            language: "en".to_owned(),
        };
        let opening = opening(noon(day));
        let dossier = Dossier::create_with_ids(Storage::Memory, &plan, &opening, ids)
            .expect("a plan in memory");
        Sample { dossier }
    }

    /// Makes a change that must be accepted.
    pub fn change<T>(&mut self, make: impl FnOnce(&Tx<'_>) -> Result<T>) -> T {
        let changed = self.dossier.change(Operation::new("edit_profile"), make);
        changed.expect("an accepted change").value
    }

    /// Tries a change that must be refused; sees that nothing of it stays.
    pub fn refused<T: std::fmt::Debug>(
        &mut self,
        make: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Error {
        let before = self.hash();
        let error = self
            .dossier
            .change(Operation::new("edit_profile"), make)
            .expect_err("a refusal");
        assert_eq!(self.hash(), before, "a refused change leaves no trace");
        error
    }

    pub fn hash(&self) -> String {
        self.dossier.state_hash().expect("a hash")
    }

    /// A UPR recommendation of cycle 3, supported.
    pub fn recommendation(&mut self, paragraph: &str, text: &str) -> String {
        let new = NewRecommendation {
            mechanism: "UPR".to_owned(),
            cycle: Some(3),
            document: Some("A/HRC/44/10".to_owned()),
            paragraph: Some(paragraph.to_owned()),
            text: text.to_owned(),
            recommending_states: vec!["CHL".to_owned()],
            position: Some("SUP".to_owned()),
            ..NewRecommendation::default()
        };
        self.change(|tx| add_recommendation(tx, &new))
    }

    /// So many of them, with paragraphs 1.1, 1.2, ….
    pub fn recommendations(&mut self, count: usize) -> Vec<String> {
        (1..=count)
            .map(|n| self.recommendation(&format!("1.{n}"), &format!("Ratify instrument {n}")))
            .collect()
    }

    /// A paragraph of a treaty body, which has no position.
    pub fn concluding_observation(&mut self, paragraph: &str, text: &str) -> String {
        let new = NewRecommendation {
            mechanism: "TB".to_owned(),
            paragraph: Some(paragraph.to_owned()),
            text: text.to_owned(),
            ..NewRecommendation::default()
        };
        self.change(|tx| add_recommendation(tx, &new))
    }

    pub fn agency(&mut self, name: &str) -> String {
        let added = self.change(|tx| add_agencies(tx, name, AgencyKind::Ministry));
        added.ids[0].clone()
    }

    pub fn focal_point(&mut self, agency: &str, name: &str) -> String {
        let new = NewFocalPoint {
            name: name.to_owned(),
            function: None,
            email: None,
            phone: None,
            kind: None,
            from_on: None,
            to_on: None,
        };
        self.change(|tx| add_focal_point(tx, agency, &new))
    }

    pub fn cluster(&mut self, name: &str) -> String {
        let new = NewCluster {
            name: name.to_owned(),
            ..NewCluster::default()
        };
        self.change(|tx| add_cluster(tx, &new))
    }

    /// An action for these recommendations, not started, without dates.
    pub fn action(&mut self, title: &str, recommendations: &[&str]) -> String {
        self.action_with(NewAction {
            title: title.to_owned(),
            recommendation_ids: recommendations.iter().map(|id| (*id).to_owned()).collect(),
            ..NewAction::default()
        })
    }

    pub fn action_due(&mut self, title: &str, recommendations: &[&str], due_on: &str) -> String {
        self.action_with(NewAction {
            title: title.to_owned(),
            due_on: Some(due_on.to_owned()),
            recommendation_ids: recommendations.iter().map(|id| (*id).to_owned()).collect(),
            ..NewAction::default()
        })
    }

    pub fn action_with(&mut self, new: NewAction) -> String {
        self.change(|tx| add_action(tx, &new)).0
    }

    /// Gives a recommendation to an agency from today on.
    pub fn assign(&mut self, recommendation: &str, agency: &str, role: Role) -> u32 {
        let wish = wish(SubjectKind::Recommendation, &[recommendation], agency, role);
        self.change(|tx| assign(tx, &wish))
    }

    /// Gives an action to an agency from today on.
    pub fn assign_action(&mut self, action: &str, agency: &str, role: Role) -> u32 {
        let wish = wish(SubjectKind::Action, &[action], agency, role);
        self.change(|tx| assign(tx, &wish))
    }

    /// The board as it stands today.
    pub fn board(&self) -> Board {
        self.board_on(self.dossier.clock().today())
    }

    pub fn board_on(&self, today: NaiveDate) -> Board {
        self.dossier
            .read(|reader| Board::read(reader, today))
            .expect("a board")
    }

    /// A page of the register.
    pub fn page(&self, query: &Query) -> Page {
        let board = self.board();
        self.dossier
            .read(|reader| {
                let view = View::of(reader, &board, query)?;
                page_rows(reader, &board, &view, query)
            })
            .expect("a page")
    }

    /// How many rows a question gives, whatever the question.
    pub fn count(&self, sql: &str) -> u32 {
        self.dossier
            .read(|reader| reader.count(sql, []))
            .expect("a count")
    }
}

/// An assignment from today on.
pub fn wish(subject: SubjectKind, ids: &[&str], agency: &str, role: Role) -> Assign {
    Assign {
        subject,
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        agency_id: agency.to_owned(),
        role,
        from_on: None,
        note: None,
    }
}
