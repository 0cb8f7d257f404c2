# Faste ord i filene: andre former enn dem dokumentene skriver, atskilt med komma.
# Det første ordet i «spelled-» er det som skrives i filene.

also-form-amu = AMU-kurs
also-form-internal = intern, internkurs
also-form-peer-training = sidemannsopplæring, kollegaopplæring, opplæring hos kollega
also-form-job-rotation = jobbytte, hospitering
also-form-self-study = selvstudium, selvstudier, egenstudium
also-form-peer-group = erfaringsgruppe, erfa, nettverk, erfaringsutveksling
form-course = kurs
also-form-course = kurset
form-yh = YH
also-form-yh = høyere yrkesfaglig utdanning
form-fagbrev = fagbrev
also-form-fagbrev = fagprøve
also-form-other = annen, andre
also-teaching-day = dag, om dagen, dagundervisning
also-teaching-evening = på kvelden, om kvelden, kveldsundervisning, helg
also-teaching-online = nett, nettbasert, nettundervisning, fjernundervisning
also-status-proposed = foreslåtte, forslag
also-status-agreed = avtalte
also-status-enrolled = påmeldte, meldt på
also-status-started = igang, påbegynt, pågår
also-status-done = gjennomførte, fullført, avsluttet
also-status-postponed = utsatte, utsett
also-status-dropped = utgått, bortfalt, bortfaller, droppet
also-priority-need = nødvendige
also-priority-nice = kjekt å kunne, kjekt, nyttige
also-level-not-known = vet ikke, vet ikke ennå, det vet jeg ikke, ikke ennå
also-level-not-relevant = ikke relevant for meg, irrelevant
spelled-level-step = trinn
spelled-level-from = fra
spelled-amu-full = full
spelled-amu-partial = delvis
spelled-amu-none = ingen
spelled-kind-personal = personlig, personlige
spelled-kind-professional = faglig, faglige
also-responsible-leader = lederen, nærmeste leder
also-responsible-employee = medarbeideren, ansatt, den ansatte, jeg selv
also-responsible-department = skoleavdelingen, avdeling
also-answer-yes = ja takk
also-answer-no = nei takk
spelled-edition-internal = intern
spelled-edition-public = offentlig
spelled-edition-all = alle
spelled-schema-profile = profil
spelled-schema-settings = avdeling
spelled-schema-role-model = rollemodell
spelled-schema-catalogue = kurs

# Den egne valutaen bak et beløp.
currency-own = kr
