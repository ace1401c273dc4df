"""What is known of an article beside its text: outlet, date, headline, address, language.

The surest source comes first: corrections, the table beside the files, the file itself, its first lines, its address,
what the user says of all.
"""
