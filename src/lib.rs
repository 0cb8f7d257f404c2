//! `spind` builds printed development plans and a department booklet from a shared folder of
//! YAML profiles.
//!
//! The code is a pipeline; each step is a module that depends on the steps to its left:
//!
//! ```text
//! folder → source → department → agreement → analysis → public → chart → document → run → files
//!          YAML     people,      what was    gaps,      who is   radar   views,     jobs
//!          trees    courses,     agreed and  courses,   in the   charts  Typst,
//!          with     role model   who signed  demand     public   as SVG  PDF
//!          places                                       booklet
//! ```
//!
//! [`export`] writes the same analysis as tables, [`calendar_file`] somebody's dates as iCalendar, and [`serve`] shows it in the browser.
//! [`rollover`], [`align`], [`forget`], [`import`], [`scaffold`], [`schema`], [`sharing`], [`verify`] and
//! [`watch`] are the engines of other verbs. [`programme`] reads programmes in terms and judges who finishes them. [`problem`], [`language`], [`fields`], [`storage`] and [`progress`]
//! serve all of them. The command line is part of the binary, not of the library.
//!
//! # Example
//!
//! ```no_run
//! use spind::document::Templates;
//! use spind::public::Editions;
//! use spind::run::{BuildRequest, build};
//! use spind::typeface::Typeface;
//!
//! let templates = Templates::embedded(&Typeface::embedded());
//! let request = BuildRequest {
//!     folder: "profiles".as_ref(),
//!     leader: None,
//!     out: "out".as_ref(),
//!     corrections: None,
//!     only: &[],
//!     edition: Editions::Internal,
//!     language: None,
//!     today: jiff::civil::date(2027, 1, 15),
//!     charts: false,
//!     preparations: false,
//!     follow_ups: false,
//!     print: false,
//!     blank: false,
//!     per_school: false,
//!     force: false,
//!     keep_snapshot: false,
//!     sources: None,
//!     templates: &templates,
//! };
//! let outcome = build(&request, &|_, _| ())?;
//! println!("{} problems", outcome.problems.len());
//! # Ok::<(), spind::run::BuildError>(())
//! ```

#![allow(
    rustdoc::private_intra_doc_links,
    reason = "the docs are for contributors, who build them with --document-private-items"
)]

pub mod agreement;
pub mod align;
pub mod analysis;
pub mod calendar_file;
pub mod chart;
pub mod department;
pub mod document;
pub mod export;
pub mod fields;
pub mod forget;
pub mod import;
pub mod language;
pub mod problem;
pub mod profile_form;
pub mod programme;
pub mod progress;
pub mod public;
pub mod rollover;
pub mod run;
pub mod scaffold;
pub mod schema;
pub mod serve;
pub mod sharing;
pub mod source;
pub mod storage;
pub mod typeface;
pub mod verify;
pub mod watch;
