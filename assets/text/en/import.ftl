# Words of the import room: why a file is refused, what was met in it, what an import did.

## Files that cannot be read
file-too-large = The file is larger than { $limit } MiB.
    .hint = Choose the original export, or save only the part that is needed.
file-too-slow = Reading the file took too long and was stopped.
    .hint = Open it in its own program, save it under a new name and try again.
file-too-demanding = Reading the file needed more memory than is allowed and was stopped.
    .hint = Open it in its own program, save it under a new name and try again.
file-not-readable = The file could not be read; the reader was stopped.
    .hint = Open it in its own program, save it under a new name and try again.
file-damaged = The file is damaged or not complete.
    .hint = Ask for it again, or open it in its own program and save it under a new name.
file-empty = The file is empty.
file-inflates-too-much = Unpacked, the file would be larger than { $limit } MiB.
    .hint = A genuine document of this kind is far smaller. Ask where the file comes from.
file-too-many-parts = The file has { $parts } parts; at most { $limit } are read.
    .hint = Ask where the file comes from, or open it in its own program and save it under a new name.
file-has-entities = The document contains declarations that a program for texts does not write.
    .hint = Open it in Word or LibreOffice and save it under a new name.
file-too-deep = The document is nested more than { $limit } levels deep.
    .hint = Open it in Word or LibreOffice and save it under a new name.
file-too-many-rows = A sheet has more than { $limit } rows, or cells far outside the usual columns.
    .hint = Delete what stands below and to the right of the table and save the file again.
file-too-many-cells = The file has more than { $limit } cells.
    .hint = Save only the table that is needed.
file-row-too-long = Row { $row } is longer than { $limit } MiB.
    .hint = Often a quotation mark is missing. Look at this row in a text editor.
file-is-pdf = A PDF holds no table that can be read safely.
    .hint = Ask for the Word or Excel file the PDF was made from.
file-is-old-word = This is a Word document of the old kind.
    .hint = Open it in Word or LibreOffice, save it as .docx and import that.
file-is-rtf = This is a text in Rich Text Format (.rtf).
    .hint = Open it in Word or LibreOffice, save it as .docx and import that.
file-is-open-document = This is a document of LibreOffice or OpenOffice.
    .hint = Open it there, save a text as .docx or a table as .xlsx, and import that.
file-is-of-apple = This is a document of Apple's Numbers or Pages.
    .hint = Open it there, choose File, Export To, Excel or Word, and import that.
file-is-web-page = This is a web page, even where its name ends in .xls or .doc.
    .hint = Open it in Excel or LibreOffice, save it as .xlsx and import that.
file-has-password = The file is protected by a password.
    .hint = Open it with its password, save it without one and import that.
file-not-a-document = The file is no Word document.

## Formats
import-format-upr-info = UPR Info export
import-format-ohchr-matrix = OHCHR matrix of recommendations
import-format-uhri = Universal Human Rights Index
import-format-working-group-report = Report of the UPR Working Group
import-format-addendum = Addendum: the State’s answers
import-format-upright-json = Plan exported from Upright (JSON)
import-format-upright-csv = Register exported from Upright (CSV)
import-format-impact-oss = IMPACT OSS recommendations
import-format-dihr-explorer = DIHR Explorer download
import-format-table = Table, read by its columns
file-format-unknown = This is not a format Upright imports.
    .hint = It reads exports of the Universal Human Rights Index (.xlsx, .json), of the UPR Info database (.xls, .xlsx, .csv), in Word (.docx) OHCHR's matrix of recommendations, reports of the UPR Working Group and the addenda to them, and what Upright itself exports (.json, .csv); and any table (.xlsx, .xls, .ods, .csv, .docx) whose columns you name.
file-is-another-format = The file was named as { $asked } but is { $found }.
    .hint = Leave the format open, or choose the other one.
matrix-not-found = The document holds no table with the headings of OHCHR's matrix of recommendations.
    .hint = Expected are "Recommendation", "Position" and "Full list of themes", or the headings of 2015 or 2025, and no further ones.
matrix-table-not-understood = Table { $table } of the document holds recommendations under headings that are not understood: { $headings }.
    .hint = Nothing was read. Give the table the headings of the other tables, or delete it, and import again.
addendum-without-answers = No answer to a numbered recommendation was found in the document.
    .hint = Answers are read from sentences ("Recommendations 115.1 and 115.2 are accepted"), tables, and headings with paragraph numbers. Enter them in the register by hand.
import-without-recommendations = No recommendation was found in the file.
    .hint = Each row must begin with its paragraph number, for instance "115.12".

import-json-cut-off = The file breaks off after record { $record }.
    .hint = Nothing was taken. The download was probably interrupted: fetch the file again.
import-json-not-understood = Record { $record } of the file is no record, or something stands between the records that does not belong there.
    .hint = Nothing was taken. Fetch the file again as it is offered, without opening and saving it in between.
## Tables read by their columns
import-columns-needed = The file holds a table, but it is not certain which column has the texts.
    .hint = Say what the columns mean; in the window choose "Read by columns", on the command line --map text=3.
table-not-found = The file holds no table.
    .hint = A table has at least one row with something in it.
table-sheet-unknown = The file has no table { $sheet }; it has { $count }.
table-column-unknown = The table has no column { $column }; it has { $count }.
table-column-twice = Two columns have the meaning { $meaning }, which only one can have.
    .hint = Choose the better one, and another meaning for the other.
table-is-of-actions = This is IMPACT OSS's table of actions or indicators; it holds no recommendations.
    .hint = Import the file of recommendations.
encoding-unknown = "{ $encoding }" is no encoding Upright knows.
    .hint = For instance UTF-8, UTF-16, windows-1251, windows-1252, windows-1256 or MacRoman.
separator-unknown = "{ $separator }" cannot separate cells.
    .hint = It is a comma, a semicolon, a tab or a bar.
import-too-many-corrections = So many corrections cannot be made in one import.
    .hint = Import what is right, save the rows that were not taken as a workbook, put them right there and import that.
import-no-failed-rows = Every row would be taken; there is nothing to save.
import-rows-of-tables-only = Rows can be saved only from a file that is read by its columns.
    .hint = Choose "Table, read by its columns" as the format.
paste-empty = Nothing was pasted.
paste-too-large = More than { $limit } MiB were pasted.
    .hint = Save the table as a file and choose that.
import-failed-sheet = Not taken
import-failed-problem = Problem

## The State under review
import-state-needed = Choose one State. The file speaks of: { $states }.
    .hint = Name the State whose recommendations shall be imported.
import-too-many-states = The column of the States under review holds more than { $limit } different names.
    .hint = Choose the export of the UPR Info database as it was downloaded.
import-state-not-in-file = The file says nothing about { $state }. It speaks of: { $states }.
import-state-of-another-plan = The recommendations are addressed to { $state }; this plan is of { $plan }.
import-state-not-stated = The document does not name a known State as the one under review ("{ $value }"); it was taken for that of the plan.

## What was met in a row
import-heading-not-recognised = Row { $row }: the heading "{ $value }" names no known theme and was passed over.
import-paragraph-missing = Row { $row }: no paragraph number at the start of "{ $value }". The row was not taken.
import-paragraph-twice = Row { $row }: paragraph { $paragraph } stands already in row { $first } with another text. This row was not taken: "{ $value }".
import-cell-too-long = Row { $row }: a cell is far longer than a recommendation. The row was not taken.
import-text-missing = Row { $row }: no text. The row was not taken.
import-session-not-recognised = Row { $row }: "{ $value }" is no session of the UPR Working Group. The row was not taken.
import-state-not-recognised = Row { $row }: "{ $value }" is not known as a State. Add the recommending State by hand.
import-states-missing = Row { $row }: no recommending State at the end of "{ $value }".
import-position-not-recognised = Row { $row }: "{ $value }" is not known as a position. It was left open.
import-position-differs = Row { $row }: paragraph { $paragraph } has another position than in row { $first }. That of row { $first } was taken.
import-action-category-not-recognised = Row { $row }: "{ $value }" is no action category from 1 to 5. It was left open.
import-action-category-differs = Row { $row }: rows with this text have the action categories { $value }. The most frequent was taken.
import-source-not-recognised = Row { $row }: the source of the position is not fully understood: "{ $value }".
import-tag-not-placed = Row { $row }: "{ $value }" is known neither as a theme nor as a group of persons. It was not taken.
import-row-uneven = Row { $row } has { $count } cells and the headings have { $even }. It was taken as far as it goes; look whether the file is broken off, or a separator stands in a text.
import-row-repeated = Row { $row } says the same as row { $first }.
import-heading-passed-over = Row { $row } is a heading across the table and was passed over: "{ $value }".
import-mechanism-assumed = No column says from which mechanism the recommendations come; they were taken for those of the UPR.
import-mechanism-not-recognised = Row { $row }: "{ $value }" is not known as a mechanism or body.
import-cycle-not-recognised = Row { $row }: "{ $value }" is no number of a cycle. It was left open.
import-session-number-not-recognised = Row { $row }: "{ $value }" is no number of a session. It was left open.
import-date-ambiguous = Row { $row }: "{ $value }" can be read as day and month or as month and day. It was left open.
import-paragraph-not-recognised = Row { $row }: "{ $value }" is no number of a paragraph. It was left open.
import-reference-too-long = Row { $row }: "{ $value }" is too long for a reference. It was left open.
import-language-not-recognised = Row { $row }: "{ $value }" is no language. That of the other rows was taken.
import-priority-not-recognised = Row { $row }: "{ $value }" is not known as a priority. It was left open.
import-record-type-not-recognised = Row { $row }: "{ $value }" is no kind of record. It was taken for a recommendation.
import-agency-unknown = Row { $row }: the plan has no agency "{ $value }". Nothing was assigned.
import-sdg-not-recognised = Row { $row }: "{ $value }" is no goal or target of the SDGs. It was not taken.

import-body-not-recognised = Row { $row }: "{ $value }" is not known as a body, and the document's symbol does not tell it. The row was not taken.
import-body-taken-from-symbol = Row { $row }: "{ $value }" is not known as a body; it was taken from the document's symbol.
import-kind-not-recognised = Row { $row }: "{ $value }" is neither a recommendation nor a concern. It was taken for a recommendation.
import-date-not-recognised = Row { $row }: "{ $value }" is not understood as a date. It was left open.
import-record-damaged = Record { $row } is damaged and was not taken: { $value }
import-record-too-long = Record { $row } is longer than { $limit } MiB and was not taken.
import-country-not-recognised = "{ $value }" is not known as a State; { $count ->
    [one] one row about it was passed over
   *[other] { $count } rows about it were passed over
}.
import-paragraphs-not-stated = { $count ->
    [one] One recommendation has no paragraph number in the file; it is numbered in the order of the file.
   *[other] { $count } recommendations have no paragraph number in the file; they are numbered in its order.
}
## What was met in a report of the Working Group or in an addendum
report-position-not-understood = Paragraph { $row } of the document: the sentence above does not say clearly what was answered. The position was left open: "{ $value }"
report-paragraph-not-understood = Paragraph { $row } of the document stands among the recommendations and was not understood as one. It was not taken: "{ $value }"
report-paragraph-too-long = Paragraph { $row } of the document is far longer than a recommendation. It was not taken.
report-paragraph-twice = Paragraph { $row } of the document: the number { $paragraph } was met before with another text. This one was not taken: "{ $value }"
report-paragraph-repeated = Paragraph { $row } of the document repeats { $paragraph }; it counts once.
report-number-missing = Paragraph { $row } of the document is a recommendation without a number; it was taken without one: "{ $value }"
report-state-not-recognised = Paragraph { $row } of the document: "{ $value }" is not known as a State. Add the recommending State by hand.
report-states-missing = Paragraph { $row } of the document: no recommending State at the end of "{ $value }".
report-text-missing = Paragraph { $row } of the document has no text but its States: "{ $value }". It was not taken.
report-table-not-read = Table { $table } of the document stands among the recommendations and was not read.
report-symbol-missing = The document does not say its symbol.
    .hint = Enter the symbol, for instance A/HRC/59/15, on the recommendations by hand.
report-is-a-draft = { $value } is a draft: its paragraph numbers are not the last and were left open. Import the report when it is out; the records will take its numbers.
addendum-answer-not-understood = Place { $row }: no clear answer to { $paragraph } in "{ $value }". Enter it by hand.
addendum-answer-without-number = Place { $row }: an answer without paragraph numbers was not taken: "{ $value }"
    .hint = Select these recommendations in the register and set their position together.
addendum-row-not-understood = Row { $row } of the table has no paragraph number; it was not taken: "{ $value }"
addendum-answers-differ = { $paragraph } is answered in two ways ({ $first } at { $place }, { $value } at { $row }). Neither was taken.
    .hint = Read both places in the document and set the position by hand.
addendum-paragraphs-passed-over = { $count ->
    [one] One paragraph answers no numbered recommendation and was passed over.
   *[other] { $count } paragraphs answer no numbered recommendation and were passed over.
}
addendum-explanation-cut = Place { $row }: the explanation to { $paragraph } is longer than can be kept; its beginning was taken.
addendum-symbol-missing = The document does not say its symbol; a recommendation was taken as meant where only one has its paragraph number.

## Beside the plan
import-several-alike = Row { $row }: several recommendations of the plan have this text; it was not taken: "{ $value }".
    .hint = Import the document that has the paragraph numbers, or add what this row says by hand.
import-answer-without-record = Row { $row }: paragraph { $paragraph } was answered, but the plan has no such recommendation.
    .hint = Import the report of the Working Group first, then this document again.
upright-json-newer = The file was written by a newer version of Upright (form { $version }); nothing was taken.
    .hint = Install the newer version, or ask for a file written by this one.
upright-row-unfit = { $record } { $id } does not fit a plan and is left out: { $reason }.
upright-rows-unfit = { $count } more rows do not fit a plan and are left out.
upright-field-unknown = "{ $value }" is not known to this version of Upright and is left out ({ $count } rows).
upright-value-not-understood = Row { $row }, { $cell }: "{ $value }" is not understood and is left out.
upright-several-alike = { $reference }: several recommendations of the plan have this text; it was not taken: "{ $value }".
upright-kept-here = { $record } { $what }, { $field }: the plan says "{ $here }" and keeps it; the file says "{ $value }".
upright-more-kept-here = { $count } more differences: the plan keeps what it says.
upright-lead-stays = { $reference }: another agency leads here already; the lead of the file was not taken.
upright-brings = { $record }: { $made } added, { $filled } filled in.
upright-kept-out = { $count ->
    [one] 1 entry was not taken: it was removed here, or hangs on something that was not taken.
   *[other] { $count } entries were not taken: they were removed here, or hang on something that was not taken.
}
import-text-differs = Row { $row }: the text differs from that of { $reference } in the plan, which stays as it is. The file says: "{ $value }".

## What was met in the file
import-cycle-derived = The document does not say its cycle; from { $document } it was taken for cycle { $value }.
import-cycle-not-stated = The document does not say its cycle.
    .hint = Enter cycle and session of the review by hand.
matrix-comments-not-read = { $count ->
    [one] One row has a comment on its implementation; comments are not imported.
   *[other] { $count } rows have comments on their implementation; comments are not imported.
}
reader-not-started = The part of the program that reads foreign files could not be started.
    .hint = Install Upright again.
reader-answers-amiss = The part of the program that reads foreign files gave an answer that does not fit the question.
reader-not-limited = The part of the program that reads foreign files could not be limited and did not start.

## Screen

import-steps = Steps of the import
import-step-file = File
import-step-recognised = Format
import-step-table = Table
import-step-columns = Columns
import-step-values = Values
import-step-state = State
import-step-preview = Preview
import-step-done = Done
import-work-recognise-file = Looking at the file…
import-work-study-table = Looking at the table…
import-work-save-failed-rows = Writing the rows that were not taken…
import-work-preview-import = Comparing with the plan…
import-work-import-file = Importing…

import-file-question = Which file shall be imported?
import-choose = Choose a file…
import-drop = Or drop it on this window.
import-formats = What can be imported
import-about-upr-info = The download of UPR Info’s database: .xls, .xlsx or .csv, of one State or of several.
import-about-uhri = The export of the Universal Human Rights Index, all mechanisms: .xlsx or .json, of one State or the whole Index.
import-about-upright-json = A whole plan taken out on the Reports screen: .json. Into an empty plan it comes as it was; into another one it adds and fills in.
import-about-upright-csv = The register taken out on the Reports screen: .csv, also saved again by Excel. It adds and fills in.
import-about-ohchr-matrix = The Word document of OHCHR with all recommendations of a review: .docx.
import-about-working-group-report = The report of the UPR Working Group in Word, before or after its adoption: .docx.
import-about-addendum = The State’s answers to such a report in Word: .docx. They settle what was pending.
import-about-impact-oss = The file of recommendations for import into IMPACT OSS, or its export: .csv.
import-about-dihr-explorer = The download of the Danish Institute’s Human Rights Data Explorer: .csv.
import-about-table = Any table of your own: a workbook, a text file, a Word table, or one you paste. You say what its columns mean.
import-paste = Or paste a table here
import-paste-hint = Copy rows with their headings in Excel, Word or a web page.
import-by-columns = Read it by its columns
import-promise = You see what would change before anything does. One click imports, one click takes it back. The file itself is never altered.

import-recognised-question = Is this the right format?
import-fact-file = File
import-fact-format = Recognised as
import-fact-confidence = Certainty
import-fact-encoding = Encoding
import-fact-states = State under review
import-layout = (layout { $layout })
import-states-count = { $count } States
import-format = Read it as
import-format-hint = Change this only if the file was taken for something else.
import-continue = Continue
import-back = Back
import-other-file = Choose another file

import-state-question = Which State’s recommendations shall be imported?
import-state-why =
    { $count ->
        [one] The file speaks of a State that is not the plan’s own.
       *[other] The file speaks of { $count } States. One is imported at a time.
    }
import-state = State under review
import-state-rows = { $state } ({ $rows } rows)
import-state-other = This plan is of { $state }.

import-preview-question = Shall this be imported?
import-nothing-new = Everything is already here
import-preview-read = { $count ->
    [one] 1 row was read:
   *[other] { $count } rows were read:
}
import-preview-added = { $count } new,
import-preview-changed = { $count } changed,
import-preview-unchanged = { $count } as in the plan.
import-withdrawn = { $count ->
    [one] 1 recommendation came from such a file and is no longer in it
   *[other] { $count } recommendations came from such a file and are no longer in it
}
import-withdrawn-why = They stay in the plan.
import-sources = { $count ->
    [one] The file becomes a further source of 1 recommendation
   *[other] The file becomes a further source of { $count } recommendations
}
import-sources-why = Nothing of them changes; what the file says otherwise is kept beside them.
import-commit-sources = Note the file as a source
import-duplicate = { $count ->
    [one] 1 row could be several recommendations of the plan
   *[other] { $count } rows could be several recommendations of the plan
}
import-duplicate-why = They are not taken. Compare them by hand.
import-commit = { $count ->
    [one] Import 1 recommendation
   *[other] Import { $count } recommendations
}
import-one-undo = A backup is made first; one Undo takes it all back.
import-show-register = Show the register
import-rows = Rows of the file
import-rows-first = The first { $shown } of { $total } are shown.
import-kind-added = New
import-kind-changed = Changed
import-kind-unchanged = As in the plan
import-kind-withdrawn = No longer in the file
import-kind-duplicate = Not taken
import-problems = Problems
import-problems-none = Nothing in the file gave cause for doubt.
import-problems-left = { $count ->
    [one] 1 thing to look at in the file
   *[other] { $count } things to look at in the file
}
import-column-reference = Number
import-column-text = Recommendation
import-column-states = Recommending States
import-column-position = Position
import-column-differences = What changes
import-column-severity = Kind
import-column-place = Where
import-column-problem = What was met
import-column-value = In the file
import-place-row = Row { $row }
import-severity-error = Error
import-severity-warning = Doubt
import-severity-notice = Note
import-difference-empty = empty
import-state-position = { $state }: { $position }
import-field-paragraph = Paragraph
import-field-recommending-states = Recommending States
import-field-position = Position
import-field-action-category = Action category
import-field-theme = Theme
import-field-themes = Theme
import-field-group = Group of persons
import-field-groups = Group of persons
import-field-sdg = SDG target
import-field-sdg-targets = SDG target

import-done = { $count ->
    [one] 1 recommendation was imported
   *[other] { $count } recommendations were imported
}
import-done-counts = { $added } new, { $changed } changed, { $unchanged } as before.
import-show = Show them
import-undo = Undo the import
import-another = Import another file

## Tables read by their columns: screen

import-table-question = Where do the headings stand?
import-remembered = A table with these headings was imported before
import-remembered-why = Its columns are understood as they were then. You can still change them.
import-sheet = Table
import-sheet-choice = { $name } ({ $rows } rows, { $columns } columns)
import-header = Row of the headings
import-header-none = There are no headings
import-header-choice = { $row }: { $cells }
import-separator = Between the cells
import-separator-tab = Tab
import-top = The first rows of the table
import-table-rows = { $count ->
    [one] 1 row below the headings.
   *[other] { $count } rows below the headings.
}
import-columns-question = What do the columns mean?
import-columns-why = Change what is wrong. Columns at “Ignore” are not read; the file keeps them.
import-columns = Columns of the table
import-column-heading = Column
import-column-meaning = Meaning
import-column-samples = Some of its values
import-column-filled = { $count ->
    [one] 1 row has a value
   *[other] { $count } rows have a value
}
import-meaning-of = Meaning of { $column }
import-meaning-text = Text of the recommendation
import-meaning-title = Short title
import-meaning-reference = Reference
import-meaning-paragraph = Paragraph
import-meaning-document = Document
import-meaning-mechanism = Mechanism
import-meaning-body = Body or mandate
import-meaning-cycle = Cycle
import-meaning-session = Session
import-meaning-date = Date or year
import-meaning-state-under-review = State under review
import-meaning-recommending-states = Recommending States
import-meaning-position = Position
import-meaning-action-category = Action category
import-meaning-themes = Themes
import-meaning-groups = Groups of persons
import-meaning-issues = Issues
import-meaning-sdg = SDGs
import-meaning-cluster = Cluster
import-meaning-priority = Priority
import-meaning-lead-agency = Lead and supporting agencies
import-meaning-record-type = Recommendation, concern or pledge
import-meaning-note = Note
import-meaning-language = Language
import-meaning-foreign-id = Key in the other data base
import-meaning-ignore = Ignore
import-all-rows = No column says where the recommendations come from. For all rows:
import-all-rows-open = Not said
import-language = Language of the texts
import-language-hint = A code such as en, fr, es, ru or ar.
import-text-needed = One column must hold the texts.
import-values-question = What do these words mean?
import-values-why = Upright does not know them. What you choose is remembered in this plan.
import-values = Unknown values
import-value-field = Column
import-value-rows = Rows
import-value-meaning = Meaning
import-value-meaning-of = Meaning of { $value }
import-asks-state = State
import-asks-position = Position
import-asks-mechanism = Mechanism
import-asks-priority = Priority
import-asks-agency = Agency
import-answer-open = Leave open, and list it
import-answer-nothing = It says nothing
import-answer-note = Keep the name in the note
import-answer-nearest = It is { $name }
import-dates = { $count ->
    [one] One date can be read two ways, such as 03/04/2018. What stands first?
   *[other] { $count } dates can be read two ways, such as 03/04/2018. What stands first?
}
import-dates-day = The day
import-dates-month = The month
import-column-mend = Put right
import-mend = Put right…
import-mend-text = What the cell should say
import-mend-put = Put right
import-skip = Leave the row out
import-failed-save = Save the rows that are not taken…
import-failed-name = { $file } – not taken.xlsx
import-failed-saved = { $file } was written.
import-field-cluster = Cluster
import-field-priority = Priority
import-field-note = Note
import-field-lead = Lead
import-field-supporting = Supporting
