### Program i terminer, med kullar och diplom.


# Fasta ord i filerna
word-part-meeting = träff
spelled-part-meeting = gemensam träff, möte
word-part-own-work = eget arbete
spelled-part-own-work = uppgift
word-part-lecture = föreläsning
spelled-part-lecture = föredrag
word-part-introduction = introduktion
spelled-schema-programme = program
spelled-schema-cohort = kull
spelled-schema-answers = svar

# Hjälp medan man skriver
schema-programme = Program
    .more = Terminerna och deras moment, och vad ett diplom kräver.
schema-cohort = Kull
    .more = Vilka som är med, när de träffas och vad var och en har gjort.
schema-answers = Svar
    .more = Det deltagarna skrev på lappar utan namn.
schema-programme-name = Namn
    .more = Programmets namn, som det ska stå på diplomet.
schema-programme-audience = Målgrupp
    .more = Vilka programmet är till för.
schema-led-by = Leds av
    .more = De som leder programmet. De skriver under diplomet.
schema-terms = Terminer
    .more = Varje termin med tema och moment, den första först.
schema-term-theme = Tema
    .more = Det terminen handlar om.
schema-term-start = Första dagen
schema-term-end = Sista dagen
schema-term-parts = Moment
    .more = Terminens moment i ordning. De numreras genom hela programmet.
schema-part-name = Namn
    .more = Momentets namn. Två moment får inte heta likadant.
schema-part-kind = Typ
    .more = Om alla träffas eller var och en arbetar själv.
schema-part-lecturers = Föreläsare
    .more = De som föreläser.
schema-part-lifts = Lyfter
    .more = De områden som momentet lyfter, och till vilken nivå.
schema-part-checklist = Checklista
    .more = Det en introduktion går igenom.
schema-diploma = Diplom
    .more = Vad som krävs för diplomet.
schema-diploma-own-works = Egna arbeten
    .more = ja, om alla egna arbeten ska vara godkända. Så är det när raden saknas.
schema-diploma-meetings = Träffar
    .more = Hur många träffar och föreläsningar som krävs.
schema-diploma-absence = Frånvaro
    .more = Hur många gånger man får vara borta utan att ta igen det.
schema-diploma-made-up-by = Tas igen genom
    .more = Hur frånvaro tas igen.
schema-waiting-list = Väntelista
    .more = Nya som väntar på nästa kull.
schema-waiting-since = Har väntat sedan
schema-participant-name = Namn
    .more = Namnet från personens profil. Utan profil skrivs också arbetsplatsen.
schema-participant-workplace = Arbetsplats
    .more = Behövs bara när personen inte har en profil.
schema-participant-introduced = Introduktion
    .more = De introduktioner som är genomförda: namn eller nummer.
schema-participant-absent = Frånvaro
    .more = De moment som personen var borta från: namn eller nummer. Skriv aldrig varför.
schema-participant-made-up = Tagit igen
    .more = De moment från frånvaron som har tagits igen.
schema-participant-handed-in = Inlämnat
    .more = Egna arbeten som är inlämnade.
schema-participant-approved = Godkänt
    .more = Egna arbeten som är godkända.
schema-participant-credited = Tillgodoräknat
    .more = Moment som personen kunde sedan tidigare.
schema-participant-moved = Flyttat
    .more = Till vilket kull, och när.
schema-participant-stopped = Slutat
    .more = Dagen då personen lämnade programmet. Skriv aldrig varför.
schema-cohort-name = Namn
    .more = Utan raden är det filens namn.
schema-cohort-sessions = Tillfällen
    .more = De dagar då kullen träffas.
schema-cohort-session-part = Moment
    .more = Momentets namn eller nummer.
schema-cohort-session-date = Dagen
schema-cohort-session-end = Sista dagen
    .more = När det pågår mer än en dag.
schema-cohort-session-time = Tid
    .more = Som 9.00-12.00.
schema-cohort-session-town = Ort
schema-participants = Deltagare
    .more = En för var och en. Alla var med om inget annat står.
schema-cohort-closed = Avslutad
    .more = Dagen för avslutningen. Den står på diplomen.
schema-moved-to = Till
    .more = Namnet på det andra kullets fil, utan .yaml.
schema-moved-day = Dagen
schema-slips = Svar
    .more = En för varje lapp. Skriv inga namn.
schema-slip-gained = Behållning
    .more = Vad programmet har gett.
schema-slip-wishes = Önskar
    .more = Vad deltagaren gärna vill lära sig härnäst.
schema-released = Frisläppt
    .more = Först när någon har läst alla svar och skrivit det här trycks de.
schema-released-by = Läst av
schema-released-day = Dagen
schema-released-count = Antal
    .more = Hur många lappar som är lästa. Kommer det en till ska den också läsas.
schema-released-code = Kod
    .more = Koden som ”spind check” visar för de svar som är lästa. Ändras ett svar ska det läsas igen.

# Fel i filerna
problem-unknown-part = Programmet har inget moment som heter ”{ $value }”.
    .hint = Skriv momentets namn eller ett nummer från 1 till { $count }.
problem-part-of-another-kind =
    ”{ $part }” är { $kind ->
        [own-work] ett eget arbete och ingen träff
       *[meeting] en träff och inget eget arbete
    }.
    .hint = Frånvaro och tillfällen hör till träffar och föreläsningar, inlämnat och godkänt till egna arbeten. Rätta numret.
problem-absence-reason = Här får bara stå vilket moment det gäller, inte varför.
    .hint = Skriv bara momentets namn eller nummer. Ett skäl till frånvaro hör inte hemma i filen.
problem-duplicate-part = Två moment heter ”{ $value }”; det första står på rad { $line }.
    .hint = Ge det ena ett annat namn, till exempel med en siffra efter.
problem-programme-too-large = Här står { $count }, och det får vara högst { $most }.
    .hint = Ta bort det som är för mycket. Är det flera program eller kull, ge varje sin fil.
problem-more-meetings-than-parts = Diplomet räknar med { $value }, men programmet har { $most } träffar och föreläsningar.
    .hint = Skriv ett tal på högst { $most }.
problem-cohort-without-programme = Kullet hör inte till något program: mappen heter inte som någon fil i programmappen.
    .hint = Ge mappen samma namn som programmets fil, utan .yaml.
problem-unknown-cohort = Programmet har inget annat kull som heter ”{ $value }”.
    .hint = Skriv namnet på kullets fil, utan .yaml.
problem-participant-twice = ”{ $value }” står två gånger i kullet.
    .hint = Samla allt på ett ställe och ta bort det andra. Är det två olika personer, skriv arbetsplatsen vid båda.
problem-unknown-participant = ”{ $value }” har ingen profil i mappen.
    .hint = Skriv namnet som det står i profilen. Har personen ingen, skriv också arbetsplatsen.
problem-made-up-not-missed = ”{ $part }” är taget igen men står inte som frånvaro.
    .hint = Skriv momentet under ”frånvaro” också, eller ta bort det under ”tagit_igen”.
problem-release-outdated =
    { $status ->
        [without-code] Frisläppandet har ingen kod.
        [other-texts] Svaren är inte de som är lästa och frisläppta.
       *[other-count] { $released } svar är lästa och frisläppta, men här står { $count }.
    } De trycks inte.
    .hint = Läs alla och skriv sedan ”antal: { $count }” och ”kod: { $code }” under ”frisläppt”.

# Dokumenten
label-cohort = Kull
label-audience = Målgrupp
label-led-by = Leds av
label-workplace = Arbetsplats
label-mark-done = klart
label-mark-open = något saknas
label-mark-to-come = kommer
label-mark-own-work = eget arbete
label-parts = Momenten
label-part = Moment
label-part-kind = Typ
label-when = När
label-state = Status
label-lifts = Lyfter
label-diploma-needs = Det krävs för diplomet
label-parts-done = Moment
label-lacks = Saknas
label-people-lacking = Något saknas
label-people-on-track = Inget saknas just nu
label-people-left = Är inte längre med i kullet
label-internal = Internt
label-waiting-since = Har väntat sedan
label-they-say = Deltagarna säger
label-they-wish = Det här vill de lära sig
label-what-was-held = Det här hölls
label-lecturers = Föreläsare
label-attended = Var med
label-diploma-code = Diplomkod
label-diploma-code-covers = Koden täcker namn, program, kull och datum. ”spind verify” visar om diplomet är äkta.
staircase-done = { $done } av { $all } moment är klara.
staircase-of = { $done } av { $all }
staircase-step = Termin { $number }, { $theme }: { $done } av { $all } moment är klara.
staircase-next = Härnäst: { $part }.
staircase-lift = { $area } lyfts till { $level }.
part-attended = var med
part-made-up = tagit igen
part-approved = godkänt
part-credited = tillgodoräknat
part-absent = ska tas igen
part-handed-in = inlämnat
part-late = saknas
part-not-held = inte hållet
part-to-come = kommer
standing-finished = Genomfört { $date }.
standing-moved = Fortsätter i ett annat kull.
standing-moved-to = Fortsätter i kull { $to }.
standing-stopped = Slutade { $date }.
lack-own-works = Ska lämnas in och godkännas: { $parts }.
lack-absences =
    { $allowed ->
        [0] Ska tas igen: { $parts }.
       *[other] Har varit borta från { $parts }; { $count } av dem ska tas igen.
    }
lack-made-up-by = Frånvaro tas igen genom: { $way }.
lack-meetings = Har { $done } träffar och föreläsningar; diplomet kräver { $needed }.
lack-not-over = Programmet är inte avslutat än.
rule-own-works =
    { $count ->
        [1] Det egna arbetet är godkänt.
       *[other] Alla { $count } egna arbeten är godkända.
    }
rule-meetings = Minst { $needed } av { $all } träffar och föreläsningar.
rule-absence =
    { $count ->
        [0] All frånvaro tas igen.
       *[other] Högst { $count } gånger frånvaro som inte har tagits igen.
    }
lacking-title = Vem saknar vad: { $programme }
attendance-title = Närvaro: { $programme }
attendance-note = Skriv under vid ditt namn. Skriv inte varför någon är borta.
sheet-term = Termin { $number } av { $all }
sheet-due = lämnas in senast { $date }
waiting-title = Väntelista: { $programme }
introduction-done = genomförd
introduction-missing = saknas
diploma-heading = Diplom
diploma-has-finished = har genomfört
closing-title = Avslutning: { $programme }
closing-held =
    { $terms ->
        [1] Under en termin
       *[other] Under { $terms } terminer
    } hölls { $held ->
        [1] en träff eller föreläsning
       *[other] { $held } träffar och föreläsningar
    }.
closing-works =
    { $works ->
        [1] Varje deltagare gjorde ett eget arbete.
       *[other] Varje deltagare gjorde { $works } egna arbeten.
    }
closing-lecturers =
    { $lecturers ->
        [1] Det var en föreläsare.
       *[other] Det var { $lecturers } föreläsare.
    }
closing-started-and-finished = { $started } deltog, och { $finished } tog diplom.
closing-started = { $started } deltog.
closing-finished = { $finished } tog diplom.
closing-share = Av dem som tog diplom var minst { $share } % med i genomsnitt.
closing-at-least = minst { $count }
closing-withheld = visas inte
closing-note = ”Var med” räknar dem som tog diplom. Var { $least } eller färre borta står det bara hur många som minst var med.
closing-too-few = Svaren visas inte: de är från färre än { $least }.
closing-not-released = Svaren visas när någon har läst alla och släppt dem fria.

# Kommandona
help-diploma = Gör diplom till dem som har genomfört ett program och visar vad de andra saknar.
help-arg-diploma_who = Deltagaren: namn eller profil
help-arg-all = Alla som har genomfört
help-arg-diploma_out = Mappen som diplomen läggs i (annars out)
help-arg-diploma_today = Dagen som räknas (annars i dag)
help-forloeb = Gör filen till ett nytt program i terminer.
help-hold = Gör filen till ett nytt kull av ett program.
help-arg-programme_name = Programmets namn
help-arg-cohort_programme = Programmet som kullet hör till
help-arg-cohort_name = Kullets namn, till exempel 2027
participant-several = ”{ $who }” kan vara flera: { $options }
    .hint = Skriv den du menar som den står här, med citattecken.
diploma-nobody = Ingen deltagare heter ”{ $who }”.
    .hint = Skriv namnet som det står i kullets fil.
diploma-nobody-near = Ingen deltagare heter ”{ $who }”.
    .hint = Menade du { $nearest }?
diploma-no-programme = Förvaltningen har inga program som kan läsas.
    .hint = Gör ett med spind new forløb eller rätta felen som spind check visar.
diploma-not-yet = { $name } ({ $programme }, { $cohort }) får inget diplom ännu:
diploma-made =
    { $count ->
        [1] Ett diplom är gjort.
       *[other] { $count } diplom är gjorda.
    }
diploma-current = { $count } var redan gjorda.
verify-diploma = Diplomet är äkta: { $name } har genomfört { $programme }, kull { $cohort }, den { $date }.
new-programme-bad-name = Det går inte att göra en fil till ”{ $name }”.
    .hint = Skriv namnet med bokstäver och siffror.
new-no-programme = Förvaltningen har inget program som heter ”{ $name }”.
    .hint = Välj ett av dessa: { $programmes }
new-programme-head =
    Ett program i terminer. Varje termin har ett tema och några moment.
    Ett moment har en typ: träff, föreläsning, eget arbete eller introduktion.
    En rad med # först räknas inte. Ta bort # för att använda den.
new-programme-audience = Nya medarbetare
new-programme-introduction = Introduktion på arbetsplatsen
new-programme-theme = Tema { $number }
new-programme-meeting = Träff { $number }
new-programme-work = Eget arbete { $number }
new-programme-made-up = ett samtal med den som leder programmet
new-programme-rules = Vad ett diplom kräver.
new-cohort-head =
    Ett kull. Alla var med om inget annat står vid deras namn.
    Skriv bara frånvaro, och aldrig varför.
new-cohort-sessions = De dagar då kullet träffas. Ta bort # och skriv dagen.
new-cohort-participants = En för varje deltagare. Utan profil skrivs också arbetsplatsen.
booklet-cohorts = Program
status-cohort =
    { $programme }, { $cohort }: { $people } med, { $finished } klara, { $lacking } saknar något{ $next ->
        [none] {""}
       *[other] ; nästa gång { $next }
    }
forget-entries = Här tas personens rader bort, och resten av filen står kvar:
forget-cut =
    { $count ->
        [1] Personens rader är borttagna ur en fil.
       *[other] Personens rader är borttagna ur { $count } filer.
    }
label-programmes = Program
rollover-cohort-stays = { $file } står kvar, för det som { $names } har gjort står bara där. Skriv det som ”tillgodoräknat” i det nya kullet, så kan filen gå till arkivet.
serve-the-term-sheets = terminsprogrammet ({ $name })
serve-the-attendance-list = närvarolistan ({ $name })
serve-the-lacking = vem saknar vad ({ $name })
serve-the-closing-page = avslutningssidan ({ $name })
