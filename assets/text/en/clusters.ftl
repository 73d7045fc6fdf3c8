# Clusters: thematic groups of recommendations.

cluster-of-other-scheme = “{ $name }” belongs to another scheme.
    .hint = Clusters move, merge and stand under one another only within one scheme.
cluster-inside-itself = “{ $name }” cannot come to stand under itself.
    .hint = Choose a cluster that does not stand under it.
cluster-merged-with-itself = “{ $name }” cannot be merged with itself.
not-in-cluster = Not every chosen recommendation stands in “{ $name }”. Nothing was moved.
    .hint = Choose only recommendations of this cluster.
cluster-set-unknown = There is no ready-made set “{ $set }”.

## Ready-made sets
clusters-set-suggested-12 = Twelve neutral areas to begin with
clusters-set-suhakam-c1 = Eight areas of the Malaysian commission (first cycle)
clusters-set-suhakam-c2 = Nine areas of the Malaysian commission (second cycle)
clusters-set-kgz-2010 = Areas of the recommendations to Kyrgyzstan, 2010
clusters-set-kgz-measures = Headings of the measures of Kyrgyzstan
clusters-set-geo-2016 = Chapters of Georgia’s action plan, 2016–2017
clusters-set-seed-annex4 = Sectors (disability, minorities, women …)
clusters-set-uhri-themes = Themes of the Universal Human Rights Index
clusters-set-sdg-goals = Sustainable Development Goals

## Screen: sorting
clusters-view-sort = One by one
clusters-view-board = Board
clusters-view-tree = Clusters
clusters-view-criteria = Criteria of priority
clusters-show = Show
clusters-show-open = Not sorted to the end
clusters-show-cluster = Without a cluster
clusters-show-priority = Without a priority
clusters-show-lead = Without a lead
clusters-show-all = All
clusters-count = { $count ->
    [one] { $done } of 1 recommendation sorted
   *[other] { $done } of { $shown } recommendations sorted
  }
clusters-records = Recommendations to sort
clusters-keys-hint = Arrows move, Space ticks, Enter accepts what is suggested, 1 to 9 choose a cluster, C finds one, U, H, M and W set the priority, L finds the lead, T the tags, R repeats what the one before got.
clusters-done = Sorted
clusters-misses-cluster = no cluster
clusters-misses-priority = no priority
clusters-misses-lead = no lead
clusters-open-record = Open in the register
clusters-nothing = –
clusters-unconfirmed = (suggested)
clusters-all-sorted = Nothing left to sort here
clusters-all-sorted-text = Every recommendation shown here has a cluster, a priority and a lead agency.

## Suggestions
clusters-suggested = Suggested
clusters-suggested-none = Nothing is suggested for this one.
clusters-kind-category = Category
clusters-kind-cluster = Cluster
clusters-kind-theme = Theme
clusters-kind-issue = Issue
clusters-kind-group = Group
clusters-kind-sdg = SDG target
clusters-dismiss = Do not suggest { $name } here again
clusters-why-imported = as in the file it came from
clusters-why-verb = by its verb “{ $words }”
clusters-why-words = says “{ $words }”
clusters-why-name = like the name: { $words }
clusters-why-topic = speaks of the same matter as the name
clusters-why-opening = begins like others you confirmed: { $words }
clusters-why-similar = like { $reference } ({ $likeness }): { $words }
clusters-accept-many = Accept suggestions…
clusters-accept-ticked = { $count ->
    [one] For the recommendation ticked.
   *[other] For the { $count } recommendations ticked.
  }
clusters-accept-all = For all recommendations of the plan. What a person has confirmed stays as it is.
clusters-accept-least = Only from this confidence on
clusters-accept-kinds = Which suggestions
clusters-accept-kind = { $kind }: { $count }
clusters-accept-count = { $count ->
    [one] 1 suggestion for { $records } recommendations will be accepted. One step of undo.
   *[other] { $count } suggestions for { $records } recommendations will be accepted. One step of undo.
  }
clusters-accept-do = Accept

## What can be chosen
clusters-choices = Cluster, priority, lead
clusters-ticked = { $count ->
    [one] 1 ticked: keys act on it
   *[other] { $count } ticked: keys act on all of them
  }
clusters-unclustered = { $count ->
    [0] All have a cluster.
    [one] 1 has no cluster yet.
   *[other] { $count } have no cluster yet.
  }
clusters-pick-cluster = Find or add a cluster
clusters-priority = Priority
clusters-lead = Lead agency
clusters-pick-lead = Choose the lead
clusters-likely-lead = First in the list: { $agency }
clusters-as-before = As the one before

## Scores
clusters-scores = Scores
clusters-verdict = { $priority }: { $reason }
clusters-verdict-accept = Set this priority
clusters-verdict-none = Score at least half of the criteria for a suggested priority.
clusters-priority-reason = Reason noted: { $reason }

## Board
clusters-inbox = Without a cluster
clusters-move = Move { $reference } to …
clusters-more = { $count ->
    [one] 1 more in the register
   *[other] { $count } more in the register
  }

## Tree
clusters-scheme = Scheme
clusters-own = The plan’s own clusters
clusters-add = Add a cluster
clusters-add-under = Add a cluster under { $name }
clusters-rename = Rename { $name }
clusters-load-set = Add a ready-made set
clusters-add-scheme = New scheme
clusters-scheme-empty = An empty one
clusters-rename-scheme = Rename the scheme
clusters-remove-scheme = Remove the scheme
clusters-filling = { $count ->
    [one] The confirmed tags of 1 recommendation name clusters of this scheme.
   *[other] The confirmed tags of { $count } recommendations name clusters of this scheme.
  }
clusters-fill = Put them in
clusters-none = No clusters yet
clusters-none-text = Add a ready-made set, for instance the eight areas of the Malaysian commission, or clusters of your own.
clusters-holds = { $count ->
    [one] 1 recommendation
   *[other] { $shown } recommendations
  }
clusters-holds-below = { $count ->
    [one] 1 recommendation, { $total } with those below
   *[other] { $shown } recommendations, { $total } with those below
  }
clusters-do = What to do with { $name }
clusters-do-rename = Rename
clusters-do-edit = Change
clusters-do-add = Add a cluster under it
clusters-do-up = Move up
clusters-do-down = Move down
clusters-do-top = Move to the top level
clusters-do-under = Move under
clusters-do-merge = Merge into
clusters-do-split = Split
clusters-do-remove = Remove
clusters-merge-into = Merge { $name } into
clusters-move-under = Move { $name } under
clusters-name = Name
clusters-save = Save
clusters-split = Split { $name }
clusters-split-name = Name of the new cluster
clusters-split-which = { $count ->
    [one] 1 recommendation goes into it
   *[other] { $count } recommendations go into it
  }
clusters-split-first = Shown are the first hundred. The others are moved from the register.
clusters-split-do = Split

## Criteria
clusters-criteria-about = A priority rests on stated criteria. Each recommendation is scored 0 to 3 on each of them; the weighted total suggests a priority, which you confirm.
clusters-criteria-none = No criteria yet
clusters-criteria-starter = Add five to begin with
clusters-criteria-add = Add a criterion
clusters-criterion = Criterion
clusters-criterion-means = What it means
clusters-criterion-weight = Weight
clusters-criterion-do = What can be done
