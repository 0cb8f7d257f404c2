### Programmes in terms, with cohorts and diplomas.


# Fixed words in the files
word-part-meeting = meeting
spelled-part-meeting = joint meeting, session
word-part-own-work = own work
spelled-part-own-work = assignment
word-part-lecture = lecture
spelled-part-lecture = talk
word-part-introduction = introduction
spelled-schema-programme = programme
spelled-schema-cohort = cohort
spelled-schema-answers = answers

# Help while typing
schema-programme = Programme
    .more = The terms and their parts, and what a diploma needs.
schema-cohort = Cohort
    .more = Who takes part, when they meet, and what each has done.
schema-answers = Answers
    .more = What participants wrote on slips without a name.
schema-programme-name = Name
    .more = The programme's name, as the diploma has it.
schema-programme-audience = Audience
    .more = Who the programme is for.
schema-led-by = Led by
    .more = Those who lead it. They sign the diploma.
schema-terms = Terms
    .more = Each term with its theme and parts, the first one first.
schema-term-theme = Theme
    .more = What the term is about.
schema-term-start = First day
schema-term-end = Last day
schema-term-parts = Parts
    .more = The parts of the term in order. They are numbered through the whole programme.
schema-part-name = Name
    .more = The part's name. No two parts have the same.
schema-part-kind = Type
    .more = Whether all meet, or each works alone.
schema-part-lecturers = Lecturers
    .more = Those who speak.
schema-part-lifts = Lifts
    .more = The areas that the part lifts, and to which level.
schema-part-checklist = Checklist
    .more = What an introduction goes through.
schema-diploma = Diploma
    .more = What it takes to get the diploma.
schema-diploma-own-works = Own works
    .more = yes if all own works must be approved. So it is without this line.
schema-diploma-meetings = Meetings
    .more = How many meetings and lectures it takes.
schema-diploma-absence = Absence
    .more = How often somebody may be away without making up for it.
schema-diploma-made-up-by = Made up by
    .more = How an absence is made up for.
schema-waiting-list = Waiting list
    .more = New people who wait for the next cohort.
schema-waiting-since = Waiting since
schema-participant-name = Name
    .more = The name from the person's profile. Without a profile, give the workplace too.
schema-participant-workplace = Workplace
    .more = Only for somebody without a profile.
schema-participant-introduced = Introduction
    .more = The introductions that are done: name or number.
schema-participant-absent = Absent
    .more = The parts that the person missed: name or number. Never write why.
schema-participant-made-up = Made up
    .more = The missed parts that were made up for.
schema-participant-handed-in = Handed in
    .more = Own works that were handed in.
schema-participant-approved = Approved
    .more = Own works that were approved.
schema-participant-credited = Credited
    .more = Parts that the person knew before.
schema-participant-moved = Moved
    .more = To which cohort, and when.
schema-participant-stopped = Stopped
    .more = The day on which the person left the programme. Never write why.
schema-cohort-name = Name
    .more = Without this line it is the file's name.
schema-cohort-sessions = Sessions
    .more = The days on which the cohort meets.
schema-cohort-session-part = Part
    .more = The part's name or number.
schema-cohort-session-date = The day
schema-cohort-session-end = Last day
    .more = If it takes more than one day.
schema-cohort-session-time = Time
    .more = Such as 9.00-12.00.
schema-cohort-session-town = Town
schema-participants = Participants
    .more = One for each. Everybody was there unless it says otherwise.
schema-cohort-closed = Closed
    .more = The day of the close. The diplomas have it.
schema-moved-to = To
    .more = The name of the other cohort's file, without .yaml.
schema-moved-day = The day
schema-slips = Answers
    .more = One for each slip. Write no names.
schema-slip-gained = Gained
    .more = What the programme gave.
schema-slip-wishes = Wishes
    .more = What the participant would like to learn next.
schema-released = Released
    .more = Only when somebody has read all answers and says so here are they printed.
schema-released-by = Read by
schema-released-day = The day
schema-released-count = Count
    .more = How many slips were read. One more must be read too.
schema-released-code = Code
    .more = The code that “spind check” shows for the answers that were read. If one changes, it must be read again.

# Problems with the files
problem-unknown-part = The programme has no part called “{ $value }”.
    .hint = Write the part's name or a number from 1 to { $count }.
problem-part-of-another-kind =
    “{ $part }” is { $kind ->
        [own-work] an own work and not a meeting
       *[meeting] a meeting and not an own work
    }.
    .hint = Absences and sessions belong to meetings and lectures, handed in and approved to own works. Correct the number.
problem-absence-reason = Only the part may be here, and not why.
    .hint = Write only the part's name or number. A reason for an absence has no place in the file.
problem-duplicate-part = Two parts are called “{ $value }”; the first is on line { $line }.
    .hint = Give one another name, for example with a number behind it.
problem-programme-too-large = There are { $count } here, and there may be at most { $most }.
    .hint = Delete what is too much. If these are several programmes or cohorts, give each a file of its own.
problem-more-meetings-than-parts = The diploma counts { $value }, but the programme has { $most } meetings and lectures.
    .hint = Write a number of at most { $most }.
problem-cohort-without-programme = The cohort belongs to no programme: its folder is not named after a file beside it.
    .hint = Name the folder like the programme's file, without .yaml.
problem-unknown-cohort = The programme has no other cohort called “{ $value }”.
    .hint = Write the name of the cohort's file, without .yaml.
problem-participant-twice = “{ $value }” is in the cohort twice.
    .hint = Put everything in one place and delete the other. If they are two people, give both a workplace.
problem-unknown-participant = “{ $value }” has no profile in the folder.
    .hint = Write the name as in the profile. If there is none, give the workplace too.
problem-made-up-not-missed = “{ $part }” was made up for but is not listed as missed.
    .hint = List the part under “absent” too, or delete it under “made_up”.
problem-release-outdated =
    { $status ->
        [without-code] The release has no code.
        [other-texts] These are not the answers that were read and released.
       *[other-count] { $released } answers were read and released, but there are { $count }.
    } They are not printed.
    .hint = Read them all, then write “count: { $count }” and “code: { $code }” under “released”.

# The documents
label-cohort = Cohort
label-audience = For
label-led-by = Led by
label-workplace = Workplace
label-mark-done = done
label-mark-open = something is missing
label-mark-to-come = to come
label-mark-own-work = own work
label-parts = The parts
label-part = Part
label-part-kind = Type
label-when = When
label-state = State
label-lifts = Lifts
label-diploma-needs = What the diploma needs
label-parts-done = Parts
label-lacks = Missing
label-people-lacking = Something is missing
label-people-on-track = Nothing is missing now
label-people-left = No longer in the cohort
label-internal = Internal
label-waiting-since = Waiting since
label-they-say = What participants say
label-they-wish = What they would like to learn
label-what-was-held = What was held
label-lecturers = Lecturers
label-attended = Attended
label-diploma-code = Diploma code
label-diploma-code-covers = The code covers name, programme, cohort and date. “spind verify” shows whether the diploma is genuine.
staircase-done = { $done } of { $all } parts are done.
staircase-of = { $done } of { $all }
staircase-step = Term { $number }, { $theme }: { $done } of { $all } parts are done.
staircase-next = Next: { $part }.
staircase-lift = { $area } is lifted to { $level }.
part-attended = attended
part-made-up = made up for
part-approved = approved
part-credited = credited
part-absent = to be made up for
part-handed-in = handed in
part-late = missing
part-not-held = not held
part-to-come = to come
standing-finished = Finished on { $date }.
standing-moved = Goes on in another cohort.
standing-moved-to = Goes on in cohort { $to }.
standing-stopped = Left on { $date }.
lack-own-works = To be handed in and approved: { $parts }.
lack-absences =
    { $allowed ->
        [0] To be made up for: { $parts }.
       *[other] Missed { $parts }; { $count } of them to be made up for.
    }
lack-made-up-by = An absence is made up for by: { $way }.
lack-meetings = Has { $done } meetings and lectures; the diploma needs { $needed }.
lack-not-over = The programme is not over yet.
rule-own-works =
    { $count ->
        [1] The own work is approved.
       *[other] All { $count } own works are approved.
    }
rule-meetings = At least { $needed } of { $all } meetings and lectures.
rule-absence =
    { $count ->
        [0] Every absence is made up for.
       *[other] At most { $count } absences that were not made up for.
    }
lacking-title = Who lacks what: { $programme }
attendance-title = Attendance: { $programme }
attendance-note = Sign beside your name. Do not write why somebody is away.
sheet-term = Term { $number } of { $all }
sheet-due = to be handed in by { $date }
waiting-title = Waiting list: { $programme }
introduction-done = done
introduction-missing = missing
diploma-heading = Diploma
diploma-has-finished = has completed
closing-title = Closing: { $programme }
closing-held =
    { $terms ->
        [1] In one term
       *[other] In { $terms } terms
    }, { $held ->
        [1] one meeting or lecture was held
       *[other] { $held } meetings and lectures were held
    }.
closing-works =
    { $works ->
        [1] Each participant did one own work.
       *[other] Each participant did { $works } own works.
    }
closing-lecturers =
    { $lecturers ->
        [1] There was one lecturer.
       *[other] There were { $lecturers } lecturers.
    }
closing-started-and-finished = { $started } took part, and { $finished } took their diploma.
closing-started = { $started } took part.
closing-finished = { $finished } took their diploma.
closing-share = Of those who took their diploma, at least { $share }% attended on average.
closing-at-least = at least { $count }
closing-withheld = not shown
closing-note = “Attended” counts those who took their diploma. Where { $least } or fewer were away, it says only how many came at least.
closing-too-few = The answers are not shown: they are from fewer than { $least }.
closing-not-released = The answers are shown once somebody has read and released them all.

# The commands
help-diploma = Makes diplomas for those who have completed a programme, and shows what the others lack.
help-arg-diploma_who = The participant: name or profile
help-arg-all = Everybody who has finished
help-arg-diploma_out = The folder for the diplomas (otherwise out)
help-arg-diploma_today = The day to judge by (otherwise today)
help-forloeb = Makes the file of a new programme in terms.
help-hold = Makes the file of a new cohort of a programme.
help-arg-programme_name = The programme's name
help-arg-cohort_programme = The programme that the cohort belongs to
help-arg-cohort_name = The cohort's name, such as 2027
participant-several = “{ $who }” may be several: { $options }
    .hint = Type the one you mean as it is here, with the quotation marks.
diploma-nobody = No participant is called “{ $who }”.
    .hint = Write the name as in the cohort's file.
diploma-nobody-near = No participant is called “{ $who }”.
    .hint = Did you mean { $nearest }?
diploma-no-programme = The department has no programme that can be read.
    .hint = Make one with spind new forløb, or correct the problems that spind check shows.
diploma-not-yet = { $name } ({ $programme }, { $cohort }) gets no diploma yet:
diploma-made =
    { $count ->
        [1] One diploma was made.
       *[other] { $count } diplomas were made.
    }
diploma-current = { $count } were there already.
verify-diploma = The diploma is genuine: { $name } completed { $programme }, cohort { $cohort }, on { $date }.
new-programme-bad-name = No file can be made for “{ $name }”.
    .hint = Write the name with letters and digits.
new-no-programme = The department has no programme called “{ $name }”.
    .hint = Choose one of these: { $programmes }
new-programme-head =
    A programme in terms. Each term has a theme and some parts.
    A part has a type: meeting, lecture, own work or introduction.
    A line with # in front does not count. Delete the # to use it.
new-programme-audience = New employees
new-programme-introduction = Introduction at the workplace
new-programme-theme = Theme { $number }
new-programme-meeting = Meeting { $number }
new-programme-work = Own work { $number }
new-programme-made-up = a talk with whoever leads the programme
new-programme-rules = What a diploma needs.
new-cohort-head =
    A cohort. Everybody was there unless it says otherwise at their name.
    Write absences only, and never why.
new-cohort-sessions = The days on which the cohort meets. Delete the # and write the day.
new-cohort-participants = One for each participant. Without a profile, give the workplace too.
booklet-cohorts = Programmes
status-cohort =
    { $programme }, { $cohort }: { $people } take part, { $finished } finished, { $lacking } lack something{ $next ->
        [none] {""}
       *[other] ; next on { $next }
    }
forget-entries = The person's lines are taken out of these files, and the rest stays:
forget-cut =
    { $count ->
        [1] The person's lines were taken out of one file.
       *[other] The person's lines were taken out of { $count } files.
    }
label-programmes = Programmes
rollover-cohort-stays = { $file } stays, since only that file says what { $names } did. Write it as “credited” in the new cohort, and the file can go to the archive.
serve-the-term-sheets = the programme sheets ({ $name })
serve-the-attendance-list = the attendance list ({ $name })
serve-the-lacking = who lacks what ({ $name })
serve-the-closing-page = the closing page ({ $name })
