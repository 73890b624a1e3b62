"""Names of months and weekdays in thirteen languages."""

from collections.abc import Mapping

from spiders.reading.words import listed

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta "
    "heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "fi nominative": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu "
    "heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "fi in": "tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa "
    "heinäkuussa elokuussa syyskuussa lokakuussa marraskuussa joulukuussa",
    "pl in": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
    "cs in": "lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pl nominative": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "cs nominative": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "de Austrian": "jänner feber märz april mai juni juli august september oktober november dezember",
    "unaccented": "janv fevrier maerz avr may jun jul aout sept octobre novembre decembre",
    "en short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "en short 4": "jan febr mrt apr may june july aug sept oct nov dec",
    "de short": "jan feb mrz apr mai jun jul aug sep okt nov dez",
    "fr short": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es short": "ene feb mar abr may jun jul ago sept oct nov dic",
    "it short": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl short": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pl short": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "pt short": "jan fev mar abr mai jun jul ago set out nov dez",
    "no short": "jan feb mars apr mai jun jul aug sep okt nov des",
}
#: Also words of other meaning ("2 out of 5"): a month only in a text of that language.
_AMBIGUOUS: Mapping[str, frozenset[str]] = {
    "out": frozenset({"pt"}),
    "set": frozenset({"pt", "it"}),
    "ago": frozenset({"es", "it", "pt"}),
    "lip": frozenset({"pl"}),
    "sty": frozenset({"pl"}),
    "lis": frozenset({"pl"}),
    "gen": frozenset({"it"}),
    "mag": frozenset({"it"}),
    "sie": frozenset({"pl"}),
    "des": frozenset({"no", "nb", "nn"}),
    "dic": frozenset({"es", "it"}),
    "ene": frozenset({"es"}),
}
MONTHS: Mapping[str, int] = {
    name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), start=1)
}

_WEEKDAYS = (
    """
    monday|mon|montag|mo|lundi|lun|lunes|lunedì|maandag|måndag|mån|mandag|man|maanantai|maanantaina|poniedziałek
    poniedziałku|pondělí|pondělka|segunda-feira|segunda
    """,
    """
    tuesday|tue|tues|dienstag|di|mardi|martes|martedì|dinsdag|tisdag|tirsdag|tiistai|tiistaina|wtorek|wtorku|úterý
    úterka|terça-feira|terça
    """,
    """
    wednesday|wed|weds|mittwoch|mi|mercredi|miércoles|mercoledì|woensdag|onsdag|keskiviikko|keskiviikkona|środa|środy
    środę|středa|středy|quarta-feira|quarta
    """,
    """
    thursday|thu|thur|thurs|donnerstag|do|jeudi|jueves|giovedì|donderdag|torsdag|torstai|torstaina|czwartek|czwartku
    čtvrtek|čtvrtka|quinta-feira|quinta
    """,
    """
    friday|fri|freitag|fr|vendredi|viernes|venerdì|vrijdag|fredag|perjantai|perjantaina|piątek|piątku|pátek|pátku
    sexta-feira|sexta
    """,
    """
    saturday|sat|samstag|sonnabend|sa|samedi|sábado|sabato|zaterdag|lördag|lørdag|lauantai|lauantaina|sobota|soboty
    sobotu
    """,
    """
    sunday|sun|sonntag|so|dimanche|domingo|domenica|zondag|söndag|søndag|sunnuntai|sunnuntaina|niedziela|niedzieli
    neděle|neděli
    """,
)
#: Monday is 0, as in datetime.
WEEKDAYS: Mapping[str, int] = {name: number for number, names in enumerate(_WEEKDAYS) for name in listed(names)}


def month(word: str, language: str | None) -> int | None:
    """The month that `word` (lower case, without a dot) names; None where it names none in this language."""
    languages = _AMBIGUOUS.get(word)
    if languages and (language or "")[:2].lower() not in languages:
        return None
    return MONTHS.get(word)
