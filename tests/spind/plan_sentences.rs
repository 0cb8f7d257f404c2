//! The sentences of a plan: a table of small profiles and what each must say.

use std::io;

use crate::cases;
use crate::fixture::{Fixture, PROFILE};
use crate::program::said;

const TABLE: &str = include_str!("plan_sentences.tsv");

/// The beginning of every profile of the table.
const HEAD: &str = "navn: Anna Vest\nskole: Nordskolen\nmus: 2025-12-02\nprofil:\n  dansk: 3\n  \
                    økonomi: {nu: 1, ønsket: 3, vigtighed: nødvendig}\n";

/// The text of a cell, which is one line with `\\n` for line ends.
fn text(cell: &str) -> String {
    cell.replace("\\n", "\n")
}

/// The day of the talk, by which deadlines are near or past.
const TODAY: &str = "2025-12-02";

/// What the plan of a row says.
fn plan_of(profile: &str, other: &str, signed: &str) -> io::Result<String> {
    let profile = format!("{HEAD}{}", text(profile));
    let fixture = Fixture::with(&[(PROFILE, profile.as_str())])?;
    if let Some((name, content)) = other.split_once('=') {
        fixture.write(name, &text(content))?;
    }
    let (signer, edit) = signed.split_once(';').unwrap_or((signed, ""));
    if !signer.is_empty() {
        let output = fixture.try_sign(&["Anna Vest", "--as", signer, "--date", "2025-12-04"]);
        assert!(output.status.success(), "{}", said(&output));
    }
    if let Some((from, to)) = edit.split_once('>') {
        fixture.edit(PROFILE, &text(from), &text(to))?;
    }
    let plan = fixture.plan_text_on(TODAY)?;
    // Verification accepts every sentence of a plan.
    let output = fixture.verify(fixture.document("planer/nordskolen/anna.pdf"));
    assert_eq!(output.status.code(), Some(0), "{}", crate::fixture::all_said(&output));
    Ok(plan)
}

#[test]
fn each_plan_says_what_its_profile_means() -> io::Result<()> {
    let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(rows.len() >= 40, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in cases::sampled(rows) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [what, profile, other, signed, must, must_not] = cells[..] else {
            panic!("six cells: {row}");
        };
        // The table is about sentences; `accessibility` tests lists.
        let plan = plan_of(profile, other, signed)?.replace('•', "");
        let sentences = |cell: &'static str| cell.split(" | ").filter(|sentence| !sentence.is_empty());
        wrong.extend(
            sentences(must).filter(|s| !plan.contains(s)).map(|s| format!("{what}: without »{s}«: {plan}")),
        );
        wrong.extend(
            sentences(must_not).filter(|s| plan.contains(s)).map(|s| format!("{what}: with »{s}«: {plan}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    Ok(())
}
