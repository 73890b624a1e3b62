"""Words that carry no fact of their own in a sentence about a told fact: "the hourly rate is", "postulez avant le".

One table a fact, thirteen languages in it. A word belongs here only if a sentence with and without it says the same
of that fact; what else stands in such a sentence is compared.
"""

from monitor.changes.words import words
from spiders.reading.deadline_phrases import CUE_OF, Cue

_PLAIN = """
a an the and or of for from to in on at by is are be was will would this that these it its as with our your you we us
until till up than later only please must can could may might should shall do does have has been being per so about
there here
der die das den dem des ein eine einen einem einer und oder zu zum zur am im ist sind wird werden für von mit bei wir
uns unser unsere du sie dein deine ihr ihre bis ab als an auf dieser diese dieses es sich bitte kann kannst können
könnt soll sollen sollst wurde worden haben hat
le la les l un une des du de d et ou à au aux en pour par sur est sont sera nous vous votre vos notre nos ce cet cette
ces se jusqu dès il elle qu peut peux pouvez pouvons
doit doivent devez avez avons a été merci
el los las una unos y o del al con por para es son será su sus nuestro nuestra tu hasta desde este esta esto puede
puedes pueden debe deben ha han
lo gli i uno e di da il della dello dei alla allo nel nella per con è sono sarà si tuo tua nostro nostra fino entro
questo
questa
het een en van voor met op te tot is zijn wordt je jouw u uw wij we ons onze dit deze vanaf uit kan kunt kunnen moet
hebben
och eller att som är för på till av med den det de ett en vi du din ditt vår vårt denna detta från ska kan måste har
og eller at som er på til af av med det en et vi du din dit vår vårt vores denne dette fra skal om kan må har
ja tai on ovat se tämä tämän sinä me meidän kanssa asti mennessä voi voit voidaan
i lub jest są na w we z ze od do dla za to ta ten nasz nasza nasze twój twoja się przez tym tego tej można możesz należy
a nebo je jsou na v ve z ze od do pro za to ta ten tento tato naše náš vaše se si této tuto můžete můžeš lze
o os as um uma uns umas e ou é são será no na nos nas do da dos das em por para com seu sua nosso nossa até desde esta
este
"""
_POSITION = """
role position job vacancy post opening opportunity work working employment candidate candidates start starting
stelle position arbeit tätigkeit job anstellung poste emploi offre travail mission puesto trabajo empleo oferta vacante
posizione lavoro ruolo offerta impiego functie baan vacature werk tjänst tjänsten jobb jobbet arbete arbetet
rollen roll stilling stillingen job jobbet arbejde arbejdet arbeid arbeidet rolle tehtävä työ työpaikka tehtävän työn
stanowisko stanowiska stanowisku praca pracy oferta pozice pozici práce práci místo vaga cargo trabalho emprego posição
"""
_PAY = """
pay pays paid paying salary salaries rate rates wage wages compensation remuneration range base basic hourly daily
weekly monthly yearly annual annually annum hour hours hr hrs h day days week weeks wk month months mo year years yr
yrs pa k usd eur gbp chf cad aud sek nok dkk pln czk inr jpy sgd us dollar dollars euro euros pound pounds $ € £ ¥ kr
kč zł between approximately circa ca approx gross offer offers earn minimum maximum min max expected offered
gehalt bruttogehalt jahresgehalt monatsgehalt vergütung entgelt lohn stundenlohn verdienst stunde tag woche monat jahr
pro brutto zwischen mindestens höchstens beträgt liegt zahlen bieten verdienst jährlich monatlich einstiegsgehalt rund
salaire rémunération proposée proposé brut bruts brute heure jour semaine mois an ans année annuel annuelle mensuel
mensuelle annuels compris entre partir versons offrons fourchette environ
salario sueldo retribución remuneración bruto brutos bruta hora día semana mes año años anual anuales mensual mensuales
entre desde ofrecemos ofrecida
stipendio retribuzione compenso ral lordo lordi lorda annuo annui annua mensile mensili ora ore giorno mese anno tra
offriamo offerta
salaris loon uurloon maandsalaris bruto uur dag week maand jaar tussen bieden bedraagt vanaf minimaal maximaal
lön lönen lönespann månadslön timlön timme timmen dag dagen vecka månad månaden mån år året kronor mellan betalar
erbjuder brutto ligger
løn lønnen lønn lønnen timeløn timelønn månedsløn månedslønn årsløn årslønn time timen uge uke måned måneden kroner
mellem mellom betaler tilbyder tilbyr brutto
palkka palkkaa palkan tunti tunnissa tunnilta kuukausi kuukaudessa kk vuosi vuodessa vuosipalkka kuukausipalkka välillä
maksamme tarjoamme euroa
wynagrodzenie wynagrodzenia pensja stawka płaca brutto godzina godzinę godz dzień miesiąc miesięcznie mies rok rocznie
złotych między oferujemy płacimy
mzda mzdy mzdu plat platu hrubého hrubá hodina hodinu hod den měsíc měsíčně rok ročně korun mezi nabízíme platíme
salário remuneração vencimento ordenado bruto brutos hora dia mês mensal mensais ano anual anuais oferecemos pagamos
"""
_DEADLINE = """
deadline deadlines apply applying application applications close closes closed closing due date day last final submit
submitted submission submissions received accepted accepting accept open before midnight noon no not am pm a m p o
clock end ends ending expires expiry send us
time local th st nd rd t z et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest eet eest ist jst h kl klo
cv résumé resume mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday new york london
berlin
uhr bewerbung bewerbungen bewerbungsschluss bewerbungsfrist bewerbungsende frist bewerben bewirb dich spätestens endet
senden einsendeschluss montag dienstag mittwoch donnerstag freitag samstag sonntag mitternacht
candidature candidatures postuler postulez candidater avant limite date dernier délai clôture clôturées heures minuit
envoyez envoyer tard plus dossier lundi mardi mercredi jeudi vendredi samedi dimanche
candidatura candidaturas solicitud solicitudes fecha plazo límite inscripción inscripciones presentación antes envía
enviar cierra termina lunes martes miércoles jueves viernes sábado domingo
candidature scadenza termine entro oltre invia inviare candidati data lunedì martedì mercoledì giovedì venerdì sabato
domenica
sollicitatie sollicitaties solliciteer solliciteren sluitingsdatum uiterlijk reageren reageer uiterste datum sluit vóór
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag uur
ansökan ansökningar ansök sök sista dag ansökningsdag senast skicka in måndag tisdag onsdag torsdag fredag lördag söndag
ansøgning ansøgningsfrist ansøg frist senest send mandag tirsdag lørdag søndag søk søknad søknadsfrist innen søke
hakemus hakemukset hakuaika hae viimeistään päättyy haku viimeinen hakupäivä jätä lähetä mennessä maanantai tiistai
keskiviikko torstai perjantai lauantai sunnuntai
aplikacja aplikacje aplikuj zgłoszenia zgłoszenie termin składania ostateczny dnia godz godziny r roku przyjmujemy
czekamy poniedziałek wtorek środa czwartek piątek sobota niedziela
přihlášky přihláška přihlaste termín uzávěrka nejpozději životopis pošlete reagujte hodin dne datum
candidate inscreva inscrições prazo encerramento envie data limite segunda terça quarta quinta sexta feira
extend extended extending prolong prolonged new period verlängert verlängern verlängerung neue neuer prolongé prolongée
prolongées prolongeons repoussée reportée nouvelle amplía ampliamos ampliado ampliada prorroga prorrogado nuevo nueva
prorogato prorogata prorogati proroga nuova nuovo termini verlengd verlengen nieuwe förlängd förlängt förlängs förlänger
ny nya ansökningstiden forlænget forlænges forlænger forlenget forlenges utsatt ansøgningsfristen søknadsfristen
jatkettu jatketaan pidennetty uusi hakuaikaa przedłużony przedłużono przedłużamy przedłużona nowy zgłoszeń aplikacji
prodloužen prodloužena prodlužujeme prodloužili nový lhůta přihlášek podání prorrogado prorrogadas prorrogamos novo
"""
_PLACE = """
based located location locations office offices site team sits place city area region town live workplace hub
office büro büros standort standorte arbeitsort arbeitsplatz sitzt liegt ort einsatzort niederlassung befindet team
bureau bureaux lieu site basé basée situé située équipe agence ville trouve
oficina oficinas lugar ubicación ubicado ubicada sede equipo ciudad está
ufficio uffici sede luogo sedi città squadra trova
kantoor locatie standplaats vestiging gevestigd plaats team
kontor kontoret ort plats arbetsplats placering teamet sitter ligger finns stad kontorer sted arbejdssted arbeidssted
beliggenhed lokation
toimisto toimipaikka sijainti sijaitsee paikkakunta tiimi
biuro biura lokalizacja miejsce zespół miasto znajduje
kancelář místo lokalita tým město sídlí nachází pracoviště
escritório local localização sede equipa equipe cidade fica
"""
_WORKPLACE = """
fully full 100 % model work workplace type arbeitsmodell entirely mode mix
complet partiel partielle total modalidad modalidade modello arbetsmodell arbejdsform arbeidsform työmalli tryb forma
"""
_EMPLOYMENT = """
type contract contrat contrato contratto vertrag vertragsart anstellungsart beschäftigungsart employment permanent
fixed term temps tiempo tempo umowa úvazek anställningsform ansættelsesform ansettelsesform dienstverband
työsuhde jornada form typ type
"""
_START = """
date begins begin beginning starts commencing commences joining soon possible
beginnt beginn eintritt eintrittstermin eintrittsdatum startdatum los geht geplant zum
date début commence commencer prise poste démarrage démarre prévu prévue compter
inicio comienzo incorporación comienza empieza fecha prevista
inizio data previsto prevista decorrenza inizia
startdatum ingangsdatum begint start aanvang
startdatum tillträde börjar startar start tidigast
start startdato tiltrædelse tiltredelse begynder begynner starter opstart oppstart
alkaa aloitus aloituspäivä alkamispäivä
rozpoczęcie początek rozpoczyna data od start
nástup datum termín začíná začátek
início data começa previsto prevista arranque
"""
_STATUS = """
application applications applicant applicants apply accepting accepted accept taking taken longer no not now open
opens opened close closed closes filled available currently received expired already yet anymore unfortunately sorry
thank interest date
bewerbung bewerbungen leider mehr nicht möglich derzeit bereits geschlossen besetzt abgelaufen verfügbar kann können
candidature candidatures plus pourvu pourvue fermée fermées clôturé clôturée n pas ne est déjà acceptons
candidaturas solicitudes ya cerrada cerrado cubierta disponible candidature chiuse chiusa più non disponibile
sollicitaties niet meer gesloten vervuld ansökan ansökningar längre inte stängd tillsatt ansøgninger søknader ikke
længere lenger lukket besat besatt haku päättynyt enää aplikacje zgłoszenia już nieaktualna zakończona obsazena
přihlášky
již není inscrições encerradas encerrada preenchida mais não
"""
_APPLYING = """
apply application applications link email e mail send cv bewerben bewerbung bewerbungen postuler postulez candidature
candidatura enviar candidati solliciteer ansök ansökan ansøg søk hakemus hae aplikuj cv přihláška envie
"""

#: In any sentence.
PLAIN = frozenset(words(f"{_PLAIN} {_POSITION}"))
_OF_DEADLINES = (Cue.DEADLINE, Cue.LIMIT, Cue.APPLYING, Cue.EXTENDED)
_CUE_WORDS = " ".join(phrase for phrase, cue in CUE_OF.items() if cue in _OF_DEADLINES)
#: By field (`Posting`'s names): in a sentence that names its value.
FRAMES = {
    "pay": frozenset(words(_PAY)),
    "deadline": frozenset(words(f"{_DEADLINE} {_CUE_WORDS}")),
    "locations": frozenset(words(_PLACE)),
    "workplace": frozenset(words(_WORKPLACE)),
    "employment_type": frozenset(words(_EMPLOYMENT)),
    "starts_on": frozenset(words(_START)),
    "status": frozenset(words(_STATUS)),
    "apply_url": frozenset(words(_APPLYING)),
}
