//! How work grows with the plan (S12): the slope of time over size on logarithmic paper, 1 is linear.

use std::collections::BTreeMap;

use crate::timing::{Line, Table};

#[derive(Default)]
pub struct Growth(BTreeMap<&'static str, Vec<(usize, f64)>>);

impl Growth {
    /// Work that may grow in step with the plan.
    pub fn note(&mut self, work: &'static str, size: usize, milliseconds: f64) {
        self.0.entry(work).or_default().push((size, milliseconds));
    }

    pub fn tell(&self, table: &mut Table) {
        for (work, points) in &self.0 {
            let (Some(first), Some(last)) = (points.first(), points.last()) else {
                continue;
            };
            if first.0 == last.0 {
                continue;
            }
            let ratio = |a: usize, b: usize| as_real(a) / as_real(b);
            let slope = (last.1 / first.1).ln() / ratio(last.0, first.0).ln();
            table.add(Line {
                goal: "S12",
                work: format!("growth of {work} from {}", first.0),
                size: last.0,
                figure: format!("slope {slope:.2}"),
                beside: String::new(),
                wanted: "≤ 1.05".to_owned(),
                reached: Some(slope <= 1.05),
            });
        }
    }
}

fn as_real(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
