### Rettelsesfilen.

correction-title = det som skal rettes i { $file }
correction-stopped = Planen blir ikke laget før feilene er rettet. Alle andres dokumenter er laget.
correction-out-of-date = Planen som ligger der fra før, er utdatert.
correction-line = Linje { $line }:
correction-whole-file = Hele filen:
