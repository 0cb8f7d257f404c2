### The correction file.

correction-in-profile = Correct the profile, not this text.
correction-in-file = Correct the file itself, not this text.
correction-title = What to correct in { $file }:
correction-stopped = The plan is not made until the errors are mended. Everybody else’s documents are made.
correction-out-of-date = The plan that lies there from before is out of date.
correction-line = Line { $line }:
correction-whole-file = The whole file:
