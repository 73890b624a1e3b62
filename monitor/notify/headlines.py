"""The few words that head a message, by kind and direction of the change."""

from monitor.vocabulary import Direction, Kind

_BY_KIND = {
    Kind.CLOSED: "Applications closed",
    Kind.OPENED: "Applications open",
    Kind.REOPENED: "Applications open again",
    Kind.REMOVED: "Posting removed",
    Kind.RESTORED: "Posting back",
    Kind.PAY_CHANGED: "Pay changed",
    Kind.DEADLINE_CHANGED: "Deadline changed",
    Kind.TITLE_CHANGED: "Title changed",
    Kind.ORGANIZATION_CHANGED: "Organization changed",
    Kind.LOCATION_CHANGED: "Location changed",
    Kind.WORKPLACE_CHANGED: "Workplace changed",
    Kind.EMPLOYMENT_TYPE_CHANGED: "Employment type changed",
    Kind.START_CHANGED: "Start changed",
    Kind.APPLY_CHANGED: "Where to apply changed",
    Kind.DESCRIPTION_CHANGED: "Text changed",
    Kind.POSTING_ADDED: "New posting",
    Kind.POSTING_REMOVED: "Posting gone from the board",
    Kind.REPOSTED: "Posted again",
    Kind.SOURCES_DISAGREE: "Sources disagree",
    Kind.SOURCES_AGREE: "Sources agree again",
    Kind.DEADLINE_SOON: "Deadline soon",
    Kind.DEADLINE_PASSED: "Deadline passed",
    Kind.UNREACHABLE: "Cannot be read",
    Kind.BLOCKED: "We are blocked",
    Kind.RECOVERED: "Can be read again",
}

_BY_DIRECTION = {
    (Kind.PAY_CHANGED, Direction.ADDED): "Pay given",
    (Kind.PAY_CHANGED, Direction.REMOVED): "Pay no longer given",
    (Kind.PAY_CHANGED, Direction.RAISED): "Pay raised",
    (Kind.PAY_CHANGED, Direction.CUT): "Pay cut",
    (Kind.PAY_CHANGED, Direction.WIDENED): "Pay range widened",
    (Kind.PAY_CHANGED, Direction.NARROWED): "Pay range narrowed",
    (Kind.PAY_CHANGED, Direction.RESTRUCTURED): "Pay restructured",
    (Kind.DEADLINE_CHANGED, Direction.ADDED): "Deadline given",
    (Kind.DEADLINE_CHANGED, Direction.REMOVED): "Deadline no longer given",
    (Kind.DEADLINE_CHANGED, Direction.EXTENDED): "Deadline extended",
    (Kind.DEADLINE_CHANGED, Direction.BROUGHT_FORWARD): "Deadline brought forward",
    (Kind.DEADLINE_CHANGED, Direction.CLARIFIED): "Deadline clarified",
}

#: Sections that have a name of their own; "other" has none.
_SECTIONS = {
    "about": "About",
    "responsibilities": "Responsibilities",
    "requirements": "Requirements",
    "benefits": "Benefits",
    "location": "Location text",
    "pay": "Pay text",
}


def headline(kind: Kind, direction: str | None, field: str | None) -> str:
    """What happened, in a few words: "Pay raised", "Requirements changed"."""
    if kind is Kind.DESCRIPTION_CHANGED and field in _SECTIONS:
        return f"{_SECTIONS[field]} changed"
    if direction is not None:
        return _BY_DIRECTION.get((kind, Direction(direction)), _BY_KIND[kind])
    return _BY_KIND[kind]
