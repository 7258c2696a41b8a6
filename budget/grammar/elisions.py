"""Short words that are glued to the next one: `l'essence`, `dell'acqua`."""

from languages.vocabulary import Vocabulary


def elided(word: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return what is glued to a word, and the word; two empty texts where nothing is."""
    glued, _, rest = word.replace("’", "'").partition("'")
    return (glued, rest) if rest and f"{glued.lower()}'" in vocabulary.elisions else ("", "")


def without_elision(word: str, vocabulary: Vocabulary) -> str:
    """Return a folded word as it is compared: `l'essence` is `essence`."""
    return elided(word, vocabulary)[1] or word
