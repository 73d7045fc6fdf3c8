# The frame around every screen, and its parts.

## Screens
shell-nav = Screens
shell-screen-standing = Where things stand
shell-screen-recommendations = Recommendations
shell-screen-clusters = Sorting
shell-screen-lineage = Similar
shell-screen-plan = Action plan
shell-screen-people = Agencies
shell-screen-documents = Documents & calendar
shell-screen-import = Import
shell-screen-reports = Reports
shell-screen-history = History
shell-screen-settings = Settings
shell-skip = Skip to the content
shell-go = Go to { $screen }

## The open plan
shell-plan-demo = Explore the demo plan
shell-plan-open = Open a plan…
shell-plan-close = Close the plan
shell-plan-copy-out = Copy back to the drive
shell-open-plan-first = Open a plan first, then bring in this file.
shell-copied-out = The plan was copied back. The drive can be removed.
shell-read-only = Read only
shell-saved = All changes saved
shell-saved-at = Saved { $time }
shell-as-at = As at { $day }

## Undo and redo
shell-undo = Undo
shell-undo-what = Undo: { $operation }
shell-undo-nothing = Nothing to undo
shell-redo-what = Redo: { $operation }
shell-redo-nothing = Nothing to redo
shell-done = Done: { $operation }
shell-undone = Undone: { $operation }
shell-redone = Done again: { $operation }
shell-op-other = last change

## Tags and clusters of a selection
shell-tags = Tags and clusters
shell-tags-title = { $count ->
    [one] Tags and clusters of 1 recommendation
   *[other] Tags and clusters of { $count } recommendations
  }
shell-tags-theme = Themes
shell-tags-group = Groups of persons
shell-tags-sdg = SDG targets
shell-tags-issue = Issues
shell-tags-national = The plan’s own
shell-tags-cluster = Cluster
shell-tags-about = A tick: all have it. A dash: some have it, and that stays so unless you choose. Empty: none has it.
shell-tags-apply = Apply

## Who works here
shell-author-title = Who is working?
shell-author-why = The history shows who made each change. Choose your name, or add it.
shell-author-name = Name
shell-author-confirm = Start working
shell-author-change = Change who is working
shell-author-none = Choose a name

## Search and commands
shell-search = Search or run a command
shell-search-hint = A number, words of a recommendation, a screen…
shell-search-found = Found
shell-theme-dark = Use the dark theme
shell-theme-light = Use the light theme

## Help
shell-help = Help
shell-help-title = Keys
shell-help-group-everywhere = Everywhere
shell-help-group-register = In the register
shell-help-key-palette = search or run a command
shell-help-key-undo = undo
shell-help-key-redo = do again
shell-help-key-screen = go to a screen
shell-help-key-region = next part of the window
shell-help-key-back = back and forward
shell-help-key-open = open a plan
shell-help-key-close = close the plan
shell-help-key-text-size = larger, smaller, normal text
shell-help-key-help = this list
shell-help-key-find = search in the register
shell-help-key-move = move
shell-help-key-edge = to the edge of the rows
shell-help-key-ends = first and last row
shell-help-key-edit = change the cell
shell-help-key-tick = tick the row
shell-help-key-range = choose several cells
shell-help-key-all = tick all rows of the view
shell-help-key-copy = copy the chosen cells
shell-help-key-fill = fill down
shell-help-key-panel = open or close the panel
shell-help-key-page = open the recommendation as a page
shell-help-key-next = next and previous row
shell-help-key-x = tick the row
shell-help-key-set = show the actions with status and due date (S, D), set the lead (L)
shell-version = Upright { $version }

## What went wrong, where nothing more is known
shell-unexpected = The program met something it did not expect.
    .hint = Nothing was lost. Try again; if it happens again, close and open the plan.
shell-fault-person = This could not be done.
shell-fault-file = The file could not be read or written.
shell-fault-bug = The program met a fault of its own. Nothing was lost.

## Parts
parts-close = Close
parts-cancel = Cancel
parts-detail = Technical detail
parts-toasts = Messages
parts-nothing-found = Nothing found
parts-more-found = { $count ->
    [one] One more: type to narrow the list
   *[other] { $count } more: type to narrow the list
}
parts-job-of = { $done } of { $total }
parts-due-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
parts-due-soon = { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}
parts-due-continuous = Continuing
parts-due-none = No date
parts-date-pick = Pick a day
parts-date-clear = Clear the date
parts-date-earlier = Previous month
parts-date-later = Next month
parts-pick-type = Type to narrow the list
parts-pick-some = some of them
parts-pick-new = Add “{ $name }”

## The language of the screens
shell-language = Language
shell-language-longer = en-XA – longer words, for testing
shell-language-mirrored = ar-XB – right to left, for testing
