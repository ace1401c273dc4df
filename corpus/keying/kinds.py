"""Whether a mention is a name, a description or a pronoun, guessed from its words so that nobody need write it."""

from __future__ import annotations

import re


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that stand for somebody without naming or describing.
PRONOUNS = _set(
    "i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself "
    "we us our ours ourselves they them their theirs themselves themself who whom whose which that this these those "
    "one ones someone somebody everyone everybody anyone anybody nobody none neither both all each either other "
    "others another here there"
) | {"each other", "one another", "all of them", "both of them", "some of them", "none of them", "the two", "that one"}
#: Pronouns that nearly always stand for somebody whom the article tells of.
PERSONAL = _set("he him his himself she her hers herself they them their theirs themselves")
DETERMINERS = _set("the a an this that these those his her its their our my your")
#: Words that names hold in small letters.
SMALL = _set(
    "of and de la le du des da do dos das di del della der den van von zu zur bin ibn bint al el af av och und et y "
    "e for on in at to upon the a an & ap ferch o"
)


#: What a definite office or body without a name is called: "the premier", "the provincial government".
_BODIES = _set(
    "administration agency ambassador army assembly association attorney authorities authority bank board bureau "
    "cabinet center centre chairman chairwoman chancellor chapter church club coalition college commission "
    "commissioner committee company congress conservatory consulate corporation council country court department "
    "district embassy executive federation firm force general government governor hospital house inquiry inspectorate "
    "institute institution junta king laboratory league legislature mayor military minister ministry municipality "
    "museum navy newspaper observatory office ombudsman operator opposition organisation organization parliament "
    "party pope premier presidency president prime prosecution prosecutor province queen radio region regulator "
    "school secretariat secretary senate service speaker squad state station subcommittee sultan taskforce "
    "television tribunal trust union unit university"
)
#: Before whom it is one of many, or somebody's.
_ANY = _set("a an his her its their our my one two three some")


def is_body(description: str) -> bool:
    """Whether a description is that of one definite office or body.

    >>> is_body("the provincial government"), is_body("a hotel"), is_body("police"), is_body("board of trustees")
    (True, False, False, True)
    """
    found = words(description.lower())
    if not found or found[0] in _ANY:
        return False
    head = re.split(r"\b(?:of|for|in|on|at|with|to)\b", " ".join(found))[0].split()
    return bool(head) and head[-1].split("-")[-1] in _BODIES


def words(text: str) -> list[str]:
    """The words of a text, without a possessive ending."""
    return re.findall(r"[^\W_]+(?:['’.\-][^\W_]+)*", re.sub(r"['’]s?\b(?=\s|$)", "", text))


def names_something(name: str) -> bool:
    """Whether the name on an entity's line is one: "Maria Lund" and "the Keepers" are, "police" and "two men" not."""
    return any(word.lower() != word for word in words(name) if word.lower() not in DETERMINERS)


def kind(text: str, name: str, members: int = 1) -> str:
    """The kind of a mention of the entity of this name.

    >>> kind("she", "Maria Lund"), kind("Ms Lund", "Maria Lund"), kind("the minister", "Maria Lund")
    ('pronoun', 'name', 'description')
    >>> kind("The President", "Ada Obi"), kind("Police", "police"), kind("the US", "United States")
    ('description', 'description', 'name')
    """
    found = words(text)
    if " ".join(found).lower() in PRONOUNS:
        return "pronoun"
    if members > 1 or not names_something(name):
        return "description"
    content = [word for word in found if word.lower() not in SMALL | DETERMINERS]
    large = all(word[0].isupper() or word[0].isdigit() for word in content)
    if not large or all(word == word.lower() for word in content):
        return "description"
    own = {word.lower() for word in words(name)}
    shares = any(word.lower() in own for word in content) or any(len(word) > 1 and word.isupper() for word in content)
    determined = found[0].lower() in DETERMINERS
    return "description" if determined and not shares else "name"
