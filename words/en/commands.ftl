### The command line.

help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-value-code = CODE
help-value-date = DATE
help-value-dir = DIR
help-value-file = FILE
help-value-folder = FOLDER
help-value-format = FORMAT
help-value-name = NAME
help-value-package = PACKAGE
help-value-person = PERSON
help-value-port = PORT
help-value-programme = PROGRAMME
help-value-school = SCHOOL
help-value-shell = SHELL
help-value-who = WHO
help-spind = spind reads a YAML profile for each employee in a shared folder and makes development plans and a booklet as PDF.
help-build = Makes a plan for each employee, and the department’s booklet.
help-watch = Watches the folder and makes the documents again as soon as something changes.
help-check = Shows what is wrong in the files in the folder, without making documents.
help-new = Makes a new folder, a profile for a new employee or a one-page guide.
help-afdeling = Makes the folder of a new department.
help-arg-help = Show this help
help-arg-version = Show the version of the program
help-arg-folder = The department’s folder (otherwise profiles, or the folder you are in if department.yaml is there)
help-arg-dir = The new folder
help-arg-out = Where to put the documents (otherwise out)
help-arg-only = Only this employee, workplace or manager: a name, a workplace, a path or a file name; can be repeated. Does not make the booklet
help-arg-today = The day on which deadlines, courses and sessions are judged (otherwise today)
help-arg-charts = Also save each skills chart as SVG
help-arg-leder = The manager’s own folder with files called NAME.manager.yaml, arranged like the profiles
help-arg-format = Show the problems as text or json
help-arg-explain = Explain an error code, such as unknown-area
help-arg-rettelser = Where to put the correction files (otherwise corrections under --out); may be the shared folder itself
help-arg-templates = Use the templates in this folder
help-arg-fonts = Use the fonts in this folder
help-arg-lang = The language of the program (otherwise the department’s)
help-arg-quiet = Show errors only
help-arg-verbose = Also show what is read, how long each step takes, and the summary

build-no-folder = The folder { $folder } does not exist.
    .hint = Say where the profiles are, for example: spind build H:\Department\profiles
build-no-leader-folder = The folder { $folder } after --manager does not exist.
    .hint = Check how its name is spelt, or make the folder. Without --manager, the files beside the profiles are read.
build-folder-unreadable = The folder { $folder } cannot be read.
    .hint = Check that you have access to the folder.
folder-of-departments = { $folder } is not a department’s folder. The departments in it are { $departments }.
    .hint = Choose one, for example: { $command }
folder-in-department = { $folder } is not a department’s folder but is inside the department { $department }.
    .hint = Type: { $command }
build-folder-link = { $folder } is a shortcut. It is not followed, so there may be departments behind it.
    .hint = Put the folder itself here instead of a shortcut.
build-out-needed = The documents should not be placed in the shared folder.
    .hint = Say where they should go with --out, for example: spind build --out ../out
build-bad-fonts = The fonts in { $folder } cannot be used: { $reason }
    .hint = The folder must contain at least one .ttf or .otf file. Without --fonts, the program uses its own.
build-missing-fonts = The fonts in { $folder } cannot be used: { $faces } are missing. Nothing was made.
    .hint = Put the files of those fonts in the folder. Without --fonts, the program uses its own.
build-bad-templates = The templates in { $folder } cannot be used: { $reason }
    .hint = The folder must contain plan.typ, booklet.typ and strategic-plan.typ, with --preparation also preparation.typ, with --follow-up also follow-up.typ and with --blank also blank-form.typ. Without --templates, the program uses its own.
build-nothing = No documents can be made until the errors above have been corrected.
    .hint = Correct them in department.yaml and role-model.yaml, and try again.
build-unknown-person = No profile matches “{ $who }”.
    .hint = Type the name, the workplace or the name of the file.
build-person-with-errors = There is no plan for “{ $who }”: { $file } has errors.
    .hint = Correct the errors and try again.
build-not-written = { $path } could not be saved: { $reason }
    .hint = Close the file if it is open in another program, and check that there is room and that you may write in the folder. The other files are written, and the old file is intact.
build-summary =
    { $departments ->
        [one] {""}
       *[other] { $departments } departments,{" "}
    }{ $people ->
        [one] 1 employee
       *[other] { $people } employees
    }, { $documents ->
        [one] 1 document
       *[other] { $documents } documents
    }{ $current ->
        [0] {""}
       *[other] {" "}and { $current } unchanged
    } in { $out } in { $seconds } s, { $problems ->
        [0] no problems
        [one] 1 problem
       *[other] { $problems } problems
    }
new-exists = { $path } already exists, so nothing was written.
    .hint = Choose another folder, or move the file.
new-in-department = { $folder } is inside the department { $department }, and a department cannot be inside another.
    .hint = Choose a folder outside it.
new-above-departments = There are departments in { $folder }, such as { $department }, and a department cannot be inside another.
    .hint = Choose a folder beside them.
new-not-written = The folder could not be made: { $reason }
    .hint = Check that there is room and that you may write there.
build-out-of-date = { $path } is out of date, because the profile has an error.
build-removed = { $path } was removed, because the profile is no longer in the folder.
build-kept = { $path } had been changed since the program made it. The changed file was kept as { $kept }.
    .hint = Keep it if it is signed or somebody has written in it. Otherwise it can be deleted.
build-correction = What needs correcting is in { $path }
check-summary =
    { $problems ->
        [0] No problems.
        [one] 1 problem.
       *[other] { $problems } problems.
    }
check-unknown-code = There is no error code called “{ $code }”.
    .hint = Did you mean { $nearest }? All codes are in docs/fejl/README.md.

reason-permission = you may not write there
reason-full = the disk is full
reason-read-only = the file or the disk is write-protected
reason-busy = the file is open in another program
reason-folder = a folder or file is in the way
reason-name = the name is too long or cannot be used
reason-unknown = the system refused
reason-foreign = there is already a file there that the program did not make
reason-link = the path goes through a shortcut
reason-no-fonts = there are no fonts in the folder
reason-missing = { $name } is missing
reason-no-access = you may not read there
reason-not-there = it does not exist
reason-not-text = a file is not saved as UTF-8
reason-template = the template has a fault ({ $error })
reason-chart = the chart cannot be drawn
stdout-not-written = The answer could not be written: { $reason }
    .hint = Run the command again, and send the answer to a place that has room and where you may write.
report-not-written = The command is done, but the rest of its message could not be written: { $reason }
    .hint = Do not run it again for the sake of the message. Look in the folder to see what has changed.
build-out-unusable = The documents cannot be put in { $folder }.
    .hint = Check that you may write in the folder and that it is not a shortcut. Or choose another with --out.
build-in-the-way = { $path } was not written: { $reason }
    .hint = Move what is there, or choose another folder with --out.
### Signing, checking and status

help-sign = Records that a plan was signed on paper.
help-verify = Checks a plan or its code against the folder.
help-extract = Takes out what is embedded in a plan: the agreement and the data behind its pages.
help-status = Shows how far everyone has got in the year: profile, meeting, plan, signatures and deadlines.
help-arg-person = Who it is about: a name or the path of a profile
help-arg-signer = Who signed: employee or manager
help-arg-signed_on = The day of the signature (otherwise today)
help-arg-code_on_paper = The agreement code as it is on the paper
help-arg-folder_of_name = The department’s folder if the person is given by name (otherwise as for build)
help-arg-file_or_code = A plan as PDF, an agreement code, or the text of the QR code
help-arg-plan = A plan as PDF
help-arg-extract_out = Where the files go (otherwise the current folder)
help-arg-table_format = Show as text, json or csv (spreadsheet)
help-arg-mail = Write a reminder to each workplace where something is missing, as text for an email
help-arg-status_today = The day to count from (otherwise today)
help-arg-check_today = The day from which dates and retention are judged (otherwise today)

person-nobody = No profile matches “{ $who }”.
    .hint = Give the name as it is in the file, or the path of the profile.
person-nobody-near = No profile matches “{ $who }”.
    .hint = Did you mean { $nearest }? Otherwise give the path of the profile.
person-several = “{ $who }” matches several: { $paths }
    .hint = Give the path of the profile that you mean.
person-no-department = There is no department to look for “{ $who }” in.
    .hint = Go to the department’s folder, give it with --folder, or give the path of the profile.
person-folder-unreadable = The department’s folder cannot be read, so “{ $who }” cannot be found.
    .hint = Check that you have access to the folder.

sign-plan = The plan for { $name }, { $school }, agreed on { $date }
sign-code = Agreement code: { $code }
sign-question = Does the signed paper show that code? (yes/no)
sign-noted = Recorded for { $name }. The paper is the proof; keep it.
sign-build-again = Make the plan again to have it printed there.
sign-has-errors = The profile { $file } has errors, so nothing was recorded.
    .hint = Correct the errors above and try again.
sign-not-agreed = The plan for { $name } is still a draft, so nothing was recorded.
    .hint = Write the day of the agreement in the file, for example: agreed: 2026-12-02
sign-not-filled-in = The profile of { $name } is empty, so there is no plan to sign. Nothing was recorded.
sign-in-the-future = { $date } has not come yet, so nothing was recorded.
    .hint = Give the day on which the paper was signed, with --date.
sign-another-code = The paper does not show the code that the file has now, so nothing was recorded.
    .hint = The file has changed since the plan was printed. Make the plan again and sign the new one, or change the file back.
sign-stale = The plan for { $name } has changed since the code was shown, so nothing was recorded.
    .hint = Run the command again and compare the new code with the paper.
sign-record-unusable = { $path } was changed by hand or is damaged, so nothing was recorded.
    .hint = Bring back an earlier version from your backup. If there is none, delete the file and record all signatures again.
sign-not-written = { $path } could not be written, so nothing was recorded.
    .hint = Check that you may write in the folder and that there is room.
record-remark =
    Signatures on paper, recorded by the program “spind”. The paper is the proof.
    These are records, not signatures. Do not edit the file: if it no longer matches, it does not count.

code-mistyped = There is a typing error in the code “{ $code }”.
    .hint = Type it again as it is at the foot of the plan: six groups of four characters and a check character.
code-not-a-code = “{ $code }” is neither a file nor an agreement code.
    .hint = Give the path of a plan as PDF, or the code at the foot of the plan: six groups of four characters and a check character.

plan-unreadable = { $path } cannot be read.
    .hint = Check that the file is there and that you have access to it.
plan-not-a-pdf = { $path } is not a PDF.
    .hint = Choose a plan that the program has made.
plan-too-large = { $path } is larger than a plan can be.
    .hint = Choose a plan that the program has made.
plan-carries-nothing = { $path } contains no agreement.
    .hint = Only plans do. If the file was saved again by another program or scanned, check the code at the foot of the plan: spind verify CODE
plan-altered = { $path } was not issued here, or it has been altered.
    .hint = Do not trust the pages. Check the code on the signed paper: spind verify CODE
plan-other-version = { $path } was made by another version of the program and cannot be checked.
    .hint = Use that version, or check the code at the foot of the plan: spind verify CODE
plan-other-templates = { $path } was made with other templates or fonts and cannot be checked.
    .hint = Give the same with --templates and --fonts, or check the code at the foot of the plan: spind verify CODE

verify-current = Valid now, recorded as signed by both: The plan for { $name }, { $school }, is the one in the folder.
verify-current-by-one = Valid now, but recorded as signed by only one: The plan for { $name }, { $school }, is the one in the folder.
verify-current-unsigned = Not recorded as signed: The plan for { $name }, { $school }, is the one in the folder now.
verify-current-changed = Not recorded as signed since it changed: The plan for { $name }, { $school }, is the one in the folder now.
verify-changed = Recorded as signed, changed since: The plan for { $name }, { $school }.
verify-unknown = Not issued here, or changed since: The folder has no such agreement.
    .hint = Is it the right folder? A draft that nobody has signed is known only until the file changes.
verify-profile-missing = The profile is gone or has an error, so what has changed cannot be shown.
verify-covers = The code covers name, workplace, manager, levels, wishes, priority and the lines of the plan; not courses, remarks or anything else on the pages.
verify-elsewhere = From another department or council: The pages do not name the one that the folder has.
    .hint = Is it the right folder? If the department has a new name, make the plan again.
verify-no-department = The code alone does not show which council it is from: look at the paper.
verify-noted-by = Recorded by { $who }.
verify-noted-by-unknown = It does not say who recorded it.
verify-only-noted = The records are not proof: anyone who can write in the folder can write them. The paper is the proof.
verify-noted = { $role }: recorded as signed on paper on { $date }.
verify-noted-not-compared = { $role }: recorded as signed on paper on { $date }; the code on the paper was not compared.
verify-not-noted = { $role }: not recorded as signed.

extract-exists = { $path } already exists, so nothing was written.
    .hint = Choose another folder with --out, or move the file.
extract-not-written = { $path } could not be written.
    .hint = Check that you may write in the folder and that there is room.

due-profile = Profiles
due-strategic-plan = Strategic training plan
due-plan = Agreed plans
due-evaluation = Evaluation
due-line = { $what }: { $date }, { $when }
due-coming =
    { $days ->
        [0] today
        [one] in 1 day
       *[other] in { $days } days
    }
due-past =
    { $days ->
        [one] 1 day ago
       *[other] { $days } days ago
    }
due-done = { $done } of { $all } done
status-profiles = Profiles: { $filled } of { $all } filled in, { $open } not filled in, { $errors } with errors
status-department = Department
status-people = Total
status-with-errors = With errors
status-talks-held = Meetings held
status-plans-agreed = Agreed
status-signed = Recorded
status-overdue = Overdue
status-up-to-date = Up to date
status-share = { $some } of { $all }
status-unknown = unknown
status-name = Name
status-profile = Profile
status-profile-ok = no errors
status-profile-error = has errors
status-profile-open = not filled in
status-plan = Plan
status-plan-agreed = agreed
status-plan-draft = draft
status-signed-by-employee = Employee
status-signed-by-leader = Manager
status-note = { $role }: recorded as signed { $date } by { $who }, code compared
status-note-not-compared = { $role }: recorded as signed { $date } by { $who }, code not compared
status-since-signed = Since recorded
status-changed = changed
status-unchanged = unchanged

help-arg-forberedelse = Also make each employee’s preparation for the meeting
help-arg-opfoelgning = Also make each employee’s follow-up of the plan and a calendar file (.ics) with its dates
help-arg-print = Also save all plans to print: one file for each workplace and one for all
help-arg-poll = Look for changes every second (for network drives that do not report them)
help-arg-blank = Also make a blank form, blank-form.pdf, to fill in with a pen
help-arg-per_school = Also make a booklet for each workplace, in booklets/
help-arg-force = Make everything again, even what is up to date

# The turn of the year, and forgetting someone.

help-rollover = Closes the year: keeps everything in an archive and gets the profiles ready for the next one.
help-arg-to = The new period, such as 2027/28
help-arg-archive = The archive: the folder of closed years, outside the shared folder
help-arg-other_archive = Complete an interrupted change of year with another archive, because the first was moved or lost
help-arg-yes = Do it without asking

confirm-nobody = Nothing was changed, because there is nobody here to ask.
    .hint = Read the list, and run the command again with --yes.
confirm-declined = Nothing was changed.
confirm-stale = The folder has changed since the list was shown. This run has changed nothing.
    .hint = Run the command again and look through the new list.

lock-failed = { $folder } cannot be locked: { $reason }. Nothing was changed.
    .hint = Check that .spind is a folder with an ordinary file, lock, in it, and try again.
lock-leftover = Left over from an interrupted run and now removed: { $path }
lock-waiting = Waiting: another run of spind is in progress in { $folder }. This one continues by itself when the other is done.

rollover-title = { $folder }: { $from } is closed, and { $to } begins.
rollover-archive = First the whole folder is copied to { $target }.
rollover-resumed = The archive { $target } was made by a run that was interrupted. It will be completed.
rollover-person = { $file } ({ $name }): { $levels ->
        [one] 1 level
       *[other] { $levels } levels
    } and { $lines ->
        [one] 1 plan line
       *[other] { $lines } plan lines
    } become last year’s
rollover-person-done = { $file } ({ $name }): is already in the new year
rollover-person-only-rolled = { $file } ({ $name }): is already in the new year; the old year’s profile is in the first archive only
rollover-first-archive = The first archive is still there: { $archive }. Use it with --archive to keep the whole old year in one place. Otherwise { $target } is used.
rollover-person-edited = { $file } ({ $name }): was changed after the archive was made, and is left alone
rollover-person-added = { $file } ({ $name }): was added after the archive was made, and is left alone
rollover-person-gone = { $file } ({ $name }): is no longer in the folder
rollover-courses = completed: { $courses }
rollover-going-on = { $lines ->
    [one] 1 plan line goes on
   *[other] { $lines } plan lines go on
}
rollover-booklet-ends = consent to the booklet ends
rollover-teaching-ends = consent to teaching ends
rollover-converted = the file is saved as UTF-8
rollover-going = { $path } moves to the archive
rollover-consents = All consents must be given again. Until then nobody is in the public booklet, and nobody is named as someone who can teach others.
rollover-question = Close the year? (yes/no)
rollover-done =
    { $people ->
        [one] 1 profile is
       *[other] { $people } profiles are
    } ready for { $to }. The old year is in { $target }.
rollover-done-in-part =
    { $people ->
        [one] 1 profile is
       *[other] { $people } profiles are
    } ready for { $to }. The archive is { $target }.
rollover-only-rolled = It does not contain the old year’s version of { $files }, which were already in the new year. That is in the first archive only.
rollover-deadlines = The deadlines in department.yaml are still those of { $from }. Change them, including the years.
rollover-build = Make new plans and a new booklet with spind build.
rollover-not-copied = { $path } is a shortcut and was not copied to the archive.
rollover-left = { $path } was changed in the meantime and is left alone.
    .hint = The archive’s version is in { $target }. If the change belongs to the old year, copy the file there. If it belongs to the new one, save it elsewhere, put the archive’s version back, and add the change afterwards.
rollover-failed = { $path } could not be changed: { $reason }
    .hint = Close the file if it is open in another program, and check that you may write in the folder.
rollover-not-closed = The year is not closed yet, but nothing is lost: everything is in { $target }.
    .hint = Correct what is listed above, and run the same command again. It completes the work and finally writes { $to } in department.yaml.
rollover-no-period = The new period is missing.
    .hint = Write it after --to, for example --to 2027/28.
rollover-problems = The year cannot be closed until the errors above are corrected. Nothing was changed.
    .hint = Correct the files, and try again. Every file must be readable.
rollover-closed = The department is already in { $to }. Nothing was changed.
    .hint = After --to, write the period that is about to begin. The current one is in department.yaml.
rollover-half-closed = The change of year to { $to } was interrupted and is half done. The old year is in { $target }. Nothing was changed.
    .hint = Run the command again with --to { $to } and with that archive after --archive. If the archive was moved or lost, add --other-archive; docs/aarsskifte.md explains what happens then.
rollover-inside = The archive { $target } and the shared folder cannot be inside each other. Nothing was changed.
    .hint = Choose a folder elsewhere with --archive, preferably one that few people have access to.
rollover-in-the-way = { $target } already exists and is not an archive of this year. Nothing was changed.
    .hint = Choose another folder with --archive, or move what is there.
rollover-unusual = These files are written in a way that the program cannot change without risk: { $files }. Nothing was changed.
    .hint = Write each key on a line of its own, as in the example in docs/filformat.md, and try again.
rollover-changing = { $path } was changed while it was being read. Nothing was changed.
    .hint = Wait until nobody is editing in the folder and it is synchronised. Then try again.
rollover-archive-failed = The archive could not be made: { $path }: { $reason }. Nothing was changed.
    .hint = Check that there is room, and that you may read the whole shared folder and write in the archive.
rollover-unreadable = { $path } could not be read: { $reason }. Nothing was changed.
    .hint = Check that you have access to the file, and try again.

help-forget = Deletes everything about an employee: profile, plans, copies, and what is in archives.
forget-title = This will be deleted about { $name }:
forget-no-folder = The folder { $folder } after { $option } does not exist. Nothing was deleted.
    .hint = Check that its name is spelt correctly. Without { $option } it is not searched.
forget-common = These shared documents will be deleted and made again:
forget-common-for-good = These shared files will be deleted and not made again:
forget-unsearched = These files cannot be searched. Look for { $name } in them yourself:
forget-unsearched-more = … and { $count } more
forget-out-of-another = { $out } contains another department’s documents and is left alone.
forget-not-searched = { $folder } contains more than the program looks through. The rest was not searched: { $path } and what follows.
    .hint = Look for the name there yourself, or use a folder for the documents that holds nothing else.
forget-other-person = { $path } is another employee’s and is left alone.
forget-mentions = { $name } is also mentioned here. That must be changed by hand:
forget-mention-lines = { $path }, { $count ->
        [one] line { $lines }
       *[other] lines { $lines }
    }
forget-mention-file = { $path } (look in the file yourself)
forget-mentions-left = Remember the { $count ->
        [one] file
       *[other] { $count } files
    } above in which the name must be changed by hand.
forget-question = Delete it? This cannot be undone. (yes/no)
forget-done =
    { $count ->
        [0] No files were deleted.
        [one] 1 file was deleted.
       *[other] { $count } files were deleted.
    }
forget-failed = { $path } was not deleted: { $reason }
    .hint = Close the file if it is open in another program. If the program did not make it, decide yourself whether it should go.
forget-kept = The profile has not been deleted yet.
    .hint = Correct what is listed above, and run the same command again.
forget-unread = Something in the folder or the archive cannot be read, so there may still be something about { $name } in it.
    .hint = Make sure that everything can be read, and look through what is listed above.
forget-not-rebuilt = The department’s documents in { $out } could not be made again.
    .hint = Run spind build when the errors are corrected. Until then other people’s plans may still contain the name.
forget-out-of-date = { $path } is from before, because the profile has an error, and may still mention { $name }.
    .hint = Correct the error and run spind build, or delete the file.
forget-not-remade = { $path } was deleted. Make it again if it is needed.

# The public booklet
help-arg-edition = Which booklets are made: internal (the default), public or all
public-withdrawn = These people no longer agree to be in the public booklet:
public-went-out = No longer in the public booklet:
public-came-in = New in the public booklet:
public-contradicted = These people are in the public booklet because one file says yes, but another file with the same name and workplace does not. Correct or delete the file that is wrong:
public-tells-nobody = { $path } does not say who is in it, so one of them may have withdrawn consent.
public-built-again = { $path } has been made again without them.
public-deleted = { $path } has been deleted.
public-on-the-web = If the booklet is on the web, replace it there too, or take it down.
public-nobody = Nobody has agreed to be in the public booklet, so none was made.
    .hint = Anyone who wants to be in it writes “booklet: yes” under “consent:” in their own file.
public-left = { $path } was neither made nor deleted, because something in the folder cannot be read.
    .hint = So it is impossible to tell whether anyone has withdrawn consent. Make sure that every file can be read, and try again. Do not put the booklet on the web in the meantime.
public-still-there = { $path } could be neither made again nor deleted.
    .hint = Delete the file yourself. Do not use it.
reason-unlisted = the template public.typ does not write in the document’s keywords who is in it
# Verification and status
verify-other-names = The pages use other short names for areas than the folder does. The code does not cover them: read the numbers in the table, or make the plan again.
status-all = All
status-explained =
    Recorded: recorded as signed on paper by both. It is a record, not proof.
    Up to date: agreed in the last 12 months and unchanged since it was recorded.
status-incomplete = Something in the folder cannot be read, so somebody may be missing from the overview.
    .hint = It is listed above. Make sure that all files can be read.
status-changed-since = changed since
status-by-both = both
status-by-employee = employee only
status-by-leader = manager only

## Reminders

missing-error = the file has an error and cannot be read
missing-levels = the profile is not filled in
missing-talk = no day has been set for the meeting
missing-agreement = the meeting has been held, but the plan is not agreed
missing-signature = the plan is not recorded as signed by both
missing-signed-again = the plan has changed since it was signed
missing-overdue =
    { $count ->
        [one] 1 activity is past its deadline
       *[other] { $count } activities are past their deadlines
    }
mail-some-leader = manager
mail-to = To: { $leader }, { $school }
mail-subject = Subject: Development plans{ $period }: what is missing at { $school }
mail-greeting = Dear { $leader }
mail-missing = This is missing for the development plans{ $period } at { $school }:
mail-regards = Kind regards
mail-none = Nothing is missing: there is nobody to remind.

# Numbers for spreadsheets and other programs.

help-export = Saves the figures for a spreadsheet or another program: levels, status, course suggestions, groups, how roles are covered, areas and courses.
help-arg-export_format = xlsx (the default): one workbook with a sheet for each question; csv: a table in each file; json: everything in one file for programs
help-arg-export_out = Where it is saved (otherwise out/competencies.xlsx or .json). With csv a folder, or a file with the levels only if the name ends in .csv; without -o the levels are written to the screen. A file is replaced only if the program made it and nobody has saved the workbook since
help-arg-export_edition = internal (the default): everyone; public: only those who have agreed, and only name, workplace, position and levels
help-arg-export_today = The day from which status and courses are judged (otherwise today)
help-arg-skabelon = Writes a sheet to fill in instead: a row for each employee, two columns for each area and the levels to choose from. Read it back in with import employees

export-out-needed = The figures should not be placed in the shared folder.
    .hint = Say where they should go with -o, for example: spind export -o ../competencies.xlsx
export-format-differs = The extension of { $path } does not match --format { $format }.
    .hint = Make the extension and --format agree, or give only one of them.
export-unknown-ending = The figures cannot be written as .{ $ending }: { $path }
    .hint = Use .xlsx, .csv or .json. Use - to write to the screen.
export-template-next = Fill in { $path } and read it back in with: spind import employees
export-too-large = There are more rows of figures than a spreadsheet can hold.
    .hint = Choose --format csv or json.
export-not-written = { $path } was not written: { $reason }
    .hint = Close the file if it is open. If somebody has gone on working in it, give it another name first. Or choose another file with -o.
export-written = The figures are in { $path }
export-problems = { $broken ->
        [0] There are errors in the department’s files.
        [one] 1 profile has errors, and its figures are left out.
       *[other] { $broken } profiles have errors, and their figures are left out.
    }
    .hint = spind check shows what to correct.
export-unreadable = Nothing was written, because something in the folder cannot be read.
    .hint = So it is impossible to tell whether anyone has withdrawn consent. Make sure that all files can be read, and try again.
export-incomplete = Nothing was written, because something in the folder cannot be read, and somebody would be missing from the figures.
    .hint = Make sure that all files can be read, and try again.
export-nobody = Nobody has agreed to be in the public booklet, so nothing was written. An earlier file of figures was not touched.
    .hint = Delete the earlier file, on the web too. Anyone who wants to be in it writes “booklet: yes” under “consent:” in their own file.
export-withdrawal = If anyone withdraws consent, make the file again and replace it everywhere. That does not happen by itself.

watch-time = { $hour }:{ $minute }:{ $second }
watch-waiting = Watching { $folder }. Press Ctrl+C to stop.
watch-gone = { $folder } is gone. Waiting for it to come back.
watch-polls = The system cannot report every change in { $folder }, so it is checked every second.
watch-held = Trying again until the file is closed in the other program.
watch-made = Made: { $path } ({ $milliseconds } ms)
watch-made-more = and { $more } more ({ $milliseconds } ms)
watch-removed = Deleted, because the profile is gone: { $path }
watch-out-of-date = Not made again, because the profile has an error: { $path }
watch-mended = All problems are corrected.
watch-fewer = Fewer problems. { $problems } left in { $files }
# New profiles and schemas for editors
help-schema = Shows what a file may contain, as a schema for editors.
help-vejledning = Makes How to do it.pdf: one page for anyone who has a profile to fill in.
help-arg-new_name = The employee’s name; makes a profile to fill in
help-arg-new_school = The workplace, as it is called in department.yaml
help-arg-department_folder = The department’s folder (otherwise profiles, or the folder you are in if department.yaml is there)
help-arg-schema_kind = Which kind of file: profile, department, role-model, courses, programme, cohort or answers
help-arg-schema_out = The file to save the schema in (otherwise it is shown)
schema-no-department = The schema cannot be made until the errors above are corrected.
    .hint = Correct them in department.yaml and role-model.yaml, and try again.
schema-not-written = { $path } could not be written: { $reason }
    .hint = Check that you may write in the folder. Profiles work without the schema; it only helps while you type.
new-ask-name = Whose profile is it? Write the full name:
new-ask-school = Which workplace? Write the number:
new-declined = No profile was made.
new-nobody-to-ask = A name or a workplace is missing, and there is nobody here to ask.
    .hint = Write both, for example: spind new "Anne Example" --school "North School"
new-bad-name = No file can be made for “{ $name }”.
    .hint = Write the name in letters. If that does not help, copy another profile and change it.
new-personal-number = What you typed holds a personal identity number. No file was made.
    .hint = Type the name only. A personal identity number must not be in the files.
new-no-school = The department has no workplace called “{ $school }”.
    .hint = Choose one of these, or add the workplace to department.yaml: { $schools }
new-no-school-near = The department has no workplace called “{ $school }”.
    .hint = Did you mean { $nearest }? Otherwise add the workplace to department.yaml.
new-person-exists = { $name } already has a profile: { $path }
    .hint = If it is the same person, change that file. If it is somebody else with the same name, add a middle name.
new-file-exists = { $path } already exists, so nothing was written.
    .hint = Change that file, or add a middle name so that the new file gets another name.
new-profile-not-written = { $path } could not be written: { $reason }
    .hint = Check that you may write in the folder and that there is room.
new-file-line = The line below is for editors that help while you type. Leave it there.
new-file-yours = This is your profile. Write after the colons, and save the file.
new-file-off = A line that begins with # is switched off. Lines like this one are for reading; in the others, delete the # to use the line.
new-file-private = Do not write about health or union membership, or any personal identity number, in the file: it is in a shared folder.
new-file-somebody = Anne Example
new-file-position = School secretary
new-file-talk = 2 December { $year }
new-file-deadline = 1 May { $year }
new-file-follow-up = 15 June { $year }
new-file-long-form = If there is more to say about an area, use the lines now, wanted, priority and remark instead of the number.
new-file-remark = Anything else worth saying
help-arg-tom = Create short files without an example: only the department’s name, workplaces and levels
help-arg-navn = The department’s name (with --empty or --from)
help-arg-skoler = The workplaces, separated by commas (with --empty or --from)
help-arg-skala = The names of the levels, the lowest first, separated by commas (with --empty; otherwise four common ones)
new-school-twice = { $school } occurs twice in --schools.
    .hint = Write each workplace once.
new-needs-schools = Workplaces are missing.
    .hint = Write them separated by commas: --schools "North School, South School"
new-scale-too-short = A scale has at least two levels.
    .hint = Write them separated by commas: --scale "New, Learning, Confident"
new-empty-name = The school department
new-empty-settings =
    The department: who you are and which workplaces you have.
    A line that begins with # does not count. Delete the # to use it.
new-empty-schools = A workplace can have its manager and town: {"{"}name: North School, manager: Per Holm, town: Northby{"}"}
new-empty-more-settings = The rest is in docs/filformat.md: deadlines, budget, preferences for courses.
new-empty-role-model =
    The role model: the areas in which everyone assesses themselves, and the levels they use.
    Write your own areas. There must be at least three.
new-empty-role-model-name = Our role model
new-empty-scale = The levels, the lowest first. Profiles contain only the number.
new-empty-areas = Each area has a short key, which profiles and courses use.
new-empty-area-it = IT
new-empty-area-economy = Finance
new-empty-area-communication = Communication
new-empty-level-1 = Knows of it
new-empty-level-2 = Can do it with help
new-empty-level-3 = Can do it alone
new-empty-level-4 = Can teach it
new-empty-catalogue =
    The courses. The easiest source is a provider’s list: spind import courses LIST
    The list needs a column Areas with the keys of role-model.yaml.
new-file-last-goal = The goal from the last plan
new-file-ways = Each goal has one of three ways: a course, a form with a colleague, or an activity in your own words.
new-file-goal = What I can do when the goal is reached
new-file-success = The figures are ready for the meeting every month
new-file-leader-does = Sets aside an hour every month
new-file-activity = Something else, in my own words
# Lists from providers.

help-import = Updates courses or employees from a list.
help-kurser = Updates courses.yaml from a provider’s list (Excel or CSV): new dates, prices, places and courses. Shows first what will change.
help-arg-list = The list: an Excel workbook (.xlsx) or a text file (.csv)
help-arg-import_folder = The department’s folder (otherwise as for build)

import-read = { $list }: { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } about { $courses ->
        [one] 1 course
       *[other] { $courses } courses
    }
import-used = Columns used: { $columns }
import-unused = Columns not used: { $columns }
import-new-course = New: { $number } { $title }
import-new-session = new session: { $fields }
import-session = session { $which }: { $fields }
import-nothing = { $path } already says the same. Nothing has been changed.
import-question = Change { $path }? (yes/no)
import-done = { $path } has been changed: { $changed ->
        [one] 1 course updated
       *[other] { $changed } courses updated
    }, { $added ->
        [one] 1 new
       *[other] { $added } new
    }.
import-zeroes = The list’s { $number } is { $there } in courses.yaml. Spreadsheets drop leading zeroes.
import-own-kept = The list has other areas or levels for { $number }. The department’s own have been kept.
import-example = { $number } is marked “example: yes”. Delete that line once all the details of the course are correct.
import-session-not-listed = { $count ->
        [one] The session on { $start } for { $course } is not on the list. It is left alone. Delete it in courses.yaml if it is cancelled.
       *[other] The sessions on { $start } for { $course } are not on the list. They are left alone. Delete them in courses.yaml if they are cancelled.
    }
import-new-expired = { $number } has expired and is not in the catalogue, so it is left out.
import-at-cell = Row { $row }, { $column }:
import-at-row = Row { $row }:
import-summary-new = New courses ({ $count }): { $list }
import-summary-changed = Changed courses ({ $count }): { $list }
import-summary-gone = Discontinued ({ $count }): { $list }
import-summary-closed = Sessions that close ({ $count }): { $list }
import-summary-not-listed = Not on the list of the same provider ({ $count }), left alone: { $list }
import-list-more = { $list } and { $count } more
import-notes-more = … and { $count } of the same kind
import-at-sheet = Sheet “{ $sheet }”:
import-at-sheet-row = Sheet “{ $sheet }”, row { $row }:
import-at-sheet-cell = Sheet “{ $sheet }”, row { $row }, { $column }:
import-two-meanings = “{ $value }” can mean { $one } or { $other } and is left out.
    .hint = Write what is meant into the list. If Excel turned the cell into a date, format it as text and type it again.
import-two-periods = The session may be { $start } to { $end } or, with the month first, { $other_start } to { $other_end }. It is left out.
    .hint = Write the month in letters, for example 3 February 2027.
import-one-or-many = { $rows } rows from { $start } to { $end } may be one session with several meetings or { $rows } sessions. They are left out.
    .hint = For one session, write a single row with start and end, or give the rows the same group number. For several, give each its own number.
import-price-by-day = “{ $value }” is a price per day, week or hour, and the length of the course is unknown.
    .hint = Write the whole price, or the number of days in a column Days.
import-formula = The cell has a formula whose result is not saved in the file.
    .hint = Open the list in Excel and save it. The result is then in the file.
import-status-of-what = The row has no start date, so it is unclear which session is closed.
    .hint = Write the start date of the session. If the whole course is discontinued, write “withdrawn”.
import-sheet-without-headings = The sheet looks like a list but has no heading row, so it is left out.
    .hint = Put the headings of the first sheet above its columns.
import-hidden-sheet = The sheet is hidden, so it is left out.
import-hidden-rows = { $count ->
        [one] 1 hidden row is left out: { $rows }
       *[other] { $count } hidden rows are left out: { $rows }
    }
import-repeated-column = The columns “{ $first }” and “{ $again }” seem to say the same. “{ $first }” is used.
import-year-assumed = “{ $value }” was read as { $start }, since it has no year.
import-week-assumed = “{ $value }” was read as { $start } to { $end }.
import-blocks = “{ $value }” was read as one session in { $count } blocks from { $start } to { $end }.
import-other-blocks = The blocks run from { $start } to { $end }, and the session from { $other_start } to { $other_end }. The blocks are left out.
    .hint = Correct the wrong one, so that the first block begins with the session and the last ends with it.
import-calculated = “{ $value }” was read as { $amount }.
import-subsidy-without-amount = “{ $value }” is not an amount, so the subsidy is unchanged.
import-cancelled-elsewhere = The list says that the session on { $start } for { $course } is cancelled. It is not in the catalogue.
import-same-fault = The same goes for { $count ->
        [one] row { $rows }
       *[other] rows { $rows }
    }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
import-no-number = The row has no number and is left out.
    .hint = Write the course number on every row, even where several rows are sessions of one course.
import-too-long = The text is so long that it has probably swallowed a part of the list.
    .hint = Check whether a quotation mark (") is missing in that row or in one above.
import-no-start = The session has no start date and is left out.
    .hint = Write its first day, for example 2027-03-02.
import-cancelled = The list says that the session on { $start } for { $course } is cancelled. It gets free: 0, so that it is not suggested. Delete it in courses.yaml once no plan mentions it.
import-unknown-area-near = The area “{ $value }” is not in the role model.
    .hint = Did you mean { $nearest }?
import-which-number = The number { $number } may be several courses in courses.yaml that differ only in leading zeroes. The row is left out.
    .hint = Write the number as it is in courses.yaml. In Excel, format the column as text first.
import-broken-there = { $number } is in courses.yaml with an error and is left alone.
    .hint = Correct the error and import the list again. spind check shows it.
import-says-otherwise = The row says something else about the course than row { $row }, which is used.
    .hint = Correct the list if this row is the right one.
import-session-twice = The row says something else about the session than row { $row }, which is used. It may be a correction or another session on the same day.
    .hint = Correct the list if it is a correction. For two sessions, give each its own number in a column Group.
import-unusual = { $number } is written in courses.yaml in a way that the program cannot change without risk. The course is left alone.
    .hint = Write each key on a line of its own, as in docs/filformat.md, and try again.
import-left-out = Left out: row { $row }, { $number } { $title }. Missing: { $missing }
    .hint = { $count ->
        [one] The course is new. Write what is missing into the list
       *[other] The courses are new. Write what is missing into the list
    } (a column “Areas” with for example finance), save it, and run the command again.
import-left-out-more = … and { $count } more
help-medarbejdere = Creates a profile for everyone on a list from a personnel system (Excel or CSV), and fills in levels from a sheet of employees and areas. Shows first what will happen.
import-people-read = { $list }: { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }
import-people-unused = Columns that stay in the list: { $columns }
import-people-new = New profiles ({ $count }):
import-people-filled = Filled in ({ $count }):
import-people-differences = The list says otherwise ({ $count }). The profiles keep theirs:
import-people-left = Left ({ $count }), skipped:
import-people-units = Units that are not a workplace ({ $count }). Their employees are skipped:
import-people-not-listed = Have a profile at the same workplaces and are not on the list ({ $count }): { $list }
import-people-unchanged = Unchanged: { $count }
import-people-levels = { $count ->
        [one] 1 area
       *[other] { $count } areas
    }
import-differs-school = school: { $kept } (list: { $listed }). If the person has moved, change “school” in { $file }.
import-differs-position = position: { $kept } (list: { $listed })
import-differs-leader = manager: { $kept } (list: { $listed })
import-differs-levels = { $area }: { $kept } (list: { $listed })
import-left-on = { $name } ({ $date })
import-left-has-profile = { $name } has a profile. See spind forget.
import-unit = “{ $unit }”: { $people }
import-unit-near = “{ $unit }”: { $people }. Did you mean { $nearest }?
import-unit-none = without a unit: { $people }
import-units-hint = Change the unit in the list to one of the department’s workplaces: { $schools }
import-ask-unit = “{ $unit }” is not a workplace. Which one is it? (name, or an empty line to skip)
import-ask-unit-near = “{ $unit }” is not a workplace. Which one is it? (name, yes for { $nearest }, or an empty line to skip)
import-people-question = Write the profiles? (yes/no)
import-people-nothing = The profiles already say the same. Nothing has been written.
import-people-done = Profiles: { $new } new, { $filled } filled in.
import-people-not-written = { $path } could not be written: { $reason }
    .hint = Close the file if it is open, and check that you may write to the folder. Then run the command again; what is written is not written twice.
import-people-changed = The folder changed meanwhile. Nothing more has been written.
    .hint = Run the command again.
import-no-names = { $list } has no heading row with a column of people’s names. Nothing has been written.
    .hint = Give the column the heading Name (or First name and Last name). The others can be School or Unit, Title, Manager, End date and the names of the areas.
import-personal-number = A personal identity number was removed from the text.
import-person-broken = { $name } has a profile with an error and was not compared.
    .hint = spind check shows the error. Correct it and import the list again.
import-person-file-exists = There is already a file with the name that the profile of { $name } would get. The row is left out.
    .hint = Check whether it is the same person. If two people share the name, create the other with spind new and a middle name.
import-person-bad-name = { $name } cannot be the name of a profile. The row is left out.
    .hint = Write the name in letters in the list.
import-person-twice = { $name } is listed twice at different workplaces, also in row { $row }. They may be two people or one with two jobs. The row is left out.
    .hint = For two people, give one a middle name in the list. For one person, delete one of the rows.
import-person-unusual = The profile of { $name } is written in a way that the program cannot fill in without risk. It is left alone.
    .hint = Write the levels yourself.
import-only-wanted = { $area } has a wanted level but no level now.
    .hint = Write the level now in the list.
import-area-twice = { $area } occurs twice with different levels. The first applies.
    .hint = Keep one of them in the list.
import-relevant-or-not = { $area } may be { $current } now or { $wanted }, as in the wanted column. The area is left out.
    .hint = Write the same in both cells, or leave one empty.
import-sheet-of-whom = The sheet has levels but does not say whose they are. It is left out.
    .hint = Write Name in a cell above the table and the name in the cell beside it, or name the sheet after the person.
import-too-many-people = The list has more than { $most } new employees. The rest are left out.
    .hint = Split the list and import it in parts.
import-unclear-encoding = The letters of the list can be read in two ways: “{ $value }” or “{ $other }”. They were read in the first.
    .hint = If that is wrong, save the list from Excel as “CSV UTF-8” or .xlsx and import it again.
import-no-such-list = { $path } does not exist. Nothing has been changed.
    .hint = Check the path. If it has spaces, put it in quotation marks.
import-unreadable = { $path } cannot be read. Nothing has been changed.
    .hint = Close the file if it is open in another program, and check that you have access to it.
import-too-large = { $list } is larger than a list of courses can be. Nothing has been changed.
    .hint = Save only the rows and sheets that are needed in a new file.
import-too-many-rows = { $list } has more than { $most } rows. Nothing has been changed.
    .hint = Save only the rows that are needed in a new file.
import-old-workbook = { $list } is in an old Excel format or has a password. Nothing has been changed.
    .hint = Open it in Excel and save it as “Excel Workbook (*.xlsx)” without a password.
import-not-a-workbook = { $list } is not an Excel workbook, or it is damaged. Nothing has been changed.
    .hint = Open it in Excel and save it again as “Excel Workbook (*.xlsx)” or as CSV.
import-not-a-list = { $list } is not a list. Nothing has been changed.
    .hint = Use a file from Excel (.xlsx) or a text file (.csv). From a PDF, the list can be copied into a spreadsheet.
import-no-heading = In { $list } there is no row of headings with a column for course numbers. Nothing has been changed. Known headings: { $known }. Others: { $unknown }
    .hint = Give the column of numbers the heading Number. The others can be called Title, Form, Areas, Provider, Days, Price, Subsidy, Expires, Withdrawn, Start, End, Town, Seats, Free seats and Half days.
import-two-catalogues = There are two catalogues: { $one } and { $two }. Nothing has been changed.
    .hint = Open both, keep the right one, and delete the other. Then try again.
import-catalogue-unreadable = courses.yaml cannot be read. Nothing has been changed.
    .hint = spind check shows what needs correcting.
import-catalogue-unusual = courses.yaml is written in a way that the program cannot change without risk. Nothing has been changed.
    .hint = Write each course as in docs/filformat.md and try again.
import-catalogue-too-large = courses.yaml would become larger than the program can read. Nothing has been changed.
    .hint = Import only the courses that the department needs.
import-catalogue-changed = courses.yaml was changed in the meantime. The program has changed nothing.
    .hint = Run the command again.
import-not-written = { $path } could not be changed: { $reason }
    .hint = Close the file if it is open in another program, and check that you may write in the folder.

# The command line’s help, and what it cannot understand.

help-completions = Writes what a shell needs to complete commands with the tab key.
help-man = Writes the program’s manual page.
help-arg-shell = The shell
help-arg-open = Show the result in the program that usually shows such files
help-word-options = OPTIONS
help-word-command = COMMAND
help-values = possible values: { $values }
help-default = otherwise: { $value }
help-heading-examples = Examples:
help-heading-exit-codes = Exit codes:
help-exit-codes =
    0  everything is done
    1  something has errors or could not be written; everything else is done
    2  nothing is done: the command cannot be understood, or the department’s files cannot be used
help-examples-spind =
    spind check profiles           what needs correcting?
    spind build profiles --open    make everything and show the booklet
help-examples-build =
    spind build                                             all plans and the booklet, from the folder profiles
    spind build profiles --only "Sarah Whitfield" --open    one plan, which is shown
    spind build profiles -o plans --edition all --blank     the public booklet and a blank form, too
help-examples-check =
    spind check profiles                  what needs correcting?
    spind check --explain unknown-area    what does the code mean?
    spind check profiles --format json    for other programs
help-examples-new =
    spind new "Anne Example" --school "Ashcombe School"    a profile to fill in
    spind new department my-department                     a folder to begin with
    spind build my-department -o plans                     the first plan
help-examples-afdeling =
    spind new department my-department    a folder to begin with
    spind build my-department -o plans    the first plan
help-examples-sign =
    spind sign "Daniel Okafor" --as manager                                 signed today
    spind sign profiles/ashcombe-school/daniel-okafor.yaml --as employee    the path of the profile will do, too
help-examples-verify =
    spind verify out/plans/millbrook-school/sarah-whitfield.pdf             against the folder profiles
    spind verify out/plans/millbrook-school/sarah-whitfield.pdf profiles    against that folder
help-examples-extract =
    spind extract out/plans/millbrook-school/sarah-whitfield.pdf                 to the current folder
    spind extract out/plans/millbrook-school/sarah-whitfield.pdf -o agreement    to the folder agreement
help-examples-status =
    spind status profiles                 who lacks what?
    spind status profiles --format csv    for a spreadsheet
help-examples-rollover =
    spind rollover profiles --to 2027/28 --archive archive          show it, and ask
    spind rollover profiles --to 2027/28 --archive archive --yes    do it without asking
help-examples-forget =
    spind forget "Sarah Whitfield"                                                         show it, and ask
    spind forget profiles/millbrook-school/sarah-whitfield.yaml --archive archive --yes    in the archive, too, without asking
help-examples-export =
    spind export profiles -o figures.xlsx                            a workbook
    spind export profiles --format csv                               the levels as text
    spind export profiles --edition public -o figures-public.xlsx    only what everybody may see
help-examples-import =
    spind import courses course-list.xlsx                           show what will change, and ask
    spind import courses course-list.csv --folder profiles --yes    do it without asking
help-examples-kurser =
    spind import courses course-list.xlsx                           show what will change, and ask
    spind import courses course-list.csv --folder profiles --yes    do it without asking
help-examples-completions =
    spind completions bash > spind.bash         for bash
    spind completions powershell > spind.ps1    for PowerShell
help-examples-watch =
    spind watch profiles           make the plans again when somebody saves
    spind watch profiles --poll    on a network drive
help-examples-schema =
    spind schema profile --folder profiles                    show the schema of a profile
    spind schema courses --folder profiles -o courses.json    save the schema of courses.yaml
help-examples-vejledning =
    spind new guide --folder profiles           for the department in the folder
    spind new guide --folder profiles -o out    in the folder out
help-examples-man =
    spind man > spind.1              in the system’s language
    spind man --lang en > spind.1    in English

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-environment = ENVIRONMENT
man-in-short = development plans and a booklet from a shared folder
man-everywhere = Every command takes these:
man-variables =
    NO_COLOR           no colours
    CLICOLOR_FORCE     colours, also where messages are not shown on a screen
    SOURCE_DATE_EPOCH  the day that counts as today, in seconds since 1970
    LANG, LC_ALL       the language, where neither --lang nor the department says another

usage-unknown = “{ $argument }” does not belong here.
    .hint = Check the spelling. If a path or a name has spaces, put it in quotation marks.
usage-unknown-near = “{ $argument }” does not belong here.
    .hint = Did you mean { $nearest }?
usage-missing = This is missing: { $arguments }
    .hint = Add it.
usage-missing-verb = A command is missing here.
    .hint = --help lists them.
usage-no-value = Something is missing after { $argument }.
    .hint = Add it.
usage-bad-value = “{ $value }” cannot be used for { $argument }.
    .hint = Write for example: { $values }
usage-twice = { $argument } cannot be given more than once here, or together with the other one.
    .hint = Delete one of them.
usage-other = The command cannot be understood.
    .hint = Check the spelling.
usage-no-verb = “{ $word }” is neither a command nor a folder.
    .hint = Did you mean { $nearest }?
usage-more = Write --help after the command to see what it can do.

open-failed = { $path } could not be shown.
    .hint = Open the file yourself. It has been made.

step-read = Read: { $path }
step-done = { $step }: { $seconds } s
step-reading = Read and checked
step-documents = Documents made
step-public = Public booklet checked
step-list = List compared
step-tables = Figures gathered

# When something cannot be read
build-another-edition = { $path } has been made again with other employees than last time, in the same period. If you have passed on the earlier one, keep this one until the next period: the difference between the two can show what one person wants to get better at.
build-unknown-edition = { $path } has been made again, and it is impossible to tell whether the earlier one counted the same employees: the list in the folder is missing or too old. If you have passed on the earlier one in the same period, compare the two before you pass on this one.
build-refused = { $count ->
        [one] { $paths } was
       *[other] { $paths } were
    } not made, because something in the folder cannot be read.
    .hint = { $count ->
        [one] It
       *[other] They
    } would be incomplete, without anyone being able to see it. The plans have been made. Make sure that every file can be read, or ask someone with access to the whole folder to run the program. What is there from before is out of date.

# When the program is opened with a double-click
double-click-folder = Development plans
double-click-begin = The page opens in the browser. Leave this window open while you work, and close it when you are done.
    The plans are put in { $folder }
double-click-close = Press Enter to close the window.
double-click-no-department = There are no profiles here: the file department.yaml is missing from { $folder }.
    .hint = Put the program into the shared folder, where the profiles and department.yaml are, and open it there.
double-click-packed = The program was opened inside a ZIP file and cannot see the folder with the profiles.
    .hint = Right-click the ZIP file, choose Extract All, and put spind.exe into the shared folder, where department.yaml is.
double-click-no-documents = Your own folder Documents was not found.
    .hint = Open File Explorer and see whether you have a folder called Documents. If not, ask the IT department.
double-click-shared = Your folder { $folder } is within the shared folder. Others could read your plans there.
    .hint = Put the program into the folder with the profiles and not above it, or ask the IT department.
# The pages on the screen (spind serve)
help-serve = Shows a page about the department in the browser: who lacks what, errors and plans, and a form to fill in one profile. Only on this computer.
help-arg-port = The number of the port to use (otherwise a free one)
help-arg-no_open = Only show the address; do not open the browser
help-arg-read_only = Show only; nothing can be changed on the pages
help-arg-edit = Change this profile: a name or a path (otherwise it is chosen on the page)
help-examples-serve =
    spind serve profiles                             the whole department in the browser
    spind serve profiles --only "Ashcombe School"    one workplace only
    spind serve profiles --poll                      on a network drive
serve-address = The page is here as long as this window is open: { $address }
serve-not-shown = The browser could not be opened.
    .hint = Copy the address above into it.
serve-opens = The page is opening
    .hint = If nothing happens, press the button. If the program was closed, start it again.
serve-open-pages = Open the page
serve-used-twice = The file that opens the page was used twice.
    .hint = If that was you, use the address as it is in the window where the program is running. Otherwise somebody else on this computer may have opened the page: close the window and start the program again.
serve-port-taken = Port { $port } is taken.
    .hint = Choose another one with --port, or leave it out and a free one is found.
serve-not-opened = The page cannot be shown on this computer: { $reason }
    .hint = Try without --port. If that does not help, use spind build and spind status.
serve-people = Employees
serve-needs = Needs
serve-groups = Groups
serve-money = Money
serve-year = The year and the booklets
serve-code = Check an agreement code
    .hint = The code is at the foot of the plan. Type it here, and the page tells you whether that plan is the one in the folder now.
serve-departments = Departments
    .hint = Lifts are the areas in which employees want to improve. Committed is agreed, enrolled or in progress; requested is proposed in plans; left is what remains of the budget after both. A dash means that the figure is not known.
serve-department = Department
serve-lifts = Lifts
serve-lifts-needed = Needed lifts
serve-bound = Committed
serve-wished = Requested
serve-left = Left
serve-no-figures = These are the figures of a whole department or a whole school. They are shown when all its employees are on the page and all files can be read.
serve-week = week
serve-pages = Pages
serve-skip = Skip to the content
serve-read-only = This page only shows what is in the files in the folder. Nothing can be changed here. It is on this computer and can only be opened from it.
serve-writable = What you save is written to the profile's file in the folder. The page is on this computer and can be opened only from here.
serve-no-script = The page does not update by itself when a file is changed.
serve-again = Reload the page
serve-stopped = The program was closed, so the page is no longer updated.
serve-gone = The folder is gone.
    .hint = The page shows what was last in it, and is updated again as soon as the folder is back.
serve-back = The folder is back.
serve-waiting = The documents are being made
    .hint = It takes a moment the first time. The page will appear by itself.
serve-said-list = The list was updated.
serve-said-shared = The other files in the folder were checked again.
serve-said-year = The overview was updated.
serve-said-figures = The figures have been updated.
serve-said-documents = The booklets were updated.
serve-said-answer = The answer was updated.
serve-said-plan = The plan for { $name } was made again.
serve-said-no-plan = The plan for { $name } is no longer shown.
serve-unusable = The department’s files cannot be used as they are. Correct the errors, and everything else will appear.
serve-shared-wrong = There is something to look at in the other files of the folder, or something that could not be made.
serve-find = Find
serve-find-go = Find
serve-find-help = A name, a workplace or, for example, “draft”, “error” or “recorded”
serve-count-people =
    { $count ->
        [one] 1 employee
       *[other] { $count } employees
    }
serve-errors =
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
serve-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
serve-talk = Meeting { $name }
serve-signed = recorded as signed: { $name }
serve-changed = changed since it was recorded as signed
serve-overdue = { $count } overdue
serve-back-to-people = All employees
serve-papers = To print
serve-open = Open { $name } (PDF in a new tab)
serve-the-plan = the plan
serve-the-preparation = the preparation
serve-the-follow-up = the follow-up
serve-calendar-file = Get the dates for your calendar (.ics)
serve-the-booklet = the internal booklet
serve-the-volume = volume { $name } of the internal booklet
serve-the-public-volume = volume { $name } of the public booklet
serve-the-school-booklet = the booklet of { $name }
serve-the-print = the plans of { $name } in one file to print
serve-the-strategic-plan = the strategic training plan
serve-the-public-booklet = the public booklet
serve-the-blank-form = the blank form
serve-print = Print from the new tab with Ctrl+P, on both sides of the sheet.
serve-no-plan = The plan is shown when the errors are corrected.
serve-plan-not-made = The plan could not be made. “The year and the booklets” says why.
serve-out-of-date = The plan in the documents folder is from before the error and is out of date.
serve-wrong = Errors and warnings
serve-now = Now: { $name }.
serve-nothing-wrong = There is nothing to correct.
serve-line = line { $count }
serve-corrected = Write instead
serve-plan = The plan
serve-plan-of = The plan for { $name }
serve-missing-in-year = What is missing
serve-deadlines = Deadlines
serve-nothing-missing = Nobody has anything missing.
serve-lacks-sound-profile = The profile has an error ({ $count })
serve-lacks-levels = The profile is not filled in ({ $count })
serve-lacks-talk = The meeting has not been held ({ $count })
serve-lacks-agreement = The meeting has been held, but the plan is not agreed ({ $count })
serve-lacks-signatures = Agreed, but not recorded as signed by both ({ $count })
serve-lacks-same = Changed since it was recorded as signed ({ $count })
serve-lacks-steps = Something in the plan is overdue ({ $count })
serve-by-school = Workplace by workplace
serve-documents = Booklets and plans for the whole department
serve-no-documents = There are none right now.
serve-shared = Other files in the folder
serve-code-field = Agreement code
serve-code-go = Check
serve-answer = Answer
serve-not-a-code = “{ $code }” is not an agreement code.
    .hint = Type it as it is at the foot of the plan: six groups of four characters and a check character.
serve-missing = There is nothing here
    .hint = The profile or the document is no longer there, or the address is from an earlier run of the program.
serve-home = To the first page
serve-refused = The page cannot be opened like this
    .hint = It opens only in the browser that the program itself opened, or with the whole address in the program’s window, and only while the program runs.
serve-refused-running = Is the program’s window open? Copy the address that it shows into the browser. If it shows none, close the window and start the program again.
serve-refused-ended = Is the window closed? Start the program again as usual, and the page opens by itself. Old addresses and bookmarks do not work.
