# How a recommendation is read: translations, agreed readings, the SMART check, corrigenda.

text-unchanged = The corrected text of { $reference } is the text it has already.
    .hint = Paste the text as the corrigendum gives it.
corrigendum-source-missing = A correction needs its source.
    .hint = Name the document that corrects the text, or say why; the text stands as it was.
language-not-understood = “{ $language }” is not the sign of a language.
    .hint = Use signs such as en, fr, ru or pt-BR.
translation-same-language = The recommendation itself is in this language ({ $language }).
    .hint = A wrong text is put right by a corrigendum.
