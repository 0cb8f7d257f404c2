### Kommandolinjen.

help-heading-usage = Bruk:
help-heading-commands = Kommandoer
help-heading-arguments = Argumenter
help-heading-options = Valg
help-spind = spind leser en YAML-profil for hver medarbeider i en felles mappe og lager utviklingsplaner og et hefte som PDF.
help-build = Lager en plan for hver medarbeider og avdelingens hefte.
help-check = Viser hva som er galt i filene i mappen, uten å lage dokumenter.
help-new = Legger opp en ny mappe med rollemodell, katalog og et eksempel.
help-afdeling = Lager mappen til en ny avdeling.
help-arg-help = Vis denne hjelpen
help-arg-version = Vis programmets versjon
help-arg-folder = Avdelingens mappe (ellers profiles, eller mappen du står i, hvis afdeling.yaml ligger der)
help-arg-dir = Den nye mappen
help-arg-out = Hvor dokumentene skal legges (ellers out)
help-arg-only = Bare denne medarbeideren eller dette arbeidsstedet: et navn, et arbeidssted, en sti eller et filnavn; kan gjentas. Lager ikke heftet
help-arg-today = Dagen da det skal være mulig å ta kursene (ellers dagen for samtalen)
help-arg-charts = Lagre også hvert kompetansediagram som SVG
help-arg-leder = Lederens egen mappe med filer som heter NAVN.leder.yaml, ordnet som profilene
help-arg-format = Vis problemene som text (tekst) eller json
help-arg-explain = Forklar en feilkode, for eksempel unknown-area
help-arg-rettelser = Hvor rettelsesfilene legges (ellers rettelser under --out); kan være den felles mappen selv
help-arg-templates = Bruk malene i denne mappen
help-arg-fonts = Bruk skriftene i denne mappen
help-arg-lang = Programmets språk (ellers avdelingens)
help-arg-quiet = Vis bare problemer
help-arg-verbose = Vis også oppsummeringen når det ikke er noen skjerm

build-no-folder = Mappen { $folder } finnes ikke.
    .hint = Skriv hvor profilene ligger, for eksempel: spind build H:\Avdelingen\profiler
build-folder-unreadable = Mappen { $folder } kan ikke leses.
    .hint = Sjekk at du har tilgang til mappen.
build-out-needed = Dokumentene skal ikke ligge i den felles mappen.
    .hint = Skriv hvor de skal ligge, med --out, for eksempel: spind build --out ../out
build-bad-fonts = Skriftene i { $folder } kan ikke brukes: { $reason }
    .hint = Mappen må inneholde minst én .ttf- eller .otf-fil. Uten --fonts brukes programmets egne skrifter.
build-bad-templates = Malene i { $folder } kan ikke brukes: { $reason }
    .hint = Mappen må inneholde plan.typ og booklet.typ. Uten --templates brukes programmets egne maler.
build-nothing = Ingen dokumenter kan lages før feilene ovenfor er rettet.
    .hint = Rett dem i afdeling.yaml og rollemodel.yaml, og prøv igjen.
build-unknown-person = Ingen profil passer til «{ $who }».
    .hint = Skriv navnet, arbeidsstedet eller filnavnet. En fil med feil teller ikke med.
build-not-written = { $path } kunne ikke lagres: { $reason }
    .hint = Lukk filen hvis den er åpen i et annet program, og se etter at det er plass, og at du har lov til å skrive i mappen. De andre filene er skrevet, og den gamle filen er hel.
build-summary =
    { $people ->
        [one] 1 medarbeider
       *[other] { $people } medarbeidere
    }, { $documents ->
        [one] 1 dokument
       *[other] { $documents } dokumenter
    } i { $out } på { $seconds } s, { $problems ->
        [0] ingen problemer
        [one] 1 problem
       *[other] { $problems } problemer
    }
new-exists = { $path } finnes allerede, så ingenting er skrevet.
    .hint = Velg en annen mappe, eller flytt filen.
new-not-written = Mappen kunne ikke lages: { $reason }
    .hint = Se etter at det er plass, og at du har lov til å skrive der.
build-out-of-date = { $path } er utdatert, fordi profilen har en feil.
build-removed = { $path } er fjernet, fordi profilen ikke lenger er i mappen.
build-correction = Det som skal rettes, står i { $path }
check-summary =
    { $problems ->
        [0] Ingen problemer.
        [one] 1 problem.
       *[other] { $problems } problemer.
    }
check-unknown-code = Det finnes ingen feilkode som heter «{ $code }».
    .hint = Mente du { $nearest }? Alle koder står i docs/fejl/README.md.

reason-permission = du har ikke lov til å skrive der
reason-full = disken er full
reason-read-only = disken er skrivebeskyttet
reason-busy = filen er åpen i et annet program
reason-folder = det ligger en mappe eller fil i veien
reason-name = navnet er for langt eller kan ikke brukes
reason-unknown = systemet sa nei
reason-foreign = det ligger en fil der fra før som programmet ikke har laget
reason-link = stien går gjennom en snarvei
reason-template = malen har en feil ({ $error })
build-out-unusable = Dokumentene kan ikke legges i { $folder }.
    .hint = Se etter at du har lov til å skrive i mappen, og at den ikke er en snarvei. Eller velg en annen med --out.
build-in-the-way = { $path } er ikke skrevet: { $reason }
    .hint = Flytt det som ligger der, eller velg en annen mappe med --out.

# Årsskiftet, og å glemme noen.

help-rollover = Avslutter året: lagrer alt i et arkiv og gjør profilene klare til det neste.
help-arg-to = Den nye perioden, for eksempel 2027/28
help-arg-archive = Arkivet: mappen med de avsluttede årene, utenfor den felles mappen
help-arg-yes = Gjør det uten å spørre

confirm-nobody = Ingenting er endret, for her er det ingen å spørre.
    .hint = Se gjennom listen, og kjør kommandoen igjen med --yes.
confirm-declined = Ingenting er endret.

rollover-title = { $folder }: { $from } avsluttes, og { $to } begynner.
rollover-archive = Først kopieres hele mappen til { $target }.
rollover-resumed = Arkivet { $target } er laget av en kjøring som ble avbrutt. Den gjøres ferdig.
rollover-person = { $file } ({ $name }): { $levels ->
        [one] 1 nivå
       *[other] { $levels } nivåer
    } og { $lines ->
        [one] 1 planlinje
       *[other] { $lines } planlinjer
    } blir fjorårets
rollover-person-done = { $file } ({ $name }): er allerede lagt om
rollover-person-edited = { $file } ({ $name }): er endret siden arkivet ble laget, og røres ikke
rollover-person-added = { $file } ({ $name }): har kommet til siden arkivet ble laget, og røres ikke
rollover-person-gone = { $file } ({ $name }): er ikke lenger i mappen
rollover-courses = gjennomført: { $courses }
rollover-booklet-ends = samtykket til heftet faller bort
rollover-teaching-ends = samtykket til å lære opp kolleger faller bort
rollover-converted = filen lagres som UTF-8
rollover-going = { $path } flyttes til arkivet
rollover-consents = Alle samtykker må gis på nytt. Inntil da er ingen med i det offentlige heftet, og ingen nevnes som en som lærer opp kolleger.
rollover-question = Skal året avsluttes? (ja/nei)
rollover-done =
    { $people ->
        [one] 1 profil er klar
       *[other] { $people } profiler er klare
    } til { $to }. Det gamle året ligger i { $target }.
rollover-deadlines = Fristene i afdeling.yaml er fortsatt de fra { $from }. Rett dem, også årstallene.
rollover-build = Lag nye planer og et nytt hefte med spind build.
rollover-not-copied = { $path } er en snarvei og er ikke kopiert til arkivet.
rollover-left = { $path } er endret i mellomtiden og er ikke rørt.
    .hint = Arkivets utgave ligger i { $target }. Hører endringen til det gamle året, så kopier filen dit. Hører den til det nye, så lagre den et annet sted, legg arkivets utgave tilbake, og skriv inn endringen etterpå.
rollover-failed = { $path } kunne ikke endres: { $reason }
    .hint = Lukk filen hvis den er åpen i et annet program, og se etter at du har lov til å skrive i mappen.
rollover-not-closed = Året er ikke avsluttet ennå, men ingenting er tapt: Alt ligger i { $target }.
    .hint = Rett det som står ovenfor, og kjør den samme kommandoen igjen. Den gjør arbeidet ferdig og skriver til slutt { $to } i afdeling.yaml.
rollover-no-period = Den nye perioden mangler.
    .hint = Skriv den etter --to, for eksempel --to 2027/28.
rollover-problems = Året kan ikke avsluttes før feilene ovenfor er rettet. Ingenting er endret.
    .hint = Rett filene, og prøv igjen. Alle filer må kunne leses.
rollover-closed = Avdelingen er allerede i { $to }. Ingenting er endret.
    .hint = Skriv perioden som skal begynne, etter --to. Den som gjelder nå, står i afdeling.yaml.
rollover-inside = Arkivet { $target } og den felles mappen kan ikke ligge i hverandre. Ingenting er endret.
    .hint = Velg en mappe et annet sted med --archive, og helst et sted der bare få har tilgang.
rollover-in-the-way = { $target } finnes fra før og er ikke et arkiv av dette året. Ingenting er endret.
    .hint = Velg en annen mappe med --archive, eller flytt det som ligger der.
rollover-unusual = Disse filene er skrevet på en måte som programmet ikke kan endre i uten risiko: { $files }. Ingenting er endret.
    .hint = Skriv hver nøkkel på sin egen linje, som i eksempelet i docs/filformat.md, og prøv igjen.
rollover-changing = { $path } ble endret mens den ble lest. Ingenting er endret.
    .hint = Vent til ingen retter i mappen, og til den er synkronisert. Prøv så igjen.
rollover-archive-failed = Arkivet kunne ikke lages: { $path }: { $reason }. Ingenting er endret.
    .hint = Se etter at det er plass, og at du har lov til å lese hele den felles mappen og skrive i arkivet.
rollover-unreadable = { $path } kunne ikke leses: { $reason }. Ingenting er endret.
    .hint = Se etter at du har tilgang til filen, og prøv igjen.

person-nobody = Ingen profil passer til «{ $who }».
    .hint = { $nearest ->
        [none] Skriv navnet slik det står i profilen, eller stien til filen.
       *[other] Mente du «{ $nearest }»? Ellers skriv stien til filen.
    }
person-several = «{ $who }» passer til flere: { $files }
    .hint = Skriv stien til den riktige filen i stedet for navnet.
person-no-department = «{ $who }» ligger ikke i en avdelings mappe.
    .hint = Avdelingens mappe er den som har en afdeling.yaml. Skriv den med --folder.
person-unreadable = «{ $who }» ble ikke funnet: { $reason }
    .hint = Se etter at du har tilgang til mappen.

help-forget = Sletter alt om en medarbeider: profil, planer, kopier og det som ligger i arkiver.
help-arg-person = Medarbeideren: et navn eller stien til profilen
forget-title = Dette om { $name } slettes:
forget-common = Disse felles dokumentene slettes og lages på nytt:
forget-out-of-another = { $out } inneholder en annen avdelings dokumenter og røres ikke.
forget-other-person = { $path } er en annen medarbeiders og røres ikke.
forget-mentions = { $name } er også nevnt her. Det må rettes for hånd:
forget-mention-lines = { $path }, { $count ->
        [one] linje { $lines }
       *[other] linjene { $lines }
    }
forget-mention-file = { $path } (se etter selv i filen)
forget-mentions-left = Husk { $count ->
        [one] den filen
       *[other] de { $count } filene
    } ovenfor der navnet må rettes for hånd.
forget-question = Skal det slettes? Det kan ikke angres. (ja/nei)
forget-done =
    { $count ->
        [0] Ingen filer er slettet.
        [one] 1 fil er slettet.
       *[other] { $count } filer er slettet.
    }
forget-failed = { $path } er ikke slettet: { $reason }
    .hint = Lukk filen hvis den er åpen i et annet program. Er den ikke laget av programmet, må du selv avgjøre om den skal bort.
forget-kept = Profilen er ikke slettet ennå.
    .hint = Rett det som står ovenfor, og kjør den samme kommandoen igjen.
forget-not-rebuilt = Avdelingens dokumenter i { $out } kunne ikke lages på nytt.
    .hint = Kjør spind build når feilene er rettet. Inntil da kan andres planer fortsatt nevne navnet.
forget-out-of-date = { $path } er fra før, fordi profilen har en feil, og kan fortsatt nevne { $name }.
    .hint = Rett feilen, og kjør spind build, eller slett filen.
forget-not-remade = { $path } er slettet. Lag den på nytt hvis den trengs.
