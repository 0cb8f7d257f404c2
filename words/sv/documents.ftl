### Plan och häfte. Fasta ord (label-…) och meningar som programmet fyller i.

## Gemensamt

label-school = Arbetsplats
label-position = Befattning
label-leader = Chef
label-employee = Medarbetare
label-talk = Medarbetarsamtal
label-agreed = Överenskommet
label-judged = Läget per
label-roles = Roller
label-page = Sida
label-of = av
label-missing = inte ifyllt
label-not-relevant = inte relevant

label-radar = Kompetensdiagram
label-areas = Områdena
label-number = Nr
label-area = Område
label-current = Nu
label-wanted = Önskad
template-current = { $area } nu
template-wanted = { $area } önskad
template-people = Medarbetare
template-levels = Nivåer
template-level = Nivå
template-meaning = Betydelse
template-not-relevant = Området ingår inte i arbetet
template-choose-title = Välj ur listan
template-choose = Välj en av nivåerna i listan, eller lämna cellen tom.
template-mean = Genomsnitt
export-matrix = Medarbetare × områden
label-gap = Steg
label-levels = Skala
label-priority = Prioritet
label-indicative = Rollmodellens nivåer är vägledande. Ingen behöver kunna allt.

label-courses = Kurser och andra sätt att lära
label-course-number = Nr
label-course-title = Kurs eller sätt att lära
label-course-kind = Form
label-no-courses = Det finns inga utvecklingssteg som kräver kurser.

## Plan

label-plan-draft = Förslag till plan
label-plan-agreed = Det här har vi kommit överens om
label-plan-empty = Det finns inga aktiviteter i planen.
label-plan-empty-write = Skriv på raderna nedan vad ni kommer överens om: mål, aktivitet, ansvarig, tidsfrist och ersättare.
label-goal = Mål
label-activity = Aktivitet
label-responsible = Ansvarig
label-stand-in = Ersättare
label-stand-ins = Arbetsro och ersättare
label-changes = Ändringar som vi kom överens om vid samtalet (för in dem även i filen)
label-since-last = Sedan sist
label-risen = Högre nivå än förra året
label-further = Fler förslag
label-colleagues = Kollegor som vill lära ut
label-goal-and-way = Mål och väg
label-who-and-when = Vem och när
label-success = Framgångskriterium
label-leader-does = Chefen
label-no-stand-in = saknas
label-needed = nödvändig
label-tick = Strecket är rollmodellens vägledande nivå. Ingen behöver kunna allt.
label-signatures = Underskrifter
label-place-and-date = Ort och datum
label-consents = Samtycke
label-consents-note = Samtycket är frivilligt och ingår inte i överenskommelsen. Det kan när som helst ändras eller dras tillbaka.
label-consent = Samtycke
label-answer = Nuvarande svar
label-initials = Initialer
label-date = Datum

print-title = Planer att skriva ut: { $place }
plan-draft = Underlag för samtalet
plan-lift = från { $from } till { $to }
plan-agreed = Överenskommen plan
plan-follow-up = Planen följs upp den { $date }.
plan-a-colleague = en kollega
plan-form-with = { $form } hos { $mentor }
plan-stand-ins =
    { $all ->
        [one] Den enda aktiviteten som inte är avslutad { $covered ->
            [0] saknar ersättare.
           *[other] har en ersättare.
        }
       *[other] { $covered } av { $all } öppna aktiviteter har en ersättare.
    }
plan-without-stand-in = Utan ersättare: { $lines }.

points-achieved = Uppnått sedan sist
points-lifts = Största utvecklingsstegen
points-no-lifts = Inga utvecklingssteg önskas.
plan-not-filled-in = Profilen är tom: det finns ännu ingen nivå för något område. Skriv siffrorna under ”profil” i filen. Först därefter kan planen undertecknas.
points-not-filled-in = Profilen är inte ifylld än.
points-strengths = Styrkor
points-less = Vill dra ner på
points-needed = Nödvändigt
points-other-lifts = Andra utvecklingssteg
points-proposed = Föreslaget
points-agreed = Överenskommet
points-no-lines = Inga aktiviteter ännu.
points-lines =
    { $count ->
        [one] 1 aktivitet, se planen.
       *[other] { $count } aktiviteter, se planen.
    }
points-more-lines = och { $count } till i planen
points-more-needed = och { $count } till i tabellen
point-change = { $area }: { $from } → { $to }
point-level = { $area }: { $level }

consent-booklet = Mitt namn, min arbetsplats, min befattning och mina nivåer får stå i det offentliga häftet.
consent-teaches = Jag får nämnas som en kollega som lär ut.
answer-yes = ja
answer-no = nej
answer-areas = ja: { $areas }

## Kurser

courses-need = Nödvändigt
courses-nice = Bra att kunna
courses-unset = Prioritet inte angiven
courses-planned = I planen, utan önskat utvecklingssteg
courses-none = Ingen kurs i katalogen: kom överens om bredvidgång, arbetsrotation eller självstudier
courses-more =
    { $count ->
        [one] Katalogen har 1 kurs till som passar dessa utvecklingssteg.
       *[other] Katalogen har { $count } kurser till som passar dessa utvecklingssteg.
    }
course-days =
    { $one ->
        [yes] 1 dag
       *[no] { $days } dagar
    }
course-example = (påhittat)
reason-gap = { $area } från { $current } mot { $wanted }.
reason-in-plan = Finns i planen: { $status }.
reason-part-of-the-way = Leder till nivå { $level }.
reason-too-advanced = Bygger på nivå { $level }, högre än den nuvarande.
reason-also = Täcker även { $areas }.

form-amu = AMU
form-kommunom = kommunom
form-cok = COK
form-internal = intern kurs
form-peer-training = bredvidgång
form-job-rotation = arbetsrotation
form-self-study = självstudier
form-peer-group = erfarenhetsgrupp
form-other = annat

status-proposed = föreslagen
progress-suggested = förslag från katalogen
status-agreed = överenskommen
status-enrolled = anmäld
status-started = pågår
status-done = genomförd
status-postponed = uppskjuten
status-dropped = utgår

priority-need = nödvändigt
priority-nice = bra att kunna

responsible-leader = chef
responsible-employee = medarbetare

## Kompetensdiagram

radar-missing = inte ifyllt
legend-current = nu
legend-wanted = önskad
legend-needed = nödvändigt utvecklingssteg
legend-expected = rollmodellen (vägledande)
legend-last-year = förra året
legend-spread = den mittersta hälften
legend-mean-current = genomsnitt nu
legend-mean-wanted = genomsnitt önskad

alt-person = Kompetensdiagram för { $name }: { $filled } av { $areas } områden är ifyllda, och antalet utvecklingssteg är { $gaps }.
alt-group = Förvaltningens kompetensdiagram: genomsnitt; antal profiler: { $people }.
alt-area = { $area }: nu { $current }, önskad { $wanted }.
alt-area-needed = { $area }: nu { $current }, önskad { $wanted }, nödvändigt.
alt-area-missing = { $area }: inte ifyllt.
alt-area-not-relevant = { $area }: inte relevant.
alt-table = Samma siffror står i tabellen ”{ $table }”.

## Häfte

label-contents = Innehåll
label-decision = Att ta ställning till
label-five-needs = De största behoven
label-purchases = Det köper vi
label-purchase = Kurs
label-purchase-cost = Pris
label-bound = Bundet
label-wished = Önskat
label-money = Kostnader
label-risks = Tre saker att hålla ögonen på
label-next-dates = Nästa datum
label-no-dates = Det finns inga kommande datum.
label-late = Vem ligger efter?
label-bar-key = Den mörka delen av stapeln är det som är nödvändigt.
decision-people =
    { $people ->
        [one] 1 medarbetare
       *[other] { $people } medarbetare
    }{ $needed ->
        [0] {""}
       *[other] , nödvändigt för { $needed }
    }
decision-more-courses =
    { $count ->
        [one] 1 kurs till finns under ”Kurser”.
       *[other] { $count } kurser till finns under ”Kurser”.
    }
decision-price-unknown = okänt pris
money-bound = Bundet: överenskommet, anmält eller pågående
money-wished = Önskat: föreslaget i planerna
money-left =
    { $sure ->
        [yes] Kvar av { $budget } när önskemålen är med
       *[no] Kvar av { $budget } när önskemålen är med (högst)
    }
money-missing =
    { $sure ->
        [yes] Saknas i budgeten på { $budget }
       *[no] Saknas i budgeten på { $budget } (minst)
    }
money-possible =
    { $priced ->
        [all] Kurser som katalogen föreslår för de övriga utvecklingsstegen skulle kosta { $money } och { $days }.
        [some] Kurser som katalogen föreslår för de övriga utvecklingsstegen skulle kosta minst { $money } och { $days }.
       *[none] Kurser som katalogen föreslår för de övriga utvecklingsstegen skulle ta { $days }; priset är inte känt.
    }
risk-office = Tomma kontor
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
        [one] { $offices } och 1 gång till, se ”Vem är borta när?”.
       *[other] { $offices } och { $more } gånger till, se ”Vem är borta när?”.
    }
risk-office-suggested =
    { $count ->
        [one] Med katalogens förslag: 1 gång till.
       *[other] Med katalogens förslag: { $count } gånger till.
    }
risk-office-none = Inget kontor står tomt på grund av kurser.
risk-office-none-own = Kontoret står inte tomt på grund av kurser.
risk-role = Roller som hänger på en person
risk-role-line =
    { $more ->
        [0] { $role }: { $schools }.
       *[other] { $role }: { $schools } och { $more } arbetsplatser till.
    }
risk-role-none = Ingen roll hänger på en enda medarbetare på arbetsplatser med flera.
risk-role-person = { $name }: { $roles }.
risk-role-alone = Alla, eftersom arbetsplatsen har en anställd.
risk-role-none-own = Ingen roll hänger på en enda medarbetare.
risk-role-more =
    { $count ->
        [one] 1 medarbetare till står under ”Så täcks rollerna”.
       *[other] { $count } medarbetare till står under ”Så täcks rollerna”.
    }
risk-role-vacant = Ingen på nivån än: { $roles }.
risk-need = Behov utan kurs
risk-need-line =
    { $people ->
        [one] { $area }: 1 medarbetare har ingen kurs i katalogen.
       *[other] { $area }: { $people } medarbetare har ingen kurs i katalogen.
    }
risk-need-none = Inga: katalogen eller planerna har en väg till varje utvecklingssteg.
date-deadline = Tidsfrist: { $what }
date-deadline-done = Tidsfrist: { $what }, { $done } av { $all } är klara
date-registration = Sista anmälan: { $course }, { $people }
date-session = Börjar: { $course }, { $people }
participants-planned =
    { $people ->
        [one] 1 deltagare
       *[other] { $people } deltagare
    }
participants-suggested = föreslagen för { $suggested }
participants-both =
    { $people ->
        [one] 1 deltagare, föreslagen för { $suggested } till
       *[other] { $people } deltagare, föreslagen för { $suggested } till
    }
late-errors =
    { $count ->
        [one] 1 profil med fel
       *[other] { $count } profiler med fel
    }
late-open =
    { $count ->
        [one] 1 profil inte ifylld
       *[other] { $count } profiler inte ifyllda
    }
late-not-agreed =
    { $count ->
        [one] 1 plan inte överenskommen
       *[other] { $count } planer inte överenskomna
    }
late-overdue =
    { $count ->
        [one] 1 försenad aktivitet
       *[other] { $count } försenade aktiviteter
    }
late-none = Ingen ligger efter.
late-more =
    { $count ->
        [one] 1 arbetsplats till står i årshjulet.
       *[other] { $count } arbetsplatser till står i årshjulet.
    }
label-how-to-read = Så läser du häftet
label-department-radar = Förvaltningens kompetensdiagram
label-averages = Genomsnitt för områdena
label-middle-half = Mittersta hälften
label-range = Lägst – högst
label-with-gap = Vill utvecklas
label-people = Profiler
label-source = Källa
label-how-to-read-radar = Den heldragna linjen är nivån nu, den streckade är den önskade nivån och den prickade är rollmodellens egen, vägledande nivå. Ett område utan punkt är inte ifyllt; det är inte noll.
label-how-to-read-people = Varje medarbetare har en egen sida: kompetensdiagrammet, områdena och de kurser som passar de önskade utvecklingsstegen. Ingen behöver kunna allt, men tillsammans ska medarbetarna täcka det som arbetsplatsen behöver.
booklet-internal = Internt – får inte publiceras
booklet-volume = Band { $number } av { $count }
label-volumes = Medarbetarnas sidor
label-volumes-note = Sidorna för varje medarbetare och deras nivåer samlade finns i egna band. Registret anger band och sida för var och en.
label-public-volumes-note = Sidorna för varje medarbetare och deras nivåer samlade finns i egna band.
label-file = Fil
label-volume = Band
label-schools = Arbetsplatser
booklet-counts =
    { $people ->
        [one] 1 profil
       *[other] { $people } profiler
    } från { $schools ->
        [one] 1 arbetsplats
       *[other] { $schools } arbetsplatser
    }
booklet-judged = Läget per { $date }
booklet-missing =
    { $count ->
        [one] 1 profil saknas eftersom filen innehåller fel.
       *[other] { $count } profiler saknas eftersom filerna innehåller fel.
    }

## Rollmodellen

label-role-model-note = Rollmodellen är en bild av vad arbetet kan kräva. Den är inget facit, och ingen behöver kunna allt. Kryssen visar hur många som tycker att kompetensen är viktig.
label-presumed = Förutsätts
label-other-competencies = Övriga kompetenser
label-roles-and-levels = Rollerna
label-roles-note = Nivåerna är vägledande. En person kan ha flera roller, och flera kan dela på en roll.
label-role = Roll
label-role-description = Beskrivning
label-role-requires = Nivå som krävs
area-expected = Vägledande nivå: { $level }.
amu-full = Täcks av AMU.
amu-partial = Täcks delvis av AMU.
amu-none = Täcks inte av AMU.
competency-votes =
    { $votes ->
        [one] 1 kryss
       *[other] { $votes } kryss
    }
competency-added = tillagd
competency-questioned = ifrågasatt
competency-marks = ”Tillagd” har fokusgruppen skrivit till, ”ifrågasatt” har den varit tveksam till.

## Till samtalet

label-talk-points = Till samtalet
talk-difference = { $area }: medarbetare { $employee }, chef { $leader }
talk-leader-view-unusable = Chefens bedömning kunde inte läsas och är inte med.
talk-need-without-line = { $area } är nödvändigt men har ingen aktivitet i planen.
plan-overdue = tidsfristen har gått ut
plan-soon-due = tidsfristen närmar sig
plan-session = kurstillfälle { $date }
courses-mentor = { $area }: { $name }, { $school }
course-in = { $date } i { $town }
course-half-days = halvdagar
course-register-by = anmälan senast { $date }
course-guaranteed = genomförs garanterat
teaching-day = dagtid
teaching-evening = kvällstid
teaching-online = online
course-blocks = { $count } block, de följande från { $dates }
course-also-held = även { $dates }
course-more-sessions = { $count ->
    [one] 1 datum till
   *[other] { $count } datum till
}
course-after-deadline = först efter tidsfristen
course-session-unknown = Kurstillfället står inte i planen
course-free-seats =
    { $seats ->
        [0] inga lediga platser
        [one] 1 ledig plats
       *[other] { $seats } lediga platser
    }
course-price = { $price } { $currency }
course-price-after-subsidy = { $price } { $currency } efter bidrag
course-full-price = fullt pris { $price } { $currency }

## Plankod

label-code = Plankod
label-code-covers = Koden omfattar allt som är överenskommet: nivåer, prioritet, mål, vägar, ansvariga, tidsfrister och uppföljning. Ändras något av det får planen en ny kod.
alt-code = QR-kod med plankoden { $code } i sin fulla längd.
## Överenskommelse och underskrift

label-attached-agreement = Det som är överenskommet
label-attached-data = Uppgifterna som sidorna bygger på
label-changed-heading = Ändrat efter underskriften
responsible-department = förvaltningen
plan-changed-since-signed = Planen är inte längre den som noterats som undertecknad. Detta har ändrats:
plan-shared-changed = Överenskommelsen är densamma. Bara rollmodellen eller kurskatalogen har ändrats:
signature-noted = Noterad som undertecknad på papper den { $date }.
signature-noted-by = Noterat av { $who }; papperet är beviset.
signature-note = Papperet är beviset.
signature-not-compared = Koden på papperet har inte jämförts.
signature-outdated = Gäller en tidigare version.

## Vad som är ändrat

change-nothing = inte angivet
change-name = Namn: { $from } → { $to }
change-school = Arbetsplats: { $from } → { $to }
change-leader = Chef: { $from } → { $to }
change-area-added = { $area } har tillkommit: nu { $current }, önskad { $wanted }
change-area-removed = { $area } har tagits bort
change-current = { $area }: nivå nu { $from } → { $to }
change-wanted = { $area }: önskad nivå { $from } → { $to }
change-priority = { $area }: prioritet { $from } → { $to }
change-area-name = Ett område har fått nytt namn: { $from } → { $to }
change-line-added = Ny rad i planen: { $line }
change-line-removed = Rad har tagits bort ur planen: { $line }
change-line-area = { $line }: område { $from } → { $to }
change-line-activity = { $line }: aktivitet { $from } → { $to }
change-line-mentor = { $line }: en annan kollega
change-line-responsible = { $line }: ansvarig { $from } → { $to }
change-line-deadline = { $line }: tidsfrist { $from } → { $to }
change-line-success = { $line }: det ska märkas på { $from } → { $to }
change-line-leader-does = { $line }: chefen gör { $from } → { $to }
change-course-title = Kurs { $number } har fått ny titel: { $from } → { $to }
change-follow-up = Uppföljning: { $from } → { $to }
change-role-model = Rollmodell: { $from } → { $to }
change-role-model-version = Rollmodellens version: { $from } → { $to }
change-scale = Skalans nivåer har ändrats

## Förberedelse

prep-title = Förberedelse inför samtalet
label-prep-own = Det här bladet är ditt eget. Skriv på det före samtalet och ta det med dig. Det ska inte undertecknas.
label-prep-looking-back = Tillbakablick
label-prep-motivation = Motivation och trivsel
label-prep-goals = Mål och utveckling
label-prep-less = Vad kan vi dra ner på?
label-prep-mirror = Rollmodellen som spegel
label-prep-mirror-note = Rollmodellen är en bild av vad arbetet kan kräva. Den är inget facit, och ingen behöver kunna allt.
label-prep-circle = Ringa in det du vill prata om.
label-prep-notes = Egna anteckningar
label-prep-last-goal = Mål i förra planen
label-prep-status = Status
label-prep-outcome = Det här gav det mig, eller det här återstår
label-prep-lifts = Önskade utvecklingssteg
label-prep-rank = Skriv 1 vid det utvecklingssteg som är viktigast i år.
label-prep-can = Det här vill jag kunna
label-prep-learn = Så lär jag mig det bäst
prep-listed = { $heading }: { $items }.
prep-fallen = Lägre än sist
prep-other-lifts = Andra utvecklingssteg
prep-satisfied = Vad är du mest nöjd med under det år som har gått?
prep-what-helped = Vad är du mest nöjd med, och vad hjälpte dig på vägen?
prep-what-changed = Vad har blivit annorlunda?
prep-no-time-for = Vad har du inte hunnit med?
prep-energy = Vad ger dig arbetsglädje, och vad tar på krafterna?
prep-good-at = Vad är du bra på, och vem skulle kunna lära sig det av dig?
prep-use-strengths = Var kommer de bäst till användning, och vem skulle kunna lära sig av dig?
prep-peace = När behöver du lugn och ro för att bli klar med en uppgift, och hur ska ni komma överens om det?
prep-spared = Vad krävs för att du ska kunna vara borta när du ska lära dig något nytt?
prep-no-pile = Vem tar hand om dina uppgifter under tiden, så att de inte ligger i en hög och väntar?
prep-seen-differently = Bedömt olika
prep-where-you-stand = Vilka uppgifter visar bäst var du står?
prep-level = { $level } ({ $name })
prep-from-to = Från { $from } till { $to }
prep-no-activity = ingen aktivitet i planen
prep-keep = Vad vill du fortsätta att vara bra på, eller lära ut till andra?
prep-what-can-wait = Vad kan vänta?
prep-future = Vilka uppgifter vill du ha om ett par år?
prep-who-takes-over = Vilka uppgifter gäller det, och vem kan ta över dem?
prep-simpler = Vilka uppgifter kan göras enklare, mer sällan eller inte alls, så att det blir gott om tid till kärnuppgifterna?
prep-above = Över rollmodellen
prep-equal = På samma nivå
prep-below = Under rollmodellen
prep-now = nu { $level }
prep-role-model = rollmodellen { $level }
prep-does-it-fit = Vad i rollmodellen passar inte ditt arbete, och vad saknas?

## Uppföljning och kalender

follow-up-title = Uppföljning av planen
label-follow-up = Uppföljning
label-next-deadline = Nästa tidsfrist
label-follow-up-notes = Anteckningar
label-follow-up-empty = Det finns inga rader i planen.
event-talk = Samtal
event-follow-up = Uppföljning av utvecklingsplanen
event-deadline =
    { $count ->
        [one] Tidsfrist i utvecklingsplanen
       *[other] Tidsfrist i utvecklingsplanen ({ $count } rader)
    }
event-course = Kurs
event-registration = Sista dag att anmäla sig till kurs

## Tom blankett

blank-state = Tom blankett
blank-title = Kompetensdiagram och plan
blank-to-file = Så blir blanketten en fil: skriv siffrorna i din profil i den gemensamma mappen under ”profil:”, till exempel ”{ $example }”, och planens rader under ”plan:”. Sedan gör programmet planen.
label-blank-name = Namn
label-blank-period = Period
label-blank-draw = Sätt en prick på varje axel vid nivån nu och dra en linje mellan prickarna. Gör likadant för den önskade nivån med en annan penna eller en streckad linje.
label-blank-last-year = Förra året
label-blank-remark = Anmärkning
label-blank-last-plan = Förra årets plan
label-blank-plan = Plan
label-blank-deadline = Tidsfrist
label-blank-follow-up = Planen följs upp den
label-blank-only-areas = Bara i de här områdena:
label-blank-answer = Svar
alt-blank = Tomt kompetensdiagram att rita i. Axlar: { $areas }. Nivåer, inifrån och ut: { $levels }.

## Strategisk utbildningsplan och häftets kapitel

figure-few = färre än { $least }
name-and-school = { $name } ({ $school })
strategy-way-course = { $course }: { $people }
strategy-way-course-of = { $course }: { $people } av { $all }
strategy-way-none = Ingen kurs i katalogen passar alla: intern kurs, nätverk eller bredvidgång
strategy-way-teachers-count = Kollegor som har sagt ja till att lära ut: { $people }
group-line =
    { $people ->
        [one] Grupp { $number }, { $when }, 1 medarbetare.
       *[other] Grupp { $number }, { $when }, { $people } medarbetare.
    }
group-without-date = ännu utan datum
group-none = Utan grupp
group-needs-cover = Kontoret måste bemannas under tiden: { $schools }.
group-enrolled = Varav anmälda: { $enrolled }.
group-unknown-session = Har plats på ett kurstillfälle som inte finns i planen.
reason-placed = { $names }: { $reasons }.
reason-late = { $names }: först efter tidsfristen, eftersom inget kurstillfälle ligger före den.
reason-late-because = { $names }: först efter tidsfristen, eftersom { $reasons }.
reason-no-session = { $names }: utan datum, eftersom katalogen inte har något kurstillfälle med lediga platser.
reason-no-date-because = { $names }: utan datum, eftersom { $reasons }.
against-full = det finns inga fler platser den { $date }
against-another-course = den { $date } krockar med en annan kurs
against-office-empty = kontoret skulle stå tomt den { $date }
against-one-class-more = den { $date } skulle kräva en grupp till
against-more = { $count ->
    [one] 1 kurstillfälle till går bort
   *[other] { $count } kurstillfällen till går bort
}
clash-office = { $school }: kontoret står tomt när dessa krockar: { $courses }.
clash-person = { $name } ska vara på två ställen samtidigt: { $courses }.
clash-not-all-tried = Det finns fler möjligheter än programmet kan pröva. Kanske finns det en bättre indelning.
without-course = Intern kurs eller nätverk för { $people }.
without-course-teachers = Intern kurs eller nätverk för { $people } med { $names }, som har sagt ja till att lära ut.
without-course-who = Behovet finns hos { $names }.
total-hidden = Belopp och dagar totalt visas inte, eftersom några av dem bygger på så få att de skulle kunna räknas ut.
total-cost = Totalt { $kroner } { $currency } efter bidrag; kursdagar: { $days }.
total-without-price = Priset är inte känt för { $courses ->
    [one] en kurs
   *[other] { $courses } kurser
}.
total-without-days = Längden är inte känd för { $courses ->
    [one] en kurs
   *[other] { $courses } kurser
}.
budget-within = Budgeten är { $budget } { $currency }; { $difference } { $currency } återstår.
budget-over = Budgeten är { $budget } { $currency }; det saknas { $difference } { $currency }.
budget-left-short =
    { $sure ->
        [yes] Budgeten är { $budget } { $currency }. När det bundna är betalt finns { $left } { $currency } till resten, och det saknas { $difference } { $currency }.
       *[no] Budgeten är { $budget } { $currency }. När det bundna är betalt finns { $left } { $currency } till resten, och det saknas minst { $difference } { $currency }.
    }
budget-bound-over =
    { $sure ->
        [yes] Budgeten är { $budget } { $currency }. Enbart det bundna kostar { $difference } { $currency } mer.
       *[no] Budgeten är { $budget } { $currency }. Enbart det bundna kostar minst { $difference } { $currency } mer.
    }
budget-later-possible = Senare, möjligt: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } { $currency })
budget-later-wished = Senare, önskat: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } { $currency })
budget-first-possible = Först, möjligt: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } { $currency })
budget-first-wished = Först, önskat: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } { $currency })
budget-bound = Bundet: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } { $currency })
booklet-more-lines =
    { $count ->
        [one] 1 rad till står i medarbetarens egen plan.
       *[other] { $count } rader till står i medarbetarens egen plan.
    }
booklet-own-activity = egen aktivitet
heat-school = { $school } ({ $people })
booklet-strength =
    { $teachers ->
        [0] { $area }: { $people } på nivå { $level } eller högre.
       *[other] { $area }: { $people } på nivå { $level } eller högre; { $teachers } vill lära ut.
    }
index-areas = Områden
index-courses = Kurser
index-volume-page = band { $volume }, sida { $page }
index-volume = band { $volume }
strategic-plan-note = Planen är utan namn och arbetsplatser. En siffra som bygger på färre än { $least } medarbetare visas som ”färre än { $least }”; det gäller också belopp och dagar. Där det står ”visas inte” skulle en av de små siffrorna annars gå att räkna ut. Genomsnitt och antal nivåer finns bara i det interna häftet.
strategic-plan-judged = Läget för kurser och kurstillfällen per { $date }.
label-strategic-plan = Strategisk utbildningsplan
label-rank = Nr
label-employees = Medarbetare
label-levels-to-lift = Nivåer
label-priority-need = Nödvändigt
label-mean-now-wanted = Genomsnitt nu → önskad
label-days = Dagar
label-kroner = Kr
label-strategy-empty = Ingen har önskat något utvecklingssteg.
label-strategy-no-courses = Ingen kurs i katalogen passar de önskade utvecklingsstegen.
label-strategy-areas = Områden efter behov
label-strategy-areas-note = Först de områden där flest vill utvecklas, sedan de med flest nivåer, därefter de som är nödvändiga för flest.
label-strategy-areas-note-public = Först de områden där flest vill utvecklas. Andelen gäller dem som har fyllt i området.
label-strategy-ways = Vägar till utvecklingsstegen
label-strategy-ways-none = Utan kurs
label-strategy-teachers = Vill lära ut
label-strategy-willing = Har sagt ja till att lära ut
label-strategy-teachers-note = De har sagt ja till att lära ut och är själva minst där en kollega vill komma.
label-teaches = ja
teaches-all = alla områden
teaches-all-but = alla utom { $areas }
teacher-areas = { $name } ({ $areas })
label-strategy-courses = Kurser
label-strategy-courses-note = Varje medarbetare räknas med den kurs som står i planen, annars med den som passar utvecklingssteget bäst. Pris efter bidrag.
label-course-stages = Anmält, överenskommet, föreslaget, förslag
label-stage-enrolled = anmält eller pågående
label-stage-agreed = överenskommet
label-stage-proposed = föreslaget i planen
label-stage-suggested = förslag från katalogen
label-strategy-first = När budgeten inte räcker
label-strategy-first-note = Först det som är bundet, sedan det som önskas i planerna, sedan förslag. I varje grupp kommer det som är nödvändigt för flest först, sedan det som flest behöver, därefter det som ger mest utveckling för pengarna.
label-strategy-groups = Grupper
label-strategy-groups-note = Den som är anmäld stannar i sin grupp. Ingen ska vara på två ställen samtidigt, och inget kontor med två eller fler medarbetare ska stå tomt. Egna grupper är så få som möjligt. Datum och platser är hämtade från katalogen.
label-strategy-clashes = Datum som krockar
label-strategy-without-course = Utan kurs i katalogen
label-needs = Behov av kurser
label-needs-note = Till kursanordnare och grannkommuner: vad som behövs och för hur många.
label-needs-areas = Områden
label-needs-courses = Kurser
label-needs-more = Fler kurser finns i planen ovan.
label-heat-maps = Översikt över nivåerna
label-heat-note = Siffran är nivån nu; ju högre nivå, desto mörkare bakgrund. Ett streck är ett område som inte är ifyllt eller inte är relevant.
label-heat-below = En triangel i hörnet är en nivå under rollmodellens vägledande.
label-heat-expected = Rollmodellen
label-heat-by-person = Områden och medarbetare
label-heat-by-school = Områden och arbetsplatser, genomsnitt
label-name = Namn
label-strengths-to-share = Styrkor att dela med sig av
label-coverage = Så täcks rollerna
label-coverage-note = Hur många på varje arbetsplats som är på de nivåer som rollen kräver. Det är vägledande och inget facit: alla behöver inte kunna allt, men tillsammans ska arbetsplatsen kunna det.
label-wheel = Årshjul
label-year = Året
label-wheel-note = Siffran visar antalet i månaden; för tidsfrister visar den dagen.
label-wheel-schools = Hur långt varje arbetsplats har kommit
label-month = Månad
lane-deadlines = Tidsfrister
lane-talks = Samtal
lane-registration = Sista anmälan
lane-groups = Grupper börjar
lane-follow-ups = Uppföljningar
label-calendar = Vem är borta när?
label-calendar-note = Kolumnerna är veckor; siffrorna visar hur många från arbetsplatsen som är på kurs. Namnen står under ”Grupper”.
label-calendar-none = Ingen är i en grupp med datum.
label-office-size = Anställda
label-away-whole = heldagar
label-away-half = halvdagar
label-away-empty = kontoret står tomt
label-away-empty-suggested = kontoret står tomt om förslagen följs
label-away-suggested = inom parentes: bara förslag från katalogen
label-calendar-empty = Kontor som står tomma
calendar-empty = Kontoret på { $school } står tomt { $days }: { $courses }.
calendar-empty-half = Kontoret på { $school } står tomt en del av dagen { $days }: { $courses }.
calendar-alone = { $school } har en anställd och behöver ersättare { $days }: { $courses }.
calendar-alone-half = { $school } har en anställd och behöver ersättare en del av dagen { $days }: { $courses }.
calendar-suggested = (bara förslag)
calendar-more = Det finns { $count } till; se grupperna.
label-with-errors = Med fel
label-talks-held = Genomförda samtal
label-plans-agreed = Överenskomna planer
label-lines-overdue = Försenade
label-deadline = Tidsfrist
label-status = Status
label-plan = Plan
label-index = Register

# The public booklet
booklet-public = Offentligt häfte
label-public-how-to-read-people = Här finns de medarbetare som själva har sagt ja till att vara med, var och en på en egen sida med kompetensdiagram och områden. Ingen behöver kunna allt, men tillsammans ska medarbetarna täcka det som arbetsplatsen behöver.
label-public-group = Deltagarna tillsammans
label-public-group-note = Genomsnittet gäller dem som är med i det här häftet och inga andra. Där för få har fyllt i ett område visas inget genomsnitt.
label-public-filled-in = Ifyllt av
# Strategisk plan: siffror som inte kan visas
figure-withheld = visas inte
radar-too-few = för få
alt-public-group = Kompetensdiagram för dem som är med i häftet: genomsnitt; antal personer: { $people }.
alt-area-too-few = { $area }: för få har fyllt i området.
strategy-share-heading = På nivå { $level } eller högre
share-under-quarter = under 25 %
share-from-quarter = 25 till under 50 %
share-from-half = 50 till under 75 %
share-from-three-quarters = minst 75 %
share-under-half = under 50 %
share-half-or-more = minst 50 %
strategy-way-other = Planerat på annat sätt: { $people }
strategy-way-postponed = Uppskjutet: { $people }
strategy-way-done = Raden i planen är genomförd: { $people }
without-course-withheld = Intern kurs eller nätverk.
total-told = De kurser som det visas siffror för kostar { $kroner } { $currency } efter bidrag och tar { $days } kursdagar.
budget-only = Budgeten är { $budget } { $currency }.
budget-reaches = Budgeten är { $budget } { $currency } och räcker, även om var och en av de små siffrorna är så stor som den kan vara.
booklet-name = Kompetenshäfte, { $role-model }
label-coverage-look = Värt att se närmare på
label-coverage-one = Hänger på en person
label-coverage-nobody = Ingen är på nivån ännu
label-evaluation = Utvärdering av året
label-evaluation-note = Till utvärderingen: vad som blev av planernas rader, vilka utvecklingssteg som har nåtts sedan förra året och vad det har kostat.
label-evaluation-lines = Planernas rader efter status
label-evaluation-last = Förra årets planer
label-evaluation-this = Årets planer
label-evaluation-lifts = Utvecklingssteg som har nåtts sedan förra året
label-evaluation-people = Ifyllt båda åren
label-evaluation-higher = Högre
label-evaluation-lower = Lägre
label-evaluation-money = Kostnader
label-evaluation-few = för få för att visa en siffra
evaluation-no-status = utan status
evaluation-spent = De kurser som har genomförts enligt årets planer kostade { $kroner } { $currency } efter bidrag och tog { $days } kursdagar.

# Tabellerna i en export.
export-levels = Nivåer
export-people = Medarbetare
export-matches = Kursförslag
export-groups = Grupper
export-coverage = Så täcks rollerna
export-areas = Områden
export-courses = Kurser
export-about = Om siffrorna
export-about-levels = En rad för varje medarbetare och varje område. Ett tomt fält betyder att området inte är ifyllt. Utvecklingssteg är önskad nivå minus nivå nu.
export-about-people = En rad för varje medarbetare, även de som har fel i sin profil. Gällande är en plan som ni har kommit överens om under de senaste tolv månaderna och som inte har ändrats sedan den noterades som undertecknad.
export-about-matches = En rad för varje kurs som leder till ett utvecklingssteg, bästa förslaget först. En rad utan kurs är ett utvecklingssteg som ingen kurs i katalogen leder till.
export-about-groups = En rad för varje medarbetare i varje grupp. Utan startdatum är gruppen ett förslag. ”Kräver ersättare” är ja när kontoret annars står tomt.
export-about-coverage = En rad för varje arbetsplats och roll med dem som är på de nivåer som rollen kräver.
export-about-areas = En rad för varje område: genomsnitt och behov. ”Nivåer kvar” är summan av allas utvecklingssteg.
export-about-areas-public = En rad för varje område. Genomsnittet gäller dem som är med här och visas bara där tillräckligt många har fyllt i området.
export-about-courses = En rad för varje kurs i katalogen. En kurs räknar dem som har den i sin plan eller som bästa förslag. Kostnaden är priset minus bidrag för dem alla.
export-about-courses-public = En rad för varje kurs i katalogen.
export-department = Förvaltning
export-period = Period
export-edition = Utgåva
export-judged-on = Läget per
export-made-by = Skapad med
export-lift = Utvecklingssteg
export-last-year = Förra året
export-role-model = Rollmodell
export-file = Fil
export-profile = Profil
export-profile-sound = utan fel
export-profile-error = har fel
export-profile-open = inte ifylld
export-talk-held = Samtal genomfört
export-plan = Plan
export-agreed = Överenskommen den
export-signed-by-employee = Medarbetare, noterad underskrift
export-signed-by-leader = Chef, noterad underskrift
export-signature-notes = Noterat av
export-changed-since-signed = Ändrad sedan dess
export-overdue = Försenade
export-up-to-date = Gällande
export-rank = Förslag nr
export-course-number = Kursnr
export-course-title = Kurs
export-fit = Passar
export-fit-whole-way = hela vägen
export-fit-part-of-the-way = en bit av vägen
export-fit-unknown = nivå inte angiven
export-fit-too-advanced = börjar högre upp
export-in-plan = I planen
export-progress = Hur långt man har kommit
export-group = Grupp nr
export-start = Start
export-end = Slut
export-town = Ort
export-needs-cover = Kräver ersättare
export-covered-by = Täckt av
export-names = Namnen
export-filled-in = Ifyllt av
export-mean-current = Genomsnitt nu
export-mean-wanted = Genomsnitt önskad
export-lowest = Lägst nu
export-highest = Högst nu
export-with-gap = Vill utvecklas
export-levels-to-climb = Nivåer kvar
export-needed = Nödvändigt för
export-without-course = Utan kurs
export-other-ways = Planerat på annat sätt
export-postponed = Uppskjutet
export-done = Raden i planen genomförd
export-course-areas = Områden
export-provider = Anordnare
export-from-level = Från nivå
export-to-level = Till nivå
export-expires = Upphör
export-days = Dagar
export-price = Pris
export-subsidy = Bidrag
export-people-in-need = Behov
export-planned = Varav i planen
export-bound = Bundet
export-wished = Önskat
export-possible = Möjligt
export-all-days = Dagar totalt
export-all-cost = Kostnad totalt
export-within-budget = Inom budget
export-example = Exempel
coverage-many = { $count } av { $all }, se tabellen
