"""What every kind of change means, in words: docs/changes.md has its table from here (`python docs/kinds.py`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from monitor.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Described:
    """A kind in words."""

    when: str
    #: What looks like it and is none; "" where nothing does.
    not_counted: str = ""


DESCRIBED: Mapping[Kind, Described] = {
    Kind.CLOSED: Described(
        "the posting itself, or its applicant system, says that it takes no more applications, or has paused them",
        'the word "closed" elsewhere on the page; fields that the page drops as it closes',
    ),
    Kind.OPENED: Described(
        "applications were announced, and are taken now",
        "a posting that was open, or of which nothing was known",
    ),
    Kind.REOPENED: Described(
        "applications are taken again, or the closed notice is gone from a page that is otherwise the posting",
        "an announcement that they will be",
    ),
    Kind.REMOVED: Described(
        '404, 410, a "not found" page, a redirect to the listing, the home page or another posting; told '
        "after a second look",
        "one look alone; errors, time-outs and maintenance pages",
    ),
    Kind.RESTORED: Described(
        "a removed page can be read again; what changed meanwhile is told too",
        "a page that was missing once and back at the second look",
    ),
    Kind.PAY_CHANGED: Described(
        "the pay means something else",
        "other words for the same pay; a unit or currency that was implied and is now written; a bonus or allowance "
        "beside the pay, which `description_changed` tells",
    ),
    Kind.DEADLINE_CHANGED: Described(
        "the last moment to apply is another instant",
        "the same instant in another zone or format; a time that became its date",
    ),
    Kind.TITLE_CHANGED: Described(
        "another title; on a board, another title at the same address",
        'case, white space, punctuation; "(m/w/d)" and the like',
    ),
    Kind.ORGANIZATION_CHANGED: Described(
        "another employer",
        '"Inc.", "GmbH & Co. KG", "S.p.A." and the like',
    ),
    Kind.LOCATION_CHANGED: Described(
        "other places",
        'order; "NYC" for "New York, NY"; a country, region, postcode or district that is added or left out; "Remote" '
        "among the places",
    ),
    Kind.WORKPLACE_CHANGED: Described(
        "on site became hybrid or remote, or any of them another",
        "other words for the same",
    ),
    Kind.EMPLOYMENT_TYPE_CHANGED: Described(
        "another kind of employment",
        "other words for the same",
    ),
    Kind.START_CHANGED: Described(
        "another start",
        "a day in the month that was given",
    ),
    Kind.APPLY_CHANGED: Described(
        "another address to apply at",
        "tracking parameters, tokens by their name or look, `www.`, `http` for `https`",
    ),
    Kind.DESCRIPTION_CHANGED: Described(
        "words of the posting's own text; one change for each kind of section, with the words before and after",
        "what moved; bullets, white space, entities; a sentence that only says again what another kind tells",
    ),
    Kind.POSTING_ADDED: Described(
        "on a board: a posting or role appeared",
        "order, tracking parameters, a role listed twice",
    ),
    Kind.POSTING_REMOVED: Described(
        "on a board: a posting or role went. When three or more, and over a third of them, go at once, a "
        "second look comes first",
        "a board that could not be read whole",
    ),
    Kind.REPOSTED: Described(
        "the same text under another number of the employer's; on a board, the same title under another address",
        "a board that gave all its postings new addresses",
    ),
    Kind.SOURCES_DISAGREE: Described(
        "two sources on the page begin to say different things of status, deadline or pay",
        "an invented `validThrough` date; a source that only says less (no unit, no currency, no zone) or rounds; a "
        "conflict that comes with a change of the field itself",
    ),
    Kind.SOURCES_AGREE: Described(
        "they say the same again",
        "an agreement that comes with a change of the field itself",
    ),
    Kind.DEADLINE_SOON: Described(
        "7 days, 2 days and 12 hours ahead, unless set otherwise",
        "moments that had passed before the deadline was first read; closed and removed postings",
    ),
    Kind.DEADLINE_PASSED: Described(
        "at the deadline",
        "as for `deadline_soon`",
    ),
    Kind.UNREACHABLE: Described(
        "three bad checks in a row, over at least six hours, unless set otherwise; also where a further page of a "
        "board cannot be read; told once",
        "anything about the content",
    ),
    Kind.BLOCKED: Described(
        "as `unreachable`, where the site refuses us or robots.txt does",
        "as for `unreachable`",
    ),
    Kind.RECOVERED: Described(
        "the first answer after `unreachable` or `blocked`",
        "an answer after bad checks that were not told",
    ),
}
