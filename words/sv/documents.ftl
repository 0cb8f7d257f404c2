### Plan och häfte. Fasta ord (label-…) och meningar som programmet fyller i.

## Gemensamt

label-school = Arbetsplats
label-position = Befattning
label-leader = Chef
label-employee = Medarbetare
label-talk = Medarbetarsamtal
label-agreed = Överenskommet
label-judged = Läge sedan
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
label-gap = Lyft
label-levels = Från lägst till högst
label-priority = Prioritet
label-indicative = Rollmodellens nivåer är vägledande. Ingen behöver kunna allt.

label-courses = Kurser och andra insatser
label-course-number = Nr
label-course-title = Kurs eller insats
label-course-kind = Form
label-no-courses = Det finns inga lyft som kräver kurser.

## Plan

label-plan-draft = Förslag till plan
label-plan-agreed = Det här har vi kommit överens om
label-plan-empty = Det finns inga aktiviteter i planen.
label-plan-empty-write = Skriv på raderna nedan vad ni kommer överens om: mål, aktivitet, ansvarig, tidsfrist och ersättare.
label-goal = Mål
label-activity = Aktivitet
label-responsible = Ansvarig
label-stand-in = Ersättare
label-deadline-and-status = Tidsfrist och status
label-stand-ins = Arbetsro och ersättare
label-changes = Ändringar som vi kommit överens om vid samtalet (ändras även i filen)
label-signatures = Underskrifter
label-place-and-date = Ort och datum
label-consents = Samtycke
label-consents-note = Samtycket är frivilligt och ingår inte i överenskommelsen. Det kan när som helst ändras eller dras tillbaka.
label-consent = Samtycke
label-answer = Nuvarande svar
label-initials = Initialer
label-date = Datum

plan-draft = Underlag för samtalet
plan-agreed = Överenskommen plan
plan-follow-up = Planen följs upp den { $date }.
plan-a-colleague = en kollega
plan-form-with = { $form } med { $mentor }
plan-stand-ins =
    { $all ->
        [one] Den enda aktivitet som inte är avslutad { $covered ->
            [0] saknar ersättare.
           *[other] har en ersättare.
        }
       *[other] { $covered } av { $all } aktiviteter som inte är avslutade har en ersättare.
    }
plan-without-stand-in = Utan ersättare: { $lines }.

points-achieved = Uppnått sedan sist
points-lifts = Största lyften
points-no-lifts = Inga lyft önskas.
plan-not-filled-in = Profilen är tom: det finns ännu ingen nivå för något område. Skriv siffrorna under ”profil” i filen. Först därefter kan planen undertecknas.
points-not-filled-in = Profilen är inte ifylld än.
points-strengths = Styrkor
points-less = Vill gärna trappa ner
point-change = { $area }: { $from } → { $to }
point-level = { $area }: { $level }
point-last-plan =
    { $all ->
        [one] { $done } av 1 aktivitet i förra planen har genomförts.
       *[other] { $done } av { $all } aktiviteter i förra planen har genomförts.
    }

consent-booklet = Mitt namn, min arbetsplats, min befattning och mina nivåer får stå i det offentliga häftet.
consent-teaches = Jag får nämnas som en person som kan lära ut till andra.
answer-yes = ja
answer-no = nej
answer-areas = ja: { $areas }

## Kurser

courses-need = Nödvändigt
courses-nice = Bra att kunna
courses-unset = Prioritet inte angiven
courses-planned = I planen, utan önskat lyft
courses-none = Katalogen har ingen kurs: kom överens om kollegial handledning, arbetsrotation eller självstudier
courses-more =
    { $count ->
        [one] Katalogen har 1 kurs till som passar dessa lyft.
       *[other] Katalogen har { $count } kurser till som passar dessa lyft.
    }
course-days =
    { $one ->
        [yes] 1 dag
       *[no] { $days } dagar
    }
course-example = (exempel)
reason-gap = { $area } från { $current } mot { $wanted }.
reason-in-plan = Står i planen: { $status }.
reason-part-of-the-way = Leder till nivå { $level }.
reason-too-advanced = Bygger på nivå { $level }, högre än den nuvarande.
reason-also = Omfattar även { $areas }.

form-amu = AMU
form-kommunom = kommunom
form-cok = COK
form-internal = intern kurs
form-peer-training = kollegial handledning
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
legend-expected = rollmodellen (vägledande)
legend-last-year = förra året
legend-spread = från lägsta till högsta
legend-mean-current = genomsnitt nu
legend-mean-wanted = genomsnitt önskad

alt-person = Kompetensdiagram för { $name }: { $filled } av { $areas } områden är ifyllda, och det finns { $gaps } lyft.
alt-group = Förvaltningens kompetensdiagram: genomsnitt, antal profiler: { $people }.
alt-area = { $area }: nu { $current }, önskad { $wanted }.
alt-area-missing = { $area }: inte ifyllt.
alt-table = Samma siffror står i tabellen ”{ $table }”.

## Häfte

label-contents = Innehåll
label-how-to-read = Så läser du häftet
label-department-radar = Förvaltningens kompetensdiagram
label-averages = Genomsnitt för områdena
label-lowest = Lägst nu
label-highest = Högst nu
label-with-gap = Önskar lyft
label-people = Profiler
label-source = Källa
label-how-to-read-radar = Den heldragna linjen är nivån nu, den streckade är den önskade nivån och den prickade är rollmodellens egen, vägledande nivå. Ett område utan punkt är inte ifyllt; det är inte noll.
label-how-to-read-people = Varje medarbetare har en egen sida: kompetensdiagrammet, områdena och de kurser som passar de önskade lyften. Ingen behöver kunna allt, men tillsammans ska medarbetarna täcka det som arbetsplatsen behöver.
booklet-title = { $role-model }: kompetenser i förvaltningen
booklet-internal = Internt – får inte publiceras
booklet-counts =
    { $people ->
        [one] 1 profil
       *[other] { $people } profiler
    } från { $schools ->
        [one] 1 arbetsplats
       *[other] { $schools } arbetsplatser
    }
booklet-judged = Läge sedan { $date }
booklet-missing =
    { $count ->
        [one] 1 profil saknas eftersom filen innehåller fel.
       *[other] { $count } profiler saknas eftersom filerna innehåller fel.
    }

## Rollmodellen

label-role-model-note = Rollmodellen är en bild av vad arbetet kan kräva. Den är inget facit, och ingen behöver kunna allt. Kryssen visar hur många som har tyckt att kompetensen är viktig.
label-presumed = Förutsätts vara känt
label-other-competencies = Övriga kompetenser
label-roles-and-levels = Rollerna
label-roles-note = Nivåerna är vägledande. En person kan ha flera roller, och flera kan dela på en roll.
label-role = Roll
label-role-description = Beskrivning
label-role-requires = Nivå som behövs
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

## Till samtalet

label-talk-points = Till samtalet
talk-difference = { $area }: medarbetare { $employee }, chef { $leader }
talk-leader-view-unusable = Chefens bedömning kunde inte läsas och är inte med.
talk-need-without-line = { $area } är nödvändigt men har ingen aktivitet i planen.
plan-overdue = tidsfristen har gått ut
plan-soon-due = tidsfristen är nära
plan-session = kurstillfälle { $date }
courses-mentor = { $area }: { $name }, { $school }
label-mentors = Kollegial handledning
label-mentors-note = De har tackat ja till att lära ut.
course-in = { $date } i { $town }
course-half-days = halvdagar
course-also-held = även { $dates }
course-more-sessions = { $count ->
    [one] 1 datum till
   *[other] { $count } datum till
}
course-after-deadline = först efter tidsgränsen
course-session-unknown = Kurstillfället står inte i planen
course-free-seats =
    { $seats ->
        [0] inga lediga platser
        [one] 1 ledig plats
       *[other] { $seats } lediga platser
    }
course-price = { $price } kr
course-price-after-subsidy = { $price } kr efter bidrag
course-full-price = fullt pris { $price } kr

## Avtalskod

label-code = Avtalskod
label-code-covers = Koden omfattar namn, arbetsplats, chef, skala, rollmodell, nivåer, prioritet, mål, aktiviteter, ansvariga, tidsfrister och uppföljning. Ändras något av detta får planen en ny kod.
alt-code = QR-kod med avtalskoden { $code } i sin fulla längd.
## Överenskommelse och underskrift

label-attached-agreement = Det som är överenskommet
label-attached-data = Uppgifterna som sidorna är gjorda av
label-changed-heading = Ändrat efter underskriften
responsible-department = avdelningen
point-last-line = { $goal }: { $status }
plan-changed-since-signed = Planen är inte längre den som är noterad som undertecknad. Detta är ändrat:
plan-shared-changed = Det överenskomna är detsamma. Bara rollmodellen eller kurskatalogen är ändrad:
signature-noted = Noterad som undertecknad på papper den { $date }.
signature-noted-by = Noterat av { $who }; papperet är beviset.
signature-note = Papperet är beviset.
signature-not-compared = Koden på papperet har inte jämförts.
signature-outdated = Gäller en tidigare version.

## Vad som är ändrat

change-nothing = inte angivet
change-name = Namn: { $from } → { $to }
change-school = Skola: { $from } → { $to }
change-leader = Chef: { $from } → { $to }
change-area-added = { $area } har tillkommit: nu { $current }, önskat { $wanted }
change-area-removed = { $area } är borttaget
change-current = { $area }: nivå nu { $from } → { $to }
change-wanted = { $area }: önskad nivå { $from } → { $to }
change-priority = { $area }: vikt { $from } → { $to }
change-area-name = Ett område har bytt namn: { $from } → { $to }
change-line-added = Ny rad i planen: { $line }
change-line-removed = Rad borttagen ur planen: { $line }
change-line-area = { $line }: område { $from } → { $to }
change-line-activity = { $line }: aktivitet { $from } → { $to }
change-line-mentor = { $line }: en annan kollega
change-line-responsible = { $line }: ansvarig { $from } → { $to }
change-line-deadline = { $line }: klart senast { $from } → { $to }
change-course-title = Kurs { $number } har bytt titel: { $from } → { $to }
change-follow-up = Uppföljning: { $from } → { $to }
change-role-model = Rollmodell: { $from } → { $to }
change-role-model-version = Rollmodellens version: { $from } → { $to }
change-scale = Skalans nivåer är ändrade

## Förberedelse

prep-title = Förberedelse inför samtalet
label-prep-own = Det här bladet är ditt eget. Skriv på det före samtalet och ta det med dig. Det ska inte undertecknas.
label-prep-looking-back = Tillbakablick
label-prep-motivation = Motivation och trivsel
label-prep-goals = Mål och utveckling
label-prep-less = Vad kan vi dra ner på?
label-prep-mirror = Rollmodellen som spegel
label-prep-circle = Ringa in det som du vill prata om.
label-prep-notes = Egna anteckningar
label-prep-last-goal = Mål i förra planen
label-prep-status = Status
label-prep-outcome = Det här gav det mig, eller det här återstår
label-prep-lifts = Önskade lyft
label-prep-rank = Skriv 1 vid det lyft som är viktigast i år.
label-prep-can = Det här vill jag kunna
label-prep-learn = Så lär jag mig det bäst
prep-listed = { $heading }: { $items }.
prep-fallen = Lägre än sist
prep-other-lifts = Andra lyft
prep-satisfied = Vad är du mest nöjd med under det år som har gått?
prep-what-helped = Vad är du mest nöjd med, och vad hjälpte dig på vägen?
prep-what-changed = Vad har blivit annorlunda?
prep-no-time-for = Vad har det saknats tid till?
prep-energy = Vad ger dig arbetsglädje, och vad tar på krafterna?
prep-good-at = Vad är du bra på, och vem skulle kunna lära sig det av dig?
prep-use-strengths = Var kommer de bäst till användning, och vem skulle kunna lära sig av dig?
prep-peace = När behöver du lugn och ro för att bli klar med en uppgift, och hur ska ni komma överens om det?
prep-spared = Vad krävs för att du ska kunna vara borta när du ska lära dig något nytt?
prep-no-pile = Vem tar hand om uppgifterna under tiden, så att ingen hög väntar på dig?
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

## Tom blankett

blank-state = Tom blankett
blank-title = Kompetensdiagram och plan
blank-to-file = Så blir blanketten en fil: skriv siffrorna i din profil i den delade mappen under ”profil:”, till exempel ”{ $example }”, och planens rader under ”plan:”. Sedan gör programmet planen.
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
strategy-way-none = Katalogen har inte kurs för alla: intern kurs, nätverk eller kollegial handledning
strategy-way-teachers = Vill lära ut: { $names }
strategy-way-teachers-count = Kolleger som har tackat ja till att lära ut: { $people }
groups-more = { $groups } grupper, på grund av platser, tidsgränser eller kontor som annars skulle stå tomma.
group-line =
    { $people ->
        [one] Grupp { $number }, { $when }, 1 medarbetare.
       *[other] Grupp { $number }, { $when }, { $people } medarbetare.
    }
group-without-date = ännu utan datum
group-needs-cover = Kontoret behöver bemannas under tiden på { $schools }.
group-enrolled = Varav anmälda: { $enrolled }.
group-unknown-session = Anmälda eller i gång på ett kurstillfälle som inte står i planen: { $names }.
reason-placed = { $names }: { $reasons }.
reason-late = { $names }: först efter tidsgränsen, eftersom inget kurstillfälle hinner före den.
reason-late-because = { $names }: först efter tidsgränsen, eftersom { $reasons }.
reason-no-session = { $names }: utan datum, eftersom katalogen inte har något kurstillfälle med lediga platser.
reason-no-date-because = { $names }: utan datum, eftersom { $reasons }.
against-full = det inte finns fler platser den { $date }
against-another-course = den { $date } sammanfaller med en annan kurs
against-office-empty = kontoret skulle stå tomt den { $date }
against-one-class-more = den { $date } skulle kräva en grupp till
against-more = { $count ->
    [one] 1 kurstillfälle till går inte heller
   *[other] { $count } kurstillfällen till går inte heller
}
clash-office = { $school }: kontoret står tomt när dessa sammanfaller: { $courses }.
clash-person = { $name } ska vara på två ställen samtidigt: { $courses }.
clash-not-all-tried = Det finns fler möjligheter än programmet kan pröva. Kanske finns det en bättre indelning.
without-course = Intern kurs eller nätverk för { $people }.
without-course-teachers = Intern kurs eller nätverk för { $people } med { $names }, som har tackat ja till att lära ut.
without-course-who = Behovet finns hos { $names }.
total-hidden = Belopp och dagar totalt visas inte, eftersom några av dem bygger på så få att de skulle kunna räknas ut.
total-cost = Totalt { $kroner } kr efter bidrag och { $days } kursdagar.
total-bound = Bundet (överenskommet, anmält eller pågående): { $kroner } kr och { $days } kursdagar.
total-wished = Önskat (föreslaget i planerna): { $kroner } kr och { $days } kursdagar.
total-possible = Möjligt (förslag från katalogen som inte står i någon plan): { $kroner } kr och { $days } kursdagar.
total-without-price = Priset är inte känt för { $courses ->
    [one] en kurs
   *[other] { $courses } kurser
}.
total-without-days = Längden är inte känd för { $courses ->
    [one] en kurs
   *[other] { $courses } kurser
}.
budget-within = Budgeten är { $budget } kr; { $difference } kr återstår.
budget-over = Budgeten är { $budget } kr; det saknas { $difference } kr.
budget-left-enough = Budgeten är { $budget } kr. När det bundna är betalt finns { $left } kr till resten, och { $difference } kr blir över.
budget-left-short = Budgeten är { $budget } kr. När det bundna är betalt finns { $left } kr till resten, och det saknas { $difference } kr.
budget-bound-over = Budgeten är { $budget } kr. Enbart det bundna kostar { $difference } kr mer.
budget-later-possible = Senare, möjligt: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } kr)
budget-later-wished = Senare, önskat: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } kr)
budget-first-possible = Först, möjligt: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } kr)
budget-first-wished = Först, önskat: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } kr)
budget-bound = Bundet: { $course } (medarbetare: { $people }, nödvändigt för { $needed }, { $kroner } kr)
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
booklet-gap =
    { $needed ->
        [0] { $area }: { $people } önskar lyft.
       *[other] { $area }: { $people } önskar lyft; nödvändigt för { $needed }.
    }
index-areas = Områden
index-courses = Kurser
strategic-plan-note = Planen är utan namn och arbetsplatser. En siffra som bygger på färre än { $least } medarbetare visas som ”färre än { $least }”; det gäller också belopp och dagar. ”Visas inte” står vid en siffra som en av de små skulle kunna räknas ut från. Genomsnitt och antal nivåer finns bara i det interna häftet.
strategic-plan-judged = Kurser och kurstillfällen är bedömda som de har sett ut sedan { $date }.
label-strategic-plan = Strategisk utbildningsplan
label-rank = Nr
label-employees = Medarbetare
label-levels-to-lift = Nivåer
label-priority-need = Nödvändigt
label-mean-now-wanted = Snitt nu → önskad
label-days = Dagar
label-kroner = Kr
label-strategy-empty = Ingen har önskat ett lyft.
label-strategy-no-courses = Katalogen har ingen kurs för de önskade lyften.
label-strategy-areas = Områden efter behov
label-strategy-areas-note = Först de områden där flest önskar lyft, sedan de med flest nivåer, därefter de som är nödvändiga för flest.
label-strategy-areas-note-public = Först de områden där flest önskar lyft. Andelen gäller dem som har fyllt i området.
label-strategy-ways = Vägar till lyften
label-strategy-courses = Kurser
label-strategy-courses-note = Varje medarbetare räknas med den kurs som står i planen, annars med den som passar lyftet bäst. Pris efter bidrag.
label-strategy-first = När budgeten inte räcker
label-strategy-first-note = Först det som är bundet, sedan det som önskas i planerna, sedan förslag. I varje grupp kommer det som är nödvändigt för flest först, sedan det som flest behöver, därefter det som lyfter mest för priset.
label-strategy-groups = Grupper
label-strategy-groups-note = Den som är anmäld stannar i sin grupp. Ingen ska vara på två ställen samtidigt, och inget kontor med två eller fler står tomt. Egna grupper är så få som möjligt. Datum och platser är hämtade från katalogen.
label-strategy-clashes = Datum som sammanfaller
label-strategy-without-course = Utan kurs i katalogen
label-needs = Behov av kurser
label-needs-note = Till kursanordnare och grannkommuner: vad som behövs och för hur många.
label-needs-areas = Områden
label-needs-courses = Kurser
label-needs-more = Fler kurser står i planen ovan.
label-heat-maps = Nivåerna i översikt
label-heat-note = Siffran är nivån nu; ju högre, desto mörkare bakgrund. Ett streck är ett område som inte är ifyllt.
label-heat-by-person = Områden och medarbetare
label-heat-by-school = Områden och arbetsplatser, genomsnitt
label-name = Namn
label-strengths-to-share = Styrkor att dela med sig av
label-gaps-to-close = Lyft att ta tag i
label-coverage = Rolltäckning
label-coverage-note = Hur många på varje arbetsplats som ligger på de nivåer som rollen behöver. Det är vägledande och inget facit: alla behöver inte kunna allt, men tillsammans ska arbetsplatsen kunna det.
label-wheel = Årshjul
label-with-errors = Med fel
label-talks-held = Samtal hållna
label-plans-agreed = Överenskommen plan
label-lines-overdue = Försenade
label-deadline = Tidsfrist
label-status = Status
label-plan = Plan
label-index = Register

# The public booklet
booklet-public = Offentligt häfte
label-public-how-to-read-people = Här finns de medarbetare som själva har tackat ja till att vara med, var och en på en egen sida med kompetensdiagram och områden. Ingen behöver kunna allt, men tillsammans ska medarbetarna täcka det som arbetsplatsen behöver.
label-public-group = Deltagarna tillsammans
label-public-group-note = Genomsnittet gäller dem som är med i det här häftet och inga andra. Där för få har fyllt i ett område visas inget genomsnitt.
label-public-filled-in = Ifyllt av
label-public-levels = Nivåer nu
label-public-levels-note = Ju mörkare en ruta är, desto högre är nivån. Ett streck betyder att området inte är ifyllt.
label-public-levels-by-number = Talen överst är områdenas nummer från tabellen över genomsnitt.
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
strategy-way-other = En annan väg står i planen hos: { $people }
strategy-way-postponed = Uppskjutet: { $people }
strategy-way-done = Planens rad är genomförd hos: { $people }
without-course-withheld = Intern kurs eller nätverk.
total-told = De kurser som det visas siffror för kostar { $kroner } kr efter bidrag och tar { $days } kursdagar.
budget-only = Budgeten är { $budget } kr.
budget-reaches = Budgeten är { $budget } kr och räcker, även om var och en av de små siffrorna är så stor som den kan vara.
booklet-name = Kompetenshäfte, { $role-model }
label-coverage-look = Värt att se närmare på
label-coverage-one = Hänger på en enda
label-coverage-nobody = Ingen på nivån ännu

# Tabellerna i en export.
export-levels = Nivåer
export-people = Medarbetare
export-matches = Kursförslag
export-groups = Grupper
export-coverage = Rolltäckning
export-areas = Områden
export-courses = Kurser
export-about = Om siffrorna
export-about-levels = En rad för varje medarbetare och varje område. Ett tomt fält betyder att området inte är ifyllt. Lyft är önskad minus nu.
export-about-people = En rad för varje medarbetare, även de vars profil har fel. Gällande är en plan som är överenskommen under de senaste tolv månaderna och inte ändrad sedan den noterades som undertecknad.
export-about-matches = En rad för varje kurs som stänger ett lyft, bästa förslaget först. En rad utan kurs är ett lyft som ingen kurs i katalogen stänger.
export-about-groups = En rad för varje medarbetare i varje grupp. Utan startdatum är gruppen ett förslag. Kräver ersättare är ja när kontoret annars står tomt.
export-about-coverage = En rad för varje arbetsplats och roll med dem som står på de nivåer som rollen kräver.
export-about-areas = En rad för varje område: medelvärden och behov. Nivåer att lyfta är summan av allas lyft.
export-about-areas-public = En rad för varje område. Medelvärdena gäller dem som är med här och visas bara där tillräckligt många har fyllt i området.
export-about-courses = En rad för varje kurs i katalogen. En kurs räknar dem vars plan nämner den, eller för vilka den är det bästa förslaget. Kostnaden är priset minus bidrag för dem alla.
export-about-courses-public = En rad för varje kurs i katalogen.
export-department = Förvaltning
export-period = Period
export-edition = Utgåva
export-judged-on = Status per
export-made-by = Gjord av
export-lift = Lyft
export-last-year = Förra året
export-role-model = Rollmodell
export-file = Fil
export-profile = Profil
export-profile-sound = i ordning
export-profile-error = har fel
export-profile-open = inte ifylld
export-talk-held = Samtal hållet
export-plan = Plan
export-agreed = Överenskommen den
export-signed-by-employee = Medarbetare, noterad underskrift
export-signed-by-leader = Chef, noterad underskrift
export-signature-notes = Noterat av
export-changed-since-signed = Ändrad sedan dess
export-overdue = Över tiden
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
export-progress = Hur långt
export-group = Grupp nr
export-start = Start
export-end = Slut
export-town = Ort
export-needs-cover = Kräver ersättare
export-covered-by = Täckt av
export-names = Namn på dem
export-filled-in = Ifyllt av
export-mean-current = Medelvärde nu
export-mean-wanted = Medelvärde önskad
export-lowest = Lägst nu
export-highest = Högst nu
export-with-gap = Med lyft
export-levels-to-climb = Nivåer att lyfta
export-needed = Nödvändigt för
export-without-course = Utan kurs
export-other-ways = Planerat på annat sätt
export-postponed = Uppskjutet
export-done = Planens rad genomförd
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
