# Lineage: how recommendations hang together, and which are alike.

link-to-itself = { $record } cannot be linked with itself.
    .hint = Choose another recommendation.
predecessor-not-earlier = { $later } cannot follow up { $earlier }: that one is not from an earlier cycle or date.
    .hint = Link them the other way round, or say that they overlap or are the same. Nothing was linked.
predecessor-undated = It is not known whether { $earlier } is earlier than { $later }.
    .hint = Give their documents or reviews a date, or say that they overlap or are the same. Nothing was linked.
links-in-a-circle = { $later } cannot follow from { $earlier }: that one already follows from it, directly or through others.
    .hint = Remove the link that runs the other way first. Nothing was linked.
comparison-broken = The comparison of texts stopped. Nothing was changed.
    .hint = Try again. If it happens again, leave the comparison out; links can be made by hand.

## Kinds of link
lineage-kind-same = The same
lineage-kind-overlaps = Overlaps
lineage-kind-reinforces = Reinforces
lineage-kind-follow-up-of = Follow-up
lineage-kind-contradicts = Contradicts
lineage-kind-follows-from = Follows from
lineage-forward-same = asks for the same as
lineage-forward-overlaps = overlaps with
lineage-forward-reinforces = reinforces
lineage-forward-follow-up-of = follows up
lineage-forward-contradicts = contradicts
lineage-forward-follows-from = follows from
lineage-backward-reinforces = is reinforced by
lineage-backward-follow-up-of = is followed up by
lineage-backward-follows-from = leads to

## Screen: which offers
lineage-across = Between what
lineage-across-any = Everything
lineage-across-cycles = Different cycles
lineage-across-mechanisms = Different mechanisms
lineage-across-within = One cycle
lineage-mechanism = Mechanism
lineage-mechanism-any = Any mechanism
lineage-cycle-of = Cycle
lineage-cycle-any = Any cycle
lineage-cycle = Cycle { $cycle }
lineage-kind = Kind
lineage-kind-any = Any kind
lineage-one-record = Only one recommendation
lineage-show-all = Show all pairs
lineage-count = { $count ->
    [0] No pair to review
    [one] 1 pair to review
   *[other] { $count } pairs to review
}
lineage-comparing = Comparing the texts
lineage-empty = Nothing left to review
lineage-empty-narrowed = No pairs of this kind
lineage-empty-text = { $count ->
    [0] There are no recommendations to compare yet.
    [one] There is only one recommendation.
   *[other] { $count } recommendations were compared. Pairs that were linked or set aside are not offered again.
}

## Screen: the offers
lineage-offers = Pairs of similar recommendations
lineage-some = The { $shown } most alike of { $total }
lineage-pair = The pair
lineage-why = { $score } alike.
lineage-contradiction = The leading verbs ask for opposite things: please read both.
lineage-mark-shared = in both
lineage-mark-own = only here
lineage-accept = Link: { $kind }
lineage-as = Link as …
lineage-as-kind = { $number } { $kind }
lineage-set-aside = Set aside
lineage-skip = Skip

## Linking many
lineage-bulk = Link many …
lineage-bulk-text = Each pair is linked as it is offered. It is one step, and one Undo. Contradictions are left for reading unless you chose that kind.
lineage-bulk-least = Alike by at least
lineage-bulk-hint = In per cent. Nothing below { $least } is offered.
lineage-bulk-error = A whole number from { $least } to 100.
lineage-bulk-count = { $count ->
    [0] No pair is that much alike.
    [one] 1 pair will be linked.
   *[other] { $count } pairs will be linked.
}
lineage-bulk-at-least = At least { $count } pairs will be linked.
lineage-bulk-link = Link

## Links of one recommendation
lineage-links = Links
lineage-links-none = Not linked with another recommendation yet.
lineage-repeated = As previously recommended
lineage-repeated-in = { $count ->
    [one] An earlier recommendation asked for this: { $references }
   *[other] Earlier recommendations asked for this: { $references }
}
lineage-find = Find similar ones
lineage-add = Link with another
lineage-add-find = Number or words
lineage-add-hint = Of the recommendation to link with
lineage-add-kind = This one …
lineage-remove = Remove the link with { $reference }
