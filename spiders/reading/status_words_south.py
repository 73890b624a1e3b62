"""How pages say whether a posting takes applications: French, Spanish, Italian, Portuguese, Polish and Czech."""

from collections.abc import Mapping

from spiders.reading.wording import Wording

SOUTH: Mapping[str, Wording] = {
    "fr": Wording(
        things="""
            date limite|date limite de candidature|période de candidature|emploi|délai de candidature|concours
            alternance|offre|offre d'emploi|annonce|poste|candidatures|recrutement|stage|appel à candidatures|mission
        """,
        done="""
            est dépassée|est dépassé|n'est plus accessible|n'est plus publiée|n'est plus disponible à la consultation
            n'accepte plus de candidatures|est désactivée|est inactive|a été archivée|a été archivé|a été désactivée
            n'est plus proposée|n'est plus disponible|n'est malheureusement plus disponible|n'est plus active
            n'est plus en ligne|n'est plus d'actualité|n'est plus à pourvoir|n'est plus ouverte|n'est plus ouvert
            n'est plus valable|a expiré|est expirée|est expiré|est pourvue|est pourvu|a été pourvue|a été pourvu
            a déjà été pourvu|est clôturée|est clôturé|est fermée|est fermé|a été clôturée|a été fermée|a été retirée
            a été supprimée|est archivée|est close|est clos|est désormais close|sont closes|sont clôturées
            sont fermées|sont désormais closes|sont terminées
        """,
        closed="""
            date limite de candidature est dépassée|date limite de dépôt des candidatures est dépassée|offre archivée
            offre fermée|offre désactivée|annonce archivée|ne recrute plus|n'est plus possible de postuler
            vous ne pouvez plus postuler|candidatures ne sont plus acceptées|candidatures sont désormais fermées
            candidatures closes|candidatures clôturées|offre expirée|offre pourvue|offre clôturée|poste pourvu
            annonce expirée|n'acceptons plus de candidatures|n'accepte plus de candidatures|date limite dépassée
            recrutement terminé|recrutement est terminé
        """,
        upcoming="""
            ouverture des candidatures|candidatures ouvertes à partir|candidatures seront ouvertes
            candidatures ouvriront|bientôt ouvertes
        """,
        open="candidatures ouvertes|postulez dès maintenant|postuler maintenant",
        conditions="""
            considérer|considérez|considérerez|si|jusqu'à ce que|lorsque|dès que|une fois que|quand|sera|peut|pourra
            avant que|pas
        """,
        lines="""
            expirée|pourvu|pourvue|clôturée|fermée|offre expirée|archivée|expiré|inactive|clôturé|fermé|poste pourvu
            offre clôturée
        """,
    ),
    "es": Wording(
        things="""
            plazo|plazo de inscripción|plazo de presentación|búsqueda|posición|empleo|ofertas|aviso|oferta
            oferta de empleo|vacante|puesto|proceso|proceso de selección|convocatoria|inscripciones|candidaturas
            solicitudes|postulaciones|anuncio
        """,
        done="""
            ya no acepta|ya no se encuentra activa|ya no se encuentra activo|ya no está publicada|ya no está vigente
            se encuentra cerrada|se encuentra cerrado|está inactiva|está finalizada|está finalizado|ha terminado
            ha vencido|está vencida|ya se ha cubierto|ya ha sido cubierta|ya fue cubierta|ya está cubierta
            ha sido eliminada|ha sido eliminado|ha concluido|ha sido desactivada|ya no está disponible
            ya no se encuentra disponible|ya no está activa|ya no está activo|ya no está abierta|no está disponible
            ha caducado|ha expirado|ha finalizado|ha sido cubierta|ha sido cubierto|ha sido cerrada|ha sido cerrado
            ya no admite|está cerrada|está cerrado|están cerradas|se ha cerrado|ha sido retirada|está caducada
        """,
        closed="""
            plazo cerrado|plazo finalizado|oferta finalizada|oferta inactiva|oferta no disponible|vacante expirada
            vacante no disponible|aviso finalizado|ya no puedes inscribirte|ya no puedes postularte
            ya no es posible inscribirse|oferta cerrada|oferta caducada|oferta expirada|vacante cerrada
            vacante cubierta|inscripciones cerradas|candidaturas cerradas|ya no se aceptan|ya no aceptamos
            no se aceptan más|proceso cerrado|proceso finalizado|convocatoria cerrada
        """,
        upcoming="""
            inscripciones se abrirán|las inscripciones abren|candidaturas se abrirán|solicitudes se abrirán
            se abrirá el plazo|próximamente se abrirá
        """,
        open="inscripciones abiertas|inscríbete ahora|proceso abierto",
        conditions="""
            considere|considerar|entienda|si|hasta que|cuando|una vez que|en cuanto|será|puede|podrá|antes de que
        """,
        lines="""
            cerrada|cerrado|caducada|expirada|finalizada|inactiva|vencida|finalizado|caducado|cubierta|no disponible
            proceso cerrado
        """,
    ),
    "it": Wording(
        things="""
            termine|termini|ruolo|inserzione|opportunità|iscrizioni|concorso|candidature per questa|offerta
            offerta di lavoro|annuncio|posizione|candidatura|candidature|selezione|bando|posto
        """,
        done="""
            non è più online|non è più pubblicata|non è più pubblicato|non è più disponibile|è stata rimossa
            è stato rimosso|è stata ritirata|è stata assegnata|è stata archiviata|è stato archiviato|sono terminate
            sono scaduti|è scaduto|è conclusa|è concluso|è stata completata|è stata disattivata|risulta chiusa
            risulta scaduta|non è più attiva|non è più attivo|non è più aperta|non è più valida|non è più valido
            non è disponibile|è scaduta|è chiusa|è chiuso|è stata chiusa|è stato chiuso|è stata coperta|è terminata
            sono chiuse|sono scadute
        """,
        closed="""
            offerta chiusa|offerta non disponibile|annuncio non disponibile|annuncio chiuso|candidature sono chiuse
            non è più possibile candidarsi|non puoi più candidarti|iscrizioni chiuse|ricerca chiusa
            posizione non più disponibile|offerta scaduta|annuncio scaduto|posizione chiusa|posizione coperta
            candidature chiuse|selezione chiusa|selezioni chiuse|non si accettano più|non accettiamo più
        """,
        upcoming="""
            candidature apriranno|candidature si apriranno|candidature aperte dal|le selezioni inizieranno
        """,
        open="candidature aperte|candidati ora|selezioni aperte",
        conditions="considerare|consideri|se|finché|quando|una volta che|appena|sarà|può|potrà|prima che",
        lines="scaduto|scaduta|chiuso|chiusa|non attiva|non più attivo|non più disponibile|archiviato",
    ),
    "pt": Wording(
        things="""
            vaga de emprego|inscrição|prazo|prazo de candidatura|oportunidade|seleção|recrutamento|processo
            processo de seleção|inscrições para esta vaga|proposta|vaga|oferta|oferta de emprego|candidatura
            candidaturas|anúncio|posição|inscrições|processo seletivo|concurso
        """,
        done="""
            já foi preenchida|já foi preenchido|já foi encerrada|já foi encerrado|já expirou|já terminou|terminou
            já não se encontra ativa|não se encontra ativa|já não está ativo|não está ativa|não está mais ativo
            não está mais recebendo|não está mais aceitando|está inativa|está inativo|está finalizada|foi finalizada
            foi finalizado|foi desativada|já encerrou|encerrou|não existe mais|foi arquivada|está terminado
            está suspensa|está pausada|já não está disponível|não está mais disponível|não se encontra disponível
            já não se encontra disponível|não está disponível|já não está ativa|não está mais ativa
            não está mais aberta|foi encerrada|foi encerrado|está encerrada|está encerrado|estão encerradas
            foi preenchida|foi preenchido|está preenchida|expirou|foi expirada|está expirada|foi fechada|está fechada
            estão fechadas|foi removida|foi cancelada
        """,
        closed="""
            vaga finalizada|vaga inativa|vaga indisponível|oferta terminada|oferta indisponível
            candidaturas terminadas|prazo de candidatura expirado|prazo terminado|inscrições finalizadas
            não aceita mais candidaturas|não recebe mais candidaturas|já não é possível candidatar
            não é mais possível se candidatar|não está mais aceitando candidaturas|já não aceita candidaturas
            oferta de emprego expirada|processo encerrado|vaga encerrada|vaga preenchida|vaga expirada|vaga fechada
            oferta encerrada|oferta expirada|inscrições encerradas|candidaturas encerradas|anúncio expirado
            já não aceitamos|não aceitamos mais|não estamos mais aceitando|processo seletivo encerrado
        """,
        upcoming="""
            inscrições abrem|inscrições abrirão|inscrições serão abertas|candidaturas abrem|candidaturas serão abertas
        """,
        open="inscrições abertas|candidaturas abertas|candidate-se agora|candidatar-se agora",
        conditions="considere|considerar|se|até que|quando|caso|assim que|enquanto|será|pode|poderá|antes que",
        lines="""
            encerrada|encerrado|expirada|expirado|preenchida|fechada|inativa|expirou|finalizada|encerradas
            indisponível|concluído
        """,
    ),
    "pl": Wording(
        things="""
            oferta pracy|ogłoszenie o pracę|zbieranie zgłoszeń|rekrutacja na to stanowisko|proces rekrutacji
            termin składania aplikacji|nabór na stanowisko|wakat|termin składania ofert|konkurs|oferta|ogłoszenie
            rekrutacja|nabór|stanowisko|termin
        """,
        done="""
            jest zakończona|jest zakończone|jest zakończony|jest niedostępne|nie jest już aktywne|nie jest dostępna
            nie jest już publikowana|została wycofana|została zarchiwizowana|zostało zarchiwizowane|została zdjęta
            zostało usunięte|jest archiwalna|jest archiwalne|zakończyło się|dobiegła końca|został zakończony
            został zamknięty|już wygasła|już wygasło|jest wygasła|jest już zamknięta|jest już zakończona
            jest nieaktualna|jest nieaktualne|jest już nieaktualna|jest już nieaktualne|jest nieaktywna
            jest już nieaktywna|jest zamknięta|jest zamknięte|została zakończona|zostało zakończone|została zamknięta
            zostało zamknięte|wygasła|wygasło|zakończyła się|zakończył się|straciła ważność|straciło ważność
            nie jest już aktualna|nie jest już aktualne|nie jest już aktywna|nie jest już dostępna
            nie jest już dostępne|jest niedostępna|jest już niedostępna|została usunięta|zostało obsadzone|upłynął
            minął
        """,
        closed="""
            zakończył zbieranie zgłoszeń|zakończył przyjmowanie aplikacji|zakończono zbieranie|zakończono przyjmowanie
            zakończono rekrutację|zakończyliśmy rekrutację|termin składania aplikacji minął
            termin składania aplikacji upłynął|oferta niedostępna|ogłoszenie wygasło|ogłoszenie zakończone
            nie można już aplikować|rekrutacja zamknięta|nie przyjmuje już aplikacji|nie przyjmuje już zgłoszeń
            oferta nieaktualna|oferta wygasła|oferta nieaktywna|oferta archiwalna|oferta zakończona
            rekrutacja zakończona|nabór zakończony|nabór zamknięty|ogłoszenie nieaktualne|ogłoszenie archiwalne
            nie przyjmujemy już aplikacji|nie przyjmujemy już zgłoszeń
        """,
        upcoming="""
            nabór rozpocznie się|rekrutacja rozpocznie się|nabór rozpoczyna się|aplikacje będą przyjmowane od
        """,
        open="aplikuj teraz|aplikuj już dziś|nabór trwa|rekrutacja trwa",
        conditions="jeśli|jeżeli|dopóki|gdy|kiedy|do czasu|aż|może|będzie|zanim",
        lines="""
            nieaktualne|nieaktualna|wygasła|zakończona|zamknięta|archiwalna|nieaktywna|nieaktywne|zakończone|wygasło
            zamknięte|niedostępna
        """,
    ),
    "cs": Wording(
        things="""
            ponuka|ponuka práce|pracovná ponuka|inzercia|pracovní pozice|nabídka zaměstnání|pracovné miesto
            výberové konanie|lhůta|termín pro podání přihlášek|konkurz|volná pozice|nabídka|nabídka práce|pozice
            inzerát|místo|pracovní místo|výběrové řízení|nábor|volné místo|pracovní nabídka|přihlášky
        """,
        done="""
            již není v nabídce|už nie je aktuálna|už nie je aktuálny|už nie je k dispozícii|už nie je dostupná
            nie je aktuálna|bola obsadená|je už obsadená|je obsadená|vypršala|bola ukončená|bolo ukončené
            není aktuální|není dostupná|neplatí|již byl smazán|byl stažen|byl smazán|byla smazána|byla uzavřena
            byl uzavřen|bylo zrušeno|již skončila|skončila|již neexistuje|již byla ukončena|již bylo ukončeno
            již vypršela|již vypršel|uplynula|uplynul|je ukončena|je ukončen|je ukončený|byla archivována
            již není aktuální|už není aktuální|není již aktuální|není už aktuální|již není aktivní|už není aktivní
            není aktivní|již není dostupná|už není dostupná|již není k dispozici|už není k dispozici
            není již k dispozici|již není volná|již není platná|je již obsazena|je obsazena|je již obsazená
            je obsazená|již obsazena|byla obsazena|bylo obsazeno|byla již obsazena|je obsazeno|již obsazeno
            bylo ukončeno|byl ukončen|byla ukončena|je ukončeno|je uzavřena|bylo uzavřeno|vypršela|vypršel|vypršelo
            byla zrušena|byla stažena|je neaktivní|byla vyřazena
        """,
        closed="""
            nabídka ukončena|nabídka práce již není aktuální|inzerát není aktivní|inzerát ukončen|pozice není aktuální
            pozice uzavřena|ponuka nie je aktuálna|ponuka už nie je aktuálna|na tuto pozici již nelze
            již nelze odpovědět|již nelze reagovat|lhůta pro podání přihlášek uplynula|výběrové řízení je uzavřeno
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
        lines="""
            neaktivní|obsazeno|ukončeno|vypršelo|neaktuální|neaktuálna|ukončena|vypršela|obsazena|uzavřeno|archivováno
        """,
    ),
}
