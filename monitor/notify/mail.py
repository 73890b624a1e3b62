"""Mail: one message of text and HTML to all recipients of a target, in one SMTP transaction.

apprise reads the URL (servers, addresses, modes); the message is made and sent here, because its mail service makes a
new Message-ID for every attempt, its text part from our HTML, and nothing known of why a server refused.
"""

import smtplib
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any, Literal

from monitor.notify.answers import DeliveryResult, leaving, no_answer, of_exception
from monitor.notify.attachments import Attachment
from monitor.notify.escaping import header
from monitor.notify.rendering import Message
from monitor.notify.rules import ID_DOMAIN

#: Too large; and what is said of a message's words and files once the server has them (RFC 5321, 4.2.3).
_ABOUT_SIZE = frozenset({552})
_ABOUT_MESSAGE = frozenset({550, 552, 554})
#: Header lines are folded at 78 characters and all is ASCII, so that no server has to know SMTPUTF8 or 8BITMIME.
_POLICY = policy.SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """Where mail goes in and to whom it goes."""

    host: str
    port: int
    mode: Literal["insecure", "starttls", "ssl"]
    user: str | None
    password: str | None
    verify: bool
    #: A name (or "") and an address each.
    sender: tuple[str, str]
    to: tuple[tuple[str, str], ...]
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    reply_to: tuple[str, ...] = ()
    #: Further headers that the URL asks for.
    headers: Mapping[str, str]

    @property
    def where(self) -> str:
        """The server, for people."""
        return f"{self.host}:{self.port}"

    @property
    def recipients(self) -> list[str]:
        """Every address that the server is given."""
        return [*(address for _, address in self.to), *self.cc, *self.bcc]


def compose_mail(message: Message, route: Route, now: datetime, files: Sequence[Attachment] = ()) -> EmailMessage:
    """The mail, as multipart/alternative of text and HTML; files go beside it and are never shown as part of it."""
    mail = EmailMessage(policy=_POLICY)
    mail["Subject"] = header(message.title)
    mail["From"] = _address(*route.sender)
    mail["To"] = [_address(*it) for it in route.to]
    if route.cc:
        mail["Cc"] = [_address("", it) for it in route.cc]
    if route.reply_to:
        mail["Reply-To"] = [_address("", it) for it in route.reply_to]
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{message.id}>"
    if message.thread:
        mail["References"] = f"<{message.thread}@{ID_DOMAIN}>"
    mail["Auto-Submitted"] = "auto-generated"
    for name, value in route.headers.items():
        if name not in mail:
            mail[name] = " ".join(value.split())
    mail.set_content(message.text)
    mail.add_alternative(message.html, subtype="html")
    for file in files:
        maintype, _, subtype = file.media_type.partition("/")
        mail.add_attachment(
            file.content, maintype=maintype, subtype=subtype, filename=file.name, params={"charset": "utf-8"}
        )
    return mail


def submit(mail: EmailMessage, route: Route, *, seconds: float) -> DeliveryResult:
    """Give a mail to the server; blocks for at most `seconds` at each step.

    Returns:
        The server's answer. Silence after the message was handed over is `unknown`.
    """
    smtp: _Submission | None = None
    try:
        smtp = _connected(route, seconds)
        refused = smtp.sendmail(route.sender[1], route.recipients, mail.as_bytes())
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return _failure(error, route, handed_over=smtp is not None and smtp.handed_over)
    finally:
        if smtp is not None:
            _leave(smtp)
    return DeliveryResult(ok=True, answer=_refusals(refused) or f"accepted by {route.where}")


class _Submission(smtplib.SMTP):
    """Knows whether the server was asked to take the message."""

    handed_over = False

    def data(self, msg: Any) -> tuple[int, bytes]:
        self.handed_over = True
        leaving()
        return super().data(msg)


class _SecureSubmission(_Submission, smtplib.SMTP_SSL):
    """With TLS from the first byte."""


def _connected(route: Route, seconds: float) -> _Submission:
    context = ssl.create_default_context()
    if not route.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if route.mode == "ssl":
        smtp: _Submission = _SecureSubmission(route.host, route.port, timeout=seconds, context=context)
    else:
        smtp = _Submission(route.host, route.port, timeout=seconds)
    try:
        if route.mode == "starttls":
            smtp.starttls(context=context)
        if route.user and route.password:
            smtp.login(route.user, route.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _leave(smtp: smtplib.SMTP) -> None:
    """What the server says to our farewell changes nothing."""
    with suppress(smtplib.SMTPException, OSError):
        smtp.quit()
    smtp.close()


def _failure(error: Exception, route: Route, *, handed_over: bool) -> DeliveryResult:
    if handed_over and isinstance(error.__context__, TimeoutError):
        return DeliveryResult(ok=False, answer=no_answer(route.where), unknown=True)
    about_message = False
    match error:
        case smtplib.SMTPRecipientsRefused():
            answer = _refusals(error.recipients)
        case smtplib.SMTPResponseException():
            answer = _reply(error.smtp_code, error.smtp_error)
            about_message = error.smtp_code in _ABOUT_SIZE or (handed_over and error.smtp_code in _ABOUT_MESSAGE)
        case smtplib.SMTPNotSupportedError() if route.mode == "starttls":
            answer = f"{route.where} offers no STARTTLS; say mode=ssl or mode=insecure in the URL if that is right"
        case smtplib.SMTPServerDisconnected() if isinstance(error.__context__, TimeoutError):
            answer = f"{route.where} did not answer in time"
        case smtplib.SMTPServerDisconnected():
            answer = f"{route.where} closed the connection: {error}"
        case smtplib.SMTPException():
            answer = f"{type(error).__name__}: {error}"
        case _:
            return of_exception(error, route.where)
    return DeliveryResult(ok=False, answer=answer, about_message=about_message)


def _refusals(refused: Mapping[str, tuple[int, bytes]]) -> str:
    return "; ".join(f"{address}: {_reply(*reply)}" for address, reply in refused.items())


def _reply(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())}"


def _address(name: str, address: str) -> Address:
    return Address(display_name=name, addr_spec=address)
