// Made from the command table by `cargo xtask bindings`. Do not edit.

export type AcceptPriorities = { ids: Array<string>, };

export type AcceptSuggestions = { suggestions: Array<SuggestionRef>, };

export type Across = "any" | "cycles" | "mechanisms" | "within";

export type Action = { id: string, 
/**
 * Running number, unique in the plan.
 */
number: number, title: string, description: string | null, 
/**
 * What will exist when it is done.
 */
deliverable: string | null, 
/**
 * ISO dates.
 */
start_on: string | null, due_on: string | null, continuous: boolean, 
/**
 * Code of scale CORE_ACT.
 */
status: string, 
/**
 * 0–100.
 */
percent: number, done_on: string | null, note: string | null, recommendations: Array<RecommendationLink>, milestones: Array<Milestone>, };

export type ActionAdded = { id: string, number: number, };

export type ActionDetail = { action: Action, assignments: Array<Assignment>, progress: ProgressState, due: Due, };

export type ActionFilter = { words: string, status: Array<string>, lead: Array<string>, agency: Array<string>, cluster: Array<string>, 
/**
 * `late`, `soon`, `unassigned`, `without_due`.
 */
standing: Array<string>, recommendation: Array<string>, ids: Array<string>, };

export type ActionGroup = "cluster" | "agency" | "none";

export type ActionPage = { rows: Array<ActionRow>, offset: number, total: number, of: number, };

export type ActionPatch = { title?: string | null, description?: string | null | null, deliverable?: string | null | null, start_on?: string | null | null, due_on?: string | null | null, continuous?: boolean | null, status?: string | null, percent?: number | null, done_on?: string | null | null, note?: string | null | null, };

export type ActionQuery = { filter: ActionFilter, group: ActionGroup, offset: number, 
/**
 * At most 200.
 */
limit: number, };

export type ActionRow = { id: string, number: number, title: string, deliverable: string | null, 
/**
 * The heading it stands under in this grouping; absent for "none".
 */
group: string | null, start_on: string | null, due: Due, status: string, progress: ProgressState, percent: number, lead_id: string | null, lead: string | null, supporting: Array<string>, 
/**
 * References of its recommendations.
 */
recommendations: Array<string>, milestones: number, milestones_done: number, };

export type AddAction = { action: NewAction, lead_agency_id?: string | null, };

export type AddAgencies = { added: number, 
/**
 * Already there under that name.
 */
known: number, 
/**
 * In the order of the list, the known ones too.
 */
ids: Array<string>, };

export type AddFocalPoint = { agency_id: string, focal_point: NewFocalPoint, };

export type AddGrade = { ids: Array<string>, grade: GradeGiven, };

export type Agency = { id: string, name: string, 
/**
 * Shown in columns; unique among the living, made from the name where none was given.
 */
short_name: string, kind: AgencyKind, note: string | null, focal_points: Array<FocalPoint>, };

export type AgencyKind = "ministry" | "agency" | "parliament" | "judiciary" | "local" | "statistics" | "nhri" | "civil_society" | "international" | "other";

export type AgencyLines = { 
/**
 * One agency a line: name, then after a semicolon or tab its short name.
 */
lines: string, kind?: AgencyKind | null, };

export type AgencyPatch = { name?: string | null, short_name?: string | null, kind?: AgencyKind | null, note?: string | null, };

export type AgreedReading = { id: string, text: string, agreed_on: string | null, 
/**
 * Who agreed, in words.
 */
parties: string | null, };

export type AnswerPart = { 
/**
 * Id of the part.
 */
id: string, answer: PositionGiven, };

export type AnsweredField = "state" | "position" | "mechanism" | "priority" | "agency";

export type Answers = { accepted: number, partial: number, noted: number, pending: number, 
/**
 * No clear answer, or none recorded.
 */
open: number, 
/**
 * Of a mechanism to which States give no position.
 */
not_asked: number, };

export type Appraisal = { recommendation_id: string, scores: Array<Score>, 
/**
 * `None` while too few criteria are scored.
 */
verdict: Verdict | null, priority: Priority | null, priority_reason: string | null, };

export type Assign = { subject: SubjectKind, 
/**
 * Ids of recommendations or actions.
 */
ids: Array<string>, agency_id: string, role: Role, 
/**
 * The first day; today where absent.
 */
from_on?: string | null, note?: string | null, };

export type Assignment = { id: string, subject_kind: SubjectKind, subject_id: string, agency_id: string, agency: string, agency_short_name: string, role: Role, 
/**
 * ISO dates, both days included; `to_on` absent while it holds.
 */
from_on: string, to_on: string | null, note: string | null, };

export type Author = { id: string, name: string, };

export type BackupEntry = { file: FileRef, made_at: string, reason: BackupReason, bytes: number, };

export type BackupReason = "opening" | "interval" | "before_import" | "before_restore" | "asked";

export type Basis = "paragraph" | "state" | "part";

export type Body = { 
/**
 * Code of a treaty body, label of a mandate.
 */
code: string, 
/**
 * English name.
 */
name: string, };

export type BodySuggestion = { body: string, name: string, 
/**
 * The tag that speaks for it.
 */
vocabulary: Vocabulary, label: string, };

export type Category = { 
/**
 * 1 to 5.
 */
code: number, 
/**
 * English name; shown through `label_key`.
 */
name: string, 
/**
 * Fluent id; `.about` is the definition.
 */
label_key: string, };

export type CellColumn = "position" | "category" | "cluster" | "priority" | "lead" | "note" | "plain_text" | "scope" | "duration" | "cross_border" | "needs_law";

export type CellGiven = { 
/**
 * Of the recommendation.
 */
id: string, column: CellColumn, 
/**
 * Code or id; text for a note. Absent: the cell is cleared.
 */
value?: string | null, };

export type CellRepair = { 
/**
 * As the file counts.
 */
row: number, 
/**
 * Counted from 1.
 */
column: number, 
/**
 * The part of the cell that is put right, where it is one of several; the whole where absent.
 */
part?: string | null, text: string, };

export type ChangeEntry = { operation: OperationEntry, table: string, row_id: string, 
/**
 * Absent where the record was made.
 */
field: string | null, before: string | number | null, after: string | number | null | Record<string, string | number | null>, 
/**
 * Names of the records that `before` and `after` are ids of, for instance of clusters.
 */
before_name: string | null, after_name: string | null, 
/**
 * What the record is called: its reference, name or title.
 */
label: string | null, 
/**
 * What the record it belongs to is called: the recommendation of a tag, the action of a milestone.
 */
owner: string | null, };

export type ChangeQuery = { operation_id?: string | null, 
/**
 * The record, or one that belongs to it (its tags, States, assignments, links).
 */
record_id?: string | null, field?: string | null, 
/**
 * At most 500; 100 where absent.
 */
limit?: number | null, };

export type ChangedEvent = { tables: { [key in string]: number }, };

export type CheckReport = { is_whole: boolean, 
/**
 * The chain of operations holds, and the rows are what it says.
 */
is_chain_true: boolean, operations: number, changes: number, 
/**
 * Hash over all living rows: equal plans have equal hashes.
 */
state_hash: string, };

export type Cluster = { id: string, name: string, 
/**
 * Among its siblings, counted from 1.
 */
place: number, note: string | null, 
/**
 * Null for the plan's own clusters.
 */
scheme_id: string | null, 
/**
 * The cluster it stands under.
 */
parent_id: string | null, 
/**
 * 0 at the top of the tree.
 */
depth: number, 
/**
 * Recommendations in it; of the plan's own clusters those whose primary cluster it is.
 */
recommendations: number, 
/**
 * Those in it or in a cluster under it, each once.
 */
total: number, };

export type ClusterChange = { ids: Array<string>, 
/**
 * Clusters every record of the selection shall stand in. One of the plan's own takes the place
 * of the record's primary cluster (I16).
 */
add?: Array<string>, 
/**
 * Clusters every record that stands in them shall leave.
 */
remove?: Array<string>, };

export type ClusterPatch = { name?: string | null, note?: string | null, 
/**
 * The cluster to stand under; null: the top of the tree.
 */
parent_id?: string | null | null, 
/**
 * Among its siblings, counted from 1; the others make room.
 */
place?: number | null, };

export type ClusterScheme = { id: string, name: string, 
/**
 * The ready-made set it was made from.
 */
origin: string | null, place: number, clusters: number, 
/**
 * Recommendations in at least one of its clusters.
 */
recommendations: number, };

export type ClusterSet = { id: string, 
/**
 * Fluent id of its name.
 */
label_key: string, headings: Array<SetHeading>, };

export type ColumnFound = { 
/**
 * Counted from 1.
 */
column: number, 
/**
 * As a spreadsheet calls it.
 */
letter: string, 
/**
 * Its heading; empty where it has none.
 */
heading: string, 
/**
 * As problems call it.
 */
label: string, 
/**
 * Some of its values, shortened.
 */
samples: Array<string>, 
/**
 * Rows that have a value in it.
 */
filled: number, meaning: Meaning, 
/**
 * 0 to 1.
 */
confidence: number, };

export type ColumnMeaning = { 
/**
 * Counted from 1.
 */
column: number, meaning: Meaning, };

export type ComparedText = { id: string, reference: string, mechanism: string, body: string | null, cycle: number | null, document: string | null, position: string | null, language: string, 
/**
 * The whole text, in pieces.
 */
segments: Array<Segment>, };

export type Comparison = { from: ComparedText, to: ComparedText, };

export type Completion = { 
/**
 * Stands in place of what is typed from `from` to `to`, counted in UTF-16 units.
 */
text: string, from: number, to: number, 
/**
 * A field word; else a value.
 */
is_field: boolean, 
/**
 * The value's code, id or label, and its name as stored.
 */
value: string, name: string | null, 
/**
 * Records with the value in the whole plan.
 */
count: number | null, };

export type CopiedOut = { 
/**
 * Name of the file; another than before where somebody changed the original meanwhile.
 */
name: string, };

export type Corrigendum = { id: string, text_before: string, text_after: string, document: string | null, given_on: string | null, reason: string | null, };

export type Count = { 
/**
 * Code, id or label; absent where the property is not set.
 */
key: string | null, 
/**
 * Name as stored (clusters, agencies); absent for codes that Fluent names.
 */
name: string | null, recommendations: number, actions: number, late: number, done: number, by_progress: Array<ProgressCount>, };

export type Criterion = { id: string, name: string, description: string | null, 
/**
 * 1 to 10.
 */
weight: number, 
/**
 * Counted from 1.
 */
place: number, };

export type CriterionPatch = { name?: string | null, description?: string | null, weight?: number | null, 
/**
 * Counted from 1; the others make room.
 */
place?: number | null, };

export type DateOrder = "day_first" | "month_first";

export type Density = "compact" | "comfortable" | "reading" | "full";

export type DeskState = { plan: OpenPlan | null, author: Author | null, 
/**
 * The short list to choose from.
 */
authors: Array<Author>, 
/**
 * What the next undo takes back.
 */
undo: OperationName | null, redo: OperationName | null, 
/**
 * When the last change reached the disk, in this session.
 */
saved_at: string | null, today: string, program_version: string, };

export type DismissSuggestions = { suggestions: Array<SuggestionRef>, };

export type Distance = { unit: DistanceUnit, count: number, is_past: boolean, };

export type DistanceUnit = "today" | "days" | "months" | "years";

export type Document = { 
/**
 * `None` where records name it and nobody has entered it.
 */
id: string | null, symbol: string, 
/**
 * Kind of document_symbols.json, or `other`.
 */
kind: string, title: string | null, 
/**
 * ISO day.
 */
published_on: string | null, 
/**
 * BCP 47.
 */
language: string | null, review_id: string | null, note: string | null, 
/**
 * What the symbol says; `None` where no pattern fits.
 */
parsed: Symbol | null, 
/**
 * Recommendations that stand in it.
 */
recommendations: number, };

export type DocumentPatch = { symbol?: string | null, kind?: string | null, title?: string | null | null, published_on?: string | null | null, language?: string | null | null, review_id?: string | null | null, note?: string | null | null, };

export type DraftActions = { recommendation_ids: Array<string>, };

export type Due = { kind: DueKind, on: string | null, days: number | null, };

export type DueDate = { kind: DueDateKind, 
/**
 * Code of mechanisms.tsv.
 */
mechanism: string, 
/**
 * Treaty body or mandate.
 */
body: string | null, 
/**
 * Cycle and session it belongs to: of the review to come, or of the one it follows.
 */
cycle: number | null, session: number | null, 
/**
 * Symbol of the document it follows from.
 */
document: string | null, review_id: string | null, 
/**
 * Paragraphs concerned, of a follow-up report.
 */
paragraphs: number, 
/**
 * Where it stands today.
 */
due: Due, 
/**
 * How far off it is, in the unit a person would use.
 */
distance: Distance, 
/**
 * Typed by a person.
 */
is_typed: boolean, basis: Basis, 
/**
 * ISO day the computation began with; `None` for a typed one.
 */
basis_on: string | null, };

export type DueDateKind = "national_report" | "next_review" | "mid_term_report" | "treaty_report" | "follow_up_report" | "other";

export type DueKind = "late" | "soon" | "later" | "settled" | "continuous" | "none";

export type Duration = "one_off" | "multi_step" | "continuing";

export type EditActions = { ids: Array<string>, patch: ActionPatch, };

export type EditAgency = { id: string, patch: AgencyPatch, };

export type EditCluster = { id: string, patch: ClusterPatch, };

export type EditCriterion = { id: string, patch: CriterionPatch, };

export type EditDocument = { id: string, patch: DocumentPatch, };

export type EditEntry = { vocabulary: Vocabulary, 
/**
 * As it is now.
 */
label: string, patch: EntryPatch, };

export type EditFocalPoint = { id: string, focal_point: NewFocalPoint, };

export type EditMilestone = { id: string, patch: MilestonePatch, };

export type EditPart = { id: string, patch: PartPatch, };

export type EditReading = { id: string, patch: ReadingPatch, };

export type EditRecommendations = { ids: Array<string>, patch: RecommendationPatch, };

export type EditReview = { id: string, patch: ReviewPatch, };

export type EditScheme = { id: string, patch: SchemePatch, };

export type EditSmartCheck = { 
/**
 * Id of the recommendation.
 */
id: string, patch: SmartPatch, };

export type EditView = { id: string, patch: ViewPatch, };

export type EndAssignments = { 
/**
 * Ids of assignments.
 */
ids: Array<string>, 
/**
 * The last day; yesterday where absent.
 */
to_on?: string | null, };

export type Entry = { 
/**
 * What a record is tagged with.
 */
label: string, 
/**
 * What the label stands for, where it is a code: a State's name, the title of a target.
 */
title: string | null, 
/**
 * Label of the entry above it.
 */
parent: string | null, 
/**
 * False where it is no longer offered.
 */
is_active: boolean, 
/**
 * Part of the program; it can be retired, not renamed.
 */
is_built_in: boolean, 
/**
 * False for a label that records have though nobody listed it, as imports bring them.
 */
is_listed: boolean, edition: string | null, note: string | null, 
/**
 * How many recommendations have it, confirmed or not.
 */
records: number, };

export type EntryPatch = { 
/**
 * The new label; carried over to every record that has the old one.
 */
label?: string | null, parent?: string | null | null, is_active?: boolean | null, edition?: string | null | null, note?: string | null | null, };

export type Error = { kind: ErrorKind, 
/**
 * Stable, kebab-case, also the Fluent message id.
 */
code: string, 
/**
 * Arguments of the sentence.
 */
args: { [key in string]: string }, 
/**
 * Technical detail for a log or a support request; never shown as the message.
 */
detail: string | null, };

export type ErrorKind = "person" | "file" | "bug";

export type ExportAudience = "public" | "full";

export type ExportFormat = "json" | "csv" | "matrix" | "uhri" | "impact-oss";

export type ExportWritten = { file: FileRef, rows: number, audience: ExportAudience, 
/**
 * What a reader of the file should know.
 */
problems: Array<Problem>, };

export type FacetColumn = "position" | "mechanism" | "body" | "cycle" | "session" | "year" | "document" | "cluster" | "lead" | "agency" | "progress" | "theme" | "issue" | "group" | "right" | "sdg" | "territory" | "country" | "national" | "category" | "priority" | "state" | "region" | "record_type" | "language" | "follow_up" | "scope" | "duration" | "cross_border" | "needs_law" | "standing";

export type FacetQuestion = { column: FacetColumn, filter?: Filter, };

export type FacetValue = { 
/**
 * Code, id or label; `none` where it is not set.
 */
value: string, 
/**
 * Name as stored; absent for codes that Fluent names.
 */
name: string | null, count: number, };

export type FailedRowsSaved = { file: FileRef, rows: number, };

export type FieldDifference = { 
/**
 * Name of the field, as in a recommendation.
 */
field: string, before: string | null, after: string, };

export type FileRef = { handle: string, 
/**
 * The file's name without its folders.
 */
name: string, };

export type Filling = { 
/**
 * Recommendations that come into at least one more cluster.
 */
recommendations: number, clusters: Array<FillingCount>, };

export type FillingCount = { cluster_id: string, name: string, 
/**
 * Recommendations that come into it.
 */
recommendations: number, };

export type Filter = { 
/**
 * As typed: words, "phrases", beginnings*, -exclusions, field words such as `state:FRA`. All
 * of them must hold; the last word may be a beginning.
 */
words: string, position: Array<string>, mechanism: Array<string>, body: Array<string>, cycle: Array<string>, session: Array<string>, year: Array<string>, document: Array<string>, 
/**
 * Cluster ids of any scheme.
 */
cluster: Array<string>, 
/**
 * Agency id of the lead.
 */
lead: Array<string>, 
/**
 * Agency id in any role, on the recommendation or on one of its actions.
 */
agency: Array<string>, progress: Array<string>, theme: Array<string>, issue: Array<string>, group: Array<string>, right: Array<string>, sdg: Array<string>, territory: Array<string>, country: Array<string>, national: Array<string>, category: Array<string>, priority: Array<string>, state: Array<string>, 
/**
 * Regional group of a recommending State.
 */
region: Array<string>, record_type: Array<string>, language: Array<string>, 
/**
 * `yes`, `no`: chosen by a treaty body for its follow-up procedure.
 */
follow_up: Array<string>, scope: Array<string>, duration: Array<string>, 
/**
 * `yes`, `no`.
 */
cross_border: Array<string>, needs_law: Array<string>, 
/**
 * What presses: `late`, `soon`, `unassigned`, `without_action`, `unclustered`, `unconfirmed`,
 * `confirmed`, `position_unclear`, `position_pending`, `repeated`, `review_due`, `follow_up`.
 */
standing: Array<string>, 
/**
 * What is missing, each of them: `lead`, `action`, `deadline`, `cluster`, `theme` …
 */
without: Array<string>, 
/**
 * First and last day of the most pressing due date.
 */
due_from?: string | null, due_until?: string | null, 
/**
 * Exactly these records (a selection).
 */
ids: Array<string>, };

export type Filtered = { 
/**
 * Everything where absent.
 */
filter?: Filter, 
/**
 * Name or id of a saved view; the filter narrows it further.
 */
view?: string | null, };

export type FilteredActions = { filter?: ActionFilter, };

export type FocalPoint = { id: string, agency_id: string, name: string, function: string | null, email: string | null, phone: string | null, kind: FocalPointKind, 
/**
 * ISO dates; open where absent.
 */
from_on: string | null, to_on: string | null, };

export type FocalPointKind = "main" | "alternate";

export type FollowUp = { 
/**
 * `None` where nobody has said so or not.
 */
is_selected: boolean | null, 
/**
 * Typed, or computed from the day of the document; `None` where that is not known either.
 */
due_on: string | null, is_due_typed: boolean, 
/**
 * Scale of the committee's grades; `None` where it gives none.
 */
scale: string | null, 
/**
 * Oldest first.
 */
grades: Array<GradeEntry>, };

export type FollowUpPatch = { is_selected?: boolean | null | null, 
/**
 * `null`: computed again.
 */
due_on?: string | null | null, };

export type ForAllRows = { 
/**
 * Code of mechanisms.tsv.
 */
mechanism?: string | null, body?: string | null, cycle?: number | null, session?: number | null, document?: string | null, year?: number | null, };

export type ForeignFileWish = { 
/**
 * Handle of the file.
 */
file: string, 
/**
 * Read it as this format or not at all.
 */
format?: Format | null, 
/**
 * ISO 3166-1 alpha-3 of the State to take, where the file holds several.
 */
state?: string | null, 
/**
 * How to read it where it is read by its columns.
 */
table?: TableWish | null, };

export type Format = "upr-info" | "ohchr-matrix" | "uhri" | "working-group-report" | "addendum" | "upright-json" | "upright-csv" | "impact-oss" | "dihr-explorer" | "table";

export type GradeEntry = { id: string, scale: string, grade: string, given_on: string | null, document: string | null, note: string | null, recorded_at: string, };

export type GradeGiven = { 
/**
 * Id of a scale; the committee's own where absent.
 */
scale?: string | null, grade: string, given_on?: string | null, document?: string | null, note?: string | null, };

export type GroupHead = { 
/**
 * Code, id or label; `none` where it is not set.
 */
value: string, 
/**
 * Name as stored; absent for codes that Fluent names.
 */
name: string | null, 
/**
 * Its first line in the view.
 */
first: number, count: number, };

export type HowMany = { count: number, };

export type ImportKind = "added" | "changed" | "withdrawn" | "duplicate" | "unchanged";

export type ImportResult = { format: Format, 
/**
 * Which of the format's layouts was met, for instance `2025` or `xls`.
 */
layout: string, 
/**
 * The file's name, without folders.
 */
file: string, 
/**
 * The character encoding of a text file.
 */
encoding: string | null, 
/**
 * ISO 3166-1 alpha-3 of the State under review; `None` where the file does not say.
 */
state: string | null, 
/**
 * Rows of the file about this State.
 */
read: number, 
/**
 * Recommendations the plan does not have.
 */
added: number, 
/**
 * Recommendations the file says more or something else about.
 */
changed: number, unchanged: number, 
/**
 * Of the unchanged ones those of which the file becomes a further source.
 */
sources: number, 
/**
 * Recommendations that came from such a file and are no longer in it. They stay in the plan.
 */
withdrawn: number, 
/**
 * Recommendations that could be several of the plan's; not taken.
 */
duplicate: number, problems: Array<Problem>, 
/**
 * The first rows: what changes before what stays.
 */
rows: Array<ImportRow>, };

export type ImportRow = { kind: ImportKind, 
/**
 * Row of the file, counted from 1; `None` for a withdrawn one.
 */
row: number | null, 
/**
 * The id in the plan; `None` in a preview for one that would be added.
 */
id: string | null, reference: string, text: string, 
/**
 * ISO 3166-1 alpha-3.
 */
recommending_states: Array<string>, 
/**
 * Code of positions.tsv.
 */
position: string | null, differences: Array<FieldDifference>, };

export type ImportVocabulary = { vocabulary: Vocabulary, 
/**
 * A table with a head: `label`, and where wanted `parent`, `active`, `edition`, `note`.
 */
csv: string, };

export type Imported = { added: number, changed: number, unchanged: number, };

export type LineRead = { 
/**
 * What is not understood; then the line is not searched for.
 */
problems: Array<Problem>, completions: Array<Completion>, };

export type Link = { id: string, kind: LinkKind, 
/**
 * True where the record asked about is the first of the kind's sentence ("follows up …"), false
 * where it is the second ("followed up by …"). True for what holds both ways.
 */
is_forward: boolean, other_id: string, other_reference: string, other_document: string | null, other_text: string, other_language: string, other_position: string | null, 
/**
 * The comparison of texts offered it.
 */
is_from_similarity: boolean, 
/**
 * 0 to 100, where it was offered.
 */
score: number | null, note: string | null, };

export type LinkActions = { action_ids: Array<string>, recommendation_ids: Array<string>, };

export type LinkKind = "same" | "overlaps" | "reinforces" | "follow_up_of" | "contradicts" | "follows_from";

export type LoadClusterSet = { set: string, 
/**
 * Into the plan's own clusters where absent.
 */
scheme_id?: string | null, };

export type ManyIds = { ids: Array<string>, };

export type ManyLinks = { links: Array<NewLink>, };

export type Mark = "plain" | "shared" | "own";

export type Meaning = "text" | "title" | "reference" | "paragraph" | "document" | "mechanism" | "body" | "cycle" | "session" | "date" | "state_under_review" | "recommending_states" | "position" | "action_category" | "themes" | "groups" | "issues" | "sdg" | "cluster" | "priority" | "lead_agency" | "record_type" | "note" | "language" | "foreign_id" | "ignore";

export type Mechanism = { 
/**
 * Stable: `UPR`, `TB`, `SP`, … .
 */
code: string, 
/**
 * English name; shown through `label_key`.
 */
name: string, 
/**
 * Fluent id.
 */
label_key: string, family: string, 
/**
 * The State answers each recommendation with a position.
 */
has_position: boolean, 
/**
 * Recommendations name the States that made them.
 */
has_recommending_states: boolean, };

export type Membership = { recommendation_id: string, cluster_id: string, };

export type MergeClusters = { 
/**
 * The clusters that go.
 */
ids: Array<string>, 
/**
 * The cluster that takes what they hold.
 */
into: string, };

export type Milestone = { id: string, title: string, kind: MilestoneKind, planned_on: string | null, actual_on: string | null, };

export type MilestoneKind = "milestone" | "benchmark";

export type MilestonePatch = { title?: string | null, kind?: MilestoneKind | null, planned_on?: string | null | null, actual_on?: string | null | null, };

export type NeedsLaw = "none" | "law" | "budget" | "ratification";

export type NewAction = { title: string, description?: string | null, deliverable?: string | null, 
/**
 * ISO dates.
 */
start_on?: string | null, due_on?: string | null, continuous?: boolean | null, 
/**
 * Code of scale CORE_ACT; "not started" where absent.
 */
status?: string | null, percent?: number | null, done_on?: string | null, note?: string | null, recommendation_ids: Array<string>, };

export type NewCluster = { name: string, note?: string | null, 
/**
 * Among the plan's own where absent.
 */
scheme_id?: string | null, 
/**
 * At the top of the tree where absent.
 */
parent_id?: string | null, };

export type NewCorrigendum = { recommendation_id: string, 
/**
 * The whole text as corrected.
 */
text: string, 
/**
 * Symbol of the corrigendum.
 */
document?: string | null, given_on?: string | null, reason?: string | null, };

export type NewCriterion = { name: string, description?: string | null, 
/**
 * 1 to 10; 1 where absent.
 */
weight?: number | null, };

export type NewDocument = { symbol: string, 
/**
 * As the symbol says where absent.
 */
kind?: string | null, title?: string | null, published_on?: string | null, language?: string | null, review_id?: string | null, note?: string | null, };

export type NewEntry = { vocabulary: Vocabulary, label: string, 
/**
 * Label of the entry above it.
 */
parent?: string | null, edition?: string | null, note?: string | null, };

export type NewFocalPoint = { name: string, function?: string | null, email?: string | null, phone?: string | null, kind?: FocalPointKind | null, from_on?: string | null, to_on?: string | null, };

export type NewLink = { 
/**
 * The first of the kind's sentence: the later one of a follow-up.
 */
from_id: string, to_id: string, kind: LinkKind, 
/**
 * 0 to 100, where the comparison of texts offered it.
 */
score?: number | null, note?: string | null, };

export type NewMilestone = { action_id: string, title: string, kind?: MilestoneKind | null, planned_on?: string | null, actual_on?: string | null, };

export type NewParts = { recommendation_id: string, kind: PartKind, 
/**
 * Stretches of the record's text, in their order.
 */
texts: Array<string>, };

export type NewPlanWish = { 
/**
 * Handle of the file to be made.
 */
file: string, title: string, 
/**
 * ISO 3166-1 alpha-3.
 */
state: string, language?: string | null, author?: string | null, };

export type NewReading = { recommendation_id: string, text: string, agreed_on?: string | null, parties?: string | null, };

export type NewRecommendation = { mechanism: string, 
/**
 * Treaty body or mandate.
 */
body?: string | null, year?: number | null, cycle?: number | null, session?: number | null, document?: string | null, paragraph?: string | null, letter?: string | null, text: string, 
/**
 * The cell as it stood in a foreign file.
 */
raw_text?: string | null, language?: string | null, 
/**
 * ISO 3166-1 alpha-3, in the order of the text.
 */
recommending_states: Array<string>, position?: string | null, record_type?: RecordType | null, 
/**
 * Where the paragraph is not known: made from the running number of the import.
 */
reference?: string | null, 
/**
 * As imported; suggested from the verb rules where absent.
 */
action_category?: number | null, };

export type NewReview = { 
/**
 * What reviews of the mechanism usually are where absent.
 */
kind?: ReviewKind | null, mechanism: string, body?: string | null, cycle?: number | null, session?: number | null, held_on?: string | null, until_on?: string | null, adopted_on?: string | null, next_due_on?: string | null, document?: string | null, note?: string | null, };

export type NewScheme = { name: string, 
/**
 * A ready-made set to begin with.
 */
set?: string | null, };

export type NewTranslation = { recommendation_id: string, 
/**
 * BCP 47.
 */
language: string, text: string, is_official?: boolean, };

export type NewView = { name: string, settings: ViewSettings, };

export type NotedPathway = { pathway: Pathway, 
/**
 * When it is looked at again.
 */
review_on: string | null, 
/**
 * Code of a treaty body or label of a mandate that could take it up.
 */
body: string | null, 
/**
 * English name of the body.
 */
body_name: string | null, note: string | null, };

export type Nothing = Record<symbol, never>;

export type OneExportFormat = { format: ExportFormat, };

export type OneFile = { file: string, };

export type OneId = { id: string, };

export type OneLabel = { vocabulary: Vocabulary, label: string, };

export type OneName = { name: string, };

export type OneReportKind = { kind: ReportKind, };

export type OneScale = { 
/**
 * Id of a scale, for instance `CORE_ACT`.
 */
scale: string, };

export type OneText = { text: string, };

export type OneVocabulary = { vocabulary: Vocabulary, };

export type OpenPlan = { file: FileRef, title: string, 
/**
 * ISO 3166-1 alpha-3, and its name.
 */
state: string, state_name: string, language: string, mechanism_name: string | null, 
/**
 * Why nothing can be changed: `asked` or `newer`.
 */
read_only_reason: string | null, place: Place, 
/**
 * A working copy is ahead of the file on the stick or share.
 */
is_ahead: boolean, };

export type OperationEntry = { number: number, id: string, 
/**
 * `do`, `undo`, `redo` or `lasting`.
 */
kind: string, command: string, args: { [key in string]: string }, author: string | null, 
/**
 * The clock of the computer at that moment; order is by number, not by this.
 */
stated_at: string, origin_file: string | null, changes: number, 
/**
 * It was taken back later and not brought again.
 */
undone: boolean, };

export type OperationName = { command: string, args: { [key in string]: string }, };

export type OperationQuery = { 
/**
 * Only those before this number, for the next page.
 */
before?: number | null, 
/**
 * At most 200; 50 where absent.
 */
limit?: number | null, 
/**
 * Only those that touched this record.
 */
record_id?: string | null, };

export type Page = { rows: Array<Row>, offset: number, 
/**
 * Recommendations in this view.
 */
total: number, 
/**
 * Recommendations in the plan.
 */
of: number, 
/**
 * Lines in this view: under headings of tags a recommendation may stand several times.
 */
lines: number, 
/**
 * The headings, where the view has them.
 */
groups: Array<GroupHead>, 
/**
 * What to mark in the texts.
 */
marks: Array<SoughtWords>, };

export type Part = { id: string, recommendation_id: string, kind: PartKind, letter: string, 
/**
 * A stretch of the record's text.
 */
text: string, 
/**
 * Its own answer; absent: as the whole.
 */
position: string | null, 
/**
 * Code of the scale of recommendations; absent: as the whole.
 */
status: string | null, };

export type PartKind = "answer" | "demand";

export type PartPatch = { letter?: string | null, text?: string | null, 
/**
 * Of a demand: a code of the scale of recommendations.
 */
status?: string | null | null, };

export type Pathway = "keep_under_watch" | "partial_implementation" | "reconsider_position" | "dialogue_with_mechanism" | "long_term_advocacy" | "closed_with_reasons";

export type PathwayPatch = { 
/**
 * `null` takes the pathway away.
 */
pathway?: Pathway | null | null, review_on?: string | null | null, body?: string | null | null, note?: string | null | null, };

export type Piece = { text: string, 
/**
 * Absent where the words are plain.
 */
vague: Vague | null, };

export type Place = "fixed" | "removable" | "network" | "sync_folder";

export type Position = { 
/**
 * Stable: `SUP`, `NOT`, `ACC`, … .
 */
code: string, 
/**
 * English label; shown through `label_key`.
 */
label: string, 
/**
 * Fluent id.
 */
label_key: string, group: PositionGroup, 
/**
 * The first UPR cycle in which States used it; `None` outside the UPR.
 */
first_cycle: number | null, 
/**
 * The last one; `None` while in use.
 */
last_cycle: number | null, };

export type PositionEntry = { id: string, position: string, given_on: string | null, document: string | null, paragraph: string | null, explanation: string | null, recorded_at: string, 
/**
 * The part it answers; absent: the whole.
 */
part_id: string | null, 
/**
 * Letter of the part; absent where the part was taken away.
 */
letter: string | null, 
/**
 * False where a later answer took its place.
 */
holds: boolean, };

export type PositionGiven = { 
/**
 * Code of positions.tsv.
 */
position: string, given_on?: string | null, document?: string | null, paragraph?: string | null, explanation?: string | null, };

export type PositionGroup = "accepted" | "partial" | "noted" | "pending" | "unclear" | "not_applicable";

export type Preferences = { 
/**
 * BCP 47; the pseudo-locales `en-XA` and `ar-XB` are for tests.
 */
language: string, theme: Theme, 
/**
 * Per cent, 90–200.
 */
text_size: number, density: Density, 
/**
 * Single-letter keys in the register (WCAG 2.1.4: they can be switched off).
 */
single_keys: boolean, };

export type PreferencesPatch = { language?: string | null, theme?: Theme | null, text_size?: number | null, density?: Density | null, single_keys?: boolean | null, };

export type Priority = "urgent" | "high" | "medium" | "low";

export type Problem = { 
/**
 * Stable, kebab-case, also the Fluent message id.
 */
code: string, severity: Severity, 
/**
 * Sheet or table, as the person sees its name; `None` where the file has only one.
 */
sheet: string | null, 
/**
 * Counted from 1, as the person sees it in the file; `None` for the file as a whole.
 */
row: number | null, 
/**
 * The cell or column, for instance `D17` or the header's text.
 */
cell: string | null, 
/**
 * The value in question, as it stands in the file.
 */
value: string | null, 
/**
 * Further arguments of the sentence.
 */
args: { [key in string]: string }, 
/**
 * The sentence in the reader's language; empty until [`crate::base::lang::Words::tell`] fills it.
 */
message: string, };

export type Profile = { title: string, 
/**
 * ISO 3166-1 alpha-3.
 */
state: string, 
/**
 * BCP 47.
 */
language: string, 
/**
 * Name of the national mechanism for reporting and follow-up.
 */
mechanism_name: string | null, };

export type ProfilePatch = { title?: string | null, state?: string | null, language?: string | null, mechanism_name?: string | null, };

export type ProgressCount = { progress: ProgressState, count: number, };

export type ProgressKind = "not_started" | "in_progress" | "partial" | "done" | "stopped" | "not_applicable";

export type ProgressState = "no_action" | "not_started" | "in_progress" | "partial" | "done" | "stopped" | "not_applicable";

export type Query = { filter: Filter, sort: SortColumn, descending: boolean, then?: Array<SortBy>, 
/**
 * Rows stand under headings of this column, under each of several values.
 */
group?: FacetColumn | null, 
/**
 * Further columns whose cells are wanted: names of [`FacetColumn`], or `note`, `plain_text`,
 * `priority_reason`, `follow_up_due`.
 */
columns?: Array<string>, offset: number, 
/**
 * At most 100.
 */
limit: number, };

export type ReadingPatch = { text?: string | null, agreed_on?: string | null | null, parties?: string | null | null, };

export type RecentPlan = { file: FileRef, title: string, folder: string, opened_at: string, 
/**
 * False where the file is no longer there.
 */
exists: boolean, };

export type Recognition = { format: Format, layout: string, 
/**
 * 0 to 1.
 */
confidence: number, encoding: string | null, 
/**
 * States under review met in the file; more than one means that one must be chosen.
 */
states: Array<StateFound>, };

export type Recommendation = { id: string, record_type: RecordType, 
/**
 * `<cycle>-<mechanism>-<paragraph>`, for instance `3-UPR-139.119`.
 */
reference: string, 
/**
 * Code of mechanisms.tsv.
 */
mechanism: string, 
/**
 * Treaty body or mandate, where the mechanism is several bodies.
 */
body: string | null, 
/**
 * Of the document, where the mechanism has no cycles.
 */
year: number | null, cycle: number | null, session: number | null, 
/**
 * Document symbol, for instance `A/HRC/44/10`.
 */
document: string | null, paragraph: string | null, letter: string | null, 
/**
 * Verbatim.
 */
text: string, language: string, 
/**
 * ISO 3166-1 alpha-3, in the order of the text.
 */
recommending_states: Array<string>, 
/**
 * Code of positions.tsv.
 */
position: string | null, 
/**
 * 1–5 of the five action categories.
 */
action_category: number | null, 
/**
 * False while the category is only a suggestion.
 */
action_category_confirmed: boolean, themes: Array<string>, groups: Array<string>, sdg_targets: Array<string>, 
/**
 * In the words of UPR Info.
 */
issues: Array<string>, 
/**
 * Rights and articles, for instance `CEDAW 12`.
 */
rights: Array<string>, territories: Array<string>, 
/**
 * ISO 3166-1 alpha-3 of other countries a cross-border matter concerns.
 */
countries: Array<string>, 
/**
 * Tags of the plan's own.
 */
national_tags: Array<string>, 
/**
 * Name of the primary cluster.
 */
cluster: string | null, cluster_id: string | null, priority: Priority | null, 
/**
 * Why it has that priority, in the words of the one who set it.
 */
priority_reason: string | null, note: string | null, 
/**
 * A short restatement in plain words, never instead of the text.
 */
plain_text: string | null, scope: Scope | null, duration: Duration | null, cross_border: boolean | null, 
/**
 * What crosses the border.
 */
cross_border_topic: string | null, needs_law: NeedsLaw | null, 
/**
 * True where at least one tag waits for a person's confirmation.
 */
has_suggested_tags: boolean, 
/**
 * States whose answer differs from the record's own position.
 */
state_positions: Array<StatePosition>, };

export type RecommendationDetail = { recommendation: Recommendation, 
/**
 * In the order in which they hold.
 */
positions: Array<PositionEntry>, parts: Array<Part>, noted_pathway: NotedPathway | null, smart_check: SmartCheck | null, readings: Array<AgreedReading>, translations: Array<Translation>, corrigenda: Array<Corrigendum>, 
/**
 * False where the mechanism asks for no position (I3).
 */
has_position: boolean, is_right_to_left: boolean, assignments: Array<Assignment>, actions: Array<ActionRow>, sources: Array<SourceRef>, 
/**
 * `None` where the mechanism has no follow-up procedure.
 */
follow_up: FollowUp | null, 
/**
 * Tags a person has not confirmed: vocabulary and label.
 */
suggested_tags: Array<SuggestedTag>, 
/**
 * Tags whose label is no longer offered (I23).
 */
retired_tags: Array<SuggestedTag>, progress: ProgressState, percent: number | null, due: Due, };

export type RecommendationLink = { id: string, reference: string, };

export type RecommendationPatch = { 
/**
 * Setting it is confirming it.
 */
action_category?: number | null | null, cluster_id?: string | null | null, 
/**
 * Without a reason beside it the old reason goes: it spoke of another priority.
 */
priority?: Priority | null | null, priority_reason?: string | null | null, note?: string | null | null, 
/**
 * A short restatement in plain words.
 */
plain_text?: string | null | null, scope?: Scope | null | null, duration?: Duration | null | null, cross_border?: boolean | null | null, 
/**
 * What crosses the border, in a word or two.
 */
cross_border_topic?: string | null | null, needs_law?: NeedsLaw | null | null, };

export type RecordSuggestions = { recommendation_id: string, suggestions: Array<Suggestion>, };

export type RecordType = "recommendation" | "concern_observation" | "voluntary_pledge";

export type ReportKind = "progress";

export type ReportWritten = { file: FileRef, 
/**
 * Rows on all sheets of records.
 */
rows: number, 
/**
 * Texts that did not fit.
 */
problems: Array<Problem>, };

export type Restored = { file: FileRef, };

export type Review = { id: string, kind: ReviewKind, 
/**
 * Code of mechanisms.tsv.
 */
mechanism: string, 
/**
 * Treaty body or mandate.
 */
body: string | null, cycle: number | null, session: number | null, 
/**
 * ISO day of the review, or the first of a visit.
 */
held_on: string | null, until_on: string | null, adopted_on: string | null, 
/**
 * Typed by a person in place of the computed day.
 */
next_due_on: string | null, 
/**
 * Symbol of the document it ended in.
 */
document: string | null, note: string | null, recommendations: number, };

export type ReviewKind = "upr_review" | "concluding_observations" | "country_visit" | "communication" | "regional" | "other";

export type ReviewPatch = { kind?: ReviewKind | null, body?: string | null | null, cycle?: number | null | null, session?: number | null | null, held_on?: string | null | null, until_on?: string | null | null, adopted_on?: string | null | null, 
/**
 * `null`: computed again.
 */
next_due_on?: string | null | null, document?: string | null | null, note?: string | null | null, };

export type Role = "lead" | "supporting" | "consulted" | "informed" | "data_provider";

export type Row = { id: string, reference: string, paragraph: string | null, document: string | null, mechanism: string, text: string, language: string, recommending_states: Array<string>, position: string | null, action_category: number | null, action_category_confirmed: boolean, cluster_id: string | null, cluster: string | null, priority: Priority | null, lead_id: string | null, 
/**
 * Short name.
 */
lead: string | null, 
/**
 * Of its live actions together.
 */
progress: ProgressState, 
/**
 * Mean of its live actions; absent without one.
 */
percent: number | null, 
/**
 * The most pressing due date among its live actions.
 */
due: Due, actions: number, themes: Array<string>, 
/**
 * The further columns asked for, those that have a value: codes, labels, names of clusters and
 * agencies.
 */
cells: { [key in string]: Array<string> }, };

export type SaveFailedRows = { 
/**
 * The import whose rows are meant.
 */
import: ForeignFileWish, 
/**
 * Handle of the workbook to be written.
 */
file: string, };

export type SavedView = { id: string, name: string, place: number, 
/**
 * Absent where a newer program wrote what this one does not understand.
 */
settings: ViewSettings | null, };

export type SchemePatch = { name?: string | null, 
/**
 * Counted from 1; the others make room.
 */
place?: number | null, };

export type Scope = "general" | "specific";

export type Score = { criterion_id: string, 
/**
 * 0 does not apply, 3 applies fully.
 */
score: number, };

export type ScoreRecommendations = { ids: Array<string>, criterion_id: string, 
/**
 * 0 to 3; the score is taken back where absent.
 */
score?: number | null, };

export type Segment = { text: string, mark: Mark, };

export type SetCells = { cells: Array<CellGiven>, };

export type SetFollowUp = { ids: Array<string>, patch: FollowUpPatch, };

export type SetHeading = { name: string, 
/**
 * Name of the heading it stands under, which comes before it.
 */
parent: string | null, };

export type SetNotedPathway = { ids: Array<string>, patch: PathwayPatch, };

export type SetPosition = { ids: Array<string>, answer: PositionGiven, };

export type Severity = "error" | "warning" | "notice";

export type ShareLine = { 
/**
 * Code, id or label; `none` where it is not set.
 */
value: string, 
/**
 * Name as stored; absent for codes that Fluent names.
 */
name: string | null, count: number, 
/**
 * Of the total, in tenths of a per cent.
 */
share: number, answers: Answers, };

export type ShareQuestion = { dimension: FacetColumn, 
/**
 * By paragraph where absent.
 */
basis?: Basis, 
/**
 * Everything where absent.
 */
filter?: Filter, 
/**
 * Name or id of a saved view; the filter narrows it further.
 */
view?: string | null, };

export type Shares = { as_at: string, dimension: FacetColumn, basis: Basis, 
/**
 * Recommendations meant, whatever is counted by.
 */
records: number, 
/**
 * Units of the basis.
 */
total: number, answers: Answers, 
/**
 * Accepted of those to which a position belongs, in tenths of a per cent; absent where there are
 * none. Partial acceptance does not count here.
 */
acceptance: number | null, lines: Array<ShareLine>, 
/**
 * One unit may stand under several values: the shares together are more than the whole.
 */
is_overlapping: boolean, };

export type SheetFound = { 
/**
 * Counted from 1.
 */
place: number, 
/**
 * Empty where the file has only one table.
 */
name: string, rows: number, columns: number, };

export type SimilarFound = { pairs: Array<SimilarPair>, 
/**
 * With those beyond the limit.
 */
total: number, 
/**
 * Records compared.
 */
records: number, 
/**
 * The threshold used.
 */
least: number, };

export type SimilarPair = { 
/**
 * The first of the kind's sentence: the later one of a follow-up.
 */
from_id: string, from_reference: string, to_id: string, to_reference: string, kind: LinkKind, 
/**
 * 0 to 100.
 */
score: number, 
/**
 * Words both have that few others have, the weightiest first.
 */
words: Array<string>, };

export type SimilarWish = { 
/**
 * Only pairs of this record.
 */
record_id?: string | null, 
/**
 * Only pairs of which one is of these mechanisms.
 */
mechanism: Array<string>, 
/**
 * Only pairs of which one is of these cycles.
 */
cycle: Array<number>, across: Across, 
/**
 * Only offers of these kinds.
 */
kind: Array<LinkKind>, 
/**
 * 0 to 100; the usual threshold where absent.
 */
least?: number | null, 
/**
 * At most 500.
 */
limit?: number | null, };

export type SmartCheck = { is_vague: boolean | null, specific: boolean | null, measurable: boolean | null, achievable: boolean | null, relevant: boolean | null, time_bound: boolean | null, note: string | null, };

export type SmartPatch = { is_vague?: boolean | null | null, specific?: boolean | null | null, measurable?: boolean | null | null, achievable?: boolean | null | null, relevant?: boolean | null | null, time_bound?: boolean | null | null, note?: string | null | null, };

export type SortBy = { column: SortColumn, descending: boolean, };

export type SortColumn = "reference" | "text" | "position" | "category" | "cluster" | "lead" | "progress" | "due" | "percent" | "priority" | "actions" | "mechanism" | "body" | "cycle" | "session" | "year" | "document" | "state" | "theme" | "issue" | "group" | "right" | "sdg" | "territory" | "national" | "record_type" | "language" | "follow_up" | "scope" | "duration" | "cross_border" | "needs_law";

export type SoughtWords = { words: string, 
/**
 * The last word may go on.
 */
is_beginning: boolean, };

export type SourceRef = { name: string, format: string, sheet: string | null, row: number | null, imported_at: string, 
/**
 * The file's own key of the record.
 */
foreign_id: string | null, 
/**
 * What the source says where it differs from the record.
 */
said: { [key in string]: string }, };

export type SplitCluster = { id: string, 
/**
 * Name of the new cluster, which comes to stand beside the old one.
 */
name: string, 
/**
 * The records that move.
 */
recommendation_ids: Array<string>, };

export type Standing = { as_at: string, recommendations: number, supported: number, noted: number, actions: number, 
/**
 * Actions past their due date and not settled.
 */
late_actions: number, 
/**
 * Actions due within 30 days.
 */
due_soon_actions: number, 
/**
 * Recommendations with a late action, and so on.
 */
late: number, due_soon: number, 
/**
 * Recommendations without a lead agency today.
 */
unassigned: number, 
/**
 * Recommendations without a live action.
 */
without_action: number, unclustered: number, 
/**
 * Actions without a lead agency today.
 */
actions_unassigned: number, actions_without_due: number, 
/**
 * Suggested action categories or tags no person has confirmed.
 */
unconfirmed: number, };

export type State = { 
/**
 * ISO 3166-1 alpha-3; the fictional State uses a code of the range left to users.
 */
iso3: string, 
/**
 * ISO 3166-1 alpha-2; empty for an organization.
 */
iso2: string, 
/**
 * The English name the UN uses.
 */
name: string, 
/**
 * Regional group: `AFR`, `APG`, `EEG`, `GRULAC`, `WEOG`; or `OBS`, `NONUN`, `ORG`, `NONE`.
 */
group_code: string, group_name: string, 
/**
 * Other names people write, among them former ones.
 */
aliases: Array<string>, 
/**
 * A member of the United Nations, and so reviewed.
 */
un_member: boolean, 
/**
 * The session of the review in each of the cycles 1 to 4; `None` where there was none.
 */
upr_sessions: [number | null, number | null, number | null, number | null], 
/**
 * The State of the demonstration plan: not a real one.
 */
fictional: boolean, };

export type StateFound = { 
/**
 * ISO 3166-1 alpha-3; `None` where the name does not resolve.
 */
iso3: string | null, 
/**
 * The name as it stands in the file.
 */
name: string, 
/**
 * Rows about it.
 */
rows: number, };

export type StatePosition = { state: string, position: string, };

export type Status = { scale: string, 
/**
 * Unique within its scale.
 */
code: string, 
/**
 * Place on the scale, from 1.
 */
order: number, 
/**
 * English label; shown through `label_key`.
 */
label: string, 
/**
 * Fluent id.
 */
label_key: string, 
/**
 * Share implemented, 0 to 1; `None` where the step counts neither way. Of a range, its middle.
 */
value: number | null, progress: ProgressKind, 
/**
 * Has no end by its nature: shown with ∞, checked yearly, never complete.
 */
continuous: boolean, 
/**
 * Worked out from dates, never stored nor offered for choice.
 */
computed: boolean, };

export type SubjectKind = "recommendation" | "action";

export type SuggestedTag = { vocabulary: Vocabulary, label: string, };

export type Suggestion = { kind: SuggestionKind, 
/**
 * A category's number, a cluster's id, a tag's label.
 */
value: string, 
/**
 * How a person reads it; a category's name is shown by its number.
 */
label: string, 
/**
 * 0 to 1.
 */
confidence: number, reasons: Array<SuggestionReason>, };

export type SuggestionKind = "category" | "cluster" | "theme" | "issue" | "group" | "sdg";

export type SuggestionQuestion = { 
/**
 * All recommendations where empty.
 */
ids?: Array<string>, 
/**
 * All kinds where empty.
 */
kinds?: Array<SuggestionKind>, 
/**
 * The least confidence, 0 to 1; 0.2 where absent.
 */
least?: number, 
/**
 * The most suggestions of a kind and record; 3 where absent.
 */
most?: number, };

export type SuggestionReason = { "why": "imported" } | { "why": "verb", words: Array<string>, } | { "why": "words", words: Array<string>, } | { "why": "name", words: Array<string>, } | { "why": "opening", words: Array<string>, } | { "why": "similar", recommendation_id: string, reference: string, 
/**
 * In per cent.
 */
likeness: number, 
/**
 * Words both have.
 */
words: Array<string>, };

export type SuggestionRef = { recommendation_id: string, kind: SuggestionKind, value: string, };

export type Summary = { as_at: string, by_progress: Array<ProgressCount>, by_position: Array<Count>, by_category: Array<Count>, by_cluster: Array<Count>, by_agency: Array<Count>, 
/**
 * Actions by their status code.
 */
actions_by_status: Array<Count>, };

export type Symbol = { 
/**
 * The symbol without blanks.
 */
symbol: string, 
/**
 * Stable: `upr_national_report`, `hrc_report`, `tb_concluding_observations`, … .
 */
kind: string, 
/**
 * Code of a mechanism; `None` where the symbol leaves it open, as A/HRC/34/12 does between a
 * review and a country visit.
 */
mechanism: string | null, 
/**
 * Code of the committee.
 */
body: string | null, 
/**
 * Session of the UPR Working Group or of the committee.
 */
session: number | null, 
/**
 * Session of the Human Rights Council.
 */
council_session: number | null, 
/**
 * ISO 3166-1 alpha-3 of the State the document is about.
 */
iso3: string | null, 
/**
 * Number of the document or report, combined reports as "2-3".
 */
number: string | null, 
/**
 * Number of the addendum.
 */
addendum: number | null, };

export type TableStudy = { format: Format, layout: string, 
/**
 * All sheets of the file, or all tables of the document.
 */
sheets: Array<SheetFound>, 
/**
 * The one that is read.
 */
sheet: number, 
/**
 * Number of the row of headings; 0 where there are none.
 */
header_row: number, 
/**
 * The first rows, to choose the row of headings from.
 */
top: Array<TopRow>, columns: Array<ColumnFound>, 
/**
 * Rows below the headings.
 */
rows: number, 
/**
 * Of a text file.
 */
encoding: string | null, 
/**
 * Of a text file.
 */
separator: string | null, 
/**
 * What a person can choose from.
 */
encodings: Array<string>, separators: Array<string>, 
/**
 * Of the texts (BCP 47).
 */
language: string, 
/**
 * As the days of the table show it, or as a person said.
 */
date_order: DateOrder | null, 
/**
 * Days that could be read two ways.
 */
ambiguous_dates: number, 
/**
 * States under review.
 */
states: Array<StateFound>, 
/**
 * Values that no vocabulary knows, with what was answered about them.
 */
unknown: Array<UnknownValue>, 
/**
 * Whether every row says its mechanism.
 */
has_mechanism: boolean, 
/**
 * Fingerprint of the headings: a table with the same ones is understood the same way.
 */
headings: string, 
/**
 * The same without the last column: where rows that were not taken come back, their problems
 * stand there.
 */
headings_before_last: string, 
/**
 * The columns are understood as the plan remembers them.
 */
is_remembered: boolean, };

export type TableWish = { 
/**
 * Sheet or Word table, counted from 1.
 */
sheet?: number | null, 
/**
 * Number of the row that holds the headings; 0 where there are none.
 */
header_row?: number | null, 
/**
 * Character encoding of a text file.
 */
encoding?: string | null, 
/**
 * What separates the cells of a text file.
 */
separator?: string | null, 
/**
 * Language of the texts (BCP 47).
 */
language?: string | null, date_order?: DateOrder | null, 
/**
 * What the columns mean; those not named are ignored. Guessed where absent.
 */
columns?: Array<ColumnMeaning> | null, for_all_rows?: ForAllRows, 
/**
 * What values mean that no vocabulary knows.
 */
answers?: Array<ValueAnswer>, 
/**
 * Cells put right before they are read; the file itself stays as it is.
 */
repairs?: Array<CellRepair>, 
/**
 * Rows left out.
 */
skipped?: Array<number>, };

export type TagChange = { ids: Array<string>, vocabulary: Vocabulary, 
/**
 * Set on every record of the selection, confirmed.
 */
add?: Array<string>, 
/**
 * Taken from every record that has it.
 */
remove?: Array<string>, 
/**
 * Confirmed on every record that has it.
 */
confirm?: Array<string>, };

export type Theme = "system" | "light" | "dark";

export type TopRow = { row: number, 
/**
 * Shortened.
 */
cells: Array<string>, };

export type Translation = { id: string, 
/**
 * BCP 47.
 */
language: string, text: string, is_official: boolean, is_right_to_left: boolean, };

export type TwoRecords = { from_id: string, to_id: string, };

export type TypedLine = { words: string, 
/**
 * Where the cursor stands, in UTF-16 units; at the end where absent.
 */
cursor?: number | null, };

export type UnknownValue = { field: AnsweredField, value: string, 
/**
 * Rows that have it.
 */
rows: number, 
/**
 * What a person answered; empty: it says nothing.
 */
answer: string | null, 
/**
 * The nearest known value, where one is near.
 */
nearest: string | null, };

export type Vague = "verb" | "amount" | "scope" | "time";

export type ValueAnswer = { field: AnsweredField, 
/**
 * As it stands in the file; capitals, accents and signs do not matter.
 */
value: string, 
/**
 * Code of a State, position or mechanism (`TB:CESCR` with its body), a priority, the id of an
 * agency or `note`, which keeps its name in the note; empty: the value says nothing and is passed
 * over.
 */
meaning: string, };

export type Verdict = { priority: Priority, 
/**
 * Weighted share of the full score over the criteria that are scored, in per cent.
 */
percent: number, 
/**
 * Criteria scored 2 or 3.
 */
high: number, scored: number, criteria: number, };

export type ViewColumn = { name: string, 
/**
 * CSS pixels; the column's own where absent.
 */
width?: number | null, };

export type ViewPatch = { name?: string | null, settings?: ViewSettings | null, 
/**
 * Counted from 1; the others make room.
 */
place?: number | null, };

export type ViewSettings = { filter: Filter, sort: SortColumn, descending: boolean, then: Array<SortBy>, group?: FacetColumn | null, 
/**
 * In their order; empty: those the register shows by itself.
 */
columns: Array<ViewColumn>, };

export type Vocabulary = "theme" | "group" | "sdg" | "issue" | "right" | "territory" | "country" | "national";

export type WordingHint = { 
/**
 * The text cut at its vague words; one plain piece for languages without a list.
 */
pieces: Array<Piece>, names_a_year: boolean, 
/**
 * False where there is no list of vague words for the language of the text.
 */
is_language_known: boolean, 
/**
 * Stretches that could stand alone; empty where the text asks for one thing.
 */
parts: Array<string>, };

export type Workload = { agency_id: string, leads: number, supports: number, other_roles: number, actions_led: number, actions_late: number, };

export type WriteExport = { format: ExportFormat, 
/**
 * Handle of the file to be written.
 */
file: string, 
/**
 * The file gets exactly this name; otherwise the ending other programs know it by is added.
 */
is_named?: boolean, 
/**
 * Name or id of a saved view; the query's filter narrows it further.
 */
view?: string | null, 
/**
 * Which recommendations, in which order; the whole plan where absent.
 */
query?: Query, 
/**
 * BCP 47; the plan's own where absent.
 */
language?: string | null, };

export type WriteReport = { kind: ReportKind, 
/**
 * Handle of the file to be written.
 */
file: string, 
/**
 * The whole plan where absent.
 */
filter?: Filter, 
/**
 * Name or id of a saved view; the filter narrows it further.
 */
view?: string | null, 
/**
 * BCP 47; the plan's own where absent.
 */
language?: string | null, };

export interface Commands {
  desk_state: { args: Nothing; result: DeskState };
  list_recent_plans: { args: Nothing; result: Array<RecentPlan> };
  forget_recent_plan: { args: OneFile; result: Nothing };
  create_plan: { args: NewPlanWish; result: DeskState };
  open_plan: { args: OneFile; result: DeskState };
  open_newest_backup: { args: OneFile; result: DeskState };
  open_demo: { args: Nothing; result: DeskState };
  close_plan: { args: Nothing; result: CopiedOut | null };
  choose_author: { args: OneName; result: DeskState };
  list_backups: { args: Nothing; result: Array<BackupEntry> };
  make_backup: { args: Nothing; result: BackupEntry };
  restore_backup: { args: OneFile; result: Restored };
  copy_out: { args: Nothing; result: CopiedOut };
  check_plan: { args: Nothing; result: CheckReport };
  keep_pasted: { args: OneText; result: FileRef };
  get_preferences: { args: Nothing; result: Preferences };
  set_preferences: { args: PreferencesPatch; result: Preferences };
  list_states: { args: Nothing; result: Array<State> };
  list_positions: { args: Nothing; result: Array<Position> };
  list_mechanisms: { args: Nothing; result: Array<Mechanism> };
  list_categories: { args: Nothing; result: Array<Category> };
  list_statuses: { args: OneScale; result: Array<Status> };
  list_bodies: { args: Nothing; result: Array<Body> };
  get_profile: { args: Nothing; result: Profile };
  list_authors: { args: Nothing; result: Array<Author> };
  list_agencies: { args: Nothing; result: Array<Agency> };
  get_agency: { args: OneId; result: Agency };
  list_workload: { args: Nothing; result: Array<Workload> };
  edit_profile: { args: ProfilePatch; result: Nothing };
  add_agencies: { args: AgencyLines; result: AddAgencies };
  edit_agency: { args: EditAgency; result: Nothing };
  remove_agency: { args: OneId; result: Nothing };
  add_focal_point: { args: AddFocalPoint; result: OneId };
  edit_focal_point: { args: EditFocalPoint; result: Nothing };
  remove_focal_point: { args: OneId; result: Nothing };
  page_rows: { args: Query; result: Page };
  select_ids: { args: Query; result: Array<string> };
  facet_values: { args: FacetQuestion; result: Array<FacetValue> };
  missing_values: { args: Filtered; result: Array<FacetValue> };
  get_recommendation: { args: OneId; result: RecommendationDetail };
  list_recommendations: { args: Filtered; result: Array<Recommendation> };
  read_words: { args: TypedLine; result: LineRead };
  add_recommendation: { args: NewRecommendation; result: OneId };
  edit_recommendations: { args: EditRecommendations; result: HowMany };
  set_cells: { args: SetCells; result: HowMany };
  confirm_categories: { args: ManyIds; result: HowMany };
  tag_recommendations: { args: TagChange; result: HowMany };
  set_position: { args: SetPosition; result: HowMany };
  remove_recommendations: { args: ManyIds; result: HowMany };
  get_layout: { args: Nothing; result: ViewSettings };
  keep_layout: { args: ViewSettings; result: Nothing };
  list_views: { args: Nothing; result: Array<SavedView> };
  save_view: { args: NewView; result: OneId };
  edit_view: { args: EditView; result: Nothing };
  remove_view: { args: OneId; result: Nothing };
  list_clusters: { args: Nothing; result: Array<Cluster> };
  list_schemes: { args: Nothing; result: Array<ClusterScheme> };
  list_scheme_clusters: { args: OneId; result: Array<Cluster> };
  list_memberships: { args: OneId; result: Array<Membership> };
  list_memberships_of: { args: ManyIds; result: Array<Membership> };
  list_cluster_sets: { args: Nothing; result: Array<ClusterSet> };
  preview_filling: { args: OneId; result: Filling };
  add_cluster: { args: NewCluster; result: OneId };
  edit_cluster: { args: EditCluster; result: Nothing };
  remove_cluster: { args: OneId; result: Nothing };
  merge_clusters: { args: MergeClusters; result: HowMany };
  split_cluster: { args: SplitCluster; result: OneId };
  cluster_recommendations: { args: ClusterChange; result: HowMany };
  add_scheme: { args: NewScheme; result: OneId };
  edit_scheme: { args: EditScheme; result: Nothing };
  remove_scheme: { args: OneId; result: Nothing };
  load_cluster_set: { args: LoadClusterSet; result: HowMany };
  fill_scheme: { args: OneId; result: HowMany };
  list_criteria: { args: Nothing; result: Array<Criterion> };
  list_appraisals: { args: ManyIds; result: Array<Appraisal> };
  add_criterion: { args: NewCriterion; result: OneId };
  add_starter_criteria: { args: Nothing; result: HowMany };
  edit_criterion: { args: EditCriterion; result: Nothing };
  remove_criterion: { args: OneId; result: Nothing };
  score_recommendations: { args: ScoreRecommendations; result: HowMany };
  accept_priorities: { args: AcceptPriorities; result: HowMany };
  add_parts: { args: NewParts; result: ManyIds };
  edit_part: { args: EditPart; result: Nothing };
  remove_part: { args: OneId; result: Nothing };
  answer_part: { args: AnswerPart; result: Nothing };
  suggest_bodies: { args: OneId; result: Array<BodySuggestion> };
  set_noted_pathway: { args: SetNotedPathway; result: HowMany };
  inspect_wording: { args: OneId; result: WordingHint };
  edit_smart_check: { args: EditSmartCheck; result: Nothing };
  add_reading: { args: NewReading; result: OneId };
  edit_reading: { args: EditReading; result: Nothing };
  remove_reading: { args: OneId; result: Nothing };
  put_translation: { args: NewTranslation; result: OneId };
  remove_translation: { args: OneId; result: Nothing };
  correct_text: { args: NewCorrigendum; result: OneId };
  list_labels: { args: OneVocabulary; result: Array<string> };
  list_vocabulary: { args: OneVocabulary; result: Array<Entry> };
  vocabulary_as_csv: { args: OneVocabulary; result: OneText };
  add_vocabulary_entry: { args: NewEntry; result: Nothing };
  edit_vocabulary_entry: { args: EditEntry; result: Nothing };
  remove_vocabulary_entry: { args: OneLabel; result: Nothing };
  import_vocabulary: { args: ImportVocabulary; result: Imported };
  list_suggestions: { args: SuggestionQuestion; result: Array<RecordSuggestions> };
  accept_suggestions: { args: AcceptSuggestions; result: HowMany };
  dismiss_suggestions: { args: DismissSuggestions; result: HowMany };
  list_links: { args: OneId; result: Array<Link> };
  compare_recommendations: { args: TwoRecords; result: Comparison };
  add_links: { args: ManyLinks; result: HowMany };
  reject_links: { args: ManyLinks; result: HowMany };
  remove_links: { args: ManyIds; result: HowMany };
  list_documents: { args: Nothing; result: Array<Document> };
  list_document_kinds: { args: Nothing; result: Array<string> };
  list_reviews: { args: Nothing; result: Array<Review> };
  list_due_dates: { args: Nothing; result: Array<DueDate> };
  add_document: { args: NewDocument; result: OneId };
  edit_document: { args: EditDocument; result: Nothing };
  remove_document: { args: OneId; result: Nothing };
  add_review: { args: NewReview; result: OneId };
  edit_review: { args: EditReview; result: Nothing };
  remove_review: { args: OneId; result: Nothing };
  set_follow_up: { args: SetFollowUp; result: HowMany };
  add_grade: { args: AddGrade; result: HowMany };
  page_actions: { args: ActionQuery; result: ActionPage };
  list_actions: { args: FilteredActions; result: Array<ActionRow> };
  get_action: { args: OneId; result: ActionDetail };
  add_action: { args: AddAction; result: ActionAdded };
  draft_actions: { args: DraftActions; result: ManyIds };
  edit_actions: { args: EditActions; result: HowMany };
  remove_actions: { args: ManyIds; result: HowMany };
  link_actions: { args: LinkActions; result: HowMany };
  unlink_actions: { args: LinkActions; result: HowMany };
  add_milestone: { args: NewMilestone; result: OneId };
  edit_milestone: { args: EditMilestone; result: Nothing };
  remove_milestone: { args: OneId; result: Nothing };
  assign: { args: Assign; result: HowMany };
  end_assignments: { args: EndAssignments; result: HowMany };
  standing: { args: Nothing; result: Standing };
  summary: { args: Filtered; result: Summary };
  list_shares: { args: ShareQuestion; result: Shares };
  list_operations: { args: OperationQuery; result: Array<OperationEntry> };
  list_changes: { args: ChangeQuery; result: Array<ChangeEntry> };
  suggest_report_name: { args: OneReportKind; result: OneName };
  suggest_export_name: { args: OneExportFormat; result: OneName };
  undo: { args: Nothing; result: OperationName };
  undo_operation: { args: OneId; result: OperationName };
  redo: { args: Nothing; result: OperationName };
  recognise_file: { args: OneFile; result: Recognition };
  study_table: { args: ForeignFileWish; result: TableStudy };
  preview_import: { args: ForeignFileWish; result: ImportResult };
  import_file: { args: ForeignFileWish; result: ImportResult };
  find_similar: { args: SimilarWish; result: SimilarFound };
  link_similar: { args: SimilarWish; result: HowMany };
  save_failed_rows: { args: SaveFailedRows; result: FailedRowsSaved };
  write_report: { args: WriteReport; result: ReportWritten };
  write_export: { args: WriteExport; result: ExportWritten };
}

export const commandKinds = {
  desk_state: "desk",
  list_recent_plans: "desk",
  forget_recent_plan: "desk",
  create_plan: "desk",
  open_plan: "desk",
  open_newest_backup: "desk",
  open_demo: "desk",
  close_plan: "desk",
  choose_author: "desk",
  list_backups: "desk",
  make_backup: "desk",
  restore_backup: "desk",
  copy_out: "desk",
  check_plan: "desk",
  keep_pasted: "desk",
  get_preferences: "desk",
  set_preferences: "desk",
  list_states: "read",
  list_positions: "read",
  list_mechanisms: "read",
  list_categories: "read",
  list_statuses: "read",
  list_bodies: "read",
  get_profile: "read",
  list_authors: "read",
  list_agencies: "read",
  get_agency: "read",
  list_workload: "read",
  edit_profile: "change",
  add_agencies: "change",
  edit_agency: "change",
  remove_agency: "change",
  add_focal_point: "change",
  edit_focal_point: "change",
  remove_focal_point: "change",
  page_rows: "read",
  select_ids: "read",
  facet_values: "read",
  missing_values: "read",
  get_recommendation: "read",
  list_recommendations: "read",
  read_words: "read",
  add_recommendation: "change",
  edit_recommendations: "change",
  set_cells: "change",
  confirm_categories: "change",
  tag_recommendations: "change",
  set_position: "change",
  remove_recommendations: "change",
  get_layout: "desk",
  keep_layout: "desk",
  list_views: "read",
  save_view: "change",
  edit_view: "change",
  remove_view: "change",
  list_clusters: "read",
  list_schemes: "read",
  list_scheme_clusters: "read",
  list_memberships: "read",
  list_memberships_of: "read",
  list_cluster_sets: "read",
  preview_filling: "read",
  add_cluster: "change",
  edit_cluster: "change",
  remove_cluster: "change",
  merge_clusters: "change",
  split_cluster: "change",
  cluster_recommendations: "change",
  add_scheme: "change",
  edit_scheme: "change",
  remove_scheme: "change",
  load_cluster_set: "change",
  fill_scheme: "change",
  list_criteria: "read",
  list_appraisals: "read",
  add_criterion: "change",
  add_starter_criteria: "change",
  edit_criterion: "change",
  remove_criterion: "change",
  score_recommendations: "change",
  accept_priorities: "change",
  add_parts: "change",
  edit_part: "change",
  remove_part: "change",
  answer_part: "change",
  suggest_bodies: "read",
  set_noted_pathway: "change",
  inspect_wording: "read",
  edit_smart_check: "change",
  add_reading: "change",
  edit_reading: "change",
  remove_reading: "change",
  put_translation: "change",
  remove_translation: "change",
  correct_text: "change",
  list_labels: "read",
  list_vocabulary: "read",
  vocabulary_as_csv: "read",
  add_vocabulary_entry: "change",
  edit_vocabulary_entry: "change",
  remove_vocabulary_entry: "change",
  import_vocabulary: "change",
  list_suggestions: "read",
  accept_suggestions: "change",
  dismiss_suggestions: "change",
  list_links: "read",
  compare_recommendations: "read",
  add_links: "change",
  reject_links: "change",
  remove_links: "change",
  list_documents: "read",
  list_document_kinds: "read",
  list_reviews: "read",
  list_due_dates: "read",
  add_document: "change",
  edit_document: "change",
  remove_document: "change",
  add_review: "change",
  edit_review: "change",
  remove_review: "change",
  set_follow_up: "change",
  add_grade: "change",
  page_actions: "read",
  list_actions: "read",
  get_action: "read",
  add_action: "change",
  draft_actions: "change",
  edit_actions: "change",
  remove_actions: "change",
  link_actions: "change",
  unlink_actions: "change",
  add_milestone: "change",
  edit_milestone: "change",
  remove_milestone: "change",
  assign: "change",
  end_assignments: "change",
  standing: "read",
  summary: "read",
  list_shares: "read",
  list_operations: "read",
  list_changes: "read",
  suggest_report_name: "read",
  suggest_export_name: "read",
  undo: "desk",
  undo_operation: "desk",
  redo: "desk",
  recognise_file: "job",
  study_table: "job",
  preview_import: "job",
  import_file: "job",
  find_similar: "job",
  link_similar: "job",
  save_failed_rows: "job",
  write_report: "job",
  write_export: "job",
} as const satisfies Record<
  keyof Commands,
  "desk" | "read" | "change" | "job"
>;
