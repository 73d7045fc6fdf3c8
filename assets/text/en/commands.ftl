# Names of operations, for the history and for “Undo: …”; and what uprightctl says.

op-create-plan = make the plan “{ $title }”
op-choose-author = add { $name } to the authors
op-edit-profile = change the plan’s title page
op-add-agencies = add agencies
op-edit-agency = change agency { $agency }
op-remove-agency = remove agency { $agency }
op-add-focal-point = add a focal point at { $agency }
op-edit-focal-point = change a focal point at { $agency }
op-remove-focal-point = remove a focal point at { $agency }
op-add-recommendation = add recommendation { $reference }
op-edit-recommendations = { $count ->
    [one] change a recommendation
   *[other] change { $count } recommendations
  }
op-confirm-categories = { $count ->
    [one] confirm an action category
   *[other] confirm { $count } action categories
  }
op-tag-recommendations = { $count ->
    [one] tag a recommendation
   *[other] tag { $count } recommendations
  }
op-set-position = { $count ->
    [one] set the position of a recommendation
   *[other] set the position of { $count } recommendations
  }
op-add-parts = { $count ->
    [one] make a part of { $reference }
   *[other] make { $count } parts of { $reference }
  }
op-edit-part = change part { $letter } of { $reference }
op-remove-part = remove part { $letter } of { $reference }
op-answer-part = answer part { $letter } of { $reference }
op-set-noted-pathway = { $count ->
    [one] set the pathway of a recommendation
   *[other] set the pathway of { $count } recommendations
  }
op-edit-smart-check = check the wording of { $reference }
op-add-reading = add an agreed reading of { $reference }
op-edit-reading = change an agreed reading of { $reference }
op-remove-reading = remove an agreed reading of { $reference }
op-put-translation = translate { $reference } ({ $language })
op-remove-translation = remove the translation of { $reference } ({ $language })
op-correct-text = correct the text of { $reference }
op-add-vocabulary-entry = add the label “{ $label }”
op-edit-vocabulary-entry = change the label “{ $label }”
op-remove-vocabulary-entry = remove the label “{ $label }”
op-import-vocabulary = { $count ->
    [one] take over a label
   *[other] take over { $count } labels
  }
op-remove-recommendations = { $count ->
    [one] remove a recommendation
   *[other] remove { $count } recommendations
  }
op-set-cells = { $count ->
    [one] set one cell
   *[other] set { $count } cells
  }
op-save-view = save the view “{ $view }”
op-edit-view = change the view “{ $view }”
op-remove-view = remove the view “{ $view }”
op-add-cluster = add cluster { $cluster }
op-edit-cluster = change cluster { $cluster }
op-remove-cluster = remove cluster { $cluster }
op-merge-clusters = { $count ->
    [one] merge a cluster into { $cluster }
   *[other] merge { $count } clusters into { $cluster }
  }
op-split-cluster = split { $cluster } from { $from }
op-cluster-recommendations = { $count ->
    [one] set the clusters of a recommendation
   *[other] set the clusters of { $count } recommendations
  }
op-add-scheme = add scheme { $scheme }
op-edit-scheme = change scheme { $scheme }
op-remove-scheme = remove scheme { $scheme }
op-load-cluster-set = { $count ->
    [one] add a ready-made cluster
   *[other] add { $count } ready-made clusters
  }
op-fill-scheme = fill { $scheme } from confirmed tags
op-add-criterion = add criterion { $criterion }
op-add-starter-criteria = { $count ->
    [one] add a ready-made criterion
   *[other] add { $count } ready-made criteria
  }
op-edit-criterion = change criterion { $criterion }
op-remove-criterion = remove criterion { $criterion }
op-score-recommendations = { $count ->
    [one] score a recommendation on { $criterion }
   *[other] score { $count } recommendations on { $criterion }
  }
op-accept-suggestions = { $count ->
    [one] accept suggestions for a recommendation
   *[other] accept suggestions for { $count } recommendations
  }
op-dismiss-suggestions = { $count ->
    [one] dismiss suggestions for a recommendation
   *[other] dismiss suggestions for { $count } recommendations
  }
op-accept-priorities = { $count ->
    [one] confirm a suggested priority
   *[other] confirm { $count } suggested priorities
  }
op-add-action = add action { $number }
op-draft-actions = { $count ->
    [one] draft an action
   *[other] draft { $count } actions
  }
op-edit-actions = { $count ->
    [one] change an action
   *[other] change { $count } actions
  }
op-remove-actions = { $count ->
    [one] remove an action
   *[other] remove { $count } actions
  }
op-link-actions = link actions to recommendations
op-unlink-actions = unlink actions from recommendations
op-add-milestone = add a milestone to action { $number }
op-edit-milestone = change a milestone of action { $number }
op-remove-milestone = remove a milestone of action { $number }
op-assign = { $subject ->
    [action] { $count ->
        [one] assign an action to { $agency }
       *[other] assign { $count } actions to { $agency }
      }
   *[recommendation] { $count ->
        [one] assign a recommendation to { $agency }
       *[other] assign { $count } recommendations to { $agency }
      }
  }
op-end-assignments = { $count ->
    [one] end an assignment
   *[other] end { $count } assignments
  }
op-add-links = { $count ->
    [one] link two recommendations
   *[other] link { $count } pairs of recommendations
  }
op-link-similar = { $count ->
    [one] link two similar recommendations
   *[other] link { $count } pairs of similar recommendations
  }
op-reject-links = { $count ->
    [one] set a similar pair aside
   *[other] set { $count } similar pairs aside
  }
op-remove-links = { $count ->
    [one] remove a link between recommendations
   *[other] remove { $count } links between recommendations
  }
op-add-document = enter document { $symbol }
op-edit-document = change document { $symbol }
op-remove-document = take document { $symbol } out of the register
op-add-review = enter a review of { $mechanism }
op-edit-review = change a review of { $mechanism }
op-remove-review = take a review of { $mechanism } out of the register
op-set-follow-up = { $count ->
    [one] set the follow-up of 1 recommendation
   *[other] set the follow-up of { $count } recommendations
}
op-add-grade = { $count ->
    [one] grade 1 recommendation { $grade }
   *[other] grade { $count } recommendations { $grade }
}
op-import-file = import { $count } recommendations from { $file }
op-build-demo = build the demonstration plan

## uprightctl
cli-check-good = The plan is whole and its history is unbroken.
cli-check-bad = The plan is damaged or its history was tampered with. Keep the file and open its newest backup.
cli-import-done = { $read } read: { $added } added, { $changed } changed, { $unchanged } unchanged, { $withdrawn } no longer in the file.
cli-map-not-understood = "{ $part }" names no column.
    .hint = Write the meaning, then the column by number or letter: --map text=3,position=D.
cli-undo-done = Undone: { $operation }
cli-redo-done = Done again: { $operation }
list-not-narrowed = Views and filters of the register narrow recommendations only.
    .hint = Leave out --view and --filter, or list recommendations.
cli-state-needed = The file does not say which State it is about.
    .hint = Name it with --state and its code, for instance --state MAR.

## Cells written at once
cell-value-unknown = “{ $value }” is no value of this column.
    .hint = Nothing was changed. Choose one of the column’s values.
position-not-cleared = A position, once given, is not taken away: nothing was changed.
    .hint = Give another position instead; the earlier one stays in the history.
