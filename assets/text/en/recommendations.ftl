# Recommendations, their positions and categories.

mechanism-unknown = “{ $mechanism }” is not a known mechanism.
position-unknown = “{ $position }” is not a known position.
position-not-for-mechanism = Only recommendations of the Universal Periodic Review carry a position; this one comes from { $mechanism }.
reference-taken = There is already a recommendation { $reference }.
    .hint = Give the new one another paragraph or letter.
category-out-of-range = Action categories run from 1 to 5; { $value } is none of them.

## Parts
part-not-in-text = “{ $text }” does not stand in the text of the recommendation.
    .hint = Mark a stretch of the text as it was adopted; nothing was changed.
part-twice = “{ $text }” is already a part.
part-is-demand = Part { $letter } is a demand; it has a status, not an answer of its own.
    .hint = Make an answered part of the same words if the State answered it separately.
part-is-answer = Part { $letter } is an answered part; it has an answer, not a status.
    .hint = Make a demand of the same words to follow its status.
letter-missing = A part needs a letter.
letter-taken = There is already a part { $letter }.
    .hint = Choose another letter.

## Recommendations that were not accepted
pathway-only-noted = { $reference } was accepted; a pathway is for recommendations that were not.
    .hint = If the position is wrong, add the right answer first.
pathway-reason-missing = Closing it needs its reasons.
    .hint = Write the reasons into the note; nothing was changed.
body-unknown = “{ $body }” is not a known treaty body or mandate.
    .hint = Choose one from the list.

## Screen: the register
recommendations-grid = Register of recommendations
recommendations-search = Search in the register
recommendations-import = Import
recommendations-export = Export
recommendations-add = New recommendation
recommendations-add-confirm = Add the recommendation
recommendations-document = Document symbol
recommendations-paragraph = Paragraph
recommendations-count = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
recommendations-count-of = { $shown } of { $count } recommendations
recommendations-selected = { $count ->
    [one] 1 selected
   *[other] { $count } selected
}
recommendations-column-tick = Ticked
recommendations-column-reference = No.
recommendations-column-text = Recommendation
recommendations-column-states = Recommending States
recommendations-column-position = Position
recommendations-column-category = Category
recommendations-column-cluster = Cluster
recommendations-column-themes = Themes
recommendations-column-priority = Priority
recommendations-column-lead = Lead agency
recommendations-column-progress = Status
recommendations-column-due = Due
recommendations-column-percent = %
recommendations-column-actions = Actions
recommendations-column-note = Note
recommendations-column-plain-text = In plain words
recommendations-column-priority-reason = Why this priority
recommendations-column-follow-up-due = Follow-up due
recommendations-column-hide = Hide the column { $column }
recommendations-columns = Columns
recommendations-columns-find = Find a column
recommendations-columns-earlier = Move { $column } earlier
recommendations-columns-later = Move { $column } later
recommendations-columns-narrower = Make { $column } narrower
recommendations-columns-wider = Make { $column } wider
recommendations-columns-reset = As at the beginning
recommendations-density = Height of rows
recommendations-group = Group
recommendations-group-by = Grouped by { $column }
recommendations-group-off = No headings
recommendations-group-close = Close all headings
recommendations-group-open = Open all headings
recommendations-group-this = Group by { $column }
recommendations-group-none = No longer group by { $column }
recommendations-density-compact = Compact rows
recommendations-density-comfortable = Comfortable rows
recommendations-density-reading = Two lines of text
recommendations-density-full = Three lines of text
recommendations-sort = Sort by { $column }
recommendations-tick = Tick { $number }
recommendations-tick-all = Tick all rows of the view
recommendations-open = Open { $reference }
recommendations-none = None
recommendations-not-set = Not set
recommendations-suggested = Suggested by the program; nobody has confirmed it yet
recommendations-copied = { $count ->
    [one] One cell copied
   *[other] { $count } cells copied
}
recommendations-copied-part = { $count } cells copied, the first of them: more would be slow to paste. Export gives the whole register.
recommendations-not-fillable = This column cannot be filled down.
recommendations-not-editable = Nothing here can be emptied; nothing was cut.
recommendations-cell-menu = What can be done with these cells
recommendations-copy = Copy
recommendations-cut = Cut
recommendations-paste = Paste
recommendations-fill-down = Fill down
recommendations-edit = Change
recommendations-filter-this = Only rows with this value
recommendations-open-panel = Show beside the register
recommendations-cancel = Cancel
recommendations-paste-title = Paste
recommendations-paste-summary = { $count ->
    [0] Nothing would change.
    [one] One cell changes.
   *[other] { $count } cells change.
  } { $same ->
    [0] {""}
    [one] One is so already.
   *[other] { $same } are so already.
  } { $refused ->
    [0] {""}
    [one] One cannot be written and stays as it is.
   *[other] { $refused } cannot be written and stay as they are.
  }
recommendations-paste-beyond = { $count ->
    [one] The last line of the block has no row here and is left out.
   *[other] The last { $count } lines of the block have no rows here and are left out.
}
recommendations-paste-refused = Stay as they are
recommendations-paste-not-editable = { $number }, { $column }: this column cannot be changed here (“{ $value }”).
recommendations-paste-unknown = { $number }, { $column }: “{ $value }” is not one of its values.
recommendations-paste-not-emptied = { $number }, { $column }: an answer is not taken away, only followed by another.
recommendations-paste-column = Column
recommendations-paste-before = Before
recommendations-paste-after = After
recommendations-paste-confirm = { $count ->
    [one] Change one cell
   *[other] Change { $count } cells
}

## Screen: saved views
recommendations-views = Views
recommendations-view-all = All
recommendations-view-menu = View
recommendations-view-save = Save as a new view
recommendations-view-save-confirm = Save
recommendations-view-name = Name
recommendations-view-what = A view keeps the search, the filters, the order, the headings and the columns. It stands in the plan, for everyone who opens it, and can be reported on.
recommendations-view-replace = Keep what is shown as “{ $name }”
recommendations-view-keep = Keep
recommendations-view-changed = (changed)
recommendations-view-rename = Rename the view
recommendations-view-earlier = Move the view earlier
recommendations-view-later = Move the view later
recommendations-view-remove = Remove the view
recommendations-view-add = Add “{ $name }”
recommendations-view-noted = Noted
recommendations-view-unclear = Unclear or pending positions

## Screen: filters
recommendations-search-offers = How the word can go on
recommendations-due-from = Due from
recommendations-due-until = Due until
recommendations-region-afr = African Group
recommendations-region-apg = Asia-Pacific Group
recommendations-region-eeg = Eastern European Group
recommendations-region-grulac = Latin American and Caribbean Group
recommendations-region-weog = Western European and Others Group
recommendations-region-obs = Observers
recommendations-region-nonun = Not members of the UN
recommendations-region-org = Organizations
recommendations-region-none = No regional group
recommendations-filter-add = Filter
recommendations-filter-clear = Clear filters
recommendations-filter-remove = Remove the filter { $name }
recommendations-filter-standing = Needs attention
recommendations-filter-progress = Status
recommendations-filter-lead = Lead agency
recommendations-filter-agency = Any role of
recommendations-filter-cluster = Cluster
recommendations-filter-position = Position
recommendations-filter-theme = Theme
recommendations-filter-group = Group of persons
recommendations-filter-sdg = SDG target
recommendations-filter-category = Category
recommendations-filter-priority = Priority
recommendations-filter-state = Recommending State
recommendations-filter-mechanism = Mechanism
recommendations-filter-body = Committee or mandate
recommendations-filter-cycle = Cycle
recommendations-filter-session = Session
recommendations-filter-year = Year
recommendations-filter-document = Document
recommendations-filter-issue = Issue
recommendations-filter-right = Right or article
recommendations-filter-territory = Territory
recommendations-filter-country = Other country
recommendations-filter-national = Own tag
recommendations-filter-region = Regional group of the States
recommendations-filter-record-type = Kind of record
recommendations-filter-language = Language
recommendations-filter-follow-up = Chosen for follow-up
recommendations-filter-scope = Scope
recommendations-filter-duration = Duration
recommendations-filter-cross-border = Cross-border
recommendations-filter-needs-law = Needs a law or budget
recommendations-filter-without = Without
recommendations-filter-due = Due
recommendations-without-lead = a lead agency
recommendations-without-action = an action
recommendations-without-deadline = a deadline
recommendations-without-cluster = a cluster
recommendations-without-priority = a priority
recommendations-without-position = a position
recommendations-without-category = a category
recommendations-without-theme = a theme
recommendations-without-issue = an issue
recommendations-without-group = a group of persons
recommendations-without-right = a right
recommendations-without-sdg = an SDG target
recommendations-without-state = a recommending State
recommendations-without-document = a document
recommendations-without-agency = any agency
recommendations-yes = Yes
recommendations-no = No
recommendations-scope-general = General
recommendations-scope-specific = Specific
recommendations-duration-one-off = Done once
recommendations-duration-multi-step = In several steps
recommendations-duration-continuing = Continuing
recommendations-needs-law-none = Neither
recommendations-needs-law-law = A law
recommendations-needs-law-budget = A budget
recommendations-needs-law-ratification = A ratification
recommendations-standing-late = Late
recommendations-standing-soon = Due within 30 days
recommendations-standing-unassigned = No lead agency
recommendations-standing-without-action = No action
recommendations-standing-unclustered = No cluster
recommendations-standing-unconfirmed = Suggestions to confirm
recommendations-standing-confirmed = Nothing left to confirm
recommendations-standing-position-unclear = Unclear position
recommendations-standing-position-pending = Pending position
recommendations-standing-repeated = As previously recommended
recommendations-standing-review-due = Noted, to be looked at again
recommendations-standing-follow-up = Chosen for follow-up
recommendations-empty = No recommendations yet
recommendations-empty-text = Bring them in from OHCHR’s matrix in Word or from UPR Info’s database, or add one by hand.
recommendations-empty-import = Import from a file
recommendations-empty-add = Add one
recommendations-no-match = { $count ->
    [0] No rows match this search
    [one] No rows match this filter
   *[other] No rows match these { $count } filters
}

## Screen: many at once
recommendations-bulk = With the ticked rows
recommendations-bulk-confirm = Confirm categories
recommendations-bulk-actions = Create actions
recommendations-bulk-clear = Clear the selection
recommendations-tags = Tags
recommendations-vocabulary-theme = Themes
recommendations-vocabulary-group = Groups of persons
recommendations-vocabulary-sdg = SDG targets
recommendations-vocabulary-issue = Issues
recommendations-vocabulary-right = Rights and articles
recommendations-vocabulary-territory = Territories
recommendations-vocabulary-country = Countries concerned
recommendations-vocabulary-national = National tags
recommendations-bulk-reading = Kind
recommendations-bulk-keep = Leave as it is

## Screen: one recommendation
recommendations-panel = Recommendation
recommendations-panel-toggle = Show or hide the panel
recommendations-panel-close = Close the panel
recommendations-page = Show as a page
recommendations-page-less = Show beside the register
recommendations-previous = Previous recommendation
recommendations-next = Next recommendation
recommendations-tab-details = Details
recommendations-tab-text = Text
recommendations-tab-answer = Answer
recommendations-tab-actions = Plan
recommendations-tab-sources = Sources
recommendations-tab-history = History
recommendations-position-set = New position
recommendations-change = Change
recommendations-confirm = Confirm
recommendations-confirm-all = Confirm all
recommendations-note = Note
recommendations-source = { $row ->
    [0] From { $file }, imported { $when }
   *[other] From { $file }, row { $row }, imported { $when }
}
recommendations-assignments = Assigned to
recommendations-assign = Assign
recommendations-role = Role
recommendations-since = since { $day }
recommendations-from-to = { $from } – { $to }
recommendations-assignment-end = End the assignment of { $agency }
recommendations-unassigned = Nobody yet
recommendations-tag-theme = Add or remove themes
recommendations-tag-group = Add or remove groups of persons
recommendations-tag-sdg = Add or remove SDG targets
recommendations-tag-issue = Add or remove issues
recommendations-tag-right = Add or remove rights and articles
recommendations-tag-territory = Add or remove territories
recommendations-tag-country = Add or remove countries
recommendations-tag-national = Add or remove national tags
recommendations-tag-retired = (retired)
recommendations-tag-remove = Remove { $name }
recommendations-actions-empty = No actions yet
recommendations-actions-empty-text = An action says what will be done, by when and who leads.
recommendations-action-add = New action
recommendations-action-name = { $number }. { $title }
recommendations-action-title = What will be done
recommendations-action-deliverable = Deliverable
recommendations-action-deliverable-hint = What will exist when it is done: a law, a report, a service.
recommendations-action-start = Start
recommendations-action-due = Due
recommendations-action-continuous = Continuing, without an end date
recommendations-action-save = Add the action
recommendations-changes-empty = Changes will appear here
recommendations-from-file = from { $file }
recommendations-field-action-category = Category
recommendations-field-cluster-id = Cluster
recommendations-field-priority = Priority
recommendations-field-position = Position
recommendations-field-note = Note
recommendations-field-to = becomes

## Follow-up of a committee
recommendations-follow-up = Follow-up of the committee
recommendations-follow-up-selected = Selected for follow-up
recommendations-follow-up-not = Not selected
recommendations-follow-up-due = State's report due on
recommendations-due-typed = Typed; clear it and the day is worked out.
recommendations-due-computed = Worked out from the day of the document.
recommendations-grade = Grade
recommendations-grade-add = Add grade
recommendations-grade-on = Given on
recommendations-grade-document = Document

## Screen: answers
recommendations-answer = Answer of the State
recommendations-answer-add = Add an answer
recommendations-answer-title = { $count ->
    [one] Add an answer
   *[other] Add an answer to { $count } recommendations
}
recommendations-answer-part-title = Add an answer to part { $letter }
recommendations-answer-choose = Choose a position
recommendations-answer-given-on = Given on
recommendations-answer-explanation = Explanation in the State’s words
recommendations-answer-order = The answer given last holds. Without a date it stands after those entered before it.
recommendations-answer-save = Add the answer
recommendations-answer-given = Given on { $day }
recommendations-answer-recorded = Undated, entered { $when }
recommendations-answer-superseded = superseded
recommendations-answer-none = No answer yet
recommendations-answer-by-parts = Follows from the answers to its parts.
recommendations-answer-not-asked = No position is asked for
recommendations-answer-not-asked-text = Only in the Universal Periodic Review does the State answer each recommendation.

## Screen: parts
recommendations-part = Part { $letter }
recommendations-part-former = A former part
recommendations-part-as-whole = As the whole
recommendations-part-status = Status of demand { $letter }
recommendations-part-remove = Remove part { $letter }
recommendations-part-make = Make a part of the marked words
recommendations-parts = Parts
recommendations-parts-answer = Parts answered by themselves
recommendations-parts-demand = Demands with their own status
recommendations-parts-none = Not divided
recommendations-parts-divide = Divide
recommendations-parts-divide-title = Divide { $reference } into parts
recommendations-parts-text = The text as adopted
recommendations-parts-hint = Mark words with the pointer, or with Shift and the arrows, and take them. The text itself stays whole.
recommendations-parts-take = Take the marked words
recommendations-parts-suggest = Take { $count } suggested parts
recommendations-parts-kind = What the parts are
recommendations-parts-drop = Leave this part out
recommendations-parts-empty = No part taken yet
recommendations-parts-save = { $count ->
    [0] Make the parts
    [one] Make 1 part
   *[other] Make { $count } parts
}

## Screen: what becomes of a noted one
recommendations-pathway = Not accepted: how it goes on
recommendations-pathway-about = It stays in the register and in every total.
recommendations-pathway-choose = Pathway
recommendations-pathway-keep-under-watch = Keep under watch
recommendations-pathway-partial-implementation = Partial implementation possible
recommendations-pathway-reconsider-position = Position to be reconsidered
recommendations-pathway-dialogue-with-mechanism = Dialogue with a mechanism
recommendations-pathway-long-term-advocacy = Long-term advocacy
recommendations-pathway-closed-with-reasons = Closed, with reasons
recommendations-pathway-review = Look at it again on
recommendations-pathway-body = Who could take it up
recommendations-pathway-because = because of “{ $label }”

## Screen: sources
recommendations-source-says = It says otherwise:
recommendations-source-agrees = It says what the record says.
recommendations-source-none = Entered by hand
recommendations-source-none-text = Files it is met in when importing are listed here.
