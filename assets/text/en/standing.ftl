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
