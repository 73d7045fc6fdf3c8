# Clusters: thematic groups of recommendations.

cluster-of-other-scheme = “{ $name }” belongs to another scheme.
    .hint = Clusters move, merge and stand under one another only within one scheme.
cluster-inside-itself = “{ $name }” cannot come to stand under itself.
    .hint = Choose a cluster that does not stand under it.
cluster-merged-with-itself = “{ $name }” cannot be merged with itself.
not-in-cluster = Not every chosen recommendation stands in “{ $name }”. Nothing was moved.
    .hint = Choose only recommendations of this cluster.
cluster-set-unknown = There is no ready-made set “{ $set }”.

## Ready-made sets
clusters-set-suggested-12 = Twelve neutral areas to begin with
clusters-set-suhakam-c1 = Eight areas of the Malaysian commission (first cycle)
clusters-set-suhakam-c2 = Nine areas of the Malaysian commission (second cycle)
clusters-set-kgz-2010 = Areas of the recommendations to Kyrgyzstan, 2010
clusters-set-kgz-measures = Headings of the measures of Kyrgyzstan
clusters-set-geo-2016 = Chapters of Georgia’s action plan, 2016–2017
clusters-set-seed-annex4 = Sectors (disability, minorities, women …)
clusters-set-uhri-themes = Themes of the Universal Human Rights Index
clusters-set-sdg-goals = Sustainable Development Goals
