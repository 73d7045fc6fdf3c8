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
