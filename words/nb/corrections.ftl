### Rettelsesfilen.

correction-in-profile = Rett i profilen, ikke i denne teksten.
correction-in-file = Rett i selve filen, ikke i denne teksten.
correction-title = Det som skal rettes i { $file }:
correction-stopped = Planen blir ikke laget før feilene er rettet. Alle andres dokumenter er laget.
correction-out-of-date = Planen som ligger der fra før, er utdatert.
correction-line = Linje { $line }:
correction-whole-file = Hele filen:
