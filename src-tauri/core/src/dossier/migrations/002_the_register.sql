-- Version 2: the register of every mechanism. Documents and reviews, parts of recommendations,
-- readings and translations, schemes of clusters, priorities, links, vocabularies and views.

-- Where recommendations come from -----------------------------------------------------------

-- One event: a review of the UPR, concluding observations, a country visit, a communication.
create table review (
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

-- The register of documents. Records name them by their symbol.
create table document (
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
create unique index document_symbol on document (symbol) where deleted = 0;

alter table recommendation add column body text;
alter table recommendation add column year integer;
-- A short restatement in plain words; never instead of the verbatim text.
alter table recommendation add column plain_text text;
alter table recommendation add column scope text check (scope in ('general', 'specific'));
alter table recommendation add column duration text
  check (duration in ('one_off', 'multi_step', 'continuing'));
alter table recommendation add column cross_border integer check (cross_border in (0, 1));
-- What crosses the border, in a word or two.
alter table recommendation add column cross_border_topic text;
alter table recommendation add column needs_law text
  check (needs_law in ('none', 'law', 'budget', 'ratification'));
-- Chosen by a treaty body for its follow-up procedure.
alter table recommendation add column followup_selected integer
  check (followup_selected in (0, 1));
alter table recommendation add column followup_due_on text;
alter table recommendation add column priority_reason text;

-- The file's own key of the record, and what the source says where it differs from the record: a JSON
-- object of texts.
alter table recommendation_source add column foreign_id text;
alter table recommendation_source add column said text;
create index recommendation_source_by_foreign_id on recommendation_source (foreign_id);

-- More vocabularies than the three of version 1: the table is laid anew with a wider check.
create table recommendation_tag_wider (
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
insert into recommendation_tag_wider (id, recommendation_id, vocabulary, label, confirmed, deleted)
  select id, recommendation_id, vocabulary, label, confirmed, deleted
  from recommendation_tag
  order by rowid;
drop table recommendation_tag;
alter table recommendation_tag_wider rename to recommendation_tag;
create index recommendation_tag_by_label on recommendation_tag (vocabulary, label) where deleted = 0;

-- What a plan adds to the built-in vocabularies, and which of their entries it does not use (I23).
create table vocabulary_entry (
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
create unique index vocabulary_entry_label on vocabulary_entry (vocabulary, label)
  where deleted = 0;

-- What is said about a recommendation -------------------------------------------------------

-- A lettered part of a mixed or partial answer, or one demand of several; the record keeps the text.
create table recommendation_part (
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
create unique index recommendation_part_letter on recommendation_part (recommendation_id, kind, letter)
  where deleted = 0;

-- Null: the answer is to the whole recommendation.
alter table position_entry add column part_id text references recommendation_part (id);

-- The five ticks of SMART, null where nobody has looked.
create table smart_check (
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

-- How the parties read the recommendation (the report, §4.1.2: record understandings).
create table agreed_reading (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  text text not null check (text <> ''),
  agreed_on text,
  parties text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;
create index agreed_reading_by_recommendation on agreed_reading (recommendation_id);

create table translation (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  -- BCP 47.
  language text not null,
  text text not null check (text <> ''),
  is_official integer not null default 0 check (is_official in (0, 1)),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, language)
) strict;

-- A correction by the body itself: the record takes the new text, the old one stays here (I1).
create table corrigendum (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  text_before text not null,
  text_after text not null check (text_after <> ''),
  document text,
  given_on text,
  reason text,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;
create index corrigendum_by_recommendation on corrigendum (recommendation_id);

-- What becomes of a recommendation that was not accepted (the report, §2.4, §6.1).
create table noted_pathway (
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

-- Grades of a treaty body's follow-up procedure, append-only.
create table grade_entry (
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
create index grade_entry_by_recommendation on grade_entry (recommendation_id);

-- Clusters and priorities -------------------------------------------------------------------

-- A further way of grouping. The clusters without a scheme are the plan's own, which count (I16).
create table cluster_scheme (
  id text primary key,
  name text not null check (name <> ''),
  -- Ready-made set it was made from, null for the plan's own making.
  origin text,
  place integer not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

alter table cluster add column scheme_id text references cluster_scheme (id);
alter table cluster add column parent_id text references cluster (id);
create index cluster_by_scheme on cluster (scheme_id);

-- Membership in clusters of other schemes.
create table recommendation_cluster (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  cluster_id text not null references cluster (id),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, cluster_id)
) strict;
create index recommendation_cluster_by_cluster on recommendation_cluster (cluster_id);

create table priority_criterion (
  id text primary key,
  name text not null check (name <> ''),
  description text,
  -- 1 to 10.
  weight integer not null default 1 check (weight between 1 and 10),
  place integer not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;

create table priority_score (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  criterion_id text not null references priority_criterion (id),
  -- 0 does not apply, 3 applies fully.
  score integer not null check (score between 0 and 3),
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, criterion_id)
) strict;

-- Between recommendations -------------------------------------------------------------------

create table recommendation_link (
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
create index recommendation_link_back on recommendation_link (to_id);

-- A suggestion (of a category, a theme, a cluster) that a person did not want.
create table dismissed_suggestion (
  id text primary key,
  recommendation_id text not null references recommendation (id),
  kind text not null,
  value text not null,
  deleted integer not null default 0 check (deleted in (0, 1)),
  unique (recommendation_id, kind, value)
) strict;

-- Views and imports -------------------------------------------------------------------------

create table saved_view (
  id text primary key,
  name text not null check (name <> ''),
  -- A query of the register as JSON: filter, order, grouping, columns.
  query text not null,
  place integer not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;
create unique index saved_view_name on saved_view (name) where deleted = 0;

-- How the columns of a kind of file were understood, found again by its headers.
create table import_mapping (
  id text primary key,
  name text not null check (name <> ''),
  -- SHA-256 over the folded headers.
  headers text not null,
  mapping text not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;
create unique index import_mapping_headers on import_mapping (headers) where deleted = 0;

-- What a person answered about a value no vocabulary knows: a State's name, a word for a position.
create table import_answer (
  id text primary key,
  field text not null,
  value text not null check (value <> ''),
  meaning text not null,
  deleted integer not null default 0 check (deleted in (0, 1))
) strict;
create unique index import_answer_value on import_answer (field, value) where deleted = 0;
