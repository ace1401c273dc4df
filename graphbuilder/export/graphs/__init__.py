"""The whole graph in one file or folder, for programs that read graphs, one format a file."""
