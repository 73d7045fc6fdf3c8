# Words of the calendar: what is due next to each mechanism.

calendar-empty = Nothing is due that the plan knows of
calendar-empty-text = Days are worked out from the reviews of the plan. Import a review, or enter one.
calendar-column-day = Day
calendar-column-when = When
calendar-column-what = What
calendar-column-mechanism = Mechanism
calendar-column-basis = How the day is known
calendar-kind-national-report = National report for the review
calendar-kind-next-review = Next review
calendar-kind-mid-term-report = Mid-term report (voluntary)
calendar-kind-treaty-report = Next report to the committee
calendar-kind-follow-up-report = { $count ->
    [one] Report on 1 paragraph selected for follow-up
   *[other] Report on { $count } paragraphs selected for follow-up
}
calendar-kind-other = Next step
calendar-computed = Worked out
calendar-typed = Typed
calendar-basis-typed = Typed by a person
calendar-basis-session = From the session of { $day }
calendar-basis-review = From the review of { $day }
calendar-basis-adoption = From the adoption on { $day }
calendar-basis-document = From the document of { $day }
calendar-today = today
calendar-ahead-days = { $count ->
    [one] in 1 day
   *[other] in { $count } days
}
calendar-ahead-months = { $count ->
    [one] in 1 month
   *[other] in { $count } months
}
calendar-ahead-years = { $count ->
    [one] in 1 year
   *[other] in { $count } years
}
calendar-past-days = { $count ->
    [one] 1 day late
   *[other] { $count } days late
}
calendar-past-months = { $count ->
    [one] 1 month late
   *[other] { $count } months late
}
calendar-past-years = { $count ->
    [one] 1 year late
   *[other] { $count } years late
}
