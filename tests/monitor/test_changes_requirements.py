"""What is asked of applicants makes no change by itself: the words that say it are compared."""

from dataclasses import replace

from monitor.changes import differences
from spiders.posting import Degree, Requirements, WorkAuthorization, YearsExperience

from .postings import POSTING, quote


def test_requirements_that_are_read_otherwise_are_no_change():
    asked = Requirements(
        degree=Degree.MASTER,
        degree_required=True,
        graduation_years=(2027,),
        work_authorization=(WorkAuthorization.REQUIRED,),
        years_experience=YearsExperience(min=3, max=None),
    )
    evidence = {**POSTING.evidence, "requirements.degree": quote("Master's degree")}
    assert differences(POSTING, replace(POSTING, requirements=asked, evidence=evidence)) == ()
    assert differences(replace(POSTING, requirements=asked), POSTING) == ()
