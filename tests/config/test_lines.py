from config.lines import Lines

TEXT = """\
zone = ""
fetch.retries = 1
[database]
  "url" = "x"

[[notify.targets]]
name = "a"
[[notify.targets]]
name = "b"
"""


def test_a_key_is_found_in_its_table():
    assert Lines(TEXT).of(("zone",)) == 1
    assert Lines(TEXT).of(("fetch", "retries")) == 2
    assert Lines(TEXT).of(("database", "url")) == 4


def test_tables_of_an_array_are_told_apart():
    assert Lines(TEXT).of(("notify", "targets", 0, "name")) == 7
    assert Lines(TEXT).of(("notify", "targets", 1, "name")) == 9


def test_a_key_that_is_not_written_is_the_line_of_its_table():
    assert Lines(TEXT).of(("notify", "targets", 1, "url")) == 8
    assert Lines(TEXT).of(("database", "url_file")) == 3


def test_what_is_not_there_has_no_line():
    assert Lines(TEXT).of(("web", "bind")) is None
    assert Lines("").of(("web",)) is None
