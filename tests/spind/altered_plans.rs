//! Plans that were signed or written on after the build: a later build keeps them.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use crate::fixture::{Fixture, PROFILE};
use crate::program::{Files, files, said, shown, spind};

/// Anna's documents, and the copies of the altered ones.
const PLAN: &str = "planer/nordskolen/anna.pdf";
const KEPT: &str = "planer/nordskolen/anna-gemt.pdf";
const PREPARATION: &str = "planer/nordskolen/anna-forberedelse.pdf";
const KEPT_PREPARATION: &str = "planer/nordskolen/anna-forberedelse-gemt.pdf";

/// A department and its built documents, preparations included.
struct Built {
    fixture: Fixture,
    out: tempfile::TempDir,
}

impl Built {
    fn new() -> io::Result<Self> {
        static DOCUMENTS: LazyLock<Files> = LazyLock::new(|| {
            let built = Built::unbuilt().expect("a department");
            assert_eq!(built.again(&[]).status.code(), Some(0));
            Files::of(built.out.path()).expect("documents")
        });
        let built = Self::unbuilt()?;
        DOCUMENTS.write(built.out.path())?;
        Ok(built)
    }

    fn unbuilt() -> io::Result<Self> {
        Ok(Self { fixture: Fixture::with_anna()?, out: tempfile::tempdir()? })
    }

    fn again(&self, more: &[&str]) -> Output {
        let args =
            ["build".as_ref(), self.fixture.folder().as_os_str(), "-o".as_ref(), self.out.path().as_os_str()];
        let more = ["--forberedelse"].iter().chain(more).map(AsRef::as_ref);
        spind(args.into_iter().chain(more))
    }

    fn at(&self, name: &str) -> PathBuf {
        self.out.path().join(name)
    }

    /// Signs or annotates a document as programs do, by appending to it; returns its bytes.
    fn alter(&self, name: &str) -> io::Result<Vec<u8>> {
        let mut file = fs::File::options().append(true).open(self.at(name))?;
        file.write_all(b"\n9 0 obj\n<</Type/Sig>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n")?;
        fs::read(self.at(name))
    }

    fn change_profile(&self) -> io::Result<()> {
        self.fixture.edit(PROFILE, "stilling: Skolesekretær", "stilling: Sekretær")
    }

    fn lose_list(&self) -> io::Result<()> {
        fs::remove_file(self.at(".spind.json"))
    }

    fn kept(&self) -> Vec<String> {
        files(self.out.path()).into_iter().filter(|name| name.contains("-gemt")).collect()
    }
}

fn reports(output: &Output, from: &Path, to: &Path) -> bool {
    let (from, to) = (shown(from), shown(to));
    said(output).lines().any(|line| line.contains(&from) && line.contains(&to))
}

#[test]
fn a_signed_plan_is_kept_and_reported() -> io::Result<()> {
    let built = Built::new()?;
    let made = fs::read(built.at(PLAN))?;
    let signed = built.alter(PLAN)?;
    let output = built.again(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(reports(&output, &built.at(PLAN), &built.at(KEPT)), "{}", said(&output));
    assert!(fs::read(built.at(KEPT))? == signed && fs::read(built.at(PLAN))? == made);
    // Once more: the copy stays, without another message.
    assert!(!said(&built.again(&[])).contains("-gemt"));
    let again = [built.alter(PLAN)?, b"x".to_vec()].concat();
    fs::write(built.at(PLAN), &again)?;
    let second = built.at("planer/nordskolen/anna-gemt-2.pdf");
    assert!(reports(&built.again(&["--force", "--only", "anna"]), &built.at(PLAN), &second));
    assert!(fs::read(built.at(KEPT))? == signed && fs::read(second)? == again);
    // A file that was replaced whole is kept too.
    fs::write(built.at(PLAN), "skannet")?;
    built.again(&["--quiet"]);
    assert_eq!(fs::read(built.at("planer/nordskolen/anna-gemt-3.pdf"))?, b"skannet");
    Ok(())
}

#[test]
fn a_preparation_that_was_filled_in_is_kept() -> io::Result<()> {
    let built = Built::new()?;
    let filled = built.alter(PREPARATION)?;
    let output = built.again(&[]);
    assert!(reports(&output, &built.at(PREPARATION), &built.at(KEPT_PREPARATION)), "{}", said(&output));
    assert!(fs::read(built.at(KEPT_PREPARATION))? == filled);
    Ok(())
}

#[test]
fn without_a_list_what_was_altered_is_kept_and_what_was_not_is_replaced() -> io::Result<()> {
    let built = Built::new()?;
    built.lose_list()?;
    built.change_profile()?;
    let output = built.again(&[]);
    assert_eq!((output.status.code(), built.kept()), (Some(0), Vec::new()), "{}", said(&output));
    let (plan, preparation) = (built.alter(PLAN)?, built.alter(PREPARATION)?);
    built.lose_list()?;
    let output = built.again(&["--only", "anna"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(fs::read(built.at(KEPT))? == plan && fs::read(built.at(KEPT_PREPARATION))? == preparation);
    assert!(reports(&output, &built.at(PLAN), &built.at(KEPT)), "{}", said(&output));
    // One byte in the middle, which leaves the structure intact.
    let mut plan = fs::read(built.at(PLAN))?;
    let middle = plan.len() / 2;
    plan[middle] ^= 1;
    fs::write(built.at(PLAN), &plan)?;
    built.lose_list()?;
    built.again(&["--only", "anna"]);
    assert!(fs::read(built.at("planer/nordskolen/anna-gemt-2.pdf"))? == plan);
    Ok(())
}

#[test]
fn an_earlier_plan_without_changes_is_replaced() -> io::Result<()> {
    let built = Built::new()?;
    let earlier = fs::read(built.at(PLAN))?;
    built.change_profile()?;
    built.again(&["--only", "anna"]);
    // As from a copy of yesterday, or where a run was killed before it wrote its list.
    fs::write(built.at(PLAN), earlier)?;
    built.again(&["--only", "anna"]);
    assert!(built.kept().is_empty(), "{:?}", built.kept());
    Ok(())
}

#[test]
fn the_altered_plan_of_somebody_who_left_is_kept_until_it_is_forgotten() -> io::Result<()> {
    let built = Built::new()?;
    let signed = built.alter(PLAN)?;
    let profile = built.fixture.read(PROFILE)?;
    fs::remove_file(built.fixture.path(PROFILE))?;
    for _ in 0..2 {
        let output = built.again(&[]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(!built.at(PLAN).exists() && !built.at(PREPARATION).exists());
        assert!(fs::read(built.at(KEPT))? == signed);
    }
    built.fixture.write(PROFILE, &profile)?;
    built.again(&["--only", "anna"]);
    built.alter(PREPARATION)?;
    built.again(&["--only", "anna"]);
    assert_eq!(built.kept().len(), 2);
    // A copy that another program rewrote has lost its mark; the list still says whose it is.
    fs::write(built.at(KEPT), "%PDF-1.7 underskrevet")?;
    let (folder, out) = (built.fixture.folder().as_os_str(), built.out.path().as_os_str());
    let args = ["forget".as_ref(), "Anna Vest".as_ref(), "--folder".as_ref(), folder, "-o".as_ref(), out];
    let output = spind(args.into_iter().chain(["--yes".as_ref()]));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("anna-gemt.pdf"));
    assert!(
        files(built.out.path()).iter().all(|name| !name.contains("anna")),
        "{:?}",
        files(built.out.path())
    );
    Ok(())
}

#[test]
fn what_is_about_everybody_is_never_kept() -> io::Result<()> {
    let built = Built::new()?;
    built.again(&["--edition", "alle", "--blank", "--charts"]);
    for name in [
        "haefte-intern.pdf",
        "strategisk-uddannelsesplan.pdf",
        "planer/blanket.pdf",
        "planer/nordskolen/anna.svg",
    ] {
        built.alter(name)?;
    }
    built.again(&["--edition", "alle", "--blank", "--charts"]);
    assert!(built.kept().is_empty(), "{:?}", built.kept());
    Ok(())
}

#[test]
fn no_profile_takes_the_name_of_a_kept_plan() -> io::Result<()> {
    let built = Built::new()?;
    built
        .fixture
        .write("nordskolen/anna-gemt.yaml", "navn: Anna Gemt\nskole: Nordskolen\nprofil: {dansk: 2}\n")?;
    let output = built.again(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("anna-gemt") && said(&output).contains("optaget"), "{}", said(&output));
    assert!(!built.at(KEPT).exists());
    Ok(())
}
