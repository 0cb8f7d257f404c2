//! `spind` turns a shared folder of YAML profiles into printed development
//! plans and a department's booklet.
//!
//! The code is a pipeline; each step is a module that knows those before it:
//!
//! ```text
//! folder → source → department → analysis → edition → chart → document → build
//!          text and  people,      gaps,      who is   radar   views,     threads,
//!          places    courses,     courses    in the           Typst,     files
//!                    role model              public           PDF
//!                                            booklet
//! ```
//!
//! [`problem`], [`language`], [`fields`] and [`storage`] serve all of them.
//!
//! # Example
//!
//! ```no_run
//! use spind::run::{Request, build};
//! use spind::document::Templates;
//! use spind::public::Editions;
//! use spind::typeface::Typeface;
//!
//! let templates = Templates::embedded(&Typeface::embedded());
//! let request = Request {
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
//!     blank: false,
//!     force: false,
//!     sources: None,
//!     templates: &templates,
//! };
//! let outcome = build(&request, &|_, _| ())?;
//! println!("{} problems", outcome.problems.len());
//! # Ok::<(), spind::run::BuildError>(())
//! ```

pub mod agreement;
pub mod analysis;
pub mod chart;
pub mod department;
pub mod document;
pub mod export;
pub mod fields;
pub mod forget;
pub mod import;
pub mod language;
pub mod problem;
pub mod progress;
pub mod public;
pub mod rollover;
pub mod run;
pub mod scaffold;
pub mod schema;
pub mod serve;
pub mod source;
pub mod storage;
pub mod typeface;
pub mod verify;
pub mod watch;
