//! The filter in words, so that a reader knows what the numbers speak of.

use super::{FilterPart, FilterWord};
use crate::clusters::Cluster;
use crate::people::Agency;
use crate::reference::{mechanisms, positions};
use crate::reports::labels::{self, Labels};
use crate::search::{FacetColumn, Filter};

/// The value that stands for "not set" in a filter.
const NONE: &str = "none";

/// The narrowed fields of `filter`, in the order of the register's columns.
pub(super) fn parts(filter: &Filter, clusters: &[Cluster], agencies: &[Agency]) -> Vec<FilterPart> {
    let cluster = |id: &str| {
        let found = clusters.iter().find(|cluster| cluster.id == id);
        found.map(|cluster| cluster.name.clone())
    };
    let agency = |id: &str| {
        let found = agencies.iter().find(|agency| agency.id == id);
        found.map(|agency| agency.short_name.clone())
    };
    let named = |name: Option<String>| match name {
        Some(name) => FilterWord::Name(name),
        None => FilterWord::Key("reports-filter-removed".to_owned()),
    };
    let plain = |value: &str| FilterWord::Name(value.to_owned());
    let mut parts = Vec::new();
    if !filter.words.trim().is_empty() {
        let words = vec![FilterWord::Name(filter.words.trim().to_owned())];
        parts.push(FilterPart {
            field: "reports-filter-words",
            values: words,
        });
    }
    let mut add = |field: &'static str, values: &[String], word: &dyn Fn(&str) -> FilterWord| {
        if values.is_empty() {
            return;
        }
        let words = values.iter().map(|value| match value.as_str() {
            NONE => FilterWord::Key("reports-not-set".to_owned()),
            value => word(value),
        });
        parts.push(FilterPart {
            field,
            values: words.collect(),
        });
    };
    add("reports-column-position", &filter.position, &position);
    add("reports-filter-mechanism", &filter.mechanism, &mechanism);
    add("reports-column-cluster", &filter.cluster, &|id| {
        named(cluster(id))
    });
    add("reports-column-lead", &filter.lead, &|id| named(agency(id)));
    add("reports-filter-agency", &filter.agency, &|id| {
        named(agency(id))
    });
    add("reports-column-progress", &filter.progress, &progress);
    add("reports-column-themes", &filter.theme, &plain);
    add("reports-column-groups", &filter.group, &plain);
    add("reports-column-sdg", &filter.sdg, &plain);
    add("reports-column-category", &filter.category, &category);
    add("reports-column-priority", &filter.priority, &priority);
    add("reports-column-states", &filter.state, &|iso3| {
        FilterWord::Name(labels::state(iso3))
    });
    add("reports-filter-standing", &filter.standing, &standing);
    for (field, column) in MORE {
        add(field, filter.of(column), &|value| more(column, value));
    }
    add("recommendations-filter-without", &filter.without, &|word| {
        FilterWord::Key(format!("recommendations-without-{word}"))
    });
    let ends = [&filter.due_from, &filter.due_until].map(|day| day.as_deref().unwrap_or_default());
    if ends != ["", ""] {
        let days = FilterWord::Name(ends.join(" – ").trim().to_owned());
        parts.push(FilterPart {
            field: "recommendations-filter-due",
            values: vec![days],
        });
    }
    if !filter.ids.is_empty() {
        parts.push(FilterPart {
            field: "reports-filter-selection",
            values: vec![FilterWord::Chosen(filter.ids.len())],
        });
    }
    parts
}

fn position(code: &str) -> FilterWord {
    match positions::by_code(code) {
        Some(found) => FilterWord::Key(found.label_key.clone()),
        None => FilterWord::Name(code.to_owned()),
    }
}

fn mechanism(code: &str) -> FilterWord {
    match mechanisms::by_code(code) {
        Some(found) => FilterWord::Key(found.label_key.clone()),
        None => FilterWord::Name(code.to_owned()),
    }
}

fn progress(word: &str) -> FilterWord {
    FilterWord::Key(match word {
        "no_action" => "reports-progress-no-action".to_owned(),
        other => format!("reference-progress-{}", other.replace('_', "-")),
    })
}

fn category(number: &str) -> FilterWord {
    FilterWord::Key(format!("reference-category-{number}"))
}

fn priority(word: &str) -> FilterWord {
    FilterWord::Key(format!("reference-priority-{word}"))
}

fn standing(word: &str) -> FilterWord {
    FilterWord::Key(format!("reports-standing-{}", word.replace('_', "-")))
}

/// The columns that have no heading of their own in the workbook.
const MORE: [(&str, FacetColumn); 18] = [
    ("recommendations-filter-body", FacetColumn::Body),
    ("recommendations-filter-cycle", FacetColumn::Cycle),
    ("recommendations-filter-session", FacetColumn::Session),
    ("recommendations-filter-year", FacetColumn::Year),
    ("recommendations-filter-document", FacetColumn::Document),
    ("recommendations-filter-issue", FacetColumn::Issue),
    ("recommendations-filter-right", FacetColumn::Right),
    ("recommendations-filter-territory", FacetColumn::Territory),
    ("recommendations-filter-country", FacetColumn::Country),
    ("recommendations-filter-national", FacetColumn::National),
    ("recommendations-filter-region", FacetColumn::Region),
    (
        "recommendations-filter-record-type",
        FacetColumn::RecordType,
    ),
    ("recommendations-filter-language", FacetColumn::Language),
    ("recommendations-filter-follow-up", FacetColumn::FollowUp),
    ("recommendations-filter-scope", FacetColumn::Scope),
    ("recommendations-filter-duration", FacetColumn::Duration),
    (
        "recommendations-filter-cross-border",
        FacetColumn::CrossBorder,
    ),
    ("recommendations-filter-needs-law", FacetColumn::NeedsLaw),
];

fn more(column: FacetColumn, value: &str) -> FilterWord {
    let word = value.replace('_', "-");
    match column {
        FacetColumn::Country => FilterWord::Name(labels::state(value)),
        FacetColumn::RecordType => FilterWord::Key(format!("reference-record-type-{word}")),
        FacetColumn::FollowUp | FacetColumn::CrossBorder => {
            FilterWord::Key(format!("recommendations-{word}"))
        }
        FacetColumn::Scope => FilterWord::Key(format!("recommendations-scope-{word}")),
        FacetColumn::Duration => FilterWord::Key(format!("recommendations-duration-{word}")),
        FacetColumn::NeedsLaw => FilterWord::Key(format!("recommendations-needs-law-{word}")),
        _ => FilterWord::Name(value.to_owned()),
    }
}

/// The parts as lines of a text; one line says so where nothing is narrowed.
pub(super) fn lines(parts: &[FilterPart], labels: &Labels<'_>) -> String {
    if parts.is_empty() {
        return labels.say("reports-filter-everything");
    }
    let lines: Vec<String> = parts.iter().map(|part| line(part, labels)).collect();
    lines.join("\n")
}

fn line(part: &FilterPart, labels: &Labels<'_>) -> String {
    let values: Vec<String> = part
        .values
        .iter()
        .map(|value| match value {
            FilterWord::Name(name) => name.clone(),
            FilterWord::Key(key) => labels.say(key),
            FilterWord::Chosen(count) => labels
                .words
                .say_with("reports-filter-chosen", &[("count", &count.to_string())]),
        })
        .collect();
    let field = labels.say(part.field);
    let values = values.join("; ");
    labels.words.say_with(
        "reports-filter-line",
        &[("field", field.as_str()), ("values", values.as_str())],
    )
}
