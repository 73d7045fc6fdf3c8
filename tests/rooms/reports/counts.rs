//! Every number on Summary is a count of the rows beneath, whatever the filter.

use std::collections::BTreeSet;

use upright_core::clusters::list_clusters;
use upright_core::dossier::Dossier;
use upright_core::search::Filter;

use super::workbook::{Row, Sheet, number, text};
use super::{Report, demonstration};

/// The rows of the workbook.
struct Rows {
    summary: Sheet,
    matrix: Vec<Row>,
    actions: Vec<Row>,
    overdue: Vec<Row>,
}

impl Rows {
    fn of(report: &Report) -> Self {
        Rows {
            summary: report.sheet("Summary"),
            matrix: report.sheet("Matrix").rows(),
            actions: report.sheet("Actions").rows(),
            overdue: report.sheet("Overdue").rows(),
        }
    }

    /// What the counts of a workbook say otherwise than its rows.
    fn differences(&self) -> Vec<String> {
        let mut found = self.figures();
        found.extend(self.by_progress());
        found.extend(self.by_status());
        for (section, label, column) in [
            ("By cluster", "Cluster", "Cluster"),
            ("By lead agency", "Lead agency", "Lead"),
            ("By position of the State", "Position", "Position"),
            ("By category of action", "Category", "Category"),
        ] {
            found.extend(self.by_property(section, label, column));
        }
        found
    }

    /// The large figures: each stands above its label.
    fn figures(&self) -> Vec<String> {
        let is = |row: &&Row, heading: &str, value: &str| text(&row[heading]) == value;
        let late = |rows: &[Row]| count(rows.iter().filter(|row| number(&row["Days late"]) > 0));
        let matrix = || self.matrix.iter();
        let expected = [
            ("Recommendations", count(matrix())),
            (
                "Recommendations implemented",
                count(matrix().filter(|row| is(row, "Progress", "● Implemented"))),
            ),
            (
                "Recommendations without action",
                count(matrix().filter(|row| is(row, "Actions", ""))),
            ),
            (
                "Recommendations without lead",
                count(matrix().filter(|row| is(row, "Lead", ""))),
            ),
            ("Actions", count(self.actions.iter())),
            ("Late actions", late(&self.actions)),
            ("Late actions", late(&self.overdue)),
        ];
        let labels = self
            .summary
            .cells
            .iter()
            .position(|row| text(&row[0]) == "Recommendations")
            .expect("the large figures");
        let mut found = Vec::new();
        for (label, rows) in expected {
            let column = self.summary.cells[labels]
                .iter()
                .position(|cell| text(cell) == label);
            let said = number(&self.summary.cells[labels - 1][column.expect(label)]);
            found.extend(differs(label, said, rows));
        }
        found
    }

    fn by_progress(&self) -> Vec<String> {
        let section = self.summary.section("Recommendations by progress");
        section
            .iter()
            .filter_map(|line| {
                let name = text(&line["Progress"]);
                let rows = self
                    .matrix
                    .iter()
                    .filter(|row| text(&row["Progress"]) == name);
                differs(&name, number(&line["Recommendations"]), count(rows))
            })
            .collect()
    }

    fn by_status(&self) -> Vec<String> {
        if self.actions.is_empty() {
            return Vec::new();
        }
        let section = self.summary.section("Actions by status");
        let all: u32 = section.iter().map(|line| number(&line["Actions"])).sum();
        let mut found: Vec<String> = differs("all actions", all, count(self.actions.iter()))
            .into_iter()
            .collect();
        for line in &section {
            let name = text(&line["Status"]);
            let own: Vec<&Row> = self
                .actions
                .iter()
                .filter(|row| text(&row["Status"]) == name)
                .collect();
            let late = own.iter().filter(|row| number(&row["Days late"]) > 0);
            found.extend(differs(&name, number(&line["Actions"]), count(own.iter())));
            found.extend(differs(&name, number(&line["▲ Late"]), count(late)));
        }
        found
    }

    fn by_property(&self, section: &str, label: &str, column: &str) -> Vec<String> {
        if self.matrix.is_empty() {
            return Vec::new();
        }
        let lines = self.summary.section(section);
        let all: u32 = lines
            .iter()
            .map(|line| number(&line["Recommendations"]))
            .sum();
        let mut found: Vec<String> = differs(section, all, count(self.matrix.iter()))
            .into_iter()
            .collect();
        for line in &lines {
            let name = text(&line[label]);
            let wanted = if name == "Not set" { "" } else { name.as_str() };
            // A category not yet confirmed says so, and counts under its name.
            let value = |row: &Row| text(&row[column]).replace(" (suggested)", "");
            let own: Vec<&Row> = self
                .matrix
                .iter()
                .filter(|row| value(row) == wanted)
                .collect();
            let what = format!("{section}: {name}");
            found.extend(differs(
                &what,
                number(&line["Recommendations"]),
                count(own.iter()),
            ));
            let late = own.iter().filter(|row| number(&row["Days late"]) > 0);
            found.extend(differs(&what, number(&line["▲ Late"]), count(late)));
            let actions: BTreeSet<String> = own.iter().flat_map(|row| numbers(row)).collect();
            found.extend(differs(
                &what,
                number(&line["Actions"]),
                count(actions.iter()),
            ));
            for heading in line.keys().filter(|heading| is_progress(heading)) {
                let rows = own.iter().filter(|row| text(&row["Progress"]) == **heading);
                let what = format!("{what}: {heading}");
                found.extend(differs(&what, number(&line[heading]), count(rows)));
            }
        }
        found
    }
}

fn is_progress(heading: &str) -> bool {
    heading.starts_with(['◌', '○', '◔', '◑', '●', '⊘', '—'])
}

fn numbers(row: &Row) -> Vec<String> {
    text(&row["Actions"])
        .split("; ")
        .filter(|number| !number.is_empty())
        .map(str::to_owned)
        .collect()
}

fn count(things: impl Iterator) -> u32 {
    u32::try_from(things.count()).expect("a count")
}

fn differs(what: &str, said: u32, rows: u32) -> Option<String> {
    (said != rows).then(|| format!("{what}: {said} on Summary, {rows} rows"))
}

/// A filter for each way of narrowing.
fn filters(dossier: &Dossier) -> Vec<Filter> {
    let of = |set: fn(&mut Filter, Vec<String>), value: &str| {
        let mut filter = Filter::default();
        set(&mut filter, vec![value.to_owned()]);
        filter
    };
    let clusters = dossier.read(list_clusters).expect("the clusters");
    vec![
        Filter::default(),
        of(|filter, values| filter.cluster = values, &clusters[0].id),
        of(|filter, values| filter.position = values, "NOT"),
        of(|filter, values| filter.lead = values, "none"),
        of(|filter, values| filter.progress = values, "in_progress"),
        of(|filter, values| filter.standing = values, "late"),
        of(|filter, values| filter.category = values, "4"),
        of(|filter, values| filter.state = values, "CHL"),
        Filter {
            words: "torture".to_owned(),
            ..Filter::default()
        },
        of(|filter, values| filter.mechanism = values, "TB"),
    ]
}

#[test]
fn every_number_on_summary_is_a_count_of_rows() {
    let dossier = demonstration();
    let mut sizes = BTreeSet::new();
    for filter in filters(&dossier) {
        let rows = Rows::of(&Report::of(&dossier, &filter));
        assert_eq!(rows.differences(), Vec::<String>::new(), "{filter:?}");
        sizes.insert(rows.matrix.len());
    }
    assert!(
        sizes.len() > 6,
        "the filters mean different rows: {sizes:?}"
    );
    assert!(sizes.contains(&0), "one of them means nothing");
}

/// The count would be caught if a row were missing.
#[test]
fn a_missing_row_is_noticed() {
    let dossier = demonstration();
    let mut rows = Rows::of(&Report::of(&dossier, &Filter::default()));
    rows.matrix.pop();
    assert!(!rows.differences().is_empty());
}

#[test]
fn the_cover_says_what_is_in_the_file() {
    let dossier = demonstration();
    let clusters = dossier.read(list_clusters).expect("the clusters");
    let filter = Filter {
        cluster: vec![clusters[0].id.clone(), "none".to_owned()],
        words: "children".to_owned(),
        ..Filter::default()
    };
    let report = Report::of(&dossier, &filter);
    let (cover, rows) = (report.sheet("Cover"), Rows::of(&report));
    let says = cover.beside("Filter");
    assert_eq!(
        says,
        format!(
            "Words searched for: children\nCluster: {}; Not set",
            clusters[0].name
        )
    );
    assert_eq!(
        cover.beside("This file contains"),
        format!(
            "{} of 172 recommendations and {} of 60 actions",
            rows.matrix.len(),
            rows.actions.len()
        )
    );
    let contents = cover.section("In this workbook");
    let of = |sheet: &str| {
        let line = contents.iter().find(|line| text(&line["Sheet"]) == sheet);
        number(&line.expect(sheet)["Rows"])
    };
    assert_eq!(of("Matrix"), count(rows.matrix.iter()));
    assert_eq!(of("Actions"), count(rows.actions.iter()));
    assert_eq!(of("Overdue"), count(rows.overdue.iter()));
}
