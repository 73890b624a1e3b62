"""One attempt to deliver one message to one target. The only home of apprise.

apprise knows how to speak to its services; when and how often is decided elsewhere (`monitor.notify.sender`): its own
retries are off. It reads and writes no file here, follows no redirect, and what it logs never leaves this package.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, tzinfo
from email.errors import MessageError
from functools import lru_cache, partial
from typing import Any

import apprise
from apprise.plugins.email.base import NotifyEmail, PGPMode

from config.errors import ConfigError
from config.settings import TargetSettings
from monitor.notify.answers import DeliveryResult, Overheard, no_answer, overhearing
from monitor.notify.mail import Route, compose_mail, submit
from monitor.notify.redaction import redacted, secret_parts
from monitor.notify.rendering import Message, sample
from monitor.vocabulary import Severity

#: Sockets give up before the whole attempt does, so that the answer says what was waited for.
_SOCKET_SHARE = 0.8
#: A host may have several addresses, and each is tried.
_CONNECT_SHARE = 0.3
#: Sinks that take less in one message get its beginning rather than a row of pieces.
_SHORT = 1000
_COLOURS = {
    Severity.CRITICAL: apprise.NotifyType.FAILURE,
    Severity.HIGH: apprise.NotifyType.WARNING,
    Severity.MEDIUM: apprise.NotifyType.INFO,
    Severity.LOW: apprise.NotifyType.INFO,
}


async def deliver(target: TargetSettings, message: Message, *, seconds: float, now: datetime) -> DeliveryResult:
    """Try once to deliver a message.

    Args:
        target: where to; its URL is read anew, so that a rotated secret file is seen.
        message: in all forms; the target's service decides which one it gets.
        seconds: after which the attempt is over. What was begun cannot be called back: the result is `unknown`.
        now: the mail's date.

    Returns:
        How it ended. Nothing is raised for what a target, a network or an URL does.
    """
    overheard = Overheard()
    try:
        return await asyncio.wait_for(_in_thread(partial(_attempt, target, message, overheard, seconds, now)), seconds)
    except TimeoutError:
        answer = no_answer(target.name) if overheard.left else f"{target.name} could not be reached"
        return DeliveryResult(ok=False, answer=f"{answer} ({seconds:g} s)", unknown=overheard.left)


async def send_sample(target: TargetSettings, zone: tzinfo, *, seconds: float, now: datetime) -> DeliveryResult:
    """Try once to deliver a sample: the answer is the target's own."""
    return await deliver(target, sample(target.name, zone, now), seconds=seconds, now=now)


def _attempt(
    target: TargetSettings, message: Message, overheard: Overheard, seconds: float, now: datetime
) -> DeliveryResult:
    """As `deliver`, blocking, and without a limit to the whole; `overheard` tells others how far it came."""
    try:
        url = target.resolved_url().reveal()
    except ConfigError as error:
        return DeliveryResult(ok=False, answer=str(error))
    with overhearing(overheard):
        service = apprise.Apprise.instantiate(url, asset=_asset())
        if service is None:
            secrets = secret_parts(url)
            result = DeliveryResult(
                ok=False, answer=f"apprise cannot use the URL of this target: {overheard.last_line}"
            )
        elif isinstance(service, NotifyEmail):
            secrets = tuple(part for part in (url, service.password) if part)
            result = _mailed(service, message, seconds, now)
        else:
            secrets = secret_parts(url, open_parts=_open_parts(service))
            result = _told(partial(_sent, service, message, url, seconds), overheard, now)
    return replace(result, answer=redacted(result.answer, secrets))


def _mailed(service: NotifyEmail, message: Message, seconds: float, now: datetime) -> DeliveryResult:
    if service.pgp_mode != PGPMode.NONE:
        return DeliveryResult(ok=False, answer="the URL asks for pgp, which this program does not offer; remove pgp=")
    route = _route(service)
    try:
        mail = compose_mail(message, route, now)
    except (MessageError, ValueError) as error:
        return DeliveryResult(ok=False, answer=f"an address or header in the URL fits no mail: {error}")
    return submit(mail, route, seconds=seconds * _SOCKET_SHARE)


def _route(service: Any) -> Route:
    """What apprise's mail service read in the URL; its attributes have no types that hold."""
    return Route(
        host=service.smtp_host,
        port=service.port,
        mode=service.secure_mode,
        user=service.user,
        password=service.password,
        verify=service.verify_certificate,
        sender=(service.from_addr[0] or "", service.from_addr[1]),
        to=tuple((name or "", address) for name, address in service.targets),
        cc=tuple(sorted(service.cc)),
        bcc=tuple(sorted(service.bcc)),
        reply_to=tuple(sorted(service.reply_to)),
        headers=service.headers,
    )


def _told(send: Callable[[], bool], overheard: Overheard, now: datetime) -> DeliveryResult:
    try:
        ok = send()
    except Exception as error:  # noqa: BLE001 - 140 services of others: what one raises is its answer
        return DeliveryResult(ok=False, answer=f"{type(error).__name__}: {error}")
    return overheard.result(ok=ok, now=now)


def _sent(service: apprise.NotifyBase, message: Message, url: str, seconds: float) -> bool:
    """Hand the message to one of apprise's services, in the form that it takes."""
    service.socket_connect_timeout = seconds * _CONNECT_SHARE
    service.socket_read_timeout = seconds * _SOCKET_SHARE
    if isinstance(headers := getattr(service, "headers", None), dict):
        headers.setdefault("Idempotency-Key", message.id)
    plain = _takes_plain_text(service)
    return bool(
        service.notify(
            title=message.chat_title,
            body=message.chat_text if plain else message.markdown,
            body_format=apprise.NotifyFormat.TEXT if plain else apprise.NotifyFormat.MARKDOWN,
            notify_type=_COLOURS[message.severity],
            overflow=None if "overflow=" in url else _overflow(service),
        )
    )


def _takes_plain_text(service: apprise.NotifyBase) -> bool:
    """Whether a service gets plain text: it knows nothing else, or it hands on what it gets and nobody said otherwise.

    A chat that takes both gets CommonMark, because it would read markup into plain text anyway.
    """
    if service.resolve_format(None) != apprise.NotifyFormat.TEXT:
        return False
    formats: Any = service.notify_format
    return apprise.NotifyFormat.MARKDOWN not in formats or apprise.NotifyFormat.HTML in formats


def _overflow(service: apprise.NotifyBase) -> apprise.OverflowMode:
    return apprise.OverflowMode.TRUNCATE if service.body_maxlen < _SHORT else apprise.OverflowMode.SPLIT


def _open_parts(service: apprise.NotifyBase) -> tuple[str | None, ...]:
    """What an answer may name: the host, where the service has one and it is no token."""
    return (service.host, str(service.port)) if "host" in service.template_tokens else ()


@lru_cache(maxsize=1)
def _asset() -> apprise.AppriseAsset:
    """The settings of apprise: no file, retry, template or picture; no redirect, which would take the token along."""
    return apprise.AppriseAsset(
        app_id="monitor",
        app_desc="Watches job postings",
        app_url="",
        allow_templates=False,
        default_service_retry=0,
        http_redirects=False,
        image_url_logo="",
        image_url_mask="",
        interpret_emojis=False,
        interpret_escapes=False,
        pem_autogen=False,
        pgp_autogen=False,
        storage_mode=apprise.PersistentStoreMode.MEMORY,
    )


async def _in_thread(call: Callable[[], DeliveryResult]) -> DeliveryResult:
    """Run what blocks in a thread of its own, which does not keep the process from ending."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[DeliveryResult] = loop.create_future()

    def settle(result: DeliveryResult) -> None:
        if not future.done():
            future.set_result(result)

    def work() -> None:
        try:
            result = call()
        except Exception as error:  # noqa: BLE001 - a thread has nobody to raise it to
            result = DeliveryResult(ok=False, answer=type(error).__name__)
        with suppress(RuntimeError):  # nobody waits any more: the loop is closed
            loop.call_soon_threadsafe(settle, result)

    threading.Thread(target=work, daemon=True, name="delivery").start()
    return await future
