### Forløb i semestre, med årgange og diplom.


# Faste ord i filerne
word-part-meeting = møde
spelled-part-meeting = fælles møde, samling
word-part-own-work = eget arbejde
spelled-part-own-work = opgave
word-part-lecture = forelæsning
spelled-part-lecture = oplæg
word-part-introduction = introduktion
spelled-schema-programme = forløb
spelled-schema-cohort = årgang
spelled-schema-answers = svar

# Hjælp, mens man skriver
schema-programme = Forløb
    .more = Semestrene og deres dele, og hvad et diplom kræver.
schema-cohort = Årgang
    .more = Hvem der er med, hvornår de mødes, og hvad hver har nået.
schema-answers = Svar
    .more = Det, deltagerne skrev på sedler uden navn.
schema-programme-name = Navn
    .more = Forløbets navn, som det skal stå på diplomet.
schema-programme-audience = Målgruppe
    .more = Hvem forløbet er for.
schema-led-by = Ledes af
    .more = Dem, der leder forløbet. De underskriver diplomet.
schema-terms = Semestre
    .more = Hvert semester med tema og dele, det første først.
schema-term-theme = Tema
    .more = Det, semesteret handler om.
schema-term-start = Første dag
schema-term-end = Sidste dag
schema-term-parts = Dele
    .more = Semesterets dele i rækkefølge. De får numre gennem hele forløbet.
schema-part-name = Navn
    .more = Delens navn. Ingen to dele må hedde det samme.
schema-part-kind = Type
    .more = Om alle mødes, eller hver arbejder for sig.
schema-part-lecturers = Oplægsholdere
    .more = Dem, der holder oplæg.
schema-part-lifts = Løfter
    .more = De områder, delen løfter, og til hvilket niveau.
schema-part-checklist = Tjekliste
    .more = Det, en introduktion går igennem.
schema-diploma = Diplom
    .more = Hvad der skal til for at få diplomet.
schema-diploma-own-works = Egne arbejder
    .more = ja, hvis alle egne arbejder skal være godkendt. Det er de, når linjen mangler.
schema-diploma-meetings = Møder
    .more = Hvor mange møder og forelæsninger der skal til.
schema-diploma-absence = Fravær
    .more = Hvor mange gange man må være væk uden at indhente det.
schema-diploma-made-up-by = Indhentes ved
    .more = Hvordan fravær indhentes.
schema-waiting-list = Venteliste
    .more = Nye, der venter på den næste årgang.
schema-waiting-since = Har ventet siden
schema-participant-name = Navn
    .more = Navnet fra personens profil. Uden profil skrives også arbejdspladsen.
schema-participant-workplace = Arbejdsplads
    .more = Skal kun stå her, når personen ikke har en profil.
schema-participant-introduced = Introduktion
    .more = De introduktioner, der er gennemført: navn eller nummer.
schema-participant-absent = Fravær
    .more = De dele, personen var væk fra: navn eller nummer. Skriv aldrig hvorfor.
schema-participant-made-up = Indhentet
    .more = De dele fra fravær, der er indhentet.
schema-participant-handed-in = Afleveret
    .more = Egne arbejder, der er afleveret.
schema-participant-approved = Godkendt
    .more = Egne arbejder, der er godkendt.
schema-participant-credited = Merit
    .more = Dele, personen kunne i forvejen.
schema-participant-moved = Flyttet
    .more = Til hvilken årgang, og hvornår.
schema-participant-stopped = Stoppet
    .more = Dagen, personen gik ud af forløbet. Skriv aldrig hvorfor.
schema-cohort-name = Navn
    .more = Uden linjen er det filens navn.
schema-cohort-sessions = Hold
    .more = De dage, årgangen mødes.
schema-cohort-session-part = Del
    .more = Delens navn eller nummer.
schema-cohort-session-date = Dagen
schema-cohort-session-end = Sidste dag
    .more = Når det varer mere end én dag.
schema-cohort-session-time = Tid
    .more = Som 9.00-12.00.
schema-cohort-session-town = Sted
schema-participants = Deltagere
    .more = Én for hver. Alle var med, hvis der ikke står andet.
schema-cohort-closed = Afsluttet
    .more = Dagen for afslutningen. Den står på diplomerne.
schema-moved-to = Til
    .more = Navnet på den anden årgangs fil, uden .yaml.
schema-moved-day = Dagen
schema-slips = Svar
    .more = Én for hver seddel. Skriv ingen navne.
schema-slip-gained = Udbytte
    .more = Hvad forløbet har givet.
schema-slip-wishes = Ønsker
    .more = Hvad deltageren gerne vil lære næste gang.
schema-released = Frigivet
    .more = Først når en har læst alle svar og skrevet det her, bliver de printet.
schema-released-by = Læst af
schema-released-day = Dagen
schema-released-count = Antal
    .more = Hvor mange sedler der er læst. Kommer der en til, skal den også læses.
schema-released-code = Kode
    .more = Den kode, »spind check« viser for de svar, der er læst. Ændres et svar, skal det læses igen.

# Fejl i filerne
problem-unknown-part = Forløbet har ingen del, der hedder »{ $value }«.
    .hint = Skriv delens navn eller et nummer fra 1 til { $count }.
problem-part-of-another-kind =
    »{ $part }« er { $kind ->
        [own-work] et eget arbejde og ikke et møde
       *[meeting] et møde og ikke et eget arbejde
    }.
    .hint = Fravær og hold hører til møder og forelæsninger, afleveret og godkendt til egne arbejder. Ret nummeret.
problem-absence-reason = Her må kun stå, hvilken del det gælder, og ikke hvorfor.
    .hint = Skriv kun delens navn eller nummer. En grund til fravær hører ikke hjemme i filen.
problem-duplicate-part = To dele hedder »{ $value }«; den første står i linje { $line }.
    .hint = Giv den ene et andet navn, for eksempel med et tal bag.
problem-programme-too-large = Her står { $count }, og der må højst være { $most }.
    .hint = Slet det, der er for meget. Er det flere forløb eller årgange, så giv hver sin fil.
problem-more-meetings-than-parts = Diplomet regner med { $value }, men forløbet har { $most } møder og forelæsninger.
    .hint = Skriv et tal på højst { $most }.
problem-cohort-without-programme = Årgangen hører ikke til noget forløb: Mappen hedder ikke det samme som en fil i forløb.
    .hint = Giv mappen samme navn som forløbets fil, uden .yaml.
problem-unknown-cohort = Forløbet har ingen anden årgang, der hedder »{ $value }«.
    .hint = Skriv navnet på årgangens fil, uden .yaml.
problem-participant-twice = »{ $value }« står to gange i årgangen.
    .hint = Saml det hele ét sted, og slet det andet. Er det to forskellige, så skriv arbejdspladsen ved dem begge.
problem-unknown-participant = »{ $value }« har ingen profil i mappen.
    .hint = Skriv navnet, som det står i profilen. Har personen ingen, så skriv også arbejdspladsen.
problem-made-up-not-missed = »{ $part }« er indhentet, men står ikke som fravær.
    .hint = Skriv delen under »fravær« også, eller slet den under »indhentet«.
problem-release-outdated =
    { $status ->
        [without-code] Frigivelsen har ingen kode.
        [other-texts] Svarene er ikke dem, der er læst og frigivet.
       *[other-count] { $released } svar er læst og frigivet, men her står { $count }.
    } De bliver ikke printet.
    .hint = Læs dem alle, og skriv så »antal: { $count }« og »kode: { $code }« under »frigivet«.

# Dokumenterne
label-cohort = Årgang
label-audience = Målgruppe
label-led-by = Ledes af
label-workplace = Arbejdsplads
label-mark-done = gjort
label-mark-open = mangler noget
label-mark-to-come = kommer
label-mark-own-work = eget arbejde
label-parts = Delene
label-part = Del
label-part-kind = Type
label-when = Hvornår
label-state = Status
label-lifts = Løfter
label-diploma-needs = Det kræver diplomet
label-parts-done = Dele
label-lacks = Mangler
label-people-lacking = Mangler noget
label-people-on-track = Mangler ikke noget nu
label-people-left = Er ikke længere i årgangen
label-internal = Internt
label-waiting-since = Har ventet siden
label-they-say = Deltagerne siger
label-they-wish = Det vil de gerne lære
label-what-was-held = Det blev holdt
label-lecturers = Oplæg ved
label-attended = Var med
label-diploma-code = Diplomkode
label-diploma-code-covers = Koden dækker navn, forløb, årgang og dato. »spind verify« viser, om diplomet er ægte.
staircase-done = { $done } af { $all } dele er gjort.
staircase-of = { $done } af { $all }
staircase-step = { $number }. semester, { $theme }: { $done } af { $all } dele er gjort.
staircase-next = Næste: { $part }.
staircase-lift = { $area } løftes til { $level }.
part-attended = var med
part-made-up = indhentet
part-approved = godkendt
part-credited = merit
part-absent = skal indhentes
part-handed-in = afleveret
part-late = mangler
part-not-held = ikke holdt
part-to-come = kommer
standing-finished = Gennemført { $date }.
standing-moved = Fortsætter i en anden årgang.
standing-moved-to = Fortsætter i årgang { $to }.
standing-stopped = Gik ud { $date }.
lack-own-works = Skal afleveres og godkendes: { $parts }.
lack-absences =
    { $allowed ->
        [0] Skal indhentes: { $parts }.
       *[other] Har været væk fra { $parts }; { $count } af dem skal indhentes.
    }
lack-made-up-by = Fravær indhentes ved: { $way }.
lack-meetings = Har { $done } møder og forelæsninger; diplomet kræver { $needed }.
lack-not-over = Forløbet er ikke afsluttet endnu.
rule-own-works =
    { $count ->
        [1] Det egne arbejde er godkendt.
       *[other] Alle { $count } egne arbejder er godkendt.
    }
rule-meetings = Mindst { $needed } af { $all } møder og forelæsninger.
rule-absence =
    { $count ->
        [0] Alt fravær indhentes.
       *[other] Højst { $count } gange fravær, der ikke er indhentet.
    }
lacking-title = Hvem mangler hvad: { $programme }
attendance-title = Fremmøde: { $programme }
attendance-note = Skriv under ud for dit navn. Skriv ikke, hvorfor nogen er væk.
sheet-term = { $number }. semester af { $all }
sheet-due = afleveres senest { $date }
waiting-title = Venteliste: { $programme }
introduction-done = gennemført
introduction-missing = mangler
diploma-heading = Diplom
diploma-has-finished = har gennemført
closing-title = Afslutning: { $programme }
closing-held =
    { $terms ->
        [1] På ét semester
       *[other] På { $terms } semestre
    } blev der holdt { $held ->
        [1] ét møde eller én forelæsning
       *[other] { $held } møder og forelæsninger
    }.
closing-works =
    { $works ->
        [1] Hver deltager lavede ét eget arbejde.
       *[other] Hver deltager lavede { $works } egne arbejder.
    }
closing-lecturers =
    { $lecturers ->
        [1] Der var én oplægsholder.
       *[other] Der var { $lecturers } oplægsholdere.
    }
closing-started-and-finished = { $started } deltog, og { $finished } fik diplom.
closing-started = { $started } deltog.
closing-finished = { $finished } fik diplom.
closing-share = Af dem, der fik diplom, var mindst { $share } % med i gennemsnit.
closing-at-least = mindst { $count }
closing-withheld = vises ikke
closing-note = »Var med« tæller dem, der fik diplom. Var { $least } eller færre væk, står der kun, hvor mange der mindst var med.
closing-too-few = Svarene vises ikke: De er fra færre end { $least }.
closing-not-released = Svarene vises, når en har læst dem alle og frigivet dem.

# Kommandoerne
help-diploma = Laver diplomer til dem, der har gennemført et forløb, og viser, hvad de andre mangler.
help-arg-diploma_who = Deltageren: navn eller profil
help-arg-all = Alle, der har gennemført
help-arg-diploma_out = Mappen, diplomerne lægges i (ellers out)
help-arg-diploma_today = Dagen, der regnes fra (ellers i dag)
help-forloeb = Laver filen til et nyt forløb i semestre.
help-hold = Laver filen til en ny årgang af et forløb.
help-arg-programme_name = Forløbets navn
help-arg-cohort_programme = Forløbet, årgangen hører til
help-arg-cohort_name = Årgangens navn, for eksempel 2027
participant-several = »{ $who }« kan være flere: { $options }
    .hint = Skriv den, du mener, sådan som den står her, med anførselstegn.
diploma-nobody = Ingen deltager hedder »{ $who }«.
    .hint = Skriv navnet, som det står i årgangens fil.
diploma-nobody-near = Ingen deltager hedder »{ $who }«.
    .hint = Mente du { $nearest }?
diploma-no-programme = Afdelingen har ingen forløb, der kan læses.
    .hint = Lav et med spind new forløb, eller ret fejlene, som spind check viser.
diploma-not-yet = { $name } ({ $programme }, { $cohort }) får ikke noget diplom endnu:
diploma-made =
    { $count ->
        [1] Ét diplom er lavet.
       *[other] { $count } diplomer er lavet.
    }
diploma-current = { $count } var lavet i forvejen.
verify-diploma = Diplomet er ægte: { $name } har gennemført { $programme }, årgang { $cohort }, den { $date }.
new-programme-bad-name = Der kan ikke laves en fil til »{ $name }«.
    .hint = Skriv navnet med bogstaver og tal.
new-no-programme = Afdelingen har intet forløb, der hedder »{ $name }«.
    .hint = Vælg et af disse: { $programmes }
new-programme-head =
    Et forløb i semestre. Hvert semester har et tema og nogle dele.
    Dele har en type: møde, forelæsning, eget arbejde eller introduktion.
    En linje med # foran tæller ikke. Slet # for at bruge den.
new-programme-audience = Nye medarbejdere
new-programme-introduction = Introduktion på arbejdspladsen
new-programme-theme = Tema { $number }
new-programme-meeting = Møde { $number }
new-programme-work = Eget arbejde { $number }
new-programme-made-up = en samtale med lederen af forløbet
new-programme-rules = Hvad et diplom kræver.
new-cohort-head =
    En årgang. Alle var med, hvis der ikke står noget andet ved deres navn.
    Skriv kun fravær, og aldrig hvorfor.
new-cohort-sessions = De dage, årgangen mødes. Slet # og skriv dagen.
new-cohort-participants = Én for hver deltager. Uden profil skrives også arbejdspladsen.
booklet-cohorts = Forløb
status-cohort =
    { $programme }, { $cohort }: { $people } med, { $finished } færdige, { $lacking } mangler noget{ $next ->
        [none] {""}
       *[other] ; næste gang { $next }
    }
forget-entries = Her bliver personens linjer taget ud, og resten af filen bliver stående:
forget-cut =
    { $count ->
        [1] Personens linjer er taget ud af én fil.
       *[other] Personens linjer er taget ud af { $count } filer.
    }
label-programmes = Forløb
rollover-cohort-stays = { $file } bliver, for det, { $names } har gjort, står kun dér. Skriv det som »merit« i den nye årgang, så kan den gå i arkivet.
serve-the-term-sheets = programmet ({ $name })
serve-the-attendance-list = fremmødelisten ({ $name })
serve-the-lacking = hvem mangler hvad ({ $name })
serve-the-closing-page = afslutningssiden ({ $name })
