"""Draws a scripted chat with the bot as a phone shows it.

`script` reads a chat's script, `play` runs the real program through it, `telegram` is the Telegram that it meets, `page` makes the
resulting chat into HTML, `browser` makes that into pictures, and `heights` measures them. ``python -m rehearsal.phone --help``
"""
