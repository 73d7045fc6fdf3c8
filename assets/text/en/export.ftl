# Ways out: the plan's data for other programs and other people.

## Columns of the matrix
export-column-recommendation = Recommendation
export-column-themes = Full list of themes
export-column-assessment = Assessment/comments on level of implementation

## What came of it
export-done = { $rows ->
    [one] { $file } is written with 1 row.
   *[other] { $file } is written with { $rows } rows.
}
export-audience-public = It names no person and holds no internal note and no history.
export-audience-full = It holds names of focal points and authors and internal notes: give it only to those who take the plan over.
export-reference-with-comma = The reference { $value } has a comma: IMPACT OSS reads lists between commas and will not find it.
file-not-written = The file could not be written; nothing was changed.
