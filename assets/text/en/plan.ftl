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
