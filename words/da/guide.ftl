### Vejledningen på én side.

guide-title = Sådan gør du
guide-lead = Til samtalen har du en fil med din profil: hvad du kan nu, og hvad du gerne vil lære. Du retter den selv, på få minutter.
label-guide-open = 1. Åbn din fil
label-guide-open-how = Den ligger i den fælles mappe under din skole og hedder dit navn. Højreklik på den, vælg Åbn med, og vælg Notesblok.
label-guide-write = 2. Ret linjerne
label-guide-notepad = Notesblok
guide-note = spørg om kurset i marts
guide-key = Hver linje er et ord, et kolon, et mellemrum og det, du skriver. Lad ordet stå, og ret det, der er efter.
guide-hash = En linje med # forrest er en note. Den kommer ikke med på print, men kan læses i filen.
guide-from-to = Først niveauet nu, så »til«, så det, du ønsker. Et tal alene: Du bliver, hvor du er.
guide-indent = Rykket ind med to mellemrum. Brug mellemrumstasten, ikke tabulatortasten.
guide-file-alt = En profil åbnet i Notesblok. Linjerne er: { $lines }. Fire mærker viser til forklaringerne 1 til 4 ved siden af: 1 ved navnet, 2 ved noten, 3 ved det første område, 4 ved det tredje.
label-guide-becomes = 3. Det bliver til dit kompetencespind
label-guide-levels = Niveauerne betyder:
label-guide-number = Tal
label-guide-meaning = Betydning
guide-radar-alt = Et eksempel på et kompetencespind med { $areas } områder.
label-guide-mistake = 4. Går det galt, så se her
label-guide-mistake-how = Programmet siger, hvilken linje det er, hvad der er galt, og hvordan du retter det. Du kan ikke ødelægge noget.
label-guide-before = Sådan stod der
label-guide-after = Sådan skal der stå
label-guide-remember = 5. Gem, og husk
guide-save = Gem med Ctrl+S. Filen skal blive ved med at hedde det samme og ligge det samme sted.
guide-corrections = Er der noget at rette, får du en tekst med det hele, når planerne laves.
guide-private = Skriv ikke helbred, fagforening eller CPR-nummer.
guide-help = Er du i tvivl, så spørg din leder eller skoleafdelingen.
