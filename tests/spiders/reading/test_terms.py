import pytest

from spiders.posting import Terms
from spiders.reading.terms import find_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Applications are reviewed on a rolling basis.", Terms.ROLLING),
        ("Urval sker löpande.", Terms.ROLLING),
        ("Ansøgninger behandles løbende.", Terms.ROLLING),
        ("Open until filled", Terms.UNTIL_FILLED),
        ("Das Angebot gilt bis zur Besetzung.", Terms.UNTIL_FILLED),
        ("closes: 'TBD'", Terms.UNANNOUNCED),
        ("Deadline for applications: Not specified", Terms.UNANNOUNCED),
        ("Deadline: 5 March 2026", None),
        ("We are rolling out software.", None),
        ("Du utvecklar löpande våra rutiner.", None),
        ("Průběžně se vzděláváme.", None),
        ("You learn on an ongoing basis.", None),
        ("Applications are accepted on an ongoing basis.", Terms.ROLLING),
        ("Open until filled: No", None),
        ("Closing date\nOpen until filled", Terms.UNTIL_FILLED),
        ("Søknadsfrist: Snarest", Terms.UNANNOUNCED),
        ("Deadline: rolling", Terms.ROLLING),
    ],
)
def test_words_in_place_of_a_deadline_are_told_apart(text, terms):
    found = find_terms(text)
    assert (found and found.value) == terms


def test_the_quote_stands_where_the_offsets_say():
    text = "We review on a\nrolling basis."
    found = find_terms(text)
    assert found.text == text[found.start : found.end] == "on a\nrolling basis"
