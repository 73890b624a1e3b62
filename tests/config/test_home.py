import pytest

from config import home as module
from config.errors import ConfigError
from config.home import home
from config.loading import find
from config.settings import state_folder


@pytest.fixture
def homeless(monkeypatch):
    """A user that the system does not know."""

    def unknown():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(module.Path, "home", unknown)


def test_what_the_environment_says_counts_first(tmp_path):
    assert home({"HOME": str(tmp_path)}) == tmp_path


def test_a_user_without_a_home_is_no_error_where_none_is_needed(homeless, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert home({}) is None
    assert find(environ={}) is None or str(find(environ={})).startswith("/etc")
    assert state_folder({"STATE_DIRECTORY": str(tmp_path)}) == tmp_path
    assert state_folder({"XDG_STATE_HOME": str(tmp_path)}) == tmp_path / "monitor"


def test_a_database_without_a_place_is_said(homeless):
    with pytest.raises(ConfigError, match="no home"):
        state_folder({})
