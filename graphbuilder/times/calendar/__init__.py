"""The calendar without any text: cells, values, named days, zones, words, and the one call of dateparser."""
