"""Relations between the events of a document that rules find: what one is about (`references`), and companies that were
bought (`subsidiaries`). What is part of what, and what brought about what, is the reader's.
"""
