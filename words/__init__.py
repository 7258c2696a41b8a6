"""Every sentence that a person reads, a function a sentence, in the language of a `Voice`.

A sentence is whole: names, days and amounts are fields of it. Chat sentences hold Telegram's HTML, so their fields come escaped.
"""
