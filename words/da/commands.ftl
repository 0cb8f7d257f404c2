### Kommandolinjen.

help-heading-usage = Brug:
help-heading-commands = Kommandoer
help-heading-arguments = Argumenter
help-heading-options = Tilvalg
help-spind = spind læser en YAML-profil for hver medarbejder i en fælles mappe og laver udviklingsplaner og et hæfte som PDF.
help-build = Laver en plan for hver medarbejder og afdelingens hæfte.
help-check = Viser, hvad der er galt i mappens filer, uden at lave dokumenter.
help-new = Lægger en ny mappe med rollemodel, katalog og et eksempel.
help-afdeling = Laver en ny afdelings mappe.
help-arg-help = Vis denne hjælp
help-arg-version = Vis programmets version
help-arg-folder = Afdelingens mappe (ellers profiles, eller den mappe, du står i, hvis afdeling.yaml ligger der)
help-arg-dir = Den nye mappe
help-arg-out = Hvor dokumenterne lægges (ellers out)
help-arg-only = Kun denne medarbejder eller skole: et navn, en skole, en sti eller et filnavn; kan gentages. Laver ikke hæftet
help-arg-today = Den dag, kurserne skal kunne tages (ellers dagen for samtalen)
help-arg-charts = Gem også hvert kompetencespind som SVG
help-arg-leder = Lederens egen mappe med filer, der hedder NAVN.leder.yaml, ordnet som profilerne
help-arg-format = Vis problemerne som text (tekst) eller json
help-arg-explain = Forklar en fejlkode, for eksempel unknown-area
help-arg-rettelser = Hvor rettelsesfilerne lægges (ellers rettelser under --out); kan være den fælles mappe selv
help-arg-templates = Brug skabelonerne i denne mappe
help-arg-fonts = Brug skrifttyperne i denne mappe
help-arg-lang = Programmets sprog (ellers afdelingens)
help-arg-quiet = Vis kun problemer
help-arg-verbose = Vis også opsummeringen, når der ikke er nogen skærm

build-no-folder = Mappen { $folder } findes ikke.
    .hint = Skriv, hvor profilerne ligger, for eksempel: spind build H:\Skoleafdelingen\profiler
build-folder-unreadable = Mappen { $folder } kan ikke læses.
    .hint = Se efter, at du har adgang til mappen.
build-out-needed = Dokumenterne skal ikke ligge i den fælles mappe.
    .hint = Skriv, hvor de skal ligge, med --out, for eksempel: spind build --out ../out
build-bad-fonts = Skrifttyperne i { $folder } kan ikke bruges: { $reason }
    .hint = Der skal være mindst én .ttf- eller .otf-fil i mappen. Uden --fonts bruges programmets egne.
build-bad-templates = Skabelonerne i { $folder } kan ikke bruges: { $reason }
    .hint = Der skal være en plan.typ og en booklet.typ i mappen, med --forberedelse også en preparation.typ og med --blank en blank-form.typ. Uden --templates bruges programmets egne.
build-nothing = Der kan ikke laves noget, før fejlene ovenfor er rettet.
    .hint = Ret dem i afdeling.yaml og rollemodel.yaml, og prøv igen.
build-unknown-person = Ingen profil passer til »{ $who }«.
    .hint = Skriv navnet, skolen eller filens navn. En fil med fejl tæller ikke med.
build-not-written = { $path } kunne ikke laves: { $reason }
    .hint = Luk filen, hvis den er åben i et andet program, og se efter, at der er plads, og at du må skrive i mappen. De andre filer er skrevet, og den gamle fil er hel.
build-summary =
    { $people ->
        [one] 1 medarbejder
       *[other] { $people } medarbejdere
    }, { $documents ->
        [one] 1 dokument
       *[other] { $documents } dokumenter
    } i { $out } på { $seconds } s, { $problems ->
        [0] ingen problemer
        [one] 1 problem
       *[other] { $problems } problemer
    }
new-exists = { $path } findes allerede, så intet er skrevet.
    .hint = Vælg en anden mappe, eller flyt filen.
new-not-written = Mappen kunne ikke laves: { $reason }
    .hint = Se efter, at der er plads, og at du må skrive der.
build-out-of-date = { $path } er forældet, fordi profilen har en fejl.
build-removed = { $path } er fjernet, fordi profilen ikke længere er i mappen.
build-correction = Det, der skal rettes, står i { $path }
check-summary =
    { $problems ->
        [0] Ingen problemer.
        [one] 1 problem.
       *[other] { $problems } problemer.
    }
check-unknown-code = Der er ingen fejlkode, der hedder »{ $code }«.
    .hint = Mente du { $nearest }? Alle koder står i docs/fejl/README.md.

reason-permission = du har ikke lov til at skrive der
reason-full = disken er fuld
reason-read-only = disken er skrivebeskyttet
reason-busy = filen er åben i et andet program
reason-folder = der ligger en mappe eller fil i vejen
reason-name = navnet er for langt eller kan ikke bruges
reason-unknown = systemet sagde nej
reason-foreign = der ligger en fil i forvejen, som programmet ikke har lavet
reason-link = stien går gennem en genvej
reason-template = skabelonen har en fejl ({ $error })
build-out-unusable = Dokumenterne kan ikke lægges i { $folder }.
    .hint = Se efter, at du må skrive i mappen, og at den ikke er en genvej. Eller vælg en anden med --out.
build-in-the-way = { $path } er ikke skrevet: { $reason }
    .hint = Flyt det, der ligger der, eller vælg en anden mappe med --out.

help-arg-forberedelse = Lav også hver medarbejders forberedelse til samtalen
help-arg-blank = Lav også en tom blanket, blanket.pdf, til at udfylde med en pen
