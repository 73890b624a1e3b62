"""A pay that gives way to a promise of one: "nach Vereinbarung"."""

import pytest

from monitor.changes import differences
from monitor.vocabulary import Kind
from spiders.posting import PayUnit, Posting

from .postings import pay, section
from .test_changes_retold import PAY

#: By language: what stands where an amount stood.
UNNAMED = {
    "en": ("The pay for this position is to be agreed.", "Salary: competitive.", "The salary is negotiable."),
    "de": ("Das Gehalt für diese Stelle ist Verhandlungsbasis.", "Gehalt nach Vereinbarung.", "Vergütung: VB."),
    "fr": ("Rémunération proposée : à négocier.", "Salaire selon profil."),
    "es": ("El salario es a convenir.", "Salario competitivo."),
    "it": ("La retribuzione è da concordare.", "Stipendio commisurato all'esperienza."),
    "nl": ("Het salaris bedraagt nader overeen te komen.", "Salaris: marktconform."),
    "sv": ("Lönen för tjänsten är enligt överenskommelse.", "Individuell lön."),
    "da": ("Lønnen er efter aftale.", "Løn efter kvalifikationer."),
    "no": ("Lønn: etter avtale.", "Vi tilbyr konkurransedyktig lønn."),
    "fi": ("Palkka on sopimuksen mukaan.", "Palkka sovitaan."),
    "pl": ("Wynagrodzenie: do uzgodnienia.", "Oferujemy atrakcyjne wynagrodzenie."),
    "cs": ("Mzda je dohodou.", "Mzda: dle dohody."),
    "pt": ("O salário é a combinar.", "Salário competitivo."),
}


@pytest.mark.parametrize(
    ("language", "sentence"), [(language, it) for language, said in UNNAMED.items() for it in said]
)
@pytest.mark.parametrize("form", [0, 1])
def test_a_pay_that_gives_way_to_a_promise_of_one_is_told_once_and_so_is_the_way_back(language, sentence, form):
    forms, written, mark = PAY[language]
    amount = written.format(61_000).replace(",", mark)
    named = with_sentence(forms[form].format(amount), language, pay=pay(61_000, unit=PayUnit.YEAR))
    unnamed = with_sentence(sentence, language, pay=None)
    assert [(it.kind, it.direction) for it in differences(named, unnamed)] == [(Kind.PAY_CHANGED, "removed")]
    assert [(it.kind, it.direction) for it in differences(unnamed, named)] == [(Kind.PAY_CHANGED, "added")]


def with_sentence(sentence, language, **fields):
    text = section("other", "The crew sails on Fridays.", sentence)
    return Posting(title="Rigger", language=language, sections=(text,), **fields)


def test_other_promises_of_a_pay_and_what_is_competitive_beside_it_are_words():
    promised, another = (with_sentence(it, "en") for it in ("Salary: competitive.", "Salary: to be agreed."))
    assert [it.kind for it in differences(promised, another)] == [Kind.DESCRIPTION_CHANGED]
    named = with_sentence("We pay $61,000 a year.", "en", pay=pay(61_000, unit=PayUnit.YEAR))
    market = with_sentence("You know your way round a competitive market for winter coats.", "en")
    assert {it.kind for it in differences(named, market)} == {Kind.PAY_CHANGED, Kind.DESCRIPTION_CHANGED}
