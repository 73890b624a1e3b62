"""The demo board's pages, in the image of real ones: an aggregator's posting, an employer's posting, a company hub.

What belongs to a posting comes from `BoardState`; everything else (ages, counters, related postings, tokens, class
names, articles) is noise that moves at every fetch and must never alert anybody.
"""

import itertools
from dataclasses import dataclass
from html import escape

#: The paths that are watched.
RAISED = "/jobs/audio-research-intern"
CLOSING = "/jobs/machine-learning-intern-dublin"
HUB = "/companies/tonewell"


@dataclass(frozen=True, kw_only=True)
class BoardState:
    """What the employers on the board currently say."""

    hourly_rate: int = 55
    last_day: str = "March 5, 2027"
    last_time: str = "12:00 PM ET"
    closed: bool = False
    roles: tuple[str, ...] = (
        "ML Engineer",
        "Research Scientist",
        "Audio AI Engineer",
        "Data Scientist",
        "ML Platform Engineer",
    )


_RELATED = (
    "2027 Summer Analyst Programme",
    "Data Science Placement (applications closed)",
    "Speech Technology Intern, $70 an hour",
    "Acoustics Graduate Scheme, apply by 1 February 2027",
    "Recommender Systems Intern",
    "Signal Processing Working Student",
)
_ARTICLES = (
    "What happened when three labels closed their offices",
    "How many tools do you need to know to get a machine learning role?",
    "The pay of interns rose by $4 an hour last year",
    "Five questions to ask before the deadline passes",
)
_AGES = ("3 weeks ago", "22 days ago", "1 month ago", "23 days ago")


def page(path: str, state: BoardState, fetch: int) -> str | None:
    """The HTML at `path` as the `fetch`-th visitor sees it, or None where there is no such page."""
    body = {RAISED: _raised, CLOSING: _closing, HUB: _hub}.get(path)
    return None if body is None else _frame(body(state, fetch), fetch)


def _turn(items: tuple[str, ...], fetch: int, count: int) -> list[str]:
    """`count` items, starting at another one at each fetch."""
    return list(itertools.islice(itertools.cycle(items), fetch % len(items), fetch % len(items) + count))


def _frame(main: str, fetch: int) -> str:
    related = "".join(f'<li><a href="/jobs/r{fetch}">{escape(it)}</a></li>' for it in _turn(_RELATED, fetch, 3))
    articles = "".join(f"<article><h3>{escape(it)}</h3></article>" for it in _turn(_ARTICLES, fetch, 2))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Openings on the demo board</title>
<meta name="csrf-token" content="{fetch:032x}"></head>
<body class="theme-{fetch % 7}">
<header><nav><a href="/">Home</a> <a href="/jobs">Browse openings</a> <a href="/articles">Articles</a></nav></header>
<main class="c{fetch:04x}">{main}</main>
<aside><h2>Related jobs</h2><ul>{related}</ul></aside>
<section class="newsletter"><h2>Subscribe to our newsletter</h2><p>Join {41000 + fetch} readers.</p></section>
<section><h2>Industry insights</h2>{articles}</section>
<footer>Visitor {fetch} of today. We use cookies.</footer>
</body></html>
"""


def _raised(state: BoardState, fetch: int) -> str:
    return f"""
<h1>2027 Summer Internship, Audio Research (PhD)</h1>
<p>Tonewell · New York City · {_AGES[fetch % len(_AGES)]} · {300 + fetch} applicants</p>
<a class="apply-{fetch}" href="/apply/audio-research-intern?utm_source=demo&amp;session={fetch}">Apply now</a>
<h2>Job Description</h2>
<p>Tonewell looks for students who care about sound.
The internship lasts about 10 weeks and starts in mid-June 2027.</p>
<h2>What You'll Do</h2>
<ul><li>Prototype features on top of large audio models.</li>
<li>Measure what listeners notice, and what they do not.</li></ul>
<h2>Who You Are</h2>
<ul><li>You pursue a PhD and graduate in 2027 or 2028.</li>
<li>You write Python with ease.</li></ul>
<h2>Where You'll Be</h2>
<p>You work from our New York City office three days a week.</p>
<p>The hourly rate for this position is ${state.hourly_rate} USD and it is overtime eligible.</p>
<p>The last day to apply is {state.last_day} at {state.last_time}.</p>
"""


def _closing(state: BoardState, fetch: int) -> str:
    control = (
        '<p class="notice">Applications closed</p>'
        if state.closed
        else f'<a href="/apply/machine-learning-intern-dublin?ref={fetch}">Apply for this posting</a>'
    )
    return f"""
<h1>2027 Summer Internship, Machine Learning Engineering (Dublin)</h1>
<p>Harbour Lane Software</p><p>Dublin, Ireland</p><p>{_AGES[fetch % len(_AGES)]}</p>
{control}
<h2>What you will do</h2>
<ul><li>Build closed-loop control for our delivery robots.</li>
<li>Review code with engineers and designers.</li></ul>
<h2>What we look for</h2>
<ul><li>Basic knowledge of machine learning from courses or projects.</li>
<li>Curiosity, and patience with hardware.</li></ul>
<h2>Benefits</h2>
<ul><li>Paid public holidays.</li><li>A bicycle for the summer.</li></ul>
"""


def _hub(state: BoardState, fetch: int) -> str:
    roles = "".join(
        f'<li><a href="/jobs/tonewell-{index}?utm_campaign=hub{fetch}">{escape(role)}</a></li>'
        for index, role in enumerate(state.roles)
    )
    return f"""
<h1>Jobs &amp; Internships at Tonewell 2027</h1>
<p>Tonewell builds tools with which people discover sound. {1200 + fetch} people follow this page.</p>
<h2>Roles at Tonewell</h2>
<ul>{roles}</ul>
<h2>Work culture at Tonewell</h2>
<p>Small teams own what they build, from the first idea until it runs.</p>
"""
