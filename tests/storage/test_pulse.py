from datetime import timedelta

from storage import pulse
from storage.rows import Pulse


def test_only_the_last_word_is_kept(database, now):
    later = now + timedelta(seconds=30)
    with database.writing() as c:
        assert pulse.get(c, "alive") is None
        pulse.put(c, "alive", at=now, since=now, text="x")
        pulse.put(c, "alive", at=later)
        assert pulse.get(c, "alive") == Pulse(name="alive", at=later, since=None, text=None)


def test_what_is_so_no_more_is_gone(database, now):
    with database.writing() as c:
        pulse.put(c, "alive", at=now)
        assert [pulse.drop(c, "alive"), pulse.drop(c, "alive")] == [True, False]
        assert pulse.get(c, "alive") is None


def test_names_are_found_by_how_they_begin(database, now):
    with database.writing() as c:
        for name in ("target:b", "target:a", "targets", "alive"):
            pulse.put(c, name, at=now)
        assert [it.name for it in pulse.all_of(c, "target:")] == ["target:a", "target:b"]
