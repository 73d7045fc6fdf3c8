# Agencies and focal points.

agency-in-use = { $agency } still has { $count ->
    [one] an assignment
   *[other] { $count } assignments
  }.
    .hint = End them or give them to another agency first.
short-name-taken = Another agency already has the short name “{ $name }”.
    .hint = Give this one another short name.
state-unknown = “{ $state }” is not the code of a State.
    .hint = Use the three-letter code, for instance KEN.

## Screen

people-count = { $count ->
    [one] { $shown } agency
   *[other] { $shown } agencies
}
people-empty = No agencies yet
people-empty-text = Ministries and other bodies lead and support recommendations. Paste their names, one a line.
people-add = Add ministries from a list
people-add-title = Add agencies
people-add-lines = Agencies, one a line
people-add-hint = A short name may follow after a semicolon: Ministry of Justice; MoJ
people-add-kind = Kind of all these
people-add-count = { $count ->
    [0] No line yet
    [one] 1 line
   *[other] { $count } lines
}
people-add-do = { $count ->
    [one] Add 1 agency
   *[other] Add { $count } agencies
}
people-added = { $added ->
    [0] Nothing to add
    [one] 1 agency added
   *[other] { $added } agencies added
  }{ $known ->
    [0] .
    [one] ; 1 was there already.
   *[other] ; { $known } were there already.
}

people-column-name = Agency
people-column-short = Short name
people-column-kind = Kind
people-column-focal = Focal point
people-column-leads = Leads
people-column-supports = Supports
people-column-others = Other roles
people-column-actions = Actions led
people-column-late = Late
people-more = +{ $count }
people-no-focal = None named

people-agency = Agency
people-field-name = Name
people-field-short = Short name
people-field-short-hint = Shown in columns.
people-field-kind = Kind
people-field-note = Note
people-save = Save
people-remove = Remove
people-history = History

people-focal-points = Focal points
people-focal-none = Nobody is named yet.
people-focal-add = Add focal point
people-focal-remove = Remove { $name }
people-focal-main = Main
people-focal-alternate = Alternate
people-focal-name = Name
people-focal-function = Function
people-focal-email = E-mail
people-focal-phone = Telephone
people-focal-kind = Stands as
people-focal-from = From
people-focal-to = To
people-period = { $from } – { $to }
