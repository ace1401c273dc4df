"""Files and tables → texts, one kind of file a module; to add one, write a reader and add a line to `formats`."""
