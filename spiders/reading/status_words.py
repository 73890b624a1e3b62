"""How pages say that a posting takes applications, no longer does, or does not yet: one table a language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """One language's words, in lower case, separated by bars."""

    #: What a page calls the posting, or the taking of applications.
    things: str
    #: What is said of such a thing when it is closed.
    done: str
    #: Whole statements.
    closed: str
    upcoming: str
    open: str
    #: Before a statement these make it a condition, a plan or a promise.
    conditions: str
    #: Lines that say it alone, in the head only.
    lines: str = ""


WORDINGS: Mapping[str, Wording] = {
    "en": Wording(
        things="""
            job|job posting|job ad|job advert|job offer|job listing|position|posting|role|vacancy|opening
            opportunity|listing|requisition|advert|advertisement|competition|internship|post|applications
            application period|application window|application process|application portal|recruitment|ad|req
        """,
        done="""
            is closed|are closed|is now closed|are now closed|is already closed|has closed|have closed
            has now closed|have now closed|been closed|is filled|is now filled|been filled|is expired|has expired
            has now expired|is no longer available|no longer available|is not available|is no longer active
            no longer active|is no longer open|no longer open|no longer posted|no longer exists|no longer listed
            no longer advertised|no longer online|no longer valid|not available|is inactive|is not active
            is unavailable|currently unavailable|been removed|been taken down|been cancelled|been canceled
            been withdrawn|been archived|been unpublished|been deactivated|been paused|is paused|is on hold
            been put on hold|currently on hold|put on hold|been suspended|is closed to new applications|was closed
            was filled|was removed|is archived
        """,
        closed="""
            no longer accepting applications|no longer accepting new applications
            no longer accepting any applications|no longer accepting candidates|no longer accepting submissions
            no longer accepting resumes|no longer taking applications|no longer receiving applications
            no longer considering applications|no longer open for applications|no longer open to applications
            not accepting applications|not accepting new applications|not accepting any new|not accepting any more
            not accepting any applications|not accepting further applications|not accepting additional applications
            not currently accepting applications|not taking applications|not taking any new|applications closed
            applications now closed|applications currently closed|application closed|application window closed
            application deadline has passed|application deadline has expired|deadline has passed
            deadline to apply has passed|closing date has passed|closing date for this job has passed|job closed
            position closed|vacancy closed|posting closed|job expired|position expired|posting expired
            vacancy expired|position filled|job filled|role filled|vacancy filled|closed for applications
            closed to applications|closed to new applications|has already been filled|we have filled this
            we've filled this|we have closed this|we've closed this|we are no longer hiring for
            no longer hiring for this|no longer recruiting for this|expired job|expired posting|expired listing
            you missed it|this job is gone
        """,
        upcoming="""
            will soon be accepting applications|soon be accepting applications|will be accepting applications soon
            will begin accepting applications|will start accepting applications|accepting applications soon
            accepting applications starting|accepting applications beginning|will be open for applications
            will open for applications|opens for applications|applications will open|applications open on
            applications open in|applications open from|applications opening|applications open soon
            application window opens|application window will open|application period opens|application period begins
            application period will open|application period starts|applications are not yet open
            applications not yet open|applications have not opened|not yet open|not yet accepting applications
            not yet accepting|not open yet|opening soon|applications coming soon|posting will open
            position will open|vacancy will open|job will open|role will open|this position opens|this job opens
            this posting opens|job opens on|posting opens on|position opens on|vacancy opens on|recruitment opens
            recruitment will open|applications start on|applications begin on
        """,
        open="""
            now accepting applications|currently accepting applications|still accepting applications
            actively accepting applications|we are accepting applications|we're accepting applications
            applications are open|applications are now open|applications open now|applications now open
            open for applications|is still open|is now open|is currently open|actively recruiting|actively hiring
            reposted|be an early applicant|apply now
        """,
        conditions="""
            if|until|till|unless|once|when|whenever|whether|after|before|while|as soon as|in case|may|might|will
            would|can|could|shall|should|must|to be|cannot|not|never|hasn't|isn't|haven't
        """,
        lines="""
            closed|filled|expired|inactive|on hold|archived|no longer available|no longer active|applications closed
            applications are closed|status closed|status filled|status expired
        """,
    ),
    "de": Wording(
        things="""
            stelle|stellenanzeige|stellenangebot|stellenausschreibung|position|anzeige|ausschreibung|angebot|job
            jobangebot|vakanz|praktikum|bewerbungsphase|bewerbungsfrist|bewerbung|stellenanzeigen
        """,
        done="""
            nicht mehr verfügbar|nicht mehr aktiv|nicht mehr online|nicht mehr aktuell|nicht mehr vakant
            nicht mehr ausgeschrieben|nicht mehr offen|nicht mehr gültig|ist besetzt|bereits besetzt|schon besetzt
            ist vergeben|bereits vergeben|wurde besetzt|wurde vergeben|ist abgelaufen|bereits abgelaufen
            ist geschlossen|wurde geschlossen|wurde deaktiviert|ist deaktiviert|wurde archiviert|ist beendet
            wurde beendet|wurde entfernt|wurde zurückgezogen
        """,
        closed="""
            keine bewerbungen mehr|keine weiteren bewerbungen|keine neuen bewerbungen|nehmen keine bewerbungen
            bewerbung nicht mehr möglich|bewerbungen sind nicht mehr möglich|bewerbungsfrist abgelaufen
            stelle besetzt|stelle bereits besetzt|anzeige abgelaufen|angebot abgelaufen
        """,
        upcoming="""
            bewerbungen sind ab|bewerbungen ab dem|bewerbungen sind erst ab|bewerbungsphase beginnt
            bewerbungsphase startet|bewerbungsstart|bewerbung ab dem|bewerbung demnächst möglich
            bewerbung in kürze möglich
        """,
        open="wir nehmen bewerbungen entgegen|noch offen|jetzt bewerben",
        conditions="wenn|falls|sobald|bis|sofern|ob|wird|werden|kann|nicht",
        lines="geschlossen|besetzt|abgelaufen|vergeben|nicht mehr verfügbar",
    ),
    "fr": Wording(
        things="offre|offre d'emploi|annonce|poste|candidatures|recrutement|stage|appel à candidatures|mission",
        done="""
            n'est plus disponible|n'est malheureusement plus disponible|n'est plus active|n'est plus en ligne
            n'est plus d'actualité|n'est plus à pourvoir|n'est plus ouverte|n'est plus ouvert|n'est plus valable
            a expiré|est expirée|est expiré|est pourvue|est pourvu|a été pourvue|a été pourvu|a déjà été pourvu
            est clôturée|est clôturé|est fermée|est fermé|a été clôturée|a été fermée|a été retirée|a été supprimée
            est archivée|est close|est clos|est désormais close|sont closes|sont clôturées|sont fermées
            sont désormais closes|sont terminées
        """,
        closed="""
            candidatures closes|candidatures clôturées|offre expirée|offre pourvue|offre clôturée|poste pourvu
            annonce expirée|n'acceptons plus de candidatures|n'accepte plus de candidatures|date limite dépassée
        """,
        upcoming="""
            ouverture des candidatures|candidatures ouvertes à partir|candidatures seront ouvertes
            candidatures ouvriront|bientôt ouvertes
        """,
        open="candidatures ouvertes|postulez dès maintenant|postuler maintenant",
        conditions="si|jusqu'à ce que|lorsque|dès que|une fois que|quand|sera|peut|pourra|avant que|pas",
        lines="expirée|pourvu|pourvue|clôturée|fermée|offre expirée",
    ),
    "es": Wording(
        things="""
            oferta|oferta de empleo|vacante|puesto|proceso|proceso de selección|convocatoria|inscripciones
            candidaturas|solicitudes|postulaciones|anuncio
        """,
        done="""
            ya no está disponible|ya no se encuentra disponible|ya no está activa|ya no está activo
            ya no está abierta|ya no está vigente|no está disponible|ha caducado|ha expirado|ha finalizado
            ha sido cubierta|ha sido cubierto|ha sido cerrada|ha sido cerrado|está cerrada|está cerrado
            están cerradas|se ha cerrado|ha sido retirada|está caducada
        """,
        closed="""
            oferta cerrada|oferta caducada|oferta expirada|vacante cerrada|vacante cubierta|inscripciones cerradas
            candidaturas cerradas|ya no se aceptan|ya no aceptamos|no se aceptan más|proceso cerrado
            proceso finalizado|convocatoria cerrada
        """,
        upcoming="""
            inscripciones se abrirán|las inscripciones abren|candidaturas se abrirán|solicitudes se abrirán
            se abrirá el plazo|próximamente se abrirá
        """,
        open="inscripciones abiertas|inscríbete ahora|proceso abierto",
        conditions="si|hasta que|cuando|una vez que|en cuanto|será|puede|podrá|antes de que",
        lines="cerrada|cerrado|caducada|expirada|finalizada",
    ),
    "it": Wording(
        things="offerta|offerta di lavoro|annuncio|posizione|candidatura|candidature|selezione|bando|posto",
        done="""
            non è più disponibile|non è più attiva|non è più attivo|non è più aperta|non è più valida
            non è più valido|non è disponibile|è scaduta|è scaduto|è chiusa|è chiuso|è stata chiusa|è stato chiuso
            è stata coperta|è stata ritirata|è terminata|sono chiuse|sono scadute
        """,
        closed="""
            offerta scaduta|annuncio scaduto|posizione chiusa|posizione coperta|candidature chiuse|selezione chiusa
            selezioni chiuse|non si accettano più|non accettiamo più
        """,
        upcoming="candidature apriranno|candidature si apriranno|candidature aperte dal|le selezioni inizieranno",
        open="candidature aperte|candidati ora|selezioni aperte",
        conditions="se|finché|quando|una volta che|appena|sarà|può|potrà|prima che",
        lines="scaduto|scaduta|chiuso|chiusa",
    ),
    "nl": Wording(
        things="vacature|functie|positie|baan|stage|vacatures|advertentie|sollicitatieprocedure",
        done="""
            niet meer beschikbaar|niet langer beschikbaar|niet meer actief|niet meer open|niet meer geldig
            niet meer online|niet meer vacant|is gesloten|is inmiddels gesloten|is reeds gesloten|is vervuld
            is inmiddels vervuld|is al vervuld|is verlopen|is ingevuld|is ingetrokken|is afgelopen|werd ingevuld
            is verwijderd
        """,
        closed="""
            vacature gesloten|vacature vervuld|vacature verlopen|vacature ingevuld|reageren is niet meer mogelijk
            solliciteren is niet meer mogelijk|solliciteren niet meer mogelijk|niet meer mogelijk om te solliciteren
            niet meer solliciteren
        """,
        upcoming="""
            vacature opent|vacature gaat open|binnenkort solliciteren|solliciteren kan vanaf
            je kunt solliciteren vanaf
        """,
        open="solliciteer nu|nog open|staat open",
        conditions="als|totdat|zodra|wanneer|tot|indien|wordt|kan|zal|niet voordat",
        lines="gesloten|vervuld|verlopen|ingevuld",
    ),
    "sv": Wording(
        things="""
            annonsen|tjänsten|jobbet|platsannonsen|rekryteringen|uppdraget|anställningen|platsen|ansökan
            ansökningstiden|jobbannonsen|ansökningsperioden
        """,
        done="""
            är inte längre tillgänglig|inte längre tillgänglig|inte längre tillgängligt|inte längre aktiv
            inte längre aktuell|inte längre öppen|inte längre publicerad|inte längre kvar|är avslutad|har avslutats
            är avpublicerad|har avpublicerats|är tillsatt|är redan tillsatt|har tillsatts|är stängd|har stängt
            har stängts|har utgått|har löpt ut|har gått ut|är ute|är slut|har tagits bort
        """,
        closed="""
            ansökan stängd|ansökan är stängd|sista ansökningsdag har passerat|sista ansökningsdagen har passerat
            tar inte längre emot ansökningar|går inte längre att söka|tjänsten tillsatt|rekryteringen avslutad
        """,
        upcoming="ansökan öppnar|ansökningsperioden börjar|ansökningsperioden öppnar|ansökan öppnas|tjänsten öppnar",
        open="ansök nu|öppen för ansökan|ansökan är öppen",
        conditions="om|tills|när|innan|så snart|kan|kommer|ska|skall|inte förrän",
        lines="stängd|tillsatt|avslutad|utgången",
    ),
    "da": Wording(
        things="""
            stillingen|jobbet|annoncen|jobannoncen|opslaget|jobopslaget|stillingsopslaget|ansøgningsfristen|fristen
            rekrutteringen
        """,
        done="""
            ikke længere aktiv|ikke længere tilgængelig|ikke længere tilgængeligt|ikke længere ledig
            ikke længere aktuel|ikke længere aktivt|er besat|er desværre besat|er blevet besat|er allerede besat
            er lukket|er udløbet|er overskredet|er afsluttet|er fjernet|er passeret
        """,
        closed="""
            stillingen besat|annoncen udløbet|ansøgningsfrist udløbet|ansøgningsfristen udløbet
            modtager ikke længere ansøgninger|ikke længere muligt at søge|ikke længere muligt at ansøge
            ikke længere søges
        """,
        upcoming="""
            ansøgning åbner|ansøgningen åbner|der åbnes for ansøgninger|åbner for ansøgninger
            ansøgningsperioden starter
        """,
        open="søg stillingen nu|ansøg nu|modtager ansøgninger",
        conditions="hvis|indtil|når|før|såfremt|kan|vil|skal|bliver|medmindre",
        lines="lukket|udløbet|besat",
    ),
    "no": Wording(
        things="stillingen|jobben|annonsen|stillingsannonsen|utlysningen|søknadsfristen|fristen|rekrutteringen",
        done="""
            ikke lenger aktiv|ikke lenger tilgjengelig|ikke lenger ledig|ikke lenger aktuell|er besatt
            er dessverre besatt|er allerede besatt|er blitt besatt|er utløpt|har utløpt|har gått ut|er gått ut
            er lukket|er deaktivert|er arkivert|er avsluttet|er inaktiv|er fjernet
        """,
        closed="""
            stillingen besatt|annonsen utløpt|søknadsfrist utløpt|søknadsfristen utløpt|søknadsfristen er ute
            tar ikke lenger imot søknader|ikke lenger mulig å søke
        """,
        upcoming="søknaden åpner|søknad åpner|åpner for søknader|søknadsperioden starter",
        open="søk nå|søk her|tar imot søknader",
        conditions="hvis|dersom|inntil|til|når|før|kan|vil|skal|blir|med mindre",
        lines="lukket|utløpt|besatt",
    ),
    "fi": Wording(
        things="""
            paikka|tehtävä|työpaikka|ilmoitus|haku|hakuaika|työpaikkailmoitus|hakemusaika|rekrytointi
            avoin työpaikka
        """,
        done="""
            ei ole enää avoinna|ei ole enää voimassa|ei ole enää haettavissa|ei ole enää saatavilla|ei ole enää auki
            on täytetty|on jo täytetty|on vanhentunut|on poistunut|on poistettu|on päättynyt|on jo päättynyt
            on sulkeutunut|on suljettu|on umpeutunut
        """,
        closed="""
            hakuaika päättynyt|haku päättynyt|haku sulkeutunut|paikka täytetty|emme ota enää vastaan hakemuksia
            ei voi enää hakea
        """,
        upcoming="haku alkaa|haku avautuu|haku aukeaa|hakuaika alkaa",
        open="haku on auki|hakuaika käynnissä|hae nyt|hae paikkaa",
        conditions="jos|kunnes|kun|mikäli|ennen kuin|voi|tullaan",
        lines="päättynyt|suljettu|täytetty",
    ),
    "pl": Wording(
        things="oferta|oferta pracy|ogłoszenie|rekrutacja|nabór|stanowisko|termin",
        done="""
            jest nieaktualna|jest nieaktualne|jest już nieaktualna|jest już nieaktualne|jest nieaktywna
            jest już nieaktywna|jest zamknięta|jest zamknięte|została zakończona|zostało zakończone
            została zamknięta|zostało zamknięte|wygasła|wygasło|zakończyła się|zakończył się|straciła ważność
            straciło ważność|nie jest już aktualna|nie jest już aktualne|nie jest już aktywna|nie jest już dostępna
            nie jest już dostępne|jest niedostępna|jest już niedostępna|została usunięta|zostało obsadzone|upłynął
            minął
        """,
        closed="""
            oferta nieaktualna|oferta wygasła|oferta nieaktywna|oferta archiwalna|oferta zakończona
            rekrutacja zakończona|nabór zakończony|nabór zamknięty|ogłoszenie nieaktualne|ogłoszenie archiwalne
            nie przyjmujemy już aplikacji|nie przyjmujemy już zgłoszeń
        """,
        upcoming="nabór rozpocznie się|rekrutacja rozpocznie się|nabór rozpoczyna się|aplikacje będą przyjmowane od",
        open="aplikuj teraz|aplikuj już dziś|nabór trwa|rekrutacja trwa",
        conditions="jeśli|jeżeli|dopóki|gdy|kiedy|do czasu|aż|może|będzie|zanim",
        lines="nieaktualne|nieaktualna|wygasła|zakończona|zamknięta|archiwalna",
    ),
    "cs": Wording(
        things="""
            nabídka|nabídka práce|pozice|inzerát|místo|pracovní místo|výběrové řízení|nábor|volné místo
            pracovní nabídka|přihlášky
        """,
        done="""
            již není aktuální|už není aktuální|není již aktuální|není už aktuální|již není aktivní|už není aktivní
            není aktivní|již není dostupná|už není dostupná|již není k dispozici|už není k dispozici
            není již k dispozici|již není volná|již není platná|již není v nabídce|je již obsazena|je obsazena
            je již obsazená|je obsazená|již obsazena|byla obsazena|bylo obsazeno|byla již obsazena|je obsazeno
            již obsazeno|bylo ukončeno|byl ukončen|byla ukončena|je ukončeno|je uzavřena|bylo uzavřeno|vypršela
            vypršel|vypršelo|byla zrušena|byla stažena|je neaktivní|byla vyřazena
        """,
        closed="""
            pozice obsazena|pozice je již obsazená|nabídka není aktuální|nabídka vypršela|inzerát vypršel
            výběrové řízení ukončeno|již nepřijímáme|už nepřijímáme|nábor ukončen|neaktuální nabídka
            inzerát je neaktivní
        """,
        upcoming="""
            přihlášky budou přijímány|přihlášky se budou přijímat|výběrové řízení bude zahájeno|nábor začíná
            přihlášky přijímáme od
        """,
        open="přijímáme přihlášky|nabídka je aktuální",
        conditions="pokud|až|dokud|jestliže|když|jakmile|bude|může|než|zda",
        lines="neaktivní|obsazeno|ukončeno|vypršelo|neaktuální",
    ),
    "pt": Wording(
        things="""
            vaga|oferta|oferta de emprego|candidatura|candidaturas|anúncio|posição|inscrições|processo seletivo
            concurso
        """,
        done="""
            já não está disponível|não está mais disponível|não se encontra disponível|já não se encontra disponível
            não está disponível|já não está ativa|não está mais ativa|não está mais aberta|foi encerrada
            foi encerrado|está encerrada|está encerrado|estão encerradas|foi preenchida|foi preenchido
            está preenchida|expirou|foi expirada|está expirada|foi fechada|está fechada|estão fechadas|foi removida
            foi cancelada
        """,
        closed="""
            vaga encerrada|vaga preenchida|vaga expirada|vaga fechada|oferta encerrada|oferta expirada
            inscrições encerradas|candidaturas encerradas|anúncio expirado|já não aceitamos|não aceitamos mais
            não estamos mais aceitando|processo seletivo encerrado
        """,
        upcoming="""
            inscrições abrem|inscrições abrirão|inscrições serão abertas|candidaturas abrem
            candidaturas serão abertas
        """,
        open="inscrições abertas|candidaturas abertas|candidate-se agora|candidatar-se agora",
        conditions="se|até que|quando|caso|assim que|enquanto|será|pode|poderá|antes que",
        lines="encerrada|encerrado|expirada|expirado|preenchida|fechada",
    ),
}
