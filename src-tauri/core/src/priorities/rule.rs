//! From scores to a priority.

use serde::Serialize;
use ts_rs::TS;

use super::FULL;
use crate::recommendations::Priority;

/// A score from which a criterion counts as high in the reason.
const HIGH: u8 = 2;

/// The priority that the scores suggest, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verdict {
    pub priority: Priority,
    /// Weighted share of the full score over the criteria that are scored, in per cent.
    pub percent: u8,
    /// Criteria scored 2 or 3.
    pub high: u32,
    pub scored: u32,
    pub criteria: u32,
}

/// Weighs the scores: Σ weight·score / Σ weight·3. Urgent from 75 per cent, high from 50, medium from
/// 25. Nothing is said while less than half of the criteria are scored.
#[must_use]
pub fn verdict(weights_and_scores: &[(u8, Option<u8>)]) -> Option<Verdict> {
    let scored: Vec<(u32, u32)> = weights_and_scores
        .iter()
        .filter_map(|(weight, score)| score.map(|score| (u32::from(*weight), u32::from(score))))
        .collect();
    if scored.is_empty() || scored.len() * 2 < weights_and_scores.len() {
        return None;
    }
    let full: u32 = scored
        .iter()
        .map(|(weight, _)| weight * u32::from(FULL))
        .sum();
    let sum: u32 = scored.iter().map(|(weight, score)| weight * score).sum();
    let percent = (sum * 100 + full / 2).checked_div(full)?;
    let high = scored.iter().filter(|(_, score)| *score >= u32::from(HIGH));
    Some(Verdict {
        priority: match percent {
            75.. => Priority::Urgent,
            50.. => Priority::High,
            25.. => Priority::Medium,
            _ => Priority::Low,
        },
        percent: u8::try_from(percent).unwrap_or(100),
        high: count(high.count()),
        scored: count(scored.len()),
        criteria: count(weights_and_scores.len()),
    })
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(scores: &[(u8, Option<u8>)]) -> Option<(Priority, u8, u32)> {
        verdict(scores).map(|found| (found.priority, found.percent, found.high))
    }

    #[test]
    fn weights_decide() {
        let even = [(1, Some(3)), (1, Some(0))];
        assert_eq!(suggested(&even), Some((Priority::High, 50, 1)));
        let heavy = [(3, Some(3)), (1, Some(0))];
        assert_eq!(suggested(&heavy), Some((Priority::Urgent, 75, 1)));
        let light = [(1, Some(3)), (9, Some(0))];
        assert_eq!(suggested(&light), Some((Priority::Low, 10, 1)));
    }

    #[test]
    fn criteria_without_a_score_neither_help_nor_hurt() {
        let scores = [(1, Some(1)), (1, Some(1)), (5, None)];
        assert_eq!(suggested(&scores), Some((Priority::Medium, 33, 0)));
    }

    #[test]
    fn too_few_scores_say_nothing() {
        assert_eq!(verdict(&[]), None);
        assert_eq!(verdict(&[(1, None)]), None);
        assert_eq!(verdict(&[(1, Some(3)), (1, None), (1, None)]), None);
    }
}
