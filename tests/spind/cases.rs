//! How many cases property tests and large tables try, which one environment variable scales.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use proptest::test_runner::Config;

use crate::skip;

/// Multiplies the cases of every property test: 10 tries ten times as many as by default. From
/// [`WHOLE_TABLES`] on, tables are tried whole.
const VARIABLE: &str = "SPIND_CASES";

/// The factor from which large tables are tried whole.
const WHOLE_TABLES: f64 = 4.0;

/// Step between the rows of a large table that are tried by default.
const DEFAULT_STEP: f64 = 8.0;

/// Whether long counts are tried too, such as large departments; reports the test that is left out.
pub fn tries_long_counts() -> bool {
    let all = variable() >= WHOLE_TABLES;
    if !all {
        skip::report(&format!("a long count, which {VARIABLE}={WHOLE_TABLES} tries"));
    }
    all
}

/// The rows of a large table to try: by default every eighth, at least one, from a random start.
pub fn sampled<T>(rows: Vec<T>) -> Vec<T> {
    let step = if variable() >= WHOLE_TABLES { 1.0 } else { (DEFAULT_STEP / variable()).ceil() };
    let step = (step as usize).min(rows.len()).max(1);
    let first = RandomState::new().build_hasher().finish() as usize % step;
    rows.into_iter().skip(first).step_by(step).collect()
}

/// The default number of cases, times `SPIND_CASES` where it is set.
pub fn scaled(default: u32) -> u32 {
    // At least one, or the test would check nothing.
    ((f64::from(default) * variable()).round() as u32).max(1)
}

fn variable() -> f64 {
    std::env::var(VARIABLE).map_or(1.0, |text| factor(&text))
}

fn factor(text: &str) -> f64 {
    let factor = text.parse().ok().filter(|factor: &f64| factor.is_finite() && *factor > 0.0);
    factor.unwrap_or_else(|| panic!("{VARIABLE}={text}: a factor such as 10 or 0.5 is needed"))
}

/// The configuration of a `proptest!` block with so many cases by default.
///
/// A failing case is shrunk for at most 300 steps, as one step may typeset a department.
pub fn config(default: u32) -> Config {
    Config { cases: scaled(default), max_shrink_iters: 300, ..Config::default() }
}

#[test]
fn the_factor_scales_and_a_wrong_one_is_refused() {
    assert_eq!(factor("10").to_bits(), 10.0_f64.to_bits());
    for wrong in ["", "0", "-1", "mange", "inf", "nan"] {
        assert!(std::panic::catch_unwind(|| factor(wrong)).is_err(), "{wrong:?}");
    }
}
