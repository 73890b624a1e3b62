"""Which of many words a text has: none that it has may be missed, whenever and however often it is asked."""

from hypothesis import given
from hypothesis import strategies as st

from spiders.reading import vocabulary
from spiders.reading.near import holds, windows
from spiders.reading.vocabulary import Vocabulary

WORDS = (" a week", "sponsor", "to work", "wö", "q", "\note", "13.", "über uns")
LONG = "the quick brown fox " * 40


def asked_twice(text, words):
    """What is left of the words once they are known."""
    asked = Vocabulary()
    assert set(asked.occurring(LONG, words)) == set(words)
    return set(asked.occurring(text, words))


def test_words_that_a_text_has_not_are_left_out_once_they_are_known():
    assert asked_twice(f"{LONG} no visumsponsoring, 3 days a week", WORDS) == {" a week", "sponsor", "q"}


def test_a_word_of_several_is_kept_where_the_longest_of_them_is_found():
    assert "to work" in asked_twice(f"{LONG} able\nto work", WORDS)
    assert "über uns" not in asked_twice(f"{LONG} uns", WORDS)


def test_a_short_text_is_not_worth_asking():
    assert asked_twice("brown", WORDS) == set(WORDS)


def test_a_list_that_comes_later_is_known_as_well():
    asked = Vocabulary()
    for words in (("fox", "bear"), ("fox", "wolf")):
        assert set(asked.occurring(LONG, words)) == set(words)
        assert list(asked.occurring(LONG, words)) == ["fox"]
    assert list(asked.occurring(f"{LONG} bear", ("fox", "bear"))) in (["fox", "bear"], ["bear", "fox"])


def test_more_lists_than_any_program_has_are_not_kept(monkeypatch):
    monkeypatch.setattr(vocabulary, "_MOST_LISTS", 2)
    asked = Vocabulary()
    for _ in range(3):
        for word in ("bear", "wolf", "lynx"):
            found = list(asked.occurring(LONG, (word,)))
    assert found == ["lynx"]
    assert list(asked.occurring(LONG, ("bear",))) == []


def test_words_are_forgotten_where_there_are_too_many(monkeypatch):
    monkeypatch.setattr(vocabulary, "_REMEMBERED", 3)
    assert asked_twice(f"{LONG} sponsors sponsored sponsoring", WORDS) == {"sponsor", "q"}


@given(st.lists(st.sampled_from([*WORDS, " ", "\n", "x", "spons", "or", "a", "week", "y" * 50]), max_size=40))
def test_no_word_that_a_text_has_is_missed(pieces):
    text = LONG + "".join(pieces)
    there = {it for it in WORDS if it in text}
    assert there <= asked_twice(text, WORDS) <= set(WORDS)


def test_windows_are_the_same_whether_words_are_known_or_not():
    text = f"{LONG}sponsor{LONG}sponsor"
    found = [windows(text, ("sponsor", "bear"), before=5, after=9) for _ in range(3)]
    assert [text[start:end] for start, end in found[0]] == [" fox sponsorth", " fox sponsor"]
    assert found[0] == found[1] == found[2]


def test_a_text_holds_any_of_some_words():
    assert holds(f"{LONG} bear", ("bear", "wolf"))
    assert not holds(LONG, ("bear", "wolf"))


def test_what_is_new_in_a_text_that_shares_most_words_with_the_one_before_is_found():
    asked = Vocabulary()
    page = " ".join(f"word{number}" for number in range(100)) + " wolf"
    for text in (page, page, f"{page} bear", page.replace("wolf", "lynx")):
        found = set(asked.occurring(text, ("bear", "wolf", "lynx")))
    assert {"lynx"} <= found <= {"wolf", "lynx"}
    assert "bear" in asked.occurring(f"{page} bear", ("bear", "wolf", "lynx"))
