//! What people do to a plan, one deed after another by chance: the verbs of the rooms, with undo,
//! redo and openings in between. The laws and the fault tests live on it.

use upright_core::assignments::{Assign, Role, SubjectKind, assign};
use upright_core::base::{Error, ErrorKind, Result};
use upright_core::dossier::{Dossier, Operation, Tx};
use upright_core::people::{
    AgencyKind, AgencyPatch, add_agencies, edit_agency, list_agencies, remove_agency,
};
use upright_core::plan::{ActionPatch, NewAction, add_action, edit_actions};
use upright_core::recommendations::{
    NewRecommendation, Priority, RecommendationPatch, TagChange, Vocabulary, add_recommendation,
    edit_recommendations, remove_recommendations, tag_recommendations,
};

use crate::chance::Chance;

/// One thing a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    AddAgency,
    RenameAgency,
    RemoveAgency,
    /// So many recommendations at once, as an import writes them.
    Import(usize),
    /// The same note and priority on a selection.
    EditSelection,
    Tag,
    RemoveRecommendation,
    AddAction,
    EditAction,
    Assign,
    Undo,
    Redo,
    /// Closes the plan and opens it again: the caller's to do.
    Reopen,
}

/// A deed by chance.
pub fn choose(chance: &mut Chance) -> Deed {
    match chance.below(40) {
        0..=4 => Deed::AddAgency,
        5..=7 => Deed::RenameAgency,
        8 => Deed::RemoveAgency,
        9..=12 => Deed::Import(1 + chance.below(12)),
        13..=16 => Deed::EditSelection,
        17..=18 => Deed::Tag,
        19 => Deed::RemoveRecommendation,
        20..=22 => Deed::AddAction,
        23..=24 => Deed::EditAction,
        25..=27 => Deed::Assign,
        28..=34 => Deed::Undo,
        35..=37 => Deed::Redo,
        _ => Deed::Reopen,
    }
}

/// Does a deed; gives the id of its operation. What the rules refuse (nothing to undo, an agency in
/// use) changes nothing and has none.
///
/// # Errors
/// Trouble with the file, or a fault of the program.
pub fn perform(dossier: &mut Dossier, deed: Deed, chance: &mut Chance) -> Result<Option<String>> {
    let done = match deed {
        Deed::Undo => dossier.undo().map(|changed| changed.operation_id),
        Deed::Redo => dossier.redo().map(|changed| changed.operation_id),
        Deed::Reopen => Ok(None),
        deed => dossier
            .change(Operation::new(command(deed)), |tx| write(tx, deed, chance))
            .map(|changed| changed.operation_id),
    };
    match done {
        Err(error) if error.kind == ErrorKind::Person => Ok(None),
        done => done,
    }
}

fn command(deed: Deed) -> &'static str {
    match deed {
        Deed::AddAgency => "add_agencies",
        Deed::RenameAgency => "edit_agency",
        Deed::RemoveAgency => "remove_agency",
        Deed::Import(_) => "import_file",
        Deed::EditSelection => "edit_recommendations",
        Deed::Tag => "tag_recommendations",
        Deed::RemoveRecommendation => "remove_recommendations",
        Deed::AddAction => "add_action",
        Deed::EditAction => "edit_actions",
        Deed::Assign => "assign",
        Deed::Undo | Deed::Redo | Deed::Reopen => "",
    }
}

fn write(tx: &Tx<'_>, deed: Deed, chance: &mut Chance) -> Result<()> {
    let mark = chance.number() % 1_000_000;
    match deed {
        Deed::AddAgency => {
            let line = format!("Ministry number {mark}; M{mark}");
            add_agencies(tx, &line, AgencyKind::Ministry).map(drop)
        }
        Deed::RenameAgency => {
            let patch = AgencyPatch {
                note: Some(format!("moved to building {mark}")),
                ..AgencyPatch::default()
            };
            edit_agency(tx, &an_agency(tx, chance)?, &patch)
        }
        Deed::RemoveAgency => remove_agency(tx, &an_agency(tx, chance)?),
        Deed::Import(count) => (0..count).try_for_each(|place| import_one(tx, mark, place)),
        Deed::EditSelection => {
            let patch = RecommendationPatch {
                priority: Some(Some(*chance.pick(&[Priority::Urgent, Priority::Low]))),
                note: Some(Some(format!("spoken of in meeting {mark}"))),
                ..RecommendationPatch::default()
            };
            edit_recommendations(tx, &a_selection(tx, chance)?, &patch).map(drop)
        }
        Deed::Tag => {
            let change = TagChange {
                ids: a_selection(tx, chance)?,
                vocabulary: Vocabulary::Theme,
                add: vec![(*chance.pick(&["Detention", "Torture"])).to_owned()],
                remove: vec!["Education".to_owned()],
                confirm: Vec::new(),
            };
            tag_recommendations(tx, &change).map(drop)
        }
        Deed::RemoveRecommendation => {
            let mut ids = a_selection(tx, chance)?;
            ids.truncate(1);
            remove_recommendations(tx, &ids).map(drop)
        }
        Deed::AddAction => {
            let action = NewAction {
                title: format!("Draft bill number {mark}"),
                due_on: Some("2027-06-30".to_owned()),
                recommendation_ids: a_selection(tx, chance)?,
                ..NewAction::default()
            };
            add_action(tx, &action).map(drop)
        }
        Deed::EditAction => {
            let ids = tx.rows("select id from live_action order by id", [], |row| {
                row.get(0)
            })?;
            let patch = ActionPatch {
                percent: Some(u32::try_from(chance.below(101)).unwrap_or(0)),
                note: Some(Some(format!("seen on day {mark}"))),
                ..ActionPatch::default()
            };
            edit_actions(tx, &ids, &patch).map(drop)
        }
        Deed::Assign => {
            let wish = Assign {
                subject: SubjectKind::Recommendation,
                ids: a_selection(tx, chance)?,
                agency_id: an_agency(tx, chance)?,
                role: if chance.in_hundred(60) {
                    Role::Lead
                } else {
                    Role::Supporting
                },
                from_on: None,
                note: None,
            };
            assign(tx, &wish).map(drop)
        }
        Deed::Undo | Deed::Redo | Deed::Reopen => Ok(()),
    }
}

fn import_one(tx: &Tx<'_>, mark: u64, place: usize) -> Result<()> {
    let new = NewRecommendation {
        mechanism: "UPR".to_owned(),
        cycle: Some(3),
        document: Some("A/HRC/44/10".to_owned()),
        paragraph: Some(format!("{mark}.{place}")),
        text: format!(
            "Continue its efforts to improve conditions of detention, number {mark}, and to train \
             judges, prosecutors and police officers in the prevention of torture"
        ),
        recommending_states: vec!["ALB".to_owned(), "URY".to_owned()],
        position: Some("SUP".to_owned()),
        ..NewRecommendation::default()
    };
    add_recommendation(tx, &new).map(drop)
}

fn an_agency(tx: &Tx<'_>, chance: &mut Chance) -> Result<String> {
    let agencies = list_agencies(tx)?;
    if agencies.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    Ok(chance.pick(&agencies).id.clone())
}

/// A few recommendations that stand one after another, perhaps none.
fn a_selection(tx: &Tx<'_>, chance: &mut Chance) -> Result<Vec<String>> {
    let ids: Vec<String> = tx.rows(
        "select id from live_recommendation order by sort_key, id",
        [],
        |row| row.get(0),
    )?;
    let from = chance.below(ids.len() + 1);
    let count = 1 + chance.below(8);
    Ok(ids.into_iter().skip(from).take(count).collect())
}
