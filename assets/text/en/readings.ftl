# How a recommendation is read: translations, agreed readings, the SMART check, corrigenda.

text-unchanged = The corrected text of { $reference } is the text it has already.
    .hint = Paste the text as the corrigendum gives it.
corrigendum-source-missing = A correction needs its source.
    .hint = Name the document that corrects the text, or say why; the text stands as it was.
language-not-understood = “{ $language }” is not the sign of a language.
    .hint = Use signs such as en, fr, ru or pt-BR.
translation-same-language = The recommendation itself is in this language ({ $language }).
    .hint = A wrong text is put right by a corrigendum.

## Screen: the text of a recommendation
readings-save = Save
readings-plain = In plain words
readings-plain-hint = A short restatement for agencies and the public; never instead of the text.
readings-translations = Translations
readings-translations-none = None yet
readings-translation-add = Add
readings-translation-edit = Change the translation into { $language }
readings-translation-remove = Remove the translation into { $language }
readings-translation-title = Translation of { $reference }
readings-translation-language = Language
readings-translation-text = Translation
readings-translation-official = Official translation
readings-translation-official-hint = Published by the United Nations or by the State.
readings-official = official
readings-unofficial = unofficial
readings-agreed = Agreed readings
readings-agreed-none = None recorded
readings-agreed-add = Add an agreed reading
readings-agreed-edit = Change the agreed reading
readings-agreed-remove = Remove the agreed reading
readings-agreed-text = What the parties understand by it
readings-agreed-on = Agreed on
readings-parties = Parties
readings-parties-hint = For instance: Government, Ombudsman, coalition of NGOs.
readings-corrigenda = Corrigenda
readings-corrigenda-none = The text stands as adopted.
readings-corrigendum-add = Enter a corrigendum
readings-corrigendum-title = Corrigendum to { $reference }
readings-corrigendum-about = Only for corrections by the body itself. The text as it was stays readable.
readings-corrigendum-text = Corrected text
readings-corrigendum-document = Document that corrects it
readings-corrigendum-on = Issued on
readings-corrigendum-reason = Reason
readings-corrigendum-save = Correct the text
readings-corrigendum-before = Text before

## Screen: the check of the wording
readings-smart = Is it specific enough?
readings-smart-hint = { $count ->
    [one] 1 place is marked that leaves something open. A hint only; nothing of it is stored.
   *[other] { $count } places are marked that leave something open. A hint only; nothing of it is stored.
}
readings-smart-plain = No vague words found.
readings-smart-language = There is no list of vague words for this language.
readings-smart-no-year = It names no year.
readings-smart-specific = Specific
readings-smart-measurable = Measurable
readings-smart-achievable = Achievable
readings-smart-relevant = Relevant
readings-smart-time-bound = Bound to a time
readings-smart-is-vague = Vague as a whole
readings-smart-open = Not looked at
readings-smart-yes = Yes
readings-smart-no = No
readings-vague-verb = leaves open what is to be done
readings-vague-amount = leaves open how much
readings-vague-scope = leaves open for whom or of what
readings-vague-time = leaves open by when

## Screen: what kind it is
readings-facts = Kind
readings-scope = Scope
readings-scope-general = General
readings-scope-specific = Specific
readings-duration = Duration
readings-duration-one-off = Done once
readings-duration-multi-step = In several steps
readings-duration-continuing = Continuing
readings-needs-law = Needs Parliament
readings-needs-law-none = No
readings-needs-law-law = A law
readings-needs-law-budget = The budget
readings-needs-law-ratification = A ratification
readings-cross-border = Crosses borders
readings-cross-border-yes = Yes
readings-cross-border-no = No
readings-cross-border-topic = What crosses the border
readings-cross-border-countries = Name the countries concerned under Details.
