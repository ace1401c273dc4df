"""Which events and companies rules tie: what an event is about (`references`), who was bought (`subsidiaries`).

What is part of what, and what brought about what, is the reader's.
"""
