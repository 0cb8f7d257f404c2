### The guide of one page.

guide-title = How to do it
guide-lead = For the talk you have a file with your profile: what you can now, and what you want to learn. You edit it yourself, in a few minutes.
label-guide-open = 1. Open your file
label-guide-open-how = It lies in the shared folder under your school and bears your name. Right-click it, choose Open with, and choose Notepad.
label-guide-write = 2. Change the lines
label-guide-notepad = Notepad
guide-note = ask about the course in March
guide-key = Each line is a word, a colon, a space and what you write. Leave the word, and change what is behind it.
guide-hash = A line that begins with # is a note. It is not printed, but can be read in the file.
guide-from-to = First the level now, then “to”, then the one you want. A number alone: you stay where you are.
guide-indent = Indented with two spaces. Use the space bar, not the tab key.
guide-file-alt = A profile opened in Notepad. The lines are: { $lines }. Four marks point at the explanations 1 to 4 beside it: 1 at the name, 2 at the note, 3 at the first area, 4 at the third.
label-guide-becomes = 3. It becomes your radar
label-guide-levels = The levels mean:
label-guide-number = Number
label-guide-meaning = Meaning
guide-radar-alt = An example of a radar with { $areas } areas.
label-guide-mistake = 4. If it goes wrong, look here
label-guide-mistake-how = The program says which line it is, what is wrong, and how to mend it. You can break nothing.
label-guide-before = As it was
label-guide-after = As it must be
label-guide-remember = 5. Save, and remember
guide-save = Save with Ctrl+S. The file keeps its name and its place.
guide-corrections = If there is anything to mend, you get a text with all of it when the plans are made.
guide-private = Write no health, union membership or CPR number.
guide-help = If in doubt, ask your leader or the department.
