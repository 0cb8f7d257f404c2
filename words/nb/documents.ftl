### Plan og hefte. Faste ord (label-…) og setninger som programmet fyller ut.

## Felles

label-school = Arbeidssted
label-position = Stilling
label-leader = Leder
label-employee = Medarbeider
label-talk = Medarbeidersamtale
label-agreed = Avtalt
label-judged = Status per
label-roles = Roller
label-page = Side
label-of = av
label-missing = ikke fylt ut
label-not-relevant = ikke relevant

label-radar = Kompetansediagram
label-areas = Områdene
label-number = Nr.
label-area = Område
label-current = Nå
label-wanted = Ønsket
template-current = { $area } nå
template-wanted = { $area } ønsket
template-people = Medarbeidere
template-levels = Nivåer
template-level = Nivå
template-meaning = Betydning
template-not-relevant = Området er ikke en del av arbeidet
template-choose-title = Velg fra listen
template-choose = Velg et av nivåene på listen, eller la cellen stå tom.
template-mean = Gjennomsnitt
export-matrix = Medarbeidere × områder
label-gap = Løft
label-levels = Skala
label-priority = Prioritet
label-indicative = Rollemodellens nivåer er veiledende. Ingen trenger å kunne alt.

label-courses = Kurs og andre tiltak
label-course-number = Nr.
label-course-title = Kurs eller tiltak
label-course-kind = Form
label-no-courses = Det er ingen løft som krever kurs.

## Plan

label-plan-draft = Forslag til plan
label-plan-agreed = Dette har vi avtalt
label-plan-empty = Det er ingen aktiviteter i planen.
label-plan-empty-write = Skriv på linjene nedenfor hva dere avtaler: mål, aktivitet, ansvarlig, frist og vikar.
label-goal = Mål
label-activity = Aktivitet
label-responsible = Ansvarlig
label-stand-in = Vikar
label-stand-ins = Arbeidsro og vikarer
label-changes = Endringer avtalt i samtalen (føres også inn i filen)
label-since-last = Siden sist
label-risen = Høyere nivå enn i fjor
label-further = Flere forslag
label-colleagues = Kolleger som vil lære bort
label-goal-and-way = Mål og vei
label-who-and-when = Hvem og når
label-success = Kjennetegn
label-leader-does = Lederen
label-no-stand-in = mangler
label-needed = nødvendig
label-tick = Streken er rollemodellens veiledende nivå. Ingen trenger å kunne alt.
label-signatures = Underskrifter
label-place-and-date = Sted og dato
label-consents = Samtykke
label-consents-note = Samtykket er frivillig og er ikke en del av avtalen. Det kan når som helst endres eller trekkes tilbake.
label-consent = Samtykke
label-answer = Nåværende svar
label-initials = Initialer
label-date = Dato

print-title = Planer til utskrift: { $place }
plan-draft = Grunnlag for samtalen
plan-lift = fra { $from } til { $to }
plan-agreed = Avtalt plan
plan-follow-up = Planen følges opp { $date }.
plan-a-colleague = en kollega
plan-form-with = { $form } hos { $mentor }
plan-stand-ins =
    { $all ->
        [one] Den ene aktiviteten som ikke er avsluttet, { $covered ->
            [0] har ingen vikar.
           *[other] har vikar.
        }
       *[other] { $covered } av { $all } åpne aktiviteter har vikar.
    }
plan-without-stand-in = Uten vikar: { $lines }.

points-achieved = Oppnådd siden sist
points-lifts = Største løft
points-no-lifts = Ingen løft ønskes.
plan-not-filled-in = Profilen er tom: Ingen områder har fått et nivå ennå. Skriv tallene under «profil» i filen. Først da kan planen underskrives.
points-not-filled-in = Profilen er ikke fylt ut ennå.
points-strengths = Styrker
points-less = Vil gjerne trappe ned på
points-needed = Nødvendig
points-other-lifts = Andre løft
points-proposed = Foreslått
points-agreed = Avtalt
points-no-lines = Ingen aktiviteter ennå.
points-lines =
    { $count ->
        [one] 1 aktivitet, se planen.
       *[other] { $count } aktiviteter, se planen.
    }
points-more-lines = og { $count } til i planen
points-more-needed = og { $count } til i tabellen
point-change = { $area }: { $from } → { $to }
point-level = { $area }: { $level }

consent-booklet = Navnet mitt, arbeidsstedet mitt, stillingen min og nivåene mine kan stå i det offentlige heftet.
consent-teaches = Jeg kan nevnes som en kollega som kan lære bort.
answer-yes = ja
answer-no = nei
answer-areas = ja: { $areas }

## Kurs

courses-need = Nødvendig
courses-nice = Nyttig
courses-unset = Prioritet ikke angitt
courses-planned = I planen, uten ønsket løft
courses-none = Ingen kurs i katalogen: Avtal sidemannsopplæring, jobbrotasjon eller selvstudium
courses-more =
    { $count ->
        [one] Katalogen har 1 kurs til som passer til disse løftene.
       *[other] Katalogen har { $count } kurs til som passer til disse løftene.
    }
course-days =
    { $one ->
        [yes] 1 dag
       *[no] { $days } dager
    }
course-example = (oppdiktet)
reason-gap = { $area } fra { $current } mot { $wanted }.
reason-in-plan = Står i planen: { $status }.
reason-part-of-the-way = Fører fram til nivå { $level }.
reason-too-advanced = Bygger på nivå { $level }, høyere enn det nåværende.
reason-also = Dekker også { $areas }.

form-amu = AMU
form-kommunom = kommunom
form-cok = COK
form-internal = internt kurs
form-peer-training = sidemannsopplæring
form-job-rotation = jobbrotasjon
form-self-study = selvstudium
form-peer-group = erfaringsgruppe
form-other = annet

status-proposed = foreslått
progress-suggested = forslag fra katalogen
status-agreed = avtalt
status-enrolled = påmeldt
status-started = i gang
status-done = gjennomført
status-postponed = utsatt
status-dropped = utgår

priority-need = nødvendig
priority-nice = nyttig

responsible-leader = leder
responsible-employee = medarbeider

## Kompetansediagram

radar-missing = ikke fylt ut
legend-current = nå
legend-wanted = ønsket
legend-needed = nødvendig løft
legend-expected = rollemodellen (veiledende)
legend-last-year = i fjor
legend-spread = den midterste halvdelen
legend-mean-current = gjennomsnitt nå
legend-mean-wanted = gjennomsnitt ønsket

alt-person = Kompetansediagram for { $name }: { $filled } av { $areas } områder er fylt ut, og antall løft er { $gaps }.
alt-group = Avdelingens kompetansediagram: gjennomsnitt; antall profiler: { $people }.
alt-area = { $area }: nå { $current }, ønsket { $wanted }.
alt-area-needed = { $area }: nå { $current }, ønsket { $wanted }, nødvendig.
alt-area-missing = { $area }: ikke fylt ut.
alt-area-not-relevant = { $area }: ikke relevant.
alt-table = De samme tallene står i tabellen «{ $table }».

## Hefte

label-contents = Innhold
label-decision = Dette må det tas stilling til
label-five-needs = De største behovene
label-purchases = Det kjøper vi
label-purchase = Kurs
label-purchase-cost = Pris
label-bound = Bundet
label-wished = Ønsket
label-money = Kostnader
label-risks = Tre ting å følge med på
label-next-dates = De neste datoene
label-no-dates = Det er ingen kommende datoer.
label-late = Hvem ligger etter?
label-bar-key = Den mørke delen av søylen er det som er nødvendig.
decision-people =
    { $people ->
        [one] 1 medarbeider
       *[other] { $people } medarbeidere
    }{ $needed ->
        [0] {""}
       *[other] , nødvendig for { $needed }
    }
decision-more-courses =
    { $count ->
        [one] 1 kurs til står under «Kurs».
       *[other] { $count } kurs til står under «Kurs».
    }
decision-price-unknown = ukjent pris
money-bound = Bundet: avtalt, påmeldt eller i gang
money-wished = Ønsket: foreslått i planene
money-left =
    { $sure ->
        [yes] Igjen av { $budget } når ønskene er med
       *[no] Igjen av { $budget } når ønskene er med (høyst)
    }
money-missing =
    { $sure ->
        [yes] Mangler i budsjettet på { $budget }
       *[no] Mangler i budsjettet på { $budget } (minst)
    }
money-possible =
    { $priced ->
        [all] Kurs som katalogen foreslår til resten av løftene, ville koste { $money } og { $days }.
        [some] Kurs som katalogen foreslår til resten av løftene, ville koste minst { $money } og { $days }.
       *[none] Kurs som katalogen foreslår til resten av løftene, ville ta { $days }; prisen er ikke kjent.
    }
risk-office = Tomme kontorer
risk-office-days =
    { $part ->
        [yes] { $school } en del av dagen { $days }
       *[no] { $school } { $days }
    }
risk-office-days-own =
    { $part ->
        [yes] { $days } en del av dagen
       *[no] { $days }
    }
risk-office-line =
    { $more ->
        [0] { $offices }.
        [one] { $offices } og 1 gang til, se «Hvem er borte når?».
       *[other] { $offices } og { $more } ganger til, se «Hvem er borte når?».
    }
risk-office-suggested =
    { $count ->
        [one] Med forslagene i katalogen: 1 gang til.
       *[other] Med forslagene i katalogen: { $count } ganger til.
    }
risk-office-none = Ingen kontorer står tomme på grunn av kurs.
risk-office-none-own = Kontoret står ikke tomt på grunn av kurs.
risk-role = Roller som avhenger av én
risk-role-line =
    { $more ->
        [0] { $role }: { $schools }.
       *[other] { $role }: { $schools } og { $more } arbeidssteder til.
    }
risk-role-none = Ingen rolle avhenger av bare én medarbeider ved skoler med flere.
risk-role-person = { $name }: { $roles }.
risk-role-alone = Alle, for arbeidsstedet har én ansatt.
risk-role-none-own = Ingen rolle avhenger av bare én medarbeider.
risk-role-more =
    { $count ->
        [one] 1 medarbeider til står under «Rolledekning».
       *[other] { $count } medarbeidere til står under «Rolledekning».
    }
risk-role-vacant = Ingen på nivået ennå: { $roles }.
risk-need = Behov uten kurs
risk-need-line =
    { $people ->
        [one] { $area }: 1 medarbeider har ikke noe kurs i katalogen.
       *[other] { $area }: { $people } medarbeidere har ikke noe kurs i katalogen.
    }
risk-need-none = Ingen: Katalogen eller planene har en vei til hvert løft.
date-deadline = Frist: { $what }
date-deadline-done = Frist: { $what }, { $done } av { $all } er på plass
date-registration = Siste påmelding: { $course }, { $people }
date-session = Begynner: { $course }, { $people }
participants-planned =
    { $people ->
        [one] 1 deltaker
       *[other] { $people } deltakere
    }
participants-suggested = foreslått for { $suggested }
participants-both =
    { $people ->
        [one] 1 deltaker, foreslått for { $suggested } til
       *[other] { $people } deltakere, foreslått for { $suggested } til
    }
late-errors =
    { $count ->
        [one] 1 profil med feil
       *[other] { $count } profiler med feil
    }
late-open =
    { $count ->
        [one] 1 profil ikke fylt ut
       *[other] { $count } profiler ikke fylt ut
    }
late-not-agreed =
    { $count ->
        [one] 1 plan ikke avtalt
       *[other] { $count } planer ikke avtalt
    }
late-overdue =
    { $count ->
        [one] 1 aktivitet over fristen
       *[other] { $count } aktiviteter over fristen
    }
late-none = Ingen ligger etter.
late-more =
    { $count ->
        [one] 1 arbeidssted til står i årshjulet.
       *[other] { $count } arbeidssteder til står i årshjulet.
    }
label-how-to-read = Slik leser du heftet
label-department-radar = Avdelingens kompetansediagram
label-averages = Gjennomsnitt for områdene
label-middle-half = Midterste halvdel
label-range = Lavest – høyest
label-with-gap = Ønsker løft
label-people = Profiler
label-source = Kilde
label-how-to-read-radar = Den heltrukne linjen er nivået nå, den stiplede er det ønskede nivået, og den prikkede er rollemodellens eget, veiledende nivå. Et område uten punkt er ikke fylt ut; det betyr ikke null.
label-how-to-read-people = Hver medarbeider har sin egen side: kompetansediagrammet, områdene og kursene som passer til de ønskede løftene. Ingen trenger å kunne alt, men til sammen skal medarbeiderne dekke det arbeidsstedet har behov for.
booklet-internal = Internt – skal ikke offentliggjøres
booklet-volume = Bind { $number } av { $count }
label-volumes = Medarbeidernes sider
label-volumes-note = Sidene for hver medarbeider og nivåene deres samlet er i egne bind. Stikkordene viser bind og side for hver enkelt.
label-public-volumes-note = Sidene for hver medarbeider og nivåene deres samlet er i egne bind.
label-file = Fil
label-volume = Bind
label-schools = Arbeidssteder
booklet-counts =
    { $people ->
        [one] 1 profil
       *[other] { $people } profiler
    } fra { $schools ->
        [one] 1 arbeidssted
       *[other] { $schools } arbeidssteder
    }
booklet-judged = Status per { $date }
booklet-missing =
    { $count ->
        [one] 1 profil mangler fordi filen har feil.
       *[other] { $count } profiler mangler fordi filene har feil.
    }

## Rollemodellen

label-role-model-note = Rollemodellen er et bilde av hva arbeidet kan kreve. Den er ingen fasit, og ingen trenger å kunne alt. Kryssene viser hvor mange som mener at kompetansen er viktig.
label-presumed = Forutsettes kjent
label-other-competencies = Øvrige kompetanser
label-roles-and-levels = Rollene
label-roles-note = Nivåene er veiledende. En person kan ha flere roller, og flere kan dele en rolle.
label-role = Rolle
label-role-description = Beskrivelse
label-role-requires = Nivå som trengs
area-expected = Veiledende nivå: { $level }.
amu-full = Dekkes av AMU.
amu-partial = Dekkes delvis av AMU.
amu-none = Dekkes ikke av AMU.
competency-votes =
    { $votes ->
        [one] 1 kryss
       *[other] { $votes } kryss
    }
competency-added = lagt til
competency-questioned = betvilt
competency-marks = «Lagt til» er det fokusgruppen har skrevet til; «betvilt» det den var i tvil om.

## Til samtalen

label-talk-points = Til samtalen
talk-difference = { $area }: medarbeider { $employee }, leder { $leader }
talk-leader-view-unusable = Lederens vurdering kunne ikke leses og er ikke med.
talk-need-without-line = { $area } er nødvendig, men har ingen aktivitet i planen.
plan-overdue = fristen er ute
plan-soon-due = fristen er nær
plan-session = kurs { $date }
courses-mentor = { $area }: { $name }, { $school }
course-in = { $date } i { $town }
course-half-days = halve dager
course-register-by = påmelding senest { $date }
course-guaranteed = gjennomføres garantert
teaching-day = dagtid
teaching-evening = kveld
teaching-online = på nett
course-blocks = { $count } bolker, de neste fra { $dates }
course-also-held = også { $dates }
course-more-sessions = { $count ->
    [one] 1 dato til
   *[other] { $count } datoer til
}
course-after-deadline = først etter fristen
course-session-unknown = Kursdatoen står ikke i planen
course-free-seats =
    { $seats ->
        [0] ingen ledige plasser
        [one] 1 ledig plass
       *[other] { $seats } ledige plasser
    }
course-price = { $price } { $currency }
course-price-after-subsidy = { $price } { $currency } etter tilskudd
course-full-price = full pris { $price } { $currency }

## Avtalekode

label-code = Avtalekode
label-code-covers = Koden dekker alt som er avtalt: nivåer, prioritet, mål, veier, ansvarlige, frister og oppfølging. Endres noe av det, får planen en ny kode.
alt-code = QR-kode med avtalekoden { $code } i sin fulle lengde.
## Avtale og underskrift

label-attached-agreement = Det som er avtalt
label-attached-data = Opplysningene som sidene bygger på
label-changed-heading = Endret etter underskriften
responsible-department = avdelingen
plan-changed-since-signed = Planen er ikke lenger den som er notert som underskrevet. Dette er endret:
plan-shared-changed = Det avtalte er det samme. Bare rollemodellen eller kurskatalogen er endret:
signature-noted = Notert som underskrevet på papir { $date }.
signature-noted-by = Notert av { $who }; papiret er beviset.
signature-note = Papiret er beviset.
signature-not-compared = Koden på papiret er ikke sammenlignet.
signature-outdated = Gjelder en tidligere utgave.

## Hva som er endret

change-nothing = ikke oppgitt
change-name = Navn: { $from } → { $to }
change-school = Arbeidssted: { $from } → { $to }
change-leader = Leder: { $from } → { $to }
change-area-added = { $area } er kommet til: nå { $current }, ønsket { $wanted }
change-area-removed = { $area } er tatt ut
change-current = { $area }: nivå nå { $from } → { $to }
change-wanted = { $area }: ønsket nivå { $from } → { $to }
change-priority = { $area }: prioritet { $from } → { $to }
change-area-name = Et område har fått nytt navn: { $from } → { $to }
change-line-added = Ny linje i planen: { $line }
change-line-removed = Linje tatt ut av planen: { $line }
change-line-area = { $line }: område { $from } → { $to }
change-line-activity = { $line }: aktivitet { $from } → { $to }
change-line-mentor = { $line }: en annen kollega
change-line-responsible = { $line }: ansvarlig { $from } → { $to }
change-line-deadline = { $line }: frist { $from } → { $to }
change-line-success = { $line }: det skal vise seg ved { $from } → { $to }
change-line-leader-does = { $line }: lederen gjør { $from } → { $to }
change-course-title = Kurs { $number } har fått ny tittel: { $from } → { $to }
change-follow-up = Oppfølging: { $from } → { $to }
change-role-model = Rollemodell: { $from } → { $to }
change-role-model-version = Rollemodellens versjon: { $from } → { $to }
change-scale = Skalaens nivåer er endret

## Forberedelse

prep-title = Forberedelse til samtalen
label-prep-own = Arket er ditt eget. Skriv på det før samtalen, og ta det med. Det skal ikke underskrives.
label-prep-looking-back = Tilbakeblikk
label-prep-motivation = Motivasjon og trivsel
label-prep-goals = Mål og utvikling
label-prep-less = Hva kan vi trappe ned på?
label-prep-mirror = Rollemodellen som speil
label-prep-mirror-note = Rollemodellen er et bilde av hva arbeidet kan kreve. Den er ingen fasit, og ingen trenger å kunne alt.
label-prep-circle = Sett ring rundt det du vil snakke om.
label-prep-notes = Egne notater
label-prep-last-goal = Mål i forrige plan
label-prep-status = Status
label-prep-outcome = Dette fikk jeg ut av det, eller dette gjenstår
label-prep-lifts = Ønskede løft
label-prep-rank = Skriv 1 ved det løftet som er viktigst i år.
label-prep-can = Dette vil jeg kunne
label-prep-learn = Slik lærer jeg det best
prep-listed = { $heading }: { $items }.
prep-fallen = Lavere enn sist
prep-other-lifts = Andre løft
prep-satisfied = Hva er du mest fornøyd med i året som har gått?
prep-what-helped = Hva er du mest fornøyd med, og hva hjalp deg på vei?
prep-what-changed = Hva har blitt annerledes?
prep-no-time-for = Hva har du ikke hatt tid til?
prep-energy = Hva gir deg arbeidsglede, og hva tar på kreftene?
prep-good-at = Hva er du god på, og hvem kan lære det av deg?
prep-use-strengths = Hvor får du brukt dem best, og hvem kan lære av deg?
prep-peace = Når trenger du ro til å gjøre en oppgave ferdig, og hvordan skal det avtales?
prep-spared = Hva skal til for at du kan være borte når du skal lære noe nytt?
prep-no-pile = Hvem tar seg av oppgavene dine imens, så de ikke blir liggende og vente?
prep-seen-differently = Vurdert ulikt
prep-where-you-stand = Hvilke oppgaver viser best hvor du står?
prep-level = { $level } ({ $name })
prep-from-to = Fra { $from } til { $to }
prep-no-activity = ingen aktivitet i planen
prep-keep = Hva vil du gjerne fortsette å være god på, eller lære bort?
prep-what-can-wait = Hva kan vente?
prep-future = Hvilke oppgaver vil du gjerne ha om et par år?
prep-who-takes-over = Hvilke oppgaver er det, og hvem kan overta dem?
prep-simpler = Hvilke oppgaver kan gjøres enklere, sjeldnere eller ikke i det hele tatt, så det blir god tid til kjerneoppgavene?
prep-above = Over rollemodellen
prep-equal = På samme nivå
prep-below = Under rollemodellen
prep-now = nå { $level }
prep-role-model = rollemodellen { $level }
prep-does-it-fit = Hva i rollemodellen passer ikke til arbeidet ditt, og hva mangler?

## Oppfølging og kalender

follow-up-title = Oppfølging av planen
label-follow-up = Oppfølging
label-next-deadline = Neste frist
label-follow-up-notes = Notater
label-follow-up-empty = Det er ingen linjer i planen.
event-talk = Samtale
event-follow-up = Oppfølging av utviklingsplanen
event-deadline =
    { $count ->
        [one] Frist i utviklingsplanen
       *[other] Frist i utviklingsplanen ({ $count } linjer)
    }
event-course = Kurs
event-registration = Siste dag for å melde seg på kurs

## Tomt skjema

blank-state = Tomt skjema
blank-title = Kompetansediagram og plan
blank-to-file = Slik blir skjemaet til en fil: Skriv tallene i profilen din i fellesmappen under «profil:», for eksempel «{ $example }», og linjene i planen under «plan:». Så lager programmet planen.
label-blank-name = Navn
label-blank-period = Periode
label-blank-draw = Sett en prikk på hver akse ved nivået nå, og tegn en linje mellom prikkene. Gjør det samme for det ønskede nivået med en annen penn eller en stiplet linje.
label-blank-last-year = I fjor
label-blank-remark = Merknad
label-blank-last-plan = Fjorårets plan
label-blank-plan = Plan
label-blank-deadline = Frist
label-blank-follow-up = Planen følges opp
label-blank-only-areas = Bare i disse områdene:
label-blank-answer = Svar
alt-blank = Tomt kompetansediagram å tegne i. Akser: { $areas }. Nivåer, fra innerst til ytterst: { $levels }.

## Strategisk opplæringsplan og heftets kapitler

figure-few = færre enn { $least }
name-and-school = { $name } ({ $school })
strategy-way-course = { $course }: { $people }
strategy-way-course-of = { $course }: { $people } av { $all }
strategy-way-none = Ingen kurs i katalogen passer for alle: internt kurs, nettverk eller sidemannsopplæring
strategy-way-teachers-count = Kolleger som har sagt ja til å lære bort: { $people }
group-line =
    { $people ->
        [one] Gruppe { $number }, { $when }, 1 medarbeider.
       *[other] Gruppe { $number }, { $when }, { $people } medarbeidere.
    }
group-without-date = uten dato ennå
group-none = Uten gruppe
group-needs-cover = Kontoret må bemannes imens: { $schools }.
group-enrolled = Av disse er påmeldt: { $enrolled }.
group-unknown-session = Har plass på en kursdato som ikke står i planen.
reason-placed = { $names }: { $reasons }.
reason-late = { $names }: først etter fristen, for ingen kursdato er før den.
reason-late-because = { $names }: først etter fristen, for { $reasons }.
reason-no-session = { $names }: uten dato, for katalogen har ingen kursdato med ledige plasser.
reason-no-date-because = { $names }: uten dato, for { $reasons }.
against-full = det er ikke flere plasser { $date }
against-another-course = { $date } kolliderer med et annet kurs
against-office-empty = kontoret ville stått tomt { $date }
against-one-class-more = { $date } ville krevd en gruppe til
against-more = { $count ->
    [one] 1 kursdato til kan heller ikke brukes
   *[other] { $count } kursdatoer til kan heller ikke brukes
}
clash-office = { $school }: Kontoret står tomt når disse kolliderer: { $courses }.
clash-person = { $name } skal være to steder samtidig: { $courses }.
clash-not-all-tried = Det er flere muligheter enn programmet kan prøve. Kanskje finnes det en bedre inndeling.
without-course = Internt kurs eller nettverk for { $people }.
without-course-teachers = Internt kurs eller nettverk for { $people } med { $names }, som har sagt ja til å lære bort.
without-course-who = Behovet gjelder { $names }.
total-hidden = Beløp og dager totalt vises ikke, fordi noen av dem bygger på så få at de kan regnes ut.
total-cost = Totalt { $kroner } { $currency } etter tilskudd; kursdager: { $days }.
total-without-price = Prisen er ikke kjent for { $courses ->
    [one] ett kurs
   *[other] { $courses } kurs
}.
total-without-days = Lengden er ikke kjent for { $courses ->
    [one] ett kurs
   *[other] { $courses } kurs
}.
budget-within = Budsjettet er { $budget } { $currency }; { $difference } { $currency } gjenstår.
budget-over = Budsjettet er { $budget } { $currency }; det mangler { $difference } { $currency }.
budget-left-short =
    { $sure ->
        [yes] Budsjettet er { $budget } { $currency }. Når det bundne er betalt, er det { $left } { $currency } til resten, og det mangler { $difference } { $currency }.
       *[no] Budsjettet er { $budget } { $currency }. Når det bundne er betalt, er det { $left } { $currency } til resten, og det mangler minst { $difference } { $currency }.
    }
budget-bound-over =
    { $sure ->
        [yes] Budsjettet er { $budget } { $currency }. Det bundne alene koster { $difference } { $currency } mer.
       *[no] Budsjettet er { $budget } { $currency }. Det bundne alene koster minst { $difference } { $currency } mer.
    }
budget-later-possible = Senere, mulig: { $course } (medarbeidere: { $people }, nødvendig for { $needed }, { $kroner } { $currency })
budget-later-wished = Senere, ønsket: { $course } (medarbeidere: { $people }, nødvendig for { $needed }, { $kroner } { $currency })
budget-first-possible = Først, mulig: { $course } (medarbeidere: { $people }, nødvendig for { $needed }, { $kroner } { $currency })
budget-first-wished = Først, ønsket: { $course } (medarbeidere: { $people }, nødvendig for { $needed }, { $kroner } { $currency })
budget-bound = Bundet: { $course } (medarbeidere: { $people }, nødvendig for { $needed }, { $kroner } { $currency })
booklet-more-lines =
    { $count ->
        [one] 1 linje til står i medarbeiderens egen plan.
       *[other] { $count } linjer til står i medarbeiderens egen plan.
    }
booklet-own-activity = egen aktivitet
heat-school = { $school } ({ $people })
booklet-strength =
    { $teachers ->
        [0] { $area }: { $people } på nivå { $level } eller høyere.
       *[other] { $area }: { $people } på nivå { $level } eller høyere; { $teachers } vil lære bort.
    }
index-areas = Områder
index-courses = Kurs
index-volume-page = bind { $volume }, side { $page }
index-volume = bind { $volume }
strategic-plan-note = Planen er uten navn og arbeidssteder. Et tall som bygger på færre enn { $least } medarbeidere, vises som «færre enn { $least }»; det gjelder også beløp og dager. Der det står «vises ikke», kunne et av de små tallene ellers blitt regnet ut. Gjennomsnitt og antall nivåer står bare i det interne heftet.
strategic-plan-judged = Status for kurs og kursdatoer per { $date }.
label-strategic-plan = Strategisk opplæringsplan
label-rank = Nr.
label-employees = Medarbeidere
label-levels-to-lift = Nivåer
label-priority-need = Nødvendig
label-mean-now-wanted = Gjennomsnitt nå → ønsket
label-days = Dager
label-kroner = Kr
label-strategy-empty = Ingen har ønsket noe løft.
label-strategy-no-courses = Ingen kurs i katalogen passer til de ønskede løftene.
label-strategy-areas = Områder etter behov
label-strategy-areas-note = Først områdene der flest ønsker løft, så de med flest nivåer, så de som er nødvendige for flest.
label-strategy-areas-note-public = Først områdene der flest ønsker løft. Andelen gjelder dem som har fylt ut området.
label-strategy-ways = Veier til løftene
label-strategy-ways-none = Uten kurs
label-strategy-teachers = Vil lære bort
label-strategy-willing = Har sagt ja til å lære bort
label-strategy-teachers-note = De har sagt ja til å lære bort og er selv minst der en kollega vil.
label-teaches = ja
teaches-all = alle områder
teaches-all-but = alle unntatt { $areas }
teacher-areas = { $name } ({ $areas })
label-strategy-courses = Kurs
label-strategy-courses-note = Hver medarbeider telles med kurset som står i planen, ellers med det som passer best til løftet. Pris etter tilskudd.
label-course-stages = Påmeldt, avtalt, foreslått, forslag
label-stage-enrolled = påmeldt eller i gang
label-stage-agreed = avtalt
label-stage-proposed = foreslått i planen
label-stage-suggested = forslag fra katalogen
label-strategy-first = Når budsjettet ikke strekker til
label-strategy-first-note = Først det som er bundet, så det som er ønsket i planene, så forslag. I hver gruppe kommer det som er nødvendig for flest, først, så det som flest har behov for, så det som gir størst løft for pengene.
label-strategy-groups = Grupper
label-strategy-groups-note = Den som er påmeldt, blir i gruppen sin. Ingen skal være to steder samtidig, og kontorer med to eller flere medarbeidere skal ikke stå tomme. Det er så få egne grupper som mulig. Datoer og plasser er hentet fra katalogen.
label-strategy-clashes = Datoer som kolliderer
label-strategy-without-course = Ingen kurs i katalogen
label-needs = Behov for kurs
label-needs-note = Til kurstilbydere og nabokommuner: hva det er behov for, og for hvor mange.
label-needs-areas = Områder
label-needs-courses = Kurs
label-needs-more = Flere kurs står i planen ovenfor.
label-heat-maps = Oversikt over nivåene
label-heat-note = Tallet er nivået nå; jo høyere nivå, desto mørkere bakgrunn. En strek er et område som ikke er fylt ut eller ikke er relevant.
label-heat-below = En trekant i hjørnet er et nivå under rollemodellens veiledende.
label-heat-expected = Rollemodellen
label-heat-by-person = Områder og medarbeidere
label-heat-by-school = Områder og arbeidssteder, gjennomsnitt
label-name = Navn
label-strengths-to-share = Styrker å dele med andre
label-coverage = Rolledekning
label-coverage-note = Hvor mange på hvert arbeidssted som er på nivåene rollen krever. Det er veiledende og ingen fasit: Ikke alle trenger å kunne alt, men til sammen skal arbeidsstedet kunne det.
label-wheel = Årshjul
label-year = Året
label-wheel-note = Tallet viser antallet i måneden; for frister viser det dagen.
label-wheel-schools = Hvor langt hvert arbeidssted er kommet
label-month = Måned
lane-deadlines = Frister
lane-talks = Samtaler
lane-registration = Siste påmelding
lane-groups = Grupper begynner
lane-follow-ups = Oppfølginger
label-calendar = Hvem er borte når?
label-calendar-note = Kolonnene er uker; tallene viser hvor mange fra arbeidsstedet som er på kurs. Navnene står under «Grupper».
label-calendar-none = Ingen er i en gruppe med dato.
label-office-size = Ansatte
label-away-whole = hele dager
label-away-half = halve dager
label-away-empty = kontoret står tomt
label-away-empty-suggested = kontoret står tomt hvis forslagene følges
label-away-suggested = i parentes: bare forslag fra katalogen
label-calendar-empty = Kontorer som står tomme
calendar-empty = Kontoret på { $school } står tomt { $days }: { $courses }.
calendar-empty-half = Kontoret på { $school } står tomt en del av dagen { $days }: { $courses }.
calendar-alone = { $school } har én ansatt og trenger vikar { $days }: { $courses }.
calendar-alone-half = { $school } har én ansatt og trenger vikar en del av dagen { $days }: { $courses }.
calendar-suggested = (bare forslag)
calendar-more = Det er { $count } til; se gruppene.
label-with-errors = Med feil
label-talks-held = Gjennomførte samtaler
label-plans-agreed = Avtalte planer
label-lines-overdue = Over frist
label-deadline = Frist
label-status = Status
label-plan = Plan
label-index = Stikkordregister

# The public booklet
booklet-public = Offentlig hefte
label-public-how-to-read-people = Her står de medarbeiderne som selv har sagt ja til å være med, hver på sin egen side med kompetansediagram og områder. Ingen trenger å kunne alt, men til sammen skal medarbeiderne dekke det arbeidsstedet har behov for.
label-public-group = Deltakerne samlet
label-public-group-note = Gjennomsnittet gjelder dem som er med i dette heftet, og ingen andre. Der for få har fylt ut et område, vises det ikke noe gjennomsnitt.
label-public-filled-in = Fylt ut av
# Strategisk plan: tall som ikke kan vises
figure-withheld = vises ikke
radar-too-few = for få
alt-public-group = Kompetansediagram for dem som er med i heftet: gjennomsnitt; antall personer: { $people }.
alt-area-too-few = { $area }: for få har fylt ut området.
strategy-share-heading = På nivå { $level } eller høyere
share-under-quarter = under 25 %
share-from-quarter = 25 til under 50 %
share-from-half = 50 til under 75 %
share-from-three-quarters = minst 75 %
share-under-half = under 50 %
share-half-or-more = minst 50 %
strategy-way-other = Planlagt på annen måte: { $people }
strategy-way-postponed = Utsatt: { $people }
strategy-way-done = Linjen i planen er gjennomført: { $people }
without-course-withheld = Internt kurs eller nettverk.
total-told = Kursene som det vises tall for, koster { $kroner } { $currency } etter tilskudd og tar { $days } kursdager.
budget-only = Budsjettet er { $budget } { $currency }.
budget-reaches = Budsjettet er { $budget } { $currency } og strekker til, selv om hvert av de små tallene er så stort som det kan være.
booklet-name = Kompetansehefte, { $role-model }
label-coverage-look = Verdt å se nærmere på
label-coverage-one = Avhenger av én
label-coverage-nobody = Ingen er på nivået ennå
label-evaluation = Evaluering av året
label-evaluation-note = Til evalueringen: hva som ble av planenes linjer, hvilke løft som er nådd siden i fjor, og hva det har kostet.
label-evaluation-lines = Planenes linjer etter status
label-evaluation-last = Fjorårets planer
label-evaluation-this = Årets planer
label-evaluation-lifts = Løft som er nådd siden i fjor
label-evaluation-people = Fylt ut begge år
label-evaluation-higher = Høyere
label-evaluation-lower = Lavere
label-evaluation-money = Kostnader
label-evaluation-few = for få til å vise et tall
evaluation-no-status = uten status
evaluation-spent = Kursene som er gjennomført ifølge årets planer, kostet { $kroner } { $currency } etter tilskudd og tok { $days } kursdager.

# Tabellene i en eksport.
export-levels = Nivåer
export-people = Medarbeidere
export-matches = Kursforslag
export-groups = Grupper
export-coverage = Rolledekning
export-areas = Områder
export-courses = Kurs
export-about = Om tallene
export-about-levels = Én rad for hver medarbeider og hvert område. Et tomt felt betyr at området ikke er fylt ut. Løft er ønsket nivå minus nivået nå.
export-about-people = Én rad for hver medarbeider, også de som har feil i profilen. Gjeldende er en plan som er avtalt de siste tolv månedene og ikke endret etter at den ble notert som underskrevet.
export-about-matches = Én rad for hvert kurs som dekker et løft, det beste forslaget først. En rad uten kurs er et løft som ingen kurs i katalogen dekker.
export-about-groups = Én rad for hver medarbeider i hver gruppe. Uten startdato er gruppen et forslag. «Krever vikar» er ja når kontoret ellers står tomt.
export-about-coverage = Én rad for hvert arbeidssted og hver rolle med dem som er på de nivåene rollen krever.
export-about-areas = Én rad for hvert område: gjennomsnitt og behov. «Nivåer å løfte» er summen av alles løft.
export-about-areas-public = Én rad for hvert område. Gjennomsnittet gjelder dem som er med her, og vises bare der mange nok har fylt ut området.
export-about-courses = Én rad for hvert kurs i katalogen. Et kurs teller dem som har det i planen, eller som har det som beste forslag. Kostnaden er prisen minus tilskudd for dem alle.
export-about-courses-public = Én rad for hvert kurs i katalogen.
export-department = Avdeling
export-period = Periode
export-edition = Utgave
export-judged-on = Status per
export-made-by = Laget med
export-lift = Løft
export-last-year = I fjor
export-role-model = Rollemodell
export-file = Fil
export-profile = Profil
export-profile-sound = i orden
export-profile-error = har feil
export-profile-open = ikke fylt ut
export-talk-held = Samtale gjennomført
export-plan = Plan
export-agreed = Avtalt
export-signed-by-employee = Medarbeider, notert underskrift
export-signed-by-leader = Leder, notert underskrift
export-signature-notes = Notert av
export-changed-since-signed = Endret etterpå
export-overdue = Over frist
export-up-to-date = Gjeldende
export-rank = Forslag nr.
export-course-number = Kursnr.
export-course-title = Kurs
export-fit = Passer
export-fit-whole-way = hele veien
export-fit-part-of-the-way = et stykke på vei
export-fit-unknown = nivå ikke oppgitt
export-fit-too-advanced = begynner høyere oppe
export-in-plan = I planen
export-progress = Hvor langt man er kommet
export-group = Gruppe nr.
export-start = Start
export-end = Slutt
export-town = Sted
export-needs-cover = Krever vikar
export-covered-by = Dekket av
export-names = Navnene
export-filled-in = Fylt ut av
export-mean-current = Gjennomsnitt nå
export-mean-wanted = Gjennomsnitt ønsket
export-lowest = Lavest nå
export-highest = Høyest nå
export-with-gap = Ønsker løft
export-levels-to-climb = Nivåer å løfte
export-needed = Nødvendig for
export-without-course = Uten kurs
export-other-ways = Planlagt på annen måte
export-postponed = Utsatt
export-done = Linjen i planen gjennomført
export-course-areas = Områder
export-provider = Tilbyder
export-from-level = Fra nivå
export-to-level = Til nivå
export-expires = Utløper
export-days = Dager
export-price = Pris
export-subsidy = Tilskudd
export-people-in-need = Behov
export-planned = Av disse i planen
export-bound = Bundet
export-wished = Ønsket
export-possible = Mulig
export-all-days = Dager totalt
export-all-cost = Kostnad totalt
export-within-budget = Innenfor budsjettet
export-example = Eksempel
coverage-many = { $count } av { $all }, se tabellen
