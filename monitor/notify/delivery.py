"""One attempt to deliver one message to one target. The only home of apprise.

apprise knows how to speak to its services; when and how often is decided elsewhere (`monitor.notify.sender`): its own
retries are off. It reads and writes no file here, follows no redirect, and what it logs never leaves this package.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from email.errors import MessageError
from functools import lru_cache, partial
from typing import Any

import apprise
from apprise.plugins.email.base import NotifyEmail, PGPMode

from config.errors import ConfigError
from config.targets import TargetSettings
from monitor.notify.answers import DeliveryResult, Overheard, no_answer, overhearing
from monitor.notify.attachments import NONE, Attachment, Attachments, noted
from monitor.notify.mail import Route, compose_mail, submit
from monitor.notify.redaction import redacted, secret_parts
from monitor.notify.rendering import Message, sample
from monitor.notify.room import in_room
from monitor.notify.services import as_attached, name_message, takes_files, takes_files_together
from monitor.vocabulary import Severity

#: Sockets give up before the whole attempt does, so that the answer says what was waited for.
_SOCKET_SHARE = 0.8
#: A host may have several addresses, and each is tried.
_CONNECT_SHARE = 0.3
#: Between the requests of one message (pieces, files). apprise takes five seconds and more, which is too slow for us.
_APART_SECONDS = 0.5
#: Sinks that take less in one message get its beginning rather than a row of pieces.
_SHORT = 1000
_COLOURS = {
    Severity.CRITICAL: apprise.NotifyType.FAILURE,
    Severity.HIGH: apprise.NotifyType.WARNING,
    Severity.MEDIUM: apprise.NotifyType.INFO,
    Severity.LOW: apprise.NotifyType.INFO,
}


async def deliver(
    target: TargetSettings, message: Message, *, seconds: float, now: datetime, attachments: Attachments = NONE
) -> DeliveryResult:
    """Try once to deliver a message.

    Args:
        target: where to; its URL is read anew, so that a rotated secret file is seen.
        message: in all forms; the target's service decides which one it gets.
        seconds: after which the attempt is over. What was begun cannot be called back: the result is `unknown`.
        now: the mail's date.
        attachments: what goes along where the service takes files.

    Returns:
        How it ended. Nothing is raised for what a target, a network or an URL does.
    """
    overheard = Overheard()
    attempt = _Attempt(message=message, attachments=attachments, overheard=overheard, seconds=seconds, now=now)
    try:
        return await asyncio.wait_for(_in_thread(partial(_made, target, attempt)), seconds)
    except TimeoutError:
        if attempt.taken:
            return attempt.taken
        answer = no_answer(target.name) if overheard.left else f"{target.name} could not be reached"
        return DeliveryResult(ok=False, answer=f"{answer} ({seconds:g} s)", unknown=overheard.left)


async def send_sample(target: TargetSettings, zone: tzinfo, *, seconds: float, now: datetime) -> DeliveryResult:
    """Try once to deliver a sample: the answer is the target's own."""
    return await deliver(target, sample(target.name, zone, now), seconds=seconds, now=now)


@dataclass(slots=True, kw_only=True)
class _Attempt:
    """One attempt: what is to arrive, and how far it came."""

    message: Message
    attachments: Attachments
    overheard: Overheard
    seconds: float
    now: datetime
    #: The words arrived; files may be on their way.
    taken: DeliveryResult | None = None


def _made(target: TargetSettings, attempt: _Attempt) -> DeliveryResult:
    """As `deliver`, blocking, and without a limit to the whole; `attempt` tells others how far it came."""
    try:
        url = target.resolved_url().reveal()
    except ConfigError as error:
        return DeliveryResult(ok=False, answer=str(error))
    with overhearing(attempt.overheard):
        service = apprise.Apprise.instantiate(url, asset=_asset())
        if service is None:
            secrets = secret_parts(url)
            result = DeliveryResult(
                ok=False, answer=f"apprise cannot use the URL of this target: {attempt.overheard.last_line}"
            )
        elif isinstance(service, NotifyEmail):
            secrets = tuple(part for part in (url, service.password) if part)
            result = _mailed(service, attempt)
        else:
            secrets = secret_parts(url, open_parts=_open_parts(service))
            result = _told(service, attempt, url)
    return replace(result, answer=redacted(result.answer, secrets))


def _mailed(service: NotifyEmail, attempt: _Attempt) -> DeliveryResult:
    if service.pgp_mode != PGPMode.NONE:
        return DeliveryResult(ok=False, answer="the URL asks for pgp, which this program does not offer; remove pgp=")
    route, files = _route(service), attempt.attachments.files
    message = noted(attempt.message, attempt.attachments)
    try:
        mails = [compose_mail(message, route, attempt.now, it) for it in ((files, ()) if files else ((),))]
    except (MessageError, ValueError) as error:
        return DeliveryResult(ok=False, answer=f"an address or header in the URL fits no mail: {error}")
    sends = [partial(submit, mail, route, seconds=attempt.seconds * _SOCKET_SHARE) for mail in mails]
    # A mailbox that is full refuses messages in the same words: for the worker it is the target that fails.
    return replace(_without_files(sends), about_message=False)


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


def _told(service: apprise.NotifyBase, attempt: _Attempt, url: str) -> DeliveryResult:
    """The words, then the files where these go by themselves: what comes of the files changes nothing for the words."""
    name_message(service, attempt.message.id)
    service.request_rate_per_sec = min(service.request_rate_per_sec, _APART_SECONDS)
    service.socket_connect_timeout = attempt.seconds * _CONNECT_SHARE
    service.socket_read_timeout = attempt.seconds * _SOCKET_SHARE
    wanted = attempt.attachments if takes_files(service) else NONE
    together = takes_files_together(service)
    message = noted(attempt.message, wanted)
    parts = (wanted.files, ()) if together and wanted.files else ((),)
    words = [partial(_send_words, service, message, url, files) for files in parts]
    result = _without_files([partial(_answered, send, attempt.overheard, attempt.now) for send in words])
    if result.ok and wanted.files and not together:
        attempt.taken = replace(result, answer="accepted; the files did not arrive in time")
        files = _answered(partial(_send_files, service, wanted.files), attempt.overheard, attempt.now)
        return result if files.ok else replace(result, answer=f"accepted without the files: {files.answer}")
    return result


def _without_files(sends: Sequence[Callable[[], DeliveryResult]]) -> DeliveryResult:
    """What comes of a message with its files; where it is refused for what it is, of the message alone."""
    first, *alone = sends
    result = first()
    for send in alone:
        if not result.ok and result.about_message:
            again = send()
            return replace(again, answer=f"accepted without the files: {result.answer}") if again.ok else again
    return result


def _answered(send: Callable[[], bool], overheard: Overheard, now: datetime) -> DeliveryResult:
    overheard.anew()
    try:
        ok = send()
    except Exception as error:  # noqa: BLE001 - 140 services of others: what one raises is its answer
        return DeliveryResult(ok=False, answer=f"{type(error).__name__}: {error}")
    return overheard.result(ok=ok, now=now)


def _send_words(service: apprise.NotifyBase, message: Message, url: str, files: Sequence[Attachment]) -> bool:
    """Hand the message to one of apprise's services, in the form that it takes."""
    plain = _takes_plain_text(service)
    body_format = apprise.NotifyFormat.TEXT if plain else apprise.NotifyFormat.MARKDOWN
    cut_as_asked = "overflow=" in url
    title, body = (
        (message.chat_title, message.chat_text if plain else message.markdown)
        if cut_as_asked
        else in_room(service, message, body_format)
    )
    return bool(
        service.notify(
            title=title,
            body=body,
            body_format=body_format,
            notify_type=_COLOURS[message.severity],
            overflow=None if cut_as_asked else _overflow(service),
            attach=as_attached(files) if files else None,
        )
    )


def _send_files(service: apprise.NotifyBase, files: Sequence[Attachment]) -> bool:
    return bool(service.notify(body="", attach=as_attached(files), overflow=apprise.OverflowMode.SPLIT))


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
