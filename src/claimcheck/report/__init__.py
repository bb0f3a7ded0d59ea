"""From a checked run to text, one format per file."""
