//! States: who is reviewed and who recommends, under the names people write.
//!
//! [`resolve`] answers for every spelling met in files of UPR Info, OHCHR and UHRI: accents,
//! capitals, punctuation, blanks inside words ("S tate of"), a leading "the", "&" for "and", "St"
//! for "Saint", and the long UN names in either order ("Iran (Islamic Republic of)", "Islamic
//! Republic of Iran"). It never guesses: a name it does not know is `None`.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;
use crate::base::text;

/// A State, an observer, or a regional organization that is party to a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct State {
    /// ISO 3166-1 alpha-3; the fictional State uses a code of the range left to users.
    pub iso3: String,
    /// ISO 3166-1 alpha-2; empty for an organization.
    pub iso2: String,
    /// The English name the UN uses.
    pub name: String,
    /// Regional group: `AFR`, `APG`, `EEG`, `GRULAC`, `WEOG`; or `OBS`, `NONUN`, `ORG`, `NONE`.
    pub group_code: String,
    pub group_name: String,
    /// Other names people write, among them former ones.
    pub aliases: Vec<String>,
    /// A member of the United Nations, and so reviewed.
    pub un_member: bool,
    /// The session of the review in each of the cycles 1 to 4; `None` where there was none.
    pub upr_sessions: [Option<u32>; 4],
    /// The State of the demonstration plan: not a real one.
    pub fictional: bool,
}

#[derive(Deserialize)]
struct StateRow {
    iso3: String,
    iso2: String,
    name: String,
    group_code: String,
    group_name: String,
    aliases: String,
    un_member: String,
    upr_c1_session: Option<u32>,
    upr_c2_session: Option<u32>,
    upr_c3_session: Option<u32>,
    upr_c4_session: Option<u32>,
    fictional: String,
}

impl From<StateRow> for State {
    fn from(row: StateRow) -> Self {
        State {
            aliases: table::members(&row.aliases, ';'),
            un_member: table::is_yes(&row.un_member),
            upr_sessions: [
                row.upr_c1_session,
                row.upr_c2_session,
                row.upr_c3_session,
                row.upr_c4_session,
            ],
            fictional: table::is_yes(&row.fictional),
            iso3: row.iso3,
            iso2: row.iso2,
            name: row.name,
            group_code: row.group_code,
            group_name: row.group_name,
        }
    }
}

#[derive(Deserialize)]
struct NameRow {
    iso3: String,
    name: String,
}

/// Every State, in the order of the UN's English names; observers, organizations and the fictional
/// State at the end.
#[must_use]
pub fn all() -> &'static [State] {
    static STATES: OnceLock<Vec<State>> = OnceLock::new();
    STATES.get_or_init(|| {
        let text = include_str!("../../../../assets/reference/states.tsv");
        table::rows::<StateRow>(text)
            .into_iter()
            .map(State::from)
            .collect()
    })
}

/// The State with this ISO 3166-1 alpha-3 code, in either case.
#[must_use]
pub fn by_iso3(code: &str) -> Option<&'static State> {
    all()
        .iter()
        .find(|state| state.iso3.eq_ignore_ascii_case(code))
}

/// The State a name stands for, however it is written; its ISO code counts as a name.
#[must_use]
pub fn resolve(name: &str) -> Option<&'static State> {
    known(name).or_else(|| {
        let name = text::fold(name).replace('\u{2019}', "'");
        let short = without_article(&name);
        known(short).or_else(|| {
            // One name on both sides of a strait or a river is not decided by its long form.
            known(without_form(short)?).filter(|state| !CONTESTED.contains(&state.iso3.as_str()))
        })
    })
}

fn known(name: &str) -> Option<&'static State> {
    let index = names();
    spellings(name)
        .iter()
        .find_map(|spelling| index.get(spelling.as_str()))
        .and_then(|place| all().get(*place))
}

const CONTESTED: [&str; 5] = ["CHN", "COD", "COG", "KOR", "PRK"];

/// French and Spanish put an article before a name: "la France", "l'Australie", "el Perú".
fn without_article(name: &str) -> &str {
    ["les ", "las ", "los ", "la ", "le ", "el ", "l'"]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name)
}

/// What stands after "République de", "Reino de" and the like, in French and Spanish.
fn without_form(name: &str) -> Option<&str> {
    let form = [
        "republique ",
        "republica ",
        "royaume ",
        "reino ",
        "etat ",
        "estado ",
        "principaute ",
        "principado ",
        "sultanat ",
        "sultania ",
    ];
    let rest = form.iter().find_map(|form| name.strip_prefix(form))?;
    [
        "de la ", "de los ", "de las ", "de l'", "des ", "del ", "du ", "de ", "d'",
    ]
    .iter()
    .find_map(|link| rest.strip_prefix(link))
}

fn names() -> &'static HashMap<String, usize> {
    static NAMES: OnceLock<HashMap<String, usize>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut index = HashMap::new();
        for (place, state) in all().iter().enumerate() {
            learn(&mut index, &state.name, place);
            learn(&mut index, &state.iso3, place);
        }
        for (place, state) in all().iter().enumerate() {
            for alias in &state.aliases {
                learn(&mut index, alias, place);
            }
        }
        let text = include_str!("../../../../assets/reference/state_names.tsv");
        for row in table::rows::<NameRow>(text) {
            if let Some(place) = all().iter().position(|state| state.iso3 == row.iso3) {
                learn(&mut index, &row.name, place);
            }
        }
        index
    })
}

/// The first to claim a spelling keeps it: names before aliases, English before other languages.
fn learn(index: &mut HashMap<String, usize>, name: &str, place: usize) {
    for spelling in spellings(name) {
        index.entry(spelling).or_insert(place);
    }
}

/// The keys of a name: as written, and with what stands in brackets or after a comma put first.
fn spellings(name: &str) -> Vec<String> {
    let mut keys = vec![letters(name), letters(&without_small_words(name))];
    if let Some(turned) = turned(name) {
        keys.push(letters(&turned));
        keys.push(letters(&without_small_words(&turned)));
    }
    keys.retain(|key| !key.is_empty());
    keys.dedup();
    keys
}

/// "Iran (Islamic Republic of)" and "Iran, Islamic Republic of" become "Islamic Republic of Iran".
fn turned(name: &str) -> Option<String> {
    let (head, tail) = name.split_once(['(', ','])?;
    let tail = tail.trim_end().trim_end_matches(')');
    (!tail.trim().is_empty()).then(|| format!("{tail} {head}"))
}

/// "the", "of" and "and" differ most from hand to hand; "&" and "St" stand for words.
fn without_small_words(name: &str) -> String {
    text::fold(name)
        .replace('&', " and ")
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .filter(|word| !matches!(*word, "the" | "of" | "and"))
        .map(|word| if word == "st" { "saint" } else { word })
        .collect()
}

fn letters(name: &str) -> String {
    text::fold(name)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}
