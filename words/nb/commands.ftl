### Kommandolinjen.

help-heading-usage = Bruk:
help-heading-commands = Kommandoer
help-heading-arguments = Argumenter
help-heading-options = Valg
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
help-value-programme = FORLØP
help-value-school = SKOLE
help-value-shell = SKALL
help-value-who = HVEM
help-spind = spind leser en YAML-profil for hver medarbeider i en fellesmappe og lager utviklingsplaner og et hefte som PDF.
help-build = Lager en plan for hver medarbeider og avdelingens hefte.
help-watch = Følger med på mappen og lager dokumentene på nytt så snart noe blir endret.
help-check = Viser hva som er galt i filene i mappen, uten å lage dokumenter.
help-new = Lager en ny mappe, en profil for en ny medarbeider eller en veiledning på én side.
help-afdeling = Lager mappen til en ny avdeling.
help-arg-help = Vis denne hjelpen
help-arg-version = Vis programmets versjon
help-arg-folder = Avdelingens mappe (ellers profiles, eller mappen du står i, hvis avdeling.yaml ligger der)
help-arg-dir = Den nye mappen
help-arg-out = Hvor dokumentene skal legges (ellers out)
help-arg-only = Bare denne medarbeideren, dette arbeidsstedet eller denne lederen: et navn, et arbeidssted, en sti eller et filnavn; kan gjentas. Lager ikke heftet
help-arg-today = Dagen da frister, kurs og kursdatoer vurderes (ellers i dag)
help-arg-charts = Lagre også hvert kompetansediagram som SVG
help-arg-leder = Lederens egen mappe med filer som heter NAVN.leder.yaml, ordnet som profilene
help-arg-format = Vis problemene som text (tekst) eller json
help-arg-explain = Forklar en feilkode, for eksempel unknown-area
help-arg-rettelser = Hvor rettelsesfilene legges (ellers rettelser under --out); kan være selve fellesmappen
help-arg-templates = Bruk malene i denne mappen
help-arg-fonts = Bruk skriftene i denne mappen
help-arg-lang = Programmets språk (ellers avdelingens)
help-arg-quiet = Vis bare feil
help-arg-verbose = Vis også hva som leses, hvor lang tid hvert trinn tar, og oppsummeringen

build-no-folder = Mappen { $folder } finnes ikke.
    .hint = Skriv hvor profilene ligger, for eksempel: spind build H:\Avdelingen\profiler
build-no-leader-folder = Mappen { $folder }, som står etter --leder, finnes ikke.
    .hint = Sjekk at navnet er riktig skrevet, eller lag mappen. Uten --leder leses filene som ligger ved siden av profilene.
build-folder-unreadable = Mappen { $folder } kan ikke leses.
    .hint = Sjekk at du har tilgang til mappen.
folder-of-departments = { $folder } er ikke mappen til en avdeling. Avdelingene i den er { $departments }.
    .hint = Velg én, for eksempel: { $command }
folder-in-department = { $folder } er ikke mappen til en avdeling, men ligger i avdelingen { $department }.
    .hint = Skriv: { $command }
build-folder-link = { $folder } er en snarvei. Den blir ikke fulgt, så det kan ligge avdelinger bak den.
    .hint = Legg selve mappen her i stedet for en snarvei.
build-out-needed = Dokumentene skal ikke ligge i fellesmappen.
    .hint = Skriv hvor de skal ligge, med --out, for eksempel: spind build --out ../out
build-bad-fonts = Skriftene i { $folder } kan ikke brukes: { $reason }
    .hint = Mappen må inneholde minst én .ttf- eller .otf-fil. Uten --fonts brukes programmets egne skrifter.
build-missing-fonts = Skriftene i { $folder } kan ikke brukes: { $faces } mangler. Ingenting er laget.
    .hint = Legg filene med de skriftene i mappen. Uten --fonts brukes programmets egne skrifter.
build-bad-templates = Malene i { $folder } kan ikke brukes: { $reason }
    .hint = Mappen må inneholde plan.typ, booklet.typ og strategic-plan.typ, med --forberedelse også preparation.typ, med --oppfølging også follow-up.typ og med --blank også blank-form.typ. Uten --templates brukes programmets egne maler.
build-nothing = Ingen dokumenter kan lages før feilene ovenfor er rettet.
    .hint = Rett dem i avdeling.yaml og rollemodell.yaml, og prøv igjen.
build-unknown-person = Ingen profil passer til «{ $who }».
    .hint = Skriv navnet, arbeidsstedet eller filnavnet.
build-person-with-errors = «{ $who }» får ingen plan: Det er feil i { $file }.
    .hint = Rett feilene, og prøv igjen.
build-not-written = { $path } kunne ikke lagres: { $reason }
    .hint = Lukk filen hvis den er åpen i et annet program, og sjekk at det er plass, og at du kan skrive i mappen. De andre filene er skrevet, og den gamle filen er uskadd.
build-summary =
    { $departments ->
        [one] {""}
       *[other] { $departments } avdelinger,{" "}
    }{ $people ->
        [one] 1 medarbeider
       *[other] { $people } medarbeidere
    }, { $documents ->
        [one] 1 dokument
       *[other] { $documents } dokumenter
    }{ $current ->
        [0] {""}
        [one] {" "}og 1 uendret
       *[other] {" "}og { $current } uendrede
    } i { $out } på { $seconds } s, { $problems ->
        [0] ingen problemer
        [one] 1 problem
       *[other] { $problems } problemer
    }
new-exists = { $path } finnes allerede, så ingenting er skrevet.
    .hint = Velg en annen mappe, eller flytt filen.
new-in-department = { $folder } ligger inne i avdelingen { $department }, og en avdeling kan ikke ligge i en annen.
    .hint = Skriv en mappe utenfor den.
new-above-departments = I { $folder } ligger det avdelinger, blant annet { $department }, og en avdeling kan ikke ligge i en annen.
    .hint = Skriv en mappe ved siden av dem.
new-not-written = Mappen kunne ikke lages: { $reason }
    .hint = Sjekk at det er plass, og at du kan skrive der.
build-out-of-date = { $path } er utdatert, fordi profilen har en feil.
build-removed = { $path } er fjernet, fordi profilen ikke lenger er i mappen.
build-kept = { $path } var endret etter at programmet laget den. Den endrede filen er lagret som { $kept }.
    .hint = Ta vare på den hvis den er underskrevet, eller hvis noen har skrevet i den. Ellers kan den slettes.
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
reason-read-only = filen eller disken er skrivebeskyttet
reason-busy = filen er åpen i et annet program
reason-folder = det ligger en mappe eller fil i veien
reason-name = navnet er for langt eller kan ikke brukes
reason-unknown = systemet sa nei
reason-foreign = det ligger en fil der fra før som programmet ikke har laget
reason-link = stien går gjennom en snarvei
reason-no-fonts = det er ingen skrifter i mappen
reason-missing = { $name } mangler
reason-no-access = du har ikke tilgang til å lese der
reason-not-there = den finnes ikke
reason-not-text = en fil er ikke lagret som UTF-8
reason-template = malen har en feil ({ $error })
reason-chart = diagrammet kan ikke tegnes
stdout-not-written = Svaret kunne ikke skrives: { $reason }
    .hint = Kjør kommandoen igjen, og send svaret et sted der det er plass og du har lov til å skrive.
report-not-written = Kommandoen er utført, men resten av meldingen kunne ikke skrives: { $reason }
    .hint = Ikke kjør den på nytt for meldingens skyld. Se i mappen hva som er endret.
build-out-unusable = Dokumentene kan ikke legges i { $folder }.
    .hint = Sjekk at du kan skrive i mappen, og at den ikke er en snarvei. Eller velg en annen med --out.
build-in-the-way = { $path } er ikke skrevet: { $reason }
    .hint = Flytt det som ligger der, eller velg en annen mappe med --out.
### Underskrift, kontroll og status

help-sign = Noterer at en plan er underskrevet på papir.
help-verify = Kontrollerer en plan eller en avtalekode mot mappen.
help-extract = Henter ut det som ligger i en plan: avtalen og opplysningene sidene bygger på.
help-status = Viser hvor langt alle er kommet i året: profil, samtale, plan, underskrifter og frister.
help-arg-person = Hvem det gjelder: et navn eller en sti til profilen
help-arg-signer = Hvem som har skrevet under: medarbeider eller leder
help-arg-signed_on = Dagen for underskriften (ellers i dag)
help-arg-code_on_paper = Avtalekoden slik den står på papiret
help-arg-folder_of_name = Avdelingens mappe når personen er skrevet som et navn (ellers som for build)
help-arg-file_or_code = En plan som PDF, en avtalekode eller teksten fra QR-koden
help-arg-plan = En plan som PDF
help-arg-extract_out = Hvor filene legges (ellers mappen du står i)
help-arg-table_format = Vis som text (tekst), json eller csv (regneark)
help-arg-mail = Skriv en påminnelse til hvert arbeidssted der noe mangler, som tekst til en e-post
help-arg-status_today = Dagen det regnes fra (ellers i dag)
help-arg-check_today = Dagen som datoer og oppbevaring regnes fra (ellers i dag)

person-nobody = Ingen profil passer til «{ $who }».
    .hint = Skriv navnet slik det står i filen, eller stien til profilen.
person-nobody-near = Ingen profil passer til «{ $who }».
    .hint = Mente du { $nearest }? Skriv ellers stien til profilen.
person-several = «{ $who }» passer til flere: { $paths }
    .hint = Skriv stien til den profilen du mener.
person-no-department = Det er ingen avdeling å lete etter «{ $who }» i.
    .hint = Stå i avdelingens mappe, skriv den med --folder, eller skriv stien til profilen.
person-folder-unreadable = Avdelingens mappe kan ikke leses, så programmet finner ikke «{ $who }».
    .hint = Sjekk at du har tilgang til mappen.

sign-plan = Planen for { $name }, { $school }, avtalt { $date }
sign-code = Avtalekode: { $code }
sign-question = Står den koden på papiret som er underskrevet? (ja/nei)
sign-noted = Notert for { $name }. Papiret er beviset; ta vare på det.
sign-build-again = Lag planen på nytt, så står det på den.
sign-has-errors = Profilen { $file } har feil, så ingenting er notert.
    .hint = Rett feilene ovenfor, og prøv igjen.
sign-not-agreed = Planen for { $name } er fortsatt et grunnlag for samtalen, så ingenting er notert.
    .hint = Skriv dagen for avtalen i filen, for eksempel: avtalt: 2026-12-02
sign-not-filled-in = Profilen til { $name } er tom, så det er ingen plan å skrive under på. Ingenting er notert.
sign-in-the-future = { $date } har ikke kommet ennå, så ingenting er notert.
    .hint = Skriv dagen da papiret ble underskrevet, med --date.
sign-another-code = Papiret viser ikke den koden filen har nå, så ingenting er notert.
    .hint = Filen er endret etter at planen ble skrevet ut. Lag planen på nytt og skriv under den nye, eller endre filen tilbake.
sign-stale = Planen for { $name } er endret siden koden ble vist, så ingenting er notert.
    .hint = Kjør kommandoen igjen, og sammenlign den nye koden med papiret.
sign-record-unusable = { $path } er endret for hånd eller ødelagt, så ingenting er notert.
    .hint = Hent en tidligere utgave fra sikkerhetskopien. Finnes den ikke, må du slette filen og notere alle underskriftene på nytt.
sign-not-written = { $path } kunne ikke skrives, så ingenting er notert.
    .hint = Sjekk at du kan skrive i mappen, og at det er plass.
record-remark =
    Noterte underskrifter på papir, skrevet av programmet «spind». Papiret er beviset.
    Det er notater, ikke underskrifter. Ikke endre filen: stemmer den ikke lenger, teller den ikke.

code-mistyped = Det er en tastefeil i koden «{ $code }».
    .hint = Skriv koden på nytt slik den står nederst på planen: seks grupper på fire tegn og et kontrolltegn.
code-not-a-code = «{ $code }» er verken en fil eller en avtalekode.
    .hint = Skriv stien til en plan som PDF, eller koden nederst på planen: seks grupper på fire tegn og et kontrolltegn.

plan-unreadable = { $path } kan ikke leses.
    .hint = Sjekk at filen er der, og at du har tilgang til den.
plan-not-a-pdf = { $path } er ikke en PDF.
    .hint = Velg en plan som programmet har laget.
plan-too-large = { $path } er større enn en plan kan være.
    .hint = Velg en plan som programmet har laget.
plan-carries-nothing = { $path } inneholder ingen avtale.
    .hint = Bare planer har det. Er filen lagret på nytt av et annet program eller skannet, så kontroller koden nederst på planen: spind verify KODE
plan-altered = { $path } er ikke utstedt herfra, eller den er endret.
    .hint = Ikke stol på sidene. Kontroller koden på det underskrevne papiret: spind verify KODE
plan-other-version = { $path } er laget av en annen versjon av programmet og kan ikke kontrolleres.
    .hint = Bruk den versjonen, eller kontroller koden nederst på planen: spind verify KODE
plan-other-templates = { $path } er laget med andre maler eller skrifter og kan ikke kontrolleres.
    .hint = Oppgi de samme med --templates og --fonts, eller kontroller koden nederst på planen: spind verify KODE

verify-current = Gjelder nå, notert som underskrevet av begge: Planen for { $name }, { $school }, er den mappen har.
verify-current-by-one = Gjelder nå, men er bare notert som underskrevet av den ene: Planen for { $name }, { $school }, er den mappen har.
verify-current-unsigned = Ikke notert som underskrevet: Planen for { $name }, { $school }, er den mappen har nå.
verify-current-changed = Ikke notert som underskrevet etter at den ble endret: Planen for { $name }, { $school }, er den mappen har nå.
verify-changed = Notert som underskrevet, senere endret: Planen for { $name }, { $school }.
verify-unknown = Ikke utstedt herfra, eller endret senere: Mappen kjenner ikke den avtalen.
    .hint = Er det riktig mappe? Et grunnlag som ingen har skrevet under, er bare kjent så lenge filen ikke er endret.
verify-profile-missing = Profilen er borte eller har en feil, så det kan ikke vises hva som er endret.
verify-covers = Koden dekker navn, arbeidssted, leder, nivåer, ønsker, prioritet og planens linjer; ikke kurs, merknader eller annet på sidene.
verify-elsewhere = Fra en annen avdeling eller kommune: Sidene nevner ikke den mappen har.
    .hint = Er det riktig mappe? Har avdelingen fått nytt navn, må planen lages på nytt.
verify-no-department = Koden alene viser ikke hvilken kommune den er fra: Det står på papiret.
verify-noted-by = Notert av { $who }.
verify-noted-by-unknown = Det står ikke hvem som noterte det.
verify-only-noted = Notatene er ikke et bevis: Den som kan skrive i mappen, kan skrive dem. Papiret er beviset.
verify-noted = { $role }: notert som underskrevet på papir { $date }.
verify-noted-not-compared = { $role }: notert som underskrevet på papir { $date }; koden på papiret er ikke sammenlignet.
verify-not-noted = { $role }: ikke notert som underskrevet.

extract-exists = { $path } finnes allerede, så ingenting er skrevet.
    .hint = Velg en annen mappe med --out, eller flytt filen.
extract-not-written = { $path } kunne ikke skrives.
    .hint = Sjekk at du kan skrive i mappen, og at det er plass.

due-profile = Profiler
due-strategic-plan = Strategisk opplæringsplan
due-plan = Avtalte planer
due-evaluation = Evaluering
due-line = { $what }: { $date }, { $when }
due-coming =
    { $days ->
        [0] i dag
        [one] om 1 dag
       *[other] om { $days } dager
    }
due-past =
    { $days ->
        [one] for 1 dag siden
       *[other] for { $days } dager siden
    }
due-done = { $done } av { $all } er ferdige
status-profiles = Profiler: { $filled } av { $all } fylt ut, { $open } ikke fylt ut, { $errors } med feil
status-department = Avdeling
status-people = Totalt
status-with-errors = Med feil
status-talks-held = Gjennomførte samtaler
status-plans-agreed = Avtalt
status-signed = Notert
status-overdue = Over frist
status-up-to-date = Gjeldende
status-share = { $some } av { $all }
status-unknown = ukjent
status-name = Navn
status-profile = Profil
status-profile-ok = i orden
status-profile-error = har feil
status-profile-open = ikke fylt ut
status-plan = Plan
status-plan-agreed = avtalt
status-plan-draft = grunnlag
status-signed-by-employee = Medarbeider
status-signed-by-leader = Leder
status-note = { $role }: notert som underskrevet { $date } av { $who }, koden sammenlignet
status-note-not-compared = { $role }: notert som underskrevet { $date } av { $who }, koden ikke sammenlignet
status-since-signed = Etter notatet
status-changed = endret
status-unchanged = uendret

help-arg-forberedelse = Lag også hver medarbeiders forberedelse til samtalen
help-arg-opfoelgning = Lag også hver medarbeiders oppfølging av planen og en kalenderfil (.ics) med datoene i den
help-arg-print = Lagre også alle planer for utskrift: en fil for hvert arbeidssted og en for alle
help-arg-poll = Se etter endringer hvert sekund (for nettverksstasjoner som ikke melder fra selv)
help-arg-blank = Lag også et tomt skjema, tomt-skjema.pdf, til å fylle ut med penn
help-arg-per_school = Lag også et hefte for hvert arbeidssted, i hefter/
help-arg-force = Lag alt på nytt, også det som er uendret

# Årsskiftet, og å glemme noen.

help-rollover = Avslutter året: lagrer alt i et arkiv og gjør profilene klare til det neste.
help-arg-to = Den nye perioden, for eksempel 2027/28
help-arg-archive = Arkivet: mappen med de avsluttede årene, utenfor fellesmappen
help-arg-other_archive = Gjør ferdig en avbrutt overgang til det nye året med et annet arkiv, fordi det første er flyttet eller tapt
help-arg-yes = Gjør det uten å spørre

confirm-nobody = Ingenting er endret, for her er det ingen å spørre.
    .hint = Se gjennom listen, og kjør kommandoen igjen med --yes.
confirm-declined = Ingenting er endret.
confirm-stale = Mappen er endret siden listen ble vist. Denne kjøringen har ikke endret noe.
    .hint = Kjør kommandoen igjen, og se gjennom den nye listen.

lock-failed = { $folder } kan ikke låses: { $reason }. Ingenting er endret.
    .hint = Sjekk at .spind er en mappe med en vanlig fil, lock, og prøv igjen.
lock-leftover = Rest av en avbrutt kjøring er fjernet: { $path }
lock-waiting = Venter: En annen kjøring av spind er i gang i { $folder }. Denne fortsetter av seg selv når den andre er ferdig.

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
rollover-person-done = { $file } ({ $name }): er allerede overført til det nye året
rollover-person-only-rolled = { $file } ({ $name }): er allerede overført til det nye året; profilen fra det gamle året er bare i det første arkivet
rollover-first-archive = Det første arkivet finnes fortsatt: { $archive }. Bruk det med --archive, så blir hele det gamle året samlet ett sted. Ellers brukes { $target }.
rollover-person-edited = { $file } ({ $name }): er endret etter at arkivet ble laget, og blir ikke rørt
rollover-person-added = { $file } ({ $name }): er kommet til etter at arkivet ble laget, og blir ikke rørt
rollover-person-gone = { $file } ({ $name }): er ikke lenger i mappen
rollover-courses = gjennomført: { $courses }
rollover-going-on = { $lines ->
    [one] 1 linje i planen fortsetter
   *[other] { $lines } linjer i planen fortsetter
}
rollover-booklet-ends = samtykket til heftet opphører
rollover-teaching-ends = samtykket til å lære bort opphører
rollover-converted = filen lagres som UTF-8
rollover-going = { $path } flyttes til arkivet
rollover-consents = Alle samtykker må gis på nytt. Inntil da er ingen med i det offentlige heftet, og ingen nevnes som en som kan lære bort.
rollover-question = Skal året avsluttes? (ja/nei)
rollover-done =
    { $people ->
        [one] 1 profil er klar
       *[other] { $people } profiler er klare
    } til { $to }. Det gamle året ligger i { $target }.
rollover-done-in-part =
    { $people ->
        [one] 1 profil er klar
       *[other] { $people } profiler er klare
    } til { $to }. Arkivet er { $target }.
rollover-only-rolled = Det inneholder ikke fjorårets utgave av { $files }, som allerede var overført. Den finnes bare i det første arkivet.
rollover-deadlines = Fristene i avdeling.yaml er fortsatt de fra { $from }. Endre dem, også årstallene.
rollover-build = Lag nye planer og et nytt hefte med spind build.
rollover-not-copied = { $path } er en snarvei og er ikke kopiert til arkivet.
rollover-left = { $path } er endret i mellomtiden og er ikke rørt.
    .hint = Arkivets utgave ligger i { $target }. Hører endringen til det gamle året, så kopier filen dit. Hører den til det nye, så lagre den et annet sted, legg arkivets utgave tilbake, og skriv inn endringen etterpå.
rollover-failed = { $path } kunne ikke endres: { $reason }
    .hint = Lukk filen hvis den er åpen i et annet program, og sjekk at du kan skrive i mappen.
rollover-not-closed = Året er ikke avsluttet ennå, men ingenting er tapt: Alt ligger i { $target }.
    .hint = Rett det som står ovenfor, og kjør den samme kommandoen igjen. Den gjør arbeidet ferdig og skriver til slutt { $to } i avdeling.yaml.
rollover-no-period = Den nye perioden mangler.
    .hint = Skriv den etter --to, for eksempel --to 2027/28.
rollover-problems = Året kan ikke avsluttes før feilene ovenfor er rettet. Ingenting er endret.
    .hint = Rett filene, og prøv igjen. Alle filer må kunne leses.
rollover-closed = Avdelingen er allerede i { $to }. Ingenting er endret.
    .hint = Skriv perioden som skal begynne, etter --to. Den som gjelder nå, står i avdeling.yaml.
rollover-half-closed = Overgangen til { $to } ble avbrutt og er bare halvferdig. Det gamle året ligger i { $target }. Ingenting er endret.
    .hint = Kjør kommandoen igjen med --to { $to } og med det arkivet etter --archive. Er arkivet flyttet eller tapt, må du legge til --other-archive; docs/aarsskifte.md forteller hva som skjer da.
rollover-inside = Arkivet { $target } og fellesmappen kan ikke ligge i hverandre. Ingenting er endret.
    .hint = Velg en mappe et annet sted med --archive, og helst et sted der bare få har tilgang.
rollover-in-the-way = { $target } finnes fra før og er ikke et arkiv av dette året. Ingenting er endret.
    .hint = Velg en annen mappe med --archive, eller flytt det som ligger der.
rollover-unusual = Disse filene er skrevet på en måte som programmet ikke kan endre i uten risiko: { $files }. Ingenting er endret.
    .hint = Skriv hver nøkkel på sin egen linje, som i eksempelet i docs/filformat.md, og prøv igjen.
rollover-changing = { $path } ble endret mens den ble lest. Ingenting er endret.
    .hint = Vent til ingen endrer noe i mappen, og til den er synkronisert. Prøv så igjen.
rollover-archive-failed = Arkivet kunne ikke lages: { $path }: { $reason }. Ingenting er endret.
    .hint = Sjekk at det er plass, og at du kan lese hele fellesmappen og skrive i arkivet.
rollover-unreadable = { $path } kunne ikke leses: { $reason }. Ingenting er endret.
    .hint = Sjekk at du har tilgang til filen, og prøv igjen.

help-forget = Sletter alt om en medarbeider: profil, planer, kopier og det som ligger i arkiver.
forget-title = Dette om { $name } slettes:
forget-no-folder = Mappen { $folder }, som står etter { $option }, finnes ikke. Ingenting er slettet.
    .hint = Sjekk at navnet er riktig skrevet. Uten { $option } blir det ikke søkt i den.
forget-common = Disse felles dokumentene slettes og lages på nytt:
forget-common-for-good = Disse felles filene slettes og lages ikke på nytt:
forget-unsearched = Programmet kan ikke søke i disse filene. Sjekk selv om { $name } står i dem:
forget-unsearched-more = … og { $count } til
forget-out-of-another = { $out } inneholder en annen avdelings dokumenter og røres ikke.
forget-not-searched = { $folder } inneholder mer enn programmet går gjennom. Resten er ikke gjennomsøkt: { $path } og det som kommer etter.
    .hint = Let selv etter navnet der, eller bruk en mappe til dokumentene der det ikke ligger noe annet.
forget-other-person = { $path } er en annen medarbeiders og røres ikke.
forget-mentions = { $name } er også nevnt her. Det må rettes for hånd:
forget-mention-lines = { $path }, { $count ->
        [one] linje { $lines }
       *[other] linjene { $lines }
    }
forget-mention-file = { $path } (se selv i filen)
forget-mentions-left = Husk { $count ->
        [one] den filen
       *[other] de { $count } filene
    } ovenfor der navnet må rettes for hånd.
forget-question = Skal dette slettes? Det kan ikke angres. (ja/nei)
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
forget-unread = Noe i mappen eller arkivet kan ikke leses, så det kan fortsatt ligge noe om { $name } der.
    .hint = Sørg for at alt kan leses, og gå gjennom det som er nevnt ovenfor.
forget-not-rebuilt = Avdelingens dokumenter i { $out } kunne ikke lages på nytt.
    .hint = Kjør spind build når feilene er rettet. Inntil da kan andres planer fortsatt nevne navnet.
forget-out-of-date = { $path } er fra før, fordi profilen har en feil, og kan fortsatt nevne { $name }.
    .hint = Rett feilen, og kjør spind build, eller slett filen.
forget-not-remade = { $path } er slettet. Lag den på nytt hvis den trengs.

# Det offentlige heftet
help-arg-edition = Hvilke hefter som lages: intern (hvis ikke noe er oppgitt), offentlig eller alle
public-withdrawn = Disse sier ikke lenger ja til å stå i det offentlige heftet:
public-went-out = Ikke lenger med i det offentlige heftet:
public-came-in = Nye i det offentlige heftet:
public-contradicted = Disse står i det offentlige heftet fordi én fil sier ja, men en annen fil med samme navn og arbeidssted gjør det ikke. Rett eller slett den filen som er feil:
public-tells-nobody = { $path } forteller ikke hvem som står i det, så noen av dem kan ha trukket samtykket.
public-built-again = { $path } er laget på nytt uten dem.
public-deleted = { $path } er slettet.
public-on-the-web = Ligger heftet på nettet, må det byttes ut der også eller tas ned.
public-nobody = Ingen har sagt ja til å stå i det offentlige heftet, så det er ikke laget noe.
    .hint = Den som vil være med, skriver selv «hefte: ja» under «samtykke:» i filen sin.
public-left = { $path } er verken laget eller slettet, fordi noe i mappen ikke kan leses.
    .hint = Da er det umulig å se om noen har trukket samtykket. Sørg for at alle filer kan leses, og prøv igjen. Ikke legg heftet på nettet imens.
public-still-there = { $path } kunne verken lages på nytt eller slettes.
    .hint = Slett filen selv. Ikke bruk den.
reason-unlisted = malen public.typ skriver ikke i dokumentets nøkkelord hvem som er med
# Kontroll og status
verify-other-names = Sidene bruker andre korte navn på områdene enn mappen. Koden dekker dem ikke: Les tallene i tabellen, eller lag planen på nytt.
status-all = Alle
status-explained =
    Notert: notert som underskrevet på papir for begge. Det er et notat, ikke et bevis.
    Gjeldende: avtalt de siste 12 månedene og ikke endret etter notatet.
status-incomplete = Noe i mappen kan ikke leses, så noen kan mangle i oversikten.
    .hint = Ovenfor står det hva det er. Sørg for at alle filer kan leses.
status-changed-since = endret etterpå
status-by-both = begge
status-by-employee = bare medarbeideren
status-by-leader = bare lederen

## Påminnelser

missing-error = filen har en feil og kan ikke leses
missing-levels = profilen er ikke fylt ut
missing-talk = det er ingen dag for samtalen
missing-agreement = samtalen er holdt, men planen er ikke avtalt
missing-signature = planen er ikke notert som underskrevet av begge
missing-signed-again = planen er endret etter at den ble underskrevet
missing-overdue =
    { $count ->
        [one] 1 aktivitet er over fristen
       *[other] { $count } aktiviteter er over fristen
    }
mail-some-leader = leder
mail-to = Til: { $leader }, { $school }
mail-subject = Emne: Utviklingsplaner{ $period }: dette mangler på { $school }
mail-greeting = Hei { $leader }
mail-missing = Dette mangler til utviklingsplanene{ $period } på { $school }:
mail-regards = Vennlig hilsen
mail-none = Ingenting mangler: Det er ingen å minne om noe.

# Tall til regneark og andre programmer.

help-export = Lagrer tallene til et regneark eller et annet program: nivåer, status, kursforslag, grupper, rolledekning, områder og kurs.
help-arg-export_format = xlsx (hvis ikke noe er oppgitt): én arbeidsbok med et ark for hvert spørsmål; csv: en tabell i hver fil; json: alt i én fil til programmer
help-arg-export_out = Hvor det lagres (ellers out/kompetanser.xlsx eller .json). Ved csv en mappe, eller en fil med bare nivåene hvis navnet slutter på .csv; uten -o skrives nivåene på skjermen. En fil erstattes bare hvis programmet har laget den og ingen har lagret arbeidsboken etterpå
help-arg-export_edition = intern (hvis ikke noe er oppgitt): alle; offentlig: bare de som har sagt ja, og bare navn, arbeidssted, stilling og nivåer
help-arg-export_today = Dagen som status og kurs regnes fra (ellers i dag)
help-arg-skabelon = Skriver i stedet et regneark til å fylle ut: en rad for hver medarbeider, to kolonner for hvert område og nivåene å velge mellom. Det utfylte arket leses inn med import medarbeidere

export-out-needed = Tallene skal ikke ligge i fellesmappen.
    .hint = Skriv hvor de skal ligge, med -o, for eksempel: spind export -o ../kompetanser.xlsx
export-format-differs = Filendelsen på { $path } passer ikke til --format { $format }.
    .hint = La endelsen og --format være det samme, eller skriv bare det ene.
export-unknown-ending = Tallene kan ikke skrives som .{ $ending }: { $path }
    .hint = Bruk .xlsx, .csv eller .json. Bruk - for å skrive på skjermen.
export-template-next = Fyll ut { $path }, og les det inn med: spind import medarbeidere
export-too-large = Tallene har flere rader enn et regneark har plass til.
    .hint = Velg --format csv eller json.
export-not-written = { $path } er ikke skrevet: { $reason }
    .hint = Lukk filen hvis den er åpen. Har noen arbeidet videre i den, må du gi den et annet navn først. Eller velg en annen fil med -o.
export-written = Tallene ligger i { $path }
export-problems = { $broken ->
        [0] Det er feil i avdelingens filer.
        [one] 1 profil har feil, og tallene er ikke med.
       *[other] { $broken } profiler har feil, og tallene er ikke med.
    }
    .hint = spind check viser hva som skal rettes.
export-unreadable = Ingenting er skrevet, fordi noe i mappen ikke kan leses.
    .hint = Da er det umulig å se om noen har trukket samtykket. Sørg for at alle filer kan leses, og prøv igjen.
export-incomplete = Ingenting er skrevet, fordi noe i mappen ikke kan leses, og da ville noen mangle i tallene.
    .hint = Sørg for at alle filer kan leses, og prøv igjen.
export-nobody = Ingen har sagt ja til å stå i det offentlige heftet, så ingenting er skrevet. En tidligere fil med tall er ikke rørt.
    .hint = Slett den tidligere filen, også på nettet. Den som vil være med, skriver selv «hefte: ja» under «samtykke:» i filen sin.
export-withdrawal = Trekker noen samtykket, må filen lages på nytt og byttes ut alle steder den ligger. Det skjer ikke av seg selv.

watch-time = { $hour }.{ $minute }.{ $second }
watch-waiting = Følger med på { $folder }. Trykk Ctrl+C for å stoppe.
watch-gone = { $folder } er borte. Venter på at mappen kommer tilbake.
watch-polls = Systemet kan ikke melde alle endringer i { $folder }, så mappen blir sjekket hvert sekund.
watch-held = Prøver igjen til filen er lukket i det andre programmet.
watch-made = Laget: { $path } ({ $milliseconds } ms)
watch-made-more = og { $more } til ({ $milliseconds } ms)
watch-removed = Slettet, fordi profilen er borte: { $path }
watch-out-of-date = Ikke laget på nytt, fordi profilen har en feil: { $path }
watch-mended = Alle problemer er rettet.
watch-fewer = Færre problemer. { $problems } gjenstår i { $files }
# Nye profiler og skjemaer til redigeringsprogrammer
help-schema = Viser hva som kan stå i en fil, som et skjema redigeringsprogrammer kan bruke.
help-vejledning = Lager Slik gjør du.pdf: én side til den som skal fylle ut profilen sin.
help-arg-new_name = Medarbeiderens navn; lager en profil til å fylle ut
help-arg-new_school = Arbeidsstedet, slik det heter i avdeling.yaml
help-arg-department_folder = Avdelingens mappe (ellers profiles, eller mappen du står i hvis avdeling.yaml ligger der)
help-arg-schema_kind = Hva slags fil: profil, avdeling, rollemodell, kurs, forløp, kull eller svar
help-arg-schema_out = Filen skjemaet lagres i (ellers vises det)
schema-no-department = Skjemaet kan ikke lages før feilene ovenfor er rettet.
    .hint = Rett dem i avdeling.yaml og rollemodell.yaml, og prøv igjen.
schema-not-written = { $path } kunne ikke skrives: { $reason }
    .hint = Sjekk at du kan skrive i mappen. Profilene kan brukes uten skjemaet; det hjelper bare mens man skriver.
new-ask-name = Hvem er profilen til? Skriv hele navnet:
new-ask-school = Hvilket arbeidssted? Skriv tallet:
new-declined = Ingen profil er laget.
new-nobody-to-ask = Det mangler et navn eller et arbeidssted, og her er det ingen å spørre.
    .hint = Skriv begge deler, for eksempel: spind new "Anne Eksempel" --skole "Nordmo skole"
new-bad-name = Det kan ikke lages en fil til «{ $name }».
    .hint = Skriv navnet med bokstaver. Hjelper ikke det, kan du kopiere en annen profil og endre den.
new-personal-number = Det er et fødselsnummer i det du har skrevet. Det er ikke laget noen fil.
    .hint = Skriv bare navnet. Et fødselsnummer skal ikke stå i filene.
new-no-school = Avdelingen har ikke noe arbeidssted som heter «{ $school }».
    .hint = Velg et av disse, eller legg til arbeidsstedet i avdeling.yaml: { $schools }
new-no-school-near = Avdelingen har ikke noe arbeidssted som heter «{ $school }».
    .hint = Mente du { $nearest }? Legg ellers til arbeidsstedet i avdeling.yaml.
new-person-exists = { $name } har allerede en profil: { $path }
    .hint = Er det den samme personen, så endre den filen. Er det en annen med samme navn, så skriv også et mellomnavn.
new-file-exists = { $path } finnes allerede, så ingenting er skrevet.
    .hint = Endre den filen, eller skriv også et mellomnavn, så den nye filen heter noe annet.
new-profile-not-written = { $path } kunne ikke skrives: { $reason }
    .hint = Sjekk at du kan skrive i mappen, og at det er plass.
new-file-line = Linjen nedenfor er til redigeringsprogrammer som hjelper mens man skriver. La den stå.
new-file-yours = Dette er profilen din. Skriv etter kolonene, og lagre filen.
new-file-off = En linje med # først er slått av. Linjer som denne er til å lese; i de andre sletter du tegnet # for å bruke linjen.
new-file-private = Ikke skriv om helse eller fagforening, og ikke skriv fødselsnummer i filen: Den ligger i en fellesmappe.
new-file-somebody = Anne Eksempel
new-file-position = Skolesekretær
new-file-talk = 2. desember { $year }
new-file-deadline = 1. mai { $year }
new-file-follow-up = 15. juni { $year }
new-file-long-form = Er det mer å si om et område, så bruk linjene med nå, ønsket, prioritet og merknad i stedet for tallet.
new-file-remark = Annet som bør sies
help-arg-tom = Lag korte filer uten eksempel: bare avdelingens navn, arbeidssteder og nivåer
help-arg-navn = Avdelingens navn (med --tom eller --fra)
help-arg-skoler = Arbeidsstedene med komma mellom (med --tom eller --fra)
help-arg-skala = Nivåenes navn, det laveste først, med komma mellom (med --tom; ellers fire vanlige)
new-school-twice = { $school } står to ganger i --skoler.
    .hint = Skriv hvert arbeidssted én gang.
new-needs-schools = Det mangler arbeidssteder.
    .hint = Skriv dem med komma mellom: --skoler "Nordskolen, Sørskolen"
new-scale-too-short = En skala har minst to nivåer.
    .hint = Skriv dem med komma mellom: --skala "Ny, På vei, Sikker"
new-empty-name = Skoleavdelingen
new-empty-settings =
    Avdelingen: hvem dere er, og hvilke arbeidssteder dere har.
    En linje med # foran teller ikke. Slett # for å bruke den.
new-empty-schools = Arbeidsstedets leder og sted kan skrives med: {"{"}navn: Nordskolen, leder: Per Holm, sted: Nordby{"}"}
new-empty-more-settings = Resten står i docs/filformat.md: frister, budsjett, ønsker til kurs.
new-empty-role-model =
    Rollemodellen: de områdene alle vurderer seg selv i, og de nivåene de bruker.
    Skriv deres egne områder. Det skal være minst tre.
new-empty-role-model-name = Vår rollemodell
new-empty-scale = Nivåene, det laveste først. I profilene skrives bare tallet.
new-empty-areas = Hvert område har en kort nøkkel som profilene og kursene bruker.
new-empty-area-it = It
new-empty-area-economy = Økonomi
new-empty-area-communication = Kommunikasjon
new-empty-level-1 = Kjenner til det
new-empty-level-2 = Kan med hjelp
new-empty-level-3 = Kan selv
new-empty-level-4 = Kan lære bort
new-empty-catalogue =
    Kursene. De kommer lettest fra tilbyderens liste: spind import kurs LISTE
    Listen skal ha en kolonne Områder med nøklene fra rollemodell.yaml.
new-file-last-goal = Målet fra forrige plan
new-file-ways = Til hvert mål hører én av tre måter: et kurs, en form hos en kollega eller en aktivitet med egne ord.
new-file-goal = Hva jeg kan når målet er nådd
new-file-success = Tallene er klare til møtet hver måned
new-file-leader-does = Setter av en fast time hver måned
new-file-activity = Noe annet, med egne ord
# Lister fra tilbydere.

help-import = Oppdaterer kurs eller medarbeidere ut fra en liste.
help-kurser = Oppdaterer kurs.yaml etter en tilbyders liste (Excel eller CSV): nye datoer, priser, plasser og kurs. Viser først hva som endres.
help-arg-list = Listen: en arbeidsbok fra Excel (.xlsx) eller en tekstfil (.csv)
help-arg-import_folder = Avdelingens mappe (ellers som ved build)

import-read = { $list }: { $rows ->
        [one] 1 rad
       *[other] { $rows } rader
    } om { $courses ->
        [one] 1 kurs
       *[other] { $courses } kurs
    }
import-used = Kolonner som brukes: { $columns }
import-unused = Kolonner som ikke brukes: { $columns }
import-new-course = Nytt: { $number } { $title }
import-new-session = ny kursdato: { $fields }
import-session = kursdato { $which }: { $fields }
import-nothing = { $path } sier allerede det samme. Ingenting er endret.
import-question = Skal { $path } endres? (ja/nei)
import-done = { $path } er endret: { $changed ->
        [one] 1 kurs er oppdatert
       *[other] { $changed } kurs er oppdatert
    }, { $added ->
        [one] 1 er nytt
       *[other] { $added } er nye
    }.
import-zeroes = Listens { $number } er { $there } i kurs.yaml. Regneark fjerner nuller foran.
import-own-kept = Listen har andre områder eller nivåer for { $number }. Avdelingens egne er beholdt.
import-example = { $number } er merket «eksempel: ja». Slett den linjen når alle opplysninger om kurset er riktige.
import-session-not-listed = { $count ->
        [one] Kursdatoen { $start } for { $course } står ikke på listen. Den endres ikke. Slett den i kurs.yaml hvis kurset er avlyst.
       *[other] Kursdatoene { $start } for { $course } står ikke på listen. De endres ikke. Slett dem i kurs.yaml hvis kursene er avlyst.
    }
import-new-expired = { $number } er utløpt og ikke i katalogen, så det tas ikke med.
import-at-cell = Rad { $row }, { $column }:
import-at-row = Rad { $row }:
import-summary-new = Nye kurs ({ $count }): { $list }
import-summary-changed = Endrede kurs ({ $count }): { $list }
import-summary-gone = Utgår ({ $count }): { $list }
import-summary-closed = Kursdatoer som stenges ({ $count }): { $list }
import-summary-not-listed = Ikke på listen hos samme tilbyder ({ $count }), endres ikke: { $list }
import-list-more = { $list } og { $count } til
import-notes-more = … og { $count } av samme slag
import-at-sheet = Ark «{ $sheet }»:
import-at-sheet-row = Ark «{ $sheet }», rad { $row }:
import-at-sheet-cell = Ark «{ $sheet }», rad { $row }, { $column }:
import-two-meanings = «{ $value }» kan bety { $one } eller { $other } og er ikke tatt med.
    .hint = Skriv det som menes, i listen. Har Excel gjort cellen om til en dato, så formater den som tekst og skriv den på nytt.
import-two-periods = Kurset kan være { $start } til { $end } eller, hvis måneden står først, { $other_start } til { $other_end }. Det er ikke tatt med.
    .hint = Skriv måneden med bokstaver, for eksempel 3. februar 2027.
import-one-or-many = { $rows } rader fra { $start } til { $end } kan være ett kurs med flere møter eller { $rows } kurs. De er ikke tatt med.
    .hint = Er det ett, så skriv bare én rad med start og slutt, eller gi radene samme gruppenummer. Er det flere, så gi dem hvert sitt.
import-price-by-day = «{ $value }» er en pris per dag, uke eller time, og lengden på kurset er ukjent.
    .hint = Skriv hele prisen, eller skriv antall dager i en kolonne Dager.
import-formula = Cellen har en formel, og resultatet er ikke lagret i filen.
    .hint = Åpne listen i Excel og lagre den. Da kommer resultatet med.
import-status-of-what = Raden har ingen startdato, så det er ikke mulig å se hvilken kursdato som er stengt.
    .hint = Skriv startdatoen. Er hele kurset nedlagt, så skriv «utgått».
import-sheet-without-headings = Arket ligner en liste, men har ingen rad med overskrifter og er ikke tatt med.
    .hint = Sett overskriftene fra det første arket over kolonnene.
import-hidden-sheet = Arket er skjult og ikke tatt med.
import-hidden-rows = { $count ->
        [one] 1 skjult rad er ikke tatt med: { $rows }
       *[other] { $count } skjulte rader er ikke tatt med: { $rows }
    }
import-repeated-column = Kolonnene «{ $first }» og «{ $again }» ser ut til å si det samme. «{ $first }» gjelder.
import-year-assumed = «{ $value }» er lest som { $start }, siden det ikke står noe år.
import-week-assumed = «{ $value }» er lest som { $start } til { $end }.
import-blocks = «{ $value }» er lest som ett kurs i { $count } bolker fra { $start } til { $end }.
import-other-blocks = Bolkene går fra { $start } til { $end }, og kurset fra { $other_start } til { $other_end }. Bolkene er ikke tatt med.
    .hint = Rett det som er feil, så den første bolken begynner med kurset og den siste slutter med det.
import-calculated = «{ $value }» er lest som { $amount }.
import-subsidy-without-amount = «{ $value }» er ikke et beløp, så tilskuddet er uendret.
import-cancelled-elsewhere = Kursdatoen { $start } for { $course } er avlyst ifølge listen og er ikke i katalogen.
import-same-fault = Det samme gjelder { $count ->
        [one] rad { $rows }
       *[other] radene { $rows }
    }{ $more ->
        [0] {""}
       *[other] {" "}og { $more } til
    }.
import-no-number = Raden har ikke noe nummer og er ikke tatt med.
    .hint = Skriv nummeret på kurset i hver rad, også når flere rader er kursdatoer for samme kurs.
import-too-long = Teksten er så lang at den trolig har slukt en del av listen.
    .hint = Sjekk om det mangler et anførselstegn (") i den raden eller i en over.
import-no-start = Raden mangler første kursdag og er ikke tatt med.
    .hint = Skriv den første dagen, for eksempel 2027-03-02.
import-cancelled = Kursdatoen { $start } for { $course } er avlyst ifølge listen. Den får ledige: 0, så den ikke blir foreslått. Slett den i kurs.yaml når ingen plan nevner den.
import-unknown-area-near = Området «{ $value }» finnes ikke i rollemodellen.
    .hint = Mente du { $nearest }?
import-which-number = Nummeret { $number } kan være flere kurs i kurs.yaml som bare skiller seg i nuller foran. Raden er ikke tatt med.
    .hint = Skriv nummeret slik det står i kurs.yaml. I Excel: formater kolonnen som tekst først.
import-broken-there = { $number } står i kurs.yaml med en feil og er ikke rørt.
    .hint = Rett feilen, og importer listen på nytt. spind check viser den.
import-says-otherwise = Raden sier noe annet om kurset enn rad { $row }, som gjelder.
    .hint = Rett listen hvis det er denne raden som er riktig.
import-session-twice = Raden sier noe annet om kursdatoen enn rad { $row }, som gjelder. Den kan være en rettelse eller en annen gruppe samme dag.
    .hint = Rett listen hvis det er en rettelse. Er det to grupper, så gi dem hvert sitt nummer i en kolonne Gruppe.
import-unusual = { $number } er skrevet på en måte i kurs.yaml som programmet ikke kan endre i uten risiko. Kurset er ikke rørt.
    .hint = Skriv hver nøkkel på sin egen linje, som i docs/filformat.md, og prøv igjen.
import-left-out = Ikke tatt med: rad { $row }, { $number } { $title }. Det mangler: { $missing }
    .hint = { $count ->
        [one] Kurset er nytt. Skriv det som mangler, i listen
       *[other] Kursene er nye. Skriv det som mangler, i listen
    } (en kolonne «Områder» med for eksempel økonomi), lagre den, og kjør kommandoen igjen.
import-left-out-more = … og { $count } til
help-medarbejdere = Lager en profil til hver på en liste fra personalsystemet (Excel eller CSV) og fyller inn nivåer fra et ark med medarbeidere og områder. Viser først hva som skjer.
import-people-read = { $list }: { $rows ->
        [one] 1 rad
       *[other] { $rows } rader
    }
import-people-unused = Kolonner som blir i listen: { $columns }
import-people-new = Nye profiler ({ $count }):
import-people-filled = Fylles ut ({ $count }):
import-people-differences = Listen sier noe annet ({ $count }). Profilene beholder sitt:
import-people-left = Har sluttet ({ $count }), hoppes over:
import-people-units = Enheter som ikke er et arbeidssted ({ $count }). Medarbeiderne der hoppes over:
import-people-not-listed = Har en profil på de samme arbeidsstedene og står ikke på listen ({ $count }): { $list }
import-people-unchanged = Uendret: { $count }
import-people-levels = { $count ->
        [one] 1 område
       *[other] { $count } områder
    }
import-differs-school = skole: { $kept } (listen: { $listed }). Har personen flyttet, så rett «skole» i { $file }.
import-differs-position = stilling: { $kept } (listen: { $listed })
import-differs-leader = leder: { $kept } (listen: { $listed })
import-differs-levels = { $area }: { $kept } (listen: { $listed })
import-left-on = { $name } ({ $date })
import-left-has-profile = { $name } har en profil. Se spind forget.
import-unit = «{ $unit }»: { $people }
import-unit-near = «{ $unit }»: { $people }. Mente du { $nearest }?
import-unit-none = uten enhet: { $people }
import-units-hint = Rett enheten i listen til et av avdelingens arbeidssteder: { $schools }
import-ask-unit = «{ $unit }» er ikke et arbeidssted. Hvilket er det? (navn eller tom linje for å hoppe over)
import-ask-unit-near = «{ $unit }» er ikke et arbeidssted. Hvilket er det? (navn, ja for { $nearest }, eller tom linje for å hoppe over)
import-people-question = Skal profilene skrives? (ja/nei)
import-people-nothing = Profilene sier allerede det samme. Ingenting er skrevet.
import-people-done = Profiler: { $new } nye, { $filled } fylt ut.
import-people-not-written = { $path } kunne ikke skrives: { $reason }
    .hint = Lukk filen hvis den er åpen, og sjekk at du kan skrive i mappen. Kjør så kommandoen igjen; det som er skrevet, skrives ikke to ganger.
import-people-changed = Mappen ble endret imens. Ingenting mer er skrevet.
    .hint = Kjør kommandoen igjen.
import-no-names = I { $list } er det ingen rad med overskrifter der en kolonne er navn på folk. Ingenting er skrevet.
    .hint = Gi kolonnen overskriften Navn (eller Fornavn og Etternavn). De andre kan hete Skole eller Enhet, Stilling, Leder, Sluttdato og navnene på områdene.
import-personal-number = Et fødselsnummer er fjernet fra teksten.
import-person-broken = { $name } har en profil med en feil og er ikke sammenlignet.
    .hint = spind check viser feilen. Rett den og importer listen på nytt.
import-person-file-exists = Det finnes allerede en fil som ville hete det samme som profilen til { $name }. Raden er ikke tatt med.
    .hint = Sjekk om det er den samme personen. Er det to med samme navn, så lag den andre med spind new og et mellomnavn.
import-person-bad-name = { $name } kan ikke bli navnet på en profil. Raden er ikke tatt med.
    .hint = Skriv navnet med bokstaver i listen.
import-person-twice = { $name } står to ganger med hvert sitt arbeidssted, også i rad { $row }. Det kan være to personer eller én med to stillinger. Raden er ikke tatt med.
    .hint = Er det to personer, så gi den ene et mellomnavn i listen. Er det én, så slett den ene raden.
import-person-unusual = Profilen til { $name } er skrevet på en måte som programmet ikke kan fylle ut uten risiko. Den er ikke rørt.
    .hint = Skriv nivåene selv.
import-only-wanted = { $area } har et ønsket nivå, men ikke noe nivå nå.
    .hint = Skriv nivået nå i listen.
import-area-twice = { $area } står to ganger med forskjellige nivåer. Det første gjelder.
    .hint = La ett av dem stå i listen.
import-relevant-or-not = { $area } kan være { $current } nå eller { $wanted }, som står under ønsket. Området er ikke tatt med.
    .hint = Skriv det samme i begge cellene, eller la den ene stå tom.
import-sheet-of-whom = Arket har nivåer, men det går ikke fram hvem de gjelder. Det er ikke tatt med.
    .hint = Skriv Navn i en celle over tabellen og navnet i cellen ved siden av, eller gi arket personens navn.
import-too-many-people = Listen har flere enn { $most } nye medarbeidere. Resten er ikke tatt med.
    .hint = Del listen og importer den i flere omganger.
import-unclear-encoding = Bokstavene i listen kan leses på to måter: «{ $value }» eller «{ $other }». De er lest på den første.
    .hint = Er det feil, så lagre listen fra Excel som «CSV UTF-8» eller .xlsx og importer den på nytt.
import-no-such-list = { $path } finnes ikke. Ingenting er endret.
    .hint = Sjekk stien. Har den mellomrom, så sett den i anførselstegn.
import-unreadable = { $path } kan ikke leses. Ingenting er endret.
    .hint = Lukk filen hvis den er åpen i et annet program, og sjekk at du har tilgang til den.
import-too-large = { $list } er større enn en kursliste kan være. Ingenting er endret.
    .hint = Lagre bare de radene og arkene som skal brukes, i en ny fil.
import-too-many-rows = { $list } har flere enn { $most } rader. Ingenting er endret.
    .hint = Lagre bare de radene som skal brukes, i en ny fil.
import-old-workbook = { $list } er lagret i et gammelt Excel-format eller har et passord. Ingenting er endret.
    .hint = Åpne den i Excel, og lagre den som «Excel-arbeidsbok (*.xlsx)» uten passord.
import-not-a-workbook = { $list } er ikke en Excel-arbeidsbok, eller den er ødelagt. Ingenting er endret.
    .hint = Åpne den i Excel, og lagre den igjen som «Excel-arbeidsbok (*.xlsx)» eller som CSV.
import-not-a-list = { $list } er ikke en liste. Ingenting er endret.
    .hint = Bruk en fil fra Excel (.xlsx) eller en tekstfil (.csv). Fra en PDF kan listen kopieres over i et regneark.
import-no-heading = I { $list } er det ingen rad med overskrifter der en kolonne er kursenes nummer. Ingenting er endret. Kjente overskrifter: { $known }. Andre: { $unknown }
    .hint = Gi kolonnen med numre overskriften Nummer. De andre kan hete Tittel, Form, Områder, Tilbyder, Dager, Pris, Tilskudd, Utløper, Utgått, Start, Slutt, Sted, Plasser, Ledige og Halvdager.
import-two-catalogues = Det er to kataloger: { $one } og { $two }. Ingenting er endret.
    .hint = Åpne begge, behold den riktige, og slett den andre. Prøv så igjen.
import-catalogue-unreadable = kurs.yaml kan ikke leses. Ingenting er endret.
    .hint = spind check viser hva som skal rettes.
import-catalogue-unusual = kurs.yaml er skrevet på en måte som programmet ikke kan endre i uten risiko. Ingenting er endret.
    .hint = Skriv hvert kurs som i docs/filformat.md, og prøv igjen.
import-catalogue-too-large = kurs.yaml ville bli større enn det programmet leser. Ingenting er endret.
    .hint = Les bare inn de kursene som avdelingen har nytte av.
import-catalogue-changed = kurs.yaml ble endret imens. Programmet har ikke endret noe.
    .hint = Kjør kommandoen igjen.
import-not-written = { $path } kunne ikke endres: { $reason }
    .hint = Lukk filen hvis den er åpen i et annet program, og sjekk at du kan skrive i mappen.

# Kommandolinjens hjelp, og det den ikke kan forstå.

help-completions = Skriver det et skall trenger for å fullføre kommandoer med tabulatortasten.
help-man = Skriver programmets manualside.
help-arg-shell = Skallet
help-arg-open = Vis resultatet i det programmet som pleier å vise slikt
help-word-options = VALG
help-word-command = KOMMANDO
help-values = mulige verdier: { $values }
help-default = ellers: { $value }
help-heading-examples = Eksempler:
help-heading-exit-codes = Avslutningskoder:
help-exit-codes =
    0  alt er gjort
    1  noe har feil eller kunne ikke skrives; alt annet er gjort
    2  ingenting er gjort: kommandoen kan ikke forstås, eller avdelingens filer kan ikke brukes
help-examples-spind =
    spind check profiles           hva må rettes?
    spind build profiles --open    lag alt, og vis heftet
help-examples-build =
    spind build                                              alle planer og heftet, av mappen profiles
    spind build profiles --only "Ingrid Solbakken" --open    én plan, som vises
    spind build profiles -o planer --edition alle --blank    også det offentlige heftet og et tomt skjema
help-examples-check =
    spind check profiles                  hva må rettes?
    spind check --explain unknown-area    hva betyr koden?
    spind check profiles --format json    til andre programmer
help-examples-new =
    spind new "Anne Eksempel" --skole "Granlia skole"    en profil til å fylle ut
    spind new avdeling min-avdeling                      en mappe å begynne med
    spind build min-avdeling -o planer                   den første planen
help-examples-afdeling =
    spind new avdeling min-avdeling       en mappe å begynne med
    spind build min-avdeling -o planer    den første planen
help-examples-sign =
    spind sign "Tor Nygård" --as leder                                    underskrevet i dag
    spind sign profiles/granlia-skole/tor-nygård.yaml --as medarbeider    stien til profilen går også
help-examples-verify =
    spind verify out/planer/solvang-skole/ingrid-solbakken.pdf             mot mappen profiles
    spind verify out/planer/solvang-skole/ingrid-solbakken.pdf profiles    mot den mappen
help-examples-extract =
    spind extract out/planer/solvang-skole/ingrid-solbakken.pdf              til mappen du står i
    spind extract out/planer/solvang-skole/ingrid-solbakken.pdf -o avtale    til mappen avtale
help-examples-status =
    spind status profiles                 hvem mangler hva?
    spind status profiles --format csv    til et regneark
help-examples-rollover =
    spind rollover profiles --to 2027/28 --archive arkiv          vis det, og spør
    spind rollover profiles --to 2027/28 --archive arkiv --yes    gjør det uten å spørre
help-examples-forget =
    spind forget "Ingrid Solbakken"                                                    vis det, og spør
    spind forget profiles/solvang-skole/ingrid-solbakken.yaml --archive arkiv --yes    også i arkivet, uten å spørre
help-examples-export =
    spind export profiles -o tall.xlsx                                  en arbeidsbok
    spind export profiles --format csv                                  nivåene som tekst
    spind export profiles --edition offentlig -o tall-offentlig.xlsx    bare det alle kan se
help-examples-import =
    spind import kurs kursliste.xlsx                           vis hva som endres, og spør
    spind import kurs kursliste.csv --folder profiles --yes    gjør det uten å spørre
help-examples-kurser =
    spind import kurs kursliste.xlsx                           vis hva som endres, og spør
    spind import kurs kursliste.csv --folder profiles --yes    gjør det uten å spørre
help-examples-completions =
    spind completions bash > spind.bash         til bash
    spind completions powershell > spind.ps1    til PowerShell
help-examples-watch =
    spind watch profiles           lag planene på nytt når noen lagrer
    spind watch profiles --poll    på en nettverksstasjon
help-examples-schema =
    spind schema profil --folder profiles               vis skjemaet for en profil
    spind schema kurs --folder profiles -o kurs.json    lagre skjemaet for kurs.yaml
help-examples-vejledning =
    spind new veiledning --folder profiles           for avdelingen i mappen
    spind new veiledning --folder profiles -o out    i mappen out
help-examples-man =
    spind man > spind.1              på systemets språk
    spind man --lang en > spind.1    på engelsk

man-name = NAVN
man-synopsis = OVERSIKT
man-description = BESKRIVELSE
man-environment = MILJØ
man-in-short = utviklingsplaner og hefte fra en fellesmappe
man-everywhere = Disse kan skrives ved alle kommandoer:
man-variables =
    NO_COLOR           ingen farger
    CLICOLOR_FORCE     farger, også når meldingene ikke vises på en skjerm
    SOURCE_DATE_EPOCH  den dagen som regnes som i dag, i sekunder siden 1970
    LANG, LC_ALL       språket, når verken --lang eller avdelingen sier noe annet

usage-unknown = «{ $argument }» hører ikke til her.
    .hint = Sjekk stavemåten. Har en sti eller et navn mellomrom, så sett det i anførselstegn.
usage-unknown-near = «{ $argument }» hører ikke til her.
    .hint = Mente du { $nearest }?
usage-missing = Her mangler: { $arguments }
    .hint = Legg det til.
usage-missing-verb = Her mangler en kommando.
    .hint = --help viser hvilke som finnes.
usage-no-value = Det mangler noe etter { $argument }.
    .hint = Legg det til.
usage-bad-value = «{ $value }» kan ikke brukes ved { $argument }.
    .hint = Skriv for eksempel: { $values }
usage-twice = { $argument } kan ikke stå her mer enn én gang eller sammen med det andre.
    .hint = Slett det ene.
usage-other = Kommandoen kan ikke forstås.
    .hint = Sjekk stavemåten.
usage-no-verb = «{ $word }» er verken en kommando eller en mappe.
    .hint = Mente du { $nearest }?
usage-more = Skriv --help etter kommandoen for å se hva den kan.

open-failed = { $path } kunne ikke vises.
    .hint = Åpne filen selv. Den er laget.

step-read = Lest: { $path }
step-done = { $step }: { $seconds } s
step-reading = Lest og gjennomgått
step-documents = Dokumentene laget
step-public = Det offentlige heftet kontrollert
step-list = Listen sammenlignet
step-tables = Tallene samlet

# Når noe ikke kan leses
build-another-edition = { $path } er laget på nytt med andre medarbeidere enn sist i samme periode. Er den forrige gitt videre, må du ikke gi denne videre før neste periode: Forskjellen mellom de to kan vise hva én enkelt ønsker løft i.
build-unknown-edition = { $path } er laget på nytt, og det er ikke mulig å se om den forrige talte de samme medarbeiderne: Listen i mappen er borte eller for gammel. Er den forrige gitt videre i samme periode, må dere sammenligne de to før dere gir denne videre.
build-refused = { $paths } er ikke laget, fordi noe i mappen ikke kan leses.
    .hint = { $count ->
        [one] Det ville mangle noe i det
       *[other] Det ville mangle noe i dem
    } uten at det kunne ses. Planene er laget. Sørg for at alle filer kan leses, eller be den som har tilgang til hele mappen, om å kjøre programmet. Det som ligger der fra før, er utdatert.

# Når programmet åpnes med et dobbeltklikk
double-click-folder = Kompetanseplaner
double-click-begin = Siden åpnes i nettleseren. La dette vinduet være åpent så lenge du arbeider. Lukk det når du er ferdig.
    Planene blir lagt i { $folder }
double-click-close = Trykk Enter for å lukke vinduet.
double-click-no-department = Her er det ingen profiler: { $folder } mangler filen avdeling.yaml.
    .hint = Legg programmet i fellesmappen, der profilene og avdeling.yaml ligger, og åpne det der.
double-click-packed = Programmet er åpnet inne i en ZIP-fil og kan ikke se mappen med profilene.
    .hint = Høyreklikk på ZIP-filen, velg Pakk ut alle, og legg spind.exe i fellesmappen, der avdeling.yaml ligger.
double-click-no-documents = Din egen mappe Dokumenter ble ikke funnet.
    .hint = Åpne Filutforsker og se om du har en mappe som heter Dokumenter. Spør ellers IT-avdelingen.
double-click-shared = Din mappe { $folder } ligger i fellesmappen. Der kunne andre lese planene dine.
    .hint = Legg programmet i mappen med profilene og ikke høyere opp, eller spør IT-avdelingen.
# Sidene på skjermen (spind serve)
help-serve = Viser en side om avdelingen i nettleseren: hvem som mangler hva, feil og planer, og et skjema for å fylle ut én profil. Bare på denne datamaskinen.
help-arg-port = Nummeret på porten siden ligger på (ellers en ledig)
help-arg-no_open = Vis bare adressen; ikke åpne nettleseren
help-arg-read_only = Vis bare; ingenting kan rettes på sidene
help-arg-edit = Rett denne profilen: et navn eller en sti (ellers velges den på siden)
help-examples-serve =
    spind serve profiles                           hele avdelingen i nettleseren
    spind serve profiles --only "Granlia skole"    bare ett arbeidssted
    spind serve profiles --poll                    på en nettverksstasjon
serve-address = Siden ligger her så lenge vinduet er åpent: { $address }
serve-not-shown = Nettleseren kunne ikke åpnes.
    .hint = Kopier adressen ovenfor over i den.
serve-opens = Siden åpnes
    .hint = Skjer det ikke noe, så trykk på knappen. Er programmet lukket, så start det igjen.
serve-open-pages = Åpne siden
serve-used-twice = Filen som åpner siden, er brukt to ganger.
    .hint = Var det deg selv, så bruk adressen slik den står i vinduet der programmet kjører. Ellers kan en annen på datamaskinen ha åpnet siden: Lukk vinduet, og start programmet igjen.
serve-port-taken = Port { $port } er opptatt.
    .hint = Velg en annen med --port, eller la den være, så finner programmet en ledig.
serve-not-opened = Siden kan ikke vises på denne datamaskinen: { $reason }
    .hint = Prøv uten --port. Hjelper det ikke, så bruk spind build og spind status.
serve-people = Medarbeidere
serve-needs = Behov
serve-groups = Grupper
serve-money = Penger
serve-year = Året og heftene
serve-code = Kontroller en avtalekode
    .hint = Koden står nederst på planen. Skriv den her, så svarer siden om det er den planen mappen har nå.
serve-departments = Avdelinger
    .hint = Løft er de områdene medarbeiderne vil videre i. Bundet er avtalt, påmeldt eller i gang; ønsket er foreslått i planene; igjen er resten av budsjettet etter begge deler. En strek betyr at tallet ikke er kjent.
serve-department = Avdeling
serve-lifts = Løft
serve-lifts-needed = Nødvendige løft
serve-bound = Bundet
serve-wished = Ønsket
serve-left = Igjen
serve-no-figures = Her står tallene for hele avdelingen eller en hel skole. De vises når alle medarbeiderne er på siden, og alle filer kan leses.
serve-week = uke
serve-pages = Sider
serve-skip = Gå til innholdet
serve-read-only = Siden viser bare det som står i filene i mappen. Ingenting kan endres her. Den ligger på denne datamaskinen og kan bare åpnes herfra.
serve-writable = Det du lagrer, blir skrevet i profilens fil i mappen. Siden ligger på denne datamaskinen og kan bare åpnes herfra.
serve-no-script = Siden oppdateres ikke av seg selv når en fil blir endret.
serve-again = Hent siden på nytt
serve-stopped = Programmet er lukket, så siden oppdateres ikke lenger.
serve-gone = Mappen er borte.
    .hint = Siden viser det som var i den sist, og oppdateres igjen så snart mappen er tilbake.
serve-back = Mappen er tilbake.
serve-waiting = Dokumentene blir laget
    .hint = Det tar et øyeblikk første gang. Siden kommer av seg selv.
serve-said-list = Listen er oppdatert.
serve-said-shared = De andre filene i mappen er kontrollert på nytt.
serve-said-year = Oversikten er oppdatert.
serve-said-figures = Tallene er oppdatert.
serve-said-documents = Heftene er oppdatert.
serve-said-answer = Svaret er oppdatert.
serve-said-plan = Planen for { $name } er laget på nytt.
serve-said-no-plan = Planen for { $name } vises ikke lenger.
serve-unusable = Avdelingens filer kan ikke brukes som de er. Rett feilene, så kommer alt det andre.
serve-shared-wrong = Det er noe å se på i mappens andre filer, eller noe som ikke kunne lages.
serve-find = Finn
serve-find-go = Finn
serve-find-help = Et navn, et arbeidssted eller for eksempel «grunnlag», «feil» eller «notert»
serve-count-people =
    { $count ->
        [one] 1 medarbeider
       *[other] { $count } medarbeidere
    }
serve-errors = { $count } feil
serve-warnings =
    { $count ->
        [one] 1 advarsel
       *[other] { $count } advarsler
    }
serve-talk = Samtale { $name }
serve-signed = notert som underskrevet: { $name }
serve-changed = endret etter at den ble notert som underskrevet
serve-overdue = { $count } over frist
serve-back-to-people = Alle medarbeidere
serve-papers = Til utskrift
serve-open = Åpne { $name } (PDF i en ny fane)
serve-the-plan = planen
serve-the-preparation = forberedelsen
serve-the-follow-up = oppfølgingen
serve-calendar-file = Hent datoene til kalenderen din (.ics)
serve-the-booklet = det interne heftet
serve-the-volume = bind { $name } av det interne heftet
serve-the-public-volume = bind { $name } av det offentlige heftet
serve-the-school-booklet = heftet for { $name }
serve-the-print = planene for { $name }, samlet for utskrift
serve-the-strategic-plan = den strategiske opplæringsplanen
serve-the-public-booklet = det offentlige heftet
serve-the-blank-form = det tomme skjemaet
serve-print = Skriv ut fra den nye fanen med Ctrl+P, på begge sider av arket.
serve-no-plan = Planen vises når feilene er rettet.
serve-plan-not-made = Planen kunne ikke lages. «Året og heftene» forteller hvorfor.
serve-out-of-date = Planen som ligger i mappen med dokumenter, er fra før feilen og er utdatert.
serve-wrong = Feil og advarsler
serve-now = Nå er det { $name }.
serve-nothing-wrong = Det er ingenting å rette.
serve-line = linje { $count }
serve-corrected = Skriv i stedet
serve-plan = Planen
serve-plan-of = Planen for { $name }
serve-missing-in-year = Dette mangler
serve-deadlines = Frister
serve-nothing-missing = Ingen mangler noe.
serve-lacks-sound-profile = Profilen har en feil ({ $count })
serve-lacks-levels = Profilen er ikke fylt ut ({ $count })
serve-lacks-talk = Samtalen er ikke gjennomført ({ $count })
serve-lacks-agreement = Samtalen er gjennomført, men planen er ikke avtalt ({ $count })
serve-lacks-signatures = Avtalt, men ikke notert som underskrevet av begge ({ $count })
serve-lacks-same = Endret etter at den ble notert som underskrevet ({ $count })
serve-lacks-steps = Har noe i planen som er over frist ({ $count })
serve-by-school = Arbeidssted for arbeidssted
serve-documents = Hefter og planer for hele avdelingen
serve-no-documents = Det er ingen akkurat nå.
serve-shared = Andre filer i mappen
serve-code-field = Avtalekode
serve-code-go = Kontroller
serve-answer = Svar
serve-not-a-code = «{ $code }» er ikke en avtalekode.
    .hint = Skriv koden slik den står nederst på planen: seks grupper på fire tegn og et kontrolltegn.
serve-missing = Her er det ingenting
    .hint = Profilen eller dokumentet finnes ikke lenger, eller adressen er fra en tidligere gang programmet kjørte.
serve-home = Til forsiden
serve-refused = Siden kan ikke åpnes slik
    .hint = Den åpnes bare i den nettleseren programmet selv har åpnet, eller med hele adressen som står i vinduet til programmet, og bare så lenge programmet kjører.
serve-refused-running = Står vinduet til programmet åpent? Kopier adressen som står i det, over i nettleseren. Står det ingen, så lukk vinduet og start programmet igjen.
serve-refused-ended = Er vinduet lukket? Start programmet igjen slik du pleier. Da åpner siden seg selv. Gamle adresser og bokmerker virker ikke.
