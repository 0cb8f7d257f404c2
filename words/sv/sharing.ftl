### Delning med andra kommuner: behov som läggs ihop, och paket med rollmodell och kurser.

needs-first-line = Endast till de HR-avdelningar som lägger ihop sina behov. Exakta tal: får inte visas för andra.
needs-file-about =
    Behoven i en förvaltning: hur många som vill lära sig mer på varje område, och hur många som saknar varje kurs.
    Inga namn, skolor eller nivåer. Filen är ändå uppgifter om medarbetare. Radera den när talen har lagts ihop.
needs-question = Ska behoven sparas i { $path }, så att de kan skickas till de andra förvaltningarna? (ja/nej)
needs-written = Behoven ligger i { $path }. Skicka filen bara till de HR-avdelningar som är med, och skriv upp vem som fick den.
needs-incomplete = Behoven har inte skrivits, eftersom något i mappen inte kan läsas, och då skulle någon saknas i talen.
    .hint = Rätta det som står ovanför, och kör kommandot igen.
needs-inside = Behoven kan inte sparas i den gemensamma mappen: { $path }
    .hint = Välj en plats utanför den, till exempel -o ../behov.yaml.
needs-out-needed = Sidan ska inte ligga i den gemensamma mappen.
    .hint = Skriv var den ska ligga med -o, till exempel: -o ../sida.pdf
needs-unreadable = { $path } kan inte läsas: { $reason }
    .hint = Kontrollera att det är filen med behov som den andra förvaltningen har skickat.
needs-too-large = den är större än en fil med behov kan vara
needs-faulty = Behoven har inte lagts ihop, eftersom en fil har fel.
    .hint = Be förvaltningen som skickade filen att göra den igen med spind needs.
needs-too-few = Det är { $files ->
        [one] bara en fil
       *[other] bara { $files } filer
    }, men det måste vara minst tre. Av två skulle var och en kunna räkna ut den andras tal.
    .hint = Skriv alla filer efter --sum.
needs-twice = Två av filerna är från samma förvaltning: { $name }.
    .hint = Ta den nyaste av dem och utelämna den andra.
needs-periods = Obs: Filerna är från olika perioder: { $periods }.
needs-sum-title = Behov som lagts ihop
needs-sum-rule = Ett tal visas bara när minst tre är med i det, och när det utan den enskildes del är minst { $least }.
needs-sum-courses = Kurser som kan fyllas tillsammans
needs-sum-areas = Områden
needs-sum-withheld = Visas inte, eftersom det bygger på för få: { $list }
needs-people = { $people ->
        [one] 1 medarbetare
       *[other] { $people } medarbetare
    }
needs-days = { $one ->
        [1] { $days } dag
       *[other] { $days } dagar
    }
needs-no-common-month = ingen månad passar alla
share-left-out = Utelämnat, eftersom det nämner en person eller en skola: { $text }

# Siderne om flere kommuner.

label-regional-courses = Kurser som ni kan fylla tillsammans
label-regional-no-courses = Ännu bygger ingen kurs på tillräckligt många för att visas.
label-regional-months = Månader som passar
label-regional-any-month = alla månader
label-regional-where = Vilka saknar den?
label-regional-areas = Områden där någon vill lära sig mer
label-regional-short = Vilka saknar det?
label-regional-no-areas = Ännu bygger inget område på tillräckligt många för att visas.
label-regional-strengths = Styrkor att byta
label-regional-strengths-note = Här står bara kommuner som har sagt ja, och bara områden där många är i skalans övre hälft.
label-regional-contacts = Kommunerna
label-regional-contact = Kontakt
label-regional-focus = Fokus
label-regional-challenges = Utmaningar
regional-title = Behov i flera kommuner
regional-all = alla
label-careers-sought = Kompetenser som söks här de kommande åren
label-careers-asks = Det här kräver jobbet
label-careers-what = Det handlar om
label-careers-level = Så väl ska man kunna det
label-careers-presumed = Det här förutsätts
label-careers-ask = Fråga oss
careers-title = Ett jobb och de kompetenser det kräver
careers-lead = Till vägledare och skolor: vad de som har jobbet ska kunna, och vad som kommer att behövas.
careers-scale = Nivåerna, från den lägsta: { $levels }.
careers-none = Ännu bygger inget område på tillräckligt många medarbetare för att visas.
careers-of-one = Områden där många av dem som har jobbet vill lära sig mer. Det som flest saknar står först.
careers-of-several = Områden där många av dem som har jobbet i flera kommuner vill lära sig mer. Det som flest saknar står först.

help-needs = Visar förvaltningens behov och sparar dem till andra förvaltningar; lägger ihop flera förvaltningars behov.
help-arg-sum = Lägg ihop behoven i de här filerna, minst tre. De skrivs efter varandra: --sum a.yaml b.yaml c.yaml
help-arg-needs_out = Filen som skrivs: förvaltningens behov, eller summan
help-arg-pdf = Gör summan som en sida i PDF: kurser att fylla tillsammans, områden, styrkor och kontakter
help-arg-vejledere = Gör sidan till vägledare och skolor: vad jobbet kräver, och vad som söks (med --sum: i flera kommuner)
help-arg-needs_today = Dagen som kurserna räknas från (annars i dag)
help-examples-needs =
    spind needs profiles                                           visa behoven
    spind needs profiles -o behov-lyngfjord.yaml --yes             spara dem utan att fråga
    spind needs --sum behov-a.yaml behov-b.yaml behov-c.yaml    lägg ihop tre förvaltningars behov

# Paketet till en annan förvaltning.

help-share = Gör ett paket med rollmodell, kurser och metod till en annan kommun. Inga personer, skolor eller antal.
help-arg-share_out = Paketet: en mapp, eller en zip-fil om namnet slutar på .zip
help-arg-lokalt = Ta även med priser, bidrag och kurstillfällen
help-examples-share =
    spind share profiles -o paket                en mapp med textfiler
    spind share profiles -o paket.zip --lokalt    en zip-fil, även med priser och kurstillfällen
share-inside = Paketet kan inte läggas i den gemensamma mappen: { $path }
    .hint = Välj en plats utanför den, till exempel -o ../paket.
share-incomplete = Paketet har inte gjorts, eftersom något i mappen inte kan läsas. Då kan programmet inte se om en text nämner någon.
    .hint = Rätta det som står ovanför, och kör kommandot igen.
share-faulty = Paketet har inte gjorts, eftersom rollmodellen eller kurserna har fel.
    .hint = Rätta felen ovanför, och kör kommandot igen.
share-mention = Paketet har inte gjorts, eftersom den här texten nämner en person eller en skola: { $text }
    .hint = Ändra namnet i rollmodellen, och kör kommandot igen.
share-too-few-areas = Paketet har inte gjorts, eftersom färre än tre områden kan vara med. De andra nämner en person eller en skola.
    .hint = Ändra områdenas namn i rollmodellen, och kör kommandot igen.
share-unwritable = Paketet har inte gjorts, eftersom { $path } inte kan skrivas så att den går att läsa igen.
    .hint = Leta efter ovanliga tecken i områdenas och kursernas namn.
share-not-written = Paketet { $path } har inte skrivits: { $reason }
    .hint = Välj ett annat namn efter -o, eller en mapp som är tom.
share-next = Läs igenom filerna innan de skickas. Kommentarer och antal är inte med, och texter som nämner en känd person eller skola har utelämnats.
share-first-line = En delad rollmodell, gjord med spind share. Alla får använda den.
share-read-me =
    VAD ÄR DET HÄR?

    En rollmodell från en annan kommun: vilka kompetenser ett jobb kräver, indelade i områden, med en skala
    och roller. Arbetssättet kan vara detsamma hos er, medan innehållet blir ert eget. Här finns inga
    uppgifter om personer, skolor eller antal.

    { $model }: områden, kompetenser, skala och roller{ $catalogue ->
        [yes] {""}

    { $courses }: kurser och andra sätt att lära sig
       *[no] {""}
    }

    { $method }: så gör ni er egen rollmodell, med frågor att kopiera

    { $words }: orden i filerna, även på andra språk

    Filerna är vanlig text och kan läsas i Anteckningar.

    SÅ BÖRJAR NI

    Med programmet spind: spind new förvaltning VÅR-MAPP --från DETTA-PAKET
    Ändra sedan områdena så att de passar er. Utan programmet: skriv in områdena i ert eget formulär.
share-method =
    SÅ KOM ROLLMODELLEN TILL

    Tre möten på två timmar vardera räcker. De som har jobbet börjar. De andra kompletterar.

    1. UPPSTART: DE SOM HAR JOBBET

    Alla är med. Sitt i grupper om fyra till sex, och beskriv i ord och bild vad en bra kollega i jobbet kan.
    Skriv varje kompetens på en egen rad. Dela in raderna i personliga och yrkesmässiga.

    - Vad kännetecknar den goda rollmodellen?
    - Vad gör vi en vanlig dag, och vad gör vi en hektisk?
    - Vad kan vi som andra på kontoret inte kan?
    - Vad kan man förutsätta av alla som är utbildade för kontoret? Det ska inte med.

    2. FOKUSGRUPP: CHEFER, KOLLEGER OCH FÖRVALTNING

    Omkring tio personer. Visa listan från uppstarten, och fråga:

    - Vad är en bra upplevelse i mötet med dem som har jobbet?
    - När har ni fått bra service?
    - När har ni upplevt överblick? Flexibilitet?
    - När har ni upplevt att kunskaperna fanns, till exempel i ekonomi eller it?
    - I vilka situationer kunde de vara bättre rustade?

    3. FOKUSGRUPP: DE SOM JOBBET ÄR TILL FÖR

    Två eller tre av varje slag, på en skola till exempel elever, föräldrar och lärare.

    - Vad är ett bra samarbete?
    - Vad är viktigt att de har koll på?
    - Vad saknas på listan? Skriv till det, och märk det: tillagt.
    - Finns det något de inte behöver kunna? Märk det: ifrågasatt.
    - Sätt kryss vid det som är viktigast.

    4. NÖDVÄNDIGT ELLER BRA ATT KUNNA

    Ingen ska kunna allt. Medarbetare och chef kommer överens om vad som är nödvändigt och vad som är bra att kunna.
    Samla kompetenserna i tre till tjugofyra områden. Skriv en rad om vart och ett, och ge varje steg på skalan ett namn.

    5. ANVÄND DEN

    Varje medarbetare skriver sin nivå nu och den hon eller han önskar, på varje område. De två pratar om det en gång om
    året och kommer överens om en plan. Alla planer blir en utbildningsplan för förvaltningen. Ta upp rollmodellen igen
    efter ett par år, och ge den ett nytt versionsnummer.
share-words-model = ROLLMODELLENS ORD: skalan, och områdena med det korta ord som profilerna använder
share-words-profile = EN PROFILS ORD: vad de betyder, och vad de heter på andra språk

help-arg-fra = Börja från en annan förvaltnings paket, en mapp eller en zip-fil
new-from-school = Vår skola
new-from-role-model =
    Rollmodellen, påbörjad från en annan förvaltnings paket. Ändra den så att den passar er.
    Får ett område ett nytt ord före kolonet, skriv det gamla under ”tidigare”, och kör spind align.
new-from-catalogue = Kurserna, påbörjade från en annan förvaltnings paket. Radera dem som ni inte kan använda.
unpack-unreadable = Paketet { $path } kan inte läsas: { $reason }
    .hint = Kontrollera att det är paketet som den andra förvaltningen har gjort med spind share.
unpack-unsafe = Paketet { $path } har inte använts, eftersom ”{ $name }” i det pekar ut ur paketet.
    .hint = Be om ett nytt paket, och kontrollera vem som har skickat det.
unpack-faulty = Paketet { $path } har inte använts, eftersom det har fel.
    .hint = Be om ett nytt paket, eller rätta filerna i det och försök igen.
unpack-no-archive = { $path } är varken en mapp eller en zip-fil.
    .hint = Skriv paketets mapp eller zip-fil efter --från.
unpack-too-large = Paketet { $path } är större än ett paket kan vara.
    .hint = Kontrollera att det är det rätta.
unpack-no-role-model = Det finns inte exakt en rollmodell i { $path }.
    .hint = Skriv paketets mapp eller zip-fil efter --från. Det har filen rollmodell.yaml.

# När rollmodellen har ändrats.

help-align = Rättar profiler, chefens filer och kurser efter rollmodellen, när områden har fått nya ord.
help-examples-align =
    spind align profiles          visa vad som rättas, och fråga
    spind align profiles --yes    gör det utan att fråga
align-nothing = Alla filer stämmer med rollmodellen.
align-renamed = { $from } blir { $to }
align-removed = { $from } utgår
align-undecided = { $keys } är nu ett område, { $area }, men har olika nivåer; raderna står kvar tills det finns en
align-unsupported = måste rättas för hand, eftersom den är skriven på ett ovanligt sätt
align-question = Ska filerna rättas? (ja/nej)
align-done = { $files ->
        [one] 1 fil har rättats.
       *[other] { $files } filer har rättats.
    }
align-left = { $path } har ändrats under tiden och har inte rörts.
    .hint = Kör kommandot igen.
