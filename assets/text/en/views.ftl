# Saved views of the register.

view-unknown = { $count ->
    [0] There is no view “{ $view }”: this plan has no saved views.
   *[other] There is no view “{ $view }”. The plan has: { $names }.
}
    .hint = Save one in the register with Save view, or give the filter itself.
view-not-understood = The view “{ $view }” was saved by a newer version of the program, and this one does not understand it.
    .hint = It is kept as it is. Install the newer version to use it.
view-name-long = The name of a view has at most { $most } characters.
