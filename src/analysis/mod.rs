//! What follows from the files: gaps, strengths, the ways to close a gap, averages.
//!
//! Everything here is a pure function of the department and a date; nothing
//! here knows how it will be printed.

pub mod averages;
mod away;
pub mod coverage;
pub mod demand;
pub mod disclosure;
pub mod gaps;
pub mod groups;
pub mod matching;
pub mod mentors;
mod seating;
pub mod share;
pub mod status;
