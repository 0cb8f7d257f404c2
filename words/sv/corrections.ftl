### Rättelsefilen.

correction-title = det som ska rättas i { $file }
correction-stopped = Planen skapas inte förrän felen är rättade. Alla andras dokument är skapade.
correction-out-of-date = Den plan som ligger där sedan tidigare är inaktuell.
correction-line = Rad { $line }:
correction-whole-file = Hela filen:
