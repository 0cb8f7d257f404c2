### Rettelsesfilen.

correction-in-profile = Ret i profilen, ikke i denne tekst.
correction-in-file = Ret i filen selv, ikke i denne tekst.
correction-title = Det, der skal rettes i { $file }:
correction-stopped = Planen bliver ikke lavet, før fejlene er rettet. Alle andres dokumenter er lavet.
correction-out-of-date = Den plan, der ligger der fra før, er forældet.
correction-line = Linje { $line }:
correction-whole-file = Hele filen:
