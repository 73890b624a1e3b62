"""The language of a text, by its commonest words; the page's own word for it where the text is too short."""

import re
from collections import Counter

_WORDS = {
    "en": "the and of to in you for with our are will your we this",
    "de": "und der die das mit für wir sie den ist auf eine einen zu",
    "fr": "et les des vous une pour dans nous est votre du au sur avec",
    "es": "el los las una para con del que por su nuestro se y es",
    "it": "il di che per una con del della nel gli sono più siamo e",
    "nl": "het een van en je voor met de wij ons zijn bij als naar",
    "sv": "och att som för du vi är med av till på har dig ett",
    "da": "og at som for du vi er med af til på har dig det",
    "no": "og å som for du vi er med av til på har deg det",
    "fi": "ja on sekä tai että olet meillä kanssa ovat voit työ myös sinulla hakemus",
    "pl": "i w z na do się oraz jest dla praca nie że od po",
    "cs": "a v na se je že pro do práce nebo s ve jako naše",
    "pt": "o de e para com uma em os que do da você nossa não",
}
#: The languages in which each is common.
_LANGUAGES = {
    word: tuple(language for language, words in _WORDS.items() if word in words.split())
    for word in " ".join(_WORDS.values()).split()
}
_WORD = re.compile(r"\w+")
_FIRST_CHARS = 2_000
_ENOUGH = 8
_DECLARED = re.compile(r"^[a-z]{2}(?![a-z])", re.IGNORECASE)


def language_of(lower: str, declared: str | None = None) -> str | None:
    """ISO 639-1 of a text in lower case; `declared` (an HTML lang attribute) decides where the text does not."""
    scores = dict.fromkeys(_WORDS, 0)
    for languages, count in Counter(map(_LANGUAGES.get, _WORD.findall(lower, 0, _FIRST_CHARS))).items():
        for language in languages or ():
            scores[language] += count
    best = max(scores, key=scores.__getitem__)
    if scores[best] >= _ENOUGH:
        return best
    match = _DECLARED.match(declared or "")
    return match[0].lower() if match else None
