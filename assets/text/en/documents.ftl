# Words of the documents room: documents, reviews, and the follow-up of the committees.

## Refusals
symbol-missing = Enter the document's symbol.
    .hint = For instance A/HRC/44/10; a document without a symbol takes a short name of its own.
document-known = { $symbol } is in the register already.
document-in-use = { $count ->
    [one] One recommendation stands in { $symbol }; its symbol stays.
   *[other] { $count } recommendations stand in { $symbol }; its symbol stays.
}
    .hint = Enter the other document beside it.
document-kind-unknown = "{ $kind }" is no kind of document.
review-body-missing = Name the committee.
review-known = This review of { $mechanism } is in the register already.
follow-up-only-committees = { $reference } does not come from a treaty body; only their recommendations are followed up so.
    .hint = Take it out of the selection.
grade-scale-missing = { $body } gives no grades.
    .hint = Name the scale the grade is of.
grade-unknown = "{ $grade }" is no grade of the scale { $scale }.

## Screen
documents-tabs = Documents, reviews and calendar
documents-tab-calendar = Calendar
documents-tab-reviews = Reviews
documents-tab-documents = Documents
documents-count = { $count ->
    [one] { $shown } document
   *[other] { $shown } documents
}
documents-add = Add document
documents-add-review = Add review
documents-empty = No documents yet
documents-empty-text = An import enters the documents and reviews it meets. You can enter others by hand.
documents-empty-reviews = No reviews yet
documents-column-symbol = Symbol
documents-column-kind = Kind
documents-column-title = Title
documents-column-published = Published
documents-column-language = Language
documents-column-recommendations = Recommendations
documents-column-body = Body
documents-column-session = Session
documents-column-held = Held
documents-column-document = Document
documents-not-entered = Named by recommendations, not entered yet
documents-enter = Enter it
documents-show-recommendations = Show the recommendations of { $symbol }
documents-new = New document
documents-edit = Document
documents-new-review = New review
documents-edit-review = Review
documents-save = Save
documents-remove = Remove from the register
documents-field-symbol = Symbol
documents-field-symbol-hint = As on the first page, for instance A/HRC/44/10
documents-field-kind = Kind
documents-kind-of-symbol = As the symbol says
documents-field-title = Title
documents-field-published = Published on
documents-field-language = Language
documents-field-language-hint = Two letters, for instance en
documents-field-review = Review it belongs to
documents-field-note = Note
documents-field-mechanism = Mechanism
documents-field-body = Committee or mandate
documents-field-cycle = Cycle
documents-field-session = Session
documents-field-held = Held on
documents-field-until = Until
documents-field-adopted = Adopted on
documents-field-next-due = Next due on
documents-next-due-why = Leave it empty and the day is worked out.
documents-field-document = Document
documents-none = None
documents-cycle = cycle { $cycle }
documents-session = session { $session }
