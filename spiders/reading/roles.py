"""Whether a line names a role, by the words that titles of postings use in many languages."""

import re
from collections.abc import Iterable
from functools import lru_cache

from spiders.reading.words import alternation, listed

#: Texts of one page that are asked about again; a page has a few hundred.
_REMEMBERED = 1_024
_LONGEST = 160
#: Words of which a title, in lower case, has at least one, nearly always; by language, "*" for any ending.
_WORDS = (
    # English
    """
    devops|sre|manager|managers|managing|director|directors|intern|interns|internship|internships|analyst|analysts
    scientist|scientists|architect|architects|consultant|consultants|specialist|specialists|associate|associates
    assistant|assistants|coordinator|coordinators|co-ordinator|co-ordinators|administrator|administrators|officer
    officers|lead|leads|leader|head|heads|chief|vp|president|tutor|tutors|professor|professors|postdoc*|phd|researcher
    researchers|fellow|nurse|nurses|doctor|doctors|physician|physicians|therapist|therapists|technician|technicians
    operator|operators|operative|operatives|driver|drivers|worker|workers|clerk|clerks|cashier|cashiers|cook|cooks
    chef|chefs|baker|bakers|waiter|waiters|barista|baristas|bartender|bartenders|cleaner|cleaners|receptionist
    receptionists|secretar*|accountant|accountants|bookkeeper|auditor|auditors|controller|controllers|lawyer|lawyers
    attorney|attorneys|paralegal|paralegals|recruiter|recruiters|representative|representatives|executive|executives
    agent|agents|adviser|advisers|advisor|advisors|salesperson|salesmen|editor|editors|writer|writers|copywriter
    copywriters|journalist|journalists|producer|producers|programmer|programmers|tester|testers|trainee|trainees
    apprentice|apprentices|working student|working students|student assistant|student assistants|student worker
    student workers|student position|student positions|student job|student jobs|studentship|superviso*|planner
    planners|strategist|strategists|buyer|buyers|merchandiser|merchandisers|mechanic|mechanics|electrician
    electricians|plumber|plumbers|carpenter|carpenters|welder|welders|machinist|machinists|assembler|fitter|guard
    guards|librarian|librarians|curator|curators|product owner|scrum master|professional|professionals|teller
    tellers|host|hosts|dishwasher|dishwashers|attendant|attendants|instructor|instructors|coach|trainer|trainers
    scholar|scholars|postdoctoral|counsel*|chemist|chemists|biologist|biologists|physicist|physicists|pharmacist
    pharmacists|veterinar*|dentist|dentists|surgeon|surgeons|paramedic|paramedics|radiographer|midwife|carer
    caregiver|psychologist|dietitian|sales manager|sales rep|sales assistant|sales associate|sales consultant
    ranger|inspector|surveyor|estimator|dispatcher|picker|packer|lecturer|housekeeper|caretaker|janitor|custodian
    gardener|painter|decorator|underwriter|actuary|economist|statistician|translator|interpreter|photographer
    animator|illustrator|handyman|foreman|porter|steward|crew member|team member|business partner|stylist|lifeguard
    nanny|nannies|babysitter|childminder
    """,
    # German; much ends in one of `_WITHIN_WORDS`
    """
    sachbearbeiter*|werkstudent*|praktik*|fachkraft|fachkräfte
    referent*|assistenz|azubi*|gärtner*|ausbildung zum|ausbildung zur
    lagerist*|erzieher*|arzt|ärztin|oberarzt|disponent*
    buchhalter*|sekretär*|verkäufer*|koch|köchin|elektriker*|schlosser*
    monteur*|maurer*|maler*|pädagog*|heilerziehungspfleg*|hausmeister*|bauleiter*|doktorand*|aushilf*|minijob*
    """,
    # French
    """
    ingénieur|ingénieurs|ingénieure|ingénieures|ingenieur*|développeu*|responsable|chargé|chargée|stagiaire|alternan*
    technicien*|vendeu*|comptable*|infirmi*|conducteur*|conductrice
    chauffeur*|cuisini*|serveu*|ouvrier*|ouvrière*|opérateur*
    opératrice|mécanicien*|électricien*|jardinier*|gestionnaire*|conseiller*
    conseillère*|enseignant*|chercheu*|juriste*|acheteu*|contrôleu*
    directeur*|directrice|adjoint*|éducateur*|éducatrice*
    aide-soignant*|aide-comptable*|secrétaire*|magasini*|préparateur*|préparatrice*
    coordinateur*|coordinatrice*
    assistante|assistantes|agente|animateur*|animatrice*|formateur*|formatrice|apprenti*|doctorant*|cheffe
    """,
    # Spanish and Portuguese
    """
    desarrollador*|ingenier*|técnic*|becari*|analista*|consultor*|jefe|jefa|dependient*|vendedor*|camarer*|cociner*
    enfermer*|médico|médica|médicos|profesor*|contable*
    administrativ*|auxiliar*|operari*|mozo*|conductor*|encargad*|gerente*
    programador*|diseñador*|comercial|asistente*|recepcionista*|mecánic*
    jardiner*|jardineir*|electricista*|abogad*|cajer*|prácticas
    desenvolvedor*|engenheir*|estagiári*|estágio*|assistente*|motorista*|operador*|cozinheir*|enfermeir*|professor*
    contabilista*|contador*|gestor*|coordenador*|diretor*|atendente*|balconista*|advogad*|eletricista*|mecânic*
    empregad*|supervisor*
    """,
    # Italian
    """
    sviluppat*|ingegner*|tecnico|tecnici|addett*|impiegat*|magazzinier*|commess*|cuoco|cuoca|camerier*|infermier*
    autista|autisti|contabil*|operai*|elettricist*|giardinier*
    meccanic*|insegnant*|docent*|ricercat*|assegnist*|segretari*|responsabil*
    progettist*|programmator*|consulent*|venditor*|direttor*|tirocin*|stagist*|apprendist*
    """,
    # Dutch
    """
    ontwikkelaar*|medewerker*|adviseur*|verpleegkundig*|leraar|lerares|docent*|verkoper*|boekhouder*|begeleider*
    verzorgende*|onderzoeker*|projectleider*|beheerder*|stagiair*
    jurist*|hovenier*|bediende*|lasser*|timmerman|werkvoorbereider*
    schoonmaker*|teamleider*|calculator|planner*|monteur*
    """,
    # Swedish, Danish, Norwegian
    """
    ingenjör*|säljare|adjunkt|lektor*|stipend*|handläggare
    ekonom|snickare|trädgårdsmästare|läkare|doktorand*|sekreterare|samordnare
    kock|kockar|enhetschef|biträde|vårdbiträde*|barnskötare|undersköterska*|sjuksköterska*|förskollärare|förare
    pædagog*|sygeplejerske*|lærer*|sælger*|projektleder*|jurist*|kok|kokk|kokke|elektriker*|læge*|tømrer*|gartner*|smed
    chauffør*|bogholder*|medhjælper*|sosu-*|sykepleier*|rådgiver*|prosjektleder*|selger*|helsefagarbeider*|sjåfør*
    mekaniker*|lærling*|stipendiat*|førsteamanuensis|saksbehandler*|lege|vaktmester*|souschef*|tekniker*|psykolog
    """,
    # Polish
    """
    programist*|inżynier*|specjalist*|kierownik*|księgow*|sprzedaw*|kasjer*|magazynier*|kierowc*|przedstawiciel*
    asystent*|analityk*|nauczyciel*|lekarz*|pielęgniar*|mechanik*
    elektryk*|ogrodnik*|monter*|spawacz*|dyrektor*|konsultant*
    doradc*|pracownik*|kucharz*|kelner*|recepcjonist*|praktykant*|stażyst*|koordynator*|operator*
    """,
    # Czech and Slovak
    """
    vývojář*|programátor*|specialist*|administrátor*|manažer*|manažér*|konzultant*|technik*|inženýr*|asistent*|účetní
    účtovník*|řidič*|vodič*|prodavač*|predavač*|skladn*|kuchař*
    kuchár*|pekař*|elektrikář*|zahradník*|záhradník*|zámečník*|svářeč*|dělník*
    operátor*|učitel*|lékař*|vedoucí*|ředitel*|montér*|seřizovač*|obchodník*|obchodní zástupce|recepční|analytik*
    mistr|zdravotní sestr*
    """,
    # Finnish; much ends in one of `_WITHIN_WORDS`
    "kehittäj*|insinöör*|kokki|puutarhuri*|controller*|harjoittelij*|lääkäri*",
)
#: "H/F", "m/w/d", "Farero/a", "(m/w/d)".
_GENDERED = (
    r"(?<!\w)(?:h\s?/\s?f|f\s?/\s?h|m/[wfk]/d|w/m/d)(?!\w)|(?<=\w{3}[oer])/a(?!\w)"
    r"|\((?:[mwfdxhnkž]/){1,3}[mwfdxhnkž*]\)"
)


def _either(words: Iterable[str]) -> str:
    """A pattern for words, with any ending where they say so."""
    known = list(words)
    ended = alternation(word for word in known if not word.endswith("*"))
    begun = alternation(word.removesuffix("*") for word in known if word.endswith("*"))
    return rf"(?<!\w)(?:{ended}(?!\w)|{begun}\w{{0,30}}(?!\w))"


_ROLE = re.compile(rf"{_either(word for words in _WORDS for word in listed(words))}|{_GENDERED}")
#: Kinds of opening, not one: "full-time jobs, part-time jobs and internships".
_CATEGORIES = re.compile(r"(?<!\w)jobs,? (?:\S{1,30} ){0,4}(?:jobs|internships|careers)(?!\w)")
#: These also end longer words ("Webentwickler"), or stand within them.
_WITHIN_WORDS = re.compile(
    r"engineers?(?!\w)|developers?(?!\w)|designers?(?!\w)|teachers?(?!\w)|lehrer|entwickler|ingenieur|leiter"
    r"|mitarbeiter(?:in|innen|:in|\*in)?(?!\w)|kauf(?:mann|frau)|berater|techniker|laborant"
    r"|(?:mechanik|mechatronik|elektronik|fahr|pfleg|helf|führ|arbeit|händl|verkäuf|meist|plan|forsch|informatik|chemik"
    r"|therapeut|einkäuf|betreu|architekt|redakteur|koordinator|gestalt|install|zeichn|schweiß|koch)"
    r"er?(?:in|innen|:in|\*in)(?!\w)"
    r"|(?:mechanik|mechatronik|elektronik|fahr|pfleg|helf|führ|arbeit|händl|verkäuf|meist|\w{3}plan|\w{3}forsch"
    r"|informatik|\w{3}chemik|einkäuf|betreu|zeichn|schweiß)er(?!\w)"
    r"|\w{3}(?:arzt|ärztin|therapeut|pädagoge|architekt|redakteur|assistent|koordinator|jurist)(?:in|innen|:in"
    r"|\*in)?(?!\w)"
    r"|(?:udvikler|utvikler|utvecklare|ingeniør|ingenjör|med?arbe[ij]der|medarbetare|assistent|lærer|lärare|sköterska"
    r"|handläggare|planerare|analytiker|inköpare|redaktör|samordnare|säljare|montör|operatör|montør|operatør"
    r"|montasje|snekker|rådgivare|rådgiver|pedagog|pædagog|skötare|förare|läkare|arkitekt|utredare|projektledare"
    r"|gruppchef|butikschef|enhetschef|avdelingsleder|afdelingsleder|teamleder|butikkmedarbeider|planlægger|planlegger"
    r"|overlege|overlæge|ekonom|økonom|kemist|kjemiker|kemiker|biträde|administratör|administrator|koordinator)(?!\w)"
    r"|konsulent|konsult(?!\w)"
    r"|(?:myyjä|pitäjä|hoitaja|opettaja|kuljettaja|asentaja|suunnittelija|päällikkö|asiantuntija|johtaja|tutkija"
    r"|työntekijä|sihteeri|siivooja|laskija|avustaja|ohjaaja|neuvoja|assistentti|insinööri|kehittäjä|koordinaattori"
    r"|analyytikko|esimies|ostaja|valmistaja|korjaaja)(?!\w)"
    r"|\w{3}(?:beheerder|adviseur|leider|monteur|verzorger|begeleider|ontwikkelaar|verkoper|inkoper|docent)(?!\w)"
)


@lru_cache(maxsize=_REMEMBERED)
def reads_as_role(text: str) -> bool:
    """Whether a short line names a role ("ML Engineer", "Praktikant (m/w/d)")."""
    if len(text) > _LONGEST or text.endswith((".", "!", "?")):
        return False
    lower = text.lower()
    if _CATEGORIES.search(lower):
        return False
    return _WITHIN_WORDS.search(lower) is not None or _ROLE.search(lower) is not None
