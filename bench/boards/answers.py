"""What a board answers to one request, good or gone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from boards import layout
from boards.facts import Facts
from boards.look import Look

HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A response, and what the network makes of it."""

    status: int = 200
    content_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    #: whole; reset: the connection is cut before an answer; silent: there is none; cut: half of the body is sent.
    network: str = "whole"


def redirect(location: str) -> Answer:
    """To another address."""
    return Answer(status=302, headers={"Location": location})


def gone(facts: Facts, look: Look) -> Answer:
    """How the site says that a posting is no longer there."""
    match facts.gone:
        case "to_listing":
            return redirect(f"{look.base}/jobs")
        case "to_home":
            return redirect(f"{look.base}/")
        case how:
            return not_found(look, status={"404": 404, "410": 410}.get(how or "", 200))


def not_found(look: Look, *, status: int) -> Answer:
    """The site's page for what is not there."""
    words = look.language.furniture["not_found"]
    said = words[look.template.labels % len(words)]
    body = layout.page(look, title=said, main=f"<h1>{look.text(said)}</h1><p>404</p>")
    return Answer(status=status, body=body)


def listing(look: Look, titles: list[tuple[str, str]]) -> Answer:
    """The site's list of postings: titles with their addresses."""
    items = "".join(f'<li><h3><a href="{look.link(path)}">{look.text(title)}</a></h3></li>' for path, title in titles)
    name = look.language.furniture["nav"][1]
    count = f"<p>{len(titles)} / {look.random.randint(200, 900)}</p>"
    main = f'<h1>{name}</h1><form><input name="q"></form>{count}<ul class="{look.classes("results")}">{items}</ul>'
    return Answer(body=layout.page(look, title=name, main=main))


def home(look: Look) -> Answer:
    """The site's first page."""
    name = look.language.furniture["nav"][0]
    main = f'<h1>{name}</h1><form><input name="q"><button>→</button></form><p>{look.pick("newsletter")}</p>'
    return Answer(body=layout.page(look, title=name, main=main))
