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
