"""The kinds and severities of changes that a rule may name. The hub is their source; tests hold both together."""

from collections.abc import Mapping
from typing import Literal, get_args

#: The kinds of change that a target may ask for; `monitor.vocabulary.Kind` is the source.
KindName = Literal[
    "closed",
    "opened",
    "reopened",
    "removed",
    "restored",
    "pay_changed",
    "deadline_changed",
    "title_changed",
    "organization_changed",
    "location_changed",
    "workplace_changed",
    "employment_type_changed",
    "start_changed",
    "apply_changed",
    "description_changed",
    "posting_added",
    "posting_removed",
    "reposted",
    "sources_disagree",
    "sources_agree",
    "deadline_soon",
    "deadline_passed",
    "unreachable",
    "blocked",
    "recovered",
]

#: In falling order; `monitor.vocabulary.Severity` is the source.
SeverityName = Literal["critical", "high", "medium", "low"]

#: The highest severity that each kind comes in.
HIGHEST: Mapping[KindName, SeverityName] = {
    "closed": "critical",
    "opened": "critical",
    "reopened": "critical",
    "removed": "critical",
    "restored": "high",
    "pay_changed": "high",
    "deadline_changed": "critical",
    "title_changed": "medium",
    "organization_changed": "medium",
    "location_changed": "medium",
    "workplace_changed": "medium",
    "employment_type_changed": "medium",
    "start_changed": "medium",
    "apply_changed": "medium",
    "description_changed": "medium",
    "posting_added": "high",
    "posting_removed": "medium",
    "reposted": "high",
    "sources_disagree": "high",
    "sources_agree": "low",
    "deadline_soon": "high",
    "deadline_passed": "medium",
    "unreachable": "medium",
    "blocked": "medium",
    "recovered": "low",
}


def reaches(kind: KindName, severity: SeverityName) -> bool:
    """Whether a change of this kind can be so severe."""
    falling: tuple[SeverityName, ...] = get_args(SeverityName)
    return falling.index(HIGHEST[kind]) <= falling.index(severity)
