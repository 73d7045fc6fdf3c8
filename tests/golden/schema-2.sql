CREATE TABLE action (
  key integer primary key,
  id text not null unique,
  number integer not null,
  title text not null check (title <> ''),
  description text,
  deliverable text,
  start_on text,
  due_on text,
  continuous integer not null default 0 check (continuous in (0, 1)),
  -- Code of scale CORE_ACT.
  status text not null,
  percent integer not null default 0 check (percent between 0 and 100),
  done_on text,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1)),
  check (start_on is null or due_on is null or start_on <= due_on)
) strict;

CREATE TABLE action_recommendation (
  id text primary key,
  action_id text not null references action (id),
  recommendation_id text not null references recommendation (id),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (action_id, recommendation_id)
) strict;

CREATE TABLE agency (
  id text primary key,
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  kind text not null default 'ministry' check (kind in (
    'ministry', 'agency', 'parliament', 'judiciary', 'local', 'statistics', 'nhri',
    'civil_society', 'international', 'other')),
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE agreed_reading (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  text text not null check (text <> ''),
  agreed_on text,
  parties text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE assignment (
  id text primary key,
  recommendation_id text references recommendation (id),
  action_id text references action (id),
  agency_id text not null references agency (id),
  role text not null check (role in ('lead', 'supporting', 'consulted', 'informed', 'data_provider')),
  from_on text not null,
  -- The last day; null while it holds.
  to_on text,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1)),
  check ((recommendation_id is null) <> (action_id is null)),
  check (to_on is null or from_on <= to_on)
) strict;

CREATE TABLE author (
  id text primary key,
  name text not null check (name <> ''),
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE change (
  number integer primary key,
  operation_id text not null references operation (id) deferrable initially deferred,
  table_name text not null,
  row_id text not null,
  -- Null: the row was made, `after` is the whole row as a JSON object.
  field text,
  before any,
  after any,
  hash text not null
) strict;

CREATE TABLE cluster (
  id text primary key,
  name text not null check (name <> ''),
  place integer not null,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
, scheme_id text references cluster_scheme (id), parent_id text references cluster (id)) strict;

CREATE TABLE cluster_scheme (
  id text primary key,
  name text not null check (name <> ''),
  -- Ready-made set it was made from, null for the plan's own making.
  origin text,
  place integer not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE corrigendum (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  text_before text not null,
  text_after text not null check (text_after <> ''),
  document text,
  given_on text,
  reason text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE dismissed_suggestion (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  kind text not null,
  value text not null,
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, kind, value)
) strict;

CREATE TABLE document (
  id text primary key,
  symbol text not null check (symbol <> ''),
  -- Kind of document_symbols.json, or `other`.
  kind text not null default 'other',
  title text,
  published_on text,
  language text,
  review_id text references review (id),
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE focal_point (
  id text primary key,
  agency_id text not null references agency (id),
  name text not null check (name <> ''),
  function text,
  email text,
  phone text,
  kind text not null default 'main' check (kind in ('main', 'alternate')),
  from_on text,
  to_on text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE grade_entry (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  -- Scale of status_scales.tsv and a code of it.
  scale text not null,
  grade text not null,
  given_on text,
  document text,
  note text,
  recorded_at text not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE import_answer (
  id text primary key,
  field text not null,
  value text not null check (value <> ''),
  meaning text not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE import_mapping (
  id text primary key,
  name text not null check (name <> ''),
  -- SHA-256 over the folded headers.
  headers text not null,
  mapping text not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE meta (
  key text primary key,
  value text not null
) strict, without rowid;

CREATE TABLE milestone (
  id text primary key,
  action_id text not null references action (id),
  title text not null check (title <> ''),
  kind text not null default 'milestone' check (kind in ('milestone', 'benchmark')),
  planned_on text,
  actual_on text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE noted_pathway (
  id text primary key,
  recommendation_id text not null unique references recommendation (id),
  -- Value of enumerations.json, `noted_pathway`.
  pathway text not null,
  review_on text,
  -- Treaty body or mandate that could take it up.
  body text,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE operation (
  number integer primary key,
  id text not null unique,
  -- A lasting operation is never undone (the making of the plan, an author's name).
  kind text not null check (kind in ('do', 'lasting', 'undo', 'redo')),
  -- The operation an undo or redo speaks of.
  target_id text references operation (id),
  command text not null,
  -- Arguments of the name a person reads: a JSON object of texts.
  args text not null,
  author_id text,
  session_id text not null references session (id),
  lamport integer not null,
  stated_at text not null,
  origin_file text,
  previous_hash text not null,
  hash text not null
) strict;

CREATE TABLE position_entry (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  position text not null,
  given_on text,
  document text,
  paragraph text,
  explanation text,
  recorded_at text not null,
  deleted integer not null default 0 check (deleted in (0, 1))
, part_id text references recommendation_part (id)) strict;

CREATE TABLE priority_criterion (
  id text primary key,
  name text not null check (name <> ''),
  description text,
  -- 1 to 10.
  weight integer not null default 1 check (weight between 1 and 10),
  place integer not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE priority_score (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  criterion_id text not null references priority_criterion (id),
  -- 0 does not apply, 3 applies fully.
  score integer not null check (score between 0 and 3),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, criterion_id)
) strict;

CREATE TABLE profile (
  id text primary key check (id = 'profile'),
  title text not null,
  state text not null,
  language text not null default 'en',
  mechanism_name text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE recommendation (
  key integer primary key,
  id text not null unique,
  record_type text not null default 'recommendation' check (record_type in (
    'recommendation', 'concern_observation', 'voluntary_pledge')),
  -- `<cycle>-<mechanism>-<paragraph>`, unique among the living.
  reference text not null,
  -- The reference with its numbers padded, so that 121.2 stands before 121.10.
  sort_key text not null,
  mechanism text not null,
  cycle integer,
  session integer,
  document text,
  paragraph text,
  letter text,
  -- Verbatim and immutable (I1).
  text text not null check (text <> ''),
  text_fingerprint text not null,
  -- The cell as it stood in the foreign file.
  raw_text text,
  language text not null default 'en',
  -- Code of positions.tsv; that of the newest entry of `position_entry`.
  position text,
  action_category integer check (action_category between 1 and 5),
  action_category_confirmed integer not null default 0 check (action_category_confirmed in (0, 1)),
  -- Exactly one primary cluster counts (I16).
  cluster_id text references cluster (id),
  priority text check (priority in ('urgent', 'high', 'medium', 'low')),
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
, body text, year integer, plain_text text, scope text check (scope in ('general', 'specific')), duration text
  check (duration in ('one_off', 'multi_step', 'continuing')), cross_border integer check (cross_border in (0, 1)), cross_border_topic text, needs_law text
  check (needs_law in ('none', 'law', 'budget', 'ratification')), followup_selected integer
  check (followup_selected in (0, 1)), followup_due_on text, priority_reason text) strict;

CREATE TABLE recommendation_cluster (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  cluster_id text not null references cluster (id),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, cluster_id)
) strict;

CREATE TABLE recommendation_link (
  id text primary key,
  from_id text not null references recommendation (id),
  to_id text not null references recommendation (id),
  kind text not null check (kind in (
    'same', 'overlaps', 'reinforces', 'follow_up_of', 'contradicts', 'follows_from')),
  -- A rejected suggestion does not come back.
  decision text not null check (decision in ('accepted', 'rejected')),
  origin text not null check (origin in ('person', 'similarity')),
  -- 0 to 100, where it was suggested.
  score integer check (score between 0 and 100),
  note text,
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (from_id, to_id, kind),
  check (from_id <> to_id)
) strict;

CREATE TABLE recommendation_part (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  letter text not null check (letter <> ''),
  kind text not null check (kind in ('answer', 'demand')),
  text text not null check (text <> ''),
  -- Code of positions.tsv; that of the newest entry of `position_entry` of this part.
  position text,
  -- Code of the scale of recommendations; null: as the whole.
  status text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE VIRTUAL TABLE recommendation_search using fts5 (
  reference, text, facets,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE 'recommendation_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'recommendation_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'recommendation_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'recommendation_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE recommendation_source (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  source_file_id text not null references source_file (id),
  sheet text,
  row integer,
  deleted integer not null default 0 check (deleted in (0, 1)), foreign_id text, said text,
  unique (recommendation_id, source_file_id)
) strict;

CREATE TABLE recommendation_state (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  -- ISO 3166-1 alpha-3.
  state text not null,
  -- Order of naming in the text.
  place integer not null,
  -- Where the answer differed from State to State.
  position text,
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, state)
) strict;

CREATE TABLE "recommendation_tag" (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  vocabulary text not null check (vocabulary in (
    'theme', 'group', 'sdg', 'issue', 'right', 'territory', 'country', 'national')),
  label text not null check (label <> ''),
  -- 0: suggested by an import or a rule, 1: confirmed by a person.
  confirmed integer not null default 0 check (confirmed in (0, 1)),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, vocabulary, label)
) strict;

CREATE TABLE review (
  id text primary key,
  kind text not null check (kind in (
    'upr_review', 'concluding_observations', 'country_visit', 'communication', 'regional', 'other')),
  -- Code of mechanisms.tsv.
  mechanism text not null,
  -- Treaty body or mandate; null where the mechanism is one body.
  body text,
  cycle integer,
  session integer,
  -- The day of the review, or the first of the visit.
  held_on text,
  until_on text,
  adopted_on text,
  -- Typed by a person; null: computed from the interval of the mechanism.
  next_due_on text,
  document text,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1)),
  check (held_on is null or until_on is null or held_on <= until_on)
) strict;

CREATE TABLE saved_view (
  id text primary key,
  name text not null check (name <> ''),
  -- A query of the register as JSON: filter, order, grouping, columns.
  query text not null,
  place integer not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE session (
  id text primary key,
  opened_at text not null,
  program text not null
) strict;

CREATE TABLE smart_check (
  id text primary key,
  recommendation_id text not null unique references recommendation (id),
  is_vague integer check (is_vague in (0, 1)),
  specific integer check (specific in (0, 1)),
  measurable integer check (measurable in (0, 1)),
  achievable integer check (achievable in (0, 1)),
  relevant integer check (relevant in (0, 1)),
  time_bound integer check (time_bound in (0, 1)),
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE source_file (
  id text primary key,
  name text not null,
  format text not null,
  sha256 text not null,
  -- ISO 3166-1 alpha-3 of the State under review whose rows were taken.
  state text,
  imported_at text not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE TABLE translation (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  -- BCP 47.
  language text not null,
  text text not null check (text <> ''),
  is_official integer not null default 0 check (is_official in (0, 1)),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, language)
) strict;

CREATE TABLE vocabulary_entry (
  id text primary key,
  vocabulary text not null,
  label text not null check (label <> ''),
  -- Label of the entry above it in the same vocabulary.
  parent text,
  -- 0: no longer offered; records that have it keep it.
  is_active integer not null default 1 check (is_active in (0, 1)),
  edition text,
  note text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

CREATE INDEX action_by_due on action (due_on) where deleted = 0;

CREATE UNIQUE INDEX action_number on action (number) where deleted = 0;

CREATE INDEX action_recommendation_back on action_recommendation (recommendation_id);

CREATE INDEX agreed_reading_by_recommendation on agreed_reading (recommendation_id);

CREATE INDEX assignment_by_action on assignment (action_id) where deleted = 0;

CREATE INDEX assignment_by_agency on assignment (agency_id) where deleted = 0;

CREATE INDEX assignment_by_recommendation on assignment (recommendation_id) where deleted = 0;

CREATE INDEX change_by_operation on change (operation_id, number);

CREATE INDEX change_by_row on change (row_id, number);

CREATE INDEX cluster_by_scheme on cluster (scheme_id);

CREATE INDEX corrigendum_by_recommendation on corrigendum (recommendation_id);

CREATE UNIQUE INDEX document_symbol on document (symbol) where deleted = 0;

CREATE INDEX focal_point_by_agency on focal_point (agency_id);

CREATE INDEX grade_entry_by_recommendation on grade_entry (recommendation_id);

CREATE UNIQUE INDEX import_answer_value on import_answer (field, value) where deleted = 0;

CREATE UNIQUE INDEX import_mapping_headers on import_mapping (headers) where deleted = 0;

CREATE INDEX milestone_by_action on milestone (action_id);

CREATE INDEX position_entry_by_recommendation on position_entry (recommendation_id);

CREATE INDEX recommendation_by_cluster on recommendation (cluster_id) where deleted = 0;

CREATE INDEX recommendation_by_document on recommendation (document, paragraph);

CREATE INDEX recommendation_by_text on recommendation (text_fingerprint);

CREATE INDEX recommendation_cluster_by_cluster on recommendation_cluster (cluster_id);

CREATE INDEX recommendation_link_back on recommendation_link (to_id);

CREATE INDEX recommendation_order on recommendation (sort_key, key) where deleted = 0;

CREATE UNIQUE INDEX recommendation_part_letter on recommendation_part (recommendation_id, kind, letter)
  where deleted = 0;

CREATE UNIQUE INDEX recommendation_reference on recommendation (reference) where deleted = 0;

CREATE INDEX recommendation_source_by_file on recommendation_source (source_file_id);

CREATE INDEX recommendation_source_by_foreign_id on recommendation_source (foreign_id);

CREATE INDEX recommendation_tag_by_label on recommendation_tag (vocabulary, label) where deleted = 0;

CREATE UNIQUE INDEX saved_view_name on saved_view (name) where deleted = 0;

CREATE UNIQUE INDEX vocabulary_entry_label on vocabulary_entry (vocabulary, label)
  where deleted = 0;
