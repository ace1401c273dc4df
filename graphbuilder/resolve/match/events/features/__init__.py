"""Features of a pair of event clusters: what agrees, and what contradicts. Pure functions, each of one subject.

In: two clusters, or one. Out: yes or no, or what they have in common. No feature has a score; the rules of
`match.events` combine them.

- `dates`, `places`: when and where; `contradiction` is both together
- `participants`: who has which part
- `triggers`: the words for the act itself
- `wording`, `numbers`: what else is said of it
- `status`: whether it happened, also of a group
- `types`: what is known of a type of event
- `content`: whether all this is enough for one event
"""
