"""Told once in thirteen languages: a sentence round a fact is told by the fact's kind, in whichever words it comes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.changes import differences
from monitor.changes.description import text_as_in
from monitor.vocabulary import Kind
from spiders.posting import EmploymentType, PayUnit, Posting, Status, Workplace
from spiders.reading.months import _MONTHS

from .noises import NOISES
from .postings import dated, pay, section

#: By language: sentences with a place for the amount, and how an amount a year is written.
PAY = {
    "en": (("The pay for this position is {}.", "For this role we pay {}."), "${:,} per year", ","),
    "de": (("Das Gehalt für diese Stelle beträgt {}.", "Wir zahlen {}."), "{:,} € brutto im Jahr", "."),
    "fr": (("Rémunération proposée : {}.", "Pour ce poste, nous versons {}."), "{:,} € brut par an", " "),
    "es": (("El salario es de {}.", "Ofrecemos {} para este puesto."), "{:,} € brutos al año", "."),
    "it": (("La retribuzione è di {}.", "Per questa posizione offriamo {}."), "{:,} € lordi all'anno", "."),
    "nl": (("Het salaris bedraagt {}.", "Wij bieden {}."), "€ {:,} bruto per jaar", "."),
    "sv": (("Lönen för tjänsten är {}.", "Vi betalar {}."), "{:,} kr per år", " "),
    "da": (("Lønnen er {}.", "Vi tilbyder {} for stillingen."), "{:,} kr. om året", "."),
    "no": (("Lønn: {}.", "Vi tilbyr {} for denne stillingen."), "{:,} kroner per år", " "),
    "fi": (("Palkka on {}.", "Maksamme {}."), "{:,} euroa vuodessa", " "),
    "pl": (("Wynagrodzenie: {}.", "Oferujemy {} na tym stanowisku."), "{:,} zł brutto rocznie", " "),
    "cs": (("Mzda je {}.", "Nabízíme {}."), "{:,} Kč ročně", " "),
    "pt": (("O salário é de {}.", "Oferecemos {} para esta vaga."), "{:,} € por ano", "."),
}
#: Sentences with a place for the day, and how a day is written.
DEADLINE = {
    "en": (("The last day to apply is {}.", "Please submit your application by {}."), "{month} {day}, {year}"),
    "de": (("Bitte bewirb dich bis zum {}.", "Bewerbungsschluss ist der {}."), "{day}. {month} {year}"),
    "fr": (("Candidature jusqu'au {}.", "La date limite de candidature est le {}."), "{day} {month} {year}"),
    "es": (("La fecha límite es el {}.", "Envía tu solicitud antes del {}."), "{day} de {month} de {year}"),
    "it": (("Candidati entro il {}.", "La scadenza è il {}."), "{day} {month} {year}"),
    "nl": (("Solliciteer uiterlijk {}.", "De sluitingsdatum is {}."), "{day} {month} {year}"),
    "sv": (("Sista ansökningsdag är den {}.", "Skicka din ansökan senast {}."), "{day} {month} {year}"),
    "da": (("Ansøgningsfristen er den {}.", "Send din ansøgning senest {}."), "{day}. {month} {year}"),
    "no": (("Søknadsfrist er {}.", "Send søknad innen {}."), "{day}. {month} {year}"),
    "fi": (("Hakuaika päättyy {}.", "Lähetä hakemus viimeistään {}."), "{day}. {month} {year}"),
    "pl": (("Aplikuj do {}.", "Termin składania aplikacji: {}."), "{day} {month} {year}"),
    "cs": (("Přihlaste se do {}.", "Termín přihlášky je {}."), "{day}. {month} {year}"),
    "pt": (("Candidate-se até {}.", "O prazo termina em {}."), "{day} de {month} de {year}"),
}
PLACE = {
    "en": "This position is based in {}.",
    "de": "Dein Arbeitsplatz ist in {}.",
    "fr": "Le poste est basé à {}.",
    "es": "El puesto está ubicado en {}.",
    "it": "La sede di lavoro è {}.",
    "nl": "De standplaats is {}.",
    "sv": "Arbetsplatsen ligger i {}.",
    "da": "Arbejdsstedet er {}.",
    "no": "Arbeidsstedet er {}.",
    "fi": "Työpaikka sijaitsee: {}.",
    "pl": "Miejsce pracy: {}.",
    "cs": "Místo výkonu práce: {}.",
    "pt": "O local de trabalho é {}.",
}
#: On site, hybrid, remote.
WORKPLACE = {
    "en": ("This job is {}.", "on-site", "hybrid", "fully remote"),
    "de": ("Die Stelle ist {}.", "vor Ort", "hybrid", "100 % remote"),
    "fr": ("Le poste est {}.", "sur place", "hybride", "en télétravail complet"),
    "es": ("El trabajo es {}.", "presencial", "híbrido", "remoto"),
    "it": ("Il lavoro è {}.", "in sede", "ibrido", "da remoto"),
    "nl": ("Je werkt {}.", "op locatie", "hybride", "remote"),
    "sv": ("Arbetet är {}.", "på plats", "hybrid", "på distans"),
    "da": ("Arbejdet er {}.", "på stedet", "hybrid", "remote"),
    "no": ("Arbeidet er {}.", "på kontoret", "hybrid", "remote"),
    "fi": ("Työ on {}.", "lähityö", "hybridi", "etätyö"),
    "pl": ("Praca jest {}.", "stacjonarna", "hybrydowa", "zdalna"),
    "cs": ("Práce je {}.", "na pracovišti", "hybridní", "remote"),
    "pt": ("O trabalho é {}.", "presencial", "híbrido", "remoto"),
}
#: Full time, part time.
EMPLOYMENT = {
    "en": ("This is a {} position.", "full-time", "part-time"),
    "de": ("Wir suchen dich in {}.", "Vollzeit", "Teilzeit"),
    "fr": ("Ce poste est à {}.", "temps plein", "temps partiel"),
    "es": ("El contrato es a {}.", "tiempo completo", "tiempo parcial"),
    "it": ("Il contratto è a {}.", "tempo pieno", "tempo parziale"),
    "nl": ("Deze functie is {}.", "voltijd", "deeltijd"),
    "sv": ("Tjänsten är på {}.", "heltid", "deltid"),
    "da": ("Stillingen er på {}.", "fuldtid", "deltid"),
    "no": ("Stillingen er på {}.", "heltid", "deltid"),
    "fi": ("Työ on {}.", "kokoaikainen", "osa-aikainen"),
    "pl": ("Oferujemy {}.", "pełny etat", "część etatu"),
    "cs": ("Nabízíme {}.", "plný úvazek", "zkrácený úvazek"),
    "pt": ("O trabalho é a {}.", "tempo inteiro", "tempo parcial"),
}
START = {
    "en": "The position starts in {}.",
    "de": "Die Stelle beginnt im {}.",
    "fr": "Prise de poste en {}.",
    "es": "La incorporación es en {}.",
    "it": "Inizio previsto: {}.",
    "nl": "De baan begint in {}.",
    "sv": "Tjänsten börjar i {}.",
    "da": "Stillingen begynder i {}.",
    "no": "Stillingen begynner i {}.",
    "fi": "Työ alkaa: {}.",
    "pl": "Rozpoczęcie pracy: {}.",
    "cs": "Nástup: {}.",
    "pt": "O trabalho começa em {}.",
}
CLOSED = {
    "en": "Applications for this role are now closed.",
    "de": "Bewerbungen sind nicht mehr möglich.",
    "fr": "Cette offre n'est plus disponible.",
    "es": "Esta oferta ya no está disponible.",
    "it": "Questa offerta non è più disponibile.",
    "nl": "Deze vacature is gesloten.",
    "sv": "Annonsen är inte längre tillgänglig.",
    "da": "Stillingen er besat.",
    "no": "Stillingen er besatt.",
    "fi": "Haku on päättynyt.",
    "pl": "Ta oferta jest już nieaktualna.",
    "cs": "Tato pozice je již obsazena.",
    "pt": "Esta vaga foi encerrada.",
}
BESIDE = "Our workshop has nine boats and a very patient cat."
OTHER = "Every second spring the whole crew repaints the harbour lights."
EXTRAS = ["+ 13. Gehalt", "tickets restaurant", "RSUs", "housing", "13:e månadslön", "benefit karta", "lomarahat"]

languages = st.sampled_from(sorted(PAY))


def text_of(*sentences):
    return (section("other", " ".join(sentences)),)


def kinds(before, after):
    return [it.kind for it in differences(before, after)]


def told_once(before, after, kind, one, other, noise="white space"):
    """The fact's kind alone, through a reworded sentence and noise; and beside it what else changed in the text."""
    before = replace(before, sections=text_of(BESIDE, one))
    assert kinds(before, replace(after, sections=NOISES[noise](text_of(BESIDE, other)))) == [kind]
    assert kinds(before, replace(after, sections=text_of(OTHER, other))) == [kind, Kind.DESCRIPTION_CHANGED]


def amount_text(language, amount):
    _, written, separator = PAY[language]
    return written.format(amount).replace(",", separator)


def yearly(amount):
    return pay(amount, unit=PayUnit.YEAR, text=str(amount))


def day_text(language, day):
    month = _MONTHS[language].split()[day.month - 1]
    return DEADLINE[language][1].format(day=day.day, month=month, year=day.year)


amounts = st.integers(21, 180).map(lambda it: it * 1000)
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
frames = st.integers(0, 1)
noises = st.sampled_from(sorted(NOISES))


@given(languages, amounts, amounts, frames, frames, noises)
def test_a_sentence_that_names_the_pay_is_told_by_the_pay(language, one, other, first, second, noise):
    sentences = PAY[language][0]
    before, after = Posting(pay=yearly(one), language=language), Posting(pay=yearly(other), language=language)
    old, new = (sentences[it].format(amount_text(language, amount)) for it, amount in ((first, one), (second, other)))
    if one == other:
        assert kinds(replace(before, sections=text_of(old)), replace(after, sections=text_of(new))) == []
    else:
        told_once(before, after, Kind.PAY_CHANGED, old, new, noise)


@given(languages, amounts, frames)
def test_a_pay_sentence_that_comes_or_goes_with_the_pay_is_told_by_it(language, amount, frame):
    said = PAY[language][0][frame].format(amount_text(language, amount))
    paid = Posting(pay=yearly(amount), language=language, sections=text_of(BESIDE, said))
    unpaid = Posting(language=language, sections=text_of(BESIDE))
    assert kinds(unpaid, paid) == kinds(paid, unpaid) == [Kind.PAY_CHANGED]


@given(languages, days, days, frames, frames, noises)
def test_a_sentence_that_names_the_deadline_is_told_by_the_deadline(language, one, other, first, second, noise):
    sentences = DEADLINE[language][0]
    before, after = (Posting(deadline=dated(it.year, it.month, it.day), language=language) for it in (one, other))
    old, new = (sentences[it].format(day_text(language, day)) for it, day in ((first, one), (second, other)))
    if one == other:
        assert kinds(replace(before, sections=text_of(old)), replace(after, sections=text_of(new))) == []
    else:
        told_once(before, after, Kind.DEADLINE_CHANGED, old, new, noise)


@given(languages, days, frames)
def test_a_deadline_sentence_that_comes_or_goes_with_the_deadline_is_told_by_it(language, day, frame):
    said = DEADLINE[language][0][frame].format(day_text(language, day))
    limited = Posting(deadline=dated(day.year, day.month, day.day), language=language, sections=text_of(BESIDE, said))
    open_ended = Posting(language=language, sections=text_of(BESIDE))
    assert kinds(open_ended, limited) == kinds(limited, open_ended) == [Kind.DEADLINE_CHANGED]


TOWNS = [("Leeds, UK", "Leeds"), ("44000 Nantes", "Nantes"), ("Turku, Finland", "Turku"), ("Brno", "Brno")]


@given(languages, st.lists(st.sampled_from(TOWNS), min_size=2, max_size=2, unique=True), noises)
def test_a_sentence_that_names_the_town_of_the_place_is_told_by_the_place(language, towns, noise):
    (one, town), (other, another) = towns
    before, after = (Posting(locations=(it,), language=language) for it in (one, other))
    said = PLACE[language]
    told_once(before, after, Kind.LOCATION_CHANGED, said.format(town), said.format(another), noise)


@given(languages, st.permutations(list(enumerate(Workplace))), noises)
def test_a_sentence_that_names_the_workplace_is_told_by_it(language, values, noise):
    (first, one), (second, other), _ = values
    said, *names = WORKPLACE[language]
    before, after = (Posting(workplace=it, language=language) for it in (one, other))
    told_once(before, after, Kind.WORKPLACE_CHANGED, said.format(names[first]), said.format(names[second]), noise)


@given(languages, st.booleans(), noises)
def test_a_sentence_that_names_the_employment_type_is_told_by_it(language, swapped, noise):
    said, *names = EMPLOYMENT[language]
    values = [EmploymentType.FULL_TIME, EmploymentType.PART_TIME]
    order = (1, 0) if swapped else (0, 1)
    before, after = (Posting(employment_type=values[it], language=language) for it in order)
    old, new = (said.format(names[it]) for it in order)
    told_once(before, after, Kind.EMPLOYMENT_TYPE_CHANGED, old, new, noise)


@given(languages, st.lists(st.tuples(st.integers(1, 12), st.integers(2026, 2028)), min_size=2, max_size=2, unique=True))
def test_a_sentence_that_names_the_start_is_told_by_it(language, starts):
    def said(month, year):
        return START[language].format(f"{_MONTHS[language].split()[month - 1]} {year}")

    before, after = (Posting(starts_on=f"{year}-{month:02}", language=language) for month, year in starts)
    told_once(before, after, Kind.START_CHANGED, said(*starts[0]), said(*starts[1]))


@pytest.mark.parametrize("language", sorted(CLOSED))
def test_a_notice_that_it_is_closed_is_told_by_closed_and_its_end_by_reopened(language):
    taking = Posting(status=Status.OPEN, language=language, sections=text_of(BESIDE))
    closed = Posting(status=Status.CLOSED, language=language, sections=text_of(BESIDE, CLOSED[language]))
    assert kinds(taking, closed) == [Kind.CLOSED]
    assert kinds(closed, taking) == [Kind.REOPENED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The salary is $60,000 a year.", "The salary is $65,000 a year, with a bonus of $4,000."),
        ("The salary is $60,000 a year and a bonus of $2,000.", "The salary is $65,000 a year and a bonus of $3,000."),
        ("The salary is $60,000 a year for 40 hours.", "The salary is $65,000 a year for 36 hours."),
    ],
)
def test_what_else_changes_in_a_sentence_with_the_pay_is_told_too(old, new):
    before, after = (
        Posting(pay=yearly(60_000), sections=text_of(old)),
        Posting(pay=yearly(65_000), sections=text_of(new)),
    )
    assert kinds(before, after) == [Kind.PAY_CHANGED, Kind.DESCRIPTION_CHANGED]


def test_what_else_changes_in_a_sentence_with_the_workplace_is_told_too():
    before = Posting(workplace=Workplace.HYBRID, sections=text_of("The role is hybrid, with two days in the office."))
    after = Posting(workplace=Workplace.ONSITE, sections=text_of("The role is on-site, with five days in the office."))
    assert kinds(before, after) == [Kind.WORKPLACE_CHANGED, Kind.DESCRIPTION_CHANGED]


def test_a_pay_that_a_sentence_also_gives_by_month_is_told_once():
    before = Posting(pay=yearly(48_000), sections=text_of("We pay €48,000 a year (€4,000 a month)."))
    after = Posting(pay=yearly(54_000), sections=text_of("We pay €54,000 a year (€4,500 a month)."))
    assert kinds(before, after) == [Kind.PAY_CHANGED]


def test_a_pay_sentence_whose_place_another_sentence_takes_hides_nothing():
    before = Posting(pay=yearly(48_000), sections=text_of("We pay our crew €48,000 a year."))
    after = Posting(sections=text_of("We pay our crew for the ferry."))
    assert kinds(before, after) == [Kind.PAY_CHANGED, Kind.DESCRIPTION_CHANGED]


@pytest.mark.parametrize(
    ("one", "old", "other", "new"),
    [
        ("Denver, CO, USA", "The team sits in Denver, CO.", "Austin, Texas", "The team sits in Austin, TX."),
        ("Denver", "The team sits in Denver, Colorado.", "Austin", "The team sits in Austin, Texas."),
        ("Munich", "Unser Büro liegt in 80331 München.", "Köln, DE", "Unser Büro liegt in 50667 Köln, Deutschland."),
        ("London, UK", "You will work from London SW1A 1AA.", "Leeds", "You will work from Leeds LS1 4AP."),
        ("New York, NY", "Based in NYC (hybrid).", "Washington, DC", "Based in Washington D.C. (hybrid)."),
        ("København", "Kontoret ligger i København, Danmark.", "Århus", "Kontoret ligger i Århus, Danmark."),
    ],
)
def test_a_town_with_its_region_or_postcode_is_the_place(one, old, other, new):
    before, after = Posting(locations=(one,), sections=text_of(old)), Posting(locations=(other,), sections=text_of(new))
    assert kinds(before, after) == [Kind.LOCATION_CHANGED]


def test_another_town_in_a_sentence_with_the_place_is_told_too():
    before = Posting(locations=("Leeds",), sections=text_of("Based in Leeds, with weekly trips to Oslo."))
    after = Posting(locations=("Brno",), sections=text_of("Based in Brno, with weekly trips to Turku."))
    assert kinds(before, after) == [Kind.LOCATION_CHANGED, Kind.DESCRIPTION_CHANGED]


def test_a_number_that_happens_to_be_the_pays_hides_nothing():
    before = Posting(pay=pay(15), sections=text_of(BESIDE))
    after = Posting(pay=pay(15), sections=text_of(BESIDE, "We have 15 offices."))
    assert kinds(before, after) == [Kind.DESCRIPTION_CHANGED]


def test_a_pay_sentence_in_other_words_is_nothing_even_where_the_pay_was_read_elsewhere():
    before = Posting(pay=yearly(50_000), language="de", sections=text_of("Wir zahlen bis zu 72.000 EUR im Jahr."))
    same = text_of("Für diese Stelle zahlen wir bis zu 72.000 €/Jahr.")
    other = text_of("Für diese Stelle zahlen wir bis zu 75.000 €/Jahr.")
    assert kinds(before, replace(before, sections=same)) == []
    assert kinds(before, replace(before, sections=other)) == [Kind.DESCRIPTION_CHANGED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You will be part of Harbour Sound’s small crew.", "You will be part of Harbour Light’s small crew."),
        ("The “Harbour Sound” way of working.", "The “Harbour Light” way of working."),
        ("Join Harbour-Sound!", "Join Harbour-Light!"),
    ],
)
def test_a_sentence_with_the_organizations_name_is_told_by_the_organization(old, new):
    before = Posting(organization="Harbour Sound", sections=text_of(old))
    after = Posting(organization="Harbour Light", sections=text_of(new))
    assert kinds(before, after) == [Kind.ORGANIZATION_CHANGED]


def test_a_name_in_a_sentence_needs_no_legal_form_and_a_title_none_for_whom():
    before = Posting(
        organization="Harbour Sound GmbH", title="Lotse (m/w/d)", sections=text_of("Als Lotse bei Harbour Sound.")
    )
    after = Posting(
        organization="Hafenlicht AG", title="Kapitän (m/w/d)", sections=text_of("Als Kapitän bei Hafenlicht.")
    )
    assert kinds(before, after) == [Kind.TITLE_CHANGED, Kind.ORGANIZATION_CHANGED]


def test_a_new_sentence_with_the_name_of_a_renamed_organization_is_told():
    before = Posting(organization="Harbour Sound", sections=text_of(BESIDE))
    after = Posting(organization="Harbour Light", sections=text_of(BESIDE, "Harbour Light loves dogs."))
    assert kinds(before, after) == [Kind.ORGANIZATION_CHANGED, Kind.DESCRIPTION_CHANGED]


@given(languages, amounts, amounts, st.lists(st.sampled_from(EXTRAS), min_size=2, max_size=2, unique=True))
def test_another_word_beside_the_pay_is_always_told(language, one, other, extras):
    said = PAY[language][0][0].rstrip(".")
    before, after = (
        Posting(
            pay=yearly(amount),
            language=language,
            sections=text_of(f"{said.format(amount_text(language, amount))}, {extra}."),
        )
        for amount, extra in zip((one, other), extras, strict=True)
    )
    expected = [Kind.DESCRIPTION_CHANGED] if one == other else [Kind.PAY_CHANGED, Kind.DESCRIPTION_CHANGED]
    assert kinds(before, after) == expected


def test_a_second_look_that_words_the_deadline_anew_has_the_text_of_the_first():
    first = Posting(deadline=dated(2027, 4, 7), sections=text_of(BESIDE, "Please apply by 7 April 2027."))
    second = replace(first, sections=text_of("Applications close on 2027-04-07.", OTHER))
    assert [it.text for it in text_as_in(first, second)] == ["Please apply by 7 April 2027.", OTHER]


def test_another_event_on_the_day_of_the_deadline_is_told():
    before = Posting(deadline=dated(2026, 2, 5), sections=text_of(BESIDE))
    after = replace(before, sections=text_of(BESIDE, "Interviews on February 5."))
    assert kinds(before, after) == [Kind.DESCRIPTION_CHANGED]
