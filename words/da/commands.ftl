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
    .hint = Der skal være en plan.typ og en booklet.typ i mappen. Uden --templates bruges programmets egne.
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

# Årsskiftet, og at glemme nogen.

help-rollover = Lukker året: gemmer det hele i et arkiv og gør profilerne klar til det næste.
help-arg-to = Den nye periode, for eksempel 2027/28
help-arg-archive = Arkivet: mappen med de afsluttede år, uden for den fælles mappe
help-arg-yes = Gør det uden at spørge

confirm-nobody = Intet er ændret, for her er ingen at spørge.
    .hint = Se listen igennem, og kør kommandoen igen med --yes.
confirm-declined = Intet er ændret.

rollover-title = { $folder }: { $from } lukkes, og { $to } begynder.
rollover-archive = Først kopieres hele mappen til { $target }.
rollover-resumed = Arkivet { $target } er lavet af en kørsel, der blev afbrudt. Den gøres færdig.
rollover-person = { $file } ({ $name }): { $levels ->
        [one] 1 niveau
       *[other] { $levels } niveauer
    } og { $lines ->
        [one] 1 planlinje
       *[other] { $lines } planlinjer
    } bliver sidste års
rollover-person-done = { $file } ({ $name }): er allerede lagt om
rollover-person-edited = { $file } ({ $name }): er ændret, siden arkivet blev lavet, og røres ikke
rollover-person-added = { $file } ({ $name }): er kommet til, siden arkivet blev lavet, og røres ikke
rollover-person-gone = { $file } ({ $name }): er ikke længere i mappen
rollover-courses = gennemført: { $courses }
rollover-booklet-ends = samtykke til hæftet falder
rollover-teaching-ends = samtykke til at være oplærer falder
rollover-converted = filen gemmes som UTF-8
rollover-going = { $path } flyttes til arkivet
rollover-consents = Alle samtykker skal gives igen. Indtil da er ingen med i det offentlige hæfte, og ingen nævnes som oplærer.
rollover-question = Skal året lukkes? (ja/nej)
rollover-done =
    { $people ->
        [one] 1 profil er
       *[other] { $people } profiler er
    } klar til { $to }. Det gamle år ligger i { $target }.
rollover-deadlines = Fristerne i afdeling.yaml er stadig dem fra { $from }. Ret dem, også årstallene.
rollover-build = Lav nye planer og et nyt hæfte med spind build.
rollover-not-copied = { $path } er en genvej og er ikke kopieret til arkivet.
rollover-left = { $path } er ændret imens og er ikke rørt.
    .hint = Arkivets udgave ligger i { $target }. Hører ændringen til det gamle år, så kopiér filen derhen. Hører den til det nye, så gem den et andet sted, læg arkivets udgave tilbage, og skriv ændringen ind bagefter.
rollover-failed = { $path } kunne ikke ændres: { $reason }
    .hint = Luk filen, hvis den er åben i et andet program, og se efter, at du må skrive i mappen.
rollover-not-closed = Året er ikke lukket endnu, men intet er tabt: Det hele ligger i { $target }.
    .hint = Ret det, der står ovenfor, og kør den samme kommando igen. Den gør arbejdet færdigt og skriver til sidst { $to } i afdeling.yaml.
rollover-no-period = Den nye periode mangler.
    .hint = Skriv den efter --to, for eksempel --to 2027/28.
rollover-problems = Året kan ikke lukkes, før fejlene ovenfor er rettet. Intet er ændret.
    .hint = Ret filerne, og prøv igen. Alle filer skal kunne læses.
rollover-closed = Afdelingen er allerede i { $to }. Intet er ændret.
    .hint = Skriv den periode, der skal begynde, efter --to. Den, der gælder nu, står i afdeling.yaml.
rollover-inside = Arkivet { $target } og den fælles mappe kan ikke ligge i hinanden. Intet er ændret.
    .hint = Vælg en mappe et andet sted med --archive, og helst et sted, hvor kun få har adgang.
rollover-in-the-way = { $target } findes i forvejen og er ikke et arkiv af dette år. Intet er ændret.
    .hint = Vælg en anden mappe med --archive, eller flyt det, der ligger der.
rollover-unusual = Disse filer er skrevet på en måde, som programmet ikke kan ændre i uden at risikere noget: { $files }. Intet er ændret.
    .hint = Skriv hver nøgle på sin egen linje, som i eksemplet i docs/filformat.md, og prøv igen.
rollover-changing = { $path } blev ændret, mens den blev læst. Intet er ændret.
    .hint = Vent, til ingen retter i mappen, og til den er synkroniseret. Prøv så igen.
rollover-archive-failed = Arkivet kunne ikke laves: { $path }: { $reason }. Intet er ændret.
    .hint = Se efter, at der er plads, og at du må læse hele den fælles mappe og skrive i arkivet.
rollover-unreadable = { $path } kunne ikke læses: { $reason }. Intet er ændret.
    .hint = Se efter, at du har adgang til filen, og prøv igen.

person-nobody = Ingen profil passer til »{ $who }«.
    .hint = { $nearest ->
        [none] Skriv navnet, som det står i profilen, eller stien til filen.
       *[other] Mente du »{ $nearest }«? Ellers skriv stien til filen.
    }
person-several = »{ $who }« passer til flere: { $files }
    .hint = Skriv stien til den rigtige fil i stedet for navnet.
person-no-department = »{ $who }« ligger ikke i en afdelings mappe.
    .hint = Afdelingens mappe er den, der har en afdeling.yaml. Skriv den med --folder.
person-unreadable = »{ $who }« kunne ikke findes: { $reason }
    .hint = Se efter, at du har adgang til mappen.

help-forget = Sletter alt om en medarbejder: profil, planer, kopier og det, der ligger i arkiver.
help-arg-person = Medarbejderen: et navn eller stien til profilen
forget-title = Det her om { $name } slettes:
forget-common = De her fælles dokumenter slettes og laves igen:
forget-out-of-another = { $out } rummer en anden afdelings dokumenter og røres ikke.
forget-other-person = { $path } er en anden medarbejders og røres ikke.
forget-mentions = { $name } er også nævnt her. Det skal rettes med hånden:
forget-mention-lines = { $path }, { $count ->
        [one] linje { $lines }
       *[other] linjerne { $lines }
    }
forget-mention-file = { $path } (se selv efter i filen)
forget-mentions-left = Husk { $count ->
        [one] den fil
       *[other] de { $count } filer
    } ovenfor, hvor navnet skal rettes med hånden.
forget-question = Skal det slettes? Det kan ikke fortrydes. (ja/nej)
forget-done =
    { $count ->
        [0] Ingen filer er slettet.
        [one] 1 fil er slettet.
       *[other] { $count } filer er slettet.
    }
forget-failed = { $path } er ikke slettet: { $reason }
    .hint = Luk filen, hvis den er åben i et andet program. Er den ikke lavet af programmet, må du selv afgøre, om den skal væk.
forget-kept = Profilen er ikke slettet endnu.
    .hint = Ret det, der står ovenfor, og kør den samme kommando igen.
forget-not-rebuilt = Afdelingens dokumenter i { $out } kunne ikke laves igen.
    .hint = Kør spind build, når fejlene er rettet. Indtil da kan andres planer stadig nævne navnet.
forget-out-of-date = { $path } er fra før, fordi profilen har en fejl, og kan stadig nævne { $name }.
    .hint = Ret fejlen, og kør spind build, eller slet filen.
forget-not-remade = { $path } er slettet. Lav den igen, hvis den skal bruges.
