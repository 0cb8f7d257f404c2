//! The tables themselves.

use super::{Field, FixedWords, Form, Table};

/// Defines a section: a module with one static for each key and the table of them all.
/// Spellings are Danish (canonical), Swedish, Norwegian and English, then former ones in parentheses.
macro_rules! section {
    ($(#[$about:meta])* $section:ident ($name:literal) {
        $($field:ident: $da:literal $sv:literal $nb:literal $en:literal $(($($former:literal),*))?, $form:expr, $message:literal $($required:ident)?;)*
    }) => {
        $(#[$about])*
        pub mod $section {
            use super::*;

            $(
                #[doc = concat!("`", $da, "`")]
                pub static $field: Field = Field {
                    key: $da,
                    translations: [$sv, $nb, $en],
                    former: &[$($($former),*)?],
                    form: $form,
                    required: section!(@required $($required)?),
                    about: $message,
                };
            )*

            /// All keys of the section.
            pub static TABLE: Table = Table::new($name, &[$(&$field),*]);
        }
    };
    (@required required) => { true };
    (@required) => { false };
}

/// The tables of the files.
pub static FILES: [&Table; 9] = [
    &settings::TABLE,
    &role_model::TABLE,
    &catalogue::TABLE,
    &profile::TABLE,
    &leader_view::TABLE,
    &needs::TABLE,
    &programme::TABLE,
    &cohort::TABLE,
    &answers::TABLE,
];

/// Words with two senses, of which a department may mean either, and the fields of both.
/// No spelling of a key is among them.
pub static AMBIGUOUS_KEYS: [(&[&str], &[&Field]); 1] = [(
    &["plads", "plats", "plass", "place"],
    &[&session::TOWN, &session::SEATS, &school::TOWN, &provider::TOWN],
)];

section! {
    /// `<school>/<person>.yaml`
    profile ("profile") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-person-name" required;
        SCHOOL: "skole" "skola" "skole" "school", Form::School, "schema-person-school" required;
        POSITION: "stilling" "befattning" "stilling" "position", Form::Text, "schema-position";
        LEADER: "leder" "chef" "leder" "manager" ("leader"), Form::Text, "schema-person-leader";
        TALK: "mus" "medarbetarsamtal" "medarbeidersamtale" "appraisal", Form::Day, "schema-talk";
        AGREED: "aftalt" "överenskommen" "avtalt" "agreed", Form::Day, "schema-agreed";
        ROLES: "roller" "roller" "roller" "roles", Form::Roles, "schema-person-roles";
        LEVELS: "profil" "profil" "profil" "profile", Form::Changes(&area_levels::TABLE), "schema-levels" required;
        LAST_YEAR: "sidste_år" "förra_året" "i_fjor" "last_year", Form::LevelsByArea, "schema-last-year";
        LAST_PLAN: "sidste_års_plan" "förra_årets_plan" "fjorårets_plan" "last_years_plan",
            Form::List(&past_activity::TABLE), "schema-last-plan";
        FINISHED: "gennemførte_kurser" "genomförda_kurser" "gjennomførte_kurs" "completed_courses",
            Form::Courses, "schema-finished";
        PLAN: "plan" "plan" "plan" "plan", Form::List(&activity::TABLE), "schema-plan";
        FOLLOW_UP: "opfølgning" "uppföljning" "oppfølging" "follow_up", Form::Day, "schema-follow-up";
        CONSENT: "samtykke" "samtycke" "samtykke" "consent", Form::Section(&consent::TABLE), "schema-consent";
    }
}

section! {
    /// An area of a profile in the long form.
    area_levels ("long-form") {
        CURRENT: "nu" "nu" "nå" "now", Form::Level, "schema-current" required;
        WANTED: "ønsket" "önskad" "ønsket" "wanted", Form::Level, "schema-wanted";
        PRIORITY: "vigtighed" "prioritet" "prioritet" "priority", Form::Word(FixedWords::Priority), "schema-priority";
        REMARK: "bemærkning" "anmärkning" "merknad" "remark", Form::Text, "schema-remark";
    }
}

section! {
    /// A line of last year's plan.
    past_activity ("last-line") {
        GOAL: "mål" "mål" "mål" "goal", Form::Text, "schema-last-goal" required;
        STATUS: "status" "status" "status" "status", Form::Word(FixedWords::Status), "schema-status";
    }
}

section! {
    /// A line of the plan.
    activity ("line") {
        GOAL: "mål" "mål" "mål" "goal", Form::Text, "schema-goal";
        SUCCESS: "succeskriterium" "framgångskriterium" "suksesskriterium" "success_criterion",
            Form::Text, "schema-success";
        AREA: "område" "område" "område" "area", Form::Area, "schema-line-area";
        COURSE: "kursus" "kurs" "kurs" "course", Form::Course, "schema-line-course";
        FORM: "form" "form" "form" "form", Form::Word(FixedWords::LearningForm), "schema-line-form";
        MENTOR: "hos" "hos" "hos" "with", Form::Text, "schema-mentor";
        TEXT: "aktivitet" "aktivitet" "aktivitet" "activity", Form::Text, "schema-activity";
        RESPONSIBLE: "ansvarlig" "ansvarig" "ansvarlig" "responsible", Form::Responsible, "schema-responsible";
        LEADER_DOES: "lederen_gør" "chefen_gör" "lederen_gjør" "leader_does", Form::Text, "schema-leader-does";
        DEADLINE: "frist" "tidsfrist" "frist" "deadline", Form::LastDay, "schema-deadline";
        SESSION: "hold" "kurstillfälle" "samling" "session", Form::Day, "schema-line-session";
        STAND_IN: "afløser" "ersättare" "vikar" "stand_in", Form::Text, "schema-stand-in";
        STATUS: "status" "status" "status" "status", Form::Word(FixedWords::Status), "schema-status";
        NOTES: "noter" "anteckningar" "notater" "notes", Form::List(&note::TABLE), "schema-line-notes";
    }
}

section! {
    /// A dated note on a line of the plan.
    note ("note") {
        DATE: "dato" "datum" "dato" "date", Form::Day, "schema-line-note-date" required;
        TEXT: "note" "anteckning" "notat" "note", Form::Text, "schema-line-note-text" required;
    }
}

section! {
    /// What a person has agreed to.
    consent ("consent") {
        BOOKLET: "hæfte" "häfte" "hefte" "booklet", Form::YesNo, "schema-consent-booklet";
        TEACHES: "oplærer" "lär_ut" "lærer_bort" "teaches", Form::YesNoOrAreas, "schema-consent-teaches";
    }
}

section! {
    /// `<school>/<person>.leder.yaml`
    leader_view ("leader-view") {
        ASSESSMENT: "vurdering" "bedömning" "vurdering" "assessment", Form::LevelsByArea, "schema-levels" required;
    }
}

section! {
    /// `afdeling.yaml`
    settings ("settings") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-department-name" required;
        MUNICIPALITY: "kommune" "kommun" "kommune" "municipality", Form::Text, "schema-municipality";
        PERIOD: "periode" "period" "periode" "period", Form::Text, "schema-period";
        LANGUAGE: "sprog" "språk" "språk" "language", Form::Language, "schema-language";
        ACCENT: "farve" "färg" "farge" "colour", Form::Colour, "schema-colour";
        SCHOOLS: "skoler" "skolor" "skoler" "schools", Form::List(&school::TABLE), "schema-schools" required;
        DEADLINES: "frister" "tidsfrister" "frister" "deadlines", Form::Section(&deadlines::TABLE), "schema-deadlines";
        PREFERENCES: "foretræk" "föredrar" "foretrekker" "prefer",
            Form::Section(&preferences::TABLE), "schema-preferences";
        CURRENCY: "valuta" "valuta" "valuta" "currency", Form::Word(FixedWords::Currency), "schema-currency";
        BUDGET: "budget" "budget" "budsjett" "budget", Form::Amount, "schema-budget";
        PUBLIC_POSITIONS: "offentlige_stillinger" "offentliga_befattningar" "offentlige_stillinger" "public_positions",
            Form::Texts, "schema-public-positions";
        SMALLEST_GROUP: "mindste_gruppe" "minsta_grupp" "minste_gruppe" "smallest_group",
            Form::Count, "schema-smallest-group";
        RETENTION: "opbevaring" "bevarande" "oppbevaring" "retention",
            Form::Section(&retention::TABLE), "schema-retention";
        COOPERATION: "samarbejde" "samarbete" "samarbeid" "cooperation",
            Form::Section(&cooperation::TABLE), "schema-cooperation";
    }
}

section! {
    /// What the department tells its neighbours.
    cooperation ("cooperation") {
        CONTACT: "kontakt" "kontakt" "kontakt" "contact", Form::Text, "schema-contact";
        FOCUS: "fokus" "fokus" "fokus" "focus", Form::Text, "schema-focus";
        CHALLENGES: "udfordringer" "utmaningar" "utfordringer" "challenges", Form::Text, "schema-challenges";
        MONTHS: "måneder" "månader" "måneder" "months", Form::Texts, "schema-suitable-months";
        TRADES: "bytter_styrker" "byter_styrkor" "bytter_styrker" "trades_strengths",
            Form::YesNo, "schema-trades-strengths";
    }
}

section! {
    /// A school of `afdeling.yaml`.
    school ("school") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-school-name" required;
        LEADER: "leder" "chef" "leder" "manager" ("leader"), Form::Text, "schema-school-leader";
        TOWN: "sted" "ort" "sted" "town", Form::Text, "schema-school-town";
    }
}

section! {
    /// The year's deadlines.
    deadlines ("deadlines") {
        PROFILE: "profil" "profil" "profil" "profile", Form::Day, "schema-deadline-profile";
        STRATEGIC_PLAN: "strategisk_plan" "strategisk_plan" "strategisk_plan" "strategic_plan",
            Form::Day, "schema-deadline-strategic-plan";
        PLAN: "plan" "plan" "plan" "plan", Form::Day, "schema-deadline-plan";
        EVALUATION: "evaluering" "utvärdering" "evaluering" "evaluation", Form::Day, "schema-deadline-evaluation";
    }
}

section! {
    /// What the department likes courses to be.
    preferences ("preferences") {
        HALF_DAYS: "halvdage" "halvdagar" "halvdager" "half_days", Form::YesNo, "schema-prefers-half-days";
        NEAR: "nærhed" "närhet" "nærhet" "nearby", Form::YesNo, "schema-prefers-near";
    }
}

section! {
    /// How long old levels and records may be kept.
    retention ("retention") {
        MONTHS: "måneder" "månader" "måneder" "months", Form::Count, "schema-retention-months";
    }
}

section! {
    /// The needs that a department passes to its neighbours.
    needs ("needs") {
        DEPARTMENT: "afdeling" "förvaltning" "avdeling" "department", Form::Text, "schema-department-name" required;
        MUNICIPALITY: "kommune" "kommun" "kommune" "municipality", Form::Text, "schema-municipality";
        PERIOD: "periode" "period" "periode" "period", Form::Text, "schema-period";
        SMALLEST_GROUP: "mindste_gruppe" "minsta_grupp" "minste_gruppe" "smallest_group",
            Form::Count, "schema-smallest-group" required;
        CONTACT: "kontakt" "kontakt" "kontakt" "contact", Form::Text, "schema-contact";
        FOCUS: "fokus" "fokus" "fokus" "focus", Form::Text, "schema-focus";
        CHALLENGES: "udfordringer" "utmaningar" "utfordringer" "challenges", Form::Text, "schema-challenges";
        AREAS: "områder" "områden" "områder" "areas", Form::Named(&needed_area::TABLE), "schema-needs-areas" required;
        COURSES: "kurser" "kurser" "kurs" "courses", Form::List(&needed_course::TABLE), "schema-needs-courses";
    }
}

section! {
    /// The need in an area.
    needed_area ("needed-area") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-area-name" required;
        PEOPLE: "personer" "personer" "personer" "people", Form::Count, "schema-needs-people" required;
        STRENGTH: "styrke" "styrka" "styrke" "strength", Form::YesNo, "schema-needs-strength";
    }
}

section! {
    /// The need for a course.
    needed_course ("needed-course") {
        NUMBER: "nummer" "nummer" "nummer" "number", Form::Text, "schema-course-number" required;
        TITLE: "titel" "titel" "tittel" "title", Form::Text, "schema-course-title" required;
        AREAS: "områder" "områden" "områder" "areas", Form::Texts, "schema-course-areas";
        PEOPLE: "personer" "personer" "personer" "people", Form::Count, "schema-needs-people" required;
        DAYS: "dage" "dagar" "dager" "days", Form::Amount, "schema-course-days";
        MONTHS: "måneder" "månader" "måneder" "months", Form::Texts, "schema-suitable-months";
    }
}

section! {
    /// `rollemodel.yaml`
    role_model ("role-model") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-model-name" required;
        SOURCE: "kilde" "källa" "kilde" "source", Form::Text, "schema-model-source";
        VERSION: "version" "version" "versjon" "version", Form::Text, "schema-model-version";
        SCALE: "skala" "skala" "skala" "scale", Form::List(&level::TABLE), "schema-scale" required;
        PRESUMED: "forudsat" "förutsatt" "forutsatt" "presumed", Form::Texts, "schema-presumed";
        AREAS: "områder" "områden" "områder" "areas", Form::Named(&area::TABLE), "schema-areas" required;
        OTHER_COMPETENCIES: "øvrige_kompetencer" "övriga_kompetenser" "øvrige_kompetanser" "other_competencies",
            Form::List(&competency::TABLE), "schema-other-competencies";
        ROLES: "roller" "roller" "roller" "roles", Form::Named(&role::TABLE), "schema-roles";
        REMOVED: "udgåede_områder" "utgångna_områden" "utgåtte_områder" "removed_areas",
            Form::Texts, "schema-removed-areas";
        FORMS: "former" "former" "former" "forms", Form::Section(&form_names::TABLE), "schema-form-names";
    }
}

section! {
    /// The role model's own names of the forms of learning.
    form_names ("form-names") {
        AMU: "amu" "amu" "amu" "amu", Form::Text, "form-amu";
        KOMMUNOM: "kommunom" "kommunom" "kommunom" "kommunom", Form::Text, "form-kommunom";
        COK: "cok" "cok" "cok" "cok", Form::Text, "form-cok";
        INTERNAL: "intern" "intern" "intern" "internal", Form::Text, "form-internal";
        PEER_TRAINING: "sidemandsoplæring" "bredvidgång" "sidemannsopplæring" "peer_training",
            Form::Text, "form-peer-training";
        JOB_ROTATION: "jobrotation" "jobbrotation" "jobbrotasjon" "job_rotation", Form::Text, "form-job-rotation";
        SELF_STUDY: "selvstudie" "självstudier" "selvstudium" "self_study", Form::Text, "form-self-study";
        PEER_GROUP: "erfa" "erfarenhetsgrupp" "erfagruppe" "peer_group", Form::Text, "form-peer-group";
        COURSE: "kursus" "kurs" "kurs" "course", Form::Text, "form-course";
        YH: "yh" "yh" "yh" "yh", Form::Text, "form-yh";
        FAGBREV: "fagbrev" "fagbrev" "fagbrev" "fagbrev", Form::Text, "form-fagbrev";
        OTHER: "andet" "annat" "annet" "other", Form::Text, "form-other";
    }
}

section! {
    /// A step of the scale.
    level ("level") {
        NUMBER: "niveau" "nivå" "nivå" "level", Form::OwnLevel, "schema-level-number" required;
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-level-name" required;
    }
}

section! {
    /// An area of the role model.
    area ("area") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-area-name" required;
        SHORT_NAME: "kort_navn" "kort_namn" "kort_navn" "short_name", Form::Text, "schema-area-short-name";
        DESCRIPTION: "beskrivelse" "beskrivning" "beskrivelse" "description", Form::Text, "schema-area-description";
        EXPECTED: "forventet" "förväntad" "forventet" "expected", Form::OwnLevel, "schema-area-expected";
        AMU_COVERAGE: "amu_dækning" "amu_täckning" "amu_dekning" "amu_coverage",
            Form::Word(FixedWords::AmuCoverage), "schema-area-coverage";
        COMPETENCIES: "kompetencer" "kompetenser" "kompetanser" "competencies",
            Form::List(&competency::TABLE), "schema-competencies";
        FORMER: "tidligere" "tidigare" "tidligere" "former", Form::Texts, "schema-area-former";
    }
}

section! {
    /// A competency of an area.
    competency ("competency") {
        TEXT: "tekst" "text" "tekst" "text", Form::Text, "schema-competency-text" required;
        KIND: "type" "typ" "type" "type", Form::Word(FixedWords::CompetencyKind), "schema-competency-kind";
        VOTES: "kryds" "kryss" "kryss" "votes", Form::Count, "schema-competency-votes";
        ADDED: "tilføjet" "tillagd" "tilføyd" "added", Form::YesNo, "schema-competency-added";
        QUESTIONED: "betvivlet" "ifrågasatt" "betvilt" "questioned", Form::YesNo, "schema-competency-questioned";
    }
}

section! {
    /// A role that each school must cover.
    role ("role") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-role-name" required;
        DESCRIPTION: "beskrivelse" "beskrivning" "beskrivelse" "description", Form::Text, "schema-role-description";
        REQUIRES: "kræver" "kräver" "krever" "requires", Form::OwnLevelsByArea, "schema-role-requires";
    }
}

section! {
    /// `kurser.yaml`
    catalogue ("catalogue") {
        PROVIDERS: "udbydere" "anordnare" "tilbydere" "providers", Form::Named(&provider::TABLE), "schema-providers";
        COURSES: "kurser" "kurser" "kurs" "courses", Form::List(&course::TABLE), "schema-courses";
    }
}

section! {
    /// A provider of courses.
    provider ("provider") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-provider-name" required;
        TOWN: "sted" "ort" "sted" "town", Form::Text, "schema-provider-town";
    }
}

section! {
    /// A course, or another way to learn.
    course ("course") {
        NUMBER: "nummer" "nummer" "nummer" "number", Form::Text, "schema-course-number" required;
        TITLE: "titel" "titel" "tittel" "title", Form::Text, "schema-course-title" required;
        FORM: "form" "form" "form" "form", Form::Word(FixedWords::LearningForm), "schema-course-form" required;
        AREAS: "områder" "områden" "områder" "areas", Form::Areas, "schema-course-areas" required;
        PROVIDER: "udbyder" "anordnare" "tilbyder" "provider", Form::Text, "schema-course-provider";
        FROM_LEVEL: "fra_niveau" "från_nivå" "fra_nivå" "from_level", Form::Level, "schema-course-from";
        TO_LEVEL: "til_niveau" "till_nivå" "til_nivå" "to_level", Form::Level, "schema-course-to";
        DAYS: "dage" "dagar" "dager" "days", Form::Amount, "schema-course-days";
        PRICE: "pris" "pris" "pris" "price", Form::Amount, "schema-course-price";
        FULL_PRICE: "fuld_pris" "fullt_pris" "full_pris" "full_price", Form::Amount, "schema-course-full-price";
        SUBSIDY: "tilskud" "bidrag" "tilskudd" "subsidy", Form::Amount, "schema-course-subsidy";
        EXPIRES: "udløber" "upphör" "utløper" "expires", Form::Day, "schema-course-expires";
        OWN_CLASS: "eget_hold" "egen_grupp" "egen_gruppe" "own_class", Form::YesNo, "schema-course-own-class";
        SESSIONS: "hold" "kurstillfällen" "samlinger" "sessions", Form::List(&session::TABLE), "schema-sessions";
        EXAMPLE: "eksempel" "exempel" "eksempel" "example", Form::YesNo, "schema-course-example";
    }
}

section! {
    /// One time that a course is held.
    session ("session") {
        START: "start" "start" "start" "start", Form::Day, "schema-session-start" required;
        END: "slut" "slut" "slutt" "end", Form::Day, "schema-session-end";
        BLOCKS: "blokke" "block" "bolker" "blocks", Form::Periods, "schema-session-blocks";
        TOWN: "sted" "ort" "sted" "town", Form::Text, "schema-session-town";
        SEATS: "pladser" "platser" "plasser" "seats", Form::Count, "schema-session-seats";
        FREE_SEATS: "ledige" "lediga" "ledige" "free", Form::Count, "schema-session-free";
        HALF_DAYS: "halvdage" "halvdagar" "halvdager" "half_days", Form::YesNo, "schema-session-half-days";
        REGISTRATION: "tilmeldingsfrist" "anmälningsfrist" "påmeldingsfrist" "registration_deadline",
            Form::Day, "schema-session-registration";
        GUARANTEED: "garanteret" "garanterad" "garantert" "guaranteed", Form::YesNo, "schema-session-guaranteed";
        TEACHING: "undervisning" "undervisningsform" "undervisningsform" "teaching",
            Form::Word(FixedWords::Teaching), "schema-session-teaching";
    }
}

section! {
    /// `forløb/<programme>.yaml`
    programme ("programme") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-programme-name" required;
        AUDIENCE: "målgruppe" "målgrupp" "målgruppe" "audience", Form::Text, "schema-programme-audience";
        LED_BY: "ledes_af" "leds_av" "ledes_av" "led_by" ("leder", "kursledare"), Form::Texts, "schema-led-by";
        TERMS: "semestre" "terminer" "semestre" "terms" ("semester", "halvår"),
            Form::List(&term::TABLE), "schema-terms" required;
        DIPLOMA: "diplom" "diplom" "diplom" "diploma", Form::Section(&diploma::TABLE), "schema-diploma";
        WAITING: "venteliste" "väntelista" "venteliste" "waiting_list" ("kø", "kö"),
            Form::List(&waiting::TABLE), "schema-waiting-list";
    }
}

section! {
    /// A term of a programme.
    term ("term") {
        THEME: "tema" "tema" "tema" "theme", Form::Text, "schema-term-theme" required;
        START: "start" "start" "start" "start", Form::Day, "schema-term-start";
        END: "slut" "slut" "slutt" "end", Form::Day, "schema-term-end";
        PARTS: "dele" "moment" "deler" "parts" ("delmoment"), Form::List(&part::TABLE), "schema-term-parts" required;
    }
}

section! {
    /// A part of a term.
    part ("part") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-part-name" required;
        KIND: "type" "typ" "type" "type", Form::Word(FixedWords::PartKind), "schema-part-kind" required;
        LECTURERS: "oplægsholdere" "föreläsare" "foredragsholdere" "lecturers" ("oplægsholder"),
            Form::Texts, "schema-part-lecturers";
        LIFTS: "løfter" "lyfter" "løfter" "lifts", Form::LevelsByArea, "schema-part-lifts";
        CHECKLIST: "tjekliste" "checklista" "sjekkliste" "checklist", Form::Texts, "schema-part-checklist";
    }
}

section! {
    /// What a diploma needs.
    diploma ("diploma") {
        OWN_WORKS: "egne_arbejder" "egna_arbeten" "egne_arbeider" "own_works", Form::YesNo, "schema-diploma-own-works";
        MEETINGS: "møder" "träffar" "møter" "meetings", Form::Count, "schema-diploma-meetings";
        ABSENCE: "fravær" "frånvaro" "fravær" "absence", Form::Count, "schema-diploma-absence";
        MADE_UP_BY: "indhentes_ved" "tas_igen_genom" "tas_igjen_ved" "made_up_by", Form::Text, "schema-diploma-made-up-by";
    }
}

section! {
    /// Somebody who waits for the next cohort.
    waiting ("waiting") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-participant-name" required;
        WORKPLACE: "arbejdsplads" "arbetsplats" "arbeidsplass" "workplace", Form::Text, "schema-participant-workplace";
        SINCE: "siden" "sedan" "siden" "since", Form::Day, "schema-waiting-since";
        INTRODUCED: "introduktion" "introduktion" "introduksjon" "introduction",
            Form::Texts, "schema-participant-introduced";
    }
}

section! {
    /// `forløb/<programme>/<cohort>.yaml`
    cohort ("cohort") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-cohort-name";
        LED_BY: "ledes_af" "leds_av" "ledes_av" "led_by" ("leder", "kursledare"), Form::Texts, "schema-led-by";
        SESSIONS: "hold" "tillfällen" "samlinger" "sessions" ("kurstillfällen", "träffar"),
            Form::List(&cohort_session::TABLE), "schema-cohort-sessions";
        PARTICIPANTS: "deltagere" "deltagare" "deltakere" "participants",
            Form::List(&participant::TABLE), "schema-participants";
        CLOSED: "afsluttet" "avslutad" "avsluttet" "closed", Form::Day, "schema-cohort-closed";
    }
}

section! {
    /// A day on which a cohort meets.
    cohort_session ("cohort-session") {
        PART: "del" "moment" "del" "part" ("delmoment"), Form::Text, "schema-cohort-session-part" required;
        START: "dato" "datum" "dato" "date" ("start"), Form::Day, "schema-cohort-session-date" required;
        END: "slut" "slut" "slutt" "end", Form::Day, "schema-cohort-session-end";
        TIME: "tid" "tid" "tid" "time" ("klokken", "kl"), Form::Text, "schema-cohort-session-time";
        TOWN: "sted" "ort" "sted" "town", Form::Text, "schema-cohort-session-town";
        HALF_DAYS: "halvdage" "halvdagar" "halvdager" "half_days", Form::YesNo, "schema-session-half-days";
    }
}

section! {
    /// A participant of a cohort.
    participant ("participant") {
        NAME: "navn" "namn" "navn" "name", Form::Text, "schema-participant-name" required;
        WORKPLACE: "arbejdsplads" "arbetsplats" "arbeidsplass" "workplace", Form::Text, "schema-participant-workplace";
        INTRODUCED: "introduktion" "introduktion" "introduksjon" "introduction",
            Form::Texts, "schema-participant-introduced";
        ABSENT: "fravær" "frånvaro" "fravær" "absent", Form::Texts, "schema-participant-absent";
        MADE_UP: "indhentet" "tagit_igen" "tatt_igjen" "made_up", Form::Texts, "schema-participant-made-up";
        HANDED_IN: "afleveret" "inlämnat" "innlevert" "handed_in", Form::Texts, "schema-participant-handed-in";
        APPROVED: "godkendt" "godkänt" "godkjent" "approved", Form::Texts, "schema-participant-approved";
        CREDITED: "merit" "tillgodoräknat" "godskrevet" "credited", Form::Texts, "schema-participant-credited";
        MOVED: "flyttet" "flyttat" "flyttet" "moved", Form::Section(&moved::TABLE), "schema-participant-moved";
        STOPPED: "stoppet" "slutat" "sluttet" "stopped", Form::Day, "schema-participant-stopped";
    }
}

section! {
    /// A participant's move to another cohort.
    moved ("moved") {
        TO: "til" "till" "til" "to", Form::Text, "schema-moved-to" required;
        DAY: "dato" "datum" "dato" "date", Form::Day, "schema-moved-day" required;
    }
}

section! {
    /// `forløb/<programme>/<cohort>.svar.yaml`
    answers ("answers") {
        SLIPS: "svar" "svar" "svar" "answers", Form::List(&slip::TABLE), "schema-slips" required;
        RELEASED: "frigivet" "frisläppt" "frigitt" "released", Form::Section(&released::TABLE), "schema-released";
    }
}

section! {
    /// An unsigned slip.
    slip ("slip") {
        GAINED: "udbytte" "behållning" "utbytte" "gained", Form::Text, "schema-slip-gained";
        WISHES: "ønsker" "önskar" "ønsker" "wishes", Form::Text, "schema-slip-wishes";
    }
}

section! {
    /// Who has read the slips and lets them be printed.
    released ("released") {
        BY: "af" "av" "av" "by", Form::Text, "schema-released-by" required;
        DAY: "dato" "datum" "dato" "date", Form::Day, "schema-released-day";
        COUNT: "antal" "antal" "antall" "count", Form::Count, "schema-released-count" required;
        CODE: "kode" "kod" "kode" "code", Form::Text, "schema-released-code";
    }
}
