"""Under which keys a note's category is taught and looked up."""

from functools import lru_cache

from budget.categories import STARTERS, folded
from budget.grammar.naming import other_forms
from budget.grammar.unspaced import spaced
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import Vocabulary


def lesson_keys(note: str, vocabulary: Vocabulary = ENGLISH) -> tuple[str, ...]:
    """Return under which keys a note is taught and looked up, the most exact first.

    The whole folded note; without little words, punctuation, `#`, and digits at its end; its one content word, where words of
    the starting categories are left out and one is left. A budget's own words play no part: keys outlive them.
    """
    whole = folded(note)
    if not whole:
        return ()
    little, known = vocabulary.little_words, _category_words(vocabulary)
    stripped = [word.strip("#@.,;:!?()[]{}\"'*-–—“”«»،؛؟") for word in spaced(whole, vocabulary).split()]
    content = [word for word in stripped if word and word not in little]
    while len(content) > 1 and content[-1].isdecimal():
        content.pop()
    unknown = [word for word in content if word not in known and not any(letter.isdecimal() for letter in word)]
    keys = [whole, " ".join(content), *(unknown if len(unknown) == 1 else ())]
    return tuple(dict.fromkeys(key for key in keys if key))


@lru_cache(maxsize=64)
def _category_words(vocabulary: Vocabulary) -> frozenset[str]:
    words = {
        word for new in STARTERS for word in (folded(new.name), *new.keywords, *vocabulary.builtin.get(new.key, ()))
    }
    return frozenset(words | {form for word in words for form in other_forms(word, vocabulary)})
