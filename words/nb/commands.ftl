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
    .hint = Mappen må inneholde plan.typ og booklet.typ, med --forberedelse også preparation.typ og med --blank også blank-form.typ. Uten --templates brukes programmets egne maler.
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

help-arg-forberedelse = Lag også hver medarbeiders forberedelse til samtalen
help-arg-blank = Lag også et tomt skjema, blanket.pdf, til å fylle ut med penn
