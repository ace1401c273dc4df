"""Whether an event is said to have happened: negation, modality, conditions, and what they reach over."""
