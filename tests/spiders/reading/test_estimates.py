"""What others are paid and what sites guess, told apart from what an employer says of its own pay."""

import pytest

from spiders.reading.document import parse_html
from spiders.reading.estimates import is_estimate, lines
from spiders.reading.headings import not_of_the_posting
from spiders.reading.pay import find_pay

ESTIMATES = [
    "Similar roles here pay $52,000 to $88,000 a year (our estimate from 4,312 salaries)",
    "Comparable jobs in the area earn £30,000 a year",
    "Average salary in this area: $71,500 a year, based on 213 reports",
    "The average base salary for a kiln operator is £41,000 a year",
    "$66,000 is the median salary for bakers in Ohio",
    "Readers told us of $64,000 to $72,000 a year",
    "Estimated: $58K/yr - $77K/yr",
    "Market estimate, not provided by the employer",
    "Ähnliche Stellen: 41.000 € bis 58.000 € pro Jahr (Schätzung aus 84 Angaben)",
    "Das Durchschnittsgehalt liegt bei 46.500 € im Jahr.",
    "Gärtner verdienen im Schnitt 3.900 € im Monat.",
    "Salaires estimés pour ce métier : 36 000 € à 49 000 € par an (212 avis)",
    "Des postes similaires paient de 30 000 € à 47 000 € par an",
    "Salaire moyen pour ce poste : 41 000 € par an",
    "Puestos similares pagan entre 22.000 € y 35.000 € al año",
    "Salario medio en la zona: 27.900 € brutos al año",
    "Posizioni simili pagano da € 22.000 a € 35.000 l'anno",
    "Stipendio medio in zona: € 27.400 all'anno",
    "Vergelijkbare banen betalen € 2.500 tot € 3.900 per maand (onze schatting)",
    "Gemiddeld salaris in deze regio: € 3.150 per maand",
    "Liknande jobb: 33 000 kr till 41 000 kr i månaden (vår uppskattning av 70 löner)",
    "Medellönen för yrket är 34 500 kr i månaden.",
    "Lignende job betaler 27.000 kr. til 39.000 kr. om måneden",
    "Gennemsnitslønnen er 31.400 kr. om måneden.",
    "Lignende stillinger gir 450 000 kr i året (vårt anslag)",
    "Gjennomsnittslønnen for yrket er 510 000 kr i året.",
    "Vastaavat työt: palkka 2 200 - 3 300 € kuukaudessa (arviomme)",
    "Keskipalkka alueella: 2 750 € kuukaudessa",
    "Podobne stanowiska: 6 000 - 11 000 zł miesięcznie (nasz szacunek z 80 zarobków)",
    "Średnie wynagrodzenie w regionie: 8 100 zł brutto miesięcznie",
    "Podobné pozice platí 33 000 - 52 000 Kč měsíčně (náš odhad z 80 mezd)",
    "Průměrná mzda v kraji: 41 200 Kč měsíčně",
    "Vagas semelhantes pagam 1.000 € a 1.900 € por mês (nossa estimativa)",
    "Salário médio na região: 1.350 € por mês",
]
OWN = [
    "The estimated base salary range for this role is $120,000 - $150,000 a year.",
    "Estimated annual salary: $80,000 to $95,000",
    "Salary: £40,000, depending on experience in similar roles",
    "Our pay is benchmarked against the market: $101,000 - $119,000 a year",
    "Das geschätzte Jahresgehalt für diese Stelle beträgt 48.000 € bis 52.000 €.",
    "Le salaire est estimé selon profil : 30 000 € à 35 000 € par an",
    "We report to the CFO and pay $90,000 a year",
    "Based on 40 hours a week the salary is €3,400 per month",
]


@pytest.mark.parametrize("text", ESTIMATES)
def test_what_others_are_paid_is_told_by_its_words(text):
    assert is_estimate(text)


@pytest.mark.parametrize("text", OWN)
def test_what_an_employer_pays_is_no_estimate(text):
    assert not is_estimate(text)
    assert find_pay(text) is not None


def test_an_amount_is_an_estimate_where_the_next_line_says_so():
    page = "<p>We cast bells.</p><p>£28K - £52K a year</p><p>Market estimate, not provided by the employer</p>"
    assert sorted(lines(parse_html(page).blocks)) == [1, 2]
    assert list(lines(parse_html("<p>We cast bells.</p><p>£28K - £52K a year</p>").blocks)) == []


@pytest.mark.parametrize(
    "heading",
    ["Salary insights", "Compare salaries", "Gehaltsvergleich", "Lönestatistik", "What do bakers earn in York?"],
)
def test_headings_of_what_sites_say_of_pay_are_no_postings(heading):
    assert not_of_the_posting(heading.rstrip("?")) == "estimates"


@pytest.mark.parametrize("heading", ["Salary", "Pay range", "Salary and benefits", "Estimated salary range", "Gehalt"])
def test_headings_over_the_postings_own_pay_are(heading):
    assert not_of_the_posting(heading) is None
