"""Companies' pages with their roles, on sites of many companies."""

from boards import layout
from boards.answers import Answer
from boards.facts import HubFacts
from boards.families.family import Family
from boards.languages import US
from boards.languages_eu import DE
from boards.look import Look


def _hub(facts: HubFacts, look: Look) -> Answer:
    roles = list(facts.roles)
    if look.storm or look.random.random() < 0.3:  # noqa: PLR2004 - three in ten
        look.random.shuffle(roles)
    items = "".join(
        f'<li class="{look.classes("role")}"><a href="{look.link(f"/jobs/{role.key}")}">{look.text(role.title)}</a> '
        f"<span>{look.language.places[role.place][look.variant % 3]}</span> "
        f"<span>{look.random.choice(look.language.ages)}</span></li>"
        for role in roles
    )
    about = "".join(f"<p>{look.text(it)}</p>" for it in facts.about)
    german = look.language is DE
    title = f"Stellenangebote bei {facts.organization}" if german else f"Jobs at {facts.organization}"
    opened = "Offene Stellen" if german else "Open roles"
    culture = "Arbeiten bei uns" if german else "Work culture"
    main = (
        f"<h1>{title}</h1><p>{look.pick('reviews')}</p><h2>{opened} ({len(roles)})</h2><ul>{items}</ul>"
        f"<h2>{culture}</h2>{about}"
    )
    return Answer(body=layout.page(look, title=title, main=main))


FAMILIES = (
    Family(name="hub", language=US, hub=_hub, path="/companies/{}"),
    Family(name="hub-german", language=DE, hub=_hub, path="/firmen/{}"),
)
