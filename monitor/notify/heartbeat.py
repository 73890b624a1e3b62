"""Calls the URL of a dead-man's-switch service: a call that stays away raises its alarm.

The URL is a secret: what goes wrong is logged without it, once until it goes right again. Nobody waits for the call.
"""

import asyncio
import logging
import threading
from contextlib import suppress
from urllib.parse import urlsplit

import requests

from config.errors import ConfigError
from config.settings import HeartbeatSettings
from monitor.notify.answers import of_exception
from monitor.notify.redaction import redacted, secret_parts

_log = logging.getLogger(__name__)

#: Calls come no oftener.
EVERY_SECONDS = 60.0
_TIMEOUT_SECONDS = 10.0


class Heartbeat:
    """One service that expects to be called."""

    def __init__(self, settings: HeartbeatSettings) -> None:
        #: A new configuration may change them.
        self.settings = settings
        #: On the monotonic clock.
        self._called_at: float | None = None
        self._well = True
        self._call: asyncio.Task[None] | None = None

    def beat(self) -> None:
        """Call now, in the background, unless the last call was less than a minute ago or is still under way."""
        loop = asyncio.get_running_loop()
        early = self._called_at is not None and loop.time() - self._called_at < EVERY_SECONDS
        if early or (self._call and not self._call.done()):
            return
        self._called_at = loop.time()
        self._call = asyncio.create_task(self._tell(), name="heartbeat")

    async def _tell(self) -> None:
        try:
            failure = await asyncio.wait_for(_in_thread(self.settings), _TIMEOUT_SECONDS)
        except TimeoutError:
            failure = f"no answer within {_TIMEOUT_SECONDS:g} s"
        if failure and self._well:
            _log.warning("the heartbeat is not heard: %s", failure)
        elif not failure and not self._well:
            _log.info("the heartbeat is heard again")
        self._well = not failure


def call(settings: HeartbeatSettings) -> str:
    """Call the URL once; blocks.

    Args:
        settings: its URL is read anew, so that a rotated secret file is seen; without one nobody is called.

    Returns:
        What went wrong, in one line without the secret; empty where the call was heard.
    """
    try:
        url = settings.resolved_url().reveal()
    except ConfigError as error:
        return str(error)
    if not url:
        return ""
    where = urlsplit(url).netloc.rpartition("@")[2]
    try:
        with requests.get(url, timeout=_TIMEOUT_SECONDS, allow_redirects=False, stream=True) as response:
            failure = "" if response.ok and not response.is_redirect else f"HTTP {response.status_code}"
    except (requests.RequestException, OSError, ValueError) as error:
        failure = of_exception(error, where).answer
    return redacted(failure, secret_parts(url, open_parts=(where, *where.rsplit(":", 1))))


async def _in_thread(settings: HeartbeatSettings) -> str:
    """In a thread of its own, which does not keep the process from ending."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[str] = loop.create_future()

    def settle(failure: str) -> None:
        if not future.done():
            future.set_result(failure)

    def work() -> None:
        try:
            failure = call(settings)
        except Exception as error:  # noqa: BLE001 - a thread has nobody to raise it to, and its words may hold the URL
            failure = type(error).__name__
        with suppress(RuntimeError):  # nobody waits any more: the loop is closed
            loop.call_soon_threadsafe(settle, failure)

    threading.Thread(target=work, daemon=True, name="heartbeat").start()
    return await future
