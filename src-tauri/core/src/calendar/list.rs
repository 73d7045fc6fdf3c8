//! What is due, in the order of the days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rules;
use super::{Basis, DueDate, DueDateKind};
use crate::base::{Result, date};
use crate::documents::{Review, ReviewKind, list_documents, list_reviews};
use crate::dossier::Reader;
use crate::figures::{ProgressState, due_of};
use crate::people;
use crate::reference::{sessions, treaty_bodies};

/// Every day by which something is due, the earliest first.
///
/// # Errors
/// The storage's own.
pub fn list_due_dates(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<DueDate>> {
    let days: BTreeMap<String, NaiveDate> = list_documents(reader)?
        .into_iter()
        .filter_map(|document| {
            let day = date::parse(&document.published_on?).ok()?;
            Some((document.symbol, day))
        })
        .collect();
    let almanac = Almanac {
        today,
        state: people::get_profile(reader)?.state,
        days,
        reviews: list_reviews(reader)?,
    };
    let mut dates = Vec::new();
    for review in almanac.newest() {
        match review.kind {
            ReviewKind::UprReview => dates.extend(almanac.of_upr(review)),
            ReviewKind::ConcludingObservations => dates.extend(almanac.of_committee(review)),
            _ => dates.extend(almanac.typed(review, DueDateKind::Other)),
        }
    }
    dates.extend(almanac.follow_ups(reader)?);
    dates.sort_by(|one, other| {
        let key = |date: &DueDate| (date.due.on.clone(), date.kind, date.body.clone());
        key(one).cmp(&key(other))
    });
    Ok(dates)
}

struct Almanac {
    today: NaiveDate,
    /// ISO 3166-1 alpha-3 of the plan.
    state: String,
    /// Days of documents by symbol.
    days: BTreeMap<String, NaiveDate>,
    reviews: Vec<Review>,
}

fn day(text: Option<&String>) -> Option<NaiveDate> {
    date::parse(text?).ok()
}

impl Almanac {
    /// The newest review of each body: what is due next follows from it.
    fn newest(&self) -> Vec<&Review> {
        let mut newest: BTreeMap<(&str, Option<&str>), &Review> = BTreeMap::new();
        for review in &self.reviews {
            let key = (review.mechanism.as_str(), review.body.as_deref());
            let is_newer = newest
                .get(&key)
                .is_none_or(|known| self.order(review) > self.order(known));
            if is_newer {
                newest.insert(key, review);
            }
        }
        newest.into_values().collect()
    }

    fn order(&self, review: &Review) -> (Option<NaiveDate>, Option<u32>) {
        (self.held_on(review).map(|(day, _)| day), review.session)
    }

    /// The day of a review: as entered, else of its session, else of its document.
    fn held_on(&self, review: &Review) -> Option<(NaiveDate, Basis)> {
        let held = || day(review.held_on.as_ref()).map(|day| (day, Basis::Review));
        let session = || {
            let session = sessions::by_number(review.session?)?;
            (review.kind == ReviewKind::UprReview).then_some(())?;
            Some((date::parse(&session.start_on).ok()?, Basis::Session))
        };
        held()
            .or_else(session)
            .or_else(|| self.concluded_on(review))
    }

    /// The day on which its outcome stood: adopted, else the day of the document.
    fn concluded_on(&self, review: &Review) -> Option<(NaiveDate, Basis)> {
        let adopted = day(review.adopted_on.as_ref()).map(|day| (day, Basis::Adoption));
        adopted.or_else(|| {
            let day = self.days.get(review.document.as_ref()?)?;
            Some((*day, Basis::Document))
        })
    }

    fn date(
        &self,
        review: &Review,
        kind: DueDateKind,
        on: NaiveDate,
        basis: (Basis, Option<NaiveDate>),
    ) -> DueDate {
        DueDate {
            kind,
            mechanism: review.mechanism.clone(),
            body: review.body.clone(),
            cycle: review.cycle,
            session: review.session,
            document: review.document.clone(),
            review_id: Some(review.id.clone()),
            paragraphs: 0,
            due: due_of(ProgressState::NotStarted, false, Some(on), self.today),
            distance: rules::distance(on, self.today),
            is_typed: basis.0 == Basis::Typed,
            basis: basis.0,
            basis_on: basis.1.map(date::iso),
        }
    }

    fn typed(&self, review: &Review, kind: DueDateKind) -> Option<DueDate> {
        let on = day(review.next_due_on.as_ref())?;
        Some(self.date(review, kind, on, (Basis::Typed, None)))
    }

    /// The next review, the report before it, and the mid-term between.
    fn of_upr(&self, review: &Review) -> Vec<DueDate> {
        let mut dates = Vec::new();
        let next = self
            .typed(review, DueDateKind::NextReview)
            .or_else(|| self.next_session(review))
            .or_else(|| {
                let (held, basis) = self.held_on(review)?;
                let on = rules::next_review(held)?;
                let mut next = self.date(review, DueDateKind::NextReview, on, (basis, Some(held)));
                next.cycle = review.cycle.map(|cycle| cycle + 1);
                next.session = None;
                Some(next)
            });
        if let Some(next) = next {
            let on = day(next.due.on.as_ref());
            let report = on.and_then(rules::national_report).map(|report| DueDate {
                kind: DueDateKind::NationalReport,
                due: due_of(ProgressState::NotStarted, false, Some(report), self.today),
                distance: rules::distance(report, self.today),
                is_typed: false,
                // The day of the next review, worked out itself where no session is known.
                basis: match next.session {
                    Some(_) if next.basis == Basis::Session => Basis::Session,
                    _ => Basis::Review,
                },
                basis_on: on.map(date::iso),
                ..next.clone()
            });
            dates.extend(report);
            dates.push(next);
        }
        let from = self.concluded_on(review).or_else(|| self.held_on(review));
        dates.extend(from.and_then(|(day, basis)| {
            let on = rules::mid_term(day)?;
            Some(self.date(review, DueDateKind::MidTermReport, on, (basis, Some(day))))
        }));
        dates
    }

    /// The session in which the State stands in the next cycle, where it is known.
    fn next_session(&self, review: &Review) -> Option<DueDate> {
        let cycle = u8::try_from(review.cycle? + 1).ok()?;
        let number = sessions::session_of(&self.state, cycle)?;
        let on = date::parse(&sessions::by_number(number)?.start_on).ok()?;
        let basis = (Basis::Session, Some(on));
        Some(DueDate {
            cycle: Some(u32::from(cycle)),
            session: Some(number),
            ..self.date(review, DueDateKind::NextReview, on, basis)
        })
    }

    fn of_committee(&self, review: &Review) -> Option<DueDate> {
        if let Some(typed) = self.typed(review, DueDateKind::TreatyReport) {
            return Some(typed);
        }
        let committee = treaty_bodies::by_code(review.body.as_deref()?)?;
        let (day, basis) = self.concluded_on(review).or_else(|| self.held_on(review))?;
        let on = rules::treaty_report(day, committee.report_interval_years?)?;
        Some(self.date(review, DueDateKind::TreatyReport, on, (basis, Some(day))))
    }

    /// Reports on paragraphs selected for follow-up and not graded yet, one a document and day.
    fn follow_ups(&self, reader: &Reader<'_>) -> Result<Vec<DueDate>> {
        let rows: Vec<(String, Option<String>, Option<String>, u32)> = reader.rows(
            "select coalesce(r.body, ''), r.document, r.followup_due_on, count(*)
             from live_recommendation r
             where r.followup_selected = 1
               and not exists (
                 select 1 from live_grade_entry g where g.recommendation_id = r.id)
             group by r.body, r.document, r.followup_due_on
             order by r.body, r.document, r.followup_due_on",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?;
        let dates = rows
            .into_iter()
            .filter_map(|(body, document, typed, count)| {
                let review = self.reviews.iter().find(|review| {
                    review.body.as_deref() == Some(&body) && review.document == document
                });
                let (on, basis) =
                    self.follow_up_day(&body, document.as_ref(), typed.as_ref(), review)?;
                Some(DueDate {
                    kind: DueDateKind::FollowUpReport,
                    mechanism: "TB".to_owned(),
                    body: Some(body),
                    cycle: None,
                    session: review.and_then(|review| review.session),
                    document,
                    review_id: review.map(|review| review.id.clone()),
                    paragraphs: count,
                    due: due_of(ProgressState::NotStarted, false, Some(on), self.today),
                    distance: rules::distance(on, self.today),
                    is_typed: basis.0 == Basis::Typed,
                    basis: basis.0,
                    basis_on: basis.1.map(date::iso),
                })
            });
        Ok(dates.collect())
    }

    fn follow_up_day(
        &self,
        body: &str,
        document: Option<&String>,
        typed: Option<&String>,
        review: Option<&Review>,
    ) -> Option<(NaiveDate, (Basis, Option<NaiveDate>))> {
        if let Some(on) = day(typed) {
            return Some((on, (Basis::Typed, None)));
        }
        let of_review = review.and_then(|review| self.concluded_on(review));
        let of_document = || Some((*self.days.get(document?)?, Basis::Document));
        let (from, basis) = of_review.or_else(of_document)?;
        let months = treaty_bodies::by_code(body)?.followup_months?;
        Some((rules::follow_up_report(from, months)?, (basis, Some(from))))
    }
}
