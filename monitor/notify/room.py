"""A message as a service has room for it: cut by us at whole changes, not by apprise in the middle of one."""

import apprise
from apprise.conversion import convert_between

from monitor.notify.escaping import chat, shortened
from monitor.notify.rendering import Message

#: What services take beyond apprise's knowledge: in a Slack section 3,000 characters; ntfy makes files of more than
#: 4,096 bytes; Mattermost folds up posts of more than 4,000 characters.
_LIMITS = {"slack": 3000, "ntfy": 4096, "mattermost": 4000}
_IN_BYTES = frozenset({"ntfy"})
#: Where there is room for so little, the title goes: the text says the same.
_SMALL = 400
#: What apprise puts between title and text.
_MARGIN = 8


def in_room(service: apprise.NotifyBase, message: Message, body_format: apprise.NotifyFormat) -> tuple[str, str]:
    """Title and text of a message, as much as a service takes at once.

    Args:
        service: any of apprise's.
        message: in all forms.
        body_format: TEXT or MARKDOWN.

    Returns:
        Both escaped for chats; the title is "" where there is no room for one.
    """
    kind = type(service).__module__.removeprefix("apprise.plugins.").partition(".")[0]
    limit = min(service.body_maxlen, _LIMITS.get(kind, service.body_maxlen))
    title = "" if limit < _SMALL else _title(service, message)

    def size(text: str) -> int:
        sent = service.dialect_convert(_converted(service, text, body_format), service.resolve_format(body_format))
        return max(_measured(it, kind) for it in (text, sent))

    forms = message.chat_forms if body_format == apprise.NotifyFormat.TEXT else message.markdown_forms
    return title, forms.within(limit - (_measured(title, kind) + _MARGIN if title else 0), size)


def _title(service: apprise.NotifyBase, message: Message) -> str:
    """No longer than the service's titles, where it has any."""
    most = service.title_maxlen or len(message.chat_title)
    marks = len(message.chat_title) - len(message.title)
    return message.chat_title if len(message.chat_title) <= most else chat(shortened(message.title, most - marks))


def _converted(service: apprise.NotifyBase, text: str, body_format: apprise.NotifyFormat) -> str:
    """As apprise turns it into the service's own format."""
    return str(convert_between(body_format, service.resolve_format(body_format), text))  # type: ignore[no-untyped-call] # apprise's own


def _measured(text: str, kind: str) -> int:
    return len(text.encode()) if kind in _IN_BYTES else len(text)
