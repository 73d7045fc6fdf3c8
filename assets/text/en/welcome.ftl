# Before a plan lies open.

welcome-purpose = Follow up human-rights recommendations: who does what by when, in one file on this computer.
welcome-new = New plan…
welcome-opening = Opening…
welcome-drop = A plan file can also be dropped anywhere on this window.
welcome-open-backup = Open its newest backup to read
welcome-recent = Recent plans
welcome-recent-none = Plans you have opened will be listed here.
welcome-opened = Opened { $moment }
welcome-moved = File moved or drive not connected
welcome-forget = Take { $title } off this list

## A new plan
welcome-new-title = New plan
welcome-new-state = State
welcome-new-state-hint = The State whose recommendations are followed up.
welcome-new-state-missing = Choose a State from the list.
welcome-new-name = Name of the plan
welcome-new-name-hint = For instance: UPR implementation plan 2025–2029.
welcome-new-title-missing = Give the plan a name.
welcome-new-language = Language of its reports
welcome-new-language-hint = The language of the screens is chosen separately.
welcome-new-author = Your name
welcome-new-author-hint = The history shows who made each change.
welcome-new-author-missing = Enter your name.
welcome-new-create = Choose where to keep it…
