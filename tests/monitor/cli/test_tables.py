from monitor.cli.tables import fitted
from monitor.cli.terminal import Column, joined, marked_text
from monitor.notify.marking import marked

COLUMNS = (Column("id", 0), Column("title", 1, least=10), Column("name", 2, least=4), Column("time", 3))
ROWS = [("1", "T" * 30, "N" * 10, "2026-02-05 17:00")]


def total(widths):
    shown = [width for width in widths if width]
    return sum(shown) + 2 * (len(shown) - 1)


def test_a_table_is_as_wide_as_its_texts_where_there_is_room():
    assert fitted(COLUMNS, ROWS, 200) == [2, 30, 10, 16]


def test_the_least_important_columns_give_way_first():
    assert fitted(COLUMNS, ROWS, 60) == [2, 30, 10, 0]
    assert fitted(COLUMNS, ROWS, 42) == [2, 30, 6, 0]
    assert fitted(COLUMNS, ROWS, 30) == [2, 20, 4, 0]


def test_a_table_is_never_wider_than_the_terminal_while_a_column_can_give():
    for width in range(20, 80):
        assert total(fitted(COLUMNS, ROWS, width)) <= width


def test_letters_of_two_columns_are_counted_as_two():
    assert fitted((Column("t", 0),), [("日本",)], 80) == [4]


def test_changed_words_side_by_side_are_marked_once():
    old, new = marked("pay is ten dollars an hour", "pay is six euros an hour")
    assert marked_text(old, "-") == "pay is [-ten dollars-] an hour"
    assert marked_text(new, "+") == "pay is {+six euros+} an hour"
    assert "".join(piece.text for piece in joined(old)) == "pay is ten dollars an hour"


def test_a_text_that_changed_as_a_whole_needs_no_marks():
    old, new = marked("one", "two")
    assert (marked_text(old, "-"), marked_text(new, "+")) == ("one", "two")
