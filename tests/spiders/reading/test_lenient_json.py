"""JSON as it stands in pages: what is mended, and what is made to exhaust us."""

import tracemalloc

import pytest

from spiders.reading.lenient_json import loads

MANY = 140_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": "b",}', {"a": "b"}),
        ('{"a": "b\\x"}', {"a": "b\\x"}),
        ('{"a": 1, /* a comment */ "b": "/* none */"}', {"a": 1, "b": "/* none */"}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('<![CDATA[{"a": 1}]]> ; ', {"a": 1}),
        ('{"a": "the "best" one"}', {"a": 'the "best" one'}),
        ('{"a": "\\"}', None),
        ('{"a": "no end', None),
    ],
)
def test_what_pages_write_is_mended(text, value):
    assert loads(text) == value


def test_a_long_string_takes_no_memory_of_its_own_while_it_is_mended():
    text = '{"a": "' + "x" * 2_000_000 + '",}'
    tracemalloc.start()
    value = loads(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(value["a"]) == 2_000_000
    assert peak < 10 * len(text)


@pytest.mark.parametrize("text", ['["' + '\\"' * MANY + "\\", '{"a": 1}-->' + " " * 2_000_000 + "x"])
def test_it_ends_on_what_once_took_hours(text):
    assert loads(text) in (None, {"a": 1})


def test_strings_without_number_are_read_but_not_mended():
    assert loads("[" + '"a",' * MANY + '"b"]')[-1] == "b"
    assert loads("[" + '"a",' * MANY + "]")[-1] == "a"
    assert loads("[" + '"a",' * MANY * 2 + '"b"]')[-1] == "b"
    assert loads("[" + '"a",' * MANY * 2 + "]") is None
