### The correction file.

correction-in-profile = Correct the profile, not this text.
correction-in-file = Correct the file itself, not this text.
correction-title = What to correct in { $file }:
correction-stopped = The plan is not made until the errors are corrected. Everyone else’s documents have been made.
correction-out-of-date = The earlier plan that is there is out of date.
correction-line = Line { $line }:
correction-whole-file = The whole file:
