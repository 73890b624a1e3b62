"""What words an organization's name has, and what looks like one and is not: boards, departments, pronouns, places."""

import re

from spiders.reading.employment import is_only_employment
from spiders.reading.place import looks_like_place
from spiders.reading.place_forms import folded
from spiders.reading.status import find_status
from spiders.reading.title import is_generic
from spiders.reading.words import listed

_BOARDS = re.compile(
    r"linkedin|indeed|glassdoor|stepstone|remote ?ok|we work remotely|stack ?overflow"
    r"|wellfound|angellist|y combinator|work at a startup"
    r"|\bjob|jobb?s?\b|careers?\b|karriere|vacanc|hiring|stellen|emploi|empleo|lavoro|vacature|praca"
    r"|práce|nabídk|online$|portal|board|platsbanken|trabajo"
    r"|\.(?:com|cz|de|io|org|net|eu|no|se|dk|fi|fr|es|it|nl|pt|pl|uk|at|ch|be|ie|sk|jobs)\b",
    re.IGNORECASE,
)
#: Boards and applicant systems whose names are no more than that, in lower case.
_BOARD_NAMES = frozenset(
    listed(
        """
academic positions|academicpositions|academics|adzuna|angellist|apec|ashby|bamboohr|behance|blocket|breezy
built in|builtin|cadremploi|caterer|catho|craigslist|cv-library|dice|dribbble|duunitori|efinancialcareers
euraxess|eures|facebook|finn|flexjobs|france travail|gov.uk|greenhouse|gumtree|gupy|hacker news|hellowork|hired
icims|idealist|infoempleo|infojobs|interamt|intermediair|jazzhr|jooble|jora|kununu|lever|meteojob|mol|monster
monsterboard|naukri|nav|net-empregos|nexxt|nhs|no fluff jobs|oikotie|oikotie tyopaikat|olx|otta|personio
pole emploi|pracuj|profesia|recruitee|reed|remotive|rippling|sapo|seek|simplyhired|smartrecruiters|snagajob
softgarden|subito|talent|taleo|teamtailor|tecnoempleo|tes|the guardian|the hub|the ladders|the muse|totaljobs
trade me|twitter|usajobs|vagas|varbi|welcome to the jungle|workable|workday|xing|ziprecruiter
"""
    )
)
_NOT_NAMES = frozenset(
    listed(
        """
the|this|that|our|us|we|you|your|it|he|she|they|who|what|why|how|if|as|in|at|for|a|an|all|no|yes|please|role|job
position|team|company|about|join|both|each|there|these|those|i|more|work|ideal|successful|candidate|candidates
applicant|applicants|location|here|now|one|today|experience|knowledge|benefits|salary|remote|on|and|or|website
"""
    )
)
_TEAMS = (
    r"(?:engineering|software|services?|marketing|sales|finance|operations|people|hr|human resources|product|design"
    r"|legal|data|it|ict|support|customer (?:success|support|service|care|experience)|administration|logistics"
    r"|research|r&d|infra(?:structure)?|machine learning|production|quality|business development|accounting"
    r"|communications?|security|technology|development|manufacturing|supply chain|purchasing|general|other|all|home"
    r"|apply|utveckling|försäljning|ekonomi|teknik|salg|økonomi|vertrieb|entwicklung|verwaltung|technik|produktion"
    r"|personal|einkauf|ventes|commercial|ingénierie|informatique|ventas|ingeniería|vendite|produzione|verkoop"
    r"|techniek|myynti|tuotanto|talous|sprzedaż|produkcja|obchod|výroba|vendas|engenharia|tecnologia)"
)
#: What teams are called, at a title's side on employers' own pages; for texts in lower case.
_DEPARTMENT = re.compile(
    rf"^(?:{_TEAMS}(?:(?:,| &| and| /| und| et| y| och| og) {_TEAMS}){{0,3}}(?: (?:department|team|division|group))?"
    r"|.{2,60}\s(?:department|division|abteilung|avdelning(?:en)?|afdeling(?:en)?|osasto))$"
)
#: A name does not end so: "Posted 5 November by".
_UNFINISHED = re.compile(r"\s(?:by|at|von|par|por|da|av|af|door|for|with|bei|chez|hos)$")
#: A legal form makes a line an organization's name.
_LEGAL_FORM = re.compile(
    r"(?:^|[\s,])(?:inc|llc|llp|ltd|limited|plc|corp|gmbh|ag|kg|se|e\.v|s\.?r\.?o|a\.?s|a/s|aps|ab|oy|oyj|asa|lda"
    r"|b\.?v|n\.?v|s\.?a|s\.?a\.?s|s\.?r\.?l|s\.?p\.?a|sp\. z o\.?o|pty ltd|pte\.? ltd|kft|spol\. s "
    r"r\.o)\.?$",
    re.IGNORECASE,
)
#: "University of Copenhagen", "Aalborg Universitet".
_INSTITUTION = re.compile(
    r"\b(?:Universit(?:y|ät|é|eit)|Universi(?:dad|dade|tà)|College)"
    r"(?: of| de| di| degli Studi di| do)? [A-ZÀ-Ž][\w'’-]{1,30}(?: [A-ZÀ-Ž][\w'’-]{1,30}){0,2}"
    r"|\b(?:[A-ZÀ-Ž][\w'’-]{1,30} ){1,3}(?:University(?: College)?|Universitet|Universiteit)\b"
)

#: Small words of sentences, behind the first word; names seldom have them.
_SENTENCE = re.compile(
    r"\s(?:ist|sind|wird|werden|wurde|nicht|wir|est|sont|a été|nous|vous|votre|está|están|ya no|è|sono|zijn|niet|är"
    r"|har|inte"
    r"|vi|er|ikke|ei|ole|enää|jest|nie|już|są|není|již|už|jsou|é|não|são)\s|\b(?:n'est|n’est)\s"
    r"|[.!?…]\s+[A-ZÀ-Ž]\w+\s\w+\s"
)


def is_statement(text: str) -> bool:
    """Whether a line says something ("Cette offre n'est plus disponible", "Closed") rather than names somebody."""
    return _SENTENCE.search(text) is not None or find_status(text, head_length=len(text)) is not None


def has_legal_form(text: str) -> bool:
    """Whether a name ends in a legal form ("Acme GmbH", "KK Wind A/S")."""
    return _LEGAL_FORM.search(text) is not None


def is_department(text: str) -> bool:
    """Whether a short line names a part of an organization ("Engineering", "Sales Department")."""
    return _DEPARTMENT.match(text.lower()) is not None


def is_board(text: str) -> bool:
    """Whether a name is a job board's or an applicant system's, as far as its words tell."""
    if has_legal_form(text):
        return False
    return folded(text) in _BOARD_NAMES or _BOARDS.search(text) is not None


def is_name(text: str) -> bool:
    """Whether words may be an organization's name rather than a pronoun, a place, a role or a page's heading."""
    return (
        1 < len(text) <= 80  # noqa: PLR2004 - a name
        and sum(letter.isalpha() for letter in text) > 1
        and text.lower() not in _NOT_NAMES
        and (text.startswith("The ") or text.split(maxsplit=1)[0].lower() not in _NOT_NAMES)
        and not is_generic(text)
        and not _UNFINISHED.search(text)
        and not is_only_employment(text)
        and not looks_like_place(text)
        and not is_statement(text)
    )


def institution_in(text: str) -> str | None:
    """The university or college that a title names ("PhD fellow at the University of Leeds")."""
    found = _INSTITUTION.search(text)
    return found[0] if found else None
