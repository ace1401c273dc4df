"""Who says that an event happened: named speakers, and sources without a name."""
