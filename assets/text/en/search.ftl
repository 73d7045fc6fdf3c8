# The line typed to search the register.

search-field-unknown = “{ $field }:” is not a word one can search by.
    .hint = Choose one of the list, for instance state:, theme: or without:. To find the word itself, put it in quotes.
search-value-unknown = Nothing here is called “{ $value }” under { $field }:.
    .hint = Type the beginning of a name and choose from the list.
column-unknown = There is no column “{ $column }”.
