"""How one kind of value is anchored, a subject a file; `graphbuilder.times.anchoring` looks them up."""
