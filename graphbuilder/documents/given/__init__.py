"""What the user says of articles: corrections, a table about the files, defaults for all.

In: what the user gives, and Documents. Out: the Documents as the user wants them, and notes on what had no effect.

    about       a table about the files; it comes before what the files say of themselves
    defaults    day and outlet of articles that say nothing themselves; they come last
    corrected   corrections of single articles; they come before everything

The whole order of belief: `graphbuilder.documents.metadata`.
"""
