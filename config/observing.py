"""How the program is watched: its log, its metrics."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from config.fields import check_bind, setting
from config.tables import Table

LogFormat = Literal["auto", "text", "json", "journal"]


def _bind_or_none(text: str) -> str:
    return text and check_bind(text)


class LogSettings(Table):
    """What `run`, `check` and other verbs that stay long log."""

    format: LogFormat = setting(
        "auto",
        "How lines look; auto: fields for the journal where systemd connected it, else text.",
        '"auto", "text", "json" or "journal"',
    )


class MetricsSettings(Table):
    """Numbers for Prometheus."""

    bind: Annotated[str, AfterValidator(_bind_or_none)] = setting(
        "",
        "Address and port where `run` serves metrics; empty: nowhere. Needs the extra `metrics`.",
        'empty or "ADDRESS:PORT" ("127.0.0.1:9464")',
    )
