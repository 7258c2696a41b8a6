"""What leaves a budget for other programs: a file per format, as lines of text. Nothing here opens a file."""
