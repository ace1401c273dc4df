"""The parts of a text: clean characters, lines, furniture of the page, headline, quotes. Marked, never cut."""
