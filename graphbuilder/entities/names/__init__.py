"""Which runs of words are names, one kind of name a file, and where each begins and ends.

In: the Doc. Out: candidates, none inside another. The order of `finder.find_names`, where what is found earlier keeps
its words:

1. surnames that are months (`month_surnames`), so that the model's dates do not hide them
2. the user's own names (`user_names`), which win over everything
3. what the model labels (`model_names`), with acronyms in brackets (`acronyms`), which tell where a name begins
4. known names, and cities of the table (`cities`), where the model saw none
5. the same words again, brands, proper nouns without a label (`missed_names`): they need the names found so far
6. names that join or lengthen others: `institutions`, `title_case`, `defined_terms`, `products`
7. the vote on types (`typing`), after which things take their numbers (`products.with_versions`)
"""
