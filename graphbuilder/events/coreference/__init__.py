"""By which words two tellings are compared (`content_words`); which of them tell one event is for the reader to say."""
