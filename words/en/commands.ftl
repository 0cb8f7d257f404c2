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

# The turn of the year, and forgetting someone.

help-rollover = Closes the year: keeps everything in an archive and readies the profiles for the next one.
help-arg-to = The new period, such as 2027/28
help-arg-archive = The archive: the folder of closed years, outside the shared folder
help-arg-yes = Do it without asking

confirm-nobody = Nothing was changed, for there is nobody here to ask.
    .hint = Read the list, and run the command again with --yes.
confirm-declined = Nothing was changed.

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
rollover-person-edited = { $file } ({ $name }): was changed after the archive was made, and is left alone
rollover-person-added = { $file } ({ $name }): was added after the archive was made, and is left alone
rollover-person-gone = { $file } ({ $name }): is no longer in the folder
rollover-courses = finished: { $courses }
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

person-nobody = No profile fits “{ $who }”.
    .hint = { $nearest ->
        [none] Write the name as it stands in the profile, or the path of the file.
       *[other] Did you mean “{ $nearest }”? Otherwise write the path of the file.
    }
person-several = “{ $who }” fits several: { $files }
    .hint = Write the path of the right file instead of the name.
person-no-department = “{ $who }” is in no department’s folder.
    .hint = A department’s folder is the one with an afdeling.yaml. Name it with --folder.
person-unreadable = “{ $who }” could not be found: { $reason }
    .hint = See that you have access to the folder.

help-forget = Deletes all about a person: profile, plans, copies, and what is in archives.
help-arg-person = The person: a name or the path of the profile
forget-title = This about { $name } is deleted:
forget-common = These common documents are deleted and made anew:
forget-out-of-another = { $out } holds another department’s documents and is left alone.
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
forget-not-rebuilt = The department’s documents in { $out } could not be made anew.
    .hint = Run spind build when the errors are mended. Until then other people’s plans may still hold the name.
forget-out-of-date = { $path } is from before, because the profile has an error, and may still mention { $name }.
    .hint = Mend the error and run spind build, or delete the file.
forget-not-remade = { $path } was deleted. Make it again if it is needed.
