//! How many cases the property tests try, which one environment variable scales.

use proptest::test_runner::Config;

/// Multiplies the cases of every property test: 10 tries ten times as many as by default.
const VARIABLE: &str = "SPIND_CASES";

/// The default number of cases, times `SPIND_CASES` where it is set.
pub fn scaled(default: u32) -> u32 {
    let factor = std::env::var(VARIABLE).map_or(1.0, |text| factor(&text));
    // At least one, or the test would check nothing.
    ((f64::from(default) * factor).round() as u32).max(1)
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
