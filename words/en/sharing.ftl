### Sharing with other municipalities: needs that are added up, and packages of a role model and courses.

needs-first-line = Only for the HR departments that add up their needs. Exact numbers: not to be shown to others.
needs-file-about =
    The needs of one department: how many want to learn more in each area, and how many lack each course.
    No names, schools or levels. The file is about employees all the same. Delete it once the numbers are added up.
needs-question = Save the needs to { $path }, to be sent to the other departments? (yes/no)
needs-written = The needs are in { $path }. Send the file only to the HR departments that take part, and note who received it.
needs-incomplete = The needs were not written because something in the folder can't be read, and somebody would be missing from the numbers.
    .hint = Correct what is listed above, and run the command again.
needs-inside = The needs can't be saved in the shared folder: { $path }
    .hint = Choose a place outside it, for example -o ../needs.yaml.
needs-out-needed = The page must not be in the shared folder.
    .hint = Say where it belongs with -o, for example: -o ../page.pdf
needs-unreadable = { $path } can't be read: { $reason }
    .hint = Check that it is the file of needs that the other department sent.
needs-too-large = it is larger than a file of needs can be
needs-faulty = The needs were not added up because a file has errors.
    .hint = Ask the department that sent the file to make it again with spind needs.
needs-too-few = There { $files ->
        [one] is only one file
       *[other] are only { $files } files
    }, but at least three are needed. Of two, each could work out the other's numbers.
    .hint = Write all the files after --sum.
needs-twice = Two of the files are from the same department: { $name }.
    .hint = Use the newer one and leave out the other.
needs-periods = Note: The files are from different periods: { $periods }.
needs-sum-title = Needs added up
needs-sum-rule = A number is shown only if at least three contribute to it and if it is at least { $least } without any one's part.
needs-sum-courses = Courses to fill together
needs-sum-areas = Areas
needs-sum-withheld = Not shown, because too few are behind it: { $list }
needs-people = { $people ->
        [one] 1 employee
       *[other] { $people } employees
    }
needs-days = { $one ->
        [1] { $days } day
       *[other] { $days } days
    }
needs-no-common-month = no month suits all
share-left-out = Left out, because it mentions a person or a school: { $text }

# Siderne om flere kommuner.

label-regional-courses = Courses you can fill together
label-regional-no-courses = No course is based on enough people to be shown yet.
label-regional-months = Months that suit
label-regional-any-month = any month
label-regional-where = Who lacks it?
label-regional-areas = Areas in which people want to learn more
label-regional-short = Who lacks it?
label-regional-no-areas = No area is based on enough people to be shown yet.
label-regional-strengths = Strengths to trade
label-regional-strengths-note = Only municipalities that said yes are listed, and only areas in which many are in the upper half of the scale.
label-regional-contacts = The municipalities
label-regional-contact = Contact
label-regional-focus = Focus
label-regional-challenges = Challenges
regional-title = Needs across municipalities
regional-all = all
label-careers-sought = Competencies sought here in the coming years
label-careers-asks = What the job asks for
label-careers-what = What it is about
label-careers-level = How well
label-careers-presumed = What is presumed
label-careers-ask = Ask us
careers-title = A job and the competencies it takes
careers-lead = For careers advisers and schools: what people in the job must be able to do, and what will be needed.
careers-scale = The levels, from the lowest: { $levels }.
careers-none = No area is based on enough employees to be shown yet.
careers-of-one = Areas in which many of those in the job want to learn more. What most people lack comes first.
careers-of-several = Areas in which many of those in the job, in several municipalities, want to learn more. What most people lack comes first.

help-needs = Shows the department's needs and saves them for other departments; adds up the needs of several departments.
help-arg-sum = Add up the needs in these files, at least three. Write them one after another: --sum a.yaml b.yaml c.yaml
help-arg-needs_out = The file to write: the department's needs, or the sum
help-arg-pdf = Make the sum as a page in PDF: courses to fill together, areas, strengths and contacts
help-arg-vejledere = Make the page for careers advisers and schools: what the job asks for, and what is sought (with --sum: in several municipalities)
help-arg-needs_today = The day from which courses count (otherwise today)
help-examples-needs =
    spind needs profiles                                           show the needs
    spind needs profiles -o needs-lyngfjord.yaml --yes             save them without asking
    spind needs --sum needs-a.yaml needs-b.yaml needs-c.yaml    add up the needs of three departments

# The package for another department.

help-share = Makes a package of role model, courses and method for another municipality. No people, schools or numbers of people.
help-arg-share_out = The package: a folder, or a zip file if the name ends in .zip
help-arg-lokalt = Include prices, subsidies and sessions
help-examples-share =
    spind share profiles -o package                a folder of text files
    spind share profiles -o package.zip --local    a zip file, with prices and sessions
share-inside = The package can't be put in the shared folder: { $path }
    .hint = Choose a place outside it, for example -o ../package.
share-incomplete = The package was not made because something in the folder can't be read. So the program can't tell whether a text mentions somebody.
    .hint = Correct what is listed above, and run the command again.
share-faulty = The package was not made because the role model or the courses have errors.
    .hint = Correct the errors above, and run the command again.
share-mention = The package was not made because this text mentions a person or a school: { $text }
    .hint = Change the name in the role model, and run the command again.
share-too-few-areas = The package was not made because fewer than three areas can be part of it. The others mention a person or a school.
    .hint = Change the names of the areas in the role model, and run the command again.
share-unwritable = The package was not made because { $path } can't be written so that it can be read again.
    .hint = Look for unusual characters in the names of areas and courses.
share-not-written = The package { $path } was not written: { $reason }
    .hint = Choose another name after -o, or a folder that is empty.
share-next = Read through the files before you send them. Comments and numbers of people are not part of them, and texts that mention a known person or school were left out.
share-first-line = A shared role model, made with spind share. Everybody may use it.
share-read-me =
    WHAT IS THIS?

    A role model from another municipality: the competencies that a job takes, in areas, with a scale and
    roles. The process can be the same in your place, while the content becomes your own. There is nothing
    here about people, schools or how many they are.

    { $model }: areas, competencies, scale and roles{ $catalogue ->
        [yes] {""}

    { $courses }: courses and other ways to learn
       *[no] {""}
    }

    { $method }: how to make a role model of your own, with questions to copy

    { $words }: the words in the files, in other languages too

    The files are plain text and can be read in Notepad.

    HOW TO BEGIN

    With the program spind: spind new department OUR-FOLDER --from THIS-PACKAGE
    Then change the areas until they fit you. Without the program: copy the areas to a form of your own.
share-method =
    HOW THE ROLE MODEL WAS MADE

    Three meetings of two hours each are enough. Those who have the job begin. The others add to it.

    1. KICK-OFF: THOSE WHO HAVE THE JOB

    Everybody takes part. Sit in groups of four to six, and describe in words and pictures what a good colleague in the job can do.
    Write each competency on a line of its own. Sort the lines into personal and professional ones.

    - What characterizes a good role model?
    - What do we do on an ordinary day, and what on a busy one?
    - What can we do that others in the office can't?
    - What can be presumed of everybody trained for an office? Leave that out.

    2. FOCUS GROUP: MANAGERS, COLLEAGUES AND ADMINISTRATION

    About ten people. Show them the list of the kick-off, and ask:

    - What is a good experience with those who have the job?
    - When did you get good service?
    - When did you experience overview? Flexibility?
    - When did you find that they knew their subject, such as accounts or IT?
    - In which situations could they be better equipped?

    3. FOCUS GROUP: THOSE WHOM THE JOB IS FOR

    Two or three of each kind, in a school for example pupils, parents and teachers.

    - What does good cooperation look like?
    - What is important for them to know?
    - What is missing from the list? Add it, and mark it as added.
    - Is there anything that they need not be able to do? Mark it as questioned.
    - Mark what is most important with a cross.

    4. NEED OR NICE

    Nobody has to be able to do everything. Employee and manager agree on what is needed and what is nice to have.
    Gather the competencies in three to twenty-four areas. Write a line about each, and name each step of the scale.

    5. USE IT

    In each area, every employee writes the present level and the one that she or he wants. The two talk about it once a year
    and agree on a plan. All plans become one training plan of the department. Take up the role model again after a
    couple of years, and give it a new version number.
share-words-model = WORDS OF THE ROLE MODEL: the scale, and the areas with the short word that profiles use
share-words-profile = WORDS OF A PROFILE: what they mean, and what they are in other languages

help-arg-fra = Begin from another department's package, a folder or a zip file
new-from-school = Our school
new-from-role-model =
    The role model, begun from another department's package. Change it until it fits you.
    If an area gets a new word before the colon, write the old one below "former", and run spind align.
new-from-catalogue = The courses, begun from another department's package. Delete those that you can't use.
unpack-unreadable = The package { $path } can't be read: { $reason }
    .hint = Check that it is the package that the other department made with spind share.
unpack-unsafe = The package { $path } was not used because "{ $name }" in it leads out of the package.
    .hint = Ask for a new package, and check who sent it.
unpack-faulty = The package { $path } was not used because it has errors.
    .hint = Ask for a new package, or correct the files in it and try again.
unpack-no-archive = { $path } is neither a folder nor a zip file.
    .hint = Write the package's folder or zip file after --from.
unpack-too-large = The package { $path } is larger than a package can be.
    .hint = Check that it is the right one.
unpack-no-role-model = There is not exactly one role model in { $path }.
    .hint = Write the package's folder or zip file after --from. It has the file role-model.yaml.

# When the role model has changed.

help-align = Aligns profiles, managers' files and courses with the role model after areas got new words.
help-examples-align =
    spind align profiles          show what would change, and ask
    spind align profiles --yes    do it without asking
align-nothing = All files match the role model.
align-renamed = { $from } becomes { $to }
align-removed = { $from } goes
align-undecided = { $keys } are one area now, { $area }, but have different levels; the lines stay until there is one
align-unsupported = has to be changed by hand, because it is written in an unusual way
align-question = Change the files? (yes/no)
align-done = { $files ->
        [one] 1 file was changed.
       *[other] { $files } files were changed.
    }
align-left = { $path } was changed meanwhile and was not touched.
    .hint = Run the command again.
