"""Every kind of change that comparing two readings of a posting can tell, in the order in which they are asked.

A new kind is a class in a file of its own and one line here; docs/adding-a-kind.md goes through it. Kinds that need
to know what was told (`Comparison.told`) stand after those that tell it.
"""

from monitor.changes.comparison import PostingKind
from monitor.changes.deadlines import DeadlineChanged
from monitor.changes.description import DescriptionChanged
from monitor.changes.fields import (
    ApplyChanged,
    EmploymentTypeChanged,
    LocationChanged,
    OrganizationChanged,
    StartChanged,
    TitleChanged,
    WorkplaceChanged,
)
from monitor.changes.pay import PayChanged
from monitor.changes.reposting import Reposted
from monitor.changes.sources import SourcesAgree, SourcesDisagree
from monitor.changes.statuses import Closed, Opened, Reopened

POSTING_KINDS: tuple[type[PostingKind], ...] = (
    Closed,
    Opened,
    Reopened,
    DeadlineChanged,
    PayChanged,
    TitleChanged,
    OrganizationChanged,
    LocationChanged,
    WorkplaceChanged,
    EmploymentTypeChanged,
    StartChanged,
    ApplyChanged,
    Reposted,
    SourcesDisagree,
    SourcesAgree,
    DescriptionChanged,
)
