### The command line.

help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-spind = spind reads a YAML profile for each employee in a shared folder and makes development plans and a booklet as PDF.
help-build = Makes a plan for each employee, and the department’s booklet.
help-check = Shows what is wrong in the files of the folder, without making documents.
help-new = Lays out a new folder with role model, catalogue and an example.
help-afdeling = Makes the folder of a new department.
help-arg-help = Show this help
help-arg-version = Show the version of the program
help-arg-folder = The department’s folder (otherwise profiles, or the folder you are in if afdeling.yaml is there)
help-arg-dir = The new folder
help-arg-out = Where to put the documents (otherwise out)
help-arg-only = Only this employee or workplace: a name, a workplace, a path or a file name; can be repeated. Does not make the booklet
help-arg-today = The day on which courses must still be available (otherwise the day of the talk)
help-arg-charts = Also save each skills chart as SVG
help-arg-leder = The manager’s own folder with files called NAME.leder.yaml, arranged as the profiles
help-arg-format = Show the problems as text or json
help-arg-explain = Explain an error code, such as unknown-area
help-arg-rettelser = Where the correction files go (else rettelser under --out); may be the shared folder itself
help-arg-templates = Use the templates in this folder
help-arg-fonts = Use the fonts in this folder
help-arg-lang = The language of the program (otherwise the department’s)
help-arg-quiet = Show problems only
help-arg-verbose = Show the summary even when there is no screen

build-no-folder = The folder { $folder } does not exist.
    .hint = Say where the profiles are, for example: spind build H:\Department\profiles
build-folder-unreadable = The folder { $folder } cannot be read.
    .hint = Check that you have access to the folder.
build-out-needed = The documents should not be placed in the shared folder.
    .hint = Say where they should go with --out, for example: spind build --out ../out
build-bad-fonts = The fonts in { $folder } cannot be used: { $reason }
    .hint = The folder must contain at least one .ttf or .otf file. Without --fonts, the program uses its own.
build-bad-templates = The templates in { $folder } cannot be used: { $reason }
    .hint = The folder must contain plan.typ and booklet.typ. Without --templates, the program uses its own.
build-nothing = No documents can be made until the errors above have been corrected.
    .hint = Correct them in afdeling.yaml and rollemodel.yaml, and try again.
build-unknown-person = No profile matches “{ $who }”.
    .hint = Type the name, the workplace or the name of the file. A file with errors does not count.
build-not-written = { $path } could not be saved: { $reason }
    .hint = Close the file if it is open in another program, and see that there is room and that you may write in the folder. The other files are written, and the old file is whole.
build-summary =
    { $people ->
        [one] 1 employee
       *[other] { $people } employees
    }, { $documents ->
        [one] 1 document
       *[other] { $documents } documents
    } in { $out } in { $seconds } s, { $problems ->
        [0] no problems
        [one] 1 problem
       *[other] { $problems } problems
    }
new-exists = { $path } is there already, so nothing was written.
    .hint = Choose another folder, or move the file.
new-not-written = The folder could not be made: { $reason }
    .hint = See that there is room and that you may write there.
build-out-of-date = { $path } is out of date, because the profile has an error.
build-removed = { $path } was removed, because the profile is no longer in the folder.
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
reason-read-only = the disk is write-protected
reason-busy = the file is open in another program
reason-folder = a folder or file is in the way
reason-name = the name is too long or cannot be used
reason-unknown = the system refused
reason-foreign = a file that this program did not make is there already
reason-link = the path goes through a link
reason-template = the template has a fault ({ $error })
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
help-arg-check_today = The day from which retention is counted (otherwise today)

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
sign-in-the-future = { $date } has not come yet, so nothing was noted.
    .hint = Give the day on which the paper was signed with --date.
sign-another-code = The paper does not show the code that the file has now, so nothing was noted.
    .hint = The file has changed since the plan was printed. Build the plan again and sign the new one, or change the file back.
sign-record-unusable = { $path } was changed by hand or is damaged, so nothing was noted.
    .hint = Bring back an earlier version from your backup. If there is none, delete the file and note all signatures again.
sign-not-written = { $path } could not be written, so nothing was noted.
    .hint = Check that you may write in the folder and that there is room.
record-remark =
    Signatures on paper, noted by the program “spind”. The paper is the proof.
    Do not edit this file: it would no longer count.

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

verify-current = Valid now: The plan of { $name }, { $school }, is what the folder holds.
verify-changed = Valid when signed, changed since: The plan of { $name }, { $school }.
verify-unknown = Not issued here, or changed since: The folder knows no such agreement.
    .hint = Is it the right folder? A draft that nobody signed is known only as long as the file is not changed.
verify-profile-missing = The profile is gone or has an error, so what has changed can't be shown.
verify-covers = The code covers name, school, leader, levels, wishes, importance and the lines of the plan; not courses, remarks or anything else on the pages.
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
status-people = Total
status-with-errors = With errors
status-talks-held = Talks held
status-plans-agreed = Agreed
status-signed = Signed
status-overdue = Overdue
status-up-to-date = Up to date
status-share = { $some } of { $all }
status-unknown = unknown
status-name = Name
status-profile = Profile
status-profile-ok = fine
status-profile-error = has errors
status-plan = Plan
status-plan-agreed = agreed
status-plan-draft = draft
status-signed-by-employee = Employee
status-signed-by-leader = Leader
status-since-signed = Since signed
status-changed = changed
status-unchanged = unchanged
# Verification and status
verify-other-names = The pages use other names than the folder, either the short names of areas on the radar or the department’s name. The code does not cover them: read the numbers in the table, or build the plan again.
status-all = All
status-explained =
    Signed: noted for both.
    Up to date: agreed in the last 12 months and unchanged since it was signed.
status-changed-since = changed since
status-by-both = both
status-by-employee = employee only
status-by-leader = manager only
