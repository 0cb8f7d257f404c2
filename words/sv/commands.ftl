### Kommandoraden.

help-heading-usage = Användning:
help-heading-commands = Kommandon
help-heading-arguments = Argument
help-heading-options = Alternativ
help-spind = spind läser en YAML-profil för varje medarbetare i en delad mapp och gör utvecklingsplaner och ett häfte som PDF.
help-build = Gör en plan för varje medarbetare och förvaltningens häfte.
help-check = Visar vad som är fel i mappens filer utan att skapa dokument.
help-new = Lägger upp en ny mapp med rollmodell, katalog och ett exempel.
help-afdeling = Skapar en ny avdelnings mapp.
help-arg-help = Visa den här hjälpen
help-arg-version = Visa programmets version
help-arg-folder = Förvaltningens mapp (annars profiles, eller den mapp du står i, om afdeling.yaml ligger där)
help-arg-dir = Den nya mappen
help-arg-out = Var dokumenten ska läggas (annars out)
help-arg-only = Bara den här medarbetaren eller arbetsplatsen: ett namn, en arbetsplats, en sökväg eller ett filnamn; kan upprepas. Gör inte häftet
help-arg-today = Den dag då kurserna ska gå att söka (annars dagen för samtalet)
help-arg-charts = Spara också varje kompetensdiagram som SVG
help-arg-leder = Chefens egen mapp med filer som heter NAMN.leder.yaml, ordnade som profilerna
help-arg-format = Visa problemen som text eller json
help-arg-explain = Förklara en felkod, till exempel unknown-area
help-arg-rettelser = Var rättelsefilerna ska läggas (annars rettelser under --out); kan vara den delade mappen själv
help-arg-templates = Använd mallarna i den här mappen
help-arg-fonts = Använd typsnitten i den här mappen
help-arg-lang = Programmets språk (annars förvaltningens)
help-arg-quiet = Visa bara problem
help-arg-verbose = Visa också sammanfattningen när det inte finns någon skärm

build-no-folder = Mappen { $folder } finns inte.
    .hint = Skriv var profilerna ligger, till exempel: spind build H:\Förvaltningen\profiler
build-folder-unreadable = Mappen { $folder } kan inte läsas.
    .hint = Kontrollera att du har behörighet till mappen.
build-out-needed = Dokumenten ska inte ligga i den delade mappen.
    .hint = Ange var de ska ligga med --out, till exempel: spind build --out ../out
build-bad-fonts = Typsnitten i { $folder } kan inte användas: { $reason }
    .hint = Mappen måste innehålla minst en .ttf- eller .otf-fil. Utan --fonts används programmets egna typsnitt.
build-bad-templates = Mallarna i { $folder } kan inte användas: { $reason }
    .hint = Mappen måste innehålla plan.typ och booklet.typ. Utan --templates används programmets egna mallar.
build-nothing = Inga dokument kan göras förrän felen ovan är rättade.
    .hint = Rätta dem i afdeling.yaml och rollemodel.yaml och försök igen.
build-unknown-person = Ingen profil stämmer med ”{ $who }”.
    .hint = Skriv namnet, arbetsplatsen eller filens namn. En fil med fel räknas inte.
build-not-written = { $path } kunde inte sparas: { $reason }
    .hint = Stäng filen om den är öppen i ett annat program och kontrollera att det finns plats och att du får skriva i mappen. De andra filerna är skrivna, och den gamla filen är hel.
build-summary =
    { $people ->
        [one] 1 medarbetare
       *[other] { $people } medarbetare
    }, { $documents ->
        [one] 1 dokument
       *[other] { $documents } dokument
    } i { $out } på { $seconds } s, { $problems ->
        [0] inga problem
        [one] 1 problem
       *[other] { $problems } problem
    }
new-exists = { $path } finns redan, så ingenting har skrivits.
    .hint = Välj en annan mapp eller flytta filen.
new-not-written = Mappen kunde inte skapas: { $reason }
    .hint = Kontrollera att det finns plats och att du får skriva där.
build-out-of-date = { $path } är inaktuell, eftersom profilen har ett fel.
build-removed = { $path } har tagits bort, eftersom profilen inte längre finns i mappen.
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
reason-read-only = disken är skrivskyddad
reason-busy = filen är öppen i ett annat program
reason-folder = en mapp eller fil ligger i vägen
reason-name = namnet är för långt eller kan inte användas
reason-unknown = systemet sade nej
reason-foreign = det ligger redan en fil där som programmet inte har skapat
reason-link = sökvägen går genom en genväg
reason-template = mallen har ett fel ({ $error })
build-out-unusable = Dokumenten kan inte läggas i { $folder }.
    .hint = Kontrollera att du får skriva i mappen och att den inte är en genväg. Eller välj en annan med --out.
build-in-the-way = { $path } har inte skrivits: { $reason }
    .hint = Flytta det som ligger där eller välj en annan mapp med --out.

# Årsskiftet, och att glömma någon.

help-rollover = Avslutar året: sparar allt i ett arkiv och gör profilerna klara för nästa.
help-arg-to = Den nya perioden, till exempel 2027/28
help-arg-archive = Arkivet: mappen med de avslutade åren, utanför den gemensamma mappen
help-arg-yes = Gör det utan att fråga

confirm-nobody = Inget har ändrats, för här finns ingen att fråga.
    .hint = Gå igenom listan och kör kommandot igen med --yes.
confirm-declined = Inget har ändrats.

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
rollover-person-done = { $file } ({ $name }): är redan omlagd
rollover-person-edited = { $file } ({ $name }): har ändrats sedan arkivet gjordes och lämnas orörd
rollover-person-added = { $file } ({ $name }): har tillkommit sedan arkivet gjordes och lämnas orörd
rollover-person-gone = { $file } ({ $name }): finns inte längre i mappen
rollover-courses = genomfört: { $courses }
rollover-booklet-ends = samtycket till häftet upphör
rollover-teaching-ends = samtycket till att vara handledare upphör
rollover-converted = filen sparas som UTF-8
rollover-going = { $path } flyttas till arkivet
rollover-consents = Alla samtycken måste lämnas på nytt. Tills dess är ingen med i det offentliga häftet, och ingen nämns som handledare.
rollover-question = Ska året avslutas? (ja/nej)
rollover-done =
    { $people ->
        [one] 1 profil är klar
       *[other] { $people } profiler är klara
    } för { $to }. Det gamla året ligger i { $target }.
rollover-deadlines = Tidsfristerna i afdeling.yaml är fortfarande de från { $from }. Ändra dem, också årtalen.
rollover-build = Gör nya planer och ett nytt häfte med spind build.
rollover-not-copied = { $path } är en genväg och har inte kopierats till arkivet.
rollover-left = { $path } har ändrats under tiden och är orörd.
    .hint = Arkivets version ligger i { $target }. Hör ändringen till det gamla året, kopiera filen dit. Hör den till det nya, spara den någon annanstans, lägg tillbaka arkivets version och skriv in ändringen efteråt.
rollover-failed = { $path } kunde inte ändras: { $reason }
    .hint = Stäng filen om den är öppen i ett annat program, och se efter att du får skriva i mappen.
rollover-not-closed = Året är inte avslutat än, men inget har gått förlorat: allt ligger i { $target }.
    .hint = Rätta det som står ovan och kör samma kommando igen. Det slutför arbetet och skriver till sist { $to } i afdeling.yaml.
rollover-no-period = Den nya perioden saknas.
    .hint = Skriv den efter --to, till exempel --to 2027/28.
rollover-problems = Året kan inte avslutas förrän felen ovan är rättade. Inget har ändrats.
    .hint = Rätta filerna och försök igen. Alla filer måste kunna läsas.
rollover-closed = Avdelningen är redan i { $to }. Inget har ändrats.
    .hint = Skriv den period som ska börja efter --to. Den som gäller nu står i afdeling.yaml.
rollover-inside = Arkivet { $target } och den gemensamma mappen kan inte ligga i varandra. Inget har ändrats.
    .hint = Välj en mapp någon annanstans med --archive, helst en som bara få har tillgång till.
rollover-in-the-way = { $target } finns redan och är inget arkiv av det här året. Inget har ändrats.
    .hint = Välj en annan mapp med --archive, eller flytta det som ligger där.
rollover-unusual = De här filerna är skrivna på ett sätt som programmet inte kan ändra i utan risk: { $files }. Inget har ändrats.
    .hint = Skriv varje nyckel på en egen rad, som i exemplet i docs/filformat.md, och försök igen.
rollover-changing = { $path } ändrades medan den lästes. Inget har ändrats.
    .hint = Vänta tills ingen ändrar i mappen och den är synkroniserad. Försök sedan igen.
rollover-archive-failed = Arkivet kunde inte göras: { $path }: { $reason }. Inget har ändrats.
    .hint = Se efter att det finns plats, och att du får läsa hela den gemensamma mappen och skriva i arkivet.
rollover-unreadable = { $path } kunde inte läsas: { $reason }. Inget har ändrats.
    .hint = Se efter att du har tillgång till filen och försök igen.

person-nobody = Ingen profil passar in på ”{ $who }”.
    .hint = { $nearest ->
        [none] Skriv namnet som det står i profilen, eller sökvägen till filen.
       *[other] Menade du ”{ $nearest }”? Skriv annars sökvägen till filen.
    }
person-several = ”{ $who }” passar in på flera: { $files }
    .hint = Skriv sökvägen till rätt fil i stället för namnet.
person-no-department = ”{ $who }” ligger inte i en avdelnings mapp.
    .hint = Avdelningens mapp är den som har en afdeling.yaml. Skriv den med --folder.
person-unreadable = ”{ $who }” kunde inte hittas: { $reason }
    .hint = Se efter att du har tillgång till mappen.

help-forget = Raderar allt om en medarbetare: profil, planer, kopior och det som ligger i arkiv.
help-arg-person = Medarbetaren: ett namn eller sökvägen till profilen
forget-title = Det här om { $name } raderas:
forget-common = De här gemensamma dokumenten raderas och görs om:
forget-out-of-another = { $out } rymmer en annan avdelnings dokument och lämnas orörd.
forget-other-person = { $path } är en annan medarbetares och lämnas orörd.
forget-mentions = { $name } nämns också här. Det måste ändras för hand:
forget-mention-lines = { $path }, { $count ->
        [one] rad { $lines }
       *[other] raderna { $lines }
    }
forget-mention-file = { $path } (titta själv i filen)
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
forget-not-rebuilt = Avdelningens dokument i { $out } kunde inte göras om.
    .hint = Kör spind build när felen är rättade. Tills dess kan andras planer fortfarande nämna namnet.
forget-out-of-date = { $path } är från tidigare, eftersom profilen har ett fel, och kan fortfarande nämna { $name }.
    .hint = Rätta felet och kör spind build, eller radera filen.
forget-not-remade = { $path } har raderats. Gör om den om den behövs.
