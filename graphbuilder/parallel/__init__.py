"""How work is spread and bounded: batches of texts, workers, and the pause of the garbage collector.

In: items, a function over them, a number of workers. Out: results in the order of the items, whatever the number.
`batches` bounds memory, `workers` spreads over processes, threads or Dask and does again what a dead worker had,
`garbage` pauses the collector where a stage makes many records, `threads` keeps matrix products to one thread.
"""
