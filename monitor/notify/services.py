"""What apprise's services get beside the words of a message: an id that they know again, and files."""

from collections.abc import Sequence

import apprise
from apprise.attachment.memory import AttachMemory

from monitor.notify.attachments import Attachment

#: Services that know a message again by a key, and the attribute that holds it (apprise's own names). A second message
#: with the same key joins the first.
_KEYS = {
    "firehydrant": "dedup",
    "goalert": "dedup",
    "ilert": "dedup",
    "incidentio": "dedup",
    "jira": "alias",
    "opsgenie": "alias",
    "pagerduty": "dedup",
    "signl4": "external_id",
    "squadcast": "dedup",
}
#: Services that take words and files in one request.
_TOGETHER = frozenset(
    {
        "apprise_api",
        "brevo",
        "custom_form",
        "custom_json",
        "custom_xml",
        "groundmail",
        "mailersend",
        "mailgun",
        "postmark",
        "resend",
        "sendgrid",
        "sendpulse",
        "ses",
        "signal_api",
        "smtp2go",
        "sparkpost",
    }
)
#: Services that take files by themselves: after the words, so that files which are refused neither keep the words away
#: nor send them twice.
_APART = frozenset({"discord", "mattermost", "ntfy", "pushbullet", "telegram"})


def name_message(service: apprise.NotifyBase, message_id: str) -> None:
    """Gives a service the message's id, in the form that it knows; what the user's URL says stays."""
    if isinstance(headers := getattr(service, "headers", None), dict):
        headers.setdefault("Idempotency-Key", message_id)
    key = _KEYS.get(_kind(service))
    if key and not getattr(service, key):
        setattr(service, key, message_id)


def takes_files(service: apprise.NotifyBase) -> bool:
    """Whether a service takes files of any kind, as far as it is known to take them well."""
    return bool(service.attachment_support) and _kind(service) in _TOGETHER | _APART


def takes_files_together(service: apprise.NotifyBase) -> bool:
    """Whether it takes them in one request with the words."""
    return _kind(service) in _TOGETHER


def as_attached(files: Sequence[Attachment]) -> apprise.AppriseAttachment:
    """Files as apprise has them; they stay in memory."""
    return apprise.AppriseAttachment([_in_memory(file) for file in files])


def _in_memory(file: Attachment) -> AttachMemory:
    return AttachMemory(content=file.content, name=file.name, mimetype=file.media_type)  # type: ignore[no-untyped-call] # apprise's own


def _kind(service: apprise.NotifyBase) -> str:
    """A service's name among apprise's plugins."""
    return type(service).__module__.removeprefix("apprise.plugins.").partition(".")[0]
