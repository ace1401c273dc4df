"""Ties between events: causes, casualties, what is part of what, and companies that were bought."""
