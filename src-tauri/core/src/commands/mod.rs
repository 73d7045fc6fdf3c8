//! The roof: every thing that can be asked of Upright, one line each. It reads like a contents page.
//!
//! `desk` concerns the open file and this person's settings, `read` asks, `change` is one transaction,
//! one step of undo, one entry in the history and one word to the screen, `job` is long work with
//! progress and cancel. The table is also the source of the TypeScript contract ([`contract`]) and of
//! the three doors: the window, `uprightctl` and the test host.

mod answers;
mod args;
mod cells;
mod contract;
mod export_jobs;
mod document_args;
mod focal_point_args;
mod failed_rows;
mod host;
mod import_jobs;
mod record_args;
mod report_jobs;
mod similar_jobs;
mod table;

pub use contract::contract;
pub use host::Host;
pub use table::{Command, Kind};

use self::answers::{self as ask, ShareQuestion};
use self::args::*;
use self::cells::SetCells;
use self::document_args::*;
use self::export_jobs::{ExportWritten, OneExportFormat, WriteExport};
use self::failed_rows::{FailedRowsSaved, SaveFailedRows};
use self::focal_point_args::*;
use self::import_jobs::ForeignFileWish;
use self::record_args::*;
use self::report_jobs::{OneReportKind, ReportWritten, WriteReport};
use self::table::table;
use crate::assignments::{self, Assign};
use crate::calendar::{self, DueDate};
use crate::clusters::{
    self, Cluster, ClusterChange, ClusterScheme, ClusterSet, Filling, LoadClusterSet, Membership,
    MergeClusters, NewCluster, NewScheme, SplitCluster,
};
use crate::desk::{
    BackupEntry, CopiedOut, DeskState, FileRef, NewPlanWish, Preferences, PreferencesPatch,
    RecentPlan, Restored,
};
use crate::documents::{self, Document, NewDocument, NewReview, Review};
use crate::dossier::{BackupReason, OperationName};
use crate::figures::{Shares, Standing, Summary, Workload};
use crate::history::{self, ChangeEntry, ChangeQuery, OperationEntry, OperationQuery};
use crate::import::{ImportResult, Recognition, TableStudy};
use crate::lineage::{
    self, Link, ManyLinks,
    similar::{Comparison, SimilarFound, SimilarWish, TwoRecords},
};
use crate::people::{self, AddAgencies, Agency, Author, Profile, ProfilePatch};
use crate::plan::{self, NewMilestone};
use crate::priorities::{
    self, AcceptPriorities, Appraisal, Criterion, NewCriterion, ScoreRecommendations,
};
use crate::readings::{self, NewCorrigendum, NewReading, NewTranslation, WordingHint};
use crate::recommendations::{
    self, BodySuggestion, NewParts, NewRecommendation, Recommendation, TagChange,
};
use crate::reference::{categories, mechanisms, positions, scales, states, symbols};
use crate::search::{ActionPage, ActionQuery, ActionRow, FacetValue, LineRead, Page, Query};
use crate::views::{self, NewView, SavedView, ViewSettings};
use crate::vocabularies::{self, Imported, NewEntry};

use crate::suggestions::{
    self, AcceptSuggestions, DismissSuggestions, RecordSuggestions, SuggestionQuestion,
};

table! {
    // The open file and this person's settings.
    desk desk_state(Nothing) -> DeskState = |desk, _| desk.state();
    desk list_recent_plans(Nothing) -> Vec<RecentPlan> = |desk, _| Ok(desk.list_recent_plans());
    desk forget_recent_plan(OneFile) -> Nothing = |desk, a| desk.forget_recent_plan(&a.file).map(Nothing::from);
    desk create_plan(NewPlanWish) -> DeskState = |desk, a| desk.create_plan(&a);
    desk open_plan(OneFile) -> DeskState = |desk, a| desk.open_plan(&a.file);
    desk open_newest_backup(OneFile) -> DeskState = |desk, a| desk.open_newest_backup(&a.file);
    desk open_demo(Nothing) -> DeskState = |desk, _| desk.open_demo();
    desk close_plan(Nothing) -> Option<CopiedOut> = |desk, _| desk.close_plan();
    desk choose_author(OneName) -> DeskState = |desk, a| desk.choose_author(&a.name);
    desk list_backups(Nothing) -> Vec<BackupEntry> = |desk, _| desk.list_backups();
    desk make_backup(Nothing) -> BackupEntry = |desk, _| desk.make_backup(BackupReason::Asked);
    desk restore_backup(OneFile) -> Restored = |desk, a| desk.restore_backup(&a.file);
    desk copy_out(Nothing) -> CopiedOut = |desk, _| desk.copy_out();
    desk check_plan(Nothing) -> crate::dossier::CheckReport = |desk, _| desk.dossier()?.check();
    desk keep_pasted(OneText) -> FileRef = |desk, a| desk.keep_pasted(&a.text);
    desk get_preferences(Nothing) -> Preferences = |desk, _| Ok(desk.home().preferences());
    desk set_preferences(PreferencesPatch) -> Preferences = |desk, a| desk.home().set_preferences(a);

    // Built-in vocabularies.
    read list_states(Nothing) -> Vec<states::State> = |_, _| Ok(states::all().to_vec());
    read list_positions(Nothing) -> Vec<positions::Position> = |_, _| Ok(positions::all().to_vec());
    read list_mechanisms(Nothing) -> Vec<mechanisms::Mechanism> = |_, _| Ok(mechanisms::all().to_vec());
    read list_categories(Nothing) -> Vec<categories::Category> = |_, _| Ok(categories::all().to_vec());
    read list_statuses(OneScale) -> Vec<scales::Status> = |_, a| Ok(scales::scale(&a.scale).into_iter().cloned().collect());
    read list_bodies(Nothing) -> Vec<Body> = |_, _| Ok(ask::list_bodies());

    // People.
    read get_profile(Nothing) -> Profile = |desk, _| desk.read(people::get_profile);
    read list_authors(Nothing) -> Vec<Author> = |desk, _| desk.read(people::list_authors);
    read list_agencies(Nothing) -> Vec<Agency> = |desk, _| desk.read(people::list_agencies);
    read get_agency(OneId) -> Agency = |desk, a| desk.read(|reader| people::get_agency(reader, &a.id));
    read list_workload(Nothing) -> Vec<Workload> = |desk, _| ask::list_workload(desk);
    change edit_profile(ProfilePatch) -> Nothing = |tx, a| people::edit_profile(tx, &a).map(Nothing::from);
    change add_agencies(AgencyLines) -> AddAgencies = |tx, a| people::add_agencies(tx, &a.lines, a.kind());
    change edit_agency(EditAgency) -> Nothing = |tx, a| people::edit_agency(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_agency(OneId) -> Nothing = |tx, a| people::remove_agency(tx, &a.id).map(Nothing::from);
    change add_focal_point(AddFocalPoint) -> OneId = |tx, a| people::add_focal_point(tx, &a.agency_id, &a.focal_point).map(OneId::from);
    change edit_focal_point(EditFocalPoint) -> Nothing = |tx, a| people::edit_focal_point(tx, &a.id, &a.focal_point).map(Nothing::from);
    change remove_focal_point(OneId) -> Nothing = |tx, a| people::remove_focal_point(tx, &a.id).map(Nothing::from);

    // Recommendations.
    read page_rows(Query) -> Page = |desk, a| ask::page_rows(desk, &a);
    read select_ids(Query) -> Vec<String> = |desk, a| ask::select_ids(desk, &a);
    read facet_values(FacetQuestion) -> Vec<FacetValue> = |desk, a| ask::facet_values(desk, &a);
    read missing_values(Filtered) -> Vec<FacetValue> = |desk, a| desk.read_board(|reader, board| crate::search::missing_values(reader, board, &a.filter));
    read get_recommendation(OneId) -> RecommendationDetail = |desk, a| ask::get_recommendation(desk, &a.id);
    read list_recommendations(Filtered) -> Vec<Recommendation> = |desk, a| ask::list_recommendations(desk, a);
    read read_words(TypedLine) -> LineRead = |desk, a| desk.read_board(|reader, board| crate::search::read_words(reader, board, &a.words, a.cursor));
    change add_recommendation(NewRecommendation) -> OneId = |tx, a| recommendations::add_recommendation(tx, &a).map(OneId::from);
    change edit_recommendations(EditRecommendations) -> HowMany = |tx, a| recommendations::edit_recommendations(tx, &a.ids, &a.patch).map(HowMany::from);
    change set_cells(SetCells) -> HowMany = |tx, a| cells::set_cells(tx, &a).map(HowMany::from);
    change confirm_categories(ManyIds) -> HowMany = |tx, a| recommendations::confirm_categories(tx, &a.ids).map(HowMany::from);
    change tag_recommendations(TagChange) -> HowMany = |tx, a| recommendations::tag_recommendations(tx, &a).map(HowMany::from);
    change set_position(SetPosition) -> HowMany = |tx, a| recommendations::set_position(tx, &a.ids, &a.answer).map(HowMany::from);
    change remove_recommendations(ManyIds) -> HowMany = |tx, a| recommendations::remove_recommendations(tx, &a.ids).map(HowMany::from);

    // Views.
    desk get_layout(Nothing) -> ViewSettings = |desk, _| desk.layout();
    desk keep_layout(ViewSettings) -> Nothing = |desk, a| desk.keep_layout(a).map(Nothing::from);
    read list_views(Nothing) -> Vec<SavedView> = |desk, _| desk.read(views::list_views);
    change save_view(NewView) -> OneId = |tx, a| views::save_view(tx, &a).map(OneId::from);
    change edit_view(EditView) -> Nothing = |tx, a| views::edit_view(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_view(OneId) -> Nothing = |tx, a| views::remove_view(tx, &a.id).map(Nothing::from);

    // Clusters.
    read list_clusters(Nothing) -> Vec<Cluster> = |desk, _| desk.read(clusters::list_clusters);
    read list_schemes(Nothing) -> Vec<ClusterScheme> = |desk, _| desk.read(clusters::list_schemes);
    read list_scheme_clusters(OneId) -> Vec<Cluster> = |desk, a| desk.read(|reader| clusters::list_scheme_clusters(reader, &a.id));
    read list_memberships(OneId) -> Vec<Membership> = |desk, a| desk.read(|reader| clusters::list_memberships(reader, &a.id));
    read list_memberships_of(ManyIds) -> Vec<Membership> = |desk, a| desk.read(|reader| clusters::memberships_of(reader, &a.ids));
    read list_cluster_sets(Nothing) -> Vec<ClusterSet> = |_, _| Ok(clusters::cluster_sets());
    read preview_filling(OneId) -> Filling = |desk, a| desk.read(|reader| clusters::preview_filling(reader, &a.id));
    change add_cluster(NewCluster) -> OneId = |tx, a| clusters::add_cluster(tx, &a).map(OneId::from);
    change edit_cluster(EditCluster) -> Nothing = |tx, a| clusters::edit_cluster(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_cluster(OneId) -> Nothing = |tx, a| clusters::remove_cluster(tx, &a.id).map(Nothing::from);
    change merge_clusters(MergeClusters) -> HowMany = |tx, a| clusters::merge_clusters(tx, &a).map(HowMany::from);
    change split_cluster(SplitCluster) -> OneId = |tx, a| clusters::split_cluster(tx, &a).map(OneId::from);
    change cluster_recommendations(ClusterChange) -> HowMany = |tx, a| clusters::cluster_recommendations(tx, &a).map(HowMany::from);
    change add_scheme(NewScheme) -> OneId = |tx, a| clusters::add_scheme(tx, &a).map(OneId::from);
    change edit_scheme(EditScheme) -> Nothing = |tx, a| clusters::edit_scheme(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_scheme(OneId) -> Nothing = |tx, a| clusters::remove_scheme(tx, &a.id).map(Nothing::from);
    change load_cluster_set(LoadClusterSet) -> HowMany = |tx, a| clusters::load_cluster_set(tx, &a).map(HowMany::from);
    change fill_scheme(OneId) -> HowMany = |tx, a| clusters::fill_scheme(tx, &a.id).map(HowMany::from);

    // Priorities.
    read list_criteria(Nothing) -> Vec<Criterion> = |desk, _| desk.read(priorities::list_criteria);
    read list_appraisals(ManyIds) -> Vec<Appraisal> = |desk, a| desk.read(|reader| priorities::list_appraisals(reader, &a.ids));
    change add_criterion(NewCriterion) -> OneId = |tx, a| priorities::add_criterion(tx, &a).map(OneId::from);
    change add_starter_criteria(Nothing) -> HowMany = |tx, _| priorities::add_starter_criteria(tx).map(HowMany::from);
    change edit_criterion(EditCriterion) -> Nothing = |tx, a| priorities::edit_criterion(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_criterion(OneId) -> Nothing = |tx, a| priorities::remove_criterion(tx, &a.id).map(Nothing::from);
    change score_recommendations(ScoreRecommendations) -> HowMany = |tx, a| priorities::score_recommendations(tx, &a).map(HowMany::from);
    change accept_priorities(AcceptPriorities) -> HowMany = |tx, a| priorities::accept_priorities(tx, &a).map(HowMany::from);

    // Parts of a recommendation, and what becomes of a noted one.
    change add_parts(NewParts) -> ManyIds = |tx, a| recommendations::add_parts(tx, &a).map(ManyIds::from);
    change edit_part(EditPart) -> Nothing = |tx, a| recommendations::edit_part(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_part(OneId) -> Nothing = |tx, a| recommendations::remove_part(tx, &a.id).map(Nothing::from);
    change answer_part(AnswerPart) -> Nothing = |tx, a| recommendations::answer_part(tx, &a.id, &a.answer).map(Nothing::from);
    read suggest_bodies(OneId) -> Vec<BodySuggestion> = |desk, a| desk.read(|reader| recommendations::suggest_bodies(reader, &a.id));
    change set_noted_pathway(SetNotedPathway) -> HowMany = |tx, a| recommendations::set_noted_pathway(tx, &a.ids, &a.patch).map(HowMany::from);

    // How a recommendation is read.
    read inspect_wording(OneId) -> WordingHint = |desk, a| desk.read(|reader| readings::inspect_wording(reader, &a.id));
    change edit_smart_check(EditSmartCheck) -> Nothing = |tx, a| readings::edit_smart_check(tx, &a.id, &a.patch).map(Nothing::from);
    change add_reading(NewReading) -> OneId = |tx, a| readings::add_reading(tx, &a).map(OneId::from);
    change edit_reading(EditReading) -> Nothing = |tx, a| readings::edit_reading(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_reading(OneId) -> Nothing = |tx, a| readings::remove_reading(tx, &a.id).map(Nothing::from);
    change put_translation(NewTranslation) -> OneId = |tx, a| readings::put_translation(tx, &a).map(OneId::from);
    change remove_translation(OneId) -> Nothing = |tx, a| readings::remove_translation(tx, &a.id).map(Nothing::from);
    change correct_text(NewCorrigendum) -> OneId = |tx, a| readings::correct_text(tx, &a).map(OneId::from);

    // Vocabularies.
    read list_labels(OneVocabulary) -> Vec<String> = |desk, a| desk.read(|reader| vocabularies::list_labels(reader, a.vocabulary));
    read list_vocabulary(OneVocabulary) -> Vec<vocabularies::Entry> = |desk, a| desk.read(|reader| vocabularies::list_entries(reader, a.vocabulary));
    read vocabulary_as_csv(OneVocabulary) -> OneText = |desk, a| desk.read(|reader| vocabularies::as_csv(reader, a.vocabulary)).map(OneText::from);
    change add_vocabulary_entry(NewEntry) -> Nothing = |tx, a| vocabularies::add_entry(tx, &a).map(Nothing::from);
    change edit_vocabulary_entry(EditEntry) -> Nothing = |tx, a| vocabularies::edit_entry(tx, a.vocabulary, &a.label, &a.patch).map(Nothing::from);
    change remove_vocabulary_entry(OneLabel) -> Nothing = |tx, a| vocabularies::remove_entry(tx, a.vocabulary, &a.label).map(Nothing::from);
    change import_vocabulary(ImportVocabulary) -> Imported = |tx, a| vocabularies::import_entries(tx, a.vocabulary, &a.csv);

    // Suggestions.
    read list_suggestions(SuggestionQuestion) -> Vec<RecordSuggestions> = |desk, a| desk.read(|reader| suggestions::list_suggestions(reader, &a));
    change accept_suggestions(AcceptSuggestions) -> HowMany = |tx, a| suggestions::accept_suggestions(tx, &a).map(HowMany::from);
    change dismiss_suggestions(DismissSuggestions) -> HowMany = |tx, a| suggestions::dismiss_suggestions(tx, &a).map(HowMany::from);

    // Lineage: how recommendations hang together.
    read list_links(OneId) -> Vec<Link> = |desk, a| desk.read(|reader| lineage::list_links(reader, &a.id));
    read compare_recommendations(TwoRecords) -> Comparison = |desk, a| desk.read(|reader| lineage::similar::compare_recommendations(reader, &a.from_id, &a.to_id));
    change add_links(ManyLinks) -> HowMany = |tx, a| lineage::add_links(tx, &a.links).map(HowMany::from);
    change reject_links(ManyLinks) -> HowMany = |tx, a| lineage::reject_links(tx, &a.links).map(HowMany::from);
    change remove_links(ManyIds) -> HowMany = |tx, a| lineage::remove_links(tx, &a.ids).map(HowMany::from);
    // Documents, reviews, follow-up and what is due.
    read list_documents(Nothing) -> Vec<Document> = |desk, _| desk.read(documents::list_documents);
    read list_document_kinds(Nothing) -> Vec<String> = |_, _| Ok(symbols::kinds());
    read list_reviews(Nothing) -> Vec<Review> = |desk, _| desk.read(documents::list_reviews);
    read list_due_dates(Nothing) -> Vec<DueDate> = |desk, _| desk.read_board(|reader, board| calendar::list_due_dates(reader, board.today));
    change add_document(NewDocument) -> OneId = |tx, a| documents::add_document(tx, &a).map(OneId::from);
    change edit_document(EditDocument) -> Nothing = |tx, a| documents::edit_document(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_document(OneId) -> Nothing = |tx, a| documents::remove_document(tx, &a.id).map(Nothing::from);
    change add_review(NewReview) -> OneId = |tx, a| documents::add_review(tx, &a).map(OneId::from);
    change edit_review(EditReview) -> Nothing = |tx, a| documents::edit_review(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_review(OneId) -> Nothing = |tx, a| documents::remove_review(tx, &a.id).map(Nothing::from);
    change set_follow_up(SetFollowUp) -> HowMany = |tx, a| documents::set_follow_up(tx, &a.ids, &a.patch).map(HowMany::from);
    change add_grade(AddGrade) -> HowMany = |tx, a| documents::add_grade(tx, &a.ids, &a.grade).map(HowMany::from);

    // The plan.
    read page_actions(ActionQuery) -> ActionPage = |desk, a| desk.read_board(|reader, board| crate::search::page_actions(reader, board, &a));
    read list_actions(FilteredActions) -> Vec<ActionRow> = |desk, a| desk.read_board(|reader, board| crate::search::action_rows(reader, board, &a.filter));
    read get_action(OneId) -> ActionDetail = |desk, a| ask::get_action(desk, &a.id);
    change add_action(AddAction) -> ActionAdded = |tx, a| ask::add_action(tx, &a);
    change draft_actions(DraftActions) -> ManyIds = |tx, a| plan::draft_actions(tx, &a.recommendation_ids).map(ManyIds::from);
    change edit_actions(EditActions) -> HowMany = |tx, a| plan::edit_actions(tx, &a.ids, &a.patch).map(HowMany::from);
    change remove_actions(ManyIds) -> HowMany = |tx, a| plan::remove_actions(tx, &a.ids).map(HowMany::from);
    change link_actions(LinkActions) -> HowMany = |tx, a| plan::link_actions(tx, &a.action_ids, &a.recommendation_ids).map(HowMany::from);
    change unlink_actions(LinkActions) -> HowMany = |tx, a| plan::unlink_actions(tx, &a.action_ids, &a.recommendation_ids).map(HowMany::from);
    change add_milestone(NewMilestone) -> OneId = |tx, a| plan::add_milestone(tx, &a).map(OneId::from);
    change edit_milestone(EditMilestone) -> Nothing = |tx, a| plan::edit_milestone(tx, &a.id, &a.patch).map(Nothing::from);
    change remove_milestone(OneId) -> Nothing = |tx, a| plan::remove_milestone(tx, &a.id).map(Nothing::from);

    // Assignments.
    change assign(Assign) -> HowMany = |tx, a| assignments::assign(tx, &a).map(HowMany::from);
    change end_assignments(EndAssignments) -> HowMany = |tx, a| assignments::end_assignments(tx, &a.ids, a.to_on.as_deref()).map(HowMany::from);

    // Where things stand, and what happened.
    read standing(Nothing) -> Standing = |desk, _| desk.read_board(|_, board| Ok(crate::figures::standing(board)));
    read summary(Filtered) -> Summary = |desk, a| ask::summary(desk, a);
    read list_shares(ShareQuestion) -> Shares = |desk, a| ask::list_shares(desk, a);
    read list_operations(OperationQuery) -> Vec<OperationEntry> = |desk, a| desk.read(|reader| history::list_operations(reader, &a));
    read list_changes(ChangeQuery) -> Vec<ChangeEntry> = |desk, a| desk.read(|reader| history::list_changes(reader, &a));
    read suggest_report_name(OneReportKind) -> OneName = |desk, a| Ok(report_jobs::suggest_report_name(desk, a.kind));
    read suggest_export_name(OneExportFormat) -> OneName = |desk, a| Ok(export_jobs::suggest_export_name(desk, a.format));
    desk undo(Nothing) -> OperationName = |desk, _| desk.undo();
    desk undo_operation(OneId) -> OperationName = |desk, a| desk.undo_operation(&a.id);
    desk redo(Nothing) -> OperationName = |desk, _| desk.redo();

    // Long work.
    job recognise_file(OneFile) -> Recognition = import_jobs::recognise_file;
    job study_table(ForeignFileWish) -> TableStudy = import_jobs::study_table;
    job preview_import(ForeignFileWish) -> ImportResult = import_jobs::preview_import;
    job import_file(ForeignFileWish) -> ImportResult = import_jobs::import_file;
    job find_similar(SimilarWish) -> SimilarFound = similar_jobs::find_similar;
    job link_similar(SimilarWish) -> HowMany = similar_jobs::link_similar;
    job save_failed_rows(SaveFailedRows) -> FailedRowsSaved = failed_rows::save_failed_rows;
    job write_report(WriteReport) -> ReportWritten = report_jobs::write_report;
    job write_export(WriteExport) -> ExportWritten = export_jobs::write_export;
}
