### Plan and booklet. Fixed words (label-…) and sentences that the program fills in.

## Shared

label-school = Workplace
label-position = Position
label-leader = Manager
label-employee = Employee
label-talk = Appraisal meeting
label-agreed = Agreed
label-judged = Status as of
label-roles = Roles
label-page = Page
label-of = of
label-missing = not filled in
label-not-relevant = not relevant

label-radar = Skills chart
label-areas = The areas
label-number = No.
label-area = Area
label-current = Now
label-wanted = Wanted
template-current = { $area } now
template-wanted = { $area } wanted
template-people = Employees
template-levels = Levels
template-level = Level
template-meaning = Meaning
template-not-relevant = The area is not part of the job
template-choose-title = Choose from the list
template-choose = Choose one of the levels on the list, or leave the cell empty.
template-mean = Average
export-matrix = Employees × areas
label-gap = Step up
label-levels = Scale
label-priority = Priority
label-indicative = The role model’s levels are for guidance only. Nobody has to master everything.

label-courses = Courses and other ways to learn
label-course-number = No.
label-course-title = Course or other way to learn
label-course-kind = Type
label-no-courses = No step up calls for a course.

## Plan

label-plan-draft = Proposed plan
label-plan-agreed = What we have agreed
label-plan-empty = There are no activities in the plan.
label-plan-empty-write = Write what you agree on the lines below: goal, activity, person responsible, deadline and cover.
label-goal = Goal
label-activity = Activity
label-responsible = Responsible
label-stand-in = Cover
label-stand-ins = Undisturbed time and cover
label-changes = Changes agreed at the meeting (to be made in the file as well)
label-since-last = Since last time
label-risen = Higher level than last year
label-further = Further suggestions
label-colleagues = Colleagues willing to teach
label-goal-and-way = Goal and activity
label-who-and-when = Who and when
label-success = Sign of success
label-leader-does = Manager
label-no-stand-in = missing
label-needed = essential
label-tick = The tick is the role model’s level, for guidance only. Nobody has to master everything.
label-signatures = Signatures
label-place-and-date = Place and date
label-consents = Consent
label-consents-note = Consent is voluntary and is not part of the agreement. It can be changed or withdrawn at any time.
label-consent = Consent
label-answer = Current answer
label-initials = Initials
label-date = Date

print-title = Plans to print: { $place }
plan-draft = Draft plan for the meeting
plan-lift = from { $from } to { $to }
plan-agreed = Agreed plan
plan-follow-up = The plan will be followed up on { $date }.
plan-a-colleague = a colleague
plan-form-with = { $form } with { $mentor }
plan-stand-ins =
    { $all ->
        [one] The one unfinished activity { $covered ->
            [0] has no cover.
           *[other] has cover.
        }
       *[other] Cover is arranged for { $covered } of { $all } open activities.
    }
plan-without-stand-in = Without cover: { $lines }.

points-achieved = Achieved since last time
points-lifts = Biggest steps up
points-no-lifts = No step up wanted.
plan-not-filled-in = The profile is empty: no area has a level yet. Write the numbers under “profile” in the file. Only then can the plan be signed.
points-not-filled-in = The profile has not been filled in yet.
points-strengths = Strengths
points-less = Would like to cut back on
points-needed = Essential
points-other-lifts = Other steps up
points-proposed = Proposed
points-agreed = Agreed
points-no-lines = No activities yet.
points-lines =
    { $count ->
        [one] 1 activity, see the plan.
       *[other] { $count } activities, see the plan.
    }
points-more-lines = and { $count } more in the plan
points-more-needed = and { $count } more in the table
point-change = { $area }: { $from } → { $to }
point-level = { $area }: { $level }

consent-booklet = My name, my workplace, my position and my levels may appear in the public booklet.
consent-teaches = I may be named as someone who can teach others.
answer-yes = yes
answer-no = no
answer-areas = yes: { $areas }

## Courses

courses-need = Essential
courses-nice = Useful
courses-unset = Priority not set
courses-planned = In the plan, without a step up wanted
courses-none = No course in the catalogue: agree on peer training, job rotation or self-study
courses-more =
    { $count ->
        [one] The catalogue has 1 more course for these steps up.
       *[other] The catalogue has { $count } more courses for these steps up.
    }
course-days =
    { $one ->
        [yes] 1 day
       *[no] { $days } days
    }
course-example = (invented)
reason-gap = { $area } from { $current } towards { $wanted }.
reason-in-plan = In the plan: { $status }.
reason-part-of-the-way = Leads to level { $level }.
reason-too-advanced = Builds on level { $level }, above the current one.
reason-also = Also covers { $areas }.

form-amu = AMU
form-kommunom = kommunom
form-cok = COK
form-internal = in-house course
form-peer-training = peer training
form-job-rotation = job rotation
form-self-study = self-study
form-peer-group = peer group
form-other = other

status-proposed = proposed
progress-suggested = suggested from the catalogue
status-agreed = agreed
status-enrolled = enrolled
status-started = in progress
status-done = completed
status-postponed = postponed
status-dropped = dropped

priority-need = essential
priority-nice = useful

responsible-leader = manager
responsible-employee = employee

## Skills chart

radar-missing = not filled in
legend-current = now
legend-wanted = wanted
legend-needed = essential step up
legend-expected = role model (for guidance)
legend-last-year = last year
legend-spread = the middle half
legend-mean-current = average now
legend-mean-wanted = average wanted

alt-person = Skills chart for { $name }: areas filled in: { $filled } of { $areas }; steps up wanted: { $gaps }.
alt-group = The department’s skills chart: averages; number of profiles: { $people }.
alt-area = { $area }: now { $current }, wanted { $wanted }.
alt-area-needed = { $area }: now { $current }, wanted { $wanted }, essential.
alt-area-missing = { $area }: not filled in.
alt-area-not-relevant = { $area }: not relevant.
alt-table = The same figures are in the table “{ $table }”.

## Booklet

label-contents = Contents
label-decision = What needs deciding
label-five-needs = The biggest needs
label-purchases = What we buy
label-purchase = Course
label-purchase-cost = Price
label-bound = Committed
label-wished = Requested
label-money = Money
label-risks = Three things to watch
label-next-dates = The next dates
label-no-dates = There are no upcoming dates.
label-late = Who is late?
label-bar-key = The dark part of the bar is what is essential.
decision-people =
    { $people ->
        [one] 1 employee
       *[other] { $people } employees
    }{ $needed ->
        [0] {""}
       *[other] , essential for { $needed }
    }
decision-more-courses =
    { $count ->
        [one] 1 more course is under “Courses”.
       *[other] { $count } more courses are under “Courses”.
    }
decision-price-unknown = price unknown
money-bound = Committed: agreed, enrolled or in progress
money-wished = Requested: proposed in plans
money-left =
    { $sure ->
        [yes] Left of { $budget } after requests
       *[no] Left of { $budget } after requests (at most)
    }
money-missing =
    { $sure ->
        [yes] Over the budget of { $budget }
       *[no] Over the budget of { $budget } (at least)
    }
money-possible =
    { $priced ->
        [all] Courses that the catalogue suggests for the other steps up would cost { $money } and { $days }.
        [some] Courses that the catalogue suggests for the other steps up would cost at least { $money } and { $days }.
       *[none] Courses that the catalogue suggests for the other steps up would take { $days }; their price is not known.
    }
risk-office = Empty offices
risk-office-days =
    { $part ->
        [yes] { $school } for part of the day { $days }
       *[no] { $school } { $days }
    }
risk-office-days-own =
    { $part ->
        [yes] { $days } for part of the day
       *[no] { $days }
    }
risk-office-line =
    { $more ->
        [0] { $offices }.
        [one] { $offices } and 1 more time; see “Who is away when?”.
       *[other] { $offices } and { $more } more times; see “Who is away when?”.
    }
risk-office-suggested =
    { $count ->
        [one] With the catalogue’s suggestions: 1 more time.
       *[other] With the catalogue’s suggestions: { $count } more times.
    }
risk-office-none = No office is empty because of courses.
risk-office-none-own = The office is never empty because of courses.
risk-role = Roles that depend on one person
risk-role-line =
    { $more ->
        [0] { $role }: { $schools }.
       *[other] { $role }: { $schools } and { $more } more workplaces.
    }
risk-role-none = No role depends on one employee where a workplace has several.
risk-role-person = { $name }: { $roles }.
risk-role-alone = All of them, as the workplace has one member of staff.
risk-role-none-own = No role depends on one employee.
risk-role-more =
    { $count ->
        [one] 1 more employee is listed under “How roles are covered”.
       *[other] { $count } more employees are listed under “How roles are covered”.
    }
risk-role-vacant = Nobody at the level yet: { $roles }.
risk-need = Needs without a course
risk-need-line =
    { $people ->
        [one] { $area }: 1 employee has no course in the catalogue.
       *[other] { $area }: { $people } employees have no course in the catalogue.
    }
risk-need-none = None: the catalogue or the plans have a way to every step up.
date-deadline = Deadline: { $what }
date-deadline-done = Deadline: { $what }, { $done } of { $all } in place
date-registration = Register by: { $course }, { $people }
date-session = Begins: { $course }, { $people }
participants-planned =
    { $people ->
        [one] 1 participant
       *[other] { $people } participants
    }
participants-suggested =
    { $suggested ->
        [one] suggested to 1 person
       *[other] suggested to { $suggested } people
    }
participants-both =
    { $people ->
        [one] 1 participant, suggested to { $suggested } more
       *[other] { $people } participants, suggested to { $suggested } more
    }
late-errors =
    { $count ->
        [one] 1 profile with errors
       *[other] { $count } profiles with errors
    }
late-open =
    { $count ->
        [one] 1 profile not filled in
       *[other] { $count } profiles not filled in
    }
late-not-agreed =
    { $count ->
        [one] 1 plan not agreed
       *[other] { $count } plans not agreed
    }
late-overdue =
    { $count ->
        [one] 1 overdue activity
       *[other] { $count } overdue activities
    }
late-none = Nobody is late.
late-more =
    { $count ->
        [one] 1 more workplace is in the annual cycle.
       *[other] { $count } more workplaces are in the annual cycle.
    }
label-how-to-read = How to read this booklet
label-department-radar = The department’s skills chart
label-averages = Averages for the areas
label-middle-half = Middle half
label-range = Lowest – highest
label-with-gap = Want a step up
label-people = Profiles
label-source = Source
label-how-to-read-radar = The solid line is the level now, the dashed line is the level wanted, and the dotted line is the role model’s own level, for guidance. An area without a point has not been filled in; it is not zero.
label-how-to-read-people = Each employee has a separate page: the skills chart, the areas, and the courses that suit the steps up wanted. Nobody has to master everything, but together the employees should cover what the workplace needs.
booklet-internal = Internal – not for publication
booklet-volume = Volume { $number } of { $count }
label-volumes = The employees’ pages
label-volumes-note = The employees’ pages and their levels at a glance are in volumes of their own. The index gives the volume and page of each employee.
label-public-volumes-note = The employees’ pages and their levels at a glance are in volumes of their own.
label-file = File
label-volume = Volume
label-schools = Workplaces
booklet-counts =
    { $people ->
        [one] 1 profile
       *[other] { $people } profiles
    } from { $schools ->
        [one] 1 workplace
       *[other] { $schools } workplaces
    }
booklet-judged = Status as of { $date }
booklet-missing =
    { $count ->
        [one] 1 profile is missing because its file has errors.
       *[other] { $count } profiles are missing because their files have errors.
    }

## Role model

label-role-model-note = The role model is a picture of what the work may call for. It is not a checklist, and nobody has to master everything. The votes show how many found the competency important.
label-presumed = Taken as known
label-other-competencies = Other competencies
label-roles-and-levels = The roles
label-roles-note = The levels are for guidance. One person may fill several roles, and several may share one.
label-role = Role
label-role-description = Description
label-role-requires = Level required
area-expected = Level for guidance: { $level }.
amu-full = Covered by AMU courses.
amu-partial = Partly covered by AMU courses.
amu-none = Not covered by AMU courses.
competency-votes =
    { $votes ->
        [one] 1 vote
       *[other] { $votes } votes
    }
competency-added = added
competency-questioned = questioned
competency-marks = “Added” competencies were added by the focus group; it doubted the “questioned” ones.

## For the meeting

label-talk-points = For the meeting
talk-difference = { $area }: employee { $employee }, manager { $leader }
talk-leader-view-unusable = The manager’s assessment could not be read and is not included.
talk-need-without-line = { $area } is essential but has no activity in the plan.
plan-overdue = deadline has passed
plan-soon-due = deadline is near
plan-session = session { $date }
courses-mentor = { $area }: { $name }, { $school }
course-in = { $date } in { $town }
course-half-days = half days
course-register-by = register by { $date }
course-guaranteed = guaranteed to run
teaching-day = daytime
teaching-evening = evening
teaching-online = online
course-blocks = { $count } blocks, the next from { $dates }
course-also-held = also { $dates }
course-more-sessions = { $count ->
    [one] 1 more date
   *[other] { $count } more dates
}
course-after-deadline = only after the deadline
course-session-unknown = The session is not in the plan
course-free-seats =
    { $seats ->
        [0] no free places
        [one] 1 free place
       *[other] { $seats } free places
    }
course-price = { $price } { $currency }
course-price-after-subsidy = { $price } { $currency } after subsidy
course-full-price = full price { $price } { $currency }

## Agreement code

label-code = Agreement code
label-code-covers = The code covers all that is agreed: levels, priority, goals, activities, who is responsible, deadlines and follow-up. If any of it changes, the plan gets a new code.
alt-code = QR code with the agreement code { $code } in full.
## Agreement and signature

label-attached-agreement = What has been agreed
label-attached-data = The data behind the pages
label-changed-heading = Changed since it was signed
responsible-department = the department
plan-changed-since-signed = The plan is no longer the one recorded as signed. What has changed:
plan-shared-changed = What you agreed is the same. Only the role model or the course catalogue has changed:
signature-noted = Recorded as signed on paper on { $date }.
signature-noted-by = Recorded by { $who }; the paper is the proof.
signature-note = The paper is the proof.
signature-not-compared = The code on the paper was not compared.
signature-outdated = Applies to an earlier version.

## What has changed

change-nothing = not given
change-name = Name: { $from } → { $to }
change-school = Workplace: { $from } → { $to }
change-leader = Manager: { $from } → { $to }
change-area-added = { $area } was added: now { $current }, wanted { $wanted }
change-area-removed = { $area } was removed
change-current = { $area }: level now { $from } → { $to }
change-wanted = { $area }: wanted level { $from } → { $to }
change-priority = { $area }: priority { $from } → { $to }
change-area-name = An area has a new name: { $from } → { $to }
change-line-added = New line in the plan: { $line }
change-line-removed = Line removed from the plan: { $line }
change-line-area = { $line }: area { $from } → { $to }
change-line-activity = { $line }: activity { $from } → { $to }
change-line-mentor = { $line }: another colleague
change-line-responsible = { $line }: responsible { $from } → { $to }
change-line-deadline = { $line }: deadline { $from } → { $to }
change-line-success = { $line }: success is shown by { $from } → { $to }
change-line-leader-does = { $line }: the manager does { $from } → { $to }
change-course-title = Course { $number } has a new title: { $from } → { $to }
change-follow-up = Follow-up: { $from } → { $to }
change-role-model = Role model: { $from } → { $to }
change-role-model-version = Version of the role model: { $from } → { $to }
change-scale = The levels of the scale have changed

## Preparation

prep-title = Preparing for the meeting
label-prep-own = This sheet is yours. Write on it before the meeting and bring it along. It does not have to be signed.
label-prep-looking-back = Looking back
label-prep-motivation = Motivation and well-being
label-prep-goals = Goals and development
label-prep-less = What can we cut back on?
label-prep-mirror = The role model as a mirror
label-prep-mirror-note = The role model is a picture of what the work may call for. It is not a checklist, and nobody has to master everything.
label-prep-circle = Circle what you want to talk about.
label-prep-notes = Your own notes
label-prep-last-goal = Goal in the last plan
label-prep-status = Status
label-prep-outcome = What I got out of it, or what is still to do
label-prep-lifts = Steps up you want
label-prep-rank = Write 1 next to the step up that matters most this year.
label-prep-can = What I want to be able to do
label-prep-learn = How I learn it best
prep-listed = { $heading }: { $items }.
prep-fallen = Lower than last time
prep-other-lifts = Other steps up
prep-satisfied = What are you most pleased with from the past year?
prep-what-helped = What are you most pleased with, and what helped you along?
prep-what-changed = What has changed?
prep-no-time-for = What has there been too little time for?
prep-energy = What makes you look forward to work, and what drains your energy?
prep-good-at = What are you good at, and who could learn it from you?
prep-use-strengths = Where do you use them best, and who could learn from you?
prep-peace = When do you need peace and quiet to finish a task, and how should that be arranged?
prep-spared = What would make it possible for you to be away while you learn something new?
prep-no-pile = Who looks after your tasks meanwhile, so that they do not pile up?
prep-seen-differently = Seen differently
prep-where-you-stand = Which tasks best show where you stand?
prep-level = { $level } ({ $name })
prep-from-to = From { $from } to { $to }
prep-no-activity = no activity in the plan
prep-keep = What would you like to stay good at, or teach others?
prep-what-can-wait = What can wait?
prep-future = Which tasks would you like to have in a couple of years?
prep-who-takes-over = Which tasks are they, and who can take them over?
prep-simpler = Which tasks can be done more simply, less often or not at all, so that there is plenty of time for the core tasks?
prep-above = Above the role model
prep-equal = At the same level
prep-below = Below the role model
prep-now = now { $level }
prep-role-model = role model { $level }
prep-does-it-fit = What in the role model does not fit your work, and what is missing?

## Follow-up and calendar

follow-up-title = Following up the plan
label-follow-up = Follow-up
label-next-deadline = Next deadline
label-follow-up-notes = Notes
label-follow-up-empty = The plan has no lines.
event-talk = Meeting
event-follow-up = Follow-up of the development plan
event-deadline =
    { $count ->
        [one] Deadline in the development plan
       *[other] Deadline in the development plan ({ $count } lines)
    }
event-course = Course
event-registration = Last day to register for a course

## Blank form

blank-state = Blank form
blank-title = Skills chart and plan
blank-to-file = How to turn the form into a file: write the numbers in your profile in the shared folder under “profile:”, for example “{ $example }”, and the lines of the plan under “plan:”. The program then makes the plan.
label-blank-name = Name
label-blank-period = Period
label-blank-draw = Put a dot on each axis at your level now, and join the dots. Do the same for the level you want with another pen or a dashed line.
label-blank-last-year = Last year
label-blank-remark = Remark
label-blank-last-plan = Last year’s plan
label-blank-plan = Plan
label-blank-deadline = Deadline
label-blank-follow-up = The plan will be followed up on
label-blank-only-areas = In these areas only:
label-blank-answer = Answer
alt-blank = Blank skills chart to draw in. Axes: { $areas }. Levels, from the centre outwards: { $levels }.

## Strategic training plan and the chapters of the booklet

figure-few = fewer than { $least }
name-and-school = { $name } ({ $school })
strategy-way-course = { $course }: { $people }
strategy-way-course-of = { $course }: { $people } of { $all }
strategy-way-none = No course in the catalogue suits everyone: in-house course, network or peer training
strategy-way-teachers-count = Colleagues who have agreed to teach: { $people }
group-line =
    { $people ->
        [one] Group { $number }, { $when }, 1 employee.
       *[other] Group { $number }, { $when }, { $people } employees.
    }
group-without-date = no date yet
group-none = No group
group-needs-cover = The office needs cover meanwhile: { $schools }.
group-enrolled = Of these, enrolled: { $enrolled }.
group-unknown-session = Have a place in a session that is not in the plan.
reason-placed = { $names }: { $reasons }.
reason-late = { $names }: only after the deadline, as no session is before it.
reason-late-because = { $names }: only after the deadline, as { $reasons }.
reason-no-session = { $names }: no date, as the catalogue has no session with free places.
reason-no-date-because = { $names }: no date, as { $reasons }.
against-full = there are no places left on { $date }
against-another-course = { $date } clashes with another course
against-office-empty = the office would be empty on { $date }
against-one-class-more = { $date } would take another group
against-more = { $count ->
    [one] 1 more session is not possible either
   *[other] { $count } more sessions are not possible either
}
clash-office = { $school }: the office is empty when these clash: { $courses }.
clash-person = { $name } would be in two places at once: { $courses }.
clash-not-all-tried = There are more possibilities than the program can try. There may be a better way to form the groups.
without-course = In-house course or network for { $people }.
without-course-teachers = In-house course or network for { $people } with { $names }, who have agreed to teach.
without-course-who = Needed by { $names }.
total-hidden = The total cost and number of days are not shown, because some of the figures rest on so few people that they could be worked out.
total-cost = { $kroner } { $currency } in total after subsidy; course days: { $days }.
total-without-price = The price of { $courses ->
    [one] one course
   *[other] { $courses } courses
} is not known.
total-without-days = The length of { $courses ->
    [one] one course
   *[other] { $courses } courses
} is not known.
budget-within = The budget is { $budget } { $currency }; { $difference } { $currency } is left.
budget-over = The budget is { $budget } { $currency }; it is { $difference } { $currency } short.
budget-left-short =
    { $sure ->
        [yes] The budget is { $budget } { $currency }. Once what is committed has been paid, { $left } { $currency } is left for the rest, which is { $difference } { $currency } short.
       *[no] The budget is { $budget } { $currency }. Once what is committed has been paid, { $left } { $currency } is left for the rest, which is at least { $difference } { $currency } short.
    }
budget-bound-over =
    { $sure ->
        [yes] The budget is { $budget } { $currency }. What is committed alone costs { $difference } { $currency } more.
       *[no] The budget is { $budget } { $currency }. What is committed alone costs at least { $difference } { $currency } more.
    }
budget-later-possible = Later, possible: { $course } (employees: { $people }, essential for { $needed }, { $kroner } { $currency })
budget-later-wished = Later, requested: { $course } (employees: { $people }, essential for { $needed }, { $kroner } { $currency })
budget-first-possible = First, possible: { $course } (employees: { $people }, essential for { $needed }, { $kroner } { $currency })
budget-first-wished = First, requested: { $course } (employees: { $people }, essential for { $needed }, { $kroner } { $currency })
budget-bound = Committed: { $course } (employees: { $people }, essential for { $needed }, { $kroner } { $currency })
booklet-more-lines =
    { $count ->
        [one] 1 more line is in the employee’s own plan.
       *[other] { $count } more lines are in the employee’s own plan.
    }
booklet-own-activity = own activity
heat-school = { $school } ({ $people })
booklet-strength =
    { $teachers ->
        [0] { $area }: { $people } at level { $level } or above.
       *[other] { $area }: { $people } at level { $level } or above; { $teachers } willing to teach.
    }
index-areas = Areas
index-courses = Courses
index-volume-page = volume { $volume }, page { $page }
index-volume = volume { $volume }
strategic-plan-note = The plan has no names or workplaces. A figure that rests on fewer than { $least } employees reads “fewer than { $least }”; this goes for sums and days too. Where it says “not shown”, one of the small figures could otherwise be worked out. Averages and numbers of levels are only in the internal booklet.
strategic-plan-judged = Status of courses and sessions as of { $date }.
label-strategic-plan = Strategic training plan
label-rank = No.
label-employees = Employees
label-levels-to-lift = Levels
label-priority-need = Essential
label-mean-now-wanted = Average now → wanted
label-days = Days
label-kroner = DKK
label-strategy-empty = Nobody wants a step up.
label-strategy-no-courses = No course in the catalogue suits the steps up wanted.
label-strategy-areas = Areas by need
label-strategy-areas-note = First the areas in which most people want a step up, then those with the most levels, then those that are essential for most.
label-strategy-areas-note-public = First the areas in which most people want a step up. The share is of those who have filled in the area.
label-strategy-ways = Ways to step up
label-strategy-ways-none = Without a course
label-strategy-teachers = Willing to teach
label-strategy-willing = Have agreed to teach
label-strategy-teachers-note = They have agreed to teach and are at least where a colleague wants to be.
label-teaches = yes
teaches-all = all areas
teaches-all-but = all except { $areas }
teacher-areas = { $name } ({ $areas })
label-strategy-courses = Courses
label-strategy-courses-note = Each employee is counted with the course in the plan, otherwise with the one that best suits the step up. Price after subsidy.
label-course-stages = Enrolled, agreed, proposed, suggested
label-stage-enrolled = enrolled or in progress
label-stage-agreed = agreed
label-stage-proposed = proposed in the plan
label-stage-suggested = suggested by the catalogue
label-strategy-first = When the budget falls short
label-strategy-first-note = First what is committed, then what is requested in plans, then suggestions. Within each group, first what is essential for most people, then what most people need, then what gives the biggest steps up for the money.
label-strategy-groups = Groups
label-strategy-groups-note = Anyone already enrolled stays in that session. Nobody is in two places at once, and no office of two or more is left empty. In-house groups are as few as possible. Dates and places are from the catalogue.
label-strategy-clashes = Dates that clash
label-strategy-without-course = No course in the catalogue
label-needs = Courses needed
label-needs-note = For providers and neighbouring councils: what is needed, and for how many.
label-needs-areas = Areas
label-needs-courses = Courses
label-needs-more = More courses are in the plan above.
label-heat-maps = The levels at a glance
label-heat-note = The figure is the level now; the higher it is, the darker the background. A dash is an area that is not filled in or not relevant.
label-heat-below = A triangle in the corner marks a level below the role model’s level for guidance.
label-heat-expected = The role model
label-heat-by-person = Areas and employees
label-heat-by-school = Areas and workplaces, averages
label-name = Name
label-strengths-to-share = Strengths to share
label-coverage = How roles are covered
label-coverage-note = How many at each workplace are at the levels that the role requires. This is guidance, not a checklist: nobody has to master everything, but together the workplace should.
label-wheel = Annual cycle
label-year = The year
label-wheel-note = The number shows how many there are in the month; for deadlines it shows the day.
label-wheel-schools = How far each workplace has got
label-month = Month
lane-deadlines = Deadlines
lane-talks = Meetings
lane-registration = Register by
lane-groups = Groups begin
lane-follow-ups = Follow-ups
label-calendar = Who is away when?
label-calendar-note = The columns are weeks; the numbers show how many from the workplace are on a course. The names are under “Groups”.
label-calendar-none = Nobody is in a group with a date.
label-office-size = Staff
label-away-whole = whole days
label-away-half = half days
label-away-empty = the office is empty
label-away-empty-suggested = the office is empty if the suggestions are followed
label-away-suggested = in brackets: only suggested by the catalogue
label-calendar-empty = Offices that are empty
calendar-empty = The office at { $school } is empty { $days }: { $courses }.
calendar-empty-half = The office at { $school } is empty for part of the day { $days }: { $courses }.
calendar-alone = { $school } has one member of staff and needs cover { $days }: { $courses }.
calendar-alone-half = { $school } has one member of staff and needs cover for part of the day { $days }: { $courses }.
calendar-suggested = (only suggested)
calendar-more = There are { $count } more; see the groups.
label-with-errors = With errors
label-talks-held = Meetings held
label-plans-agreed = Plans agreed
label-lines-overdue = Overdue
label-deadline = Deadline
label-status = Status
label-plan = Plan
label-index = Index

# The public booklet
booklet-public = Public booklet
label-public-how-to-read-people = These are the employees who have agreed to be included, each on a separate page with a skills chart and the areas. Nobody has to master everything, but together the employees should cover what the workplace needs.
label-public-group = The participants together
label-public-group-note = The averages are of the people in this booklet, and of nobody else. Where too few have filled in an area, no average is shown.
label-public-filled-in = Filled in by
# Strategic plan: figures that cannot be shown
figure-withheld = not shown
radar-too-few = too few
alt-public-group = Skills chart for the people in the booklet: averages; number of people: { $people }.
alt-area-too-few = { $area }: too few have filled in the area.
strategy-share-heading = At level { $level } or above
share-under-quarter = under 25%
share-from-quarter = 25% to under 50%
share-from-half = 50% to under 75%
share-from-three-quarters = 75% or more
share-under-half = under 50%
share-half-or-more = 50% or more
strategy-way-other = Planned another way: { $people }
strategy-way-postponed = Postponed: { $people }
strategy-way-done = Line in the plan completed: { $people }
without-course-withheld = In-house course or network.
total-told = The courses whose figures are shown cost { $kroner } { $currency } after subsidy and take { $days } course days.
budget-only = The budget is { $budget } { $currency }.
budget-reaches = The budget is { $budget } { $currency } and is enough, even if each of the small figures is as large as it can be.
booklet-name = Skills booklet, { $role-model }
label-coverage-look = Worth a closer look
label-coverage-one = Depends on one person
label-coverage-nobody = Nobody at this level yet
label-evaluation = Evaluation of the year
label-evaluation-note = For the evaluation: what became of the lines of the plans, which steps up have been reached since last year, and what it cost.
label-evaluation-lines = Plan lines by status
label-evaluation-last = Last year’s plans
label-evaluation-this = This year’s plans
label-evaluation-lifts = Steps up reached since last year
label-evaluation-people = Filled in both years
label-evaluation-higher = Higher
label-evaluation-lower = Lower
label-evaluation-money = Money
label-evaluation-few = too few to show a figure
evaluation-no-status = no status
evaluation-spent = The courses completed under this year’s plans cost { $kroner } { $currency } after subsidy and took { $days } course days.

# The tables of an export.
export-levels = Levels
export-people = Employees
export-matches = Course suggestions
export-groups = Groups
export-coverage = How roles are covered
export-areas = Areas
export-courses = Courses
export-about = About the figures
export-about-levels = One row for each employee and area. An empty cell means that the area has not been filled in. Step up is wanted minus now.
export-about-people = One row for each employee, including those whose profile has errors. A plan is up to date if it was agreed in the last twelve months and has not changed since it was recorded as signed.
export-about-matches = One row for each course that leads to a step up, the best suggestion first. A row without a course is a step up that no course in the catalogue leads to.
export-about-groups = One row for each employee in each group. Without a start date the group is a proposal. “Needs cover” is yes where the office would otherwise be empty.
export-about-coverage = One row for each workplace and role, with the people at the levels that the role requires.
export-about-areas = One row for each area: averages and needs. “Levels to climb” is the sum of everyone’s steps up.
export-about-areas-public = One row for each area. The averages are of the people included here, and are shown only where enough of them have filled in the area.
export-about-courses = One row for each course in the catalogue. A course counts the people who have it in their plan or as their best suggestion. The cost is the price less subsidy for all of them.
export-about-courses-public = One row for each course in the catalogue.
export-department = Department
export-period = Period
export-edition = Edition
export-judged-on = Status as of
export-made-by = Made with
export-lift = Step up
export-last-year = Last year
export-role-model = Role model
export-file = File
export-profile = Profile
export-profile-sound = no errors
export-profile-error = has errors
export-profile-open = not filled in
export-talk-held = Meeting held
export-plan = Plan
export-agreed = Agreed on
export-signed-by-employee = Employee, recorded as signed
export-signed-by-leader = Manager, recorded as signed
export-signature-notes = Recorded by
export-changed-since-signed = Changed since
export-overdue = Overdue
export-up-to-date = Up to date
export-rank = Suggestion no.
export-course-number = Course no.
export-course-title = Course
export-fit = Fit
export-fit-whole-way = the whole way
export-fit-part-of-the-way = part of the way
export-fit-unknown = level not given
export-fit-too-advanced = starts higher up
export-in-plan = In the plan
export-progress = Progress
export-group = Group no.
export-start = Start
export-end = End
export-town = Town
export-needs-cover = Needs cover
export-covered-by = Covered by
export-names = Names
export-filled-in = Filled in by
export-mean-current = Average now
export-mean-wanted = Average wanted
export-lowest = Lowest now
export-highest = Highest now
export-with-gap = Want a step up
export-levels-to-climb = Levels to climb
export-needed = Essential for
export-without-course = Without a course
export-other-ways = Planned another way
export-postponed = Postponed
export-done = Line in the plan completed
export-course-areas = Areas
export-provider = Provider
export-from-level = From level
export-to-level = To level
export-expires = Expires
export-days = Days
export-price = Price
export-subsidy = Subsidy
export-people-in-need = Need
export-planned = Of these, in plans
export-bound = Committed
export-wished = Requested
export-possible = Possible
export-all-days = Total days
export-all-cost = Total cost
export-within-budget = Within budget
export-example = Example
coverage-many = { $count } of { $all }, see the table
