# Where things stand.

standing-as-at = As at { $day }

## The first line
standing-pressing = What presses
standing-figure-late = Late
standing-figure-soon = Due in 30 days
standing-figure-unassigned = No lead
standing-figure-without-action = No action
standing-figure-unclustered = Unclustered
standing-figure-unconfirmed = To confirm
standing-about-late = Recommendations with a late action
standing-about-soon = Recommendations with an action due within 30 days
standing-about-unassigned = Recommendations without a lead agency
standing-about-without-action = Recommendations without an action
standing-about-unclustered = Recommendations without a cluster
standing-about-unconfirmed = Recommendations with suggestions that nobody has confirmed

## Setting up
standing-set-up = Setting up the plan
standing-step-done = done
standing-step-import = Bring in the recommendations
standing-step-agencies = Name the agencies that carry them out
standing-step-clusters = Sort them into clusters
standing-step-leads = Give each a lead agency
standing-step-actions = Turn them into actions
standing-step-count-import = { $count ->
    [0] none yet
    [one] 1 recommendation
   *[other] { $count } recommendations
}
standing-step-count-agencies = { $count ->
    [0] none yet
    [one] 1 agency
   *[other] { $count } agencies
}
standing-step-count-clusters = { $count ->
    [0] none yet
    [one] 1 cluster
   *[other] { $count } clusters
}
standing-step-count-leads = { $count ->
    [0] none is without
    [one] 1 is without
   *[other] { $count } are without
}
standing-step-count-actions = { $count ->
    [0] none yet
    [one] 1 action
   *[other] { $count } actions
}
standing-step-go-import = Import
standing-step-go-agencies = Agencies
standing-step-go-clusters = Clusters
standing-step-go-leads = Show those without
standing-step-go-actions = Action plan

## Progress
standing-progress = Progress of recommendations
standing-legend = Recommendations by progress
standing-shown-as = Shown as
standing-as-bars = Bars
standing-as-table = Table
standing-by-cluster = By cluster
standing-by-lead = By lead agency
standing-by-position = By position
standing-by-category = By action category
standing-none-cluster = No cluster
standing-none-lead = No lead agency
standing-none-position = No position
standing-none-category = No category
standing-part = { $progress }: { $count }
standing-late = { $count ->
    [one] 1 late
   *[other] { $count } late
}
standing-column-name = Name
standing-column-recommendations = Recommendations
standing-column-late = Late
standing-column-actions = Actions

## Counts and shares
standing-tab-now = Now
standing-counts = Counts and shares
standing-counts-by = Count by
standing-counts-basis = What is counted
standing-counts-view = Of which recommendations
standing-counts-words = And with the words
standing-dimension-category = Action category
standing-dimension-position = Position
standing-dimension-theme = Theme
standing-dimension-group = Group of persons
standing-dimension-region = Regional group of the recommending State
standing-dimension-state = Recommending State
standing-dimension-cycle = Cycle
standing-dimension-cluster = Cluster
standing-dimension-mechanism = Mechanism
standing-dimension-priority = Priority
standing-dimension-sdg = SDG target
standing-dimension-issue = Issue
standing-dimension-lead = Lead agency
standing-basis-paragraph = By paragraph
standing-basis-state = By recommending State
standing-basis-part = By part answered
standing-counts-total-paragraph = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
standing-counts-total-state = { $count ->
    [one] 1 recommendation by a State
   *[other] { $count } recommendations by States, in { $records } paragraphs
}
standing-counts-total-part = { $count ->
    [one] 1 part
   *[other] { $count } parts, in { $records } paragraphs
}
standing-counts-acceptance = { $share } accepted ({ $accepted }); apart from that { $partial } accepted in part and { $noted } noted
standing-counts-noted = { $count } noted
standing-counts-number = Number
standing-counts-share = Share
standing-counts-all = All
standing-counts-not-set = Not set
standing-counts-cycle = Cycle { $cycle }
standing-counts-show = Show these rows
standing-counts-copy = Copy table
standing-counts-copied = The table was copied
standing-counts-of-all = All recommendations
standing-counts-of-view = View “{ $view }”
standing-counts-of-words = with the words “{ $words }”
standing-counts-source = { $basis }. { $scope }. As at { $day }.
standing-counts-overlapping = One may stand under several lines: the shares together are more than the whole.
standing-answer-accepted = Accepted
standing-answer-partial = Accepted in part
standing-answer-noted = Noted
standing-answer-pending = Pending
standing-answer-open = No clear answer
standing-answer-not-asked = No position asked for
