import pytest
from sqlalchemy import event, select

from storage import bulletins, checks, learning, outbox, snapshots, watches
from storage.statements import among
from storage.tables import watch


@pytest.fixture
def texts(database):
    """The texts of the statements that an act makes, in a transaction that is kept."""

    def of(act, *args, **given):
        found = []

        def hear(_connection, _cursor, statement, *_):
            found.append(statement)

        with database.writing() as c:
            event.listen(database.engine, "before_cursor_execute", hear)
            try:
                act(c, *args, **given)
            finally:
                event.remove(database.engine, "before_cursor_execute", hear)
        return found

    return of


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5, 1024, 1025, 2000])
def test_those_asked_for_are_found_whatever_their_number(database, add, number):
    ours = [add(path) for path in "abcdefgh"]
    asked = ours[:4:2] + list(range(1000, 1000 + number - 2)) if number > 1 else ours[:number]
    with database.reading() as c:
        found = c.scalars(select(watch.c.id).where(among(watch.c.id, asked)).order_by(watch.c.id)).all()
    assert found == sorted(set(ours) & set(asked))


def test_longer_lists_are_asked_as_they_are(texts):
    """A database takes so many values and no more: none is added that nobody asked for."""
    long = range(1, 1501)
    (statement,) = texts(lambda c: c.execute(select(watch.c.id).where(among(watch.c.id, long))))
    assert max(statement.count("?"), statement.count("%(")) == 1500


@pytest.mark.parametrize(
    "act",
    [
        watches.numbered,
        lambda c, ids: watches.tags_of(c, list(ids)),
        lambda c, ids: learning.others_with(c, 1, ids),
        lambda c, ids: snapshots.drop_unused(c, [f"{it:064}" for it in ids]),
        lambda c, ids: outbox.release(c, ids, untried=True),
        bulletins.release,
    ],
    ids=["numbered", "tags", "blocks", "snapshots", "notices", "bulletins"],
)
def test_a_text_serves_about_as_many_values(texts, act):
    """Every text that a connection has had is kept, compiled: in years, those of all numbers would be."""
    assert texts(act, range(1, 66)) == texts(act, range(1, 101)) == texts(act, range(1, 129))
    assert texts(act, range(1, 6)) != texts(act, range(1, 66))


def test_rounds_of_any_size_are_told_in_few_texts(add, now, texts):
    """The daemon's own questions, of as many watches as are due at once."""
    for number in range(70):
        add(f"{number}", host=f"{number}.example", tags=("a",))
    assert texts(checks.due, now=now, limit=33) == texts(checks.due, now=now, limit=47)
