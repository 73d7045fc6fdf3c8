# The history: what was done to the plan, by whom, when and from which file.

## Screen
history-undone = Undid: { $operation }
history-redone = Did again: { $operation }
history-is-undone = Undone
history-nobody = No name
history-from-file = from { $file }
history-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
history-more = Show earlier
history-shown = The last { $shown } of { $total } changes
history-more-changes = Show more
history-show-all = Show the whole history
history-empty = No changes yet
history-empty-record = No changes of this record
history-empty-text = Every edit, import and assignment appears here, with who made it and when.
history-this-record = this record
history-action-name = { $number }. { $title }

## Filter by record
history-filter = Filter by record
history-filter-words = Number or words
history-filter-hint = A recommendation, action, agency or cluster
history-filter-found = Found
history-filter-clear = Show all records

## Changes of an operation
history-column-record = Record
history-column-field = Field
history-column-before = Before
history-column-after = After
history-nothing = (empty)
history-yes = Yes
history-no = No
history-fate-made = Added
history-fate-removed = Removed
history-fate-back = Brought back

## Kinds of record
history-record-profile = Plan
history-record-author = Author
history-record-agency = Agency
history-record-focal-point = Focal point
history-record-cluster = Cluster
history-record-cluster-scheme = Scheme of clusters
history-record-recommendation-cluster = Cluster of a further scheme
history-record-priority-criterion = Criterion of priority
history-record-priority-score = Score
history-record-recommendation = Recommendation
history-record-recommendation-state = Recommending State
history-record-recommendation-tag = Tag
history-record-recommendation-source = Source
history-record-position-entry = Position
history-record-recommendation-part = Part
history-record-smart-check = Check of the wording
history-record-agreed-reading = Agreed reading
history-record-translation = Translation
history-record-corrigendum = Corrigendum
history-record-noted-pathway = Pathway
history-record-vocabulary-entry = Label
history-record-source-file = Imported file
history-record-action = Action
history-record-action-recommendation = Link
history-record-milestone = Milestone
history-record-saved-view = View
history-record-assignment = Assignment

## Fields
history-field-title = Title
history-field-state = State
history-field-language = Language
history-field-mechanism-name = Name of the mechanism
history-field-name = Name
history-field-short-name = Short name
history-field-kind = Kind
history-field-note = Note
history-field-agency-id = Agency
history-field-function = Function
history-field-email = E-mail
history-field-phone = Telephone
history-field-role = Role
history-field-from-on = From
history-field-to-on = To
history-field-query = What the view shows
history-field-place = Place in the order
history-field-record-type = Kind of record
history-field-reference = Reference
history-field-sort-key = Order
history-field-mechanism = Mechanism
history-field-cycle = Cycle
history-field-session = Session
history-field-document = Document
history-field-paragraph = Paragraph
history-field-letter = Letter
history-field-text = Text
history-field-raw-text = Text as in the file
history-field-position = Position
history-field-action-category = Action category
history-field-action-category-confirmed = Action category confirmed
history-field-cluster-id = Cluster
history-field-priority = Priority
history-field-priority-reason = Reason of the priority
history-field-scheme-id = Scheme
history-field-parent-id = Stands under
history-field-origin = Made from
history-field-weight = Weight
history-field-criterion-id = Criterion
history-field-score = Score
history-field-vocabulary = Vocabulary
history-field-label = Label
history-field-confirmed = Confirmed
history-field-given-on = Given on
history-field-explanation = Explanation
history-field-recorded-at = Recorded
history-field-format = Format
history-field-sha256 = Fingerprint of the file
history-field-imported-at = Imported
history-field-sheet = Sheet
history-field-row = Row
history-field-plain-text = Plain restatement
history-field-scope = Scope
history-field-duration = Duration
history-field-cross-border = Crosses borders
history-field-cross-border-topic = What crosses borders
history-field-needs-law = Needs Parliament
history-field-part-id = Part
history-field-is-vague = Vague
history-field-specific = Specific
history-field-measurable = Measurable
history-field-achievable = Achievable
history-field-relevant = Relevant
history-field-time-bound = Bound to a time
history-field-agreed-on = Agreed on
history-field-parties = Parties
history-field-is-official = Official
history-field-text-before = Text before
history-field-text-after = Text after
history-field-reason = Reason
history-field-pathway = Pathway
history-field-review-on = Review on
history-field-body = Body
history-field-parent = Stands under
history-field-is-active = Offered
history-field-edition = Edition
history-field-number = Number
history-field-description = Description
history-field-deliverable = Deliverable
history-field-start-on = Start
history-field-due-on = Due
history-field-continuous = Continuing
history-field-status = Status
history-field-percent = Done
history-field-done-on = Completed on
history-field-planned-on = Planned for
history-field-actual-on = Reached on

## Values
history-value-theme = Theme
history-value-group = Group of persons
history-value-sdg = SDG target
history-value-milestone = Milestone
history-value-benchmark = Benchmark
history-value-main = Main contact
history-value-alternate = Alternate
