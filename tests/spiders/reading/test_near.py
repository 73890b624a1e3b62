from spiders.reading.near import windows


def test_spans_that_touch_are_joined():
    assert windows("pay .... pay", ["pay"], before=2, after=9) == [(0, 12)]
    assert windows("pay" + "." * 20 + "pay", ["pay"], before=1, after=5) == [(0, 5), (22, 26)]


def test_the_last_of_several_words_close_together_has_its_whole_span():
    text = "work work work is done on the quay" + "." * 20
    ((start, end),) = windows(text, ["work"], before=0, after=12)
    assert (start, end) == (0, text.rfind("work") + 12)
