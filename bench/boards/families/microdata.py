"""Sites that mark the facts in HTML with schema.org's microdata."""

from html import escape

from boards import layout
from boards.answers import Answer
from boards.facts import Facts
from boards.families.family import Family
from boards.languages import US
from boards.look import Look


def _marked(facts: Facts, look: Look) -> Answer:
    place = look.language.places[facts.place][0]
    rows = [(label, value) for label, value in layout.said_in_head(facts, look) if value != facts.number]
    said = "".join(f"<p><b>{label}:</b> {look.text(value)}</p>" for label, value in rows[2:])
    main = (
        f'<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">{look.text(facts.title)}</h1>'
        f'<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">'
        f'<span itemprop="name">{look.text(facts.organization)}</span></span>'
        f'<span itemprop="jobLocation" itemscope itemtype="https://schema.org/Place">'
        f'<span itemprop="address">{escape(place)}</span></span>'
        f'<meta itemprop="datePosted" content="{facts.posted.isoformat()}">'
        f"<p>{look.label('number')}: {facts.number}</p>{said}"
        f'{layout.control_html(facts, look)}<div itemprop="description">{layout.text_html(facts, look)}</div></div>'
    )
    return Answer(body=layout.page(look, title=facts.title, main=main))


FAMILIES = (Family(name="microdata", language=US, posting=_marked, path="/job/{}.html"),)
