import hashlib
import random

import pytest
from sqlalchemy import text
from zstandard import get_frame_parameters

from storage import snapshots
from storage.errors import DatabaseDamaged


def page(number=0, size=40_000):
    """A page of words; pages of other numbers differ in a few of them."""
    words = random.Random(7)
    body = " ".join(f"word{words.randrange(3000)}" for _ in range(size // 8))
    return f"<p>{body}</p><p>edit {number}: {hashlib.sha256(bytes([number % 256])).hexdigest()}</p>".encode()


@pytest.fixture
def keep(database):
    def keeping(body, like=None):
        with database.writing() as c:
            return snapshots.keep(c, body, like=like)

    return keeping


@pytest.fixture
def load(database):
    def loading(sha256):
        with database.reading() as c:
            return snapshots.load(c, sha256)

    return loading


@pytest.fixture
def rows(database):
    def asking():
        with database.reading() as c:
            return {it.sha256: it for it in c.execute(text("SELECT sha256, keyframe, data FROM snapshot"))}

    return asking


@pytest.mark.parametrize("body", [b"", b"x", b"\xff\x00" * 9, page(), random.Random(1).randbytes(300_000)])
def test_a_body_comes_back_by_its_hash(keep, load, body):
    sha256 = keep(body)
    assert sha256 == hashlib.sha256(body).hexdigest()
    assert load(sha256) == body


@pytest.mark.parametrize("first", [b"", b"x", b"1234567"])
def test_tiny_bodies_are_followed_by_any_other(keep, load, first):
    like = keep(first)
    assert load(keep(page(), like)) == page()


def test_a_body_is_kept_once(keep, rows):
    assert keep(page()) == keep(page())
    assert len(rows()) == 1


def test_versions_of_a_page_are_small_deltas_of_one_keyframe(keep, load, rows):
    like = first = keep(page())
    for number in range(1, 6):
        like = keep(page(number), like)
        assert load(like) == page(number)
    kept = rows()
    assert {it.keyframe for it in kept.values()} == {None, first}
    deltas = [len(it.data) for it in kept.values() if it.keyframe]
    assert max(deltas) < len(kept[first].data) / 50


def test_every_frame_carries_a_checksum(keep, rows):
    keep(page(1), keep(page()))
    assert [get_frame_parameters(it.data).has_checksum for it in rows().values()] == [True, True]


def test_a_page_that_differs_much_becomes_a_keyframe(keep, rows):
    other = keep(random.Random(2).randbytes(20_000), keep(page()))
    assert rows()[other].keyframe is None


def test_a_keyframe_with_its_share_of_deltas_is_followed_by_a_new_one(keep, rows, monkeypatch):
    monkeypatch.setattr(snapshots, "MOST_DELTAS", 3)
    like = keep(page())
    for number in range(1, 8):
        like = keep(page(number), like)
    assert [it.keyframe is None for it in map(rows().get, map(sha_of, range(8)))] == [True, False, False, False] * 2


def sha_of(number):
    return hashlib.sha256(page(number)).hexdigest()


def break_one(database, sha256):
    """Turns one byte in the middle of a frame."""
    with database.writing() as c:
        data = bytearray(c.execute(text("SELECT data FROM snapshot WHERE sha256 = :it"), {"it": sha256}).scalar())
        data[len(data) // 2] ^= 1
        c.execute(text("UPDATE snapshot SET data = :data WHERE sha256 = :it"), {"data": bytes(data), "it": sha256})


def test_damage_is_noticed_and_does_not_spread(database, keep, load):
    first = keep(page())
    broken, whole = keep(page(1), first), keep(page(2), first)
    break_one(database, broken)
    with pytest.raises(DatabaseDamaged, match=broken):
        load(broken)
    assert load(whole) == page(2)


def test_a_damaged_keyframe_keeps_no_new_body_out(database, keep, load):
    first = keep(page())
    break_one(database, first)
    second = keep(page(1), first)
    assert load(second) == page(1)


def test_a_frame_of_another_body_is_noticed(database, keep, load):
    one, other = keep(b"one" * 9), keep(b"two" * 9)
    with database.writing() as c:
        swap = "UPDATE snapshot SET data = (SELECT data FROM snapshot WHERE sha256 = :other) WHERE sha256 = :one"
        c.execute(text(swap), {"one": one, "other": other})
    with pytest.raises(DatabaseDamaged):
        load(one)


def test_a_snapshot_that_is_not_there_is_said(load):
    with pytest.raises(DatabaseDamaged, match="missing"):
        load("0" * 64)
