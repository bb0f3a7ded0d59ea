"""From a document to its mentions and parsed sentences."""
