"""The whole graph in one file or folder, one format a module, for programs that read graphs.

In: a graph; most formats take it flat (`graphbuilder.export.flat`). Out: text, bytes, or files by name. `nodelink` and
`parquet` hold everything and are read back by `graphbuilder.export.opening`; the others say in a note what they leave
out. A new format also needs its line in `graphbuilder.export.formats`.
"""
