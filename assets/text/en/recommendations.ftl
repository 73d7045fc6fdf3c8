# Recommendations, their positions and categories.

mechanism-unknown = “{ $mechanism }” is not a known mechanism.
position-unknown = “{ $position }” is not a known position.
position-not-for-mechanism = Only recommendations of the Universal Periodic Review carry a position; this one comes from { $mechanism }.
reference-taken = There is already a recommendation { $reference }.
    .hint = Give the new one another paragraph or letter.
category-out-of-range = Action categories run from 1 to 5; { $value } is none of them.
