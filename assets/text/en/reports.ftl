# Words of the reports: sheets, columns, legends. Numbers and dates arrive preformatted.

reports-not-set = Not set
reports-nothing = Nothing to count here.
reports-suggested = { $what } (suggested)
reports-done-of-all = { $done } of { $all }
reports-counts-as = Counts as: { $progress }

## Sheets
reports-sheet-cover = Cover
reports-sheet-summary = Summary
reports-sheet-matrix = Matrix
reports-sheet-actions = Actions
reports-sheet-overdue = Overdue
reports-sheet-legend = Legend
reports-about-summary = Counts and charts by progress, status, cluster, lead agency, position and category
reports-about-matrix = One row for each recommendation, with its text as adopted
reports-about-actions = One row for each action of the plan
reports-about-overdue = Late actions, the latest first, then those due within 30 days
reports-about-legend = Every sign, word and column explained

## Cover
reports-cover-subtitle = Progress report on the implementation of human rights recommendations
reports-cover-plan = Plan
reports-cover-mechanism = Prepared by
reports-cover-as-at = As at
reports-cover-scope = This file contains
reports-cover-scope-text = { $shown } of { $all } recommendations and { $actions } of { $allactions } actions
reports-cover-filter = Filter
reports-cover-basis = Counted
reports-cover-audience = Audience
reports-cover-contents = In this workbook
reports-cover-sheet = Sheet
reports-cover-what = What it shows
reports-cover-rows = Rows
reports-cover-legend = Signs, words and columns are explained on the last sheet, Legend.
reports-basis-paragraph = By paragraph: a recommendation counts once, however many States made it.
reports-audience-public = Public. Contains no names of persons, no internal notes and no history.

## Print
reports-print-as-at = As at { $day }
reports-print-stamp = Public
reports-print-page = Page { $page } of { $pages }

## The filter in words
reports-filter-everything = None: the whole plan
reports-filter-line = { $field }: { $values }
reports-filter-words = Words searched for
reports-filter-mechanism = Mechanism
reports-filter-agency = Agency in any role
reports-filter-standing = Standing
reports-filter-selection = Selection
reports-filter-removed = (removed)
reports-filter-chosen =
    { $count ->
        [one] { $count } recommendation chosen
       *[other] { $count } recommendations chosen
    }
reports-standing-late = With a late action
reports-standing-soon = With an action due within 30 days
reports-standing-unassigned = Without a lead agency
reports-standing-without-action = Without an action
reports-standing-unclustered = Without a cluster
reports-standing-unconfirmed = With suggestions not yet confirmed
reports-standing-confirmed = With everything suggested confirmed
reports-standing-position-unclear = With an unclear position
reports-standing-position-pending = With a pending position
reports-standing-repeated = As previously recommended
reports-standing-review-due = Noted, to be looked at again
reports-standing-follow-up = Chosen for a treaty body’s follow-up

## Summary
reports-summary-title = Summary
reports-summary-by-progress = Recommendations by progress
reports-summary-by-status = Actions by status
reports-summary-by-cluster = By cluster
    .column = Cluster
reports-summary-by-agency = By lead agency
    .column = Lead agency
reports-summary-by-position = By position of the State
    .column = Position
reports-summary-by-category = By category of action
    .column = Category
reports-chart-progress = Recommendations by progress
reports-chart-status = Actions by status
reports-figure-recommendations = Recommendations
reports-figure-implemented = Recommendations implemented
reports-figure-no-action = Recommendations without action
reports-figure-no-lead = Recommendations without lead
reports-figure-actions = Actions
reports-figure-late-actions = Late actions

## Columns
reports-column-number = No.
    .about = Cycle, mechanism and paragraph; the same number stands on the sheet Actions.
reports-column-text = Recommendation
    .about = The text as adopted, word for word.
reports-column-document = Document
    .about = Symbol of the United Nations document in which it stands.
reports-column-paragraph = Paragraph
    .about = Paragraph of that document, with its letter where it has one.
reports-column-states = Recommending States
    .about = States that made the recommendation, in the order of the document.
reports-column-position = Position
    .about = What the State answered.
reports-column-category = Category
    .about = Kind of action the recommendation asks for; "suggested" where no person has confirmed it yet.
reports-column-cluster = Cluster
    .about = The one group of the plan under which it is counted.
reports-column-priority = Priority
    .about = Priority given in the plan.
reports-column-lead = Lead
    .about = Short name of the agency that leads today.
reports-column-supporting = Supporting
    .about = Short names of the agencies that support today.
reports-column-progress = Progress
    .about = How far its actions together are.
reports-column-percent = %
    .about = Share done; for a recommendation the mean of its actions, those not applicable left out.
reports-column-next-due = Next due
    .about = The most pressing due date among its actions; late ones before those to come.
reports-column-days-late = Days late
    .about = Days between the due date and the day of this report; empty where it is not late.
reports-column-days-left = Days left
    .about = Days from the day of this report to the due date, where they are 30 or fewer.
reports-column-actions = Actions
    .about = Numbers of its actions on the sheet Actions.
reports-column-themes = Themes
    .about = Themes, as the United Nations name them.
reports-column-groups = Groups
    .about = Groups of persons concerned.
reports-column-sdg = SDG targets
    .about = Targets of the Sustainable Development Goals.
reports-column-action = Action
    .about = Running number of the action.
reports-column-title = Title
    .about = What is to be done.
reports-column-deliverable = Deliverable
    .about = What will exist when it is done.
reports-column-status = Status
    .about = Status reported for the action.
reports-column-start = Start
    .about = Planned beginning.
reports-column-due = Due
    .about = Planned end; "continuing" where the work has no end.
reports-column-milestones = Milestones
    .about = Milestones reached, of all.
reports-column-recommendations = Recommendations
    .about = Numbers of the recommendations it serves, as on the sheet Matrix.
reports-column-late = Late

## Progress and dates
reports-progress-no-action = No action yet
reports-due-late = Late
reports-due-soon = Due soon
reports-due-continuous = Continuing

## Legend
reports-legend-progress = Progress of a recommendation
reports-legend-status = Status of an action
reports-legend-dates = Dates
reports-legend-counting = How things are counted
reports-legend-category = Categories of action
reports-legend-position = Positions of the State
reports-legend-role = Roles
reports-legend-agency = Agencies
reports-legend-matrix = Columns of the sheet Matrix
reports-legend-actions = Columns of the sheets Actions and Overdue
reports-about-progress-no-action = The plan has no action for it.
reports-about-progress-not-started = It has actions; none has begun.
reports-about-progress-in-progress = At least one of its actions has begun; none is completed.
reports-about-progress-partial = At least one of its actions is completed, but not all.
reports-about-progress-done = All its actions that apply are completed.
reports-about-progress-stopped = All its actions were suspended or cancelled.
reports-about-progress-not-applicable = None of its actions applies any longer; it counts neither for nor against.
reports-about-due-late = The due date lies before the day of this report and the action is neither completed nor stopped.
reports-about-due-soon = Due within 30 days of the day of this report.
reports-about-due-continuous = Work without an end; it is looked at every year.
reports-about-role-lead = Answers for the recommendation or action; one agency at a time.
reports-about-role-supporting = Takes part in it.
reports-counting-basis = Recommendations
    .about = By paragraph: one recommendation counts once, however many States made it. Totals published elsewhere may count once for each State.
reports-counting-progress = Progress
    .about = Worked out from the statuses of a recommendation's actions. Each recommendation counts under exactly one progress.
reports-counting-percent = Per cent
    .about = Reported for each action; a recommendation shows the rounded mean of its actions.
reports-counting-late = Late
    .about = Worked out on the day of this report, never entered. On Summary a recommendation counts as late when one of its actions is.
reports-counting-agency = Agencies
    .about = A recommendation counts under the agency that leads it on the day of this report.
reports-counting-actions = Actions
    .about = Under a cluster, agency, position or category an action counts once; one that serves several of them counts under each, so the lines may add up to more than all actions.

## What may go wrong
report-text-cut = Sheet { $sheet }, row { $row }: the text in "{ $cell }" is longer than the 32,767 characters a cell of Excel holds and was cut. The plan keeps it whole.
reports-text-cut-mark = … [cut here: a cell of Excel holds no more; the plan keeps the whole text]
workbook-not-written = The workbook could not be written.
    .hint = Look whether the disk is full or the file is open in another program, then try again.
workbook-too-long = The sheet { $sheet } would have more rows than Excel can hold.
    .hint = Narrow the filter and write several reports.

## Screen
reports-screen-progress = Progress report
reports-screen-progress-about = An Excel workbook for ministries, parliament and partners: every recommendation with its actions, as they stand today.
reports-screen-scope = Recommendations
reports-screen-scope-whole = { $count ->
    [one] The whole plan: 1 recommendation
   *[other] The whole plan: { $count } recommendations
}
reports-screen-scope-view = { $count ->
    [one] What the register shows: 1 of { $of }
   *[other] What the register shows: { $count } of { $of }
}
reports-screen-narrowed = Narrowed by: { $fields }
reports-screen-scope-how = For some of them only, filter the register and choose Export there.
reports-screen-count = { $count ->
    [one] 1 recommendation goes in
   *[other] { $count } recommendations go in
}
reports-screen-language = Language of the report
reports-screen-public = This file can be handed out
reports-screen-public-what = It holds no names of persons, no internal notes and no history. Titles and deliverables of actions go in as you wrote them.
reports-screen-write = Write the workbook…
reports-screen-writing = Writing the workbook…
reports-screen-stopped = Stopped. No file was written.
reports-screen-nothing = No recommendation fits this filter.
reports-screen-done = { $rows ->
    [one] { $file } was written, with 1 row.
   *[other] { $file } was written, with { $rows } rows.
}
reports-screen-show = Show in folder
reports-screen-problems = { $count ->
    [one] 1 text did not fit and was cut
   *[other] { $count } texts did not fit and were cut
}
reports-screen-contents = In this workbook
reports-screen-cover = State, plan, date, filter and how things are counted
reports-before = Before you export
reports-before-about = The report shows these gaps as they are.
reports-before-nothing = Nothing is missing.
reports-before-unassigned = { $count ->
    [one] 1 recommendation without a lead
   *[other] { $count } recommendations without a lead
}
reports-before-without-action = { $count ->
    [one] 1 recommendation without an action
   *[other] { $count } recommendations without an action
}
reports-before-unclustered = { $count ->
    [one] 1 recommendation without a cluster
   *[other] { $count } recommendations without a cluster
}
reports-before-unconfirmed = { $count ->
    [one] 1 suggestion nobody has confirmed
   *[other] { $count } suggestions nobody has confirmed
}
reports-before-without-due = { $count ->
    [one] 1 action without a due date
   *[other] { $count } actions without a due date
}
reports-empty = Nothing to report yet
reports-empty-text = A report needs recommendations. Bring them in first.
