"""When an event happened: sources of dates, the surest first, in the order of `cascade`."""
