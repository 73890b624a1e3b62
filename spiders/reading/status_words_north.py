"""How pages say whether a posting takes applications: English, German, Dutch, Swedish, Danish, Norwegian, Finnish."""

from collections.abc import Mapping

from spiders.reading.wording import Wording

NORTH: Mapping[str, Wording] = {
    "en": Wording(
        things="""
            announcement|hiring|vacancy announcement|studentship|job|job posting|job ad|job advert|job offer
            job listing|position|posting|role|vacancy|opening|opportunity|listing|requisition|advert|advertisement
            competition|internship|post|applications|application period|application window|application process
            application portal|recruitment|ad|req
        """,
        done="""
            have now passed|is currently not active|is currently closed|is currently inactive|isn't available
            is not available anymore|isn't available anymore|isn't active|isn't accepting applications|been deleted
            been discontinued|was cancelled|was withdrawn|been unposted|is not being advertised|was taken down
            been placed on hold|is now inactive|now inactive|is suspended|no longer in our system|no longer published
            no longer being advertised|no longer being accepted|closed to applicants|has lapsed|is closed|are closed
            is now closed|are now closed|is already closed|has closed|have closed|has now closed|have now closed
            been closed|is filled|is now filled|been filled|is expired|has expired|has now expired
            is no longer available|no longer available|is not available|is no longer active|no longer active
            is no longer open|no longer open|no longer posted|no longer exists|no longer listed|no longer advertised
            no longer online|no longer valid|not available|is inactive|is not active|is unavailable
            currently unavailable|been removed|been taken down|been cancelled|been canceled|been withdrawn
            been archived|been unpublished|been deactivated|been paused|is paused|is on hold|been put on hold
            currently on hold|put on hold|been suspended|is closed to new applications|was closed|was filled
            was removed|is archived
        """,
        closed="""
            employer has removed|employer has closed|employer has withdrawn|company has removed this
            company has closed this|removed by the employer|removed by the company|removed by the advertiser
            removed by the administrator|closed by the employer|withdrawn by the employer|edit: filled|update: filled
            edit: closed|update: closed|edit: position filled|update: position filled|now filled
            paused hiring for this|hiring for this role is paused|paused recruitment for this
            no longer considering new candidates|no longer considering candidates|not considering new candidates
            applications can no longer be submitted|applications are no longer accepted for
            applications no longer accepted|no longer possible to apply|can no longer apply
            closing date has now passed|deadline has now passed|closing date for this vacancy has passed
            closing date for this post has passed|closing date for this post has now passed
            closing date for applications has passed|paused accepting applications|hiring closed|hiring complete
            recruitment closed|job no longer available|position no longer available|vacancy no longer available
            role no longer available|posting no longer available|stopped accepting applications
            we have stopped accepting|no longer interviewing for this|this opportunity is closed
            no longer accepting applications|no longer accepting new applications|no longer accepting any applications
            no longer accepting candidates|no longer accepting submissions|no longer accepting resumes
            no longer taking applications|no longer receiving applications|no longer considering applications
            no longer open for applications|no longer open to applications|not accepting applications
            not accepting new applications|not accepting any new|not accepting any more|not accepting any applications
            not accepting further applications|not accepting additional applications
            not currently accepting applications|not taking applications|not taking any new|applications closed
            applications now closed|applications currently closed|application closed|application window closed
            application deadline has passed|application deadline has expired|deadline has passed
            deadline to apply has passed|closing date has passed|closing date for this job has passed|job closed
            position closed|vacancy closed|posting closed|job expired|position expired|posting expired|vacancy expired
            position filled|job filled|role filled|vacancy filled|closed for applications|closed to applications
            closed to new applications|has already been filled|we have filled this|we've filled this
            we have closed this|we've closed this|we are no longer hiring for|no longer hiring for this
            no longer recruiting for this|expired job|expired posting|expired listing|you missed it|this job is gone
        """,
        upcoming="""
            will open in|will open on|will open from|will open again|will open soon|will reopen
            will open for application|will soon be accepting applications|soon be accepting applications
            will be accepting applications soon|will begin accepting applications|will start accepting applications
            accepting applications soon|accepting applications starting|accepting applications beginning
            will be open for applications|will open for applications|opens for applications|applications will open
            applications open on|applications open in|applications open from|applications opening
            applications open soon|application window opens|application window will open|application period opens
            application period begins|application period will open|application period starts
            applications are not yet open|applications not yet open|applications have not opened|not yet open
            not yet accepting applications|not yet accepting|not open yet|opening soon|applications coming soon
            posting will open|position will open|vacancy will open|job will open|role will open|this position opens
            this job opens|this posting opens|job opens on|posting opens on|position opens on|vacancy opens on
            recruitment opens|recruitment will open|applications start on|applications begin on
        """,
        open="""
            now accepting applications|currently accepting applications|still accepting applications
            actively accepting applications|we are accepting applications|we're accepting applications
            applications are open|applications are now open|applications open now|applications now open
            open for applications|is still open|is now open|is currently open|actively recruiting|actively hiring
            reposted|be an early applicant|apply now
        """,
        conditions="""
            arises|arisen|arose|assume|assumed|assuming|presume
            if|until|till|unless|once|when|whenever|whether|after|before|while
            as soon as|in case|may|might|will|would|can|could|shall|should|must|to be|cannot|not|never|hasn't|isn't
            haven't
        """,
        lines="""
            closed|filled|expired|inactive|on hold|archived|no longer available|no longer active|applications closed
            applications are closed|status closed|status filled|status expired|no longer accepting applications
            position closed|job closed|no longer open|unavailable|it is no longer available
            vacancy closed|recruitment closed|deadline passed
        """,
    ),
    "en, dates": Wording(
        things="""
            deadline|closing date|last date|last day|due date|cut-off date|application period|application window
        """,
        done="""
            has passed|has now passed|has already passed|has expired|is over|has ended|ended on|passed on|is past
        """,
        conditions="if|until|unless|once|when|whether|after|before|as soon as|in case|who|which|that",
    ),
    "en, applying": Wording(
        things="applications|application period|application window",
        done="closed on|closed at|closed in|ended on|ended in|have ended|have now ended|are now over",
        conditions="""
            if|until|unless|once|when|whether|after|before|as soon as|in case|will|received|who|which|that
        """,
    ),
    "en, hiring": Wording(
        things="recruitment|recruiting|hiring|selection|recruitment process|hiring process|selection process",
        done="""
            is complete|is now complete|is completed|is now completed|has been completed|has ended|has now ended
            has closed|has finished|is finished|has concluded|is over|is closed|is now closed
        """,
        conditions="if|until|unless|once|when|whether|after|before|as soon as|in case|will|who|which",
    ),
    "de": Wording(
        things="""
            inserat|jobinserat|jobanzeige|ausschreibungsfrist|bewerbungszeitraum|bewerbungsverfahren
            besetzungsverfahren|praktikumsplatz|ausbildungsplatz|stellenprofil|arbeitsstelle|stelle|stellenanzeige
            stellenangebot|stellenausschreibung|position|anzeige|ausschreibung|angebot|job|jobangebot|vakanz|praktikum
            bewerbungsphase|bewerbungsfrist|bewerbung|stellenanzeigen
        """,
        done="""
            nicht mehr besetzbar|nicht länger verfügbar|nicht länger ausgeschrieben|nicht mehr zur verfügung
            ist archiviert|ist inaktiv|ist nicht mehr zu besetzen|wurde gelöscht|bereits geschlossen|ist erloschen
            nicht mehr verfügbar|nicht mehr aktiv|nicht mehr online|nicht mehr aktuell|nicht mehr vakant
            nicht mehr ausgeschrieben|nicht mehr offen|nicht mehr gültig|ist besetzt|bereits besetzt|schon besetzt
            ist vergeben|bereits vergeben|wurde besetzt|wurde vergeben|ist abgelaufen|bereits abgelaufen
            ist geschlossen|wurde geschlossen|wurde deaktiviert|ist deaktiviert|wurde archiviert|ist beendet
            wurde beendet|wurde entfernt|wurde zurückgezogen
        """,
        closed="""
            können sie sich nicht mehr bewerben|kannst du dich nicht mehr bewerben|bewerben nicht mehr möglich
            bewerbungen werden nicht mehr angenommen|bewerbungsfrist ist abgelaufen
            bewerbungsfrist ist bereits abgelaufen|bewerbungsschluss überschritten|bewerbungsphase beendet
            bewerbungsphase ist beendet|keine bewerbungen mehr|keine weiteren bewerbungen|keine neuen bewerbungen
            nehmen keine bewerbungen|bewerbung nicht mehr möglich|bewerbungen sind nicht mehr möglich
            bewerbungsfrist abgelaufen|stelle besetzt|stelle bereits besetzt|anzeige abgelaufen|angebot abgelaufen
            bewerbungsverfahren ist abgeschlossen|besetzungsverfahren ist abgeschlossen
            auswahlverfahren ist abgeschlossen
        """,
        upcoming="""
            bewerbungen sind ab|bewerbungen ab dem|bewerbungen sind erst ab|bewerbungsphase beginnt
            bewerbungsphase startet|bewerbungsstart|bewerbung ab dem|bewerbung demnächst möglich
            bewerbung in kürze möglich
        """,
        open="wir nehmen bewerbungen entgegen|noch offen|jetzt bewerben",
        conditions="davon aus|davon ausgehen|wenn|falls|sobald|bis|sofern|ob|wird|werden|kann|nicht",
        lines="""
            geschlossen|besetzt|abgelaufen|vergeben|nicht mehr verfügbar|inaktiv|archiviert|deaktiviert
            nicht mehr aktiv|stelle besetzt|bereits besetzt|bewerbungsfrist abgelaufen
        """,
    ),
    "de, applying": Wording(
        things="bewerbung|bewerbungen|online-bewerbung|online-bewerbungen|bewerben",
        done="nicht mehr möglich|nicht mehr angenommen|nicht mehr entgegengenommen",
        conditions="wenn|falls|sobald|bis|sofern|ob|später|eingehende|nach",
    ),
    "nl": Wording(
        things="""
            sollicitatietermijn|reactietermijn|sluitingsdatum|vacaturetekst|stageplaats|rol|procedure|vacature|functie
            positie|baan|stage|vacatures|advertentie|sollicitatieprocedure
        """,
        done="""
            is niet langer actief|niet langer actief|niet langer open|niet meer opengesteld|is inactief
            is gearchiveerd|is offline|is vergeven|is beëindigd|is opgevuld|is reeds ingevuld|is al ingevuld
            is inmiddels ingevuld|is verstreken|niet meer beschikbaar|niet langer beschikbaar|niet meer actief
            niet meer open|niet meer geldig|niet meer online|niet meer vacant|is gesloten|is inmiddels gesloten
            is reeds gesloten|is vervuld|is inmiddels vervuld|is al vervuld|is verlopen|is ingevuld|is ingetrokken
            is afgelopen|werd ingevuld|is verwijderd
        """,
        closed="""
            niet meer op reageren|kun je niet meer reageren|kan niet meer worden gesolliciteerd
            sollicitatietermijn verstreken|sluitingsdatum verstreken|vacature niet meer beschikbaar|vacature is dicht
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
        lines="""
            gesloten|vervuld|verlopen|ingevuld|inactief|gearchiveerd|vacature gesloten|niet meer beschikbaar
        """,
    ),
    "sv": Wording(
        things="""
            tjänst|annons|rekrytering|sista ansökningsdag|sista ansökningsdagen|ansökningsdatum|platsannons|annonsen
            tjänsten|jobbet|platsannonsen|rekryteringen|uppdraget|anställningen|platsen|ansökan|ansökningstiden
            jobbannonsen|ansökningsperioden
        """,
        done="""
            har passerat|har redan tillsatts|är nu tillsatt|är stängt|är stängda|har avpublicerat|är inaktiv
            är utgången|är inte aktiv|är avslutat|är inte längre öppen för ansökan|finns inte längre|finns inte kvar
            är inte längre tillgänglig|inte längre tillgänglig|inte längre tillgängligt|inte längre aktiv
            inte längre aktuell|inte längre öppen|inte längre publicerad|inte längre kvar|är avslutad|har avslutats
            är avpublicerad|har avpublicerats|är tillsatt|är redan tillsatt|har tillsatts|är stängd|har stängt
            har stängts|har utgått|har löpt ut|har gått ut|är ute|är slut|har tagits bort
        """,
        closed="""
            ansökningstiden har gått ut|ansökningstid har gått ut|ansökningstiden är slut|annonsen utgången
            tar inte emot fler ansökningar|kan inte längre söka|inte längre möjligt att söka|har gått ut för ansökan
            tjänst tillsatt|rekrytering avslutad|ansökan stängd|ansökan är stängd|sista ansökningsdag har passerat
            sista ansökningsdagen har passerat|tar inte längre emot ansökningar|går inte längre att söka
            tjänsten tillsatt|rekryteringen avslutad
        """,
        upcoming="""
            ansökan öppnar|ansökningsperioden börjar|ansökningsperioden öppnar|ansökan öppnas|tjänsten öppnar
        """,
        open="ansök nu|öppen för ansökan|ansökan är öppen",
        conditions="om|tills|när|innan|så snart|kan|kommer|ska|skall|inte förrän",
        lines="stängd|tillsatt|avslutad|utgången|inaktiv|avpublicerad|stängt|avslutat",
    ),
    "da": Wording(
        things="""
            stilling|jobopslag|annonce|stillingsannoncen|ansøgningsperioden|rekruttering|stillingen|jobbet|annoncen
            jobannoncen|opslaget|jobopslaget|stillingsopslaget|ansøgningsfristen|fristen|rekrutteringen
        """,
        done="""
            ikke længere slået op|ikke længere opslået|ikke længere at finde|er nu besat|er inaktiv|er inaktivt
            er udløbet|er ikke aktiv|er ikke længere aktiv|er taget ned|er arkiveret|er slettet|er overstået
            er lukket for ansøgninger|er trukket tilbage|ikke længere aktiv|ikke længere tilgængelig
            ikke længere tilgængeligt|ikke længere ledig|ikke længere aktuel|ikke længere aktivt|er besat
            er desværre besat|er blevet besat|er allerede besat|er lukket|er overskredet|er afsluttet|er fjernet
            er passeret
        """,
        closed="""
            stilling besat|annonce udløbet|ansøgningsfristen er udløbet|fristen er udløbet|fristen udløbet
            lukket for ansøgninger|kan ikke længere søges|kan du ikke længere søge|stillingen besat|annoncen udløbet
            ansøgningsfrist udløbet|ansøgningsfristen udløbet|modtager ikke længere ansøgninger
            ikke længere muligt at søge|ikke længere muligt at ansøge|ikke længere søges
        """,
        upcoming="""
            ansøgning åbner|ansøgningen åbner|der åbnes for ansøgninger|åbner for ansøgninger
            ansøgningsperioden starter
        """,
        open="søg stillingen nu|ansøg nu|modtager ansøgninger",
        conditions="hvis|indtil|når|før|såfremt|kan|vil|skal|bliver|medmindre",
        lines="lukket|udløbet|besat|inaktiv|inaktivt|ikke aktiv|afsluttet|stilling besat",
    ),
    "no": Wording(
        things="""
            stilling|annonse|stillingsutlysningen|søknadsfrist|oppdraget|rekrutteringsprosessen|vakansen|stillingen
            jobben|annonsen|stillingsannonsen|utlysningen|søknadsfristen|fristen|rekrutteringen
        """,
        done="""
            er inaktivt|er ikke aktiv|er ikke aktivt|er ikke lenger aktivt|er ikke lenger publisert|er tatt ned
            er slettet|er trukket|er avpublisert|er passert|har passert|er utgått|er fylt|er lukket for søknader
            ikke lenger søkbar|finnes ikke lenger|ikke lenger aktiv|ikke lenger tilgjengelig|ikke lenger ledig
            ikke lenger aktuell|er besatt|er dessverre besatt|er allerede besatt|er blitt besatt|er utløpt|har utløpt
            har gått ut|er gått ut|er lukket|er deaktivert|er arkivert|er avsluttet|er inaktiv|er fjernet
        """,
        closed="""
            stilling besatt|annonse utløpt|søknadsfristen har gått ut|søknadsfristen er utløpt|fristen er utløpt
            fristen har gått ut|kan ikke lenger søkes|kan ikke lenger søke|lukket for søknader
            søknadsfristen er passert|stillingen besatt|annonsen utløpt|søknadsfrist utløpt|søknadsfristen utløpt
            søknadsfristen er ute|tar ikke lenger imot søknader|ikke lenger mulig å søke
        """,
        upcoming="søknaden åpner|søknad åpner|åpner for søknader|søknadsperioden starter",
        open="søk nå|søk her|tar imot søknader",
        conditions="hvis|dersom|inntil|til|når|før|kan|vil|skal|blir|med mindre",
        lines="lukket|utløpt|besatt|inaktiv|inaktivt|utgått|deaktivert|avsluttet|stilling besatt",
    ),
    "fi": Wording(
        things="""
            työpaikan hakuaika|paikan hakuaika|tehtävän hakuaika|työpaikkailmoituksen voimassaolo|avoin tehtävä|rekry
            hakuprosessi|tehtävään haku|hakemuksen jättöaika|paikka|tehtävä|työpaikka|ilmoitus|haku|hakuaika
            työpaikkailmoitus|hakemusaika|rekrytointi|avoin työpaikka
        """,
        done="""
            on jo sulkeutunut|on sulkeutunut|ei ole enää aktiivinen|ei ole enää julkaistu|ei ole enää voimassa
            ei ole enää käynnissä|on loppunut|on arkistoitu|on peruttu|on vanhentunut|on umpeutunut|ei ole aktiivinen
            ei ole enää auki|ei ole enää avoinna|ei ole enää haettavissa|ei ole enää saatavilla|on täytetty
            on jo täytetty|on poistunut|on poistettu|on päättynyt|on jo päättynyt|on suljettu
        """,
        closed="""
            hakuaika on umpeutunut|hakuaika umpeutunut|ei oteta enää vastaan hakemuksia|paikka on täytetty
            hakuaika sulkeutunut|ilmoitus vanhentunut|ilmoitus poistunut|hakuaika päättynyt|haku päättynyt
            haku sulkeutunut|paikka täytetty|emme ota enää vastaan hakemuksia|ei voi enää hakea
        """,
        upcoming="haku alkaa|haku avautuu|haku aukeaa|hakuaika alkaa",
        open="haku on auki|hakuaika käynnissä|hae nyt|hae paikkaa",
        conditions="jos|kunnes|kun|mikäli|ennen kuin|voi|tullaan",
        lines="päättynyt|suljettu|täytetty|sulkeutunut|vanhentunut|poistunut|haku päättynyt|umpeutunut",
    ),
}
