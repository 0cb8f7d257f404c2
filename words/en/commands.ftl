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
    .hint = The folder must contain plan.typ and booklet.typ, with --forberedelse also preparation.typ and with --blank also blank-form.typ. Without --templates, the program uses its own.
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

help-arg-forberedelse = Also make each employee’s preparation for the talk
help-arg-blank = Also make a blank form, blanket.pdf, to fill in with a pen
