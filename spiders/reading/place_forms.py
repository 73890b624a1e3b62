"""What makes a line a place by its form alone, whatever its name: postcodes, prefixes, regions in words, addresses."""

import re
import unicodedata

#: The areas of British postcodes with two letters; those with one ("B2") also name levels, floors and classes.
_AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU"
    "|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH"
    "|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO"
)
_BRITISH = rf"(?:[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}|(?:{_AREAS})\d[A-Z\d]?)"
#: German, Nordic, Dutch, Polish, Czech, Portuguese, American and British codes.
POSTCODE = re.compile(
    rf"\b(?:[A-Z]{{1,2}}-)?\d{{4,6}}(?:-\d{{3,4}})?(?:\s[A-Z]{{2}}(?=\s[A-Z]))?\b|\b\d{{2}}-\d{{3}}\b|\b{_BRITISH}\b"
)
_TOWN = r"[A-ZÀ-Ž][^\W\d_]*(?:[ '’-][^\W\d_]+){0,4}"
_FORMS = (
    # 24103 Kiel, D-86150 Augsburg, 411 05 Göteborg, 00-950 Warszawa, 1012 AB Amsterdam; but not: 2026 Graduates
    re.compile(
        rf"^(?:[A-Z]{{1,3}}[- ])?(?!(?:19|20)\d\d\s)(?:\d{{4,5}}|\d{{3}} \d{{2}}|\d{{2}}-\d{{3}}"
        rf"|\d{{4}} [A-Z]{{2}}) {_TOWN}$"
    ),
    # Wakefield WF2; Telford (TF1); 12 Mill Lane, Ludlow, SY8 1EE
    re.compile(rf"^[^:.]{{2,60}}[\s,(]{{1,3}}{_BRITISH}\)?$"),
    # a French department: 44 - NANTES
    re.compile(r"^\d{2} - [A-ZÀ-Ž][\w' -]{2,40}$"),
    # Main Street 12/4, Springfield; Hauptstraße 12, 86150 Augsburg
    re.compile(r"^[^\d,.:]{3,40}\s\d{1,5}(?:/\d{1,4})?\w?,\s(?:\d{3,5}\s(?:\d\d\s)?)?[^\d,.:]{2,50}$"),
    re.compile(
        r"^[\w' -]{3,40}\s(?:kraj|county|province|oblast|okres|Landkreis|voivodeship|metropolitan area|län|fylke)$",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?:Raum|Großraum|okres|powiat|woj\.) {_TOWN}"),
    # Newcastle NSW; Tulsa OK 74136
    re.compile(rf"^(?:{_TOWN}, )?{_TOWN},? (?:NSW|VIC|QLD|TAS|ACT|[A-Z]{{2}} \d{{5}})(?: \d{{4}})?$"),
)
#: Words of organizations: a line with one names who is somewhere, not where.
_ORGANIZATION = re.compile(
    r"\b(?:universit\w{1,5}|yliopisto|uniwersytet\w{0,3}|univerzita|høgskole\w{0,3}|kommune?|högskola\w{0,2}"
    r"|hochschule|college|hospitals?|krankenhaus|klinikum"
    r"|school|schule|council|institut\w{0,3}|academy|trust|foundation|ltd|limited|llc|inc|gmbh|s\.r\.o|a/s|aps|oyj?"
    r"|s\.?p\.?a|s\.?r\.?l|b\.v|sp\. z o)\b",
    re.IGNORECASE,
)
_LETTERS = str.maketrans({"ø": "o", "ß": "ss", "ł": "l", "æ": "ae", "đ": "d", "’": "'", "œ": "oe", "ı": "i"})


def has_form_of_place(text: str) -> bool:
    """Whether a short line is a place by its form ("24103 Kiel", "Telford (TF1)", "Main Street 12, Springfield")."""
    return any(form.search(text) for form in _FORMS)


def names_organization(text: str) -> bool:
    """Whether a line has a word that organizations have in their names ("University of Leeds, UK")."""
    return _ORGANIZATION.search(text) is not None


def folded(text: str) -> str:
    """Lower case without accents: "Málaga" and "malaga" are one."""
    lower = text.casefold().translate(_LETTERS)
    if lower.isascii():
        return lower
    return "".join(it for it in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(it))
