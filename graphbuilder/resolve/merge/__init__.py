"""Groups of clusters → Entity and Event records, with their dates, roles, speakers, ties, labels and ids."""
