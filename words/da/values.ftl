# Faste ord i filerne: andre former, end dokumenterne bruger, adskilt af komma.
# Det første ord i »spelled-« er det, der skrives i filerne.

also-form-amu = AMU-kursus
also-form-internal = internt
also-form-peer-training = sidemandsoplæringen
also-form-job-rotation = jobbytte
also-form-self-study = selvstudium, selvstudier
also-form-peer-group = erfagruppe, netværk
form-course = kursus
also-form-course = kurset, kurser
form-yh = YH
also-form-yh = yrkeshögskola
form-fagbrev = fagbrev
also-form-fagbrev = fagprøve
also-form-other = anden, andre
also-teaching-day = dag, dagtid, om dagen
also-teaching-evening = aftenundervisning, om aftenen, weekend
also-teaching-online = fjernundervisning, på nettet, virtuelt
also-status-proposed = foreslåede, forslag
also-status-agreed = aftalte
also-status-enrolled = tilmeldte
also-status-started = igang, påbegyndt, i gang nu
also-status-done = gennemførte, fuldført, afsluttet
also-status-postponed = udskudte, udsat
also-status-dropped = bortfaldne, bortfalder, opgivet
also-priority-need = nødvendigt, nødvendige
also-priority-nice = rart, rart at kunne, rar at kunne
also-level-not-known = ved ikke, ved ikke endnu, det ved jeg ikke, ikke endnu
also-level-not-relevant = ikke relevant for mig, irrelevant
spelled-level-step = trin
spelled-level-from = fra
spelled-amu-full = fuld
spelled-amu-partial = delvis
spelled-amu-none = ingen
spelled-kind-personal = personlig, personligt, personlige
spelled-kind-professional = faglig, fagligt, faglige
also-responsible-leader = lederen, leder
also-responsible-employee = medarbejderen, jeg selv
also-responsible-department = afdelingen
also-answer-yes = ja tak
also-answer-no = nej tak
spelled-edition-internal = intern
spelled-edition-public = offentlig
spelled-edition-all = alle
spelled-schema-profile = profil
spelled-schema-settings = afdeling
spelled-schema-role-model = rollemodel
spelled-schema-catalogue = kurser

# Den egne valuta bag et beløb.
currency-own = kr.
