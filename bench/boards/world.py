"""All simulated sites: which addresses they have, what they answer, and how they move from round to round."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from boards import answers, inventing
from boards.answers import Answer
from boards.facts import Facts, HubFacts
from boards.families import FAMILIES
from boards.families.family import Family
from boards.faults import LOGIN_PAGE
from boards.look import Look, Template, template
from boards.watched import Watched
from boards.wordings import variant

_REBUILT = 0.08
_NOT_MODIFIED = 304


@dataclass(kw_only=True, slots=True)
class Domain:
    """A site: one address, one family, one template at a time."""

    host: str
    family: Family
    random: Random
    template: Template
    #: It was built anew in this round.
    rebuilt: bool = False
    #: How often pages were asked for that nobody watches.
    visits: int = 0


class World:
    """The sites of one run, deterministic by seed but for the order in which pages are asked for.

    Args:
        seed: of all chance.
        postings: how many pages are watched.
        domains: on how many sites.
        today: the day on which the run takes place.
        storm: everything is worded anew at every fetch, and noise is at its most.
        families: the sites' families, in turn.
    """

    def __init__(
        self,
        *,
        seed: int,
        postings: int,
        domains: int,
        today: date,
        storm: bool = False,
        families: tuple[Family, ...] = FAMILIES,
    ) -> None:
        self.today, self.storm, self.seed = today, storm, seed
        #: Set once the server listens.
        self.port = 0
        #: Which look of the round this is, from 0; a fault that lasts one fetch spoils the first.
        self.turn = 0
        self.domains = {it.host: it for it in (self._domain(number, families) for number in range(domains))}
        hosts = list(self.domains.values())
        self.watched = [self._watched(hosts[number % len(hosts)], number) for number in range(postings)]
        self._by_address = {(it.host, it.path): it for it in self.watched}

    def _domain(self, number: int, families: tuple[Family, ...]) -> Domain:
        random = Random(f"{self.seed}:domain:{number}")
        host = f"127.{40 + number // 200}.{1 + number % 200}.7"
        return Domain(host=host, family=families[number % len(families)], random=random, template=template(random))

    def _watched(self, domain: Domain, number: int) -> Watched:
        random, family = Random(f"{self.seed}:page:{number}"), domain.family
        key = f"{family.name[:3]}-{100_000 + number * 37}"
        facts: Facts | HubFacts
        if family.hub:
            facts = inventing.hub(random, family.language, key)
        else:
            facts = inventing.facts(random, family.language, key, today=self.today)
            if family.api:
                facts = replace(facts, status="open")
        path = family.path.format(key)
        return Watched(host=domain.host, path=path, family=family, random=random, today=self.today, facts=facts)

    def url(self, watched: Watched) -> str:
        """The address that is watched."""
        return f"http://{watched.host}:{self.port}{watched.path}"

    def advance(self) -> None:
        """To the next round: edits, faults, new templates."""
        self.turn = 0
        for domain in self.domains.values():
            domain.rebuilt = domain.random.random() < _REBUILT
            if domain.rebuilt:
                domain.template = template(domain.random)
        for watched in self.watched:
            watched.round()
            watched.rebuilt = self.domains[watched.host].rebuilt

    def faulty(self, watched: Watched) -> bool:
        """Whether what is served now is spoilt."""
        return watched.fault is not None and (not watched.fault.once or self.turn == 0)

    def answer(self, host: str, path: str, if_none_match: str = "") -> Answer:
        """What the site at `host` answers."""
        domain = self.domains.get(host)
        if domain is None:
            return Answer(status=421)
        watched = self._by_address.get((host, path))
        if watched is None:
            return self._other(domain, path)
        watched.fetches += 1
        look = self._look(domain, f"{path}:{watched.fetches}")
        answer = self._good(watched, look)
        if self.faulty(watched):
            assert watched.fault is not None
            answer = watched.fault.spoil(answer, look)
        elif if_none_match and answer.headers.get("ETag") == if_none_match:
            return Answer(status=_NOT_MODIFIED, headers=answer.headers)
        watched.served.append(answer.body[:400_000])
        return answer

    def _good(self, watched: Watched, look: Look) -> Answer:
        family, facts = watched.family, watched.facts
        if isinstance(facts, HubFacts):
            assert family.hub is not None
            answer = family.hub(facts, look)
        else:
            assert family.posting is not None
            answer = answers.gone(facts, look) if facts.gone and not family.api else family.posting(facts, look)
        if family.api and answer.status == 200:  # noqa: PLR2004 - OK
            tag = hashlib.sha256(repr(facts).encode()).hexdigest()[:20]
            return replace(answer, headers={"ETag": f'W/"{tag}"'})
        return answer

    def _other(self, domain: Domain, path: str) -> Answer:
        """Pages that redirects lead to."""
        domain.visits += 1
        look = self._look(domain, f"{path}:{domain.visits}")
        match path:
            case "/jobs":
                open_ = [it for it in self.watched if it.host == domain.host and isinstance(it.facts, Facts)]
                titles = [
                    (it.path, it.facts.title) for it in open_ if isinstance(it.facts, Facts) and not it.facts.gone
                ]
                return answers.listing(look, titles)
            case "/":
                return answers.home(look)
            case "/login":
                return LOGIN_PAGE(Answer(), look)
            case "/loop":
                return answers.redirect(f"{look.base}/loop2")
            case "/loop2":
                return answers.redirect(f"{look.base}/loop")
            case _:
                return answers.not_found(look, status=404)

    def _look(self, domain: Domain, name: str) -> Look:
        random = Random(f"{self.seed}:{domain.host}:{name}")
        return Look(
            random=random,
            template=domain.template,
            language=domain.family.language,
            base=f"http://{domain.host}:{self.port}",
            today=self.today,
            storm=self.storm,
            variant=variant(random, storm=self.storm),
        )
