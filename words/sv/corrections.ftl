### Rättelsefilen.

correction-in-profile = Rätta i profilen, inte i den här texten.
correction-in-file = Rätta i själva filen, inte i den här texten.
correction-title = Det som ska rättas i { $file }:
correction-stopped = Planen skapas inte förrän felen är rättade. Alla andras dokument är skapade.
correction-out-of-date = Den plan som ligger där sedan tidigare är inaktuell.
correction-line = Rad { $line }:
correction-whole-file = Hela filen:
