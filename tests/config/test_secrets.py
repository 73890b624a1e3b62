"""Secrets never show, and the places they are read from say in one line when they hold none."""

import os
from pathlib import Path

import pytest

from config.errors import ConfigError
from config.loading import load
from config.secrets import Secret
from config.targets import TargetSettings

URL = "slack://tokenA/tokenB/tokenC"


def target(tmp_path: Path, line: str) -> TargetSettings:
    file = tmp_path / "monitor.toml"
    file.write_text(f'\n[[notify.targets]]\nname = "team"\n{line}\n')
    return load(file, environ={}).notify.targets[0]


def test_a_secret_shows_nowhere_but_when_revealed(tmp_path):
    secret = Secret(URL)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret:>40}", "%s %r" % (secret, secret)]  # noqa: UP031 - logging formats so
    settings = target(tmp_path, f'url = "{URL}"')
    shown += [repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json(fallback=str)]
    assert "token" not in "".join(shown)
    assert secret.reveal() == URL
    assert str(Secret("")) == ""


def test_secrets_are_equal_by_value():
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1


def test_an_url_is_read_from_a_file_beside_the_configuration(tmp_path):
    (tmp_path / "team-url").write_text(f"{URL}\n")
    assert target(tmp_path, 'url_file = "team-url"').resolved_url({}).reveal() == URL
    assert target(tmp_path, f'url_file = "{tmp_path}/team-url"').resolved_url({}).reveal() == URL


def test_an_url_is_read_from_the_environment(tmp_path):
    assert target(tmp_path, 'url_env = "TEAM"').resolved_url({"TEAM": URL}).reveal() == URL


def test_an_url_is_read_from_a_systemd_credential(tmp_path):
    (tmp_path / "creds").mkdir()
    (tmp_path / "creds/team-url").write_text(URL)
    environ = {"CREDENTIALS_DIRECTORY": str(tmp_path / "creds")}
    assert target(tmp_path, 'url_credential = "team-url"').resolved_url(environ).reveal() == URL


def test_a_database_url_is_read_like_any_secret(tmp_path):
    (tmp_path / "db").write_text("sqlite:///x")
    file = tmp_path / "monitor.toml"
    file.write_text('[database]\nurl_file = "db"\n')
    assert load(file, environ={}).database.resolved_url({}) == "sqlite:///x"


@pytest.mark.parametrize(
    ("line", "content", "said"),
    [
        (
            'url_env = "TEAM"',
            None,
            "url_env: the environment variable TEAM is not set or empty; allowed: a set variable",
        ),
        ('url_file = "none"', None, "cannot read the secret file"),
        ('url_file = "team-url"', b"", "holds nothing; allowed: one line"),
        ('url_file = "team-url"', b"slack://token\nslack://token\n", "holds more than one line; allowed"),
        ('url_file = "team-url"', b"\xfftoken", "is not text; allowed: one line of UTF-8 text"),
        ('url_credential = "team"', None, "credential team asked for, but $CREDENTIALS_DIRECTORY is not set; allowed"),
    ],
)
def test_a_secret_that_cannot_be_read_is_one_line_with_its_place(tmp_path, line, content, said):
    if content is not None:
        (tmp_path / "team-url").write_bytes(content)
    settings = target(tmp_path, line)
    with pytest.raises(ConfigError) as error:
        settings.resolved_url({"TEAM": " "})
    text = str(error.value)
    assert text.startswith(f"{tmp_path}/monitor.toml:2: notify.targets[0].url_")
    assert said in text
    assert "token" not in text
    assert text.isprintable()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_secret_file_is_one_line(tmp_path):
    (tmp_path / "team-url").write_text(URL)
    (tmp_path / "team-url").chmod(0)
    with pytest.raises(ConfigError, match="Permission denied"):
        target(tmp_path, 'url_file = "team-url"').resolved_url({})
