"""One watched page through the rounds: what it says, what is wrong with it, and what is to be told."""

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from boards import inventing
from boards.edits import APART, EDITS, Edit, Editor, undone
from boards.facts import Expected, Facts, HubFacts
from boards.families.family import Family
from boards.faults import Fault, drawn

_EDITED, _SEVERAL, _UNDONE = 0.3, 0.15, 0.12
_FAULTY, _EDITED_BEHIND_FAULT, _EDITED_AFTER_FAULT = 0.12, 0.4, 0.7
_BACK = 0.5
_MOST_DRAWS = 40
_FEWEST_ROLES = 4


@dataclass(kw_only=True, slots=True)
class Watched:
    """A posting's or hub's page. `round` moves it on."""

    host: str
    path: str
    family: Family
    random: Random
    today: date
    facts: Facts | HubFacts
    fault: Fault | None = None
    #: What is to be told in this round.
    expected: tuple[Expected, ...] = ()
    #: The names of this round's edits.
    edits: tuple[str, ...] = ()
    #: Hidden by a fault until the next round.
    hidden: tuple[Expected, ...] = ()
    hidden_edits: tuple[str, ...] = ()
    undo: Edit | None = None
    after_fault: bool = False
    #: Its site has another template since this round.
    rebuilt: bool = False
    fetches: int = 0
    #: The bodies of this round's fetches, after the last of the round before.
    served: list[bytes] = field(default_factory=list)

    @property
    def api(self) -> bool:
        """Whether its answers are JSON."""
        return self.family.api

    def round(self) -> None:
        """Edits and faults of the next round."""
        lasting = self.fault is not None and not self.fault.once and not self.fault.readable
        self.after_fault, self.fault = lasting, None
        self.expected, self.edits = self.hidden, self.hidden_edits
        self.hidden, self.hidden_edits = (), ()
        self.served = self.served[-1:]
        if self.expected:
            return
        if self.random.random() < (_EDITED_AFTER_FAULT if self.after_fault else _EDITED):
            self._edit()
        if self.random.random() < _FAULTY and not self._told({"removed", "restored"}) and not self._gone():
            self._fail()

    def _fail(self) -> None:
        """A fault; one that lasts hides what was edited until the next round."""
        self.fault = drawn(self.random, html=not self.api, hub=isinstance(self.facts, HubFacts))
        if self.fault.once or self.fault.readable:
            return
        if not self.expected and self.random.random() < _EDITED_BEHIND_FAULT:
            self._edit()
        if self._told({"removed", "restored"}):
            self.fault = None
            return
        self.hidden, self.hidden_edits = self.expected, self.edits
        self.expected, self.edits = (), ()

    def _told(self, kinds: set[str]) -> bool:
        return any(it.kind in kinds for it in self.expected)

    def _gone(self) -> bool:
        return isinstance(self.facts, Facts) and self.facts.gone is not None

    def _edit(self) -> None:
        if isinstance(self.facts, HubFacts):
            edit: HubEdit | Edit | None = hub_edit(self.random, self.family, self.facts)
        else:
            edit = self._of_posting(self.facts)
        if edit:
            self.facts, self.expected = edit.facts, edit.expected

    def _of_posting(self, facts: Facts) -> Edit | None:
        if facts.gone:
            return self._restored(facts)
        if facts.status == "closed":
            return self._named("open", facts) if self.random.random() < _BACK else None
        if self.undo:
            undo, self.undo = self.undo, None
            self.edits = ("undo",)
            return undo
        edit = self._several(facts) if self.random.random() < _SEVERAL else self._drawn(facts)
        if edit and self.random.random() < _UNDONE and not {"closed", "removed"} & {it.kind for it in edit.expected}:
            self.undo = undone(edit, facts)
        return edit

    def _restored(self, facts: Facts) -> Edit | None:
        if self.random.random() > _BACK:
            return None
        self.edits = ("restore",)
        back = Edit(facts=replace(facts, gone=None), expected=(Expected(kind="restored"),))
        if self.random.random() < _SEVERAL and (more := self._named("raise_pay", back.facts)):
            return Edit(facts=more.facts, expected=(*back.expected, *more.expected))
        return back

    def _named(self, name: str, facts: Facts) -> Edit | None:
        if name in self.family.without or (facts.declared_pay and name.endswith("_pay")):
            return None
        editor = Editor(random=self.random, language=self.family.language, today=self.today)
        edit = EDITS[name][0](editor, facts)
        if edit:
            self.edits = (*self.edits, name)
        return edit

    def _drawn(self, facts: Facts) -> Edit | None:
        weights = [weight + (facts.status == "upcoming") * 20 * (name == "open") for name, (_, weight) in EDITS.items()]
        for _ in range(_MOST_DRAWS):
            if edit := self._named(self.random.choices(list(EDITS), weights)[0], facts):
                return edit
        return None

    def _several(self, facts: Facts) -> Edit | None:
        """Two or three edits of facts that have nothing to do with each other."""
        expected: tuple[Expected, ...] = ()
        for name in self.random.sample(APART, k=self.random.randint(2, 3)):
            if edit := self._named(name, facts):
                facts, expected = edit.facts, (*expected, *edit.expected)
        return Edit(facts=facts, expected=expected) if expected else None


@dataclass(frozen=True, kw_only=True, slots=True)
class HubEdit:
    """What a hub lists after an edit, and what is to be told."""

    facts: HubFacts
    expected: tuple[Expected, ...]


def hub_edit(random: Random, family: Family, hub: HubFacts) -> HubEdit | None:
    """A role comes, goes, is put up again or gets another title."""
    roles, language = list(hub.roles), family.language
    new = inventing.role(random, language, f"{hub.key}-{random.randint(10_000, 99_999)}")
    where = random.randrange(len(roles))
    old = roles[where]
    if new.title in {it.title for it in roles}:
        return None
    match random.randrange(4):
        case 0:
            roles.insert(where, new)
            told = Expected(kind="posting_added", field=new.title)
        case 1 if len(roles) > _FEWEST_ROLES:
            del roles[where]
            told = Expected(kind="posting_removed", field=old.title)
        case 2:
            roles[where] = replace(old, key=new.key)
            told = Expected(kind="reposted", field=old.title)
        case _:
            roles[where] = replace(old, title=new.title)
            told = Expected(kind="title_changed", field=new.title)
    return HubEdit(facts=replace(hub, roles=tuple(roles)), expected=(told,))
