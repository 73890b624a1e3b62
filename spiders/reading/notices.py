"""What pages say in place of a posting: that they test, lock out, rest, fail, or have nothing (any more) to show.

All patterns are for texts in lower case: without regard to case, Python tries each of their branches in full. They are
for the few words of a notice; a posting's own text is never searched for them.
"""

import re

from spiders.reading.near import lowered

CHALLENGE = re.compile(
    r"^just a moment|attention required! \| cloudflare|checking (?:your browser|if the site connection "
    r"is secure)|verify(?:ing)? (?:that )?you(?:.re| are) (?:a |an? actual |not a )?(?:real )?(?:human|person|robot"
    r"|bot)"
    r"|are you (?:a )?(?:human|robot)|confirm (?:that )?you(?:.re| are) (?:a |not a )?(?:human|robot|person)"
    r"|complete the (?:security check|captcha)|press (?:&|and) hold|enable javascript and cookies to continue"
    r"|unusual traffic|please (?:solve|complete) (?:the|this) captcha|access (?:to this page has been )?denied"
    r"|ddos protection by|pardon our interruption|security check|bot (?:detection|protection)"
    r"|request (?:was |has been )?(?:blocked|rejected|unsuccessful\. incapsula)|requested url was rejected"
    r"|(?:sorry, )?you have been blocked|i.m not a robot|human verification|one more step|verification required"
    r"|verifying your browser|disable any ad ?blocker|access to this (?:site|service|page) has been (?:limited"
    r"|restricted)"
    r"|unable to (?:give you access|access .{1,40}\bsecurity)|restrict access|(?:403 forbidden|403 - forbidden)"
    r"|before you continue(?: to .{1,40})?$"
    r"|kein roboter|dass (?:sie|du) (?:ein )?mensch|ungewöhnliche\w* (?:datenverkehr|aktivität)|sicherheitsüberprüfung"
    r"|zugriff (?:wurde )?(?:verweigert|blockiert)|pas un robot|(?:êtes|es) (?:bien )?(?:un )?humain"
    r"|(?:résoudre|résolvez|compléter) le captcha|accès (?:refusé|bloqué|interdit)|trafic inhabituel"
    r"|no (?:eres|soy|es) un robot|(?:eres|es) humano|identificar tu navegador|acceso (?:denegado|bloqueado)"
    r"|tráfico inusual|non (?:sei|sono|è) un robot|(?:sei|essere) (?:un )?(?:essere )?umano|accesso negato"
    r"|traffico insolito"
    r"|geen robot|(?:een|bent) mens\b|toegang (?:geweigerd|geblokkeerd)|inte (?:är )?en robot|(?:är )?människa\b"
    r"|åtkomst nekad|ikke (?:er )?en robot|(?:er )?et? menneske|adgang nægtet|ingen tilgang|tilgang nektet"
    r"|et ole robotti|pääsy (?:estetty|evätty)|nie jeste(?:ś|m) robotem|jesteś człowiekiem|dostęp (?:zabroniony"
    r"|zablokowany)"
    r"|ne(?:jste|jsem) robot|jste člověk|přístup (?:odepřen|zamítnut|zablokován)|não (?:é|sou) um rob|acesso negado",
    re.MULTILINE,
)
#: What the pages of bot walls load, in lower case.
CHALLENGE_MARKS = (
    "cf-chl",
    "challenge-platform",
    "cdn-cgi/challenge",
    "_cf_chl_opt",
    "cf-turnstile",
    "g-recaptcha",
    "hcaptcha.com",
    "datadome",
    "px-captcha",
    "perimeterx",
    "incapsula",
    "distil_r",
    "awswaf",
    "captcha-delivery",
    "geetest",
    "arkoselabs",
    "kasada",
)
_SIGN_IN = (
    r"login|sign ?in|log ?in|sign up|anmelden|anmeldung|einloggen|(?:se )?connect(?:er|ez-vous)|connexion"
    r"|iniciar sesión|inicia sesión|acceder|accedi|accesso|login kandidaat|inloggen|aanmelden|logga in|log ind|logg inn"
    r"|kirjaudu(?: sisään)?|kirjautuminen|přihlášení|přihlásit se|prihlásenie|zaloguj się|logowanie|iniciar sessão"
    r"|entrar"
)
LOGIN = re.compile(
    r"^(?:please )?(?:sign|log) ?in(?: to .{1,60}| or .{1,40})?$"
    rf"|^(?:{_SIGN_IN})(?: (?:\||-|–|—|:|to|zu[mr]?|à|en|al|in|på|til|do) .{{1,60}})?$|^.{{1,40}} (?:\||-|–"
    rf"|—) (?:{_SIGN_IN})$"
    r"|^join linkedin|you (?:must|need to|have to) (?:be (?:logged|signed) in|log ?in|sign ?in)(?: to| or| before)"
    r"|(?:sign|log) ?in (?:to|with .{1,40} to) (?:view|see|continue|access|find|apply)|please (?:sign|log) ?in\b"
    r"|join (?:now )?to (?:view|see)|(?:session|sitzung|sesión|sessione|sessão) (?:has )?(?:expired|timed out"
    r"|ist abgelaufen"
    r"|ha (?:expirado|caducado)|scaduta|expirou)|session (?:a )?expiré|sesja wygasła|relace vypršela"
    r"|(?:melden sie sich|melde dich|loggen sie sich) (?:bitte )?(?:an|ein)\b|bitte (?:melden"
    r"|loggen) sie sich (?:zuerst |erst |jetzt )?(?:an|ein)\b"
    r"|veuillez vous (?:connecter|identifier)|(?:debes|debe|tienes que) iniciar sesión|effettua (?:il )?(?:login"
    r"|l.accesso)"
    r"|(?:je moet|log) (?:eerst )?(?:ingelogd|in om)|du (?:måste|skal|må) (?:vara |være |logge |logga )?(?:in|ind"
    r"|inn)?\s?logg"
    r"|musisz (?:się )?(?:być )?zalogowa|zaloguj się, aby|pro (?:zobrazení|pokračování) se (?:prosím )?přihlaste",
)
MAINTENANCE = re.compile(
    r"(?:scheduled|planned|under(?:going)?|for|down for|routine|essential|website|system|site) (?:\w+ )?maintenance"
    r"|(?:we.ll|we will) be (?:right )?back|temporarily (?:unavailable|offline|down)"
    r"|(?:is|are|be) currently (?:down|offline|unavailable|undergoing)|be back (?:soon|shortly)|site is (?:down"
    r"|offline)"
    r"|maintenance mode|weekly service update"
    r"|wartungsarbeiten|wartungsmodus|gerade gewartet|vorübergehend (?:nicht (?:erreichbar|verfügbar)|offline)"
    r"|(?:en|pour|opérations? de|travaux de) maintenance|momentanément indisponible|temporairement indisponible|(?:en"
    r"|por|bajo) (?:tareas de )?mantenimiento|mantenimiento programado"
    r"|temporalmente (?:fuera|no disponible)|(?:in|per) manutenzione|manutenzione (?:programmata|in corso)"
    r"|temporaneamente non (?:disponibile|raggiungibile)"
    r"|(?:in|voor|gepland|wegens) onderhoud|onderhoudswerkzaamheden|tijdelijk niet (?:beschikbaar|bereikbaar)|(?:för"
    r"|planerat|pågående|tekniskt) underhåll|underhållsarbete|tillfälligt (?:stängd|otillgänglig|nere)"
    r"|(?:under|planlagt|til|grund af) vedligehold|midlertidigt (?:lukket|utilgængelig|nede)|(?:under|planlagt"
    r"|grunn av) vedlikehold|midlertidig (?:utilgjengelig|nede)"
    r"|huoltokatko|huoltotauko|huoltotyö|tilapäisesti poissa|prac[ae] (?:techniczn|konserwacyjn|serwisow)\w+"
    r"|przerwa techniczna|chwilowo niedostępn|(?:probíhá|plánovan\w+|důvodu) (?:\w+ )?údržb|odstávk|dočasně nedostupn"
    r"|(?:em|para) manutenção|manutenção programada|temporariamente indisponível",
)
SERVER_ERROR = re.compile(
    r"internal server error|server error|something went wrong|an? (?:unexpected |application |critical "
    r"|unknown )?error "
    r"(?:has )?occur|critical error|bad gateway|gateway time-?out|service unavailable|fatal error:"
    r"|uncaught (?:exception"
    r"|error)|traceback \(most recent|stack trace|exception (?:in thread|report|value)|operationalerror|error 5\d\d"
    r"|error code:? 5\d\d|\b5[0-3]\d: |5\d\d (?:internal|bad|service|gateway)|http (?:error|status) 5\d\d"
    r"|parse error: syntax|database (?:connection )?error|we.re sorry, but something|technical (?:problem|difficult)"
    r"|application error:|client-side exception|error establishing|runtime error|connection timed out"
    r"|web server is (?:down|returning)|origin is unreachable"
    r"|having trouble loading|(?:unable|failed) to load (?:the |this )?(?:page|job|content)|whitelabel error"
    r"|(?:ein|unerwarteter|interner|technischer) (?:\w+ )?fehler|fehler (?:ist )?aufgetreten|da ist etwas schief"
    r"|(?:une )?erreur (?:est survenue|s.est produite|interne|technique|serveur)|(?:ha ocurrido"
    r"|se ha producido) un error"
    r"|algo (?:ha ido|salió|fue) mal|error (?:interno|del servidor)|si è verificato un errore|errore (?:interno"
    r"|del server)"
    r"|qualcosa è andato storto|er (?:is|ging) iets (?:fout|mis)|er is een (?:\w+ )?fout|något gick fel"
    r"|ett fel (?:har )?"
    r"(?:inträffa|uppstå)|noget gik galt|der (?:er )?(?:op|sket)\w* en fejl|noe gikk galt"
    r"|det (?:har )?(?:opp)?st[åo]\w* en feil"
    r"|jokin meni (?:pieleen|vikaan)|tapahtui virhe|coś poszło nie tak|wystąpił (?:\w+ )?błąd|błąd serwera"
    r"|něco se pokazilo"
    r"|došlo k (?:\w+ )?chybě|chyba serveru|vyskytla se chyba|niečo sa pokazilo|algo deu errado|ocorreu um erro"
    r"|erro interno",
)
#: In place of a list that could not be had.
NOT_LOADED = re.compile(
    r"(?:could not|couldn.t|can ?not|can.t|unable to|failed to|trouble|error|problem) (?:load|loading|fetch|fetching"
    r"|retrieve|retrieving|display|displaying|get|getting) (?:\w+ ){0,4}(?:jobs|openings|positions|vacancies|roles"
    r"|listings|postings|opportunities|results|list)"
    r"|(?:jobs|openings|positions|vacancies|roles|listings|results) (?:could not|couldn.t|can ?not|can.t) be (?:loaded"
    r"|shown|displayed|retrieved|fetched)|konnten (?:leider )?nicht (?:geladen|abgerufen|angezeigt) werden"
    r"|fehler beim (?:laden|abrufen)|impossible de (?:charger|récupérer|afficher)|n.ont pas pu être (?:chargé"
    r"|affiché)\w+"
    r"|(?:no se (?:han podido|pudieron|pueden)|no (?:hemos )?podido|no pudimos|error al) (?:cargar|mostrar|obtener)"
    r"|(?:impossibile|non è stato possibile|errore (?:nel|durante il)) (?:caricare|caricamento|mostrare)"
    r"|(?:konden|kunnen) (?:helaas )?niet (?:worden )?(?:geladen|opgehaald)|kun(?:ne|de|nat) (?:\w+ )?(?:ikke|inte)"
    r" (?:(?:blive )?(?:ind)?læses|indlæse|lastes|laste|hentes|hente|laddas|ladda|hämtas|hämta|visas|vises|vise)"
    r"|lataaminen epäonnistui|ei voitu (?:ladata|hakea)|nie (?:udało|można) (?:się )?(?:załadować|wczytać|pobrać)"
    r"|(?:nepodařilo|nelze|nepodarilo) (?:se |sa )?(?:\w+ ){0,2}načíta?s?[tť]|(?:não foi possível|erro ao) carregar",
)
#: In place of a list that is empty.
NO_ROLES = re.compile(
    r"(?:no|not? any|zero) (?:\w+ ){0,3}(?:jobs|openings|positions|vacancies|roles|opportunities|results)(?: \w+){0,3}"
    r" (?:found|available|open|at (?:the|this) (?:moment|time)|right now|currently|match\w*)|(?:currently|at present)"
    r" (?:\w+ ){0,3}no (?:\w+ ){0,2}(?:jobs|openings|positions|vacancies|roles)|(?:there are|we have) (?:currently )?no"
    r" (?:\w+ ){0,2}(?:jobs|openings|positions|vacancies|roles)|keine (?:\w+ ){0,2}(?:stellen\w*|jobs|positionen"
    r"|treffer"
    r"|vakanzen)|auc?un[e]? (?:\w+ ){0,2}(?:offre|poste|emploi|annonce|résultat)|pas d.offres?"
    r"|(?:no hay|ningun[ao]?|sin) (?:\w+ ){0,2}(?:ofertas?|vacantes?|empleos?|resultados)"
    r"|nessun[ao]? (?:\w+ )?(?:offerta"
    r"|posizion[ei]|annuncio|risultato)|non ci sono (?:\w+ )?(?:offerte|posizioni)|geen (?:\w+ ){0,2}(?:vacatures"
    r"|resultaten|functies)|ing[ea](?:n|t)? (?:\w+ ){0,2}(?:lediga|ledige|jobb|job|tjänster|stillinger|treff\w*"
    r"|annonser)"
    r"|ei (?:\w+ ){0,2}(?:avoimia|työpaikkoja|tuloksia)|(?:brak|nie ma) (?:\w+ ){0,2}(?:ofert|ogłoszeń|wyników)"
    r"|(?:žádné|nejsou|nemáme) (?:\w+ ){0,4}(?:pozice|nabídky|místa|výsledky)|(?:não há|nenhuma"
    r"|sem) (?:\w+ ){0,2}(?:vagas?"
    r"|ofertas?|resultados|oportunidades?)",
)
NOT_FOUND = re.compile(
    r"(?:page|job|posting|position|vacancy|listing|document|resource|requisition|offer|role|url)(?: \w+){0,6} "
    r"(?:not found|(?:could not|couldn.t|can ?not|can.t) be found|(?:does not|doesn.t|no longer) exists?"
    r"|(?:is )?not available|(?:has been )?(?:moved|deleted))"
    r"|^404\b|\b404 (?:error|not found|page)|error 404|not found$|^not found|^oops\b|nothing (?:was )?found here"
    r"|(?:can.t|cannot|couldn.t|could not) find (?:that|this|the|anything|what)\b"
    r"|page (?:you.{1,40} )?(?:doesn.t|does not|no longer) exist|(?:moved|removed) or (?:is )?no longer"
    r"|(?:seite|stelle|stellenanzeige|stellenangebot|anzeige|inhalt|dokument)\b.{0,60}(?:nicht gefunden|existiert "
    r"(?:leider )?nicht|nicht (?:mehr )?vorhanden|nicht auffindbar|konnten wir nicht finden)|gibt es (?:leider )?nicht"
    r"|(?:page|offre|annonce|contenu|document|adresse)\b.{0,60}(?:introuvable|non trouvée?|n.existe (?:pas|plus)|n.a "
    r"(?:pas|pu) (?:pu )?(?:être |été )?trouvée?)"
    r"|(?:página|pagina|oferta|anuncio|contenido|dirección)\b.{0,60}no (?:existe|(?:ha sido |fue |se ha "
    r"|se )?encontrad[ao]"
    r"|se (?:ha podido|puede|pudo) encontrar)|no (?:hemos encontrado|se ha encontrado|se encontró|encontramos) (?:la"
    r"|esta|el)"
    r"|(?:pagina|offerta|annuncio|contenuto)\b.{0,60}(?:non (?:è stat[ao] |è )?trovat[ao]|non esiste|inesistente)"
    r"|(?:pagina|vacature|inhoud)\b.{0,60}(?:niet (?:worden |kunnen )?gevonden|bestaat (?:helaas )?niet|niet vinden"
    r"|onvindbaar)"
    r"|(?:sidan|annonsen|tjänsten|jobbet)\b.{0,60}(?:hittades inte|kunde inte hittas|finns inte|inte hittas"
    r"|går inte att hitta"
    r")|hitta(?:r|de) inte (?:sidan|annonsen)"
    r"|(?:siden|opslaget|jobbet|stillingen|annoncen|annonsen)\b.{0,60}(?:fin(?:d|n)es (?:desværre |dessverre )?ikke"
    r"|ikke "
    r"(?:blive )?f[iu]n[dn]e[ts]?|eksisterer ikke)|(?:fant|finner|fandt|kan) (?:desværre "
    r"|dessverre )?ikke (?:finde )?(?:siden"
    r"|stillingen|annonsen)"
    r"|(?:sivua|sivu|työpaikkaa|ilmoitusta)\b.{0,60}(?:ei (?:valitettavasti )?löy\w+|ei ole olemassa)"
    r"|(?:stron[aęy]|ofert[aęy]|ogłoszeni[ae])\b.{0,60}nie (?:została |zostało )?(?:znalezion\w+|istnieje"
    r"|odnalezion\w+)|nie "
    r"(?:znaleziono|znaleźliśmy|odnaleziono|można znaleźć) (?:\w+ ){0,2}(?:strony|oferty|ogłoszenia)"
    r"|(?:stránk[auy]|nabídk[auy]|inzerát|ponuk[auy])\b.{0,60}(?:nenalezena?|neexistuje|nebyl[ao]? nalezen\w*"
    r"|nelze najít"
    r"|sa nenašl\w+|neboli nájden\w+)"
    r"|(?:página|vaga|oferta|anúncio|conteúdo)\b.{0,60}(?:não (?:foi )?encontrad[ao]|não existe|inexistente)|não "
    r"(?:encontrámos|encontramos|foi possível encontrar) (?:a|esta) (?:página|vaga|oferta)",
)
NEEDS_SCRIPT = re.compile(
    r"(?:enable|requires?|need|activate|turn on|use|without) (?:to enable )?javascript|javascript (?:is "
    r")?(?:required|disabled|must be enabled|to run this app)|turn javascript on|loading\.{3}|^loading…?$"
    r"|bitte .{0,30}javascript|activ\w+ javascript|javascript (?:ist|est|está|è|er|är) (?:de[sz]\w+|nødvendig\w*"
    r"|påkrævet)"
    r"|(?:włącz|zapněte|povolte|aktivujte|schakel|habilit[ae]|abilita|ota) (?:\w+ )?javascript",
)


#: One of these is in all that `NEEDS_SCRIPT` finds.
_SCRIPT_WORDS = ("javascript", "loading")


def said(pattern: re.Pattern[str], text: str) -> str | None:
    """The first words of a text that a pattern for lower case finds, as the page has them."""
    lower = lowered(text)
    if pattern is NEEDS_SCRIPT and not any(it in lower for it in _SCRIPT_WORDS):
        return None
    match = pattern.search(lower)
    return text[match.start() : match.end()] if match else None


def is_notice(title: str) -> bool:
    """Whether a title is that of a page which shows something in place of what was asked for."""
    return any(said(it, title) for it in (CHALLENGE, LOGIN, MAINTENANCE, SERVER_ERROR, NOT_FOUND, NEEDS_SCRIPT))


def challenge_mark(html: str, *, first: int = 100_000) -> str | None:
    """What a page loads, in its `first` characters, that only the pages of bot walls load; None for nothing."""
    lower = html[:first].lower()
    return next((mark for mark in CHALLENGE_MARKS if mark in lower), None)
