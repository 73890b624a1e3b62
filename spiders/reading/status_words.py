"""How pages say that a posting takes applications, no longer does, or does not yet: one table a language."""

from collections.abc import Mapping

from spiders.reading.status_words_north import NORTH
from spiders.reading.status_words_south import SOUTH
from spiders.reading.wording import Wording
from spiders.reading.words import listed

WORDINGS: Mapping[str, Wording] = {**NORTH, **SOUTH}
#: Words that soften a statement and can stand anywhere in it.
SOFTENING = tuple(
    listed("""
        unfortunately|sadly|regrettably|officially|leider|inzwischen|mittlerweile|malheureusement|lamentablemente
        desafortunadamente|purtroppo|helaas|tyvärr|desværre|dessverre|valitettavasti|niestety|bohužel|bohužiaľ
        infelizmente|lamentavelmente
    """)
)
