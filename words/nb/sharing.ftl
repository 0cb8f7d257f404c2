### Deling med andre kommuner: behov som legges sammen, og pakker med rollemodell og kurs.

needs-first-line = Bare til de HR-avdelingene som legger sammen behov. Nøyaktige tall: skal ikke vises til andre.
needs-file-about =
    Behovene i én avdeling: hvor mange som vil lære mer i hvert område, og hvor mange som mangler hvert kurs.
    Ingen navn, skoler og nivåer. Fila er likevel opplysninger om medarbeidere. Slett den når tallene er lagt sammen.
needs-question = Skal behovene lagres i { $path }, så de kan sendes til de andre avdelingene? (ja/nei)
needs-written = Behovene ligger i { $path }. Send fila bare til de HR-avdelingene som er med, og skriv ned hvem som fikk den.
needs-incomplete = Behovene er ikke skrevet fordi noe i mappa ikke kan leses, og da ville noen mangle i tallene.
    .hint = Rett det som står ovenfor, og kjør kommandoen igjen.
needs-inside = Behovene kan ikke lagres i fellesmappa: { $path }
    .hint = Velg et sted utenfor den, for eksempel -o ../behov.yaml.
needs-out-needed = Siden skal ikke ligge i fellesmappa.
    .hint = Skriv hvor den skal ligge, med -o, for eksempel: -o ../side.pdf
needs-unreadable = { $path } kan ikke leses: { $reason }
    .hint = Se etter at det er fila med behov som den andre avdelingen har sendt.
needs-too-large = den er større enn en fil med behov kan være
needs-faulty = Behovene er ikke lagt sammen fordi en fil har feil.
    .hint = Be avdelingen som sendte fila, om å lage den på nytt med spind needs.
needs-too-few = Det er { $files ->
        [one] bare én fil
       *[other] bare { $files } filer
    }, men det må være minst tre. Av to ville hver kunne regne ut den andres tall.
    .hint = Skriv alle filene etter --sum.
needs-twice = To av filene er fra samme avdeling: { $name }.
    .hint = Ta den nyeste av dem, og la den andre være ute.
needs-periods = Merk: Filene er fra forskjellige perioder: { $periods }.
needs-sum-title = Behov lagt sammen
needs-sum-rule = Et tall vises bare når minst tre er med i det, og når det uten den enkeltes del er minst { $least }.
needs-sum-courses = Kurs som kan fylles sammen
needs-sum-areas = Områder
needs-sum-withheld = Vises ikke fordi det bygger på for få: { $list }
needs-people = { $people ->
        [one] 1 medarbeider
       *[other] { $people } medarbeidere
    }
needs-days = { $one ->
        [1] { $days } dag
       *[other] { $days } dager
    }
needs-no-common-month = ingen måned passer alle
share-left-out = Utelatt fordi det nevner en person eller en skole: { $text }

# Siderne om flere kommuner.

label-regional-courses = Kurs dere kan fylle sammen
label-regional-no-courses = Ennå bygger ikke noe kurs på nok til å bli vist.
label-regional-months = Måneder som passer
label-regional-any-month = alle måneder
label-regional-where = Hvem mangler det?
label-regional-areas = Områder der noen vil lære mer
label-regional-short = Hvem mangler det?
label-regional-no-areas = Ennå bygger ikke noe område på nok til å bli vist.
label-regional-strengths = Styrker å bytte
label-regional-strengths-note = Her står bare kommuner som har sagt ja, og bare områder der mange er i den øverste halvdelen av skalaen.
label-regional-contacts = Kommunene
label-regional-contact = Kontakt
label-regional-focus = Fokus
label-regional-challenges = Utfordringer
regional-title = Behov på tvers av kommunene
regional-all = alle
label-careers-sought = Kompetanser som søkes her i årene som kommer
label-careers-asks = Dette krever jobben
label-careers-what = Det handler om
label-careers-level = Så godt skal man kunne det
label-careers-presumed = Dette forutsettes
label-careers-ask = Spør oss
careers-title = En jobb og kompetansene den krever
careers-lead = Til veiledere og skoler: hva de som har jobben, skal kunne, og hva det blir bruk for.
careers-scale = Nivåene, fra det laveste: { $levels }.
careers-none = Ennå bygger ikke noe område på nok medarbeidere til å bli vist.
careers-of-one = Områder der mange av dem som har jobben, vil lære mer. Det flest mangler, står først.
careers-of-several = Områder der mange av dem som har jobben i flere kommuner, vil lære mer. Det flest mangler, står først.

help-needs = Viser avdelingens behov og lagrer dem til andre avdelinger; legger sammen flere avdelingers behov.
help-arg-sum = Legg sammen behovene i disse filene, minst tre. De skrives etter hverandre: --sum a.yaml b.yaml c.yaml
help-arg-needs_out = Fila som skrives: avdelingens behov, eller summen
help-arg-pdf = Lag summen som en side i PDF: kurs å fylle sammen, områder, styrker og kontakter
help-arg-vejledere = Lag siden til veiledere og skoler: hva jobben krever, og hva som søkes (med --sum: i flere kommuner)
help-arg-needs_today = Dagen kursene regnes fra (ellers i dag)
help-examples-needs =
    spind needs profiles                                           vis behovene
    spind needs profiles -o behov-lyngfjord.yaml --yes             lagre dem uten å spørre
    spind needs --sum behov-a.yaml behov-b.yaml behov-c.yaml    legg sammen tre avdelingers behov

# Pakka til en annen avdeling.

help-share = Lager en pakke med rollemodell, kurs og metode til en annen kommune. Ingen personer, skoler og antall.
help-arg-share_out = Pakka: en mappe, eller en zip-fil hvis navnet slutter på .zip
help-arg-lokalt = Ta også med priser, tilskudd og samlinger
help-examples-share =
    spind share profiles -o pakke                ei mappe med tekstfiler
    spind share profiles -o pakke.zip --lokalt    en zip-fil, også med priser og samlinger
share-inside = Pakka kan ikke legges i fellesmappa: { $path }
    .hint = Velg et sted utenfor den, for eksempel -o ../pakke.
share-incomplete = Pakka er ikke laget fordi noe i mappa ikke kan leses. Da kan ikke programmet se om en tekst nevner noen.
    .hint = Rett det som står ovenfor, og kjør kommandoen igjen.
share-faulty = Pakka er ikke laget fordi rollemodellen eller kursene har feil.
    .hint = Rett feilene ovenfor, og kjør kommandoen igjen.
share-mention = Pakka er ikke laget fordi denne teksten nevner en person eller en skole: { $text }
    .hint = Rett navnet i rollemodellen, og kjør kommandoen igjen.
share-too-few-areas = Pakka er ikke laget fordi færre enn tre områder kan være med. De andre nevner en person eller en skole.
    .hint = Rett navnene på områdene i rollemodellen, og kjør kommandoen igjen.
share-unwritable = Pakka er ikke laget fordi { $path } ikke kan skrives slik at den kan leses igjen.
    .hint = Se etter uvanlige tegn i navnene på områder og kurs.
share-not-written = Pakka { $path } er ikke skrevet: { $reason }
    .hint = Velg et annet navn etter -o, eller ei mappe som er tom.
share-next = Les gjennom filene før de sendes. Kommentarer og antall er ikke med, og tekster som nevner en kjent person eller skole, er utelatt.
share-first-line = En delt rollemodell, laget med spind share. Alle kan bruke den.
share-read-me =
    HVA ER DETTE?

    En rollemodell fra en annen kommune: hvilke kompetanser en jobb krever, delt i områder, med en skala og
    roller. Framgangsmåten kan være den samme hos dere, mens innholdet blir deres eget. Her er ingen
    opplysninger om personer, skoler eller antall.

    { $model }: områder, kompetanser, skala og roller{ $catalogue ->
        [yes] {""}

    { $courses }: kurs og andre måter å lære på
       *[no] {""}
    }

    { $method }: slik lager dere deres egen rollemodell, med spørsmål dere kan kopiere

    { $words }: ordene i filene, også på andre språk

    Filene er vanlig tekst og kan leses i Notisblokk.

    SLIK BEGYNNER DERE

    Med programmet spind: spind new avdeling VÅR-MAPPE --fra DENNE-PAKKA
    Rett så områdene slik at de passer til dere. Uten programmet: skriv områdene inn i deres eget skjema.
share-method =
    SLIK BLE ROLLEMODELLEN TIL

    Tre møter på to timer hver er nok. De som har jobben, begynner. De andre supplerer.

    1. OPPSTART: DE SOM HAR JOBBEN

    Alle er med. Sitt i grupper på fire til seks, og beskriv i ord og bilder hva en god kollega i jobben kan.
    Skriv hver kompetanse på en egen linje. Del linjene i personlige og faglige.

    - Hva kjennetegner den gode rollemodellen?
    - Hva gjør vi på en vanlig dag, og hva på en travel?
    - Hva kan vi som andre på kontoret ikke kan?
    - Hva kan man forutsette av alle som er utdannet for kontoret? Det skal ikke med.

    2. FOKUSGRUPPE: LEDERE, KOLLEGER OG FORVALTNING

    Omtrent ti personer. Vis lista fra oppstarten, og spør:

    - Hva er en god opplevelse i møtet med dem som har jobben?
    - Når har dere fått god service?
    - Når har dere opplevd oversikt? Fleksibilitet?
    - Når har dere opplevd at kunnskapene var der, for eksempel i økonomi eller it?
    - I hvilke situasjoner kunne de vært bedre rustet?

    3. FOKUSGRUPPE: DE JOBBEN ER TIL FOR

    To eller tre av hvert slag, på en skole for eksempel elever, foreldre og lærere.

    - Hva er et godt samarbeid?
    - Hva er viktig at de har tak i?
    - Hva mangler på lista? Skriv det til, og merk det: tilføyd.
    - Er det noe de ikke trenger å kunne? Merk det: betvilt.
    - Sett kryss ved det som er viktigst.

    4. NØDVENDIG ELLER KJEKT

    Ingen skal kunne alt. Medarbeider og leder blir enige om hva som er nødvendig, og hva som er kjekt å kunne.
    Samle kompetansene i tre til tjuefire områder. Skriv en linje om hvert, og gi hvert trinn på skalaen et navn.

    5. BRUK DEN

    Hver medarbeider skriver nivået sitt nå og det hun eller han ønsker, i hvert område. De to snakker om det en gang i
    året og avtaler en plan. Alle planene blir til én opplæringsplan for avdelingen. Ta rollemodellen opp igjen etter et
    par år, og gi den et nytt versjonsnummer.
share-words-model = ROLLEMODELLENS ORD: skalaen, og områdene med det korte ordet som profilene bruker
share-words-profile = ORDENE I EN PROFIL: hva de betyr, og hva de heter på andre språk

help-arg-fra = Begynn fra en annen avdelings pakke, ei mappe eller en zip-fil
new-from-school = Skolen vår
new-from-role-model =
    Rollemodellen, begynt fra en annen avdelings pakke. Rett den slik at den passer til dere.
    Får et område et nytt ord foran kolonet, så skriv det gamle under «tidligere», og kjør spind align.
new-from-catalogue = Kursene, begynt fra en annen avdelings pakke. Slett dem dere ikke kan bruke.
unpack-unreadable = Pakka { $path } kan ikke leses: { $reason }
    .hint = Se etter at det er pakka som den andre avdelingen har laget med spind share.
unpack-unsafe = Pakka { $path } er ikke brukt fordi «{ $name }» i den peker ut av pakka.
    .hint = Be om ei ny pakke, og se etter hvem som har sendt den.
unpack-faulty = Pakka { $path } er ikke brukt fordi den har feil.
    .hint = Be om ei ny pakke, eller rett filene i den og prøv igjen.
unpack-no-archive = { $path } er verken ei mappe eller en zip-fil.
    .hint = Skriv pakkas mappe eller zip-fil etter --fra.
unpack-too-large = Pakka { $path } er større enn ei pakke kan være.
    .hint = Se etter at det er den rette.
unpack-no-role-model = Det er ikke nøyaktig én rollemodell i { $path }.
    .hint = Skriv pakkas mappe eller zip-fil etter --fra. Den har fila rollemodell.yaml.

# Når rollemodellen er endret.

help-align = Retter profiler, lederfiler og kurs etter rollemodellen når områder har fått nye ord.
help-examples-align =
    spind align profiles          vis hva som rettes, og spør
    spind align profiles --yes    gjør det uten å spørre
align-nothing = Alle filene passer til rollemodellen.
align-renamed = { $from } blir til { $to }
align-removed = { $from } går ut
align-undecided = { $keys } er nå ett område, { $area }, men har forskjellige nivåer; linjene blir stående til det er skrevet ett
align-unsupported = må rettes for hånd fordi den er skrevet på en uvanlig måte
align-question = Skal filene rettes? (ja/nei)
align-done = { $files ->
        [one] 1 fil er rettet.
       *[other] { $files } filer er rettet.
    }
align-left = { $path } er endret imens og er ikke rørt.
    .hint = Kjør kommandoen igjen.
