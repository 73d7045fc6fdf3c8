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

## Screen
export-screen-title = Take the data out
export-screen-about = The data of the plan for other programs, for partners, and for whoever takes the plan over.
export-screen-form = Form
export-screen-matrix = OHCHR’s matrix, Excel
export-screen-matrix-about = The columns of the matrix, the last one empty to be filled in, then the plan’s own: cluster, lead, progress, dates.
export-screen-csv = The register, CSV
export-screen-csv-about = One row for each recommendation with every public field. It can be filled in and imported again.
export-screen-json = The whole plan, JSON
export-screen-json-about = Everything but the history, to be brought into another plan of Upright or read by another program.
export-screen-uhri = Universal Human Rights Index, Excel
export-screen-uhri-about = The sixteen columns of the Index, for programs that read them.
export-screen-impact-oss = IMPACT OSS, zip
export-screen-impact-oss-about = Its tables of recommendations and actions.
export-screen-full = This file is not for handing out
export-screen-write = Write the file…
export-screen-writing = Writing the file…
