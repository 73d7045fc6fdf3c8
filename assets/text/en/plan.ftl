# Actions, milestones and assignments.

status-unknown = “{ $status }” is not a status of the scale.
percent-out-of-range = { $value } is not a percentage from 0 to 100.
continuous-with-due = A continuous action has no due date.
    .hint = Clear the date, or untick “continuous”.
continuous-not-complete = A continuing action cannot be complete.
    .hint = Set it to “continuing”, or untick “continuous” first.
milestone-outside-action = The milestone lies outside the dates of action { $number }.
    .hint = Move the milestone, or change the action’s dates first.
lead-begins-earlier = { $agency } already has this role from { $date }, which lies later.
    .hint = Choose a later day, or end that assignment first.
assignment-ended = The assignment of { $agency } ended on { $date } and cannot end later.
    .hint = Assign { $agency } anew from the day after.

## Screen

plan-group = Grouped by
plan-group-cluster = By cluster
plan-group-agency = By lead agency
plan-group-none = Ungrouped
plan-without-cluster = No cluster
plan-without-agency = No lead agency
plan-count = { $total } of { $of } actions
plan-ticked = { $count ->
    [one] 1 selected
   *[other] { $count } selected
}
plan-new = New action
plan-new-title = New action
plan-add = Add action
plan-empty = No actions yet
plan-empty-text = Actions turn recommendations into work: who does what by when.
plan-from-register = Choose recommendations without one
plan-nothing-found = No action matches these filters
plan-clear = Clear filters
plan-pages = Parts of the list
plan-earlier = Earlier
plan-later = Later
plan-window = { $first }–{ $last } of { $total }

plan-search = Search actions
plan-filter-standing = Pressing
plan-filter-status = Status
plan-filter-agency = Agency
plan-filter-remove = Take off: { $label }
plan-standing-late = Late
plan-standing-soon = Due soon
plan-standing-unassigned = No lead
plan-standing-without-due = No date

plan-column-number = No.
plan-column-title = Action
plan-column-lead = Lead
plan-column-status = Status
plan-column-due = Due
plan-column-percent = %
plan-column-milestones = Milestones
plan-column-recommendations = Recommendations
plan-tick-all = Select all shown
plan-tick = Select action { $number }
plan-no-lead = No lead
plan-no-lead-yet = None yet
plan-milestones-met = { $done } of { $total }
plan-more = +{ $count }

plan-bulk = With the selected actions
plan-bulk-status = Status
plan-bulk-lead = Lead
plan-bulk-due = Due date
plan-bulk-due-set = Set for all
plan-remove = Remove
plan-untick = Clear selection

plan-action = Action
plan-action-title = { $number }. { $title }
plan-tabs = Parts of the action
plan-tab-details = Details
plan-tab-recommendations = Recommendations
plan-tab-agencies = Agencies
plan-tab-milestones = Milestones
plan-history = History
plan-save = Save
plan-revert = Put back

plan-field-title = Title
plan-field-title-hint = What will be done, beginning with a verb.
plan-field-deliverable = Deliverable
plan-field-deliverable-hint = What will exist when it is done.
plan-field-start = Start
plan-field-due = Due
plan-field-no-due = Has no due date
plan-field-continuous = Continuous
plan-field-continuous-hint = Has no end by its nature; looked at every year.
plan-field-status = Status
plan-field-percent = Per cent done
plan-field-done = Done on
plan-field-description = Description
plan-field-note = Note
plan-field-lead = Lead agency

plan-linked = Recommendations it serves
plan-linked-none = None yet.
plan-unlink = Take off recommendation { $reference }
plan-link-find = Find recommendations
plan-link-find-hint = By number or by words of the text.
plan-link-add = Link

plan-choose-agency = Choose an agency
plan-assignments-none = No agency yet.
plan-assignment-agency = Agency
plan-assignment-role = Role
plan-assignment-from = From
plan-assignment-to = To
plan-assignment-end = End
plan-assign = Assign

plan-milestones-none = No milestones yet.
plan-milestone-title = Milestone
plan-milestone-new = New milestone
plan-milestone-planned = Planned for
plan-milestone-actual = Reached on
plan-milestone-add = Add milestone
plan-milestone-remove = Remove milestone { $title }
