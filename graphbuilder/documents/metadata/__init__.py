"""What an article says of itself beside its text: headline, day of publication, outlet, language, address.

In: the lines of a text, its address, the name of its file. Out: facts, for `graphbuilder.documents.description`; what
nobody says stays None. Each fact of a Document is taken from the first of these sources that has it:

1. `given.corrected`: the user's corrections of this article, the last word on everything;
2. `given.about`: the user's table about the files, made for these very files;
3. `readers`: the file's own metadata (columns, front matter, ``<meta>``), written by the outlet for machines;
4. `headers`, `header_lines`: the lines above the text, written for readers and now and then wrong or missing. A day
   labelled as that of publication comes before one without a label, and that before the day of an update;
5. `datelines`: the day of the report, which may be one before publication. Its year is taken from the metadata, the
   name of the file or the address; where there is none, that of a stamp inside the first lines (`inner_heads`);
6. `address`: host and path of the web address, which give outlet and often the day, but of a page and not of a text;
7. the agency of the dateline, for the outlet alone: others print its reports;
8. `given.defaults`: what the user says of all articles that say nothing themselves. It never contradicts the month of
   the issue.

`dates`, `outlets` and `languages` read one value each, `inner_heads` finds the heads and hours
inside lines. A new source is a module here, with its place in this list and in `description`.
"""
