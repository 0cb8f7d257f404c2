### The command line.

help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-spind = spind reads a YAML profile for each employee in a shared folder and makes development plans and a booklet as PDF.
help-build = Makes a plan for each employee, and the department’s booklet.
help-watch = Watches the folder and makes the documents again as soon as something changes.
help-check = Shows what is wrong in the files of the folder, without making documents.
help-new = Lays out a new folder, makes a new person's profile or a guide of one page.
help-afdeling = Makes the folder of a new department.
help-arg-help = Show this help
help-arg-version = Show the version of the program
help-arg-folder = The department’s folder (otherwise profiles, or the folder you are in if afdeling.yaml is there)
help-arg-dir = The new folder
help-arg-out = Where to put the documents (otherwise out)
help-arg-only = Only this employee or workplace: a name, a workplace, a path or a file name; can be repeated. Does not make the booklet
help-arg-today = The day on which deadlines, courses and sessions are judged (otherwise today)
help-arg-charts = Also save each skills chart as SVG
help-arg-leder = The manager’s own folder with files called NAME.leder.yaml, arranged as the profiles
help-arg-format = Show the problems as text or json
help-arg-explain = Explain an error code, such as unknown-area
help-arg-rettelser = Where the correction files go (else rettelser under --out); may be the shared folder itself
help-arg-templates = Use the templates in this folder
help-arg-fonts = Use the fonts in this folder
help-arg-lang = The language of the program (otherwise the department’s)
help-arg-quiet = Show errors only
help-arg-verbose = Also show what is read, how long each step takes, and the summary

build-no-folder = The folder { $folder } does not exist.
    .hint = Say where the profiles are, for example: spind build H:\Department\profiles
build-no-leader-folder = The folder { $folder } after --leder does not exist.
    .hint = Check how its name is spelt, or make the folder. Without --leder, the files beside the profiles are read.
build-folder-unreadable = The folder { $folder } cannot be read.
    .hint = Check that you have access to the folder.
folder-of-departments = { $folder } is not a department's folder. The departments in it are { $departments }.
    .hint = Choose one, for example: { $command }
folder-in-department = { $folder } is not a department's folder but lies in the department { $department }.
    .hint = Type: { $command }
build-folder-link = { $folder } is a shortcut. It is not followed, so there may be departments behind it.
    .hint = Put the folder itself here instead of a shortcut.
build-out-needed = The documents should not be placed in the shared folder.
    .hint = Say where they should go with --out, for example: spind build --out ../out
build-bad-fonts = The fonts in { $folder } cannot be used: { $reason }
    .hint = The folder must contain at least one .ttf or .otf file. Without --fonts, the program uses its own.
build-missing-fonts = The fonts in { $folder } cannot be used: { $faces } are missing. Nothing was built.
    .hint = Put the files of those fonts in the folder. Without --fonts, the program uses its own.
build-bad-templates = The templates in { $folder } cannot be used: { $reason }
    .hint = The folder must contain plan.typ, booklet.typ and strategic-plan.typ, with --forberedelse also preparation.typ and with --blank also blank-form.typ. Without --templates, the program uses its own.
build-nothing = No documents can be made until the errors above have been corrected.
    .hint = Correct them in afdeling.yaml and rollemodel.yaml, and try again.
build-unknown-person = No profile matches “{ $who }”.
    .hint = Type the name, the workplace or the name of the file.
build-person-with-errors = There is no plan for “{ $who }”: { $file } has errors.
    .hint = Correct the errors and try again.
build-not-written = { $path } could not be saved: { $reason }
    .hint = Close the file if it is open in another program, and see that there is room and that you may write in the folder. The other files are written, and the old file is whole.
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
new-exists = { $path } is there already, so nothing was written.
    .hint = Choose another folder, or move the file.
new-in-department = { $folder } lies in the department { $department }, and a department cannot lie in another.
    .hint = Give a folder outside it.
new-above-departments = There are departments in { $folder }, such as { $department }, and a department cannot lie in another.
    .hint = Give a folder beside them.
new-not-written = The folder could not be made: { $reason }
    .hint = See that there is room and that you may write there.
build-out-of-date = { $path } is out of date, because the profile has an error.
build-removed = { $path } was removed, because the profile is no longer in the folder.
build-kept = { $path } had been changed since the program made it. The changed file was kept as { $kept }.
    .hint = Keep it if it is signed or somebody has written in it. Otherwise it can be deleted.
build-correction = What needs mending stands in { $path }
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
reason-foreign = a file that this program did not make is there already
reason-link = the path goes through a link
reason-no-fonts = there are no fonts in the folder
reason-missing = { $name } is missing
reason-no-access = you may not read there
reason-not-there = it does not exist
reason-not-text = a file is not saved as UTF-8
reason-template = the template has a fault ({ $error })
reason-chart = the chart cannot be drawn
stdout-not-written = The answer could not be written: { $reason }
    .hint = Run the command again, and send the answer to a place that has room and where you may write.
report-not-written = The command is done, but the rest of its report could not be written: { $reason }
    .hint = Do not run it again for the report. Look in the folder to see what has changed.
build-out-unusable = The documents cannot be put in { $folder }.
    .hint = See that you may write in the folder and that it is no link. Or choose another with --out.
build-in-the-way = { $path } was not written: { $reason }
    .hint = Move what is there, or choose another folder with --out.
### Signing, checking and status

help-sign = Notes that a plan was signed on paper.
help-verify = Checks a plan or its code against the folder.
help-extract = Takes out what a plan carries: the agreement and the data that its pages are made from.
help-status = Shows where everybody stands in the year: profile, talk, plan, signatures and deadlines.
help-arg-person = Who is meant: a name or the path of a profile
help-arg-signer = Who signed: medarbejder (the employee) or leder (the leader)
help-arg-signed_on = The day of the signature (otherwise today)
help-arg-code_on_paper = The code as it stands on the paper
help-arg-folder_of_name = The department's folder where the person is given by name (otherwise as with build)
help-arg-file_or_code = A plan as PDF, a code, or the text of the QR code
help-arg-plan = A plan as PDF
help-arg-extract_out = Where the files go (otherwise the current folder)
help-arg-table_format = Show as text, json or csv (spreadsheet)
help-arg-status_today = The day to count from (otherwise today)
help-arg-check_today = The day from which dates and retention are judged (otherwise today)

person-nobody = No profile fits “{ $who }”.
    .hint = Give the name as it stands in the file, or the path of the profile.
person-nobody-near = No profile fits “{ $who }”.
    .hint = Did you mean { $nearest }? Otherwise give the path of the profile.
person-several = “{ $who }” fits several: { $paths }
    .hint = Give the path of the profile that you mean.
person-no-department = There is no department to look for “{ $who }” in.
    .hint = Stand in the department's folder, give it with --folder, or give the path of the profile.
person-folder-unreadable = The department's folder can't be read, so “{ $who }” can't be found.
    .hint = Check that you have access to the folder.

sign-plan = The plan of { $name }, { $school }, agreed on { $date }
sign-code = Code: { $code }
sign-question = Does the signed paper show that code? (yes/no)
sign-noted = Noted for { $name }. The paper is the proof; keep it.
sign-build-again = Build the plan again to have it printed there.
sign-has-errors = The profile { $file } has errors, so nothing was noted.
    .hint = Mend the errors above and try again.
sign-not-agreed = The plan of { $name } is still a draft, so nothing was noted.
    .hint = Write the day of the agreement in the file, for example: aftalt: 2026-12-02
sign-not-filled-in = The profile of { $name } is empty, so there is no plan to sign. Nothing was noted.
sign-in-the-future = { $date } has not come yet, so nothing was noted.
    .hint = Give the day on which the paper was signed with --date.
sign-another-code = The paper does not show the code that the file has now, so nothing was noted.
    .hint = The file has changed since the plan was printed. Build the plan again and sign the new one, or change the file back.
sign-stale = The plan of { $name } has changed since the code was shown, so nothing was noted.
    .hint = Run the command again and compare the new code with the paper.
sign-record-unusable = { $path } was changed by hand or is damaged, so nothing was noted.
    .hint = Bring back an earlier version from your backup. If there is none, delete the file and note all signatures again.
sign-not-written = { $path } could not be written, so nothing was noted.
    .hint = Check that you may write in the folder and that there is room.
record-remark =
    Signatures on paper, noted by the program “spind”. The paper is the proof.
    These are notes, not signatures. Do not edit the file: one that no longer fits does not count.

code-mistyped = The code “{ $code }” is mistyped.
    .hint = Type it again as it stands at the foot of the plan: six groups of four characters and a check character.
code-not-a-code = “{ $code }” is neither a file nor a code.
    .hint = Give the path of a plan as PDF, or the code at the foot of the plan: six groups of four characters and a check character.

plan-unreadable = { $path } can't be read.
    .hint = Check that the file is there and that you have access to it.
plan-not-a-pdf = { $path } is not a PDF.
    .hint = Choose a plan that the program has made.
plan-too-large = { $path } is larger than a plan can be.
    .hint = Choose a plan that the program has made.
plan-carries-nothing = { $path } carries no agreement.
    .hint = Only plans do. If the file was saved again by another program or scanned, check the code at the foot of the plan: spind verify CODE
plan-altered = { $path } was not issued here, or it was altered.
    .hint = Do not trust the pages. Check the code on the signed paper: spind verify CODE
plan-other-version = { $path } was made by another version of the program and can't be checked.
    .hint = Use that version, or check the code at the foot of the plan: spind verify CODE
plan-other-templates = { $path } was made with other templates or fonts and can't be checked.
    .hint = Give the same with --templates and --fonts, or check the code at the foot of the plan: spind verify CODE

verify-current = Valid now, noted as signed by both: The plan of { $name }, { $school }, is what the folder holds.
verify-current-by-one = Valid now, but noted as signed by only one: The plan of { $name }, { $school }, is what the folder holds.
verify-current-unsigned = Not noted as signed: The plan of { $name }, { $school }, is what the folder holds now.
verify-current-changed = Not noted as signed since it changed: The plan of { $name }, { $school }, is what the folder holds now.
verify-changed = Noted as signed, changed since: The plan of { $name }, { $school }.
verify-unknown = Not issued here, or changed since: The folder knows no such agreement.
    .hint = Is it the right folder? A draft that nobody signed is known only as long as the file is not changed.
verify-profile-missing = The profile is gone or has an error, so what has changed can't be shown.
verify-covers = The code covers name, school, leader, levels, wishes, importance and the lines of the plan; not courses, remarks or anything else on the pages.
verify-elsewhere = From another department or municipality: The pages do not name the one that the folder has.
    .hint = Is it the right folder? If the department has a new name, build the plan again.
verify-no-department = The code alone does not show which municipality it is from: look at the paper.
verify-noted-by = Noted by { $who }.
verify-noted-by-unknown = It does not say who noted it.
verify-only-noted = The notes are no proof: whoever can write in the folder can write them. The paper is the proof.
verify-noted = { $role }: noted as signed on paper on { $date }.
verify-noted-not-compared = { $role }: noted as signed on paper on { $date }; the code on the paper was not compared.
verify-not-noted = { $role }: not noted as signed.

extract-exists = { $path } is there already, so nothing was written.
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
status-profiles = Profiles: { $filled } of { $all } filled in, { $open } open, { $errors } with errors
status-people = Total
status-with-errors = With errors
status-talks-held = Talks held
status-plans-agreed = Agreed
status-signed = Noted
status-overdue = Overdue
status-up-to-date = Up to date
status-share = { $some } of { $all }
status-unknown = unknown
status-name = Name
status-profile = Profile
status-profile-ok = fine
status-profile-error = has errors
status-profile-open = not filled in
status-plan = Plan
status-plan-agreed = agreed
status-plan-draft = draft
status-signed-by-employee = Employee
status-signed-by-leader = Leader
status-note = { $role }: noted as signed { $date } by { $who }, code compared
status-note-not-compared = { $role }: noted as signed { $date } by { $who }, code not compared
status-since-signed = Since noted
status-changed = changed
status-unchanged = unchanged

help-arg-forberedelse = Also make each employee’s preparation for the talk
help-arg-poll = Look for changes every second (for network drives that do not tell of them)
help-arg-blank = Also make a blank form, blanket.pdf, to fill in with a pen
help-arg-force = Make everything anew, also what is up to date

# The turn of the year, and forgetting someone.

help-rollover = Closes the year: keeps everything in an archive and readies the profiles for the next one.
help-arg-to = The new period, such as 2027/28
help-arg-archive = The archive: the folder of closed years, outside the shared folder
help-arg-other_archive = Complete an interrupted turn of the year with another archive, because the first was moved or lost
help-arg-yes = Do it without asking

confirm-nobody = Nothing was changed, for there is nobody here to ask.
    .hint = Read the list, and run the command again with --yes.
confirm-declined = Nothing was changed.
confirm-stale = The folder has changed since the list was shown. This run has changed nothing.
    .hint = Run the command again and look through the new list.

lock-failed = { $folder } can’t be locked: { $reason }. Nothing was changed.
    .hint = Make sure that .spind is a folder with an ordinary file, lock, in it, and try again.
lock-leftover = Removed what an interrupted run left: { $path }
lock-waiting = Waiting: another run of spind is at work in { $folder }. This one goes on by itself when the other is done.

rollover-title = { $folder }: { $from } is closed, and { $to } begins.
rollover-archive = First the whole folder is copied to { $target }.
rollover-resumed = The archive { $target } was made by a run that was interrupted. It is completed.
rollover-person = { $file } ({ $name }): { $levels ->
        [one] 1 level
       *[other] { $levels } levels
    } and { $lines ->
        [one] 1 plan line
       *[other] { $lines } plan lines
    } become last year’s
rollover-person-done = { $file } ({ $name }): is in the new year already
rollover-person-only-rolled = { $file } ({ $name }): is in the new year already; the old year’s profile is in the first archive only
rollover-first-archive = The first archive is still there: { $archive }. Use it with --archive to keep the whole old year in one place. Otherwise { $target } is used.
rollover-person-edited = { $file } ({ $name }): was changed after the archive was made, and is left alone
rollover-person-added = { $file } ({ $name }): was added after the archive was made, and is left alone
rollover-person-gone = { $file } ({ $name }): is no longer in the folder
rollover-courses = finished: { $courses }
rollover-going-on = { $lines ->
    [one] 1 plan line goes on
   *[other] { $lines } plan lines go on
}
rollover-booklet-ends = consent to the booklet ends
rollover-teaching-ends = consent to teach ends
rollover-converted = the file is saved as UTF-8
rollover-going = { $path } moves to the archive
rollover-consents = All consents must be given again. Until then nobody is in the public booklet, and nobody is named as one who teaches.
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
rollover-only-rolled = It does not hold the old year’s version of { $files }, which had been rolled over before. That is in the first archive only.
rollover-deadlines = The deadlines in afdeling.yaml are still those of { $from }. Change them, the years too.
rollover-build = Make new plans and a new booklet with spind build.
rollover-not-copied = { $path } is a link and was not copied to the archive.
rollover-left = { $path } was changed meanwhile and is left alone.
    .hint = The archive’s version is in { $target }. If the change belongs to the old year, copy the file there. If it belongs to the new one, save it elsewhere, put the archive’s version back, and add the change afterwards.
rollover-failed = { $path } could not be changed: { $reason }
    .hint = Close the file if it is open in another program, and see that you may write in the folder.
rollover-not-closed = The year is not closed yet, but nothing is lost: everything is in { $target }.
    .hint = Mend what is told above, and run the same command again. It completes the work and writes { $to } in afdeling.yaml last.
rollover-no-period = The new period is missing.
    .hint = Write it after --to, for example --to 2027/28.
rollover-problems = The year can’t be closed until the errors above are mended. Nothing was changed.
    .hint = Mend the files, and try again. Every file must be readable.
rollover-closed = The department is in { $to } already. Nothing was changed.
    .hint = Write the period that is to begin after --to. The present one is in afdeling.yaml.
rollover-half-closed = The turn of the year to { $to } was interrupted and is half done. The old year is in { $target }. Nothing was changed.
    .hint = Run the command again with --to { $to } and with that archive after --archive. If the archive was moved or lost, add --other-archive; docs/aarsskifte.md tells what happens then.
rollover-inside = The archive { $target } and the shared folder can’t be in each other. Nothing was changed.
    .hint = Choose a folder elsewhere with --archive, best one that few have access to.
rollover-in-the-way = { $target } is there already and is no archive of this year. Nothing was changed.
    .hint = Choose another folder with --archive, or move what is there.
rollover-unusual = These files are written in a way that the program can’t change without risk: { $files }. Nothing was changed.
    .hint = Write each key on a line of its own, as in the example in docs/filformat.md, and try again.
rollover-changing = { $path } was changed while it was read. Nothing was changed.
    .hint = Wait until nobody edits in the folder and it is synchronised. Then try again.
rollover-archive-failed = The archive could not be made: { $path }: { $reason }. Nothing was changed.
    .hint = See that there is room, and that you may read the whole shared folder and write in the archive.
rollover-unreadable = { $path } could not be read: { $reason }. Nothing was changed.
    .hint = See that you have access to the file, and try again.

help-forget = Deletes all about a person: profile, plans, copies, and what is in archives.
forget-title = This about { $name } is deleted:
forget-no-folder = The folder { $folder } after { $option } does not exist. Nothing is deleted.
    .hint = Check that its name is spelled correctly. Without { $option } it is not searched.
forget-common = These common documents are deleted and made anew:
forget-common-for-good = These shared files are deleted and not made again:
forget-unsearched = These files can't be searched. Look for { $name } in them yourself:
forget-unsearched-more = … and { $count } more
forget-out-of-another = { $out } holds another department’s documents and is left alone.
forget-not-searched = { $folder } holds more than the program looks through. The rest was not searched: { $path } and what follows.
    .hint = Look for the name there yourself, or use a folder for the documents that holds nothing else.
forget-other-person = { $path } is another person’s and is left alone.
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
forget-question = Delete it? It can’t be undone. (yes/no)
forget-done =
    { $count ->
        [0] No files were deleted.
        [one] 1 file was deleted.
       *[other] { $count } files were deleted.
    }
forget-failed = { $path } was not deleted: { $reason }
    .hint = Close the file if it is open in another program. If the program did not make it, decide yourself whether it should go.
forget-kept = The profile is not deleted yet.
    .hint = Mend what is told above, and run the same command again.
forget-unread = Something in the folder or the archive can't be read, so there may still be something about { $name } in it.
    .hint = See that everything can be read, and look through what is named above.
forget-not-rebuilt = The department’s documents in { $out } could not be made anew.
    .hint = Run spind build when the errors are mended. Until then other people’s plans may still hold the name.
forget-out-of-date = { $path } is from before, because the profile has an error, and may still mention { $name }.
    .hint = Mend the error and run spind build, or delete the file.
forget-not-remade = { $path } was deleted. Make it again if it is needed.

# The public booklet
help-arg-edition = Which booklets are made: intern (internal, the default), offentlig (public) or alle (both)
public-withdrawn = These people no longer say yes to being in the public booklet:
public-went-out = No longer in the public booklet:
public-came-in = New in the public booklet:
public-contradicted = These people are in the public booklet because one file says yes, but another file of the same name and school does not. Correct or delete the file that is wrong:
public-tells-nobody = { $path } does not tell who is in it, so one of them may have taken back their yes.
public-built-again = { $path } has been made again without them.
public-deleted = { $path } has been deleted.
public-on-the-web = If the booklet is on the web, replace it there too, or take it down.
public-nobody = Nobody has said yes to being in the public booklet, so none was made.
    .hint = Whoever wants to be in it writes hæfte: ja under samtykke: in their own file.
public-left = { $path } was neither made nor deleted, because something in the folder cannot be read.
    .hint = So nobody can tell whether somebody has taken back their yes. See to it that every file can be read, and try again. Do not put the booklet on the web meanwhile.
public-still-there = { $path } could be neither made again nor deleted.
    .hint = Delete the file yourself. Do not use it.
reason-unlisted = the template public.typ does not write in the document’s keywords who is in it
# Verification and status
verify-other-names = The pages use other short names of areas than the folder. The code does not cover them: read the numbers in the table, or build the plan again.
status-all = All
status-explained =
    Noted: noted as signed on paper for both. It is a note, not a proof.
    Up to date: agreed in the last 12 months and unchanged since it was noted.
status-incomplete = Something in the folder can't be read, so somebody may be missing from the overview.
    .hint = What it is stands above. See that all files can be read.
status-changed-since = changed since
status-by-both = both
status-by-employee = employee only
status-by-leader = manager only

# Numbers for spreadsheets and other programs.

help-export = Saves the numbers for a spreadsheet or another program: levels, status, course suggestions, groups, role coverage, areas and courses.
help-arg-export_format = xlsx (otherwise): one workbook with a sheet for each question; csv: a table in each file; json: everything in one file for programs
help-arg-export_out = Where it is saved (otherwise out/kompetencer.xlsx or .json). With csv a folder, or a file with the levels only if the name ends in .csv; without -o the levels are written to the screen. A file is replaced only if the program made it and nobody has saved the workbook since
help-arg-export_edition = intern (otherwise): everybody; offentlig: only those who said yes, and only name, workplace, position and levels
help-arg-export_today = The day from which status and courses are judged (otherwise today)

export-out-needed = The numbers do not belong in the shared folder.
    .hint = Say where they are to go with -o, for example: spind export -o ../kompetencer.xlsx
export-too-large = The numbers have more rows than a spreadsheet can hold.
    .hint = Choose --format csv or json.
export-not-written = { $path } was not written: { $reason }
    .hint = Close the file if it is open. If somebody has gone on working in it, give it another name first. Or choose another file with -o.
export-written = The numbers are in { $path }
export-problems = { $broken ->
        [0] There are errors in the department's files.
        [one] 1 profile has errors, and its numbers are left out.
       *[other] { $broken } profiles have errors, and their numbers are left out.
    }
    .hint = spind check shows what to mend.
export-unreadable = Nothing was written, because something in the folder can't be read.
    .hint = So nobody can tell whether somebody has withdrawn. See that all files can be read, and try again.
export-incomplete = Nothing was written, because something in the folder can't be read, and somebody would be missing from the numbers.
    .hint = See that all files can be read, and try again.
export-nobody = Nobody has agreed to stand in the public booklet, so nothing was written. An earlier file with numbers was not touched.
    .hint = Delete the earlier file, on the web too. Whoever wants to be in it writes hæfte: ja under samtykke: in their own file.
export-withdrawal = If somebody withdraws, make the file again and replace it wherever it lies. That does not happen by itself.

watch-time = { $hour }:{ $minute }:{ $second }
watch-waiting = Watching { $folder }. Press Ctrl+C to stop.
watch-gone = { $folder } is gone. Waiting for the folder to return.
watch-polls = The system can't report every change in { $folder }, so it is looked at every second.
watch-held = Trying again until the file is closed in the other program.
watch-made = Made: { $path } ({ $milliseconds } ms)
watch-made-more = and { $more } more ({ $milliseconds } ms)
watch-removed = Deleted, because the profile is gone: { $path }
watch-out-of-date = Not made again, because the profile has an error: { $path }
watch-mended = All problems are mended.
watch-fewer = Fewer problems. { $problems } are left in { $files }
# New profiles and schemas for editors
help-schema = Shows what can stand in a file, as a schema for editors.
help-vejledning = Makes How to do it.pdf: one page for whoever is to fill in a profile.
help-arg-new_name = The person's name; makes a profile to fill in
help-arg-new_school = The school, as afdeling.yaml has it
help-arg-department_folder = The department's folder (else profiles, or the folder you are in if afdeling.yaml is there)
help-arg-schema_kind = Which kind of file: profil, afdeling, rollemodel or kurser
help-arg-schema_out = The file to save the schema in (else it is shown)
schema-no-department = The schema can't be made until the errors above are mended.
    .hint = Mend them in afdeling.yaml and rollemodel.yaml, and try again.
schema-not-written = { $path } could not be written: { $reason }
    .hint = See that you may write in the folder. Profiles work without the schema; it only helps while typing.
new-ask-name = Whose profile is it? Write the full name:
new-ask-school = Which school? Write the number:
new-declined = No profile was made.
new-nobody-to-ask = A name or a school is missing, and nobody is here to be asked.
    .hint = Write both, for example: spind new "Anne Example" --skole "North School"
new-bad-name = No file can be made for “{ $name }”.
    .hint = Write the name in letters. If that does not help, copy another profile and change it.
new-no-school = The department has no school called “{ $school }”.
    .hint = Choose one of these, or write the school in afdeling.yaml: { $schools }
new-no-school-near = The department has no school called “{ $school }”.
    .hint = Did you mean { $nearest }? Else write the school in afdeling.yaml.
new-person-exists = { $name } has a profile already: { $path }
    .hint = If it is the same person, change that file. If it is another of the same name, write a middle name too.
new-file-exists = { $path } is there already, so nothing was written.
    .hint = Change that file, or write a middle name too, so that the new file gets another name.
new-profile-not-written = { $path } could not be written: { $reason }
    .hint = See that you may write in the folder and that there is room.
new-file-line = The line below is for editors that help while typing. Leave it there.
new-file-yours = This is your profile. Write behind the colons, and save the file.
new-file-off = A line that begins with # is switched off. Lines like this one are to be read; in the others, delete the # to use the line.
new-file-private = Write no health, union membership or CPR number in the file: it lies in a shared folder.
new-file-somebody = Anne Example
new-file-position = School secretary
new-file-talk = 2 December { $year }
new-file-deadline = 1 May { $year }
new-file-follow-up = 15 June { $year }
new-file-long-form = Where there is more to say of an area, use the lines nu, ønsket, vigtighed and bemærkning instead of the number.
new-file-remark = What else there is to say
new-file-last-goal = The goal of the last plan
new-file-ways = Each goal has one of three ways: a course, a form with a colleague, or an activity in your own words.
new-file-goal = What I can do when it has succeeded
new-file-activity = Something else, in my own words
# Lists from providers.

help-import = Takes in a list from a provider.
help-kurser = Updates kurser.yaml from a provider's list (Excel or CSV): new dates, prices, seats and courses. Shows first what will change.
help-arg-list = The list: an Excel workbook (.xlsx) or a text file (.csv)
help-arg-import_folder = The department's folder (else as for build)

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
import-new-session = new group: { $fields }
import-session = group { $which }: { $fields }
import-nothing = { $path } already says the same. Nothing has been changed.
import-question = Change { $path }? (yes/no)
import-done = { $path } has been changed: { $changed ->
        [one] 1 course updated
       *[other] { $changed } courses updated
    }, { $added ->
        [one] 1 new
       *[other] { $added } new
    }.
import-not-listed = { $count ->
        [one] This course of the same provider is not on the list. It is left alone:
       *[other] These courses of the same provider are not on the list. They are left alone:
    }
import-zeroes = The list's { $number } is { $there } in kurser.yaml. Spreadsheets drop leading zeroes.
import-own-kept = The list has other areas or levels for { $number }. The department's own are kept.
import-example = { $number } is marked “eksempel: ja”. Delete that line once all that is said of the course is true.
import-session-not-listed = The group of { $start } for { $number } is not on the list. It is left alone. Delete it in kurser.yaml if it is cancelled.
import-new-expired = { $number } has expired and is not in the catalogue, so it is not taken in.
import-at-cell = Row { $row }, { $column }:
import-at-row = Row { $row }:
import-same-fault = The same goes for { $count ->
        [one] row { $rows }
       *[other] rows { $rows }
    }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
import-no-number = The row has no number and is not taken in.
    .hint = Write the course's number on every row, also where several rows are groups of one course.
import-too-long = The text is so long that it has probably swallowed a part of the list.
    .hint = See if a quotation mark (") is missing in that row or in one above.
import-no-start = The group has no start date and is not taken in.
    .hint = Write its first day, for example 2027-03-02.
import-cancelled = The list says that the group is cancelled, so it is not taken in.
    .hint = If it stands in kurser.yaml, delete it there.
import-unknown-area-near = There is no area “{ $value }” in the role model.
    .hint = Did you mean { $nearest }?
import-which-number = The number { $number } may be several courses in kurser.yaml that differ in leading zeroes alone. The row is not taken in.
    .hint = Write the number as it stands in kurser.yaml. In Excel, format the column as text first.
import-broken-there = { $number } stands in kurser.yaml with an error and is left alone.
    .hint = Mend the error and take the list in again. spind check shows it.
import-says-otherwise = The row says something else of the course than row { $row }, which counts.
    .hint = Mend the list if this row is the right one.
import-session-twice = The row says something else of the group than row { $row }, which counts.
    .hint = Mend the list if this row is the right one.
import-unusual = { $number } is written in kurser.yaml in a way that the program can't change without risk. The course is left alone.
    .hint = Write each key on a line of its own, as in docs/filformat.md, and try again.
import-left-out = Not taken in: row { $row }, { $number } { $title }. Missing: { $missing }
    .hint = { $count ->
        [one] The course is new. Write what is missing into the list
       *[other] The courses are new. Write what is missing into the list
    } (a column “Areas” with for example økonomi), save it, and run the command again.
import-left-out-more = … and { $count } more
import-no-such-list = { $path } does not exist. Nothing has been changed.
    .hint = See if the path is right. If it has spaces, put it in quotation marks.
import-unreadable = { $path } can't be read. Nothing has been changed.
    .hint = Close the file if it is open in another program, and see that you have access to it.
import-too-large = { $list } is larger than a list of courses can be. Nothing has been changed.
    .hint = Save only the rows and sheets that are needed in a new file.
import-too-many-rows = { $list } has more than { $most } rows. Nothing has been changed.
    .hint = Save only the rows that are needed in a new file.
import-old-workbook = { $list } is in an old Excel format or has a password. Nothing has been changed.
    .hint = Open it in Excel and save it as “Excel Workbook (*.xlsx)” without a password.
import-not-a-workbook = { $list } is no Excel workbook, or it is broken. Nothing has been changed.
    .hint = Open it in Excel and save it again as “Excel Workbook (*.xlsx)” or as CSV.
import-not-a-list = { $list } is no list. Nothing has been changed.
    .hint = Use a file from Excel (.xlsx) or a text file (.csv). From a PDF, the list can be copied into a spreadsheet.
import-no-heading = In { $list } there is no row of headings in which a column is the courses' number. Nothing has been changed. Known headings: { $known }. Others: { $unknown }
    .hint = Give the column of numbers the heading Number. The others can be called Title, Form, Areas, Provider, Days, Price, Subsidy, Expires, Withdrawn, Start, End, Place, Seats, Free seats and Half days.
import-two-catalogues = There are two catalogues: { $one } and { $two }. Nothing was changed.
    .hint = Open both, keep the right one, and delete the other. Then try again.
import-catalogue-unreadable = kurser.yaml can't be read. Nothing has been changed.
    .hint = spind check shows what has to be mended.
import-catalogue-unusual = kurser.yaml is written in a way that the program can't change without risk. Nothing has been changed.
    .hint = Write each course as in docs/filformat.md and try again.
import-catalogue-too-large = kurser.yaml would become larger than what the program reads. Nothing has been changed.
    .hint = Take in only the courses that the department has use for.
import-catalogue-changed = kurser.yaml was changed meanwhile. The program has changed nothing.
    .hint = Run the command again.
import-not-written = { $path } could not be changed: { $reason }
    .hint = Close the file if it is open in another program, and see that you may write in the folder.

# The command line's help, and what it can't understand.

help-completions = Writes what a shell needs to complete commands with the tab key.
help-man = Writes the program's manual page.
help-arg-shell = The shell
help-arg-open = Show the result in the program that usually shows such files
help-word-options = OPTIONS
help-word-command = COMMAND
help-values = one of: { $values }
help-default = else: { $value }
help-heading-examples = Examples:
help-heading-exit-codes = Exit codes:
help-exit-codes =
    0  all is done
    1  something has errors or could not be written; all else is done
    2  nothing is done: the command can't be understood, or the department's files can't be used
help-examples-spind =
    spind check profiles           what has to be mended?
    spind build profiles --open    make everything and show the booklet
help-examples-build =
    spind build                                              all plans and the booklet, from the folder profiles
    spind build profiles --only "Camilla Rishøj" --open      one plan, which is shown
    spind build profiles -o planer --edition alle --blank    the public booklet and an empty form, too
help-examples-check =
    spind check profiles                  what has to be mended?
    spind check --explain unknown-area    what does the code mean?
    spind check profiles --format json    for other programs
help-examples-new =
    spind new "Anne Eksempel" --skole "Hedekær Skole"    a profile to fill in
    spind new afdeling min-afdeling       a folder to begin with
    spind build min-afdeling -o planer    the first plan
help-examples-afdeling =
    spind new afdeling min-afdeling       a folder to begin with
    spind build min-afdeling -o planer    the first plan
help-examples-sign =
    spind sign "Lone Havtorn" --as leder                                     signed today
    spind sign profiles/klithedeskolen/lone-havtorn.yaml --as medarbejder    the path of the profile will do, too
help-examples-verify =
    spind verify out/planer/lyngfjord-skole/camilla-rishøj.pdf             against the folder profiles
    spind verify out/planer/lyngfjord-skole/camilla-rishøj.pdf profiles    against that folder
help-examples-extract =
    spind extract out/planer/lyngfjord-skole/camilla-rishøj.pdf              to the current folder
    spind extract out/planer/lyngfjord-skole/camilla-rishøj.pdf -o aftale    to the folder aftale
help-examples-status =
    spind status profiles                 who lacks what?
    spind status profiles --format csv    for a spreadsheet
help-examples-rollover =
    spind rollover profiles --to 2027/28 --archive arkiv          show it, and ask
    spind rollover profiles --to 2027/28 --archive arkiv --yes    do it without asking
help-examples-forget =
    spind forget "Camilla Rishøj"                                                      show it, and ask
    spind forget profiles/lyngfjord-skole/camilla-rishøj.yaml --archive arkiv --yes    in the archive, too, without asking
help-examples-export =
    spind export profiles -o tal.xlsx                                  a workbook
    spind export profiles --format csv                                 the levels as text
    spind export profiles --edition offentlig -o tal-offentlig.xlsx    only what everybody may see
help-examples-import =
    spind import kurser kursusliste.xlsx                           show what will change, and ask
    spind import kurser kursusliste.csv --folder profiles --yes    do it without asking
help-examples-kurser =
    spind import kurser kursusliste.xlsx                           show what will change, and ask
    spind import kurser kursusliste.csv --folder profiles --yes    do it without asking
help-examples-completions =
    spind completions bash > spind.bash         for bash
    spind completions powershell > spind.ps1    for PowerShell
help-examples-watch =
    spind watch profiles           make the plans again when somebody saves
    spind watch profiles --poll    on a network drive
help-examples-schema =
    spind schema profil --folder profiles                 show the schema of a profile
    spind schema kurser --folder profiles -o kurser.json  save the schema of kurser.yaml
help-examples-vejledning =
    spind new vejledning --folder profiles           for the department in the folder
    spind new vejledning --folder profiles -o out    in the folder out
help-examples-man =
    spind man > spind.1              in the system's language
    spind man --lang en > spind.1    in English

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-environment = ENVIRONMENT
man-in-short = development plans and a booklet from a shared folder
man-everywhere = Every verb takes these:
man-variables =
    NO_COLOR           no colours
    CLICOLOR_FORCE     colours, also where messages are not shown on a screen
    SOURCE_DATE_EPOCH  the day that counts as today, in seconds since 1970
    LANG, LC_ALL       the language, where neither --lang nor the department says another

usage-unknown = “{ $argument }” does not belong here.
    .hint = See if it is spelt right. If a path or a name has spaces, put it in quotation marks.
usage-unknown-near = “{ $argument }” does not belong here.
    .hint = Did you mean { $nearest }?
usage-missing = This is missing: { $arguments }
    .hint = Add it.
usage-missing-verb = A command is missing here.
    .hint = --help shows which there are.
usage-no-value = Something is missing after { $argument }.
    .hint = Add it.
usage-bad-value = “{ $value }” can't be used for { $argument }.
    .hint = Write for example: { $values }
usage-twice = { $argument } can't stand here more than once, or together with the other one.
    .hint = Delete one of them.
usage-other = The command can't be understood.
    .hint = See if it is spelt right.
usage-no-verb = “{ $word }” is neither a command nor a folder.
    .hint = Did you mean { $nearest }?
usage-more = Write --help after the command to see what it can do.

open-failed = { $path } could not be shown.
    .hint = Open the file yourself. It has been made.

step-read = Read: { $path }
step-done = { $step }: { $seconds } s
step-reading = Read and checked
step-documents = Documents made
step-public = Public booklet looked after
step-list = List compared
step-tables = Numbers gathered

# When something cannot be read
build-another-edition = { $path } has been made again with other employees than last time, in the same period. If you have passed on the earlier one, keep this one until the next period: the difference between the two can show what a single person wants to get better at.
build-unknown-edition = { $path } has been made again, and nobody can tell whether the earlier one counted the same employees: the list in the folder is missing or older. If you have passed on the earlier one in the same period, compare the two before you pass on this one.
build-refused = { $count ->
        [one] { $paths } was
       *[other] { $paths } were
    } not made, because something in the folder cannot be read.
    .hint = { $count ->
        [one] It
       *[other] They
    } would be incomplete, and nobody could see that. The plans are made. See to it that every file can be read, or ask whoever has access to the whole folder to run the program. What lies there from before is out of date.

# When the program is opened with a double-click
double-click-folder = Competence plans
double-click-begin = The plans are being made. It may take a minute.
double-click-done = Done. The plans are in { $folder }
double-click-some = The plans are in { $folder }
    Something has not been made. Read the lines above, or ask the school department.
double-click-close = Press Enter to close the window.
double-click-no-department = There are no profiles here: { $folder } lacks the file afdeling.yaml.
    .hint = Put the program into the shared folder, where the profiles and afdeling.yaml are, and open it there.
double-click-packed = The program was opened inside a ZIP file and can't see the folder with the profiles.
    .hint = Right-click the ZIP file, choose Extract All, and put spind.exe into the shared folder, where afdeling.yaml is.
double-click-no-documents = Your own folder Documents was not found.
    .hint = Open File Explorer and see whether you have a folder called Documents. If not, ask the IT department.
double-click-shared = Your folder { $folder } is within the shared folder. Others could read your plans there.
    .hint = Put the program into the folder with the profiles and not above it, or ask the IT department.
# The pages on the screen (spind serve)
help-serve = Shows a page about the department in the browser: who lacks what, errors and plans. On this computer alone, and nothing can be changed there.
help-arg-port = The number of the port to use (otherwise a free one)
help-arg-no_open = Only show the address; do not open the browser
help-examples-serve =
    spind serve profiles                            the whole department in the browser
    spind serve profiles --only "Hedekær Skole"     one workplace alone
    spind serve profiles --poll                     on a network drive
serve-address = The page is here as long as this window is open: { $address }
serve-not-shown = The browser could not be opened.
    .hint = Copy the address above into it.
serve-opens = The page is opening
    .hint = If nothing happens, press the button. If the program was closed, start it again.
serve-open-pages = Open the page
serve-used-twice = The file that opens the page was used twice.
    .hint = If that was you, use the address as it stands in the window where the program runs. Otherwise somebody else on this computer may have opened the page: close the window and start the program again.
serve-port-taken = Port { $port } is taken.
    .hint = Choose another one with --port, or leave it out and a free one is found.
serve-not-opened = The page can’t be shown on this computer: { $reason }
    .hint = Try without --port. If that does not help, use spind build and spind status.
serve-people = Employees
serve-year = The year and the booklets
serve-code = Check an agreement code
    .hint = The code stands at the foot of the plan. Type it here to be told whether that plan is what the folder holds now.
serve-departments = Departments
serve-pages = Pages
serve-skip = Skip to the content
serve-read-only = This page only shows what the files of the folder say. Nothing can be changed here. It is on this computer and can only be opened from it.
serve-no-script = The page does not follow by itself when a file is changed.
serve-again = Get the page again
serve-stopped = The program was closed, so the page no longer follows.
serve-gone = The folder is gone.
    .hint = The page shows what was last in it, and follows again as soon as the folder is back.
serve-back = The folder is back.
serve-waiting = The documents are being made
    .hint = It takes a moment the first time. The page comes by itself.
serve-said-list = The list was updated.
serve-said-shared = The other files in the folder were checked again.
serve-said-year = The overview was updated.
serve-said-documents = The booklets were updated.
serve-said-answer = The answer was updated.
serve-said-plan = The plan of { $name } was made again.
serve-said-no-plan = The plan of { $name } is no longer shown.
serve-unusable = The department’s files can’t be used as they are. Correct the errors and everything else comes.
serve-shared-wrong = There is something to look at in the other files of the folder, or something that could not be made.
serve-find = Find
serve-find-go = Find
serve-find-help = A name, a workplace or for example “draft”, “error” or “noted”
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
serve-talk = Talk { $name }
serve-signed = noted as signed: { $name }
serve-changed = changed since it was noted as signed
serve-overdue = { $count } overdue
serve-back-to-people = All employees
serve-papers = To print
serve-open = Open { $name } (PDF in a new tab)
serve-the-plan = the plan
serve-the-preparation = the preparation
serve-the-booklet = the internal booklet
serve-the-strategic-plan = the strategic training plan
serve-the-public-booklet = the public booklet
serve-the-blank-form = the blank form
serve-print = Print from the new tab with Ctrl+P, on both sides of the sheet.
serve-no-plan = The plan is shown when the errors are corrected.
serve-plan-not-made = The plan could not be made. “The year and the booklets” tells why.
serve-out-of-date = The plan in the folder of documents is from before the error and out of date.
serve-wrong = Errors and warnings
serve-now = Now: { $name }.
serve-nothing-wrong = There is nothing to correct.
serve-line = line { $count }
serve-corrected = Write instead
serve-plan = The plan
serve-plan-of = The plan of { $name }
serve-missing-in-year = What is missing
serve-deadlines = Deadlines
serve-nothing-missing = Nobody lacks anything.
serve-lacks-sound-profile = The profile has an error ({ $count })
serve-lacks-levels = The profile is not filled in ({ $count })
serve-lacks-talk = The talk was not held ({ $count })
serve-lacks-agreement = The talk was held, but the plan is not agreed ({ $count })
serve-lacks-signatures = Agreed, but not noted as signed by both ({ $count })
serve-lacks-same = Changed since it was noted as signed ({ $count })
serve-lacks-steps = Something in the plan is overdue ({ $count })
serve-by-school = Workplace by workplace
serve-documents = Booklets and plans for the whole department
serve-no-documents = There are none right now.
serve-shared = Other files in the folder
serve-code-field = Agreement code
serve-code-go = Check
serve-answer = Answer
serve-not-a-code = “{ $code }” is not an agreement code.
    .hint = Type it as it stands at the foot of the plan: six groups of four characters and a check character.
serve-missing = There is nothing here
    .hint = The profile or the document is no longer there, or the address is from an earlier run of the program.
serve-home = To the first page
serve-refused = The page can’t be opened like this
    .hint = Open the address as it stands in the window where the program runs. It is valid until that window is closed, and only in the browser on that computer.
