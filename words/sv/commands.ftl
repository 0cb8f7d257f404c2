### Kommandoraden.

help-heading-usage = Användning:
help-heading-commands = Kommandon
help-heading-arguments = Argument
help-heading-options = Alternativ
help-value-code = KOD
help-value-date = DATUM
help-value-dir = MAPP
help-value-file = FIL
help-value-folder = MAPP
help-value-format = FORMAT
help-value-name = NAMN
help-value-package = PAKET
help-value-person = PERSON
help-value-port = PORT
help-value-programme = PROGRAM
help-value-school = SKOLA
help-value-shell = SKAL
help-value-who = VEM
help-spind = spind läser en YAML-profil för varje medarbetare i en gemensam mapp och gör utvecklingsplaner och ett häfte som PDF.
help-build = Gör en plan för varje medarbetare och förvaltningens häfte.
help-watch = Bevakar mappen och gör om dokumenten så snart något ändras.
help-check = Visar vad som är fel i mappens filer utan att skapa dokument.
help-new = Skapar en ny mapp, en profil för en ny medarbetare eller en vägledning på en sida.
help-afdeling = Skapar mappen för en ny förvaltning.
help-arg-help = Visa den här hjälpen
help-arg-version = Visa programmets version
help-arg-folder = Förvaltningens mapp (annars profiles, eller den mapp du står i, om förvaltning.yaml ligger där)
help-arg-dir = Den nya mappen
help-arg-out = Var dokumenten ska läggas (annars out)
help-arg-only = Bara den här medarbetaren, arbetsplatsen eller chefen: ett namn, en arbetsplats, en sökväg eller ett filnamn; kan upprepas. Gör inte häftet
help-arg-today = Den dag då tidsfrister, kurser och kurstillfällen bedöms (annars dagens datum)
help-arg-charts = Spara också varje kompetensdiagram som SVG
help-arg-leder = Chefens egen mapp med filer som heter NAMN.chef.yaml, ordnade som profilerna
help-arg-format = Visa problemen som text eller json
help-arg-explain = Förklara en felkod, till exempel unknown-area
help-arg-rettelser = Var rättelsefilerna ska läggas (annars rättelser under --out); kan vara den gemensamma mappen själv
help-arg-templates = Använd mallarna i den här mappen
help-arg-fonts = Använd typsnitten i den här mappen
help-arg-lang = Programmets språk (annars förvaltningens)
help-arg-quiet = Visa bara fel
help-arg-verbose = Visa också vad som läses, hur lång tid varje steg tar, och sammanfattningen

build-no-folder = Mappen { $folder } finns inte.
    .hint = Skriv var profilerna ligger, till exempel: spind build H:\Förvaltningen\profiler
build-no-leader-folder = Mappen { $folder }, som står efter --chef, finns inte.
    .hint = Kontrollera att namnet är rätt skrivet, eller skapa mappen. Utan --chef läses filerna som ligger bredvid profilerna.
build-folder-unreadable = Mappen { $folder } kan inte läsas.
    .hint = Kontrollera att du har behörighet till mappen.
folder-of-departments = { $folder } är inte en förvaltnings mapp. Förvaltningarna i den är { $departments }.
    .hint = Välj en, till exempel: { $command }
folder-in-department = { $folder } är inte en förvaltnings mapp utan ligger i förvaltningen { $department }.
    .hint = Skriv: { $command }
build-folder-link = { $folder } är en genväg. Den följs inte, så det kan finnas förvaltningar bakom den.
    .hint = Lägg själva mappen här i stället för en genväg.
build-out-needed = Dokumenten ska inte ligga i den gemensamma mappen.
    .hint = Ange var de ska ligga med --out, till exempel: spind build --out ../out
build-bad-fonts = Typsnitten i { $folder } kan inte användas: { $reason }
    .hint = Mappen måste innehålla minst en .ttf- eller .otf-fil. Utan --fonts används programmets egna typsnitt.
build-missing-fonts = Typsnitten i { $folder } kan inte användas: { $faces } saknas. Inget har gjorts.
    .hint = Lägg filerna med de typsnitten i mappen. Utan --fonts används programmets egna typsnitt.
build-bad-templates = Mallarna i { $folder } kan inte användas: { $reason }
    .hint = Mappen måste innehålla plan.typ, booklet.typ och strategic-plan.typ, med --förberedelse även preparation.typ, med --uppföljning även follow-up.typ och med --blank även blank-form.typ. Utan --templates används programmets egna mallar.
build-nothing = Inga dokument kan göras förrän felen ovan är rättade.
    .hint = Rätta dem i förvaltning.yaml och rollmodell.yaml och försök igen.
build-unknown-person = Ingen profil stämmer med ”{ $who }”.
    .hint = Skriv namnet, arbetsplatsen eller filens namn.
build-person-with-errors = ”{ $who }” får ingen plan: det finns fel i { $file }.
    .hint = Rätta felen och försök igen.
build-not-written = { $path } kunde inte sparas: { $reason }
    .hint = Stäng filen om den är öppen i ett annat program och kontrollera att det finns plats och att du får skriva i mappen. De andra filerna är skrivna, och den gamla filen är hel.
build-summary =
    { $departments ->
        [one] {""}
       *[other] { $departments } förvaltningar,{" "}
    }{ $people ->
        [one] 1 medarbetare
       *[other] { $people } medarbetare
    }, { $documents ->
        [one] 1 dokument
       *[other] { $documents } dokument
    }{ $current ->
        [0] {""}
        [one] {" "}och 1 oförändrat
       *[other] {" "}och { $current } oförändrade
    } i { $out } på { $seconds } s, { $problems ->
        [0] inga problem
        [one] 1 problem
       *[other] { $problems } problem
    }
new-exists = { $path } finns redan, så ingenting har skrivits.
    .hint = Välj en annan mapp eller flytta filen.
new-in-department = { $folder } ligger inuti förvaltningen { $department }, och en förvaltning kan inte ligga i en annan.
    .hint = Skriv en mapp utanför den.
new-above-departments = I { $folder } finns förvaltningar, bland annat { $department }, och en förvaltning kan inte ligga i en annan.
    .hint = Skriv en mapp bredvid dem.
new-not-written = Mappen kunde inte skapas: { $reason }
    .hint = Kontrollera att det finns plats och att du får skriva där.
build-out-of-date = { $path } är inaktuell, eftersom profilen har ett fel.
build-removed = { $path } har tagits bort, eftersom profilen inte längre finns i mappen.
build-kept = { $path } hade ändrats efter att programmet gjorde den. Den ändrade filen är sparad som { $kept }.
    .hint = Spara den om den är undertecknad eller om någon har skrivit i den. Annars kan den raderas.
build-correction = Det som ska rättas står i { $path }
check-summary =
    { $problems ->
        [0] Inga problem.
        [one] 1 problem.
       *[other] { $problems } problem.
    }
check-unknown-code = Det finns ingen felkod som heter ”{ $code }”.
    .hint = Menade du { $nearest }? Alla koder finns i docs/fejl/README.md.

reason-permission = du får inte skriva där
reason-full = disken är full
reason-read-only = filen eller disken är skrivskyddad
reason-busy = filen är öppen i ett annat program
reason-folder = en mapp eller fil ligger i vägen
reason-name = namnet är för långt eller kan inte användas
reason-unknown = systemet nekade
reason-foreign = det ligger redan en fil där som programmet inte har skapat
reason-link = sökvägen går genom en genväg
reason-no-fonts = det finns inga typsnitt i mappen
reason-missing = { $name } saknas
reason-no-access = du får inte läsa där
reason-not-there = den finns inte
reason-not-text = en fil är inte sparad som UTF-8
reason-template = mallen har ett fel ({ $error })
reason-chart = diagrammet kan inte ritas
stdout-not-written = Svaret kunde inte skrivas: { $reason }
    .hint = Kör kommandot igen och skicka svaret till en plats där det finns utrymme och du får skriva.
report-not-written = Kommandot är utfört, men resten av meddelandet kunde inte skrivas: { $reason }
    .hint = Kör det inte igen för meddelandets skull. Se i mappen vad som har ändrats.
build-out-unusable = Dokumenten kan inte läggas i { $folder }.
    .hint = Kontrollera att du får skriva i mappen och att den inte är en genväg. Eller välj en annan med --out.
build-in-the-way = { $path } har inte skrivits: { $reason }
    .hint = Flytta det som ligger där eller välj en annan mapp med --out.
### Underskrift, kontroll och status

help-sign = Noterar att en plan är undertecknad på papper.
help-verify = Kontrollerar en plan eller en plankod mot mappen.
help-extract = Tar fram det som finns inbäddat i en plan: överenskommelsen och uppgifterna som sidorna bygger på.
help-status = Visar hur långt alla har kommit under året: profil, samtal, plan, underskrifter och tidsfrister.
help-arg-person = Vem det gäller: ett namn eller en sökväg till profilen
help-arg-signer = Vem som har skrivit under: medarbetare eller chef
help-arg-signed_on = Dagen för underskriften (annars i dag)
help-arg-code_on_paper = Koden så som den står på papperet
help-arg-folder_of_name = Förvaltningens mapp när personen är skriven som ett namn (annars som för build)
help-arg-file_or_code = En plan som PDF, en plankod eller texten från QR-koden
help-arg-plan = En plan som PDF
help-arg-extract_out = Var filerna läggs (annars mappen du står i)
help-arg-table_format = Visa som text, json eller csv (kalkylblad)
help-arg-mail = Skriv en påminnelse till varje arbetsplats där något saknas, som text till ett mejl
help-arg-status_today = Dagen som räknas som i dag (annars dagens datum)
help-arg-check_today = Dagen som datum och bevarandetid räknas från (annars dagens datum)

person-nobody = Ingen profil stämmer med ”{ $who }”.
    .hint = Skriv namnet så som det står i filen, eller sökvägen till profilen.
person-nobody-near = Ingen profil stämmer med ”{ $who }”.
    .hint = Menade du { $nearest }? Skriv annars sökvägen till profilen.
person-several = ”{ $who }” stämmer med flera: { $paths }
    .hint = Skriv sökvägen till den profil du menar.
person-no-department = Det finns ingen förvaltning att söka efter ”{ $who }” i.
    .hint = Stå i förvaltningens mapp, skriv den med --folder, eller skriv sökvägen till profilen.
person-folder-unreadable = Förvaltningens mapp kan inte läsas, så ”{ $who }” kan inte hittas.
    .hint = Kontrollera att du har tillgång till mappen.

sign-plan = Planen för { $name }, { $school }, överenskommen den { $date }
sign-code = Plankod: { $code }
sign-question = Står den koden på papperet som är undertecknat? (ja/nej)
sign-noted = Noterat för { $name }. Papperet är beviset; spara det.
sign-build-again = Gör planen igen, så står det på den.
sign-has-errors = Profilen { $file } har fel, så inget är noterat.
    .hint = Rätta felen ovan och försök igen.
sign-not-agreed = Planen för { $name } är fortfarande ett underlag, så inget är noterat.
    .hint = Skriv dagen för överenskommelsen i filen, till exempel: överenskommen: 2026-12-02
sign-not-filled-in = Profilen för { $name } är tom, så det finns ingen plan att underteckna. Inget är noterat.
sign-in-the-future = Den { $date } har inte kommit än, så inget är noterat.
    .hint = Skriv den dag då papperet undertecknades med --date.
sign-another-code = Papperet visar inte den kod som filen har nu, så inget är noterat.
    .hint = Filen har ändrats sedan planen skrevs ut. Gör planen igen och skriv under den nya, eller ändra tillbaka filen.
sign-stale = Planen för { $name } har ändrats sedan koden visades, så inget är noterat.
    .hint = Kör kommandot igen och jämför den nya koden med papperet.
sign-record-unusable = { $path } är ändrad för hand eller trasig, så inget är noterat.
    .hint = Hämta en tidigare version från er säkerhetskopia. Finns den inte, ta bort filen och notera alla underskrifter igen.
sign-not-written = { $path } kunde inte skrivas, så inget är noterat.
    .hint = Kontrollera att du får skriva i mappen och att det finns plats.
record-remark =
    Noterade underskrifter på papper, skrivna av programmet ”spind”. Papperet är beviset.
    Det är noteringar, inte underskrifter. Ändra inte i filen: stämmer den inte längre, räknas den inte.

code-mistyped = Det finns ett skrivfel i plankoden ”{ $code }”.
    .hint = Skriv koden igen så som den står längst ned på planen: sex grupper om fyra tecken och ett kontrolltecken.
code-not-a-code = ”{ $code }” är varken en fil eller en plankod.
    .hint = Skriv sökvägen till en plan som PDF, eller koden längst ned på planen: sex grupper om fyra tecken och ett kontrolltecken.

plan-unreadable = { $path } kan inte läsas.
    .hint = Kontrollera att filen finns och att du har tillgång till den.
plan-not-a-pdf = { $path } är ingen PDF.
    .hint = Välj en plan som programmet har gjort.
plan-too-large = { $path } är större än en plan kan vara.
    .hint = Välj en plan som programmet har gjort.
plan-carries-nothing = { $path } innehåller ingen överenskommelse.
    .hint = Bara planer gör det. Har filen sparats om av ett annat program eller skannats, kontrollera koden längst ned på planen: spind verify KOD
plan-altered = { $path } är inte utfärdad härifrån, eller den är ändrad.
    .hint = Lita inte på sidorna. Kontrollera koden på det undertecknade papperet: spind verify KOD
plan-other-version = { $path } är gjord av en annan version av programmet och kan inte kontrolleras.
    .hint = Använd den versionen, eller kontrollera koden längst ned på planen: spind verify KOD
plan-other-templates = { $path } är gjord med andra mallar eller typsnitt och kan inte kontrolleras.
    .hint = Ange samma med --templates och --fonts, eller kontrollera koden längst ned på planen: spind verify KOD

verify-current = Gäller nu, noterad som undertecknad av båda: Planen för { $name }, { $school }, är den som mappen har.
verify-current-by-one = Gäller nu, men är bara noterad som undertecknad av den ena: Planen för { $name }, { $school }, är den som mappen har.
verify-current-unsigned = Inte noterad som undertecknad: Planen för { $name }, { $school }, är den som mappen har nu.
verify-current-changed = Inte noterad som undertecknad sedan den ändrades: Planen för { $name }, { $school }, är den som mappen har nu.
verify-changed = Noterad som undertecknad, ändrad sedan dess: Planen för { $name }, { $school }.
verify-unknown = Inte utfärdad härifrån, eller ändrad sedan dess: Mappen känner inte till den överenskommelsen.
    .hint = Är det rätt mapp? Ett underlag som ingen har skrivit under är känt bara så länge filen inte är ändrad.
verify-profile-missing = Profilen är borta eller har ett fel, så det kan inte visas vad som är ändrat.
verify-covers = Koden omfattar namn, arbetsplats, chef, nivåer, önskemål, prioritet och planens rader; inte kurser, anmärkningar eller annat på sidorna.
verify-elsewhere = Från en annan förvaltning eller kommun: Sidorna nämner inte den som mappen har.
    .hint = Är det rätt mapp? Har förvaltningen fått ett nytt namn, gör om planen.
verify-no-department = Koden ensam visar inte vilken kommun den kommer från: det står på papperet.
verify-noted-by = Noterat av { $who }.
verify-noted-by-unknown = Det står inte vem som noterade det.
verify-only-noted = Noteringarna är inget bevis: den som kan skriva i mappen kan skriva dem. Papperet är beviset.
verify-noted = { $role }: noterad som undertecknad på papper den { $date }.
verify-noted-not-compared = { $role }: noterad som undertecknad på papper den { $date }; koden på papperet har inte jämförts.
verify-not-noted = { $role }: inte noterad som undertecknad.

extract-exists = { $path } finns redan, så inget är skrivet.
    .hint = Välj en annan mapp med --out, eller flytta filen.
extract-not-written = { $path } kunde inte skrivas.
    .hint = Kontrollera att du får skriva i mappen och att det finns plats.

due-profile = Profiler
due-strategic-plan = Strategisk utbildningsplan
due-plan = Överenskomna planer
due-evaluation = Utvärdering
due-line = { $what }: { $date }, { $when }
due-coming =
    { $days ->
        [0] i dag
        [one] om 1 dag
       *[other] om { $days } dagar
    }
due-past =
    { $days ->
        [one] för 1 dag sedan
       *[other] för { $days } dagar sedan
    }
due-done = { $done } av { $all } är klara
status-profiles = Profiler: { $filled } av { $all } ifyllda, { $open } inte ifyllda, { $errors } med fel
status-department = Förvaltning
status-people = Alla
status-with-errors = Med fel
status-talks-held = Genomförda samtal
status-plans-agreed = Överenskomna
status-signed = Noterad
status-overdue = Försenade
status-up-to-date = Gällande
status-share = { $some } av { $all }
status-unknown = okänd
status-name = Namn
status-profile = Profil
status-profile-ok = utan fel
status-profile-error = har fel
status-profile-open = inte ifylld
status-plan = Plan
status-plan-agreed = överenskommen
status-plan-draft = underlag
status-signed-by-employee = Medarbetare
status-signed-by-leader = Chef
status-note = { $role }: noterad som undertecknad { $date } av { $who }, koden jämförd
status-note-not-compared = { $role }: noterad som undertecknad { $date } av { $who }, koden inte jämförd
status-since-signed = Efter noteringen
status-changed = ändrad
status-unchanged = oförändrad

help-arg-forberedelse = Gör också varje medarbetares förberedelse inför samtalet
help-arg-opfoelgning = Gör också varje medarbetares uppföljning av planen och en kalenderfil (.ics) med dess datum
help-arg-print = Spara också alla planer för utskrift: en fil för varje arbetsplats och en för alla
help-arg-poll = Leta efter ändringar varje sekund (för nätverksenheter som inte meddelar dem själva)
help-arg-blank = Gör också en tom blankett, blankett.pdf, att fylla i med penna
help-arg-per_school = Gör också ett häfte för varje arbetsplats, i häften/
help-arg-force = Gör om allt, även det som är oförändrat

# Årsskiftet, och att glömma någon.

help-rollover = Avslutar året: sparar allt i ett arkiv och gör profilerna klara för nästa.
help-arg-to = Den nya perioden, till exempel 2027/28
help-arg-archive = Arkivet: mappen med de avslutade åren, utanför den gemensamma mappen
help-arg-other_archive = Gör färdig en avbruten övergång till det nya året med ett annat arkiv, eftersom det första har flyttats eller gått förlorat
help-arg-yes = Gör det utan att fråga

confirm-nobody = Inget har ändrats, för här finns ingen att fråga.
    .hint = Gå igenom listan och kör kommandot igen med --yes.
confirm-declined = Inget har ändrats.
confirm-stale = Mappen har ändrats sedan listan visades. Den här körningen har inte ändrat något.
    .hint = Kör kommandot igen och gå igenom den nya listan.

lock-failed = { $folder } kan inte låsas: { $reason }. Inget har ändrats.
    .hint = Kontrollera att .spind är en mapp med en vanlig fil, lock, och försök igen.
lock-leftover = Rest av en avbruten körning har tagits bort: { $path }
lock-waiting = Väntar: en annan körning av spind pågår i { $folder }. Den här fortsätter av sig själv när den andra är klar.

rollover-title = { $folder }: { $from } avslutas och { $to } börjar.
rollover-archive = Först kopieras hela mappen till { $target }.
rollover-resumed = Arkivet { $target } gjordes av en körning som avbröts. Den görs färdig.
rollover-person = { $file } ({ $name }): { $levels ->
        [one] 1 nivå
       *[other] { $levels } nivåer
    } och { $lines ->
        [one] 1 planrad
       *[other] { $lines } planrader
    } blir förra årets
rollover-person-done = { $file } ({ $name }): är redan överförd till det nya året
rollover-person-only-rolled = { $file } ({ $name }): är redan överförd till det nya året; det gamla årets profil finns bara i det första arkivet
rollover-first-archive = Det första arkivet finns kvar: { $archive }. Använd det med --archive, så samlas hela det gamla året på ett ställe. Annars används { $target }.
rollover-person-edited = { $file } ({ $name }): har ändrats sedan arkivet gjordes och lämnas orörd
rollover-person-added = { $file } ({ $name }): har tillkommit sedan arkivet gjordes och lämnas orörd
rollover-person-gone = { $file } ({ $name }): finns inte längre i mappen
rollover-courses = genomfört: { $courses }
rollover-going-on = { $lines ->
    [one] 1 rad i planen fortsätter
   *[other] { $lines } rader i planen fortsätter
}
rollover-booklet-ends = samtycket till häftet upphör
rollover-teaching-ends = samtycket till att lära ut upphör
rollover-converted = filen sparas som UTF-8
rollover-going = { $path } flyttas till arkivet
rollover-consents = Alla samtycken måste lämnas på nytt. Tills dess är ingen med i det offentliga häftet, och ingen nämns som en kollega som lär ut.
rollover-question = Ska året avslutas? (ja/nej)
rollover-done =
    { $people ->
        [one] 1 profil är klar
       *[other] { $people } profiler är klara
    } för { $to }. Det gamla året ligger i { $target }.
rollover-done-in-part =
    { $people ->
        [one] 1 profil är klar
       *[other] { $people } profiler är klara
    } för { $to }. Arkivet är { $target }.
rollover-only-rolled = Det innehåller inte det gamla årets version av { $files }, som redan var överförda. Den finns bara i det första arkivet.
rollover-deadlines = Tidsfristerna i förvaltning.yaml är fortfarande de från { $from }. Ändra dem, också årtalen.
rollover-build = Gör nya planer och ett nytt häfte med spind build.
rollover-not-copied = { $path } är en genväg och har inte kopierats till arkivet.
rollover-left = { $path } har ändrats under tiden och är orörd.
    .hint = Arkivets version ligger i { $target }. Hör ändringen till det gamla året, kopiera filen dit. Hör den till det nya, spara den någon annanstans, lägg tillbaka arkivets version och skriv in ändringen efteråt.
rollover-failed = { $path } kunde inte ändras: { $reason }
    .hint = Stäng filen om den är öppen i ett annat program, och kontrollera att du får skriva i mappen.
rollover-not-closed = Året är inte avslutat än, men inget har gått förlorat: allt ligger i { $target }.
    .hint = Rätta det som står ovan och kör samma kommando igen. Det slutför arbetet och skriver till sist { $to } i förvaltning.yaml.
rollover-no-period = Den nya perioden saknas.
    .hint = Skriv den efter --to, till exempel --to 2027/28.
rollover-problems = Året kan inte avslutas förrän felen ovan är rättade. Inget har ändrats.
    .hint = Rätta filerna och försök igen. Alla filer måste kunna läsas.
rollover-closed = Förvaltningen är redan i { $to }. Inget har ändrats.
    .hint = Skriv den period som ska börja efter --to. Den som gäller nu står i förvaltning.yaml.
rollover-half-closed = Övergången till { $to } avbröts och är bara halvfärdig. Det gamla året ligger i { $target }. Inget har ändrats.
    .hint = Kör kommandot igen med --to { $to } och med det arkivet efter --archive. Har arkivet flyttats eller gått förlorat, lägg till --other-archive; docs/aarsskifte.md berättar vad som händer då.
rollover-inside = Arkivet { $target } och den gemensamma mappen kan inte ligga i varandra. Inget har ändrats.
    .hint = Välj en mapp någon annanstans med --archive, helst en som bara få har tillgång till.
rollover-in-the-way = { $target } finns redan och är inget arkiv av det här året. Inget har ändrats.
    .hint = Välj en annan mapp med --archive, eller flytta det som ligger där.
rollover-unusual = De här filerna är skrivna på ett sätt som programmet inte kan ändra i utan risk: { $files }. Inget har ändrats.
    .hint = Skriv varje nyckel på en egen rad, som i exemplet i docs/filformat.md, och försök igen.
rollover-changing = { $path } ändrades medan den lästes. Inget har ändrats.
    .hint = Vänta tills ingen ändrar i mappen och den är synkroniserad. Försök sedan igen.
rollover-archive-failed = Arkivet kunde inte göras: { $path }: { $reason }. Inget har ändrats.
    .hint = Kontrollera att det finns plats, och att du får läsa hela den gemensamma mappen och skriva i arkivet.
rollover-unreadable = { $path } kunde inte läsas: { $reason }. Inget har ändrats.
    .hint = Kontrollera att du har tillgång till filen och försök igen.

help-forget = Raderar allt om en medarbetare: profil, planer, kopior och det som ligger i arkiv.
forget-title = Det här om { $name } raderas:
forget-no-folder = Mappen { $folder }, som står efter { $option }, finns inte. Inget har tagits bort.
    .hint = Kontrollera att namnet är rätt skrivet. Utan { $option } genomsöks den inte.
forget-common = De här gemensamma dokumenten raderas och görs om:
forget-common-for-good = De här gemensamma filerna tas bort och görs inte om:
forget-unsearched = Programmet kan inte söka i de här filerna. Kontrollera själv om { $name } står i dem:
forget-unsearched-more = … och { $count } till
forget-out-of-another = { $out } innehåller en annan förvaltnings dokument och lämnas orörd.
forget-not-searched = { $folder } innehåller mer än programmet går igenom. Resten är inte genomsökt: { $path } och det som kommer efter.
    .hint = Leta själv efter namnet där, eller använd en mapp för dokumenten där det inte ligger något annat.
forget-other-person = { $path } är en annan medarbetares och lämnas orörd.
forget-mentions = { $name } nämns också här. Det måste ändras för hand:
forget-mention-lines = { $path }, { $count ->
        [one] rad { $lines }
       *[other] raderna { $lines }
    }
forget-mention-file = { $path } (se själv i filen)
forget-mentions-left = Kom ihåg { $count ->
        [one] den fil
       *[other] de { $count } filer
    } ovan där namnet måste ändras för hand.
forget-question = Ska det raderas? Det går inte att ångra. (ja/nej)
forget-done =
    { $count ->
        [0] Inga filer har raderats.
        [one] 1 fil har raderats.
       *[other] { $count } filer har raderats.
    }
forget-failed = { $path } har inte raderats: { $reason }
    .hint = Stäng filen om den är öppen i ett annat program. Är den inte gjord av programmet får du själv avgöra om den ska bort.
forget-kept = Profilen har inte raderats än.
    .hint = Rätta det som står ovan och kör samma kommando igen.
forget-unread = Något i mappen eller arkivet kan inte läsas, så det kan fortfarande finnas något om { $name } där.
    .hint = Se till att allt kan läsas och gå igenom det som nämns ovan.
forget-not-rebuilt = Förvaltningens dokument i { $out } kunde inte göras om.
    .hint = Kör spind build när felen är rättade. Tills dess kan andras planer fortfarande nämna namnet.
forget-out-of-date = { $path } är från tidigare, eftersom profilen har ett fel, och kan fortfarande nämna { $name }.
    .hint = Rätta felet och kör spind build, eller radera filen.
forget-not-remade = { $path } har raderats. Gör om den om den behövs.

# Det offentliga häftet
help-arg-edition = Vilka häften som görs: intern (om inget anges), offentlig eller alla
public-withdrawn = Dessa säger inte längre ja till att finnas i det offentliga häftet:
public-went-out = Inte längre med i det offentliga häftet:
public-came-in = Nya i det offentliga häftet:
public-contradicted = Dessa finns i det offentliga häftet eftersom en fil säger ja, men en annan fil med samma namn och arbetsplats gör det inte. Rätta eller ta bort den fil som är fel:
public-tells-nobody = { $path } berättar inte vilka som finns i det, så någon av dem kan ha tagit tillbaka sitt ja.
public-built-again = { $path } har gjorts om utan dem.
public-deleted = { $path } har tagits bort.
public-on-the-web = Om häftet ligger på nätet, byt ut det även där eller ta ner det.
public-nobody = Ingen har sagt ja till att finnas i det offentliga häftet, så det har inte gjorts något.
    .hint = Den som vill vara med skriver själv ”häfte: ja” under ”samtycke:” i sin fil.
public-left = { $path } har varken gjorts eller tagits bort, eftersom något i mappen inte kan läsas.
    .hint = Då går det inte att se om någon har tagit tillbaka sitt ja. Se till att alla filer kan läsas och försök igen. Lägg inte ut häftet på nätet under tiden.
public-still-there = { $path } kunde varken göras om eller tas bort.
    .hint = Ta bort filen själv. Använd den inte.
reason-unlisted = mallen public.typ skriver inte i dokumentets nyckelord vilka som är med
# Kontroll och status
verify-other-names = Sidorna använder andra korta namn på områdena än mappen. Koden omfattar dem inte: läs siffrorna i tabellen eller gör planen på nytt.
status-all = Alla
status-explained =
    Noterad: noterad som undertecknad på papper för båda. Det är en notering, inget bevis.
    Gällande: överenskommen under de senaste 12 månaderna och inte ändrad sedan den noterades.
status-incomplete = Något i mappen kan inte läsas, så någon kan saknas i översikten.
    .hint = Ovan står vad det är. Se till att alla filer kan läsas.
status-changed-since = ändrad sedan dess
status-by-both = båda
status-by-employee = bara medarbetaren
status-by-leader = bara chefen

## Påminnelser

missing-error = filen har ett fel och kan inte läsas
missing-levels = profilen är inte ifylld
missing-talk = det finns ingen dag för samtalet
missing-agreement = samtalet har hållits, men planen är inte överenskommen
missing-signature = planen är inte noterad som undertecknad av båda
missing-signed-again = planen har ändrats sedan den undertecknades
missing-overdue =
    { $count ->
        [one] 1 aktivitet har passerat tidsfristen
       *[other] { $count } aktiviteter har passerat tidsfristen
    }
mail-some-leader = chef
mail-to = Till: { $leader }, { $school }
mail-subject = Ämne: Utvecklingsplaner{ $period }: det här saknas på { $school }
mail-greeting = Hej { $leader }
mail-missing = Det här saknas till utvecklingsplanerna{ $period } på { $school }:
mail-regards = Vänliga hälsningar
mail-none = Inget saknas: det finns ingen att påminna.

# Siffror för kalkylblad och andra program.

help-export = Sparar siffrorna för ett kalkylblad eller ett annat program: nivåer, status, kursförslag, grupper, rolltäckning, områden och kurser.
help-arg-export_format = xlsx (om inget anges): en arbetsbok med ett blad för varje fråga; csv: en tabell i varje fil; json: allt i en fil för program
help-arg-export_out = Var det sparas (annars out/kompetenser.xlsx eller .json). Vid csv en mapp, eller en fil med bara nivåerna om namnet slutar på .csv; utan -o skrivs nivåerna på skärmen. En fil ersätts bara om programmet har gjort den och ingen har sparat arbetsboken sedan dess
help-arg-export_edition = intern (om inget anges): alla; offentlig: bara de som har sagt ja, och bara namn, arbetsplats, befattning och nivåer
help-arg-export_today = Den dag som status och kurser räknas från (annars dagens datum)
help-arg-skabelon = Skriver i stället ett kalkylblad att fylla i: en rad för varje medarbetare, två kolumner för varje område och nivåerna att välja mellan. Det ifyllda bladet läses in med import medarbetare

export-out-needed = Siffrorna ska inte ligga i den gemensamma mappen.
    .hint = Skriv var de ska ligga med -o, till exempel: spind export -o ../kompetenser.xlsx
export-format-differs = Filändelsen på { $path } stämmer inte med --format { $format }.
    .hint = Låt filändelsen och --format vara desamma, eller ange bara det ena.
export-unknown-ending = Siffrorna kan inte skrivas som .{ $ending }: { $path }
    .hint = Använd .xlsx, .csv eller .json. Använd - för att skriva på skärmen.
export-template-next = Fyll i { $path } och läs in det med: spind import medarbetare
export-too-large = Siffrorna har fler rader än ett kalkylblad rymmer.
    .hint = Välj --format csv eller json.
export-not-written = { $path } är inte skriven: { $reason }
    .hint = Stäng filen om den är öppen. Har någon arbetat vidare i den, ge den ett annat namn först. Eller välj en annan fil med -o.
export-written = Siffrorna ligger i { $path }
export-problems = { $broken ->
        [0] Det finns fel i förvaltningens filer.
        [one] 1 profil har fel, och dess siffror är inte med.
       *[other] { $broken } profiler har fel, och deras siffror är inte med.
    }
    .hint = spind check visar vad som ska rättas.
export-unreadable = Inget är skrivet, eftersom något i mappen inte kan läsas.
    .hint = Då går det inte att se om någon har tagit tillbaka sitt ja. Se till att alla filer kan läsas och försök igen.
export-incomplete = Inget är skrivet, eftersom något i mappen inte kan läsas och någon då skulle saknas i siffrorna.
    .hint = Se till att alla filer kan läsas och försök igen.
export-nobody = Ingen har sagt ja till att stå i det offentliga häftet, så inget är skrivet. En tidigare fil med siffror är orörd.
    .hint = Ta bort den tidigare filen, även på webben. Den som vill vara med skriver själv ”häfte: ja” under ”samtycke:” i sin fil.
export-withdrawal = Om någon tar tillbaka sitt ja, gör filen på nytt och byt ut den överallt där den ligger. Det sker inte av sig självt.

watch-time = { $hour }:{ $minute }:{ $second }
watch-waiting = Bevakar { $folder }. Tryck Ctrl+C för att avsluta.
watch-gone = { $folder } är borta. Väntar på att mappen kommer tillbaka.
watch-polls = Systemet kan inte meddela alla ändringar i { $folder }, så mappen gås igenom varje sekund.
watch-held = Försöker igen tills filen är stängd i det andra programmet.
watch-made = Gjort: { $path } ({ $milliseconds } ms)
watch-made-more = och { $more } till ({ $milliseconds } ms)
watch-removed = Borttaget, eftersom profilen är borta: { $path }
watch-out-of-date = Har inte gjorts om, eftersom profilen har ett fel: { $path }
watch-mended = Alla problem är rättade.
watch-fewer = Färre problem. { $problems } återstår i { $files }
# Nya profiler och scheman för redigeringsprogram
help-schema = Visar vad som kan stå i en fil, som ett schema för redigeringsprogram.
help-vejledning = Gör Så här gör du.pdf: en sida för den som ska fylla i sin profil.
help-arg-new_name = Medarbetarens namn; gör en profil att fylla i
help-arg-new_school = Arbetsplatsen, så som den heter i förvaltning.yaml
help-arg-department_folder = Förvaltningens mapp (annars profiles, eller mappen du står i om förvaltning.yaml ligger där)
help-arg-schema_kind = Vilken sorts fil: profil, förvaltning, rollmodell, kurser, program, kull eller svar
help-arg-schema_out = Filen som schemat sparas i (annars visas det)
schema-no-department = Schemat kan inte göras förrän felen ovan är rättade.
    .hint = Rätta dem i förvaltning.yaml och rollmodell.yaml, och försök igen.
schema-not-written = { $path } kunde inte skrivas: { $reason }
    .hint = Kontrollera att du får skriva i mappen. Profilerna kan användas utan schemat; det hjälper bara medan man skriver.
new-ask-name = Vem är profilen till? Skriv hela namnet:
new-ask-school = Vilken arbetsplats? Skriv siffran:
new-declined = Ingen profil har gjorts.
new-nobody-to-ask = Det saknas ett namn eller en arbetsplats, och här finns ingen att fråga.
    .hint = Skriv båda, till exempel: spind new "Anna Exempel" --skola Norrskolan
new-bad-name = Det går inte att göra en fil till ”{ $name }”.
    .hint = Skriv namnet med bokstäver. Hjälper inte det, kopiera en annan profil och ändra den.
new-personal-number = Det finns ett personnummer i det du har skrivit. Ingen fil har skapats.
    .hint = Skriv bara namnet. Ett personnummer får inte stå i filerna.
new-no-school = Förvaltningen har ingen arbetsplats som heter ”{ $school }”.
    .hint = Välj en av dessa, eller lägg till arbetsplatsen i förvaltning.yaml: { $schools }
new-no-school-near = Förvaltningen har ingen arbetsplats som heter ”{ $school }”.
    .hint = Menade du { $nearest }? Lägg annars till arbetsplatsen i förvaltning.yaml.
new-person-exists = { $name } har redan en profil: { $path }
    .hint = Är det samma person, ändra den filen. Är det en annan med samma namn, skriv också ett mellannamn.
new-file-exists = { $path } finns redan, så inget har skrivits.
    .hint = Ändra den filen, eller skriv också ett mellannamn så att den nya filen heter något annat.
new-profile-not-written = { $path } kunde inte skrivas: { $reason }
    .hint = Kontrollera att du får skriva i mappen och att det finns plats.
new-file-line = Raden nedan är till redigeringsprogram som hjälper medan man skriver. Låt den stå.
new-file-yours = Det här är din profil. Skriv efter kolon och spara filen.
new-file-off = En rad med # främst är avstängd. Rader som denna är till att läsa; i de andra tar du bort tecknet # för att använda raden.
new-file-private = Skriv inget om hälsa eller fackförening och inga personnummer i filen: den ligger i en gemensam mapp.
new-file-somebody = Anna Exempel
new-file-position = Skolsekreterare
new-file-talk = 2 december { $year }
new-file-deadline = 1 maj { $year }
new-file-follow-up = 15 juni { $year }
new-file-long-form = Finns det mer att säga om ett område, använd raderna med nu, önskad, prioritet och anmärkning i stället för siffran.
new-file-remark = Annat som behöver sägas
help-arg-tom = Skapa korta filer utan exempel: bara förvaltningens namn, arbetsplatser och nivåer
help-arg-navn = Förvaltningens namn (med --tom eller --från)
help-arg-skoler = Arbetsplatserna med komma emellan (med --tom eller --från)
help-arg-skala = Nivåernas namn, den lägsta först, med komma emellan (med --tom; annars fyra vanliga)
new-school-twice = { $school } står två gånger i --skolor.
    .hint = Skriv varje arbetsplats en gång.
new-needs-schools = Det saknas arbetsplatser.
    .hint = Skriv dem med komma emellan: --skolor "Norra skolan, Södra skolan"
new-scale-too-short = En skala har minst två nivåer.
    .hint = Skriv dem med komma emellan: --skala "Ny, På väg, Säker"
new-empty-name = Skolförvaltningen
new-empty-settings =
    Förvaltningen: vilka ni är och vilka arbetsplatser ni har.
    En rad med # framför räknas inte. Ta bort # för att använda den.
new-empty-schools = Arbetsplatsens chef och ort kan skrivas med: {"{"}namn: Norra skolan, chef: Per Holm, ort: Norrby{"}"}
new-empty-more-settings = Resten står i docs/filformat.md: tidsfrister, budget, önskemål om kurser.
new-empty-role-model =
    Rollmodellen: de områden som alla bedömer sig själva i och de nivåer som används.
    Skriv era egna områden. Det ska vara minst tre.
new-empty-role-model-name = Vår rollmodell
new-empty-scale = Nivåerna, den lägsta först. I profilerna skrivs bara siffran.
new-empty-areas = Varje område har en kort nyckel som profilerna och kurserna använder.
new-empty-area-it = It
new-empty-area-economy = Ekonomi
new-empty-area-communication = Kommunikation
new-empty-level-1 = Känner till
new-empty-level-2 = Kan med hjälp
new-empty-level-3 = Kan själv
new-empty-level-4 = Kan lära ut
new-empty-catalogue =
    Kurserna. De kommer lättast från anordnarens lista: spind import kurser LISTA
    Listan ska ha en kolumn Områden med nycklarna från rollmodell.yaml.
new-file-last-goal = Målet från förra planen
new-file-ways = Till varje mål hör ett av tre sätt: en kurs, en form hos en kollega eller en aktivitet med egna ord.
new-file-goal = Vad jag kan när målet är nått
new-file-success = Siffrorna är klara till mötet varje månad
new-file-leader-does = Avsätter en fast timme varje månad
new-file-activity = Något annat, med egna ord
# Listor från anordnare.

help-import = Uppdaterar kurser eller medarbetare utifrån en lista.
help-kurser = Uppdaterar kurser.yaml efter en anordnares lista (Excel eller CSV): nya datum, priser, platser och kurser. Visar först vad som ändras.
help-arg-list = Listan: en arbetsbok från Excel (.xlsx) eller en textfil (.csv)
help-arg-import_folder = Förvaltningens mapp (annars som för build)

import-read = { $list }: { $rows ->
        [one] 1 rad
       *[other] { $rows } rader
    } om { $courses ->
        [one] 1 kurs
       *[other] { $courses } kurser
    }
import-used = Kolumner som används: { $columns }
import-unused = Kolumner som inte används: { $columns }
import-new-course = Ny: { $number } { $title }
import-new-session = nytt kurstillfälle: { $fields }
import-session = kurstillfälle { $which }: { $fields }
import-nothing = { $path } säger redan detsamma. Inget har ändrats.
import-question = Ska { $path } ändras? (ja/nej)
import-done = { $path } har ändrats: { $changed ->
        [one] 1 kurs har uppdaterats
       *[other] { $changed } kurser har uppdaterats
    }, { $added ->
        [one] 1 är ny
       *[other] { $added } är nya
    }.
import-zeroes = Listans { $number } är { $there } i kurser.yaml. Kalkylprogram tar bort inledande nollor.
import-own-kept = Listan har andra områden eller nivåer för { $number }. Förvaltningens egna har behållits.
import-example = { $number } är märkt ”exempel: ja”. Ta bort den raden när alla uppgifter om kursen stämmer.
import-session-not-listed = { $count ->
        [one] Kurstillfället { $start } för { $course } står inte på listan. Det ändras inte. Ta bort det i kurser.yaml om det är inställt.
       *[other] Kurstillfällena { $start } för { $course } står inte på listan. De ändras inte. Ta bort dem i kurser.yaml om de är inställda.
    }
import-new-expired = { $number } har upphört och finns inte i katalogen, så den tas inte med.
import-at-cell = Rad { $row }, { $column }:
import-at-row = Rad { $row }:
import-summary-new = Nya kurser ({ $count }): { $list }
import-summary-changed = Ändrade kurser ({ $count }): { $list }
import-summary-gone = Upphör ({ $count }): { $list }
import-summary-closed = Kurstillfällen som stängs ({ $count }): { $list }
import-summary-not-listed = Inte på listan hos samma anordnare ({ $count }), ändras inte: { $list }
import-list-more = { $list } och { $count } till
import-notes-more = … och { $count } av samma slag
import-at-sheet = Blad ”{ $sheet }”:
import-at-sheet-row = Blad ”{ $sheet }”, rad { $row }:
import-at-sheet-cell = Blad ”{ $sheet }”, rad { $row }, { $column }:
import-two-meanings = ”{ $value }” kan betyda { $one } eller { $other } och har inte tagits med.
    .hint = Skriv det som menas i listan. Har Excel gjort cellen till ett datum, så formatera den som text och skriv den igen.
import-two-periods = Kurstillfället kan vara { $start } till { $end } eller, om månaden står först, { $other_start } till { $other_end }. Det har inte tagits med.
    .hint = Skriv månaden med bokstäver, till exempel 3 februari 2027.
import-one-or-many = { $rows } rader från { $start } till { $end } kan vara ett kurstillfälle med flera träffar eller { $rows } kurstillfällen. De har inte tagits med.
    .hint = Är det ett kurstillfälle, så skriv en enda rad med start och slut eller ge raderna samma gruppnummer. Är det flera, så ge dem var sitt.
import-price-by-day = ”{ $value }” är ett pris per dag, vecka eller timme, och kursens längd är okänd.
    .hint = Skriv hela priset, eller skriv antalet dagar i en kolumn Dagar.
import-formula = Cellen har en formel vars resultat inte är sparat i filen.
    .hint = Öppna listan i Excel och spara den. Då kommer resultatet med.
import-status-of-what = Raden har inget startdatum, så det syns inte vilket kurstillfälle som är stängt.
    .hint = Skriv kurstillfällets startdatum. Har hela kursen upphört, så skriv ”upphört”.
import-sheet-without-headings = Bladet liknar en lista men har ingen rad med rubriker och har inte tagits med.
    .hint = Sätt rubrikerna från det första bladet över kolumnerna.
import-hidden-sheet = Bladet är dolt och har inte tagits med.
import-hidden-rows = { $count ->
        [one] 1 dold rad har inte tagits med: { $rows }
       *[other] { $count } dolda rader har inte tagits med: { $rows }
    }
import-repeated-column = Kolumnerna ”{ $first }” och ”{ $again }” verkar säga detsamma. ”{ $first }” gäller.
import-year-assumed = ”{ $value }” har lästs som { $start }, eftersom årtal saknas.
import-week-assumed = ”{ $value }” har lästs som { $start } till { $end }.
import-blocks = ”{ $value }” har lästs som ett kurstillfälle i { $count } block från { $start } till { $end }.
import-other-blocks = Blocken går från { $start } till { $end } och kurstillfället från { $other_start } till { $other_end }. Blocken har inte tagits med.
    .hint = Rätta det som är fel, så att det första blocket börjar med kurstillfället och det sista slutar med det.
import-calculated = ”{ $value }” har lästs som { $amount }.
import-subsidy-without-amount = ”{ $value }” är inget belopp, så bidraget är oförändrat.
import-cancelled-elsewhere = Kurstillfället { $start } för { $course } är inställt enligt listan och finns inte i katalogen.
import-same-fault = Detsamma gäller { $count ->
        [one] rad { $rows }
       *[other] raderna { $rows }
    }{ $more ->
        [0] {""}
       *[other] {" "}och { $more } till
    }.
import-no-number = Raden har inget nummer och har inte tagits med.
    .hint = Skriv kursens nummer på varje rad, även när flera rader är kurstillfällen för samma kurs.
import-too-long = Texten är så lång att den troligen har slukat en del av listan.
    .hint = Kontrollera om det saknas ett citattecken (") på den raden eller på en ovanför.
import-no-start = Kurstillfället har inget startdatum och har inte tagits med.
    .hint = Skriv den första dagen, till exempel 2027-03-02.
import-cancelled = Kurstillfället { $start } för { $course } är inställt enligt listan. Det får lediga: 0, så att det inte föreslås. Ta bort det i kurser.yaml när ingen plan nämner det.
import-unknown-area-near = Området ”{ $value }” finns inte i rollmodellen.
    .hint = Menade du { $nearest }?
import-which-number = Numret { $number } kan vara flera kurser i kurser.yaml som bara skiljer sig åt i inledande nollor. Raden har inte tagits med.
    .hint = Skriv numret som det står i kurser.yaml. I Excel: formatera först kolumnen som text.
import-broken-there = { $number } står i kurser.yaml med ett fel och har inte rörts.
    .hint = Rätta felet och importera listan igen. spind check visar det.
import-says-otherwise = Raden säger något annat om kursen än rad { $row }, som gäller.
    .hint = Rätta listan om det är den här raden som stämmer.
import-session-twice = Raden säger något annat om kurstillfället än rad { $row }, som gäller. Den kan vara en rättelse eller ett annat kurstillfälle samma dag.
    .hint = Rätta listan om det är en rättelse. Är det två kurstillfällen, så ge dem var sitt nummer i en kolumn Grupp.
import-unusual = { $number } är skriven på ett sätt i kurser.yaml som programmet inte kan ändra i utan risk. Kursen har inte rörts.
    .hint = Skriv varje nyckel på en egen rad, som i docs/filformat.md, och försök igen.
import-left-out = Inte med: rad { $row }, { $number } { $title }. Det saknas: { $missing }
    .hint = { $count ->
        [one] Kursen är ny. Skriv det som saknas i listan
       *[other] Kurserna är nya. Skriv det som saknas i listan
    } (en kolumn ”Områden” med till exempel ekonomi), spara den och kör kommandot igen.
import-left-out-more = … och { $count } till
help-medarbejdere = Skapar en profil för var och en på en lista från personalsystemet (Excel eller CSV) och fyller i nivåer från ett blad med medarbetare och områden. Visar först vad som händer.
import-people-read = { $list }: { $rows ->
        [one] 1 rad
       *[other] { $rows } rader
    }
import-people-unused = Kolumner som stannar i listan: { $columns }
import-people-new = Nya profiler ({ $count }):
import-people-filled = Fylls i ({ $count }):
import-people-differences = Listan säger något annat ({ $count }). Profilerna behåller sitt:
import-people-left = Har slutat ({ $count }), hoppas över:
import-people-units = Enheter som inte är en arbetsplats ({ $count }). Medarbetarna där hoppas över:
import-people-not-listed = Har en profil på samma arbetsplatser och står inte på listan ({ $count }): { $list }
import-people-unchanged = Oförändrade: { $count }
import-people-levels = { $count ->
        [one] 1 område
       *[other] { $count } områden
    }
import-differs-school = skola: { $kept } (listan: { $listed }). Har personen flyttat, ändra ”skola” i { $file }.
import-differs-position = befattning: { $kept } (listan: { $listed })
import-differs-leader = chef: { $kept } (listan: { $listed })
import-differs-levels = { $area }: { $kept } (listan: { $listed })
import-left-on = { $name } ({ $date })
import-left-has-profile = { $name } har en profil. Se spind forget.
import-unit = ”{ $unit }”: { $people }
import-unit-near = ”{ $unit }”: { $people }. Menade du { $nearest }?
import-unit-none = utan enhet: { $people }
import-units-hint = Ändra enheten i listan till en av förvaltningens arbetsplatser: { $schools }
import-ask-unit = ”{ $unit }” är ingen arbetsplats. Vilken är det? (namn eller tom rad för att hoppa över)
import-ask-unit-near = ”{ $unit }” är ingen arbetsplats. Vilken är det? (namn, ja för { $nearest }, eller tom rad för att hoppa över)
import-people-question = Ska profilerna skrivas? (ja/nej)
import-people-nothing = Profilerna säger redan detsamma. Inget har skrivits.
import-people-done = Profiler: { $new } nya, { $filled } ifyllda.
import-people-not-written = { $path } kunde inte skrivas: { $reason }
    .hint = Stäng filen om den är öppen, och kontrollera att du får skriva i mappen. Kör sedan kommandot igen; det som är skrivet skrivs inte två gånger.
import-people-changed = Mappen ändrades under tiden. Inget mer har skrivits.
    .hint = Kör kommandot igen.
import-no-names = I { $list } finns ingen rad med rubriker där en kolumn är namn på personer. Inget har skrivits.
    .hint = Ge kolumnen rubriken Namn (eller Förnamn och Efternamn). De andra kan heta Skola eller Enhet, Befattning, Chef, Slutdatum och områdenas namn.
import-personal-number = Ett personnummer har tagits bort ur texten.
import-person-broken = { $name } har en profil med ett fel och har inte jämförts.
    .hint = spind check visar felet. Rätta det och importera listan igen.
import-person-file-exists = Det finns redan en fil som skulle heta som profilen för { $name }. Raden har inte tagits med.
    .hint = Kontrollera om det är samma person. Är det två med samma namn, så skapa den andra med spind new och ett mellannamn.
import-person-bad-name = { $name } kan inte bli namnet på en profil. Raden har inte tagits med.
    .hint = Skriv namnet med bokstäver i listan.
import-person-twice = { $name } står två gånger med var sin arbetsplats, även på rad { $row }. Det kan vara två personer eller en med två anställningar. Raden har inte tagits med.
    .hint = Är det två personer, så ge den ena ett mellannamn i listan. Är det en, så ta bort den ena raden.
import-person-unusual = Profilen för { $name } är skriven på ett sätt som programmet inte kan fylla i utan risk. Den har inte rörts.
    .hint = Skriv nivåerna själv.
import-only-wanted = { $area } har en önskad nivå men ingen nivå nu.
    .hint = Skriv nivån nu i listan.
import-area-twice = { $area } förekommer två gånger med olika nivåer. Den första gäller.
    .hint = Låt en av dem stå kvar i listan.
import-relevant-or-not = { $area } kan vara { $current } nu eller { $wanted }, som står under önskad. Området har inte tagits med.
    .hint = Skriv detsamma i båda cellerna eller lämna den ena tom.
import-sheet-of-whom = Bladet har nivåer, men det framgår inte vem de gäller. Det har inte tagits med.
    .hint = Skriv Namn i en cell ovanför tabellen och namnet i cellen bredvid, eller döp bladet efter personen.
import-too-many-people = Listan har fler än { $most } nya medarbetare. Resten har inte tagits med.
    .hint = Dela listan och importera den i flera omgångar.
import-unclear-encoding = Listans bokstäver kan läsas på två sätt: ”{ $value }” eller ”{ $other }”. De har lästs på det första.
    .hint = Är det fel, spara listan från Excel som ”CSV UTF-8” eller .xlsx och importera den igen.
import-no-such-list = { $path } finns inte. Inget har ändrats.
    .hint = Kontrollera sökvägen. Innehåller den mellanslag, sätt den inom citattecken.
import-unreadable = { $path } kan inte läsas. Inget har ändrats.
    .hint = Stäng filen om den är öppen i ett annat program, och kontrollera att du har åtkomst till den.
import-too-large = { $list } är större än en kurslista kan vara. Inget har ändrats.
    .hint = Spara bara de rader och blad som behövs i en ny fil.
import-too-many-rows = { $list } har fler än { $most } rader. Inget har ändrats.
    .hint = Spara bara de rader som behövs i en ny fil.
import-old-workbook = { $list } är sparad i ett gammalt Excel-format eller har ett lösenord. Inget har ändrats.
    .hint = Öppna den i Excel och spara den som ”Excel-arbetsbok (*.xlsx)” utan lösenord.
import-not-a-workbook = { $list } är ingen Excel-arbetsbok, eller så är den trasig. Inget har ändrats.
    .hint = Öppna den i Excel och spara den igen som ”Excel-arbetsbok (*.xlsx)” eller som CSV.
import-not-a-list = { $list } är ingen lista. Inget har ändrats.
    .hint = Använd en fil från Excel (.xlsx) eller en textfil (.csv). Ur en PDF kan listan kopieras till ett kalkylblad.
import-no-heading = I { $list } finns ingen rad med rubriker där en kolumn är kursernas nummer. Inget har ändrats. Kända rubriker: { $known }. Andra: { $unknown }
    .hint = Ge kolumnen med nummer rubriken Nummer. De andra kan heta Titel, Form, Områden, Anordnare, Dagar, Pris, Bidrag, Upphör, Utgått, Start, Slut, Ort, Platser, Lediga och Halvdagar.
import-two-catalogues = Det finns två kataloger: { $one } och { $two }. Inget har ändrats.
    .hint = Öppna båda, behåll den rätta och ta bort den andra. Försök sedan igen.
import-catalogue-unreadable = kurser.yaml kan inte läsas. Inget har ändrats.
    .hint = spind check visar vad som ska rättas.
import-catalogue-unusual = kurser.yaml är skriven på ett sätt som programmet inte kan ändra i utan risk. Inget har ändrats.
    .hint = Skriv varje kurs som i docs/filformat.md och försök igen.
import-catalogue-too-large = kurser.yaml skulle bli större än vad programmet läser. Inget har ändrats.
    .hint = Läs bara in de kurser som förvaltningen har nytta av.
import-catalogue-changed = kurser.yaml ändrades under tiden. Programmet har inte ändrat något.
    .hint = Kör kommandot igen.
import-not-written = { $path } kunde inte ändras: { $reason }
    .hint = Stäng filen om den är öppen i ett annat program, och kontrollera att du får skriva i mappen.

# Kommandoradens hjälp, och det som den inte kan förstå.

help-completions = Skriver det som ett skal behöver för att komplettera kommandon med tabbtangenten.
help-man = Skriver programmets manualsida.
help-arg-shell = Skalet
help-arg-open = Visa resultatet i det program som brukar visa sådant
help-word-options = ALTERNATIV
help-word-command = KOMMANDO
help-values = möjliga värden: { $values }
help-default = annars: { $value }
help-heading-examples = Exempel:
help-heading-exit-codes = Avslutningskoder:
help-exit-codes =
    0  allt är gjort
    1  något har fel eller kunde inte skrivas; allt annat är gjort
    2  inget är gjort: kommandot kan inte förstås, eller förvaltningens filer kan inte användas
help-examples-spind =
    spind check profiles           vad ska rättas?
    spind build profiles --open    gör allt och visa häftet
help-examples-build =
    spind build                                              alla planer och häftet, av mappen profiles
    spind build profiles --only "Maria Lindqvist" --open     en plan, som visas
    spind build profiles -o planer --edition alla --blank    även det offentliga häftet och en tom blankett
help-examples-check =
    spind check profiles                  vad ska rättas?
    spind check --explain unknown-area    vad betyder koden?
    spind check profiles --format json    för andra program
help-examples-new =
    spind new "Anna Exempel" --skola "Björkskolan"    en profil att fylla i
    spind new förvaltning min-förvaltning             en mapp att börja med
    spind build min-förvaltning -o planer             den första planen
help-examples-afdeling =
    spind new förvaltning min-förvaltning    en mapp att börja med
    spind build min-förvaltning -o planer    den första planen
help-examples-sign =
    spind sign "Johan Ekström" --as chef                                        undertecknad i dag
    spind sign profiles/strandängsskolan/johan-ekström.yaml --as medarbetare    sökvägen till profilen går också
help-examples-verify =
    spind verify out/planer/björkskolan/maria-lindqvist.pdf             mot mappen profiles
    spind verify out/planer/björkskolan/maria-lindqvist.pdf profiles    mot den mappen
help-examples-extract =
    spind extract out/planer/björkskolan/maria-lindqvist.pdf             till mappen du står i
    spind extract out/planer/björkskolan/maria-lindqvist.pdf -o avtal    till mappen avtal
help-examples-status =
    spind status profiles                 vem saknar vad?
    spind status profiles --format csv    för ett kalkylblad
help-examples-rollover =
    spind rollover profiles --to 2027/28 --archive arkiv          visa det och fråga
    spind rollover profiles --to 2027/28 --archive arkiv --yes    gör det utan att fråga
help-examples-forget =
    spind forget "Maria Lindqvist"                                                  visa det och fråga
    spind forget profiles/björkskolan/maria-lindqvist.yaml --archive arkiv --yes    även i arkivet, utan att fråga
help-examples-export =
    spind export profiles -o siffror.xlsx                                   en arbetsbok
    spind export profiles --format csv                                      nivåerna som text
    spind export profiles --edition offentlig -o siffror-offentliga.xlsx    bara det som alla får se
help-examples-import =
    spind import kurser kurslista.xlsx                           visa vad som ändras och fråga
    spind import kurser kurslista.csv --folder profiles --yes    gör det utan att fråga
help-examples-kurser =
    spind import kurser kurslista.xlsx                           visa vad som ändras och fråga
    spind import kurser kurslista.csv --folder profiles --yes    gör det utan att fråga
help-examples-completions =
    spind completions bash > spind.bash         för bash
    spind completions powershell > spind.ps1    för PowerShell
help-examples-watch =
    spind watch profiles           gör om planerna när någon sparar
    spind watch profiles --poll    på en nätverksenhet
help-examples-schema =
    spind schema profil --folder profiles                   visa schemat för en profil
    spind schema kurser --folder profiles -o kurser.json    spara schemat för kurser.yaml
help-examples-vejledning =
    spind new vägledning --folder profiles           för förvaltningen i mappen
    spind new vägledning --folder profiles -o out    i mappen out
help-examples-man =
    spind man > spind.1              på systemets språk
    spind man --lang en > spind.1    på engelska

man-name = NAMN
man-synopsis = SYNOPSIS
man-description = BESKRIVNING
man-environment = MILJÖ
man-in-short = utvecklingsplaner och häfte från en gemensam mapp
man-everywhere = De här kan skrivas vid alla kommandon:
man-variables =
    NO_COLOR           inga färger
    CLICOLOR_FORCE     färger, även när meddelandena inte visas på en skärm
    SOURCE_DATE_EPOCH  den dag som räknas som i dag, i sekunder sedan 1970
    LANG, LC_ALL       språket, när varken --lang eller förvaltningen säger annat

usage-unknown = ”{ $argument }” hör inte hemma här.
    .hint = Kontrollera stavningen. Innehåller en sökväg eller ett namn mellanslag, sätt det inom citattecken.
usage-unknown-near = ”{ $argument }” hör inte hemma här.
    .hint = Menade du { $nearest }?
usage-missing = Här saknas: { $arguments }
    .hint = Lägg till det.
usage-missing-verb = Här saknas ett kommando.
    .hint = --help visar vilka som finns.
usage-no-value = Det saknas något efter { $argument }.
    .hint = Lägg till det.
usage-bad-value = ”{ $value }” kan inte användas vid { $argument }.
    .hint = Skriv till exempel: { $values }
usage-twice = { $argument } kan inte stå här mer än en gång eller ihop med det andra.
    .hint = Ta bort det ena.
usage-other = Kommandot kan inte förstås.
    .hint = Kontrollera stavningen.
usage-no-verb = ”{ $word }” är varken ett kommando eller en mapp.
    .hint = Menade du { $nearest }?
usage-more = Skriv --help efter kommandot för att se vad det kan.

open-failed = { $path } kunde inte visas.
    .hint = Öppna filen själv. Den är gjord.

step-read = Läst: { $path }
step-done = { $step }: { $seconds } s
step-reading = Läst och granskat
step-documents = Dokumenten gjorda
step-public = Det offentliga häftet kontrollerat
step-list = Listan jämförd
step-tables = Siffrorna samlade

# När något inte kan läsas
build-another-edition = { $path } har gjorts om med andra medarbetare än förra gången i samma period. Om den förra har lämnats ut, lämna inte ut den här före nästa period: skillnaden mellan de två kan visa vad en enskild person vill bli bättre på.
build-unknown-edition = { $path } har gjorts om, och det går inte att se om den förra räknade samma medarbetare: listan i mappen saknas eller är för gammal. Om den förra har lämnats ut i samma period, jämför de två innan ni lämnar ut den här.
build-refused = { $paths } har inte gjorts, eftersom något i mappen inte kan läsas.
    .hint = { $count ->
        [one] Det skulle vara ofullständigt
       *[other] De skulle vara ofullständiga
    } utan att det syns. Planerna är gjorda. Se till att alla filer kan läsas, eller be den som har tillgång till hela mappen att köra programmet. Det som ligger kvar sedan tidigare är inaktuellt.

# När programmet öppnas med ett dubbelklick
double-click-folder = Kompetensplaner
double-click-begin = Sidan öppnas i webbläsaren. Låt det här fönstret vara öppet så länge du arbetar. Stäng det när du är klar.
    Planerna läggs i { $folder }
double-click-close = Tryck Enter för att stänga fönstret.
double-click-no-department = Här finns inga profiler: { $folder } saknar filen förvaltning.yaml.
    .hint = Lägg programmet i den gemensamma mappen, där profilerna och förvaltning.yaml ligger, och öppna det där.
double-click-packed = Programmet har öppnats inne i en ZIP-fil och kan inte se mappen med profilerna.
    .hint = Högerklicka på ZIP-filen, välj Extrahera alla och lägg spind.exe i den gemensamma mappen, där förvaltning.yaml ligger.
double-click-no-documents = Din egen mapp Dokument hittades inte.
    .hint = Öppna Utforskaren och se om du har en mapp som heter Dokument. Fråga annars it-avdelningen.
double-click-shared = Din mapp { $folder } ligger i den gemensamma mappen. Där skulle andra kunna läsa dina planer.
    .hint = Lägg programmet i mappen med profilerna och inte högre upp, eller fråga it-avdelningen.
# Sidorna på skärmen (spind serve)
help-serve = Visar en sida om avdelningen i webbläsaren: vem som saknar vad, fel och planer, och ett formulär för att fylla i en profil. Bara på den här datorn.
help-arg-port = Numret på den port som sidan ligger på (annars en ledig)
help-arg-no_open = Visa bara adressen; öppna inte webbläsaren
help-arg-read_only = Visa bara; inget går att ändra på sidorna
help-arg-edit = Ändra den här profilen: ett namn eller en sökväg (annars väljs den på sidan)
help-examples-serve =
    spind serve profiles                         hela förvaltningen i webbläsaren
    spind serve profiles --only "Björkskolan"    bara en arbetsplats
    spind serve profiles --poll                  på en nätverksenhet
serve-address = Sidan ligger här så länge fönstret är öppet: { $address }
serve-not-shown = Webbläsaren kunde inte öppnas.
    .hint = Kopiera adressen ovan till den.
serve-opens = Sidan öppnas
    .hint = Händer inget, tryck på knappen. Är programmet stängt, starta det igen.
serve-open-pages = Öppna sidan
serve-used-twice = Filen som öppnar sidan har använts två gånger.
    .hint = Var det du själv, använd adressen som den står i fönstret där programmet körs. Annars kan någon annan på datorn ha öppnat sidan: stäng fönstret och starta programmet igen.
serve-port-taken = Port { $port } är upptagen.
    .hint = Välj en annan med --port, eller utelämna den så hittar programmet en ledig.
serve-not-opened = Sidan kan inte visas på den här datorn: { $reason }
    .hint = Försök utan --port. Hjälper det inte, använd spind build och spind status.
serve-people = Medarbetare
serve-needs = Behov
serve-groups = Grupper
serve-money = Pengar
serve-year = Året och häftena
serve-code = Kontrollera en plankod
    .hint = Koden står längst ned på planen. Skriv den här, så svarar sidan om det är den plan som mappen har nu.
serve-departments = Förvaltningar
    .hint = Lyft är de områden som medarbetarna vill vidare i. Bundet är överenskommet, anmält eller pågående; önskat är föreslaget i planerna; kvar är resten av budgeten efter båda. Ett streck betyder att siffran inte är känd.
serve-department = Förvaltning
serve-lifts = Lyft
serve-lifts-needed = Nödvändiga lyft
serve-bound = Bundet
serve-wished = Önskat
serve-left = Kvar
serve-no-figures = Här står siffrorna för hela förvaltningen eller en hel skola. De visas när alla dess medarbetare är på sidan och alla filer kan läsas.
serve-week = vecka
serve-pages = Sidor
serve-skip = Gå till innehållet
serve-read-only = Sidan visar bara det som står i mappens filer. Inget kan ändras här. Den ligger på den här datorn och kan bara öppnas härifrån.
serve-writable = Det du sparar skrivs i profilens fil i mappen. Sidan finns på den här datorn och kan bara öppnas härifrån.
serve-no-script = Sidan uppdateras inte av sig själv när en fil ändras.
serve-again = Hämta sidan igen
serve-stopped = Programmet är stängt, så sidan uppdateras inte längre.
serve-gone = Mappen är borta.
    .hint = Sidan visar det som senast fanns i den och uppdateras igen så snart mappen är tillbaka.
serve-back = Mappen är tillbaka.
serve-waiting = Dokumenten görs
    .hint = Det tar en stund första gången. Sidan kommer av sig själv.
serve-said-list = Listan är uppdaterad.
serve-said-shared = De andra filerna i mappen har granskats igen.
serve-said-year = Översikten är uppdaterad.
serve-said-figures = Siffrorna är uppdaterade.
serve-said-documents = Häftena är uppdaterade.
serve-said-answer = Svaret är uppdaterat.
serve-said-plan = Planen för { $name } har gjorts om.
serve-said-no-plan = Planen för { $name } visas inte längre.
serve-unusable = Förvaltningens filer kan inte användas som de är. Rätta felen, så kommer allt annat.
serve-shared-wrong = Det finns något att se över i mappens andra filer, eller något som inte kunde göras.
serve-find = Sök
serve-find-go = Sök
serve-find-help = Ett namn, en arbetsplats eller till exempel ”underlag”, ”fel” eller ”noterad”
serve-count-people = { $count } medarbetare
serve-errors = { $count } fel
serve-warnings =
    { $count ->
        [one] 1 varning
       *[other] { $count } varningar
    }
serve-talk = Samtal { $name }
serve-signed = noterad som undertecknad: { $name }
serve-changed = ändrad sedan den noterades som undertecknad
serve-overdue = { $count } försenade
serve-back-to-people = Alla medarbetare
serve-papers = Att skriva ut
serve-open = Öppna { $name } (PDF i en ny flik)
serve-the-plan = planen
serve-the-preparation = förberedelsen
serve-the-follow-up = uppföljningen
serve-calendar-file = Hämta datumen till din kalender (.ics)
serve-the-booklet = det interna häftet
serve-the-volume = band { $name } av det interna häftet
serve-the-public-volume = band { $name } av det offentliga häftet
serve-the-school-booklet = häftet för { $name }
serve-the-print = planerna för { $name }, samlade för utskrift
serve-the-strategic-plan = den strategiska utbildningsplanen
serve-the-public-booklet = det offentliga häftet
serve-the-blank-form = den tomma blanketten
serve-print = Skriv ut från den nya fliken med Ctrl+P, på båda sidor av arket.
serve-no-plan = Planen visas när felen är rättade.
serve-plan-not-made = Planen kunde inte göras. ”Året och häftena” berättar varför.
serve-out-of-date = Planen som ligger i dokumentmappen gjordes före felet och är inaktuell.
serve-wrong = Fel och varningar
serve-now = Nu finns det { $name }.
serve-nothing-wrong = Det finns inget att rätta.
serve-line = rad { $count }
serve-corrected = Skriv i stället
serve-plan = Planen
serve-plan-of = Planen för { $name }
serve-missing-in-year = Det här saknas
serve-deadlines = Tidsfrister
serve-nothing-missing = Ingen saknar något.
serve-lacks-sound-profile = Profilen har ett fel ({ $count })
serve-lacks-levels = Profilen är inte ifylld ({ $count })
serve-lacks-talk = Samtalet är inte genomfört ({ $count })
serve-lacks-agreement = Samtalet är genomfört, men ni har inte kommit överens om planen ({ $count })
serve-lacks-signatures = Överenskommen, men inte noterad som undertecknad av båda ({ $count })
serve-lacks-same = Ändrad sedan den noterades som undertecknad ({ $count })
serve-lacks-steps = Har något försenat i planen ({ $count })
serve-by-school = Arbetsplats för arbetsplats
serve-documents = Häften och planer för hela förvaltningen
serve-no-documents = Det finns inga just nu.
serve-shared = Andra filer i mappen
serve-code-field = Plankod
serve-code-go = Kontrollera
serve-answer = Svar
serve-not-a-code = ”{ $code }” är inte en plankod.
    .hint = Skriv koden som den står längst ned på planen: sex grupper om fyra tecken och ett kontrolltecken.
serve-missing = Här finns ingenting
    .hint = Profilen eller dokumentet finns inte längre, eller så är adressen från en tidigare gång som programmet kördes.
serve-home = Till startsidan
serve-refused = Sidan kan inte öppnas så
    .hint = Den öppnas bara i den webbläsare som programmet själv har öppnat, eller med hela den adress som står i programmets fönster, och bara så länge programmet körs.
serve-refused-running = Är programmets fönster öppet? Kopiera adressen som står i det till webbläsaren. Står det ingen, så stäng fönstret och starta programmet igen.
serve-refused-ended = Är fönstret stängt? Starta programmet igen som du brukar. Då öppnas sidan av sig själv. Gamla adresser och bokmärken fungerar inte.
