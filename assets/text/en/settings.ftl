# What a person prefers on this computer, and what belongs to the plan.

settings-pages = Parts of the settings
settings-page-computer = This computer
settings-page-plan = Plan
settings-page-clusters = Clusters
settings-page-vocabularies = Vocabularies
settings-page-authors = Authors
settings-page-backups = Backups
settings-page-shortcuts = Keys
settings-page-about = About

## This computer
settings-computer-about = For you on this computer. The plan does not change.
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-density = Rows of the register
settings-density-hint = How many lines of a recommendation are seen.
settings-density-compact = Compact: one line
settings-density-comfortable = Comfortable: one line, more air
settings-density-reading = Reading: two lines
settings-density-full = Full: three lines
settings-text-size = Size of text
settings-text-size-hint = From 90 to 200 per cent. Also with Ctrl and + or −.
settings-text-size-normal = Normal
settings-single-keys = Single keys in the register
settings-single-keys-hint = J, K, X, S, L and D act while the rows have the focus.

## The plan
settings-plan-title = Title
settings-plan-title-hint = Stands above every screen and on the cover of reports.
settings-plan-state = State
settings-plan-language = Language
settings-plan-language-hint = In which reports are written, unless you choose another.
settings-plan-mechanism = National mechanism for reporting and follow-up
settings-plan-mechanism-hint = Stands on the cover of reports as their author.
settings-file = The file
settings-place-fixed = It lies on a disk of this computer; every change is saved at once.
settings-place-removable = It lies on a removable drive. You work on a copy on this computer, which is copied back when you close the plan.
settings-place-network = It lies on a network share. You work on a copy on this computer, which is copied back when you close the plan.
settings-place-sync-folder = It lies in a folder that another program keeps in step. You work on a copy on this computer, which is copied back when you close the plan.
settings-copy-ahead = The copy on this computer holds changes that are not copied back yet.
settings-copy-same = Everything is copied back.
settings-copied = Copied back as { $file }. The drive can be removed.
settings-check = Check the plan
settings-check-about = Reads the whole file and follows its history from the first change to the last.
settings-check-do = Check now
settings-checking = Checking…
settings-check-good = The plan is whole and its history is unbroken.
settings-check-bad = The plan is damaged or its history was altered. Keep the file and open its newest backup.
settings-check-counts = Checked: { $operations } operations with { $changes } changes.

## Clusters
settings-clusters-about = Clusters group recommendations by theme. Each recommendation counts in one of them.
settings-clusters-none = No clusters yet
settings-clusters-none-text = Add the themes by which your plan is organised, for instance “Prevention of torture”.
settings-cluster-count = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
settings-cluster-up = Move { $name } up
settings-cluster-down = Move { $name } down
settings-cluster-edit = Rename or describe { $name }
settings-cluster-edit-title = Rename or describe the cluster
settings-cluster-name = Name
settings-cluster-note = Description
settings-cluster-save = Save
settings-cluster-remove = Remove { $name }
settings-cluster-remove-what = { $count ->
    [0] No recommendation stands in it. You can undo this.
    [one] 1 recommendation stands in it; it stays in the plan, without a cluster. You can undo this.
   *[other] { $count } recommendations stand in it; they stay in the plan, without a cluster. You can undo this.
}
settings-cluster-remove-do = Remove the cluster
settings-cluster-new = New cluster
settings-cluster-add = Add

## Authors
settings-authors-about = The history names who made each change. Officers who share this computer choose their name here or in the top bar.
settings-authors-none = Nobody has chosen a name in this plan yet.
settings-author-chosen = Working now
settings-author-choose = Work as this person
settings-author-new = Another name
settings-author-new-hint = It is added to the plan and chosen.
settings-author-add = Add and choose

## Backups
settings-backups-about = Upright makes backups by itself: when a plan is opened, every half hour of work, and before each import. They are kept on this computer.
settings-backups-none = No backups yet.
settings-backup-make = Make a backup now
settings-backup-done = Made { $moment } and read back.
settings-backup-made = Made
settings-backup-reason = Why
settings-backup-size = Size
settings-backup-restore = Restore
settings-reason-opening = The plan was opened
settings-reason-interval = Half an hour of work
settings-reason-before-import = Before an import
settings-reason-before-migration = Before the file’s format changed
settings-reason-before-restore = Before a backup was restored
settings-reason-asked = Asked for
settings-restored = The backup was restored as { $file }.
settings-restored-what = It lies beside the plan, which was not touched. Look at it first; both can be kept.
settings-restored-open = Open the restored plan
settings-restored-show = Show in folder

## Keys
settings-shortcuts-about = Everything can be done without a mouse. F1 shows this list anywhere.

## About
settings-version = Version { $version }
settings-offline = Works without a network. Each plan is one file on a disk of yours; nothing is sent anywhere.
settings-licence-program = Free software, under the MIT or the Apache 2.0 licence, as you choose.
settings-fonts = Fonts
settings-fonts-about = Bundled under the SIL Open Font License 1.1.
settings-font-licence = Licence of { $font }
settings-pieces = Built with
settings-pieces-about = The main pieces and their licences.
