"""What a posting asks of applicants: degree, graduation years, permission to work, years of experience."""

from collections.abc import Sequence
from typing import Any

from spiders.posting import (
    Degree,
    Evidence,
    Requirements,
    Source,
    WorkAuthorization,
    YearsExperience,
)
from spiders.reading.characters import folded, plain
from spiders.reading.found import Found
from spiders.reading.requirements_authorization import find_authorization
from spiders.reading.requirements_degree import find_degree
from spiders.reading.requirements_experience import find_experience
from spiders.reading.requirements_graduation import find_graduation
from spiders.reading.requirements_passages import passages_of
from spiders.reading.scope import Scope
from spiders.reading.sections import Part


def find_requirements(
    scope: Scope, parts: Sequence[Part], language: str | None = None
) -> tuple[Requirements | None, dict[str, Evidence]]:
    """What the posting's own text asks for; None where it asks for nothing that has a name here.

    Degree and years of experience are read under headings that announce requirements, and only where those say
    nothing in the rest of the text; what is offered to employees is never read for them.

    Returns:
        The requirements, and the words they were read from by field ("requirements.degree"), with their places.
    """
    words = plain(scope.text)
    passages = passages_of(scope, parts)
    degree = find_degree(scope.text, words, passages, language)
    graduation = find_graduation(words, passages)
    authorization = find_authorization(words, passages)
    experience = find_experience(words, passages)
    found = {
        "degree": degree,
        "graduation_years": graduation,
        "work_authorization": authorization,
        "years_experience": experience,
    }
    evidence = {f"requirements.{name}": _evidence(it, scope.text) for name, it in found.items() if it}
    if not evidence:
        return None, {}
    return _requirements(degree, graduation, authorization, experience), evidence


def _requirements(
    degree: Found[tuple[Degree, bool]] | None,
    graduation: Found[tuple[int, ...]] | None,
    authorization: Found[tuple[WorkAuthorization, ...]] | None,
    experience: Found[YearsExperience] | None,
) -> Requirements:
    level, required = degree.value if degree else (None, None)
    return Requirements(
        degree=level,
        degree_required=None if level is Degree.NONE else required,
        graduation_years=graduation.value if graduation else (),
        work_authorization=authorization.value if authorization else (),
        years_experience=experience.value if experience else None,
    )


def _evidence(found: Found[Any], text: str) -> Evidence:
    quote = folded(text[found.start : found.end])
    return Evidence(source=Source.TEXT, text=quote, where=f"chars:{found.start}-{found.end}")
