//! The vocabularies that come with the program.

use crate::recommendations::Vocabulary;
use crate::reference::{states, treaties, vocabularies};

pub(super) struct BuiltIn {
    pub label: String,
    pub title: Option<String>,
    pub edition: Option<String>,
}

impl BuiltIn {
    fn plain(label: &str, edition: &str) -> Self {
        BuiltIn {
            label: label.to_owned(),
            title: None,
            edition: Some(edition.to_owned()),
        }
    }

    fn coded(label: String, title: &str) -> Self {
        BuiltIn {
            label,
            title: Some(title.to_owned()),
            edition: None,
        }
    }
}

/// The entries of a vocabulary in their order; none for those a plan makes itself.
pub(super) fn built_in(vocabulary: Vocabulary) -> Vec<BuiltIn> {
    match vocabulary {
        Vocabulary::Theme => vocabularies::themes()
            .iter()
            .map(|theme| BuiltIn::plain(&theme.label, &theme.edition))
            .collect(),
        Vocabulary::Group => vocabularies::groups()
            .iter()
            .map(|group| BuiltIn::plain(&group.label, &group.edition))
            .collect(),
        Vocabulary::Issue => vocabularies::issues()
            .iter()
            .map(|issue| BuiltIn {
                label: issue.label.clone(),
                title: None,
                edition: None,
            })
            .collect(),
        Vocabulary::Sdg => vocabularies::sdg_targets()
            .iter()
            .map(|target| BuiltIn::coded(target.target.clone(), &target.title))
            .collect(),
        Vocabulary::Right => treaties::articles()
            .iter()
            .map(|article| BuiltIn::coded(article.label(), &article.title))
            .collect(),
        Vocabulary::Country => states::all()
            .iter()
            .map(|state| BuiltIn::coded(state.iso3.clone(), &state.name))
            .collect(),
        Vocabulary::Territory | Vocabulary::National => Vec::new(),
    }
}
