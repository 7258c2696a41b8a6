"""English: the language that is always read, and what sentences are written in."""
