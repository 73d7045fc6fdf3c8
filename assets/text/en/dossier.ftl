# The plan file: opening, keeping, undoing.

plan-in-use = This plan is already open elsewhere: { $holder } on { $computer }, since { $since }.
    .hint = Close it there first. Meanwhile you can open its newest backup to read.
plan-not-upright = This file is not an Upright plan.
    .hint = Choose a file whose name ends in .upright. Lists and matrices are brought in with Import.
plan-suspicious = This plan file contains or hides something a plan does not have, and was not opened.
    .hint = Ask the sender to export it again from Upright. The file was not touched.
plan-damaged = This plan file is damaged and was not opened.
    .hint = It was not touched. Open its newest backup, or ask for another copy.
plan-newer = This plan was made by a newer version of Upright (file version { $version }).
    .hint = Install the newer version to open it. The file was not touched.
plan-read-only = This plan is open for reading only; nothing can be changed in it.
plan-lost = The connection to the plan file was lost.
    .hint = Everything saved is kept. Close the plan and open it again.
plan-in-place = This plan is worked on where it lies; there is nothing to copy out.
commit-unknown = It is not certain whether the last change was saved, as the disk stopped answering.
    .hint = Open the plan again: the history shows whether the change is there.
backup-failed = The backup could not be read back and was thrown away.
    .hint = The plan itself is not affected. Check the disk, then make a backup again.
copy-out-failed = The plan could not be copied back to where it came from.
    .hint = Your work is kept on this computer. Connect the drive and open the plan there again; it goes on where you stopped.
no-plan-open = No plan is open.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
undo-later-change = This cannot be undone: “{ $field }” was changed again later.
    .hint = Undo the later change first, or correct the value by hand.
