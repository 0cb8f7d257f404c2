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
//! Two arrows point back: the department asks `public::consent` who consents, and `public::listed`
//! reads in earlier PDFs what `document` has written there.
//!
//! [`programme`] reads programmes in terms and decides who finishes them. [`export`] writes the analysis as
//! tables, [`calendar_file`] somebody's dates as iCalendar, and [`serve`] shows them in the browser, where
//! [`profile_form`] changes profiles. [`rollover`], [`align`], [`forget`], [`import`], [`scaffold`],
//! [`schema`], [`sharing`], [`verify`] and [`watch`] are the engines of other verbs. [`problem`],
//! [`language`], [`fields`], [`storage`] and [`progress`] serve all of them. [`wording`] says what several
//! outputs have in common. [`cli`] is the command line, the only module that prints.
//!
//! Public is what the program, the tests, the benches and the fuzz targets use.
//!
//! # Example
//!
//! ```no_run
//! use spind::document::Templates;
//! use spind::run::{BuildRequest, build};
//! use spind::typeface::Typeface;
//!
//! let templates = Templates::embedded(&Typeface::embedded());
//! let today = jiff::civil::date(2027, 1, 15);
//! let request = BuildRequest::new("profiles".as_ref(), "out".as_ref(), today, &templates);
//! let outcome = build(&request, &|_, _| ())?;
//! println!("{} problems", outcome.problems.iter().count());
//! # Ok::<(), spind::run::BuildError>(())
//! ```

#![warn(unreachable_pub)]
// These panic on a closed pipe; `cli::terminal` handles it.
#![cfg_attr(not(test), deny(clippy::print_stdout, clippy::print_stderr))]
#![allow(
    rustdoc::private_intra_doc_links,
    reason = "the docs are for contributors, who build them with --document-private-items"
)]

pub mod agreement;
mod align;
pub mod analysis;
mod calendar_file;
pub mod chart;
pub mod cli;
pub mod department;
pub mod document;
pub mod export;
pub mod fields;
mod forget;
pub mod import;
pub mod language;
pub mod problem;
pub mod profile_form;
pub mod programme;
mod progress;
pub mod public;
mod rollover;
pub mod run;
mod scaffold;
pub mod schema;
mod serve;
pub mod sharing;
pub mod source;
pub mod storage;
pub mod typeface;
pub mod verify;
mod watch;
mod wording;
