# Priorities by stated criteria.

weight-out-of-range = Weights run from 1 to 10; { $value } is none of them.
score-out-of-range = Scores run from 0 to 3; { $value } is none of them.
no-priority-suggested = None of the chosen recommendations has enough scores for a suggestion.
    .hint = Score at least half of the criteria first.

priorities-reason = { $high } of { $criteria } criteria high ({ $percent } %)

## Criteria to begin with
priorities-starter-severity = Severity
    .about = Life, liberty or bodily integrity is at stake, or many people are affected.
priorities-starter-urgency = Urgency
    .about = The next report, review or legal deadline is near, or harm goes on today.
priorities-starter-repeated = Said before
    .about = Repeated from earlier cycles, or said by several mechanisms.
priorities-starter-obligation = Legal obligation
    .about = A treaty in force, a judgment or a law of the State requires it.
priorities-starter-feasibility = Feasibility
    .about = Means, agency and law to do it within the plan’s period are there.
