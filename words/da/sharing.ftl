### Deling med andre kommuner: behov, der lægges sammen, og pakker med rollemodel og kurser.

needs-first-line = Kun til de HR-afdelinger, der lægger behov sammen. Præcise tal: må ikke vises til andre.
needs-file-about =
    Behovene i én afdeling: hvor mange der vil lære mere i hvert område, og hvor mange der mangler hvert kursus.
    Ingen navne, skoler og niveauer. Filen er alligevel oplysninger om medarbejdere. Slet den, når tallene er lagt sammen.
needs-question = Skal behovene gemmes i { $path }, så de kan sendes til de andre afdelinger? (ja/nej)
needs-written = Behovene ligger i { $path }. Send filen kun til de HR-afdelinger, der er med, og skriv ned, hvem der fik den.
needs-incomplete = Behovene er ikke skrevet, fordi noget i mappen ikke kan læses, og så ville nogen mangle i tallene.
    .hint = Ret det, der står ovenfor, og kør kommandoen igen.
needs-inside = Behovene kan ikke gemmes i den fælles mappe: { $path }
    .hint = Vælg et sted uden for den, for eksempel -o ../behov.yaml.
needs-out-needed = Siden skal ikke ligge i den fælles mappe.
    .hint = Skriv, hvor den skal ligge, med -o, for eksempel: -o ../side.pdf
needs-unreadable = { $path } kan ikke læses: { $reason }
    .hint = Se efter, at det er filen med behov, som den anden afdeling har sendt.
needs-too-large = den er større, end en fil med behov kan være
needs-faulty = Behovene er ikke lagt sammen, fordi en fil har fejl.
    .hint = Bed den afdeling, der har sendt filen, om at lave den igen med spind needs.
needs-too-few = Der er { $files ->
        [one] kun én fil
       *[other] kun { $files } filer
    }, men der skal være mindst tre. Af to ville hver kunne regne den andens tal ud.
    .hint = Skriv alle filerne efter --sum.
needs-twice = To af filerne er fra den samme afdeling: { $name }.
    .hint = Tag den nyeste af dem, og lad den anden ude.
needs-periods = Bemærk: Filerne er fra forskellige perioder: { $periods }.
needs-sum-title = Behov lagt sammen
needs-sum-rule = Et tal vises kun, når mindst tre er med i det, og når det uden den enkeltes del er mindst { $least }.
needs-sum-courses = Kurser, der kan fyldes sammen
needs-sum-areas = Områder
needs-sum-withheld = Vises ikke, fordi det bygger på for få: { $list }
needs-people = { $people ->
        [one] 1 medarbejder
       *[other] { $people } medarbejdere
    }
needs-days = { $one ->
        [1] { $days } dag
       *[other] { $days } dage
    }
needs-no-common-month = ingen måned passer alle
share-left-out = Udeladt, fordi det nævner en person eller en skole: { $text }

# Siderne om flere kommuner.

label-regional-courses = Kurser, I kan fylde sammen
label-regional-no-courses = Endnu bygger intet kursus på nok til at blive vist.
label-regional-months = Måneder, der passer
label-regional-any-month = alle måneder
label-regional-where = Hvem mangler det?
label-regional-areas = Områder, hvor nogen vil lære mere
label-regional-short = Hvem mangler det?
label-regional-no-areas = Endnu bygger intet område på nok til at blive vist.
label-regional-strengths = Styrker at bytte
label-regional-strengths-note = Her står kun kommuner, der har sagt ja, og kun områder, hvor mange er i den øverste halvdel af skalaen.
label-regional-contacts = Kommunerne
label-regional-contact = Kontakt
label-regional-focus = Fokus
label-regional-challenges = Udfordringer
regional-title = Behov på tværs af kommunerne
regional-all = alle
label-careers-sought = Kompetencer, der søges her de kommende år
label-careers-asks = Det kræver jobbet
label-careers-what = Det handler om
label-careers-level = Så godt skal man kunne det
label-careers-presumed = Det forudsættes
label-careers-ask = Spørg os
careers-title = Et job og de kompetencer, det kræver
careers-lead = Til vejledere og skoler: hvad de, der har jobbet, skal kunne, og hvad der bliver brug for.
careers-scale = Niveauerne, fra det laveste: { $levels }.
careers-none = Endnu bygger intet område på nok medarbejdere til at blive vist.
careers-of-one = Områder, hvor mange af dem, der har jobbet, vil lære mere. Det, flest mangler, står først.
careers-of-several = Områder, hvor mange af dem, der har jobbet i flere kommuner, vil lære mere. Det, flest mangler, står først.

help-needs = Viser afdelingens behov og gemmer dem til andre afdelinger; lægger flere afdelingers behov sammen.
help-arg-sum = Læg behovene i disse filer sammen, mindst tre. De skrives efter hinanden: --sum a.yaml b.yaml c.yaml
help-arg-needs_out = Filen, der skrives: afdelingens behov, eller summen
help-arg-pdf = Lav summen som en side i PDF: kurser at fylde sammen, områder, styrker og kontakter
help-arg-vejledere = Lav siden til vejledere og skoler: hvad jobbet kræver, og hvad der søges (med --sum: i flere kommuner)
help-arg-needs_today = Den dag, kurserne regnes fra (ellers i dag)
help-examples-needs =
    spind needs profiles                                           vis behovene
    spind needs profiles -o behov-lyngfjord.yaml --yes             gem dem uden at spørge
    spind needs --sum behov-a.yaml behov-b.yaml behov-c.yaml    læg tre afdelingers behov sammen

# Pakken til en anden afdeling.

help-share = Laver en pakke med rollemodel, kurser og metode til en anden kommune. Ingen personer, skoler og antal.
help-arg-share_out = Pakken: en mappe, eller en zip-fil, hvis navnet ender på .zip
help-arg-lokalt = Tag også priser, tilskud og hold med
help-examples-share =
    spind share profiles -o pakke                en mappe med tekstfiler
    spind share profiles -o pakke.zip --lokalt    en zip-fil, også med priser og hold
share-inside = Pakken kan ikke lægges i den fælles mappe: { $path }
    .hint = Vælg et sted uden for den, for eksempel -o ../pakke.
share-incomplete = Pakken er ikke lavet, fordi noget i mappen ikke kan læses. Så kan programmet ikke se, om en tekst nævner nogen.
    .hint = Ret det, der står ovenfor, og kør kommandoen igen.
share-faulty = Pakken er ikke lavet, fordi rollemodellen eller kurserne har fejl.
    .hint = Ret fejlene ovenfor, og kør kommandoen igen.
share-mention = Pakken er ikke lavet, fordi denne tekst nævner en person eller en skole: { $text }
    .hint = Ret navnet i rollemodellen, og kør kommandoen igen.
share-too-few-areas = Pakken er ikke lavet, fordi færre end tre områder kan være med. De andre nævner en person eller en skole.
    .hint = Ret områdernes navne i rollemodellen, og kør kommandoen igen.
share-unwritable = Pakken er ikke lavet, fordi { $path } ikke kan skrives, så den kan læses igen.
    .hint = Se efter usædvanlige tegn i områdernes og kursernes navne.
share-not-written = Pakken { $path } er ikke skrevet: { $reason }
    .hint = Vælg et andet navn efter -o, eller en mappe, der er tom.
share-next = Læs filerne igennem, før de sendes. Kommentarer og antal er ikke med, og tekster, der nævner en kendt person eller skole, er udeladt.
share-first-line = En delt rollemodel, lavet med spind share. Alle må bruge den.
share-read-me =
    HVAD ER DET HER?

    En rollemodel fra en anden kommune: hvilke kompetencer et job kræver, delt i områder, med en skala og
    roller. Fremgangsmåden kan være den samme hos jer, mens indholdet bliver jeres eget. Her er ingen
    oplysninger om personer, skoler eller antal.

    { $model }: områder, kompetencer, skala og roller{ $catalogue ->
        [yes] {""}

    { $courses }: kurser og andre veje til at lære noget
       *[no] {""}
    }

    { $method }: sådan laver I jeres egen rollemodel, med spørgsmål, I kan kopiere

    { $words }: ordene i filerne, også på andre sprog

    Filerne er almindelig tekst og kan læses i Notesblok.

    SÅDAN BEGYNDER I

    Med programmet spind: spind new afdeling VORES-MAPPE --fra DENNE-PAKKE
    Ret så områderne, så de passer til jer. Uden programmet: skriv områderne ind i jeres eget skema.
share-method =
    SÅDAN BLEV ROLLEMODELLEN TIL

    Tre møder på hver to timer er nok. De, der har jobbet, begynder. De andre supplerer.

    1. KICK-OFF: DE, DER HAR JOBBET

    Alle er med. Sid i grupper på fire til seks, og beskriv i ord og billeder, hvad en god kollega i jobbet kan.
    Skriv hver kompetence på en linje for sig. Del linjerne i personlige og faglige.

    - Hvad karakteriserer den gode rollemodel?
    - Hvad laver vi på en almindelig dag, og hvad på en travl?
    - Hvad kan vi, som andre på kontoret ikke kan?
    - Hvad kan man forudsætte af enhver, der er uddannet til kontoret? Det skal ikke med.

    2. FOKUSGRUPPE: LEDERE, KOLLEGER OG FORVALTNING

    Omkring ti personer. Vis listen fra kick-off, og spørg:

    - Hvad er en god oplevelse i mødet med dem, der har jobbet?
    - Hvornår har I fået god service?
    - Hvornår har I oplevet overblik? Fleksibilitet?
    - Hvornår har I oplevet, at fagligheden var i orden, for eksempel økonomi eller it?
    - I hvilke situationer kunne de være klædt bedre på?

    3. FOKUSGRUPPE: DE, JOBBET ER TIL FOR

    To eller tre af hver slags, på en skole for eksempel elever, forældre og lærere.

    - Hvad er et godt samarbejde?
    - Hvad er vigtigt, at de har fat i?
    - Hvad mangler på listen? Skriv det til, og mærk det: tilføjet.
    - Er der noget, de ikke behøver at kunne? Mærk det: betvivlet.
    - Sæt kryds ved det, der er vigtigst.

    4. NØDVENDIGT ELLER RART

    Ingen skal kunne alt. Medarbejder og leder bliver enige om, hvad der er nødvendigt, og hvad der er rart at kunne.
    Saml kompetencerne i tre til fireogtyve områder. Skriv en linje om hvert, og giv hvert trin på skalaen et navn.

    5. BRUG DEN

    Hver medarbejder skriver sit niveau nu og det, hun eller han ønsker, i hvert område. De to taler om det en gang om året
    og aftaler en plan. Alle planerne bliver til én uddannelsesplan for afdelingen. Tag rollemodellen op igen efter et
    par år, og giv den et nyt versionsnummer.
share-words-model = ROLLEMODELLENS ORD: skalaen, og områderne med det korte ord, som profilerne bruger
share-words-profile = EN PROFILS ORD: hvad de betyder, og hvad de hedder på andre sprog

help-arg-fra = Begynd fra en anden afdelings pakke, en mappe eller en zip-fil
new-from-school = Vores skole
new-from-role-model =
    Rollemodellen, begyndt fra en anden afdelings pakke. Ret den, så den passer til jer.
    Får et område et nyt ord foran kolonet, så skriv det gamle under »tidligere«, og kør spind align.
new-from-catalogue = Kurserne, begyndt fra en anden afdelings pakke. Slet dem, I ikke kan bruge.
unpack-unreadable = Pakken { $path } kan ikke læses: { $reason }
    .hint = Se efter, at det er pakken, som den anden afdeling har lavet med spind share.
unpack-unsafe = Pakken { $path } er ikke brugt, fordi »{ $name }« i den peger ud af pakken.
    .hint = Bed om en ny pakke, og se efter, hvem der har sendt den.
unpack-faulty = Pakken { $path } er ikke brugt, fordi den har fejl.
    .hint = Bed om en ny pakke, eller ret filerne i den, og prøv igen.
unpack-no-archive = { $path } er hverken en mappe eller en zip-fil.
    .hint = Skriv pakkens mappe eller zip-fil efter --fra.
unpack-too-large = Pakken { $path } er større, end en pakke kan være.
    .hint = Se efter, at det er den rigtige.
unpack-no-role-model = Der er ikke netop én rollemodel i { $path }.
    .hint = Skriv pakkens mappe eller zip-fil efter --fra. Den har filen rollemodel.yaml.

# Når rollemodellen er ændret.

help-align = Retter profiler, lederfiler og kurser ind efter rollemodellen, når områder har fået nye ord.
help-examples-align =
    spind align profiles          vis, hvad der rettes, og spørg
    spind align profiles --yes    gør det uden at spørge
align-nothing = Alle filer passer til rollemodellen.
align-renamed = { $from } bliver til { $to }
align-removed = { $from } udgår
align-undecided = { $keys } er nu ét område, { $area }, men har forskellige niveauer; linjerne bliver stående, til der er skrevet ét
align-unsupported = skal rettes i hånden, fordi den er skrevet på en usædvanlig måde
align-question = Skal filerne rettes? (ja/nej)
align-done = { $files ->
        [one] 1 fil er rettet.
       *[other] { $files } filer er rettet.
    }
align-left = { $path } er ændret imens og er ikke rørt.
    .hint = Kør kommandoen igen.
