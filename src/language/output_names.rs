//! The names of documents and their folders in the output folder, in each language, without
//! extensions.

pub(crate) use super::shared_files::Names;

/// The folder of plans.
pub static PLANS: Names = ["planer", "planer", "planer", "plans"];
/// The folder of files with several plans to print.
pub(crate) static PRINTS: Names = ["udskrift", "utskrift", "utskrift", "print"];
/// The file with everybody's plan, among the files to print.
pub(crate) static EVERYBODY: Names = ["alle", "alla", "alle", "all"];
/// The folder of correction files, and the ending of each of them.
pub static CORRECTIONS: Names = ["rettelser", "rättelser", "rettelser", "corrections"];
/// The internal booklet.
pub static BOOKLET: Names = ["haefte-intern", "häfte-internt", "hefte-internt", "booklet-internal"];
/// What tells a volume of a booklet from the booklet.
pub(crate) static VOLUME: Names = ["bind", "band", "bind", "volume"];
/// The folder of the schools' booklets.
pub(crate) static SCHOOL_BOOKLETS: Names = ["haefter", "häften", "hefter", "booklets"];
/// The public booklet.
pub static PUBLIC_BOOKLET: Names =
    ["haefte-offentligt", "häfte-offentligt", "hefte-offentlig", "booklet-public"];
/// The strategic plan.
pub static STRATEGIC_PLAN: Names = [
    "strategisk-uddannelsesplan",
    "strategisk-utbildningsplan",
    "strategisk-opplæringsplan",
    "strategic-training-plan",
];
/// The folder of documents about programmes.
pub(crate) static PROGRAMMES: Names = ["forloeb", "program", "forløp", "programmes"];
/// The folder of diplomas in that of a cohort.
pub(crate) static DIPLOMAS: Names = ["diplomer", "diplom", "diplomer", "diplomas"];
/// The folder of participants' cards in that of a cohort.
pub(crate) static CARDS: Names = ["trapper", "trappor", "trapper", "cards"];
/// The programme sheets of a cohort.
pub(crate) static TERM_SHEETS: Names = ["program", "terminsprogram", "program", "term-sheets"];
/// The attendance list of a cohort.
pub(crate) static ATTENDANCE: Names = ["fremmoede", "närvarolista", "oppmøte", "attendance"];
/// Who lacks what in a cohort.
pub(crate) static LACKING: Names = ["mangler", "saknas", "mangler", "missing"];
/// The closing page of a cohort.
pub(crate) static CLOSING: Names = ["afslutning", "avslutning", "avslutning", "closing"];
/// The calendar of a cohort's sessions.
pub(crate) static CALENDAR: Names = ["kalender", "kalender", "kalender", "calendar"];
/// The waiting list of a programme.
pub(crate) static WAITING_LIST: Names = ["venteliste", "väntelista", "venteliste", "waiting-list"];
/// The blank form.
pub static BLANK_FORM: Names = ["blanket", "blankett", "tomt-skjema", "blank-form"];
/// The ending of a preparation.
pub static PREPARATION: Names = ["forberedelse", "förberedelse", "forberedelse", "preparation"];
/// The ending of a follow-up sheet.
pub static FOLLOW_UP: Names = ["opfoelgning", "uppföljning", "oppfølging", "follow-up"];
/// The ending of an altered document that was kept.
pub static KEPT: Names = ["gemt", "sparad", "lagret", "kept"];
/// An export of all tables.
pub static EXPORT: Names = ["kompetencer", "kompetenser", "kompetanser", "competencies"];
/// The ending of the public edition of an export.
pub(crate) static PUBLIC_EXPORT: Names = ["offentlig", "offentlig", "offentlig", "public"];
/// The workbook to fill in.
pub static WORKBOOK_TEMPLATE: Names = ["niveauer-skabelon", "nivåer-mall", "nivåer-mal", "levels-template"];
/// The table of levels.
pub(crate) static LEVELS: Names = ["niveauer", "nivåer", "nivåer", "levels"];
/// The table of people.
pub(crate) static PEOPLE: Names = ["medarbejdere", "medarbetare", "medarbeidere", "employees"];
/// The table of courses that match somebody's needs.
pub(crate) static MATCHES: Names = ["kursusforslag", "kursförslag", "kursforslag", "course-suggestions"];
/// The table of groups.
pub(crate) static GROUPS: Names = ["hold", "grupper", "grupper", "groups"];
/// The table of roles at each workplace.
pub(crate) static COVERAGE: Names = ["rolledaekning", "rolltäckning", "rolledekning", "role-coverage"];
/// The table of areas.
pub(crate) static AREAS: Names = ["omraader", "områden", "områder", "areas"];
/// The table of courses.
pub(crate) static COURSES: Names = ["kurser", "kurser", "kurs", "courses"];
/// The first page of a package for another department.
pub(crate) static READ_ME: Names = ["læs-mig", "läs-mig", "les-meg", "read-me"];
/// The page on how a role model is made.
pub(crate) static METHOD: Names = ["metode", "metod", "metode", "method"];
/// The list of words.
pub(crate) static WORDS: Names = ["ord", "ord", "ord", "words"];
/// The needs of several departments on one page.
pub(crate) static REGIONAL_PAGE: Names =
    ["behov-sammen", "behov-tillsammans", "behov-sammen", "needs-together"];
/// The page for careers advisers.
pub(crate) static CAREERS_PAGE: Names = ["job-og-behov", "jobb-och-behov", "jobb-og-behov", "job-and-needs"];
