"""What a text says beside its dates that their anchors depend on: its kind, tense, plans, asides, entries."""
