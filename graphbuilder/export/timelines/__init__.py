"""The events in order, for people, calendars, maps and pages, one format a file."""
