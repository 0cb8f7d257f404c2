# Fasta ord i filerna: andra former än dem som dokumenten skriver, åtskilda med komma.
# Det första ordet i ”spelled-” är det som skrivs i filerna.

also-form-amu = AMU-kurs
also-form-internal = internutbildning, internt
also-form-peer-training = bredvidgång, kollegahandledning, kollegial handledning
also-form-job-rotation = jobbrotation, jobbrotation på annat kontor
also-form-self-study = självstudium, självstudier, egen inläsning
also-form-peer-group = erfarenhetsgrupp, erfa, nätverk, erfarenhetsutbyte
form-course = kurs
also-form-course = kursen
form-yh = YH
also-form-yh = yrkeshögskola, YH-kurs, YH-utbildning
form-fagbrev = fagbrev
also-form-fagbrev = yrkesbevis
also-form-other = annan, andra
also-teaching-day = dag, på dagen, dagundervisning
also-teaching-evening = kväll, på kvällen, kvällsundervisning, helg
also-teaching-online = distans, på distans, nätet, på nätet
also-status-proposed = föreslaget, föreslagna, förslag
also-status-agreed = överenskommet, överenskomna, avtalad, avtalat
also-status-enrolled = anmält, anmälda
also-status-started = pågående, påbörjad, påbörjat, i gång, igång
also-status-done = genomfört, genomförda, slutförd, slutfört, klar
also-status-postponed = uppskjutet, uppskjutna
also-status-dropped = utgått, utgångna, bortfallen, bortfaller, struken
also-priority-need = nödvändig, nödvändiga, viktig, viktigt
also-priority-nice = bra att ha, bra, bra att kunna
also-level-not-known = vet inte, vet ej, vet inte än, det vet jag inte, inte än
also-level-not-relevant = inte relevant för mig, ej relevant, irrelevant
spelled-level-step = steg
spelled-level-from = från
spelled-amu-full = full
spelled-amu-partial = delvis
spelled-amu-none = ingen
spelled-kind-personal = personlig, personligt, personliga
spelled-kind-professional = yrkesmässig, yrkesmässigt, yrkesmässiga
also-responsible-leader = chefen, närmaste chef, ledare
also-responsible-employee = medarbetaren, jag själv
also-responsible-department = förvaltningen, avdelning, skolförvaltningen
also-answer-yes = ja tack
also-answer-no = nej tack
spelled-edition-internal = intern
spelled-edition-public = offentlig, publik
spelled-edition-all = alla
spelled-schema-profile = profil
spelled-schema-settings = förvaltning, avdelning
spelled-schema-role-model = rollmodell
spelled-schema-catalogue = kurser

# Den egna valutan efter ett belopp.
currency-own = kr
