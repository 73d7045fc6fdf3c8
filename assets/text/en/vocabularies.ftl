# Vocabularies: the labels with which recommendations are tagged.

label-taken = “{ $label }” is already in the list.
label-unknown = “{ $label }” is not in the list.
label-built-in = “{ $label }” comes with the program and keeps its name.
    .hint = Retire it and add one of your own; records that have it keep it.
label-in-use = { $count ->
    [one] One recommendation has “{ $label }”, so it cannot be removed.
   *[other] { $count } recommendations have “{ $label }”, so it cannot be removed.
  }
    .hint = Retire it instead: it is no longer offered, and nothing is lost.
label-retired = “{ $label }” was retired and is no longer offered.
    .hint = Choose another label, or take it up again in the settings.
vocabulary-closed = States and SDG targets are those of the United Nations; none can be added or renamed.
    .hint = Use a national tag instead.
parent-unknown = “{ $label }” is not in the list, so nothing can stand under it.
    .hint = Add it first.
parent-below-itself = “{ $label }” would stand below itself.
    .hint = Choose another entry above it; nothing was changed.
table-without-label = The table has no column headed “label”.
    .hint = Name the columns in the first line: label, parent, active, edition, note. Nothing was changed.
row-label-empty = Line { $row } has no label.
    .hint = Fill it in or take the line out; nothing was changed.
row-label-twice = Line { $row } gives “{ $label }” a second time.
    .hint = Take one of the two lines out; nothing was changed.
row-active-unclear = Line { $row } says “{ $value }” under “active”; it can be yes or no.
    .hint = Put it right; nothing was changed.

## Screen: settings
vocabularies-about = Labels to tag recommendations with. What comes with the program can be retired; what the plan adds can also be renamed.
vocabularies-choose = Vocabulary
vocabularies-find = Find a label
vocabularies-only-used = Only labels in use
vocabularies-none = No labels yet
vocabularies-none-text = Add the first one below, or paste a table.
vocabularies-more = The first { $shown } of { $count } labels; type to find others.
vocabularies-count = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
vocabularies-retired = Retired
vocabularies-unlisted = From a file
vocabularies-edit = Change { $name }
vocabularies-retire = Retire { $name }
vocabularies-take-up = Offer { $name } again
vocabularies-remove = Remove { $name }
vocabularies-new = New label
vocabularies-add = Add
vocabularies-edit-title = Change a label
vocabularies-label = Label
vocabularies-label-fixed = Comes with the program and keeps its name.
vocabularies-label-hint = { $count ->
    [0] No recommendation has it.
    [one] One recommendation has it and gets the new name.
   *[other] { $count } recommendations have it and get the new name.
}
vocabularies-parent = Stands under
vocabularies-no-parent = Nothing
vocabularies-edition = Edition
vocabularies-save = Save
vocabularies-exchange = As a table…
vocabularies-table-title = Vocabulary as a table
vocabularies-table-about = Copy it into a spreadsheet, change it there, and paste it back. Labels that are missing there stay.
vocabularies-table-copy = Copy the table
vocabularies-table-copied = Copied. Paste it into a spreadsheet or a text file.
vocabularies-table-paste = Paste a table
vocabularies-table-hint = The first line names the columns: label, parent, active, edition, note.
vocabularies-table-take = Take it over
vocabularies-table-taken = { $added } added, { $changed } changed, { $unchanged } as before.
