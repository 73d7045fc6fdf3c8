//! In which words a position is given: lead-in sentences of reports and sentences of addenda, in
//! English, French, Spanish and Russian.
//!
//! [`reference::positions::from_words`](crate::reference::positions::from_words) reads a cell that
//! holds nothing but a position; a sentence needs to know where the words stand, since one sentence may
//! give several positions to several numbers.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use crate::base::text::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Kind {
    Supported,
    /// "In part."
    Partly,
    PartlyRejected,
    NotSupported,
    Noted,
    Pending,
    Implemented,
    InProcess,
    /// Outside the mandate of the Council or the basis of the review.
    Outside,
}

use Kind::{
    Implemented, InProcess, NotSupported, Noted, Outside, Partly, PartlyRejected, Pending,
    Supported,
};

/// Folded: small letters, no accents. Of phrases that overlap the one that begins first holds, and of
/// those the longest: "do not enjoy the support" before "support".
const PHRASES: &[(&str, Kind)] = &[
    ("will be examined", Pending),
    ("would be examined", Pending),
    ("will be considered by", Pending),
    ("responses in due time", Pending),
    ("will provide response", Pending),
    ("pending", Pending),
    ("under examination", Pending),
    ("partially accept", Partly),
    ("partially support", Partly),
    ("partly accept", Partly),
    ("partly support", Partly),
    ("accepted in part", Partly),
    ("supported in part", Partly),
    ("accepts in part", Partly),
    ("supports in part", Partly),
    ("partial support", Partly),
    ("accepted partially", Partly),
    ("supported partially", Partly),
    ("partially reject", PartlyRejected),
    ("outside the mandate", Outside),
    ("outside the basis", Outside),
    ("outside the scope of the review", Outside),
    ("beyond the mandate", Outside),
    ("not enjoy the support", NotSupported),
    ("not enjoy support", NotSupported),
    ("not enjoy its support", NotSupported),
    ("not receive the support", NotSupported),
    ("not received the support", NotSupported),
    ("not support", NotSupported),
    ("not been supported", NotSupported),
    ("not been accepted", NotSupported),
    ("not accept", NotSupported),
    ("cannot be supported", NotSupported),
    ("could not be supported", NotSupported),
    ("cannot be accepted", NotSupported),
    ("could not be accepted", NotSupported),
    ("cannot support", NotSupported),
    ("cannot accept", NotSupported),
    ("unable to support", NotSupported),
    ("unable to accept", NotSupported),
    ("not in a position to support", NotSupported),
    ("not in a position to accept", NotSupported),
    ("rejected", NotSupported),
    ("rejects", NotSupported),
    ("not agree to", NotSupported),
    ("noted", Noted),
    ("takes note", Noted),
    ("take note", Noted),
    ("took note", Noted),
    ("taken note", Noted),
    ("notes recommendation", Noted),
    ("notes the recommendation", Noted),
    ("notes this recommendation", Noted),
    ("notes these recommendation", Noted),
    ("notes the following", Noted),
    ("already implemented", Implemented),
    ("already been implemented", Implemented),
    ("already being implemented", InProcess),
    ("in the process of implementation", InProcess),
    ("in the process of being implemented", InProcess),
    ("in process of implementation", InProcess),
    ("in the course of implementation", InProcess),
    ("under implementation", InProcess),
    ("enjoy the support", Supported),
    ("enjoys the support", Supported),
    ("enjoyed the support", Supported),
    ("enjoy support", Supported),
    ("enjoy the full support", Supported),
    ("received the support", Supported),
    ("has the support", Supported),
    ("have the support", Supported),
    ("support the recommendation", Supported),
    ("support this recommendation", Supported),
    ("support these recommendation", Supported),
    ("support recommendation", Supported),
    ("supports", Supported),
    ("supported", Supported),
    ("accepts", Supported),
    ("accepted", Supported),
    ("accept the recommendation", Supported),
    ("accept this recommendation", Supported),
    ("accept recommendation", Supported),
    ("agrees to", Supported),
    // French.
    ("seront examinees", Pending),
    ("reponses en temps voulu", Pending),
    ("partiellement accept", Partly),
    ("acceptee en partie", Partly),
    ("acceptees en partie", Partly),
    ("ne recueillent pas", NotSupported),
    ("n'ont pas recueilli", NotSupported),
    ("n'ont pas recu l", NotSupported),
    ("n'a pas recueilli", NotSupported),
    ("ne beneficient pas", NotSupported),
    ("n'ont pas ete accept", NotSupported),
    ("n'accepte pas", NotSupported),
    ("ne peut accepter", NotSupported),
    ("rejete", NotSupported),
    ("prend note", Noted),
    ("pris note", Noted),
    ("prend acte", Noted),
    ("pris acte", Noted),
    ("deja applique", Implemented),
    ("deja ete applique", Implemented),
    ("deja mises en oeuvre", Implemented),
    ("en cours d'application", InProcess),
    ("en cours de mise en oeuvre", InProcess),
    ("recueillent l'", Supported),
    ("ont recueilli l'", Supported),
    ("beneficient d", Supported),
    ("accepte", Supported),
    // Spanish.
    ("seran examinadas", Pending),
    ("parcialmente", Partly),
    ("no cuentan con", NotSupported),
    ("no han contado con", NotSupported),
    ("no gozan", NotSupported),
    ("no han recibido", NotSupported),
    ("no acepta", NotSupported),
    ("rechaza", NotSupported),
    ("toma nota", Noted),
    ("tomado nota", Noted),
    ("ya aplicada", Implemented),
    ("ya se han aplicado", Implemented),
    ("en vias de aplicacion", InProcess),
    ("en proceso de aplicacion", InProcess),
    ("cuentan con el", Supported),
    ("gozan del", Supported),
    ("han recibido el apoyo", Supported),
    ("acepta", Supported),
    // Russian.
    ("будут рассмотрены", Pending),
    ("не пользуются поддержкои", NotSupported),
    ("не получили поддерж", NotSupported),
    ("не поддерж", NotSupported),
    ("отклон", NotSupported),
    ("приняты к сведению", Noted),
    ("принимает к сведению", Noted),
    ("уже осуществ", Implemented),
    ("в процессе осуществления", InProcess),
    ("пользуются поддержкои", Supported),
    ("получили поддержку", Supported),
    ("поддержива", Supported),
];

/// A phrase in a text, by bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Said {
    pub place: Range<usize>,
    pub kind: Kind,
}

/// Folded without a change of its length in words: what [`said_in`] looks at.
pub(in crate::import) fn folded(text: &str) -> String {
    fold(text)
        .replace(['\u{2019}', '\u{2bc}'], "'")
        .replace('\u{153}', "oe")
}

/// Every phrase of a folded text that gives a position, in order, none inside another.
pub(in crate::import) fn said_in(folded: &str) -> Vec<Said> {
    let Some((pattern, kinds)) = phrases() else {
        return Vec::new();
    };
    let found = pattern.find_iter(folded);
    found
        .filter_map(|found| {
            Some(Said {
                place: found.range(),
                kind: *kinds.get(found.as_str())?,
            })
        })
        .collect()
}

/// All phrases in one pattern, the longer before the shorter.
fn phrases() -> Option<&'static (Regex, HashMap<&'static str, Kind>)> {
    static ALL: OnceLock<Option<(Regex, HashMap<&'static str, Kind>)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let kinds: HashMap<&str, Kind> = PHRASES.iter().copied().collect();
        let mut phrases: Vec<String> = kinds.keys().map(|phrase| regex::escape(phrase)).collect();
        phrases.sort_by_key(|phrase| (usize::MAX - phrase.len(), phrase.clone()));
        Some((Regex::new(&phrases.join("|")).ok()?, kinds))
    })
    .as_ref()
}

/// The one position these phrases amount to, in the words of the cycle; `None` where they amount to
/// none or contradict one another.
pub(in crate::import) fn settle(said: &[Said], cycle: Option<u32>) -> Option<&'static str> {
    let says = |kind: Kind| said.iter().any(|said| said.kind == kind);
    let is_first = cycle == Some(1);
    if says(Pending) {
        return Some("PEN");
    }
    if says(Outside) {
        return Some("OUT");
    }
    if says(PartlyRejected) {
        return Some("NOT_PART");
    }
    let (accepts, refuses) = (says(Supported), says(NotSupported));
    if says(Partly) {
        return Some("SUP_PART");
    }
    if refuses {
        return match (accepts, is_first) {
            (true, _) => None,
            (false, true) => Some("REJ"),
            (false, false) => Some("NOT"),
        };
    }
    if says(Noted) {
        return (!accepts).then_some("NOT");
    }
    match () {
        () if says(Implemented) => Some("SUP_IMPL"),
        () if says(InProcess) => Some("SUP_PROC"),
        () if accepts && is_first => Some("ACC"),
        () if accepts => Some("SUP"),
        () => None,
    }
}

/// The position a sentence gives as a whole.
pub(in crate::import) fn position_of(text: &str, cycle: Option<u32>) -> Option<&'static str> {
    settle(&said_in(&folded(text)), cycle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_formulas_of_lead_in_sentences() {
        let of = |text: &str| position_of(text, Some(3));
        for (text, code) in [
            (
                "The recommendations below have been examined by Slovenia and enjoy the support of Slovenia:",
                Some("SUP"),
            ),
            (
                "The following recommendations will be examined by Slovenia, which will provide responses in due time, but no later than the twenty-eighth session of the Human Rights Council",
                Some("PEN"),
            ),
            (
                "The recommendations listed below have been noted by Slovenia:",
                Some("NOT"),
            ),
            (
                "The following recommendation did not enjoy the support of Slovenia and would thus be noted:",
                Some("NOT"),
            ),
            (
                "The following enjoy the support of Slovenia, which considers that they are already implemented or in the process of implementation:",
                Some("SUP_IMPL"),
            ),
            (
                "Slovenia considers that the following recommendations are in the process of implementation:",
                Some("SUP_PROC"),
            ),
            (
                "Slovenia considers that the recommendations below cannot be supported:",
                Some("NOT"),
            ),
            ("They are partially accepted.", Some("SUP_PART")),
            ("They fall outside the mandate of the Council.", Some("OUT")),
            ("Slovenia accepts some and rejects others.", None),
            ("The Government supports", Some("SUP")),
            ("A delegation was present.", None),
        ] {
            assert_eq!(of(text), code, "{text}");
        }
        assert_eq!(position_of("enjoy the support of", Some(1)), Some("ACC"));
        assert_eq!(
            position_of("do not enjoy the support of", Some(1)),
            Some("REJ")
        );
    }

    #[test]
    fn the_formulas_of_other_languages() {
        let of = |text: &str| position_of(text, Some(3));
        for (text, code) in [
            (
                "Les recommandations ci-après ont été examinées par le Maroc et recueillent l’adhésion de celui-ci :",
                "SUP",
            ),
            (
                "Les recommandations ci-après n’ont pas recueilli l’adhésion du Maroc",
                "NOT",
            ),
            ("Le Maroc a pris note des recommandations", "NOT"),
            (
                "seront examinées par le Maroc, qui donnera ses réponses en temps voulu",
                "PEN",
            ),
            ("déjà appliquées ou en cours d’application", "SUP_IMPL"),
            (
                "Las recomendaciones siguientes cuentan con el apoyo de Chile:",
                "SUP",
            ),
            (
                "Las recomendaciones que no cuentan con el apoyo de Chile:",
                "NOT",
            ),
            ("Chile ha tomado nota de las recomendaciones", "NOT"),
            ("serán examinadas por Chile", "PEN"),
            (
                "Следующие рекомендации пользуются поддержкой Казахстана",
                "SUP",
            ),
            (
                "Следующие рекомендации не пользуются поддержкой Казахстана",
                "NOT",
            ),
            ("Рекомендации были приняты к сведению", "NOT"),
            ("Рекомендации будут рассмотрены", "PEN"),
        ] {
            assert_eq!(of(text), Some(code), "{text}");
        }
    }
}
