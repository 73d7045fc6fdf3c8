# Words of the reference room. Ids carry the codes of assets/reference.

## Mechanisms
reference-mechanism-upr = Universal Periodic Review
reference-mechanism-tb = Human rights treaty bodies
reference-mechanism-sp = Special procedures
reference-mechanism-spt = Subcommittee on Prevention of Torture
reference-mechanism-coi = Commissions of inquiry / OHCHR field reports
reference-mechanism-ilo = ILO supervisory bodies
reference-mechanism-unesco = UNESCO Committee on Conventions and Recommendations
reference-mechanism-coe = Council of Europe (ECtHR judgments, CPT, ECRI, GRETA, GREVIO, FCNM, ECSR, Commissioner)
reference-mechanism-osce = OSCE / ODIHR
reference-mechanism-eu = EU progress / enlargement reports
reference-mechanism-au = African Commission / ACERWC / APRM
reference-mechanism-oas = Inter-American Commission / Court
reference-mechanism-nhri = National human rights institution / ombudsman
reference-mechanism-pledge = Voluntary pledges and commitments of the State

## Positions
reference-position-sup = Supported
reference-position-sup-impl = Supported – considered already implemented
reference-position-sup-proc = Supported – considered in process of implementation
reference-position-sup-part = Supported in part
reference-position-mix = Mixed – differs from recommending State to recommending State
reference-position-not = Noted
reference-position-not-part = Noted – partially rejected
reference-position-not-full = Noted – totally rejected
reference-position-out = Not accepted as outside the basis of review / mandate of the Council
reference-position-acc = Accepted / enjoys the support of
reference-position-rej = Rejected / does not enjoy the support of
reference-position-pen = Pending (will be examined; response by the Council session)
reference-position-unc = Unclear / general response
reference-position-nor = No response
reference-position-na = Not applicable (treaty bodies, special procedures, pledges)
reference-position-group-accepted = Accepted
reference-position-group-partial = Partially accepted
reference-position-group-noted = Noted
reference-position-group-pending = Pending
reference-position-group-unclear = Unclear
reference-position-group-not-applicable = No position needed

## Progress, whatever the scale
reference-progress-no-action = No action yet
reference-progress-not-started = Not started
reference-progress-in-progress = In progress
reference-progress-partial = Partly implemented
reference-progress-done = Implemented
reference-progress-stopped = Stopped
reference-progress-not-applicable = Not applicable

## Status scales
reference-status-core-rec-ns = Not started
reference-status-core-rec-pl = Planned
reference-status-core-rec-ip = In progress
reference-status-core-rec-pi = Partially implemented
reference-status-core-rec-fi = Fully implemented
reference-status-core-rec-co = Continuing
reference-status-core-rec-ni = No action
reference-status-core-rec-na = Not applicable
reference-status-core-act-ns = Not started
reference-status-core-act-ip = In progress
reference-status-core-act-dl = Delayed
reference-status-core-act-su = Suspended
reference-status-core-act-do = Completed
reference-status-core-act-ca = Cancelled
reference-status-core-act-ct = Continuing
reference-status-mli-lka-no = No Action (not implemented)
reference-status-mli-lka-on = Ongoing (in progress)
reference-status-mli-lka-cp = Completed (implemented)
reference-status-uprinfo-mia-ni = Not implemented
reference-status-uprinfo-mia-pi = Partially implemented
reference-status-uprinfo-mia-fi = Fully implemented
reference-status-knchr-2022-fi = Fully implemented
reference-status-knchr-2022-pi = Partially implemented
reference-status-knchr-2022-pr = In the process of being implemented
reference-status-knchr-2022-ln = Little or no known action
reference-status-liga-at-np = No progress
reference-status-liga-at-ip = In progress
reference-status-liga-at-im = Implemented
reference-status-morocco-pos-af = Accepted, considered fully implemented (23)
reference-status-morocco-pos-ai = Accepted, being implemented (168)
reference-status-morocco-pos-np = Noted, partially rejected (18)
reference-status-morocco-pos-nt = Noted, totally rejected (26)
reference-status-morocco-pos-os = Rejected as outside the mandate of the Council (9)
reference-status-impactoss-1 = In preparation
reference-status-impactoss-2 = In progress
reference-status-impactoss-3 = Completed
reference-status-ccpr-ae-a = Reply/action largely satisfactory: evidence of significant action
reference-status-ccpr-ae-b = Reply/action partially satisfactory: steps taken, more needed
reference-status-ccpr-ae-c = Reply/action not satisfactory: response received, action not relevant or does not implement
reference-status-ccpr-ae-d = No cooperation: no follow-up report after reminder(s)
reference-status-ccpr-ae-e = Information or measures contrary to, or reflecting rejection of, the recommendation
reference-status-ccpr-old-a = Response largely satisfactory
reference-status-ccpr-old-b1 = Substantive action taken, additional information required
reference-status-ccpr-old-b2 = Initial action taken, additional information and measures required
reference-status-ccpr-old-c1 = Reply received, actions do not implement
reference-status-ccpr-old-c2 = Reply received, not relevant
reference-status-ccpr-old-d1 = No response within deadline
reference-status-ccpr-old-d2 = No response after reminder(s)
reference-status-ccpr-old-e = Measures contrary to the recommendation
reference-status-cedaw-fu-i = Implemented
reference-status-cedaw-fu-s = Substantially implemented
reference-status-cedaw-fu-p = Partially implemented
reference-status-cedaw-fu-n = Not implemented
reference-status-cedaw-fu-l = Lack of sufficient information
reference-status-cedaw-fu-c = Measures contrary to the recommendation
reference-status-cat-fu-a = Substantive action
reference-status-cat-fu-b = Initial steps
reference-status-cat-fu-c = Not implemented
reference-status-cat-fu-d = Insufficient or no information
reference-status-cat-fu-e = Counterproductive
reference-status-cerd-fu-s = Satisfactory
reference-status-cerd-fu-p = Partially satisfactory
reference-status-cerd-fu-u = Unsatisfactory
reference-status-cerd-fu-n = No response
reference-status-cescr-fu-s = Sufficient progress
reference-status-cescr-fu-i = Insufficient progress
reference-status-cescr-fu-l = Lack of sufficient information
reference-status-cescr-fu-n = No response
reference-status-rag-g = On track
reference-status-rag-a = At risk
reference-status-rag-r = Off track
reference-status-rag-b = Done

## Action categories
reference-category-1 = Minimal action
    .about = Directed at other States, or asks only for assistance or an exchange of information.
reference-category-2 = Continuing action
    .about = Asks to go on with what is being done.
reference-category-3 = Considering action
    .about = Asks to think about a change.
reference-category-4 = General action
    .about = Asks for action in general terms.
reference-category-5 = Specific action
    .about = Asks for a specific action.

## Priorities
reference-priority-urgent = Urgent
reference-priority-high = High
reference-priority-medium = Medium
reference-priority-low = Low

## Roles
reference-role-lead = Lead
reference-role-supporting = Supporting
reference-role-consulted = Consulted
reference-role-informed = Informed
reference-role-data-provider = Data provider

## Kinds of agency
reference-agency-kind-ministry = Ministry
reference-agency-kind-agency = Agency or State body
reference-agency-kind-parliament = Parliament
reference-agency-kind-judiciary = Judiciary or prosecution
reference-agency-kind-local = Local or regional authority
reference-agency-kind-statistics = Statistics office
reference-agency-kind-nhri = National human rights institution
reference-agency-kind-civil-society = Civil society
reference-agency-kind-international = International organization
reference-agency-kind-other = Other

## Kinds of record
reference-record-type-recommendation = Recommendation
reference-record-type-concern-observation = Observation of concern
reference-record-type-voluntary-pledge = Voluntary pledge

## Kinds of document
reference-document-kind-upr-national-report = National report for the review
reference-document-kind-upr-un-compilation = Compilation of UN information
reference-document-kind-upr-stakeholder-summary = Summary of stakeholders' information
reference-document-kind-upr-wg-draft = Draft report of the Working Group
reference-document-kind-hrc-report = Report to the Human Rights Council
reference-document-kind-hrc-addendum = Addendum to such a report
reference-document-kind-hrc-nhri-submission = Statement of a national institution
reference-document-kind-hrc-ngo-statement = Statement of an NGO
reference-document-kind-hrc-resolution = Resolution of the Council
reference-document-kind-tb-concluding-observations = Concluding observations
reference-document-kind-tb-followup = Report on follow-up
reference-document-kind-tb-list-of-issues = List of issues
reference-document-kind-tb-list-of-issues-prior = List of issues prior to reporting
reference-document-kind-tb-replies-to-loi = Replies to the list of issues
reference-document-kind-tb-state-report = State's report to a committee
reference-document-kind-tb-followup-report-of-committee = Committee's report on follow-up
reference-document-kind-common-core = Common core document
reference-document-kind-spt-visit = Report on a visit of the Subcommittee
reference-document-kind-old-style-co = Concluding observations, older symbol
reference-document-kind-other = Other

## Kinds of review
reference-review-kind-upr-review = Review of the UPR
reference-review-kind-concluding-observations = Concluding observations
reference-review-kind-country-visit = Visit
reference-review-kind-communication = Communication
reference-review-kind-regional = Regional
reference-review-kind-other = Other
