### Kommandolinjen.

help-heading-usage = Brug:
help-heading-commands = Kommandoer
help-heading-arguments = Argumenter
help-heading-options = Tilvalg
help-value-code = KODE
help-value-date = DATO
help-value-dir = MAPPE
help-value-file = FIL
help-value-folder = MAPPE
help-value-format = FORMAT
help-value-name = NAVN
help-value-package = PAKKE
help-value-person = PERSON
help-value-port = PORT
help-value-programme = FORLØB
help-value-school = SKOLE
help-value-shell = SHELL
help-value-who = HVEM
help-spind = spind læser en YAML-profil for hver medarbejder i en fælles mappe og laver udviklingsplaner og et hæfte som PDF.
help-build = Laver en plan for hver medarbejder og afdelingens hæfte.
help-watch = Holder øje med mappen og laver dokumenterne om, så snart noget ændres.
help-check = Viser, hvad der er galt i mappens filer, uden at lave dokumenter.
help-new = Opretter en ny mappe, en ny medarbejders profil eller en vejledning på én side.
help-afdeling = Laver en ny afdelings mappe.
help-arg-help = Vis denne hjælp
help-arg-version = Vis programmets version
help-arg-folder = Afdelingens mappe (ellers profiles, eller den mappe, du står i, hvis afdeling.yaml ligger der)
help-arg-dir = Den nye mappe
help-arg-out = Hvor dokumenterne lægges (ellers out)
help-arg-only = Kun denne medarbejder, skole eller leder: et navn, en skole, en sti eller et filnavn; kan gentages. Laver ikke hæftet
help-arg-today = Den dag, frister, kurser og hold vurderes (ellers i dag)
help-arg-charts = Gem også hvert kompetencespind som SVG
help-arg-leder = Lederens egen mappe med filer, der hedder NAVN.leder.yaml, ordnet som profilerne
help-arg-format = Vis problemerne som text (tekst) eller json
help-arg-explain = Forklar en fejlkode, for eksempel unknown-area
help-arg-rettelser = Hvor rettelsesfilerne lægges (ellers rettelser under --out); kan være den fælles mappe selv
help-arg-templates = Brug skabelonerne i denne mappe
help-arg-fonts = Brug skrifttyperne i denne mappe
help-arg-lang = Programmets sprog (ellers afdelingens)
help-arg-quiet = Vis kun fejl
help-arg-verbose = Vis også, hvad der læses, hvor lang tid hvert trin tager, og opsummeringen

build-no-folder = Mappen { $folder } findes ikke.
    .hint = Skriv, hvor profilerne ligger, for eksempel: spind build H:\Skoleafdelingen\profiler
build-no-leader-folder = Mappen { $folder }, som står efter --leder, findes ikke.
    .hint = Se efter, at navnet er skrevet rigtigt, eller lav mappen. Uden --leder læses de filer, der ligger ved siden af profilerne.
build-folder-unreadable = Mappen { $folder } kan ikke læses.
    .hint = Se efter, at du har adgang til mappen.
folder-of-departments = { $folder } er ikke en afdelings mappe. Afdelingerne i den er { $departments }.
    .hint = Vælg én, for eksempel: { $command }
folder-in-department = { $folder } er ikke en afdelings mappe, men ligger i afdelingen { $department }.
    .hint = Skriv: { $command }
build-folder-link = { $folder } er en genvej. Den følges ikke, så der kan ligge afdelinger bag den.
    .hint = Læg selve mappen her i stedet for en genvej.
build-out-needed = Dokumenterne skal ikke ligge i den fælles mappe.
    .hint = Skriv, hvor de skal ligge, med --out, for eksempel: spind build --out ../out
build-bad-fonts = Skrifttyperne i { $folder } kan ikke bruges: { $reason }
    .hint = Der skal være mindst én .ttf- eller .otf-fil i mappen. Uden --fonts bruges programmets egne.
build-missing-fonts = Skrifttyperne i { $folder } kan ikke bruges: { $faces } mangler. Intet er lavet.
    .hint = Læg filerne med de skrifttyper i mappen. Uden --fonts bruges programmets egne.
build-bad-templates = Skabelonerne i { $folder } kan ikke bruges: { $reason }
    .hint = Der skal være plan.typ, booklet.typ og strategic-plan.typ i mappen, med --forberedelse også en preparation.typ, med --opfoelgning en follow-up.typ og med --blank en blank-form.typ. Uden --templates bruges programmets egne.
build-nothing = Der kan ikke laves noget, før fejlene ovenfor er rettet.
    .hint = Ret dem i afdeling.yaml og rollemodel.yaml, og prøv igen.
build-unknown-person = Ingen profil passer til »{ $who }«.
    .hint = Skriv navnet, skolen eller filens navn.
build-person-with-errors = »{ $who }« får ingen plan: Der er fejl i { $file }.
    .hint = Ret fejlene, og prøv igen.
build-not-written = { $path } kunne ikke laves: { $reason }
    .hint = Luk filen, hvis den er åben i et andet program, og se efter, at der er plads, og at du må skrive i mappen. De andre filer er skrevet, og den gamle fil er hel.
build-summary =
    { $departments ->
        [one] {""}
       *[other] { $departments } afdelinger,{" "}
    }{ $people ->
        [one] 1 medarbejder
       *[other] { $people } medarbejdere
    }, { $documents ->
        [one] 1 dokument
       *[other] { $documents } dokumenter
    }{ $current ->
        [0] {""}
        [one] {" "}og 1 uændret
       *[other] {" "}og { $current } uændrede
    } i { $out } på { $seconds } s, { $problems ->
        [0] ingen problemer
        [one] 1 problem
       *[other] { $problems } problemer
    }
new-exists = { $path } findes allerede, så intet er skrevet.
    .hint = Vælg en anden mappe, eller flyt filen.
new-in-department = { $folder } ligger inde i afdelingen { $department }, og en afdeling kan ikke ligge i en anden.
    .hint = Skriv en mappe uden for den.
new-above-departments = I { $folder } ligger der afdelinger, blandt andre { $department }, og en afdeling kan ikke ligge i en anden.
    .hint = Skriv en mappe ved siden af dem.
new-not-written = Mappen kunne ikke laves: { $reason }
    .hint = Se efter, at der er plads, og at du må skrive der.
build-out-of-date = { $path } er forældet, fordi profilen har en fejl.
build-removed = { $path } er fjernet, fordi profilen ikke længere er i mappen.
build-kept = { $path } var ændret, efter at programmet lavede den. Den ændrede fil er gemt som { $kept }.
    .hint = Er den underskrevet, eller har nogen skrevet i den, så gem den. Ellers kan den slettes.
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
reason-read-only = filen eller disken er skrivebeskyttet
reason-busy = filen er åben i et andet program
reason-folder = der ligger en mappe eller fil i vejen
reason-name = navnet er for langt eller kan ikke bruges
reason-unknown = systemet afviste det
reason-foreign = der ligger en fil i forvejen, som programmet ikke har lavet
reason-link = stien går gennem en genvej
reason-no-fonts = der er ingen skrifttyper i mappen
reason-missing = { $name } mangler
reason-no-access = du har ikke adgang til at læse der
reason-not-there = den findes ikke
reason-not-text = en fil er ikke gemt som UTF-8
reason-template = skabelonen har en fejl ({ $error })
reason-chart = diagrammet kan ikke tegnes
stdout-not-written = Svaret kunne ikke skrives: { $reason }
    .hint = Kør kommandoen igen, og send svaret til et sted, hvor der er plads, og hvor du må skrive.
report-not-written = Kommandoen er udført, men resten af beskeden kunne ikke vises: { $reason }
    .hint = Kør den ikke igen for beskedens skyld. Se i mappen, hvad der er ændret.
build-out-unusable = Dokumenterne kan ikke lægges i { $folder }.
    .hint = Se efter, at du må skrive i mappen, og at den ikke er en genvej. Eller vælg en anden med --out.
build-in-the-way = { $path } er ikke skrevet: { $reason }
    .hint = Flyt det, der ligger der, eller vælg en anden mappe med --out.
### Underskrift, efterprøvning og status

help-sign = Noterer, at en plan er underskrevet på papir.
help-verify = Efterprøver en plan eller en aftalekode mod mappen.
help-extract = Tager det ud, som en plan har med sig: aftalen og de oplysninger, siderne er lavet ud fra.
help-status = Viser, hvor alle står i året: profil, samtale, plan, underskrifter og frister.
help-arg-person = Hvem det gælder: et navn eller en sti til profilen
help-arg-signer = Hvem der har underskrevet: medarbejder eller leder
help-arg-signed_on = Dagen for underskriften (ellers i dag)
help-arg-code_on_paper = Aftalekoden, som den står på papiret
help-arg-folder_of_name = Afdelingens mappe, når personen er skrevet som et navn (ellers som ved build)
help-arg-file_or_code = En plan som PDF, en aftalekode eller teksten fra QR-koden
help-arg-plan = En plan som PDF
help-arg-extract_out = Hvor filerne lægges (ellers den mappe, du står i)
help-arg-table_format = Vis som text (tekst), json eller csv (regneark)
help-arg-mail = Skriv en påmindelse til hver skole, hvor noget mangler, som tekst til en mail
help-arg-status_today = Den dag, der regnes fra (ellers i dag)
help-arg-check_today = Den dag, som datoer og opbevaring regnes fra (ellers i dag)

person-nobody = Ingen profil passer til »{ $who }«.
    .hint = Skriv navnet, som det står i filen, eller stien til profilen.
person-nobody-near = Ingen profil passer til »{ $who }«.
    .hint = Mente du { $nearest }? Ellers skriv stien til profilen.
person-several = »{ $who }« passer til flere: { $paths }
    .hint = Skriv stien til den profil, du mener.
person-no-department = Der er ingen afdeling at lede efter »{ $who }« i.
    .hint = Gå til afdelingens mappe, skriv den med --folder, eller skriv stien til profilen.
person-folder-unreadable = Afdelingens mappe kan ikke læses, så »{ $who }« ikke kan findes.
    .hint = Se efter, at du har adgang til mappen.

sign-plan = Planen for { $name }, { $school }, aftalt den { $date }
sign-code = Aftalekode: { $code }
sign-question = Står den kode på det papir, der er underskrevet? (ja/nej)
sign-noted = Noteret for { $name }. Papiret er beviset; gem det.
sign-build-again = Lav planen igen, så står det på den.
sign-has-errors = Profilen { $file } har fejl, så intet er noteret.
    .hint = Ret fejlene ovenfor, og prøv igen.
sign-not-agreed = Planen for { $name } er stadig et oplæg, så intet er noteret.
    .hint = Skriv dagen for aftalen i filen, for eksempel: aftalt: 2026-12-02
sign-not-filled-in = Profilen for { $name } er tom, så der er ingen plan at underskrive. Intet er noteret.
sign-in-the-future = Den { $date } er ikke kommet endnu, så intet er noteret.
    .hint = Skriv den dag, papiret blev underskrevet, med --date.
sign-another-code = Papiret viser ikke den kode, som filen har nu, så intet er noteret.
    .hint = Filen er ændret, siden planen blev printet. Lav planen igen, og underskriv den nye, eller ret filen tilbage.
sign-stale = Planen for { $name } er ændret, siden koden blev vist, så intet er noteret.
    .hint = Kør kommandoen igen, og sammenlign den nye kode med papiret.
sign-record-unusable = { $path } er ændret i hånden eller gået i stykker, så intet er noteret.
    .hint = Hent en tidligere udgave frem fra jeres sikkerhedskopi. Findes den ikke, så slet filen, og noter alle underskrifter igen.
sign-not-written = { $path } kunne ikke skrives, så intet er noteret.
    .hint = Se efter, at du må skrive i mappen, og at der er plads.
record-remark =
    Noterede underskrifter på papir, skrevet af programmet »spind«. Papiret er beviset.
    Det er noter, ikke underskrifter. Ret ikke i filen: passer den ikke mere, tæller den ikke.

code-mistyped = Der er en tastefejl i koden »{ $code }«.
    .hint = Skriv koden igen, som den står nederst på planen: seks grupper på fire tegn og et kontroltegn.
code-not-a-code = »{ $code }« er hverken en fil eller en aftalekode.
    .hint = Skriv stien til en plan som PDF, eller koden nederst på planen: seks grupper på fire tegn og et kontroltegn.

plan-unreadable = { $path } kan ikke læses.
    .hint = Se efter, at filen er der, og at du har adgang til den.
plan-not-a-pdf = { $path } er ikke en PDF.
    .hint = Vælg en plan, som programmet har lavet.
plan-too-large = { $path } er større, end en plan kan være.
    .hint = Vælg en plan, som programmet har lavet.
plan-carries-nothing = { $path } har ingen aftale med sig.
    .hint = Det har kun planer. Er filen gemt igen af et andet program eller scannet, så efterprøv koden nederst på planen: spind verify KODE
plan-altered = { $path } er ikke udstedt herfra, eller den er ændret.
    .hint = Stol ikke på siderne. Efterprøv koden på det underskrevne papir: spind verify KODE
plan-other-version = { $path } er lavet af en anden version af programmet og kan ikke efterprøves.
    .hint = Brug den version, eller efterprøv koden nederst på planen: spind verify KODE
plan-other-templates = { $path } er lavet med andre skabeloner eller skrifttyper og kan ikke efterprøves.
    .hint = Skriv de samme med --templates og --fonts, eller efterprøv koden nederst på planen: spind verify KODE

verify-current = Gælder nu, noteret som underskrevet af begge: Planen for { $name }, { $school }, er den, som mappen har.
verify-current-by-one = Gælder nu, men er kun noteret som underskrevet af den ene: Planen for { $name }, { $school }, er den, som mappen har.
verify-current-unsigned = Ikke noteret som underskrevet: Planen for { $name }, { $school }, er den, som mappen har nu.
verify-current-changed = Ikke noteret som underskrevet, siden den blev ændret: Planen for { $name }, { $school }, er den, som mappen har nu.
verify-changed = Noteret som underskrevet, siden ændret: Planen for { $name }, { $school }.
verify-unknown = Ikke udstedt herfra, eller ændret siden: Mappen kender ikke den aftale.
    .hint = Er det den rigtige mappe? Et oplæg, som ingen har underskrevet, kendes kun, så længe filen ikke er ændret.
verify-profile-missing = Profilen er væk eller har en fejl, så det kan ikke vises, hvad der er ændret.
verify-covers = Koden dækker navn, skole, leder, niveauer, ønsker, vigtighed og planens linjer; ikke kurser, bemærkninger eller andet på siderne.
verify-elsewhere = Fra en anden afdeling eller kommune: Siderne nævner ikke den, som mappen har.
    .hint = Er det den rigtige mappe? Har afdelingen fået et nyt navn, så lav planen igen.
verify-no-department = Koden alene viser ikke, hvilken kommune den er fra: Se efter på papiret.
verify-noted-by = Noteret af { $who }.
verify-noted-by-unknown = Det står ikke, hvem der noterede det.
verify-only-noted = Noterne er ikke et bevis: Den, der kan skrive i mappen, kan skrive dem. Papiret er beviset.
verify-noted = { $role }: noteret som underskrevet på papir den { $date }.
verify-noted-not-compared = { $role }: noteret som underskrevet på papir den { $date }; koden på papiret er ikke sammenlignet.
verify-not-noted = { $role }: ikke noteret som underskrevet.

extract-exists = { $path } findes allerede, så intet er skrevet.
    .hint = Vælg en anden mappe med --out, eller flyt filen.
extract-not-written = { $path } kunne ikke skrives.
    .hint = Se efter, at du må skrive i mappen, og at der er plads.

due-profile = Profiler
due-strategic-plan = Strategisk uddannelsesplan
due-plan = Aftalte planer
due-evaluation = Evaluering
due-line = { $what }: { $date }, { $when }
due-coming =
    { $days ->
        [0] i dag
        [one] om 1 dag
       *[other] om { $days } dage
    }
due-past =
    { $days ->
        [one] for 1 dag siden
       *[other] for { $days } dage siden
    }
due-done = { $done } af { $all } er på plads
status-profiles = Profiler: { $filled } af { $all } udfyldt, { $open } ikke udfyldt, { $errors } med fejl
status-department = Afdeling
status-people = I alt
status-with-errors = Med fejl
status-talks-held = MUS holdt
status-plans-agreed = Aftalt
status-signed = Noteret
status-overdue = Over frist
status-up-to-date = Gældende
status-share = { $some } af { $all }
status-unknown = ukendt
status-name = Navn
status-profile = Profil
status-profile-ok = i orden
status-profile-error = har fejl
status-profile-open = ikke udfyldt
status-plan = Plan
status-plan-agreed = aftalt
status-plan-draft = oplæg
status-signed-by-employee = Medarbejder
status-signed-by-leader = Leder
status-note = { $role }: noteret som underskrevet { $date } af { $who }, koden sammenlignet
status-note-not-compared = { $role }: noteret som underskrevet { $date } af { $who }, koden ikke sammenlignet
status-since-signed = Siden noten
status-changed = ændret
status-unchanged = uændret

help-arg-forberedelse = Lav også hver medarbejders forberedelse til samtalen
help-arg-opfoelgning = Lav også hver medarbejders opfølgning på planen og en kalenderfil (.ics) med dens datoer
help-arg-print = Gem også alle planer til udskrift: en fil for hver skole og en for alle
help-arg-poll = Se efter ændringer hvert sekund (til netværksdrev, der ikke selv fortæller om dem)
help-arg-blank = Lav også en tom blanket, blanket.pdf, til at udfylde med en pen
help-arg-per_school = Lav også et hæfte for hver skole i haefter/
help-arg-force = Lav alt om, også det, der er uændret

# Årsskiftet, og at glemme nogen.

help-rollover = Lukker året: gemmer det hele i et arkiv og gør profilerne klar til det næste.
help-arg-to = Den nye periode, for eksempel 2027/28
help-arg-archive = Arkivet: mappen med de afsluttede år, uden for den fælles mappe
help-arg-other_archive = Gør et afbrudt årsskifte færdigt med et andet arkiv, fordi det første er flyttet eller tabt
help-arg-yes = Gør det uden at spørge

confirm-nobody = Intet er ændret, for programmet kan ikke spørge nogen her.
    .hint = Se listen igennem, og kør kommandoen igen med --yes.
confirm-declined = Intet er ændret.
confirm-stale = Mappen er ændret, siden listen blev vist. Intet er ændret af denne kørsel.
    .hint = Kør kommandoen igen, og se den nye liste igennem.

lock-failed = { $folder } kan ikke låses: { $reason }. Intet er ændret.
    .hint = Se efter, at .spind er en mappe, og at lock i den er en almindelig fil. Prøv så igen.
lock-leftover = Rest af en afbrudt kørsel er fjernet: { $path }
lock-waiting = Venter: En anden kørsel af spind er i gang i { $folder }. Denne fortsætter af sig selv, når den anden er færdig.

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
rollover-person-only-rolled = { $file } ({ $name }): er allerede lagt om; det gamle års profil er kun i det første arkiv
rollover-first-archive = Det første arkiv findes stadig: { $archive }. Brug det med --archive, så bliver hele det gamle år samlet ét sted. Ellers bruges { $target }.
rollover-person-edited = { $file } ({ $name }): er ændret, siden arkivet blev lavet, og røres ikke
rollover-person-added = { $file } ({ $name }): er kommet til, siden arkivet blev lavet, og røres ikke
rollover-person-gone = { $file } ({ $name }): er ikke længere i mappen
rollover-courses = gennemført: { $courses }
rollover-going-on = { $lines ->
    [one] 1 planlinje går
   *[other] { $lines } planlinjer går
} videre
rollover-booklet-ends = samtykke til hæftet bortfalder
rollover-teaching-ends = samtykke til at være oplærer bortfalder
rollover-converted = filen gemmes som UTF-8
rollover-going = { $path } flyttes til arkivet
rollover-consents = Alle samtykker skal gives igen. Indtil da er ingen med i det offentlige hæfte, og ingen nævnes som oplærer.
rollover-question = Skal året lukkes? (ja/nej)
rollover-done =
    { $people ->
        [one] 1 profil er
       *[other] { $people } profiler er
    } klar til { $to }. Det gamle år ligger i { $target }.
rollover-done-in-part =
    { $people ->
        [one] 1 profil er
       *[other] { $people } profiler er
    } klar til { $to }. Arkivet er { $target }.
rollover-only-rolled = Arkivet har ikke det gamle års udgave af { $files }, som allerede var lagt om. Den findes kun i det første arkiv.
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
rollover-half-closed = Årsskiftet til { $to } blev afbrudt og er kun halvt færdigt. Det gamle år ligger i { $target }. Intet er ændret.
    .hint = Kør kommandoen igen med --to { $to } og med det arkiv efter --archive. Er arkivet flyttet eller tabt, så tilføj --other-archive; docs/aarsskifte.md fortæller, hvad der så sker.
rollover-inside = Arkivet { $target } og den fælles mappe kan ikke ligge i hinanden. Intet er ændret.
    .hint = Vælg en mappe et andet sted med --archive, og helst et sted, hvor kun få har adgang.
rollover-in-the-way = { $target } findes i forvejen og er ikke et arkiv af dette år. Intet er ændret.
    .hint = Vælg en anden mappe med --archive, eller flyt det, der ligger der.
rollover-unusual = Disse filer er skrevet sådan, at programmet ikke trygt kan rette i dem: { $files }. Intet er ændret.
    .hint = Skriv hver oplysning på sin egen linje, som i eksemplet i docs/filformat.md, og prøv igen.
rollover-changing = { $path } blev ændret, mens den blev læst. Intet er ændret.
    .hint = Vent, til ingen retter i mappen, og til den er synkroniseret. Prøv så igen.
rollover-archive-failed = Arkivet kunne ikke laves: { $path }: { $reason }. Intet er ændret.
    .hint = Se efter, at der er plads, og at du må læse hele den fælles mappe og skrive i arkivet.
rollover-unreadable = { $path } kunne ikke læses: { $reason }. Intet er ændret.
    .hint = Se efter, at du har adgang til filen, og prøv igen.

help-forget = Sletter alt om en medarbejder: profil, planer, kopier og det, der ligger i arkiver.
forget-title = Dette om { $name } bliver slettet:
forget-no-folder = Mappen { $folder }, som står efter { $option }, findes ikke. Intet er slettet.
    .hint = Se efter, at navnet er skrevet rigtigt. Uden { $option } ses der ikke efter i den.
forget-common = Disse fælles dokumenter bliver slettet og lavet igen:
forget-common-for-good = Disse fælles filer bliver slettet og ikke lavet igen:
forget-unsearched = I disse filer kan programmet ikke søge. Se selv efter, om { $name } står i dem:
forget-unsearched-more = … og { $count } til
forget-out-of-another = { $out } rummer en anden afdelings dokumenter og røres ikke.
forget-not-searched = { $folder } rummer mere, end programmet ser igennem. Resten er ikke undersøgt: { $path } og det, der kommer efter.
    .hint = Se selv efter navnet der, eller brug en mappe til dokumenterne, hvor der ikke ligger andet.
forget-other-person = { $path } er en anden medarbejders og røres ikke.
forget-mentions = { $name } er også nævnt her. Det skal I selv rette:
forget-mention-lines = { $path }, { $count ->
        [one] linje { $lines }
       *[other] linjerne { $lines }
    }
forget-mention-file = { $path } (se selv efter i filen)
forget-mentions-left = Husk { $count ->
        [one] den fil
       *[other] de { $count } filer
    } ovenfor, hvor I selv skal rette navnet.
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
forget-unread = Noget i mappen eller arkivet kan ikke læses, så der kan stadig ligge noget om { $name } der.
    .hint = Sørg for, at alt kan læses, og se det igennem, der er nævnt ovenfor.
forget-not-rebuilt = Afdelingens dokumenter i { $out } kunne ikke laves igen.
    .hint = Kør spind build, når fejlene er rettet. Indtil da kan andres planer stadig nævne navnet.
forget-out-of-date = { $path } er fra før, fordi profilen har en fejl, og kan stadig nævne { $name }.
    .hint = Ret fejlen, og kør spind build, eller slet filen.
forget-not-remade = { $path } er slettet. Lav den igen, hvis den skal bruges.

# Det offentlige hæfte
help-arg-edition = Hvilke hæfter der laves: intern (hvis intet er skrevet), offentlig eller alle
public-withdrawn = Disse siger ikke længere ja til at stå i det offentlige hæfte:
public-went-out = Ikke længere med i det offentlige hæfte:
public-came-in = Kommet med i det offentlige hæfte:
public-contradicted = Disse står i det offentlige hæfte, fordi én fil siger ja. Men en anden fil med samme navn og skole siger det ikke. Ret eller slet den fil, der er forkert:
public-tells-nobody = { $path } fortæller ikke, hvem der står i det, så nogen af dem kan have trukket sit ja tilbage.
public-built-again = { $path } er lavet igen uden dem.
public-deleted = { $path } er slettet.
public-on-the-web = Ligger hæftet på nettet, så skift det ud dér også, eller tag det ned.
public-nobody = Ingen har sagt ja til at stå i det offentlige hæfte, så der er ikke lavet noget.
    .hint = Den, der vil være med, skriver selv »hæfte: ja« under »samtykke:« i sin fil.
public-left = { $path } er hverken lavet eller slettet, fordi noget i mappen ikke kan læses.
    .hint = Så kan det ikke ses, om nogen har trukket sit ja tilbage. Sørg for, at alle filer kan læses, og prøv igen. Læg ikke hæftet på nettet imens.
public-still-there = { $path } kunne hverken laves igen eller slettes.
    .hint = Slet filen selv. Brug den ikke.
reason-unlisted = skabelonen public.typ skriver ikke i dokumentets nøgleord, hvem der er med
# Efterprøvning og status
verify-other-names = Siderne bruger andre korte navne på områderne end mappen. Koden dækker dem ikke: Læs tallene i tabellen, eller lav planen igen.
status-all = Alle
status-explained =
    Noteret: noteret som underskrevet på papir for begge. Det er en note, ikke et bevis.
    Gældende: aftalt inden for de seneste 12 måneder og ikke ændret siden noten.
status-incomplete = Noget i mappen kan ikke læses, så nogen kan mangle i oversigten.
    .hint = Det står ovenfor, hvad det er. Sørg for, at alle filer kan læses.
status-changed-since = ændret siden
status-by-both = begge
status-by-employee = kun medarbejder
status-by-leader = kun leder

## Påmindelser

missing-error = filen har en fejl og kan ikke læses
missing-levels = profilen er ikke udfyldt
missing-talk = der er ingen dag for samtalen
missing-agreement = samtalen er holdt, men planen er ikke aftalt
missing-signature = planen er ikke noteret som underskrevet af begge
missing-signed-again = planen er ændret, siden den blev underskrevet
missing-overdue =
    { $count ->
        [one] 1 aktivitet er over fristen
       *[other] { $count } aktiviteter er over fristen
    }
mail-some-leader = leder
mail-to = Til: { $leader }, { $school }
mail-subject = Emne: Udviklingsplaner{ $period }: det her mangler på { $school }
mail-greeting = Kære { $leader }
mail-missing = Det her mangler til udviklingsplanerne{ $period } på { $school }:
mail-regards = Venlig hilsen
mail-none = Intet mangler: Der er ingen at minde om noget.

# Tal til regneark og andre programmer.

help-export = Gemmer tallene til et regneark eller et andet program: niveauer, status, kursusforslag, hold, rolledækning, områder og kurser.
help-arg-export_format = xlsx (hvis intet er skrevet): én projektmappe med et ark for hvert spørgsmål; csv: en tabel i hver fil; json: alt i én fil til programmer
help-arg-export_out = Hvor det gemmes (ellers out/kompetencer.xlsx eller .json). Ved csv en mappe, eller en fil med kun niveauerne, hvis navnet ender på .csv; uden -o skrives niveauerne på skærmen. En fil erstattes kun, hvis programmet har lavet den, og ingen har gemt projektmappen siden
help-arg-export_edition = intern (hvis intet er skrevet): alle; offentlig: kun dem, der har sagt ja, og kun navn, skole, stilling og niveauer
help-arg-export_today = Den dag, status og kurser regnes fra (ellers i dag)
help-arg-skabelon = Skriver i stedet et regneark til at udfylde: en række for hver medarbejder, to kolonner for hvert område og niveauerne at vælge imellem. Det udfyldte ark tages ind med import medarbejdere

export-out-needed = Tallene skal ikke ligge i den fælles mappe.
    .hint = Skriv, hvor de skal ligge, med -o, for eksempel: spind export -o ../kompetencer.xlsx
export-format-differs = Endelsen på { $path } passer ikke til --format { $format }.
    .hint = Lad endelsen og --format være det samme, eller skriv kun den ene.
export-unknown-ending = Tallene kan ikke skrives som .{ $ending }: { $path }
    .hint = Brug .xlsx, .csv eller .json. Brug - for at skrive på skærmen.
export-template-next = Udfyld { $path }, og tag det ind med: spind import medarbejdere
export-too-large = Tallene fylder flere rækker, end et regneark kan rumme.
    .hint = Vælg --format csv eller json.
export-not-written = { $path } er ikke skrevet: { $reason }
    .hint = Luk filen, hvis den er åben. Har nogen arbejdet videre i den, så giv den et andet navn først. Eller vælg en anden fil med -o.
export-written = Tallene ligger i { $path }
export-problems = { $broken ->
        [0] Der er fejl i afdelingens filer.
        [one] 1 profil har fejl, og dens tal er ikke med.
       *[other] { $broken } profiler har fejl, og deres tal er ikke med.
    }
    .hint = spind check viser, hvad der skal rettes.
export-unreadable = Der er ikke skrevet noget, fordi noget i mappen ikke kan læses.
    .hint = Så kan det ikke ses, om nogen har trukket sit ja tilbage. Sørg for, at alle filer kan læses, og prøv igen.
export-incomplete = Der er ikke skrevet noget, fordi noget i mappen ikke kan læses, og så ville nogen mangle i tallene.
    .hint = Sørg for, at alle filer kan læses, og prøv igen.
export-nobody = Ingen har sagt ja til at stå i det offentlige hæfte, så der er ikke skrevet noget. En tidligere fil med tal er ikke rørt.
    .hint = Slet den tidligere fil, også på nettet. Den, der vil være med, skriver selv »hæfte: ja« under »samtykke:« i sin fil.
export-withdrawal = Trækker nogen sit ja tilbage, så lav filen igen, og skift den ud alle steder, hvor den ligger. Det sker ikke af sig selv.

watch-time = { $hour }.{ $minute }.{ $second }
watch-waiting = Holder øje med { $folder }. Tryk Ctrl+C for at stoppe.
watch-gone = { $folder } er væk. Venter på, at mappen kommer igen.
watch-polls = Systemet kan ikke melde alle ændringer i { $folder }, så programmet ser efter hvert sekund.
watch-held = Prøver igen, indtil filen er lukket i det andet program.
watch-made = Lavet: { $path } ({ $milliseconds } ms)
watch-made-more = og { $more } til ({ $milliseconds } ms)
watch-removed = Slettet, fordi profilen er væk: { $path }
watch-out-of-date = Ikke lavet om, fordi profilen har en fejl: { $path }
watch-mended = Alle problemer er rettet.
watch-fewer = Færre problemer. Der er { $problems } tilbage i { $files }
# Nye profiler og skemaer til skriveprogrammer
help-schema = Viser, hvad der kan stå i en fil, som et skema, skriveprogrammer kan bruge.
help-vejledning = Laver Sådan gør du.pdf: én side til den, der skal udfylde sin profil.
help-arg-new_name = Medarbejderens navn; laver en profil at udfylde
help-arg-new_school = Skolen, som den hedder i afdeling.yaml
help-arg-department_folder = Afdelingens mappe (ellers profiles, eller den mappe, du står i, hvis afdeling.yaml ligger der)
help-arg-schema_kind = Hvilken slags fil: profil, afdeling, rollemodel, kurser, forløb, årgang eller svar
help-arg-schema_out = Filen, skemaet gemmes i (ellers vises det)
schema-no-department = Skemaet kan ikke laves, før fejlene ovenfor er rettet.
    .hint = Ret dem i afdeling.yaml og rollemodel.yaml, og prøv igen.
schema-not-written = { $path } kunne ikke skrives: { $reason }
    .hint = Se efter, at du må skrive i mappen. Profilerne kan bruges uden skemaet; det hjælper kun, mens man skriver.
new-ask-name = Hvem skal profilen være til? Skriv hele navnet:
new-ask-school = Hvilken skole? Skriv tallet:
new-declined = Ingen profil er lavet.
new-nobody-to-ask = Der mangler et navn eller en skole, og programmet kan ikke spørge nogen her.
    .hint = Skriv begge dele, for eksempel: spind new "Anne Eksempel" --skole Nordskolen
new-bad-name = Der kan ikke laves en fil til »{ $name }«.
    .hint = Skriv navnet med bogstaver. Hjælper det ikke, så kopiér en anden profil, og ret den.
new-personal-number = Der er et CPR-nummer i det, du har skrevet. Der er ikke lavet nogen fil.
    .hint = Skriv kun navnet. Et CPR-nummer må ikke stå i filerne.
new-no-school = Afdelingen har ingen skole, der hedder »{ $school }«.
    .hint = Vælg en af disse, eller skriv skolen i afdeling.yaml: { $schools }
new-no-school-near = Afdelingen har ingen skole, der hedder »{ $school }«.
    .hint = Mente du { $nearest }? Ellers skriv skolen i afdeling.yaml.
new-person-exists = { $name } har allerede en profil: { $path }
    .hint = Er det den samme, så ret den fil. Er det en anden med det samme navn, så skriv også et mellemnavn.
new-file-exists = { $path } findes allerede, så intet er skrevet.
    .hint = Ret den fil, eller skriv også et mellemnavn, så den nye fil hedder noget andet.
new-profile-not-written = { $path } kunne ikke skrives: { $reason }
    .hint = Se efter, at du må skrive i mappen, og at der er plads.
new-file-line = Linjen nedenfor er til skriveprogrammer, der hjælper, mens man skriver. Lad den stå.
new-file-yours = Det her er din profil. Skriv efter kolonerne, og gem filen.
new-file-off = En linje med # forrest er slået fra. Linjer som denne er til at læse; i de andre sletter du tegnet # for at bruge linjen.
new-file-private = Skriv ikke helbred, fagforening eller CPR-nummer i filen: Den ligger i en fælles mappe.
new-file-somebody = Anne Eksempel
new-file-position = Skolesekretær
new-file-talk = 2. december { $year }
new-file-deadline = 1. maj { $year }
new-file-follow-up = 15. juni { $year }
new-file-long-form = Er der mere at sige om et område, så slet tallet efter kolonet, og brug linjerne nu, ønsket, vigtighed og bemærkning nedenunder.
new-file-remark = Det, der ellers er at sige
help-arg-tom = Lav korte filer uden eksempel: kun afdelingens navn, skoler og niveauer
help-arg-navn = Afdelingens navn (med --tom eller --fra)
help-arg-skoler = Skolerne med komma imellem (med --tom eller --fra)
help-arg-skala = Niveauernes navne, det laveste først, med komma imellem (med --tom; ellers fire almindelige)
new-school-twice = { $school } står to gange i --skoler.
    .hint = Skriv hver skole én gang.
new-needs-schools = Der mangler skoler.
    .hint = Skriv dem med komma imellem: --skoler "Nordskolen, Sydskolen"
new-scale-too-short = En skala har mindst to niveauer.
    .hint = Skriv dem med komma imellem: --skala "Ny, På vej, Sikker"
new-empty-name = Skoleafdelingen
new-empty-settings =
    Afdelingen: hvem I er, og hvilke skoler I har.
    En linje med # foran tæller ikke. Slet # for at bruge den.
new-empty-schools = Skolens leder og by kan skrives med: {"{"}navn: Nordskolen, leder: Per Holm, sted: Nordby{"}"}
new-empty-more-settings = Resten står i docs/filformat.md: frister, budget, ønsker til kurser.
new-empty-role-model =
    Rollemodellen: de områder, alle vurderer sig selv i, og de niveauer, de bruger.
    Skriv jeres egne områder. Der skal være mindst tre.
new-empty-role-model-name = Vores rollemodel
new-empty-scale = Niveauerne, det laveste først. I profilerne skrives kun tallet.
new-empty-areas = Hvert område har et kort ord, som profilerne og kurserne bruger.
new-empty-area-it = It
new-empty-area-economy = Økonomi
new-empty-area-communication = Kommunikation
new-empty-level-1 = Kender til det
new-empty-level-2 = Kan med hjælp
new-empty-level-3 = Kan selv
new-empty-level-4 = Kan lære fra sig
new-empty-catalogue =
    Kurserne. De kommer nemmest fra udbyderens liste: spind import kurser LISTE
    Listen skal have en kolonne Områder med områdernes korte ord fra rollemodel.yaml.
new-file-last-goal = Målet fra sidste plan
new-file-ways = Til hvert mål hører én af tre måder: et kursus, en form hos en kollega eller en aktivitet med egne ord.
new-file-goal = Hvad jeg kan, når det er lykkedes
new-file-success = Tallene er klar til mødet hver måned
new-file-leader-does = Sætter en fast time af hver måned
new-file-activity = Noget tredje, med egne ord
# Lister fra udbydere.

help-import = Opdaterer kurser eller medarbejdere ud fra en liste.
help-kurser = Opdaterer kurser.yaml ud fra en udbyders liste (Excel eller CSV): nye datoer, priser, pladser og kurser. Viser først, hvad der ændres.
help-arg-list = Listen: en projektmappe fra Excel (.xlsx) eller en tekstfil (.csv)
help-arg-import_folder = Afdelingens mappe (ellers som ved build)

import-read = { $list }: { $rows ->
        [one] 1 række
       *[other] { $rows } rækker
    } om { $courses ->
        [one] 1 kursus
       *[other] { $courses } kurser
    }
import-used = Kolonner, der bruges: { $columns }
import-unused = Kolonner, der ikke bruges: { $columns }
import-new-course = Nyt: { $number } { $title }
import-new-session = nyt hold: { $fields }
import-session = hold { $which }: { $fields }
import-nothing = { $path } siger allerede det samme. Intet er ændret.
import-question = Skal { $path } ændres? (ja/nej)
import-done = { $path } er ændret: { $changed ->
        [one] 1 kursus er rettet
       *[other] { $changed } kurser er rettet
    }, { $added ->
        [one] 1 er nyt
       *[other] { $added } er nye
    }.
import-zeroes = Listens { $number } er { $there } i kurser.yaml. Regneark fjerner nuller forrest.
import-own-kept = Listen har andre områder eller niveauer for { $number }. Afdelingens egne er beholdt.
import-example = { $number } er mærket »eksempel: ja«. Slet den linje, når alle oplysninger om kurset er rigtige.
import-session-not-listed = { $count ->
        [one] Holdet { $start } på { $course } står ikke på listen. Det røres ikke. Slet det i kurser.yaml, hvis det er aflyst.
       *[other] Holdene { $start } på { $course } står ikke på listen. De røres ikke. Slet dem i kurser.yaml, hvis de er aflyst.
    }
import-new-expired = { $number } er udløbet og står ikke i kataloget, så det tages ikke med.
import-at-cell = Række { $row }, { $column }:
import-at-row = Række { $row }:
import-summary-new = Nye kurser ({ $count }): { $list }
import-summary-changed = Ændrede kurser ({ $count }): { $list }
import-summary-gone = Udgår ({ $count }): { $list }
import-summary-closed = Hold, der lukker ({ $count }): { $list }
import-summary-not-listed = Ikke på listen hos samme udbyder ({ $count }), røres ikke: { $list }
import-list-more = { $list } og { $count } til
import-notes-more = … og { $count } af samme slags
import-at-sheet = Ark »{ $sheet }«:
import-at-sheet-row = Ark »{ $sheet }«, række { $row }:
import-at-sheet-cell = Ark »{ $sheet }«, række { $row }, { $column }:
import-two-meanings = »{ $value }« kan betyde { $one } eller { $other } og er ikke taget med.
    .hint = Skriv det, der menes, i listen. Er cellen blevet til en dato i Excel, så formatér den som tekst, og skriv den igen.
import-two-periods = Holdet kan være { $start } til { $end } eller, hvis måneden står først, { $other_start } til { $other_end }. Det er ikke taget med.
    .hint = Skriv måneden med bogstaver, for eksempel 3. februar 2027.
import-one-or-many = { $rows } rækker fra { $start } til { $end } kan være ét hold med flere mødegange eller { $rows } hold. De er ikke taget med.
    .hint = Er det ét hold, så skriv kun én række med start og slut, eller giv rækkerne samme holdnummer. Er det flere, så giv dem hver sit holdnummer.
import-price-by-day = »{ $value }« er en pris pr. dag, uge eller time, og kursets længde kendes ikke.
    .hint = Skriv hele prisen, eller skriv antallet af dage i en kolonne Dage.
import-formula = Cellen har en formel, hvis resultat ikke er gemt i filen.
    .hint = Åbn listen i Excel, og gem den. Så kommer resultatet med.
import-status-of-what = Rækken har ingen startdato, så det kan ikke ses, hvilket hold der er lukket.
    .hint = Skriv holdets startdato. Er hele kurset nedlagt, så skriv »udgået«.
import-sheet-without-headings = Arket ligner en liste, men har ingen række med overskrifter og er ikke taget med.
    .hint = Sæt overskrifterne fra det første ark over kolonnerne.
import-hidden-sheet = Arket er skjult og ikke taget med.
import-hidden-rows = { $count ->
        [one] 1 skjult række er ikke taget med: { $rows }
       *[other] { $count } skjulte rækker er ikke taget med: { $rows }
    }
import-repeated-column = Kolonnerne »{ $first }« og »{ $again }« ser ud til at sige det samme. »{ $first }« gælder.
import-year-assumed = »{ $value }« er læst som { $start }, fordi der ikke står et år.
import-week-assumed = »{ $value }« er læst som { $start } til { $end }.
import-blocks = »{ $value }« er læst som ét hold i { $count } blokke fra { $start } til { $end }.
import-other-blocks = Blokkene går fra { $start } til { $end }, og holdet fra { $other_start } til { $other_end }. Blokkene er ikke taget med.
    .hint = Ret den, der er forkert, så den første blok begynder med holdet og den sidste slutter med det.
import-calculated = »{ $value }« er læst som { $amount }.
import-subsidy-without-amount = »{ $value }« er ikke et beløb, så tilskuddet er uændret.
import-cancelled-elsewhere = Holdet { $start } på { $course } er aflyst ifølge listen og står ikke i kataloget.
import-same-fault = Det samme gælder { $count ->
        [one] række { $rows }
       *[other] rækkerne { $rows }
    }{ $more ->
        [0] {""}
       *[other] {" "}og { $more } til
    }.
import-no-number = Rækken har ikke noget nummer og er ikke taget med.
    .hint = Skriv kursets nummer på hver række, også når flere rækker er hold på samme kursus.
import-too-long = Teksten er så lang, at den nok har slugt en del af listen.
    .hint = Se efter, om der mangler et anførselstegn (") i den række eller i en ovenover.
import-no-start = Holdet har ingen startdato og er ikke taget med.
    .hint = Skriv den første dag, for eksempel 2027-03-02.
import-cancelled = Holdet { $start } på { $course } er aflyst ifølge listen. Det får ledige: 0, så det ikke bliver foreslået. Slet det i kurser.yaml, når ingen plan nævner det.
import-unknown-area-near = Området »{ $value }« findes ikke i rollemodellen.
    .hint = Mente du { $nearest }?
import-which-number = Nummeret { $number } kan være flere kurser i kurser.yaml, som kun adskiller sig ved nuller forrest. Rækken er ikke taget med.
    .hint = Skriv nummeret, som det står i kurser.yaml. I Excel: formatér kolonnen som tekst først.
import-broken-there = { $number } står i kurser.yaml med en fejl og er ikke rørt.
    .hint = Ret fejlen, og tag listen ind igen. spind check viser den.
import-says-otherwise = Rækken siger noget andet om kurset end række { $row }, som gælder.
    .hint = Ret listen, hvis det er denne række, der er rigtig.
import-session-twice = Rækken siger noget andet om holdet end række { $row }, som gælder. Den kan være en rettelse eller et andet hold samme dag.
    .hint = Ret listen, hvis det er en rettelse. Er det to hold, så giv dem hver sit nummer i en kolonne Holdnr.
import-unusual = { $number } er skrevet sådan i kurser.yaml, at programmet ikke trygt kan rette i det. Kurset er ikke rørt.
    .hint = Skriv hver oplysning på sin egen linje, som i docs/filformat.md, og prøv igen.
import-left-out = Ikke taget med: række { $row }, { $number } { $title }. Der mangler: { $missing }
    .hint = { $count ->
        [one] Kurset er nyt. Skriv det, der mangler, i listen
       *[other] Kurserne er nye. Skriv det, der mangler, i listen
    } (en kolonne »Områder« med for eksempel økonomi), gem den, og kør kommandoen igen.
import-left-out-more = … og { $count } til
help-medarbejdere = Laver en profil til hver på en liste fra personalesystemet (Excel eller CSV), og udfylder niveauer fra et ark med medarbejdere og områder. Viser først, hvad der sker.
import-people-read = { $list }: { $rows ->
        [one] 1 række
       *[other] { $rows } rækker
    }
import-people-unused = Kolonner, der bliver i listen: { $columns }
import-people-new = Nye profiler ({ $count }):
import-people-filled = Udfyldes ({ $count }):
import-people-differences = Listen siger noget andet ({ $count }). Profilerne beholder deres:
import-people-left = Holdt op ({ $count }), springes over:
import-people-units = Enheder, der ikke er en skole ({ $count }). Deres folk springes over:
import-people-not-listed = Har en profil på de samme skoler og står ikke på listen ({ $count }): { $list }
import-people-unchanged = Uændret: { $count }
import-people-levels = { $count ->
        [one] 1 område
       *[other] { $count } områder
    }
import-differs-school = skole: { $kept } (listen: { $listed }). Er medarbejderen flyttet, så ret skole i { $file }.
import-differs-position = stilling: { $kept } (listen: { $listed })
import-differs-leader = leder: { $kept } (listen: { $listed })
import-differs-levels = { $area }: { $kept } (listen: { $listed })
import-left-on = { $name } ({ $date })
import-left-has-profile = { $name } har en profil. Se spind forget.
import-unit = »{ $unit }«: { $people }
import-unit-near = »{ $unit }«: { $people }. Mente du { $nearest }?
import-unit-none = uden enhed: { $people }
import-units-hint = Ret enheden i listen, så den er en af afdelingens skoler: { $schools }
import-ask-unit = »{ $unit }« er ikke en skole. Hvilken er det? (navn eller tom linje for at springe over)
import-ask-unit-near = »{ $unit }« er ikke en skole. Hvilken er det? (navn, ja for { $nearest }, eller tom linje for at springe over)
import-people-question = Skal profilerne skrives? (ja/nej)
import-people-nothing = Profilerne siger allerede det samme. Intet er skrevet.
import-people-done = Profiler: { $new ->
        [one] 1 ny
       *[other] { $new } nye
    }, { $filled } udfyldt.
import-people-not-written = { $path } kunne ikke skrives: { $reason }
    .hint = Luk filen, hvis den er åben, og se efter, at du må skrive i mappen. Kør så kommandoen igen; det, der er skrevet, bliver ikke skrevet to gange.
import-people-changed = Mappen blev ændret imens. Intet mere er skrevet.
    .hint = Kør kommandoen igen.
import-no-names = I { $list } er der ingen række med overskrifter, hvor en kolonne er folks navne. Intet er skrevet.
    .hint = Giv kolonnen overskriften Navn (eller Fornavn og Efternavn). De andre kan hedde Skole eller Enhed, Stilling, Leder, Slutdato og navnene på områderne.
import-personal-number = Et personnummer er fjernet fra teksten.
import-person-broken = { $name } har en profil med en fejl og er ikke sammenlignet.
    .hint = spind check viser fejlen. Ret den, og tag listen ind igen.
import-person-file-exists = Der er allerede en fil, som ville hedde det samme som profilen for { $name }. Rækken er ikke taget med.
    .hint = Se efter, om det er den samme person. Er det to med samme navn, så lav den anden med spind new og et mellemnavn.
import-person-bad-name = { $name } kan ikke blive navnet på en profil. Rækken er ikke taget med.
    .hint = Skriv navnet med bogstaver i listen.
import-person-twice = { $name } står to gange med hver sin skole, også i række { $row }. Det kan være to personer eller én med to ansættelser. Rækken er ikke taget med.
    .hint = Er det to personer, så giv den ene et mellemnavn i listen. Er det én, så slet den ene række.
import-person-unusual = Profilen for { $name } er skrevet sådan, at programmet ikke trygt kan udfylde den. Den er ikke rørt.
    .hint = Skriv niveauerne selv.
import-only-wanted = { $area } har et ønsket niveau, men intet niveau nu.
    .hint = Skriv niveauet nu i listen.
import-area-twice = { $area } står to gange med forskellige niveauer. Det første gælder.
    .hint = Lad ét af dem stå i listen.
import-relevant-or-not = { $area } kan være { $current } nu eller { $wanted }, som der er ønsket. Området er ikke taget med.
    .hint = Skriv det samme i begge celler, eller lad den ene være tom.
import-sheet-of-whom = Arket har niveauer, men det kan ikke ses, hvis de er. Det er ikke taget med.
    .hint = Skriv Navn i en celle over tabellen og navnet i cellen ved siden af, eller kald arket det.
import-too-many-people = Listen har flere end { $most } nye medarbejdere. Resten er ikke taget med.
    .hint = Del listen, og tag den ind i flere omgange.
import-unclear-encoding = Listens bogstaver kan læses på to måder: »{ $value }« eller »{ $other }«. De er læst på den første.
    .hint = Er den forkert, så gem listen fra Excel som »CSV UTF-8« eller .xlsx, og tag den ind igen.
import-no-such-list = { $path } findes ikke. Intet er ændret.
    .hint = Se efter, om stien er rigtig. Har den mellemrum, så sæt den i anførselstegn.
import-unreadable = { $path } kan ikke læses. Intet er ændret.
    .hint = Luk filen, hvis den er åben i et andet program, og se efter, at du har adgang til den.
import-too-large = { $list } er større, end en kursusliste kan være. Intet er ændret.
    .hint = Gem kun de rækker og ark, der skal bruges, i en ny fil.
import-too-many-rows = { $list } har flere end { $most } rækker. Intet er ændret.
    .hint = Gem kun de rækker, der skal bruges, i en ny fil.
import-old-workbook = { $list } er gemt i et gammelt Excel-format eller har en adgangskode. Intet er ændret.
    .hint = Åbn den i Excel, og gem den som »Excel-projektmappe (*.xlsx)« uden adgangskode.
import-not-a-workbook = { $list } er ikke en Excel-projektmappe, eller den er gået i stykker. Intet er ændret.
    .hint = Åbn den i Excel, og gem den igen som »Excel-projektmappe (*.xlsx)« eller som CSV.
import-not-a-list = { $list } er ikke en liste. Intet er ændret.
    .hint = Brug en fil fra Excel (.xlsx) eller en tekstfil (.csv). Fra en PDF kan listen kopieres over i et regneark.
import-no-heading = I { $list } er der ingen række med overskrifter, hvor en kolonne er kursernes nummer. Intet er ændret. Kendte overskrifter: { $known }. Andre: { $unknown }
    .hint = Giv kolonnen med numre overskriften Nummer. De andre kan hedde Titel, Form, Områder, Udbyder, Dage, Pris, Tilskud, Udløber, Udgået, Start, Slut, Sted, Pladser, Ledige og Halvdage.
import-two-catalogues = Der er to kataloger: { $one } og { $two }. Intet er ændret.
    .hint = Åbn begge, behold det rigtige, og slet det andet. Prøv så igen.
import-catalogue-unreadable = kurser.yaml kan ikke læses. Intet er ændret.
    .hint = spind check viser, hvad der skal rettes.
import-catalogue-unusual = kurser.yaml er skrevet sådan, at programmet ikke trygt kan rette i den. Intet er ændret.
    .hint = Skriv hvert kursus som i docs/filformat.md, og prøv igen.
import-catalogue-too-large = kurser.yaml ville blive større, end programmet læser. Intet er ændret.
    .hint = Tag kun de kurser ind, som afdelingen kan bruge.
import-catalogue-changed = kurser.yaml blev ændret imens. Intet er ændret af programmet.
    .hint = Kør kommandoen igen.
import-not-written = { $path } kunne ikke ændres: { $reason }
    .hint = Luk filen, hvis den er åben i et andet program, og se efter, at du må skrive i mappen.

# Kommandolinjens hjælp, og det, den ikke kan forstå.

help-completions = Skriver en fil, så tabulatortasten fuldfører kommandoer.
help-man = Skriver programmets manualside.
help-arg-shell = Kommandofortolkeren
help-arg-open = Vis resultatet i det program, der plejer at vise den slags
help-word-options = TILVALG
help-word-command = KOMMANDO
help-values = muligheder: { $values }
help-default = ellers: { $value }
help-heading-examples = Eksempler:
help-heading-exit-codes = Afslutningskoder:
help-exit-codes =
    0  alt er gjort
    1  noget har fejl eller kunne ikke skrives; alt andet er gjort
    2  intet er gjort: kommandoen kan ikke forstås, eller afdelingens filer kan ikke bruges
help-examples-spind =
    spind check profiles           hvad skal rettes?
    spind build profiles --open    lav det hele, og vis hæftet
help-examples-build =
    spind build                                              alle planer og hæftet, af mappen profiles
    spind build profiles --only "Camilla Rishøj" --open      én plan, som vises
    spind build profiles -o planer --edition alle --blank    også det offentlige hæfte og en tom blanket
help-examples-check =
    spind check profiles                  hvad skal rettes?
    spind check --explain unknown-area    hvad betyder koden?
    spind check profiles --format json    til andre programmer
help-examples-new =
    spind new "Anne Eksempel" --skole "Hedekær Skole"    en profil at udfylde
    spind new afdeling min-afdeling                      en mappe at begynde med
    spind build min-afdeling -o planer                   den første plan
help-examples-afdeling =
    spind new afdeling min-afdeling       en mappe at begynde med
    spind build min-afdeling -o planer    den første plan
help-examples-sign =
    spind sign "Lone Havtorn" --as leder                                     underskrevet i dag
    spind sign profiles/klithedeskolen/lone-havtorn.yaml --as medarbejder    stien til profilen går også
help-examples-verify =
    spind verify out/planer/lyngfjord-skole/camilla-rishøj.pdf             mod mappen profiles
    spind verify out/planer/lyngfjord-skole/camilla-rishøj.pdf profiles    mod den mappe
help-examples-extract =
    spind extract out/planer/lyngfjord-skole/camilla-rishøj.pdf              til den mappe, du står i
    spind extract out/planer/lyngfjord-skole/camilla-rishøj.pdf -o aftale    til mappen aftale
help-examples-status =
    spind status profiles                 hvem mangler hvad?
    spind status profiles --format csv    til et regneark
help-examples-rollover =
    spind rollover profiles --to 2027/28 --archive arkiv          vis det, og spørg
    spind rollover profiles --to 2027/28 --archive arkiv --yes    gør det uden at spørge
help-examples-forget =
    spind forget "Camilla Rishøj"                                                      vis det, og spørg
    spind forget profiles/lyngfjord-skole/camilla-rishøj.yaml --archive arkiv --yes    også i arkivet, uden at spørge
help-examples-export =
    spind export profiles -o tal.xlsx                                  en projektmappe
    spind export profiles --format csv                                 niveauerne som tekst
    spind export profiles --edition offentlig -o tal-offentlig.xlsx    kun det, alle må se
help-examples-import =
    spind import kurser kursusliste.xlsx                           vis, hvad der ændres, og spørg
    spind import kurser kursusliste.csv --folder profiles --yes    gør det uden at spørge
help-examples-kurser =
    spind import kurser kursusliste.xlsx                           vis, hvad der ændres, og spørg
    spind import kurser kursusliste.csv --folder profiles --yes    gør det uden at spørge
help-examples-completions =
    spind completions bash > spind.bash         til bash
    spind completions powershell > spind.ps1    til PowerShell
help-examples-watch =
    spind watch profiles           lav planerne om, når nogen gemmer
    spind watch profiles --poll    på et netværksdrev
help-examples-schema =
    spind schema profil --folder profiles                   vis skemaet for en profil
    spind schema kurser --folder profiles -o kurser.json    gem skemaet for kurser.yaml
help-examples-vejledning =
    spind new vejledning --folder profiles           til afdelingen i mappen
    spind new vejledning --folder profiles -o out    i mappen out
help-examples-man =
    spind man > spind.1              på systemets sprog
    spind man --lang en > spind.1    på engelsk

man-name = NAVN
man-synopsis = OVERSIGT
man-description = BESKRIVELSE
man-environment = MILJØ
man-in-short = udviklingsplaner og hæfte af en fælles mappe
man-everywhere = Disse kan skrives ved alle kommandoer:
man-variables =
    NO_COLOR           ingen farver
    CLICOLOR_FORCE     farver, også når beskederne ikke vises på en skærm
    SOURCE_DATE_EPOCH  den dag, der regnes som i dag, i sekunder siden 1970
    LANG, LC_ALL       sproget, når hverken --lang eller afdelingen siger andet

usage-unknown = »{ $argument }« hører ikke til her.
    .hint = Se efter, om det er stavet rigtigt. Har en sti eller et navn mellemrum, så sæt det i anførselstegn.
usage-unknown-near = »{ $argument }« hører ikke til her.
    .hint = Mente du { $nearest }?
usage-missing = Her mangler: { $arguments }
    .hint = Tilføj det.
usage-missing-verb = Her mangler en kommando.
    .hint = --help viser dem, der er.
usage-no-value = Der mangler noget efter { $argument }.
    .hint = Tilføj det.
usage-bad-value = »{ $value }« kan ikke bruges ved { $argument }.
    .hint = Skriv for eksempel: { $values }
usage-twice = { $argument } kan ikke stå her mere end én gang eller sammen med det andet.
    .hint = Slet det ene.
usage-other = Kommandoen kan ikke forstås.
    .hint = Se efter, om den er stavet rigtigt.
usage-no-verb = »{ $word }« er hverken en kommando eller en mappe.
    .hint = Mente du { $nearest }?
usage-more = Skriv --help efter kommandoen for at se, hvad den kan.

open-failed = { $path } kunne ikke vises.
    .hint = Åbn filen selv. Den er lavet.

step-read = Læst: { $path }
step-done = { $step }: { $seconds } s
step-reading = Læst og kontrolleret
step-documents = Dokumenterne lavet
step-public = Det offentlige hæfte kontrolleret
step-list = Listen sammenlignet
step-tables = Tallene samlet

# Når noget ikke kan læses
build-another-edition = { $path } er lavet igen med andre medarbejdere end sidst i samme periode. Er den forrige givet videre, så giv ikke denne videre før næste periode: Forskellen mellem de to kan vise, hvor en enkelt vil videre.
build-unknown-edition = { $path } er lavet igen, og det kan ikke ses, om den forrige talte de samme medarbejdere: Listen i mappen er væk eller for gammel. Er den forrige givet videre i samme periode, så giv ikke denne videre, før I har sammenlignet dem.
build-refused = { $paths } er ikke lavet, fordi noget i mappen ikke kan læses.
    .hint = { $count ->
        [one] Der ville mangle noget i det
       *[other] Der ville mangle noget i dem
    }, uden at det kunne ses. Planerne er lavet. Sørg for, at alle filer kan læses, eller bed den, der har adgang til hele mappen, om at køre programmet. Det, der ligger fra før, er forældet.

# Når programmet åbnes med et dobbeltklik
double-click-folder = Kompetenceplaner
double-click-begin = Siden åbner i browseren. Lad vinduet her være åbent, så længe du arbejder. Luk det, når du er færdig.
    Planerne bliver lagt i { $folder }
double-click-close = Tryk Enter for at lukke vinduet.
double-click-no-department = Her er ingen profiler: { $folder } mangler filen afdeling.yaml.
    .hint = Læg programmet i den fælles mappe, hvor profilerne og afdeling.yaml ligger, og åbn det dér.
double-click-packed = Programmet er åbnet inde i en ZIP-fil og kan ikke se mappen med profilerne.
    .hint = Højreklik på ZIP-filen, vælg Udpak alle, og læg spind.exe i den fælles mappe, hvor afdeling.yaml ligger.
double-click-no-documents = Din egen mappe Dokumenter blev ikke fundet.
    .hint = Åbn Stifinder, og se, om du har en mappe, der hedder Dokumenter. Ellers spørg it-afdelingen.
double-click-shared = Din mappe { $folder } ligger i den fælles mappe. Dér kunne andre læse dine planer.
    .hint = Læg programmet i mappen med profilerne og ikke højere oppe, eller spørg it-afdelingen.
# Siderne på skærmen (spind serve)
help-serve = Viser en side om afdelingen i browseren: hvem der mangler hvad, fejl og planer, og en formular til at udfylde én profil. Kun på denne computer.
help-arg-port = Nummeret på den port, siden ligger på (ellers en ledig)
help-arg-no_open = Vis kun adressen; åbn ikke browseren
help-arg-read_only = Vis kun; lad intet kunne rettes på siderne
help-arg-edit = Ret denne profil: et navn eller en sti (ellers vælges den på siden)
help-examples-serve =
    spind serve profiles                           hele afdelingen i browseren
    spind serve profiles --only "Hedekær Skole"    kun én skole
    spind serve profiles --poll                    på et netværksdrev
serve-address = Siden ligger her, så længe vinduet er åbent: { $address }
serve-not-shown = Browseren kunne ikke åbnes.
    .hint = Kopiér adressen ovenfor over i den.
serve-opens = Siden åbner
    .hint = Sker der ikke noget, så tryk på knappen. Er programmet lukket, så start det igen.
serve-open-pages = Åbn siden
serve-used-twice = Filen, der åbner siden, er brugt to gange.
    .hint = Var det dig selv, så brug adressen, som den står i det vindue, hvor programmet kører. Ellers kan en anden på computeren have åbnet siden: Luk vinduet, og start programmet igen.
serve-port-taken = Port { $port } er optaget.
    .hint = Vælg en anden med --port, eller lad den være, så finder programmet en ledig.
serve-not-opened = Siden kan ikke vises på denne computer: { $reason }
    .hint = Prøv uden --port. Hjælper det ikke, så brug spind build og spind status.
serve-people = Medarbejdere
serve-needs = Behov
serve-groups = Hold
serve-money = Penge
serve-year = Året og hæfterne
serve-code = Efterprøv en aftalekode
    .hint = Koden står nederst på planen. Skriv den her, så svarer siden, om det er den plan, mappen har nu.
serve-departments = Afdelinger
    .hint = Løft er de områder, medarbejderne vil videre i. Bundet er aftalt, tilmeldt eller i gang; ønsket er foreslået i planerne; tilbage er resten af budgettet efter begge dele. En streg betyder, at tallet ikke kendes.
serve-department = Afdeling
serve-lifts = Løft
serve-lifts-needed = Nødvendige løft
serve-bound = Bundet
serve-wished = Ønsket
serve-left = Tilbage
serve-no-figures = Her står tallene for hele afdelingen eller en hel skole. De vises, når alle dens medarbejdere er på siden, og alle filer kan læses.
serve-week = uge
serve-pages = Sider
serve-skip = Gå til indholdet
serve-read-only = Siden viser kun, hvad der står i mappens filer. Der kan ikke rettes noget her. Den ligger på denne computer og kan kun åbnes herfra.
serve-writable = Det, du gemmer, bliver skrevet i profilens fil i mappen. Siden ligger på denne computer og kan kun åbnes herfra.
serve-no-script = Siden følger ikke selv med, når en fil bliver rettet.
serve-again = Hent siden igen
serve-stopped = Programmet er lukket, så siden følger ikke længere med.
serve-gone = Mappen er væk.
    .hint = Siden viser det, der var i den sidst, og følger med igen, så snart mappen er tilbage.
serve-back = Mappen er tilbage.
serve-waiting = Dokumenterne bliver lavet
    .hint = Det tager et øjeblik første gang. Siden kommer af sig selv.
serve-said-list = Listen er opdateret.
serve-said-shared = De andre filer i mappen er kontrolleret igen.
serve-said-year = Oversigten er opdateret.
serve-said-figures = Tallene er opdateret.
serve-said-documents = Hæfterne er opdateret.
serve-said-answer = Svaret er opdateret.
serve-said-plan = Planen for { $name } er lavet om.
serve-said-no-plan = Planen for { $name } vises ikke længere.
serve-unusable = Afdelingens filer kan ikke bruges, som de er. Ret fejlene, så kommer alt det andet.
serve-shared-wrong = Der er noget at rette i mappens andre filer, eller noget kunne ikke laves.
serve-find = Find
serve-find-go = Find
serve-find-help = Et navn, en skole eller for eksempel »oplæg«, »fejl« eller »noteret«
serve-count-people =
    { $count ->
        [one] 1 medarbejder
       *[other] { $count } medarbejdere
    }
serve-errors = { $count } fejl
serve-warnings =
    { $count ->
        [one] 1 advarsel
       *[other] { $count } advarsler
    }
serve-talk = MUS { $name }
serve-signed = noteret som underskrevet: { $name }
serve-changed = ændret, siden den blev noteret som underskrevet
serve-overdue = { $count } over frist
serve-back-to-people = Alle medarbejdere
serve-papers = Til at printe
serve-open = Åbn { $name } (PDF i en ny fane)
serve-the-plan = planen
serve-the-preparation = forberedelsen
serve-the-follow-up = opfølgningen
serve-calendar-file = Hent datoerne til din kalender (.ics)
serve-the-booklet = det interne hæfte
serve-the-volume = bind { $name } af det interne hæfte
serve-the-public-volume = bind { $name } af det offentlige hæfte
serve-the-school-booklet = hæftet for { $name }
serve-the-print = planerne for { $name }, samlet til udskrift
serve-the-strategic-plan = den strategiske uddannelsesplan
serve-the-public-booklet = det offentlige hæfte
serve-the-blank-form = den tomme blanket
serve-print = Print fra den nye fane med Ctrl+P, på begge sider af arket.
serve-no-plan = Planen vises, når fejlene er rettet.
serve-plan-not-made = Planen kunne ikke laves. »Året og hæfterne« fortæller hvorfor.
serve-out-of-date = Den plan, der ligger i mappen med dokumenter, er fra før fejlen og er forældet.
serve-wrong = Fejl og advarsler
serve-now = Nu er der { $name }.
serve-nothing-wrong = Der er intet at rette.
serve-line = linje { $count }
serve-corrected = Skriv i stedet
serve-plan = Planen
serve-plan-of = Planen for { $name }
serve-missing-in-year = Det mangler
serve-deadlines = Frister
serve-nothing-missing = Ingen mangler noget.
serve-lacks-sound-profile = Profilen har en fejl ({ $count })
serve-lacks-levels = Profilen er ikke udfyldt ({ $count })
serve-lacks-talk = Samtalen er ikke holdt ({ $count })
serve-lacks-agreement = Samtalen er holdt, men planen er ikke aftalt ({ $count })
serve-lacks-signatures = Aftalt, men ikke noteret som underskrevet af begge ({ $count })
serve-lacks-same = Ændret, siden den blev noteret som underskrevet ({ $count })
serve-lacks-steps = Har noget i planen, der er over frist ({ $count })
serve-by-school = Skole for skole
serve-documents = Hæfter og planer for hele afdelingen
serve-no-documents = Der er ingen lige nu.
serve-shared = Andre filer i mappen
serve-code-field = Aftalekode
serve-code-go = Efterprøv
serve-answer = Svar
serve-not-a-code = »{ $code }« er ikke en aftalekode.
    .hint = Skriv koden, som den står nederst på planen: seks grupper på fire tegn og et kontroltegn.
serve-missing = Her er ikke noget
    .hint = Profilen eller dokumentet findes ikke mere, eller adressen er fra sidste gang, programmet kørte.
serve-home = Til forsiden
serve-refused = Siden kan ikke åbnes sådan
    .hint = Den åbner kun i den browser, som programmet selv har åbnet, eller med hele den adresse, der står i programmets vindue, og kun så længe programmet kører.
serve-refused-running = Står programmets vindue åbent? Kopiér den adresse, der står i det, over i browseren. Står der ingen, så luk vinduet, og start programmet igen.
serve-refused-ended = Er vinduet lukket? Start programmet igen, som du plejer. Så åbner siden af sig selv. Gamle adresser og bogmærker virker ikke.
