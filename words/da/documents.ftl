### Plan og hæfte. Ord, der står fast (label-…), og sætninger, som programmet udfylder.

## Fælles

label-school = Skole
label-position = Stilling
label-leader = Leder
label-employee = Medarbejder
label-talk = MUS
label-agreed = Aftalt
label-judged = Status siden
label-roles = Roller
label-page = Side
label-of = af
label-missing = ikke udfyldt
label-not-relevant = ikke relevant

label-radar = Kompetencespind
label-areas = Områderne
label-number = Nr.
label-area = Område
label-current = Nu
label-wanted = Ønsket
template-current = { $area } nu
template-wanted = { $area } ønsket
template-people = Medarbejdere
template-levels = Niveauer
template-level = Niveau
template-meaning = Betydning
template-not-relevant = Området er ikke en del af arbejdet
template-choose-title = Vælg fra listen
template-choose = Vælg et af niveauerne på listen, eller lad cellen være tom.
template-mean = Gennemsnit
export-matrix = Medarbejdere × områder
label-gap = Løft
label-levels = Skala
label-priority = Vigtighed
label-indicative = Rollemodellens niveauer er vejledende. Ingen behøver at kunne det hele.

label-courses = Kurser og andre læringsformer
label-course-number = Nr.
label-course-title = Kursus eller læringsform
label-course-kind = Form
label-no-courses = Der er ingen løft, som kræver kurser.

## Plan

label-plan-draft = Forslag til plan
label-plan-agreed = Det har vi aftalt
label-plan-empty = Der er ingen aktiviteter i planen.
label-plan-empty-write = Skriv på linjerne herunder, hvad I aftaler: mål, aktivitet, ansvarlig, frist og afløser.
label-goal = Mål
label-activity = Aktivitet
label-responsible = Ansvarlig
label-stand-in = Afløser
label-stand-ins = Arbejdsro og afløsning
label-changes = Ændringer aftalt ved samtalen (rettes også i filen)
label-since-last = Siden sidst
label-risen = Højere niveau end sidste år
label-further = Flere forslag
label-colleagues = Kolleger, der vil lære fra sig
label-goal-and-way = Mål og vej
label-who-and-when = Hvem og hvornår
label-success = Kendetegn
label-leader-does = Lederen
label-no-stand-in = mangler
label-needed = nødvendig
label-tick = Stregen er rollemodellens vejledende niveau. Ingen behøver at kunne det hele.
label-signatures = Underskrifter
label-place-and-date = Sted og dato
label-consents = Samtykke
label-consents-note = Samtykket er frivilligt og er ikke en del af aftalen. Det kan altid ændres eller trækkes tilbage.
label-consent = Samtykke
label-answer = Nuværende svar
label-initials = Initialer
label-date = Dato

print-title = Planer til udskrift: { $place }
plan-draft = Oplæg til samtalen
plan-lift = fra { $from } til { $to }
plan-agreed = Aftalt plan
plan-follow-up = Planen følges op den { $date }.
plan-a-colleague = en kollega
plan-form-with = { $form } hos { $mentor }
plan-stand-ins =
    { $all ->
        [one] Den ene aktivitet, der ikke er afsluttet, { $covered ->
            [0] har ingen afløser.
           *[other] har en afløser.
        }
        [2] { $covered ->
            [2] Begge åbne aktiviteter har en afløser.
           *[other] { $covered } af 2 åbne aktiviteter har en afløser.
        }
       *[other] { $covered } af { $all } åbne aktiviteter har en afløser.
    }
plan-without-stand-in = Uden afløser: { $lines }.

points-achieved = Nået siden sidst
points-lifts = Største løft
points-no-lifts = Ingen ønskede løft.
plan-not-filled-in = Profilen er tom: Der står endnu ikke et niveau for noget område. Skriv tallene under »profil« i filen. Først derefter kan planen underskrives.
points-not-filled-in = Profilen er ikke udfyldt endnu.
points-strengths = Styrker
points-less = Vil gerne slippe
points-needed = Nødvendigt
points-other-lifts = Andre løft
points-proposed = Foreslået
points-agreed = Aftalt
points-no-lines = Ingen aktiviteter endnu.
points-lines =
    { $count ->
        [one] 1 aktivitet, se planen.
       *[other] { $count } aktiviteter, se planen.
    }
points-more-lines = og { $count } mere i planen
points-more-needed = og { $count } mere i tabellen
point-change = { $area }: { $from } → { $to }
point-level = { $area }: { $level }

consent-booklet = Mit navn, min skole, min stilling og mine niveauer må stå i det offentlige hæfte.
consent-teaches = Jeg må nævnes som en, der kan lære fra sig.
answer-yes = ja
answer-no = nej
answer-areas = ja: { $areas }

## Kurser

courses-need = Nødvendigt
courses-nice = Rart at kunne
courses-unset = Vigtighed ikke angivet
courses-planned = I planen, uden et ønsket løft
courses-none = Kataloget har intet kursus: Aftal sidemandsoplæring, jobrotation eller selvstudie
courses-more =
    { $count ->
        [one] Kataloget har 1 kursus mere, der passer til disse løft.
       *[other] Kataloget har { $count } kurser mere, der passer til disse løft.
    }
course-days =
    { $one ->
        [yes] 1 dag
       *[no] { $days } dage
    }
course-example = (opdigtet)
reason-gap = { $area }: fra { $current } til { $wanted }.
reason-in-plan = Står i planen: { $status }.
reason-part-of-the-way = Fører op til niveau { $level }.
reason-too-advanced = Kræver niveau { $level }, som er over det nuværende.
reason-also = Dækker også { $areas }.

form-amu = AMU
form-kommunom = kommunom
form-cok = COK
form-internal = internt kursus
form-peer-training = sidemandsoplæring
form-job-rotation = jobrotation
form-self-study = selvstudie
form-peer-group = erfa-gruppe
form-other = andet

status-proposed = foreslået
progress-suggested = forslag fra kataloget
status-agreed = aftalt
status-enrolled = tilmeldt
status-started = i gang
status-done = gennemført
status-postponed = udskudt
status-dropped = bortfalder

priority-need = nødvendig
priority-nice = rart at kunne

responsible-leader = leder
responsible-employee = medarbejder

## Kompetencespind

radar-missing = ikke udfyldt
legend-current = nu
legend-wanted = ønsket
legend-needed = nødvendigt løft
legend-expected = rollemodellen (vejledende)
legend-last-year = sidste år
legend-spread = den midterste halvdel
legend-mean-current = gennemsnit nu
legend-mean-wanted = gennemsnit ønsket

alt-person = Kompetencespind for { $name }: { $filled } af { $areas } områder er udfyldt, og der er { $gaps } løft.
alt-group = Afdelingens kompetencespind: gennemsnit; antal profiler: { $people }.
alt-area = { $area }: nu { $current }, ønsket { $wanted }.
alt-area-needed = { $area }: nu { $current }, ønsket { $wanted }, nødvendigt.
alt-area-missing = { $area }: ikke udfyldt.
alt-area-not-relevant = { $area }: ikke relevant.
alt-table = De samme tal står i tabellen »{ $table }«.

## Hæfte

label-contents = Indhold
label-decision = Det skal der tages stilling til
label-five-needs = De største behov
label-purchases = Det køber vi
label-purchase = Kursus
label-purchase-cost = Pris
label-bound = Bundet
label-wished = Ønsket
label-money = Penge
label-risks = Tre ting at se på
label-next-dates = De næste datoer
label-no-dates = Der er ingen datoer forude.
label-late = Hvem er bagud?
label-bar-key = Den mørke del af bjælken er det, der er nødvendigt.
decision-people =
    { $people ->
        [one] 1 medarbejder
       *[other] { $people } medarbejdere
    }{ $needed ->
        [0] {""}
       *[other] , nødvendigt for { $needed }
    }
decision-more-courses =
    { $count ->
        [one] 1 kursus mere står under »Kurser«.
       *[other] { $count } kurser mere står under »Kurser«.
    }
decision-price-unknown = pris ukendt
money-bound = Bundet: aftalt, tilmeldt eller i gang
money-wished = Ønsket: foreslået i planerne
money-left =
    { $sure ->
        [yes] Tilbage af { $budget }, når ønskerne er med
       *[no] Tilbage af { $budget }, når ønskerne er med (højst)
    }
money-missing =
    { $sure ->
        [yes] Mangler i budgettet på { $budget }
       *[no] Mangler i budgettet på { $budget } (mindst)
    }
money-possible =
    { $priced ->
        [all] Kurser, som kataloget foreslår til resten af løftene, ville koste { $money } og { $days }.
        [some] Kurser, som kataloget foreslår til resten af løftene, ville koste mindst { $money } og { $days }.
       *[none] Kurser, som kataloget foreslår til resten af løftene, ville tage { $days }; prisen kendes ikke.
    }
risk-office = Tomme kontorer
risk-office-days =
    { $part ->
        [yes] { $school } en del af dagen { $days }
       *[no] { $school } { $days }
    }
risk-office-days-own =
    { $part ->
        [yes] { $days } en del af dagen
       *[no] { $days }
    }
risk-office-line =
    { $more ->
        [0] { $offices }.
        [one] { $offices } og 1 gang til, se »Hvem er væk hvornår?«.
       *[other] { $offices } og { $more } gange til, se »Hvem er væk hvornår?«.
    }
risk-office-suggested =
    { $count ->
        [one] Med katalogets forslag: 1 gang mere.
       *[other] Med katalogets forslag: { $count } gange mere.
    }
risk-office-none = Intet kontor står tomt på grund af kurser.
risk-office-none-own = Kontoret står ikke tomt på grund af kurser.
risk-role = Roller, der hænger på én
risk-role-line =
    { $more ->
        [0] { $role }: { $schools }.
       *[other] { $role }: { $schools } og { $more } skoler til.
    }
risk-role-none = Ingen rolle hænger på én medarbejder på skoler med flere.
risk-role-person = { $name }: { $roles }.
risk-role-alone = Alle, for skolen har én ansat.
risk-role-none-own = Ingen rolle hænger på én medarbejder.
risk-role-more =
    { $count ->
        [one] 1 medarbejder mere står under »Rolledækning«.
       *[other] { $count } medarbejdere mere står under »Rolledækning«.
    }
risk-role-vacant = Ingen på niveauet endnu: { $roles }.
risk-need = Behov uden kursus
risk-need-line =
    { $people ->
        [one] { $area }: 1 medarbejder har intet kursus i kataloget.
       *[other] { $area }: { $people } medarbejdere har intet kursus i kataloget.
    }
risk-need-none = Ingen: Kataloget eller planerne har en vej til hvert løft.
date-deadline = Frist: { $what }
date-deadline-done = Frist: { $what }, { $done } af { $all } er på plads
date-registration = Sidste tilmelding: { $course }, { $people }
date-session = Begynder: { $course }, { $people }
participants-planned =
    { $people ->
        [one] 1 deltager
       *[other] { $people } deltagere
    }
participants-suggested = foreslået til { $suggested }
participants-both =
    { $people ->
        [one] 1 deltager, foreslået til { $suggested } mere
       *[other] { $people } deltagere, foreslået til { $suggested } mere
    }
late-errors =
    { $count ->
        [one] 1 profil med fejl
       *[other] { $count } profiler med fejl
    }
late-open =
    { $count ->
        [one] 1 profil ikke udfyldt
       *[other] { $count } profiler ikke udfyldt
    }
late-not-agreed =
    { $count ->
        [one] 1 plan ikke aftalt
       *[other] { $count } planer ikke aftalt
    }
late-overdue =
    { $count ->
        [one] 1 aktivitet over fristen
       *[other] { $count } aktiviteter over fristen
    }
late-none = Ingen er bagud.
late-more =
    { $count ->
        [one] 1 skole mere står i årshjulet.
       *[other] { $count } skoler mere står i årshjulet.
    }
label-how-to-read = Sådan læses hæftet
label-department-radar = Afdelingens kompetencespind
label-averages = Gennemsnit for områderne
label-middle-half = Midterste halvdel
label-range = Lavest – højest
label-with-gap = Ønsker løft
label-people = Profiler
label-source = Kilde
label-how-to-read-radar = Den fuldt optrukne linje er niveauet nu, den stiplede er det ønskede niveau, og den prikkede er rollemodellens eget, vejledende niveau. Et område uden punkt er ikke udfyldt; det er ikke nul.
label-how-to-read-people = Hver medarbejder har sin egen side: kompetencespindet, områderne og de kurser, der passer til de ønskede løft. Ingen behøver at kunne det hele, men skolen skal samlet kunne det.
booklet-internal = Internt – må ikke offentliggøres
booklet-volume = Bind { $number } af { $count }
label-volumes = Medarbejdernes sider
label-volumes-note = Siderne for hver medarbejder og deres niveauer samlet ligger i bind for sig selv. Stikordene siger, i hvilket bind og på hvilken side hver enkelt står.
label-public-volumes-note = Siderne for hver medarbejder og deres niveauer samlet ligger i bind for sig selv.
label-file = Fil
label-volume = Bind
label-schools = Skoler
booklet-counts =
    { $people ->
        [one] 1 profil
       *[other] { $people } profiler
    } fra { $schools ->
        [one] 1 skole
       *[other] { $schools } skoler
    }
booklet-judged = Opgjort pr. { $date }
booklet-missing =
    { $count ->
        [one] 1 profil mangler, fordi filen har fejl.
       *[other] { $count } profiler mangler, fordi filerne har fejl.
    }

## Rollemodellen

label-role-model-note = Rollemodellen er et billede af, hvad arbejdet kan kræve. Den er ikke en facitliste, og ingen behøver at kunne det hele. Krydserne viser, hvor mange der har fundet kompetencen vigtig.
label-presumed = Forudsættes kendt
label-other-competencies = Øvrige kompetencer
label-roles-and-levels = Rollerne
label-roles-note = Niveauerne er vejledende. En person kan have flere roller, og flere kan dele en rolle.
label-role = Rolle
label-role-description = Beskrivelse
label-role-requires = Kræver niveau
area-expected = Vejledende niveau: { $level }.
amu-full = Dækkes af AMU.
amu-partial = Dækkes delvis af AMU.
amu-none = Dækkes ikke af AMU.
competency-votes =
    { $votes ->
        [one] 1 kryds
       *[other] { $votes } krydser
    }
competency-added = tilføjet
competency-questioned = betvivlet
competency-marks = »Tilføjet« er det, som fokusgruppen har skrevet til; »betvivlet« det, som den satte spørgsmålstegn ved.

## Til samtalen

label-talk-points = Til samtalen
talk-difference = { $area }: medarbejder { $employee }, leder { $leader }
talk-leader-view-unusable = Lederens vurdering kunne ikke læses og er ikke med.
talk-need-without-line = { $area } er nødvendigt, men har ingen aktivitet i planen.
plan-overdue = fristen er overskredet
plan-soon-due = fristen er nær
plan-session = hold { $date }
courses-mentor = { $area }: { $name }, { $school }
course-in = { $date } i { $town }
course-half-days = halve dage
course-register-by = tilmelding senest { $date }
course-guaranteed = garantikursus
teaching-day = dagundervisning
teaching-evening = aften
teaching-online = online
course-blocks = { $count } blokke, de næste fra { $dates }
course-also-held = også { $dates }
course-more-sessions = { $count ->
    [one] 1 dato mere
   *[other] { $count } datoer mere
}
course-after-deadline = først efter fristen
course-session-unknown = Holdet står ikke i planen
course-free-seats =
    { $seats ->
        [0] ingen ledige pladser
        [one] 1 ledig plads
       *[other] { $seats } ledige pladser
    }
course-price = { $price } { $currency }
course-price-after-subsidy = { $price } { $currency } efter tilskud
course-full-price = fuld pris { $price } { $currency }

## Aftalekode

label-code = Aftalekode
label-code-covers = Koden dækker alt det, der er aftalt: niveauer, vigtighed, mål, veje, ansvarlige, frister og opfølgning. Ændres noget af det, får planen en ny kode.
alt-code = QR-kode med aftalekoden { $code } i fuld længde.
## Aftale og underskrift

label-attached-agreement = Det, der er aftalt
label-attached-data = De oplysninger, siderne er lavet ud fra
label-changed-heading = Ændret siden underskriften
responsible-department = skoleafdelingen
plan-changed-since-signed = Planen er ikke længere den, der er noteret som underskrevet. Det er ændret:
plan-shared-changed = Det aftalte er det samme. Kun rollemodellen eller kursuskataloget er ændret:
signature-noted = Noteret som underskrevet på papir den { $date }.
signature-noted-by = Noteret af { $who }; papiret er beviset.
signature-note = Papiret er beviset.
signature-not-compared = Koden på papiret er ikke sammenlignet.
signature-outdated = Gælder en tidligere udgave.

## Hvad der er ændret

change-nothing = ikke angivet
change-name = Navn: { $from } → { $to }
change-school = Skole: { $from } → { $to }
change-leader = Leder: { $from } → { $to }
change-area-added = { $area } er kommet til: nu { $current }, ønsket { $wanted }
change-area-removed = { $area } er taget ud
change-current = { $area }: niveau nu { $from } → { $to }
change-wanted = { $area }: ønsket niveau { $from } → { $to }
change-priority = { $area }: vigtighed { $from } → { $to }
change-area-name = Et område har skiftet navn: { $from } → { $to }
change-line-added = Ny linje i planen: { $line }
change-line-removed = Linje taget ud af planen: { $line }
change-line-area = { $line }: område { $from } → { $to }
change-line-activity = { $line }: aktivitet { $from } → { $to }
change-line-mentor = { $line }: en anden kollega
change-line-responsible = { $line }: ansvarlig { $from } → { $to }
change-line-deadline = { $line }: frist { $from } → { $to }
change-line-success = { $line }: det skal vise sig ved { $from } → { $to }
change-line-leader-does = { $line }: lederen gør { $from } → { $to }
change-course-title = Kursus { $number } har skiftet titel: { $from } → { $to }
change-follow-up = Opfølgning: { $from } → { $to }
change-role-model = Rollemodel: { $from } → { $to }
change-role-model-version = Rollemodellens version: { $from } → { $to }
change-scale = Skalaens niveauer er ændret

## Forberedelse

prep-title = Forberedelse til samtalen
label-prep-own = Arket er dit eget. Skriv på det før samtalen, og tag det med. Det skal ikke underskrives.
label-prep-looking-back = Tilbageblik
label-prep-motivation = Motivation og trivsel
label-prep-goals = Mål og udvikling
label-prep-less = Hvad kan vi skrue ned for?
label-prep-mirror = Rollemodellen som spejl
label-prep-mirror-note = Rollemodellen er et billede af, hvad arbejdet kan kræve. Den er ikke en facitliste, og ingen behøver at kunne det hele.
label-prep-circle = Sæt ring om det, du vil tale om.
label-prep-notes = Egne noter
label-prep-last-goal = Mål i sidste plan
label-prep-status = Status
label-prep-outcome = Det fik jeg ud af det, eller det mangler
label-prep-lifts = Ønskede løft
label-prep-rank = Skriv 1 ved det løft, der er vigtigst i år.
label-prep-can = Det vil jeg kunne
label-prep-learn = Sådan lærer jeg det bedst
prep-listed = { $heading }: { $items }.
prep-fallen = Lavere end sidst
prep-other-lifts = Andre løft
prep-satisfied = Hvad er du mest tilfreds med i det år, der er gået?
prep-what-helped = Hvad er du mest tilfreds med, og hvad hjalp på vej?
prep-what-changed = Hvad er blevet anderledes?
prep-no-time-for = Hvad har der manglet tid til?
prep-energy = Hvad giver dig arbejdsglæde, og hvad tager kræfterne?
prep-good-at = Hvad er du god til, og hvem kunne lære det af dig?
prep-use-strengths = Hvor kommer de bedst til deres ret, og hvem kunne lære af dig?
prep-peace = Hvornår har du brug for ro til at gøre en opgave færdig, og hvordan skal det aftales?
prep-spared = Hvad skal der til, for at du kan undværes, når du skal lære noget nyt?
prep-no-pile = Hvem tager sig af opgaverne imens, så der ikke ligger en bunke og venter?
prep-seen-differently = Vurderet forskelligt
prep-where-you-stand = Hvilke opgaver viser bedst, hvor du står?
prep-level = { $level } ({ $name })
prep-from-to = Fra { $from } til { $to }
prep-no-activity = ingen aktivitet i planen
prep-keep = Hvad vil du gerne blive ved med at være god til, eller lære fra dig?
prep-what-can-wait = Hvad kan vente?
prep-future = Hvilke opgaver vil du gerne have om et par år?
prep-who-takes-over = Hvilke opgaver er det, og hvem kan overtage dem?
prep-simpler = Hvilke opgaver kan gøres enklere, sjældnere eller slet ikke, så der bliver god tid til kerneopgaverne?
prep-above = Over rollemodellen
prep-equal = På samme niveau
prep-below = Under rollemodellen
prep-now = nu { $level }
prep-role-model = rollemodellen { $level }
prep-does-it-fit = Hvad i rollemodellen passer ikke på dit arbejde, og hvad mangler der?

## Opfølgning og kalender

follow-up-title = Opfølgning på planen
label-follow-up = Opfølgning
label-next-deadline = Næste frist
label-follow-up-notes = Noter
label-follow-up-empty = Der er ingen linjer i planen.
event-talk = Samtale
event-follow-up = Opfølgning på udviklingsplanen
event-deadline =
    { $count ->
        [one] Frist i udviklingsplanen
       *[other] Frist i udviklingsplanen ({ $count } linjer)
    }
event-course = Kursus
event-registration = Sidste dag at tilmelde sig kursus

## Tom blanket

blank-state = Tom blanket
blank-title = Kompetencespind og plan
blank-to-file = Sådan bliver blanketten til en fil: Skriv tallene i din profil i den fælles mappe under »profil:«, for eksempel »{ $example }«, og planens linjer under »plan:«. Så laver programmet planen.
label-blank-name = Navn
label-blank-period = Periode
label-blank-draw = Sæt en prik på hver akse ved niveauet nu, og forbind prikkerne. Gør det samme for det ønskede niveau med en anden pen eller en stiplet linje.
label-blank-last-year = Sidste år
label-blank-remark = Bemærkning
label-blank-last-plan = Sidste års plan
label-blank-plan = Plan
label-blank-deadline = Frist
label-blank-follow-up = Planen følges op den
label-blank-only-areas = Kun i disse områder:
label-blank-answer = Svar
alt-blank = Tomt kompetencespind at tegne i. Akser: { $areas }. Niveauer, inderst til yderst: { $levels }.

## Strategisk uddannelsesplan og hæftets kapitler

figure-few = færre end { $least }
name-and-school = { $name } ({ $school })
strategy-way-course = { $course }: { $people }
strategy-way-course-of = { $course }: { $people } af { $all }
strategy-way-none = Kataloget har ikke kurser til alle: internt kursus, netværk eller sidemandsoplæring
strategy-way-teachers-count = Kolleger, der har sagt ja til at lære fra sig: { $people }
group-line =
    { $people ->
        [one] Hold { $number }, { $when }, 1 medarbejder.
       *[other] Hold { $number }, { $when }, { $people } medarbejdere.
    }
group-without-date = uden dato endnu
group-none = Uden hold
group-needs-cover = Kontoret skal passes imens på { $schools }.
group-enrolled = Heraf tilmeldt: { $enrolled }.
group-unknown-session = Tilmeldt eller i gang på et hold, som ikke står i planen.
reason-placed = { $names }: { $reasons }.
reason-late = { $names }: først efter fristen, for intet hold ligger før.
reason-late-because = { $names }: først efter fristen, for { $reasons }.
reason-no-session = { $names }: uden dato, for kataloget har intet hold med ledige pladser.
reason-no-date-because = { $names }: uden dato, for { $reasons }.
against-full = den { $date } er der ikke flere pladser
against-another-course = den { $date } falder sammen med et andet kursus
against-office-empty = den { $date } ville kontoret stå tomt
against-one-class-more = den { $date } ville kræve et hold mere
against-more = { $count ->
    [one] 1 hold til kan heller ikke bruges
   *[other] { $count } hold til kan heller ikke bruges
}
clash-office = { $school }: Kontoret står tomt, når disse falder sammen: { $courses }.
clash-person = { $name } skal være to steder på én gang: { $courses }.
clash-not-all-tried = Der er flere muligheder, end programmet kan prøve. Måske findes der en bedre inddeling.
without-course = Internt kursus eller netværk (medarbejdere: { $people }).
without-course-teachers = Internt kursus eller netværk (medarbejdere: { $people }) med { $names }, der har sagt ja til at lære fra sig.
without-course-who = Behovet har { $names }.
total-hidden = Beløb og dage i alt vises ikke, fordi nogle af dem bygger på så få medarbejdere, at de kunne regnes ud.
total-cost = I alt { $kroner } { $currency } efter tilskud, kursusdage: { $days }.
total-without-price = Prisen kendes ikke for { $courses ->
    [one] ét kursus
   *[other] { $courses } kurser
}.
total-without-days = Længden kendes ikke for { $courses ->
    [one] ét kursus
   *[other] { $courses } kurser
}.
budget-within = Budgettet er { $budget } { $currency }; { $difference } { $currency } er tilbage.
budget-over = Budgettet er { $budget } { $currency }; der mangler { $difference } { $currency-stop }
budget-left-short =
    { $sure ->
        [yes] Budgettet er { $budget } { $currency-stop } Når det bundne er betalt, er der { $left } { $currency } til resten, og der mangler { $difference } { $currency-stop }
       *[no] Budgettet er { $budget } { $currency-stop } Når det bundne er betalt, er der { $left } { $currency } til resten, og der mangler mindst { $difference } { $currency-stop }
    }
budget-bound-over =
    { $sure ->
        [yes] Budgettet er { $budget } { $currency-stop } Alene det bundne koster { $difference } { $currency } mere.
       *[no] Budgettet er { $budget } { $currency-stop } Alene det bundne koster mindst { $difference } { $currency } mere.
    }
budget-later-possible = Senere, muligt: { $course } (medarbejdere: { $people }, nødvendigt for { $needed }, { $kroner } { $currency })
budget-later-wished = Senere, ønsket: { $course } (medarbejdere: { $people }, nødvendigt for { $needed }, { $kroner } { $currency })
budget-first-possible = Først, muligt: { $course } (medarbejdere: { $people }, nødvendigt for { $needed }, { $kroner } { $currency })
budget-first-wished = Først, ønsket: { $course } (medarbejdere: { $people }, nødvendigt for { $needed }, { $kroner } { $currency })
budget-bound = Bundet: { $course } (medarbejdere: { $people }, nødvendigt for { $needed }, { $kroner } { $currency })
booklet-more-lines =
    { $count ->
        [one] 1 linje mere står på medarbejderens egen plan.
       *[other] { $count } linjer mere står på medarbejderens egen plan.
    }
booklet-own-activity = egen aktivitet
heat-school = { $school } ({ $people })
booklet-strength =
    { $teachers ->
        [0] { $area }: { $people } på niveau { $level } eller højere.
       *[other] { $area }: { $people } på niveau { $level } eller højere; { $teachers } vil lære fra sig.
    }
index-areas = Områder
index-courses = Kurser
index-volume-page = bind { $volume }, side { $page }
index-volume = bind { $volume }
strategic-plan-note = Planen er uden navne og skoler. Bygger et tal på færre end { $least } medarbejdere, vises det som »færre end { $least }«; det gælder også beløb og dage. »Vises ikke« står ved et tal, som man kunne regne et af de små ud fra. Gennemsnit og antal niveauer står kun i det interne hæfte.
strategic-plan-judged = Kurser og hold er opgjort pr. { $date }.
label-strategic-plan = Strategisk uddannelsesplan
label-rank = Nr.
label-employees = Medarbejdere
label-levels-to-lift = Niveauer
label-priority-need = Nødvendigt
label-mean-now-wanted = Snit nu → ønsket
label-days = Dage
label-kroner = Kr.
label-strategy-empty = Ingen har ønsket et løft.
label-strategy-no-courses = Kataloget har intet kursus til de ønskede løft.
label-strategy-areas = Områder efter behov
label-strategy-areas-note = Først de områder, hvor flest vil videre, derefter dem med flest niveauer og til sidst dem, der er nødvendige for flest.
label-strategy-areas-note-public = Først de områder, hvor flest vil videre. Andelen er af dem, der har udfyldt området.
label-strategy-ways = Sådan kan det læres
label-strategy-ways-none = Uden kursus
label-strategy-teachers = Vil lære fra sig
label-strategy-willing = Har sagt ja til at lære fra sig
label-strategy-teachers-note = De har sagt ja til at lære fra sig og står selv mindst dér, hvor en kollega gerne vil hen.
label-teaches = ja
teaches-all = alle områder
teaches-all-but = alle undtagen { $areas }
teacher-areas = { $name } ({ $areas })
label-strategy-courses = Kurser
label-strategy-courses-note = Hver medarbejder tæller med det kursus, der står i planen, ellers det, der passer bedst til løftet. Pris efter tilskud.
label-course-stages = Tilmeldt, aftalt, foreslået, forslag
label-stage-enrolled = tilmeldt eller i gang
label-stage-agreed = aftalt
label-stage-proposed = foreslået i planen
label-stage-suggested = forslag fra kataloget
label-strategy-first = Når budgettet ikke rækker
label-strategy-first-note = Først det, der er bundet, derefter det, der er ønsket i planerne, og til sidst forslagene. I hver gruppe kommer det, der er nødvendigt for flest, først, derefter det, som flest har brug for, og til sidst det, der løfter mest for pengene.
label-strategy-groups = Hold
label-strategy-groups-note = Den, der er tilmeldt, bliver på sit hold. Ingen skal være to steder på én gang, og intet kontor med to eller flere står tomt. Egne hold er så få som muligt. Datoer og pladser er fra kataloget.
label-strategy-clashes = Datoer, der falder sammen
label-strategy-without-course = Uden kursus i kataloget
label-needs = Behov for kurser
label-needs-note = Til udbydere og nabokommuner: hvad der er brug for, og hvor mange der har brug for det.
label-needs-areas = Områder
label-needs-courses = Kurser
label-needs-more = Flere kurser står i planen ovenfor.
label-heat-maps = Niveauerne samlet
label-heat-note = Tallet er niveauet nu; jo højere, jo mørkere bund. En streg er et område, der ikke er udfyldt eller ikke er relevant.
label-heat-below = En trekant i hjørnet er et niveau under rollemodellens vejledende.
label-heat-expected = Rollemodellen
label-heat-by-person = Områder og medarbejdere
label-heat-by-school = Områder og skoler, gennemsnit
label-name = Navn
label-strengths-to-share = Styrker at dele ud af
label-coverage = Rolledækning
label-coverage-note = Hvor mange på hver skole der står på de niveauer, som rollen kræver. Det er vejledende og ikke en facitliste: Ikke alle skal kunne alt, men skolen skal.
label-wheel = Årshjul
label-year = Året
label-wheel-note = Tallet er, hvor mange der er i måneden; ved frister er det dagen.
label-wheel-schools = Hvor langt hver skole er
label-month = Måned
lane-deadlines = Frister
lane-talks = Samtaler
lane-registration = Sidste tilmelding
lane-groups = Hold begynder
lane-follow-ups = Opfølgninger
label-calendar = Hvem er væk hvornår?
label-calendar-note = Kolonnerne er uger, tallene hvor mange fra skolen der er på kursus. Navnene står under »Hold«.
label-calendar-none = Ingen er på et hold med en dato.
label-office-size = Ansatte
label-away-whole = hele dage
label-away-half = halve dage
label-away-empty = kontoret står tomt
label-away-empty-suggested = kontoret står tomt, hvis forslagene følges
label-away-suggested = i parentes: kun forslag fra kataloget
label-calendar-empty = Kontorer, der står tomme
calendar-empty = Kontoret på { $school } står tomt { $days }: { $courses }.
calendar-empty-half = Kontoret på { $school } står tomt en del af dagen { $days }: { $courses }.
calendar-alone = { $school } har én ansat og skal passes { $days }: { $courses }.
calendar-alone-half = { $school } har én ansat og skal passes en del af dagen { $days }: { $courses }.
calendar-suggested = (kun forslag)
calendar-more = Der er { $count } til; de står ved holdene.
label-with-errors = Med fejl
label-talks-held = Samtale holdt
label-plans-agreed = Aftalt plan
label-lines-overdue = Over frist
label-deadline = Frist
label-status = Status
label-plan = Plan
label-index = Stikord

# The public booklet
booklet-public = Offentligt hæfte
label-public-how-to-read-people = Her står de medarbejdere, der selv har sagt ja til at være med, hver på sin egen side med kompetencespind og områder. Ingen behøver at kunne det hele, men skolen skal samlet kunne det.
label-public-group = Alle i hæftet samlet
label-public-group-note = Gennemsnittet er af dem, der er med i dette hæfte, og af ingen andre. Hvor for få har udfyldt et område, vises der intet gennemsnit.
label-public-filled-in = Udfyldt af
# Strategisk plan: tal, der ikke kan vises
figure-withheld = vises ikke
radar-too-few = for få
alt-public-group = Kompetencespind for dem, der er med i hæftet: gennemsnit; antal personer: { $people }.
alt-area-too-few = { $area }: for få har udfyldt området.
strategy-share-heading = På niveau { $level } eller derover
share-under-quarter = under 25 %
share-from-quarter = 25 til under 50 %
share-from-half = 50 til under 75 %
share-from-three-quarters = mindst 75 %
share-under-half = under 50 %
share-half-or-more = mindst 50 %
strategy-way-other = Planlagt på anden måde: { $people }
strategy-way-postponed = Udskudt: { $people }
strategy-way-done = Gennemført ifølge planen: { $people }
without-course-withheld = Internt kursus eller netværk.
total-told = De kurser, der er vist tal for, koster { $kroner } { $currency } efter tilskud. Kursusdage: { $days }.
budget-only = Budgettet er { $budget } { $currency-stop }
budget-reaches = Budgettet er { $budget } { $currency } og rækker, også hvis hvert af de små tal er så stort som muligt.
booklet-name = Kompetencehæfte, { $role-model }
label-coverage-look = Værd at se nærmere på
label-coverage-one = Hænger på én
label-coverage-nobody = Ingen på niveauet endnu
label-evaluation = Evaluering af året
label-evaluation-note = Til evalueringen: hvad der blev af planernes linjer, hvilke løft der er nået siden sidste år, og hvad der er brugt.
label-evaluation-lines = Planernes linjer efter status
label-evaluation-last = Sidste års planer
label-evaluation-this = Årets planer
label-evaluation-lifts = Løft, der er nået siden sidste år
label-evaluation-people = Udfyldt begge år
label-evaluation-higher = Højere
label-evaluation-lower = Lavere
label-evaluation-money = Penge
label-evaluation-few = for få til at vise et tal
evaluation-no-status = uden status
evaluation-spent = De kurser, der er gennemført ifølge årets planer, kostede { $kroner } { $currency } efter tilskud og tog { $days } kursusdage.

# Tabellerne i en eksport.
export-levels = Niveauer
export-people = Medarbejdere
export-matches = Kursusforslag
export-groups = Hold
export-coverage = Rolledækning
export-areas = Områder
export-courses = Kurser
export-about = Om tallene
export-about-levels = En række for hver medarbejder og hvert område. En tom celle betyder, at området ikke er udfyldt. Løft er ønsket minus nu.
export-about-people = En række for hver medarbejder, også dem, hvis profil har fejl. Gældende er en plan, der er aftalt inden for de seneste tolv måneder og ikke ændret, siden den blev noteret som underskrevet.
export-about-matches = En række for hvert kursus, der lukker et løft, bedste forslag først. En række uden kursus er et løft, som intet kursus i kataloget lukker.
export-about-groups = En række for hver medarbejder på hvert hold. Uden startdato er holdet et forslag. Kræver afløser er ja, når kontoret ellers står tomt.
export-about-coverage = En række for hver skole og rolle med dem, der står på de niveauer, rollen kræver.
export-about-areas = En række for hvert område: gennemsnit og behov. Niveauer at løfte er summen af alles løft.
export-about-areas-public = En række for hvert område. Gennemsnit er af dem, der er med her, og vises kun, hvor nok har udfyldt området.
export-about-courses = En række for hvert kursus i kataloget. Et kursus tæller dem, hvis plan nævner det, eller for hvem det er det bedste forslag. Udgiften er prisen minus tilskud for dem alle.
export-about-courses-public = En række for hvert kursus i kataloget.
export-department = Afdeling
export-period = Periode
export-edition = Udgave
export-judged-on = Status siden
export-made-by = Lavet af
export-lift = Løft
export-last-year = Sidste år
export-role-model = Rollemodel
export-file = Fil
export-profile = Profil
export-profile-sound = i orden
export-profile-error = har fejl
export-profile-open = ikke udfyldt
export-talk-held = MUS holdt
export-plan = Plan
export-agreed = Aftalt den
export-signed-by-employee = Medarbejder, noteret underskrift
export-signed-by-leader = Leder, noteret underskrift
export-signature-notes = Noteret af
export-changed-since-signed = Ændret siden
export-overdue = Over frist
export-up-to-date = Gældende
export-rank = Forslag nr.
export-course-number = Kursusnr.
export-course-title = Kursus
export-fit = Passer
export-fit-whole-way = hele vejen
export-fit-part-of-the-way = noget af vejen
export-fit-unknown = niveau ikke oplyst
export-fit-too-advanced = kræver et højere niveau
export-in-plan = I planen
export-progress = Hvor langt
export-group = Hold nr.
export-start = Start
export-end = Slut
export-town = Sted
export-needs-cover = Kræver afløser
export-covered-by = Dækket af
export-names = Navne
export-filled-in = Udfyldt af
export-mean-current = Gennemsnit nu
export-mean-wanted = Gennemsnit ønsket
export-lowest = Laveste nu
export-highest = Højeste nu
export-with-gap = Med løft
export-levels-to-climb = Niveauer at løfte
export-needed = Nødvendigt for
export-without-course = Uden kursus
export-other-ways = Planlagt på anden måde
export-postponed = Udskudt
export-done = Gennemført ifølge planen
export-course-areas = Områder
export-provider = Udbyder
export-from-level = Fra niveau
export-to-level = Til niveau
export-expires = Udløber
export-days = Dage
export-price = Pris
export-subsidy = Tilskud
export-people-in-need = Behov
export-planned = Heraf i planen
export-bound = Bundet
export-wished = Ønsket
export-possible = Muligt
export-all-days = Dage i alt
export-all-cost = Udgift i alt
export-within-budget = Inden for budget
export-example = Eksempel
coverage-many = { $count } af { $all }, se tabellen
