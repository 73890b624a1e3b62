"""Whether a line names a role, by the words that titles of postings use in many languages."""

import re
from functools import lru_cache

#: Texts of one page that are asked about again; a page has a few hundred.
_REMEMBERED = 1_024
_LONGEST = 160
#: Words of which a title, in lower case, has at least one, nearly always.
_ROLE = re.compile(
    r"(?<!\w)(?:devops|sre|managers?|managing|directors?|intern(?:ship)?s?|analysts?|scientists?|architects?"
    r"|consultants?|specialists?|associates?|assistants?|co-?ordinators?|administrators?|officers?|leads?"
    r"|leader|heads?|chief|vp|president|tutors?|professors?|postdoc\w*|phd|researchers?|fellow|nurses?"
    r"|doctors?|physicians?|therapists?|technicians?|operators?|drivers?|workers?|clerks?|cashiers?|cooks?"
    r"|chefs?|bakers?|waiters?|baristas?|cleaners?|receptionists?|secretar\w+|accountants?|auditors?"
    r"|controllers?|lawyers?|attorneys?|paralegals?|recruiters?|representatives?|executives?|agents?|advisers?"
    r"|advisors?|salesperson|salesmen|sales (?:\w+ ){0,2}(?:manager|rep|executive|assistant|associate"
    r"|consultant)|editors?|writers?|copywriters?|journalists?|producers?|programmers?|testers?|trainees?"
    r"|apprentices?|working students?|student (?:assistant|worker|position|job)s?|assistant|superviso\w+"
    r"|planners?|strategists?|buyers?|merchandisers?|mechanics?|electricians?|plumbers?|carpenters?|welders?"
    r"|machinists?|guards?|librarians?|curators?|product owner|scrum master|professionals?|tellers?|hosts?"
    r"|dishwashers?|attendants?|instructors?|coach|trainers?|scholars?|postdoctoral|counsel\w*|chemists?"
    r"|biologists?|physicists?|pharmacists?|veterinar\w+|dentists?|surgeons?|paramedics?|sachbearbeiter\w*"
    r"|werkstudent\w*|praktik\w*|fachkraft|referent\w*|assistenz|ing[eé]nieure?s?|développeu\w+|responsable"
    r"|chargée?|stagiaire|alternan\w+|chef|technicien\w*|vendeu\w+|desarrollador\w*|ingenier\w+|técnic\w+"
    r"|becari\w+|analista|consultor\w*|jefe|sviluppat\w+|ingegnere|tecnico|addett\w+|impiegat\w+|ontwikkelaar"
    r"|medewerker|adviseur|ingenjör|säljare|adjunkt|lektor|stipend\w*|programist\w+|inżynier|specjalist\w+"
    r"|kierownik|vývojář\w*|programátor\w*|specialist\w+|administrátor\w*|manažer\w*|konzultant\w*|technik\w*"
    r"|inženýr\w*|asistent\w*|účetní|desenvolvedor\w*|engenheir\w+|estagiári\w+|kehittäjä|insinööri)(?!\w)"
    r"|\((?:[mwfdxhnkž]/){1,3}[mwfdxhnkž*]\)"
)
#: These also end longer words ("Webentwickler"), or stand within them.
_WITHIN_WORDS = re.compile(
    r"engineers?(?!\w)|developers?(?!\w)|designers?(?!\w)|teachers?(?!\w)|lehrer|entwickler|ingenieur|leiter"
    r"|mitarbeiter(?:in|innen|:in|\*in)?(?!\w)|kauf(?:mann|frau)|berater|techniker|utvecklare(?!\w)"
    r"|udvikler(?!\w)|ingeniør(?!\w)|medarbejder(?!\w)|assistent(?!\w)|konsulent"
)


@lru_cache(maxsize=_REMEMBERED)
def reads_as_role(text: str) -> bool:
    """Whether a short line names a role ("ML Engineer", "Praktikant (m/w/d)")."""
    if len(text) > _LONGEST or text.endswith((".", "!", "?")):
        return False
    lower = text.lower()
    return _WITHIN_WORDS.search(lower) is not None or _ROLE.search(lower) is not None
