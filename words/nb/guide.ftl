### Veiledningen på én side.

guide-title = Slik gjør du
guide-lead = Til samtalen har du en fil med profilen din: hva du kan nå, og hva du vil lære. Du endrer den selv, på få minutter.
label-guide-open = 1. Åpne filen din
label-guide-open-how = Den ligger i fellesmappen under arbeidsstedet ditt og heter det samme som deg. Høyreklikk på den, velg Åpne i, og velg Notisblokk.
label-guide-write = 2. Endre linjene
label-guide-notepad = Notisblokk
guide-note = spør om kurset i mars
guide-key = Hver linje er et ord, et kolon, et mellomrom og det du skriver. La ordet stå, og endre det som kommer etter.
guide-hash = En linje med # først er et notat. Det skrives ikke ut, men kan leses i filen.
guide-from-to = Først nivået nå, så «til», så det du ønsker. Et tall alene: du blir der du er.
guide-indent = Rykket inn med to mellomrom. Bruk mellomromstasten, ikke tabulatortasten.
guide-file-alt = En profil åpnet i Notisblokk. Linjene er: { $lines }. Fire merker viser til forklaringene 1 til 4 ved siden av: 1 ved navnet, 2 ved notatet, 3 ved det første området, 4 ved det tredje.
label-guide-becomes = 3. Det blir til kompetansediagramet ditt
label-guide-levels = Nivåene betyr:
label-guide-number = Tall
label-guide-meaning = Betydning
guide-radar-alt = Et eksempel på et kompetansediagram med { $areas } områder.
label-guide-mistake = 4. Går det galt, så se her
label-guide-mistake-how = Programmet sier hvilken linje det er, hva som er galt, og hvordan du retter det. Du kan ikke ødelegge noe.
label-guide-before = Slik sto det
label-guide-after = Slik skal det stå
label-guide-remember = 5. Lagre, og husk
guide-save = Lagre med Ctrl+S. Filen skal hete det samme og ligge på samme sted.
guide-corrections = Er det noe å rette, får du en tekstfil med alt når planene lages.
guide-private = Ikke skriv om helse eller fagforening, og ikke skriv fødselsnummer.
guide-help = Er du i tvil, så spør lederen din eller avdelingen.
