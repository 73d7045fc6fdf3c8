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
