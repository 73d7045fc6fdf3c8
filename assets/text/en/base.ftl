# Words every room may need: the program's name and what goes wrong with files and values.

app-name = Upright

## Files and disk
disk-full = { $file ->
        [none] The disk is full, so the last change could not be saved.
       *[other] The drive that holds { $file } is full, so the last change could not be saved.
    }
    .hint = Everything saved before is kept. Free some space and try again.
disk-trouble = The disk could not be read or written.
    .hint = Everything saved before is kept. Check that the drive is still connected, then try again.
file-exists = A file of that name is already there.
    .hint = Choose another name; the file was not touched.
file-not-found = The file is not there any more.
    .hint = It may have been moved or renamed. Choose it again.
file-not-permitted = This computer does not allow the file to be opened.
    .hint = Ask for access, or copy it to a folder of your own.
file-not-chosen = The program may only use files that you chose.
    .hint = Choose the file again.
home-unknown = The folder for the program's own data could not be found.
    .hint = Name one in the environment variable UPRIGHT_HOME.
storage-fault = Something went wrong inside the plan file; nothing was changed.
    .hint = Try again. If it happens again, check the plan and keep its backups.

## Values
cancelled = Stopped. Nothing was changed.
arguments-not-understood = The request was not understood: { $reason }
command-unknown = There is no command “{ $command }”.
    .hint = List them with “uprightctl commands”.
value-refused = The value does not fit and was not saved.
    .hint = Check what you entered; the record stands as it was.
date-not-understood = “{ $date }” is not a date.
    .hint = Enter it as year-month-day, for instance 2027-03-15.
dates-in-wrong-order = The end ({ $to }) lies before the beginning ({ $from }).
    .hint = Change one of the two dates; nothing was saved.
name-missing = A name is needed.
name-taken = “{ $name }” is already there.
    .hint = Choose another name.
title-missing = A title is needed.
text-missing = The text of the recommendation is missing.
text-size-out-of-range = The text size must lie between 90 and 200 per cent.
label-empty = An empty label cannot be set.
list-empty = The list has no lines.
    .hint = Enter one agency a line.
selection-empty = Nothing is selected.
record-not-found = That record is not there any more.
    .hint = It may have been removed meanwhile; look in the history.
page-too-large = Too many rows were asked for at once ({ $limit }).
board-stale = The figures were out of date.
    .hint = Open the screen again.
