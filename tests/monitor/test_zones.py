"""The user's zone."""

from zoneinfo import ZoneInfoNotFoundError

import pytest

from monitor import zones


@pytest.fixture(autouse=True)
def _fresh():
    zones.zone_named.cache_clear()
    yield
    zones.zone_named.cache_clear()


def test_a_name_is_a_zone():
    assert str(zones.zone_named("America/New_York")) == "America/New_York"


def test_a_wrong_name_is_refused():
    with pytest.raises(ZoneInfoNotFoundError):
        zones.zone_named("Nowhere/Atlantis")


@pytest.mark.parametrize("given", ["Asia/Tokyo", ":Asia/Tokyo"])
def test_no_name_is_the_zone_that_the_environment_names(given, monkeypatch):
    monkeypatch.setenv("TZ", given)
    assert str(zones.zone_named("")) == "Asia/Tokyo"


def test_else_the_one_that_the_system_links_to(tmp_path, monkeypatch):
    zone = tmp_path / "zoneinfo" / "Europe" / "Paris"
    zone.parent.mkdir(parents=True)
    zone.touch()
    link = tmp_path / "localtime"
    link.symlink_to(zone)
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(zones, "_SYSTEM", link)
    assert str(zones.zone_named("")) == "Europe/Paris"


@pytest.mark.parametrize("content", [None, b"no zone"])
def test_else_utc(content, tmp_path, monkeypatch):
    file = tmp_path / "localtime"
    if content:
        file.write_bytes(content)
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(zones, "_SYSTEM", file)
    assert str(zones.zone_named("")) == "UTC"
