"""The user's corrections in this collection: which things their words mean, and what they say of events and links."""
