"""What enters a budget from other programs: a file per format, as values. Nothing here opens a file."""
