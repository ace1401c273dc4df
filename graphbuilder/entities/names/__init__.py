"""Which runs of words are names, one kind of name a file, and where each begins and ends.

In: the Doc. Out: candidates, none inside another. The order of `finder.find_names`, where what is found earlier keeps
its words:

1. the user's own names (`user_names`), which win over everything
2. what the model labels (`model_names`), with acronyms in brackets (`acronyms`), which tell where a name begins
3. known names, where the model saw none
4. the same words again, and brands (`missed_names`): they need the names found so far
5. names that go on (`joined_names`), with a word in lower case too (`products`)
6. the vote on types (`typing`), after which things take their numbers (`products.with_versions`)

What else is a name the reader finds (`mentions.read`). `cities` and `double_surnames` are asked by others.
"""
