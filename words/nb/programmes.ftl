### Forløp i semestre, med kull og diplom.


# Faste ord i filene
word-part-meeting = møte
spelled-part-meeting = felles møte, samling
word-part-own-work = eget arbeid
spelled-part-own-work = oppgave
word-part-lecture = forelesning
spelled-part-lecture = foredrag
word-part-introduction = introduksjon
spelled-schema-programme = forløp
spelled-schema-cohort = kull
spelled-schema-answers = svar

# Hjelp mens man skriver
schema-programme = Forløp
    .more = Semestrene og delene deres, og hva et diplom krever.
schema-cohort = Kull
    .more = Hvem som er med, når de møtes, og hva hver enkelt har gjort.
schema-answers = Svar
    .more = Det deltakerne skrev på lapper uten navn.
schema-programme-name = Navn
    .more = Navnet på forløpet, slik det skal stå på diplomet.
schema-programme-audience = Målgruppe
    .more = Hvem forløpet er for.
schema-led-by = Ledes av
    .more = De som leder forløpet. De skriver under på diplomet.
schema-terms = Semestre
    .more = Hvert semester med tema og deler, det første først.
schema-term-theme = Tema
    .more = Det semesteret handler om.
schema-term-start = Første dag
schema-term-end = Siste dag
schema-term-parts = Deler
    .more = Delene i semesteret i rekkefølge. De får nummer gjennom hele forløpet.
schema-part-name = Navn
    .more = Navnet på delen. To deler kan ikke hete det samme.
schema-part-kind = Type
    .more = Om alle møtes, eller hver arbeider for seg.
schema-part-lecturers = Foredragsholdere
    .more = De som holder foredrag.
schema-part-lifts = Løfter
    .more = Områdene som delen løfter, og til hvilket nivå.
schema-part-checklist = Sjekkliste
    .more = Det en introduksjon går gjennom.
schema-diploma = Diplom
    .more = Hva som skal til for å få diplomet.
schema-diploma-own-works = Egne arbeider
    .more = ja, hvis alle egne arbeider skal være godkjent. Det er de når linjen mangler.
schema-diploma-meetings = Møter
    .more = Hvor mange møter og forelesninger som skal til.
schema-diploma-absence = Fravær
    .more = Hvor mange ganger man kan være borte uten å ta det igjen.
schema-diploma-made-up-by = Tas igjen ved
    .more = Hvordan fravær tas igjen.
schema-waiting-list = Venteliste
    .more = Nye som venter på neste kull.
schema-waiting-since = Har ventet siden
schema-participant-name = Navn
    .more = Navnet fra profilen til personen. Uten profil skrives også arbeidsplassen.
schema-participant-workplace = Arbeidsplass
    .more = Skal bare stå her når personen ikke har en profil.
schema-participant-introduced = Introduksjon
    .more = Introduksjonene som er gjennomført: navn eller nummer.
schema-participant-absent = Fravær
    .more = Delene personen var borte fra: navn eller nummer. Skriv aldri hvorfor.
schema-participant-made-up = Tatt igjen
    .more = Delene fra fraværet som er tatt igjen.
schema-participant-handed-in = Innlevert
    .more = Egne arbeider som er innlevert.
schema-participant-approved = Godkjent
    .more = Egne arbeider som er godkjent.
schema-participant-credited = Godskrevet
    .more = Deler personen kunne fra før.
schema-participant-moved = Flyttet
    .more = Til hvilket kull, og når.
schema-participant-stopped = Sluttet
    .more = Dagen da personen gikk ut av forløpet. Skriv aldri hvorfor.
schema-cohort-name = Navn
    .more = Uten linjen er det navnet på filen.
schema-cohort-sessions = Samlinger
    .more = Dagene kullet møtes.
schema-cohort-session-part = Del
    .more = Navnet eller nummeret på delen.
schema-cohort-session-date = Dagen
schema-cohort-session-end = Siste dag
    .more = Når det varer mer enn én dag.
schema-cohort-session-time = Tid
    .more = Som 9.00-12.00.
schema-cohort-session-town = Sted
schema-participants = Deltakere
    .more = Én for hver. Alle var med hvis ikke noe annet står.
schema-cohort-closed = Avsluttet
    .more = Dagen for avslutningen. Den står på diplomene.
schema-moved-to = Til
    .more = Navnet på filen til det andre kullet, uten .yaml.
schema-moved-day = Dagen
schema-slips = Svar
    .more = Én for hver lapp. Skriv ingen navn.
schema-slip-gained = Utbytte
    .more = Hva forløpet har gitt.
schema-slip-wishes = Ønsker
    .more = Hva deltakeren gjerne vil lære neste gang.
schema-released = Frigitt
    .more = Først når en har lest alle svar og skrevet det her, blir de trykt.
schema-released-by = Lest av
schema-released-day = Dagen
schema-released-count = Antall
    .more = Hvor mange lapper som er lest. Kommer det en til, må den også leses.
schema-released-code = Kode
    .more = Koden som «spind check» viser for svarene som er lest. Endres et svar, må det leses igjen.

# Feil i filene
problem-unknown-part = Forløpet har ingen del som heter «{ $value }».
    .hint = Skriv navnet på delen eller et nummer fra 1 til { $count }.
problem-part-of-another-kind =
    «{ $part }» er { $kind ->
        [own-work] et eget arbeid og ikke et møte
       *[meeting] et møte og ikke et eget arbeid
    }.
    .hint = Fravær og samlinger hører til møter og forelesninger, innlevert og godkjent til egne arbeider. Rett nummeret.
problem-absence-reason = Her kan det bare stå hvilken del det gjelder, ikke hvorfor.
    .hint = Skriv bare navnet eller nummeret på delen. En grunn til fravær hører ikke hjemme i filen.
problem-duplicate-part = To deler heter «{ $value }»; den første står i linje { $line }.
    .hint = Gi den ene et annet navn, for eksempel med et tall bak.
problem-programme-too-large = Her står { $count }, og det kan høyst være { $most }.
    .hint = Slett det som er for mye. Er det flere forløp eller kull, så gi hvert sin fil.
problem-more-meetings-than-parts = Diplomet regner med { $value }, men forløpet har { $most } møter og forelesninger.
    .hint = Skriv et tall på høyst { $most }.
problem-cohort-without-programme = Kullet hører ikke til noe forløp: Mappen heter ikke det samme som en fil i forløpsmappen.
    .hint = Gi mappen samme navn som filen til forløpet, uten .yaml.
problem-unknown-cohort = Forløpet har ikke noe annet kull som heter «{ $value }».
    .hint = Skriv navnet på filen til kullet, uten .yaml.
problem-participant-twice = «{ $value }» står to ganger i kullet.
    .hint = Samle alt på ett sted, og slett det andre. Er det to forskjellige, så skriv arbeidsplassen ved begge.
problem-unknown-participant = «{ $value }» har ingen profil i mappen.
    .hint = Skriv navnet slik det står i profilen. Har personen ingen, så skriv også arbeidsplassen.
problem-made-up-not-missed = «{ $part }» er tatt igjen, men står ikke som fravær.
    .hint = Skriv delen under «fravær» også, eller slett den under «tatt_igjen».
problem-release-outdated =
    { $status ->
        [without-code] Frigivelsen har ingen kode.
        [other-texts] Svarene er ikke de som er lest og frigitt.
       *[other-count] { $released } svar er lest og frigitt, men her står { $count }.
    } De blir ikke trykt.
    .hint = Les alle, og skriv så «antall: { $count }» og «kode: { $code }» under «frigitt».

# Dokumentene
label-cohort = Kull
label-audience = Målgruppe
label-led-by = Ledes av
label-workplace = Arbeidsplass
label-mark-done = gjort
label-mark-open = mangler noe
label-mark-to-come = kommer
label-mark-own-work = eget arbeid
label-parts = Delene
label-part = Del
label-part-kind = Type
label-when = Når
label-state = Status
label-lifts = Løfter
label-diploma-needs = Dette krever diplomet
label-parts-done = Deler
label-lacks = Mangler
label-people-lacking = Mangler noe
label-people-on-track = Mangler ikke noe nå
label-people-left = Er ikke lenger i kullet
label-internal = Internt
label-waiting-since = Har ventet siden
label-they-say = Deltakerne sier
label-they-wish = Dette vil de lære
label-what-was-held = Dette ble holdt
label-lecturers = Foredrag ved
label-attended = Var med
label-diploma-code = Diplomkode
label-diploma-code-covers = Koden dekker navn, forløp, kull og dato. «spind verify» viser om diplomet er ekte.
staircase-done = { $done } av { $all } deler er gjort.
staircase-of = { $done } av { $all }
staircase-step = { $number }. semester, { $theme }: { $done } av { $all } deler er gjort.
staircase-next = Neste: { $part }.
staircase-lift = { $area } løftes til { $level }.
part-attended = var med
part-made-up = tatt igjen
part-approved = godkjent
part-credited = godskrevet
part-absent = skal tas igjen
part-handed-in = innlevert
part-late = mangler
part-not-held = ikke holdt
part-to-come = kommer
standing-finished = Gjennomført { $date }.
standing-moved = Fortsetter i et annet kull.
standing-moved-to = Fortsetter i kull { $to }.
standing-stopped = Sluttet { $date }.
lack-own-works = Skal leveres inn og godkjennes: { $parts }.
lack-absences =
    { $allowed ->
        [0] Skal tas igjen: { $parts }.
       *[other] Har vært borte fra { $parts }; { $count } av dem skal tas igjen.
    }
lack-made-up-by = Fravær tas igjen ved: { $way }.
lack-meetings = Har { $done } møter og forelesninger; diplomet krever { $needed }.
lack-not-over = Forløpet er ikke avsluttet ennå.
rule-own-works =
    { $count ->
        [1] Det egne arbeidet er godkjent.
       *[other] Alle { $count } egne arbeider er godkjent.
    }
rule-meetings = Minst { $needed } av { $all } møter og forelesninger.
rule-absence =
    { $count ->
        [0] Alt fravær tas igjen.
       *[other] Høyst { $count } ganger fravær som ikke er tatt igjen.
    }
lacking-title = Hvem mangler hva: { $programme }
attendance-title = Oppmøte: { $programme }
attendance-note = Skriv under ved navnet ditt. Skriv ikke hvorfor noen er borte.
sheet-term = { $number }. semester av { $all }
sheet-due = leveres senest { $date }
waiting-title = Venteliste: { $programme }
introduction-done = gjennomført
introduction-missing = mangler
diploma-heading = Diplom
diploma-has-finished = har gjennomført
closing-title = Avslutning: { $programme }
closing-held =
    { $terms ->
        [1] I løpet av ett semester
       *[other] I løpet av { $terms } semestre
    } ble det holdt { $held ->
        [1] ett møte eller én forelesning
       *[other] { $held } møter og forelesninger
    }.
closing-works =
    { $works ->
        [1] Hver deltaker gjorde ett eget arbeid.
       *[other] Hver deltaker gjorde { $works } egne arbeider.
    }
closing-lecturers =
    { $lecturers ->
        [1] Det var én foredragsholder.
       *[other] Det var { $lecturers } foredragsholdere.
    }
closing-started-and-finished = { $started } deltok, og { $finished } fikk diplom.
closing-started = { $started } deltok.
closing-finished = { $finished } fikk diplom.
closing-share = Av dem som fikk diplom, var minst { $share } % med i gjennomsnitt.
closing-at-least = minst { $count }
closing-withheld = vises ikke
closing-note = «Var med» teller dem som fikk diplom. Var { $least } eller færre borte, står det bare hvor mange som minst var med.
closing-too-few = Svarene vises ikke: De er fra færre enn { $least }.
closing-not-released = Svarene vises når noen har lest alle og frigitt dem.

# Kommandoene
help-diploma = Lager diplomer til dem som har gjennomført et forløp, og viser hva de andre mangler.
help-arg-diploma_who = Deltakeren: navn eller profil
help-arg-all = Alle som har gjennomført
help-arg-diploma_out = Mappen diplomene legges i (ellers out)
help-arg-diploma_today = Dagen det regnes fra (ellers i dag)
help-forloeb = Lager filen til et nytt forløp i semestre.
help-hold = Lager filen til et nytt kull av et forløp.
help-arg-programme_name = Navnet på forløpet
help-arg-cohort_programme = Forløpet kullet hører til
help-arg-cohort_name = Navnet på kullet, for eksempel 2027
participant-several = «{ $who }» kan være flere: { $options }
    .hint = Skriv den du mener slik den står her, med anførselstegn.
diploma-nobody = Ingen deltaker heter «{ $who }».
    .hint = Skriv navnet slik det står i filen til kullet.
diploma-nobody-near = Ingen deltaker heter «{ $who }».
    .hint = Mente du { $nearest }?
diploma-no-programme = Avdelingen har ingen forløp som kan leses.
    .hint = Lag et med spind new forløb, eller rett feilene som spind check viser.
diploma-not-yet = { $name } ({ $programme }, { $cohort }) får ikke noe diplom ennå:
diploma-made =
    { $count ->
        [1] Ett diplom er laget.
       *[other] { $count } diplomer er laget.
    }
diploma-current = { $count } var laget fra før.
verify-diploma = Diplomet er ekte: { $name } har gjennomført { $programme }, kull { $cohort }, den { $date }.
new-programme-bad-name = Det kan ikke lages en fil til «{ $name }».
    .hint = Skriv navnet med bokstaver og tall.
new-no-programme = Avdelingen har ikke noe forløp som heter «{ $name }».
    .hint = Velg et av disse: { $programmes }
new-programme-head =
    Et forløp i semestre. Hvert semester har et tema og noen deler.
    Deler har en type: møte, forelesning, eget arbeid eller introduksjon.
    En linje med # foran teller ikke. Slett # for å bruke den.
new-programme-audience = Nye medarbeidere
new-programme-introduction = Introduksjon på arbeidsplassen
new-programme-theme = Tema { $number }
new-programme-meeting = Møte { $number }
new-programme-work = Eget arbeid { $number }
new-programme-made-up = en samtale med den som leder forløpet
new-programme-rules = Hva et diplom krever.
new-cohort-head =
    Et kull. Alle var med hvis det ikke står noe annet ved navnet deres.
    Skriv bare fravær, og aldri hvorfor.
new-cohort-sessions = Dagene kullet møtes. Slett # og skriv dagen.
new-cohort-participants = Én for hver deltaker. Uten profil skrives også arbeidsplassen.
booklet-cohorts = Forløp
status-cohort =
    { $programme }, { $cohort }: { $people } med, { $finished } ferdige, { $lacking } mangler noe{ $next ->
        [none] {""}
       *[other] ; neste gang { $next }
    }
forget-entries = Her blir linjene om personen tatt ut, og resten av filen blir stående:
forget-cut =
    { $count ->
        [1] Linjene om personen er tatt ut av én fil.
       *[other] Linjene om personen er tatt ut av { $count } filer.
    }
label-programmes = Forløp
rollover-cohort-stays = { $file } blir, for det { $names } har gjort, står bare der. Skriv det som «godskrevet» i det nye kullet, så kan filen gå i arkivet.
serve-the-term-sheets = programmet ({ $name })
serve-the-attendance-list = oppmøtelisten ({ $name })
serve-the-lacking = hvem mangler hva ({ $name })
serve-the-closing-page = avslutningssiden ({ $name })
