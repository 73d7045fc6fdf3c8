# Suggestions: what a recommendation could be sorted under.

suggestion-not-understood = “{ $value }” cannot be taken over as a suggestion.
    .hint = Ask for the suggestions again; the plan may have changed meanwhile.
