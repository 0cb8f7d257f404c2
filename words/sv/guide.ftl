### Vägledningen på en sida.

guide-title = Så här gör du
guide-lead = Till samtalet har du en fil med din profil: vad du kan nu och vad du vill lära dig. Du ändrar den själv, på några minuter.
label-guide-open = 1. Öppna din fil
label-guide-open-how = Den ligger i den gemensamma mappen under din skola och heter ditt namn. Högerklicka på den, välj Öppna med och välj Anteckningar.
label-guide-write = 2. Ändra raderna
label-guide-notepad = Anteckningar
guide-note = fråga om kursen i mars
guide-key = Varje rad är ett ord, ett kolon, ett mellanslag och det du skriver. Låt ordet stå och ändra det som kommer efter.
guide-hash = En rad med # främst är en anteckning. Den trycks inte men kan läsas i filen.
guide-from-to = Först nivån nu, sedan ”till”, sedan den du önskar. En siffra ensam: du stannar där du är.
guide-indent = Indraget med två mellanslag. Använd mellanslagstangenten, inte tabbtangenten.
guide-file-alt = En profil öppnad i Anteckningar. Raderna är: { $lines }. Fyra märken visar till förklaringarna 1 till 4 bredvid: 1 vid namnet, 2 vid anteckningen, 3 vid det första området, 4 vid det tredje.
label-guide-becomes = 3. Det blir ditt kompetensnät
label-guide-levels = Nivåerna betyder:
label-guide-number = Siffra
label-guide-meaning = Betydelse
guide-radar-alt = Ett exempel på ett kompetensnät med { $areas } områden.
label-guide-mistake = 4. Går det fel, titta här
label-guide-mistake-how = Programmet säger vilken rad det är, vad som är fel och hur du rättar det. Du kan inte förstöra något.
label-guide-before = Så stod det
label-guide-after = Så ska det stå
label-guide-remember = 5. Spara, och kom ihåg
guide-save = Spara med Ctrl+S. Filen ska heta samma sak och ligga på samma plats.
guide-corrections = Finns det något att rätta får du en text med allt när planerna görs.
guide-private = Skriv inte hälsa, fackförening eller personnummer.
guide-help = Är du osäker, fråga din chef eller avdelningen.
