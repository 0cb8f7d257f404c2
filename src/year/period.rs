//! The period in `afdeling.yaml`: the mark that a year has begun.

use std::path::PathBuf;
use std::sync::Arc;

use crate::department::settings::{self, Settings};
use crate::problem::Problems;
use crate::source::edit::{Edit, Unusual, Written, comments, value};
use crate::source::tree::{self, Entry, Value};
use crate::source::word::fold;
use crate::source::{FileKind, SourceFile};

/// The text of the settings' `file` with the period `to`.
///
/// # Errors
/// If it is written in a way that is not foreseen: then the text would say
/// something else than before beside the period, or lose a comment.
pub(super) fn with_period(file: &Arc<SourceFile>, to: &str) -> Result<String, Unusual> {
    let (root, settings) = read(file).ok_or(Unusual)?;
    let Value::Mapping(entries) = &root.value else { return Err(Unusual) };
    let find = |key: &str| {
        let is_it = |entry: &&Entry| entry.key.text().is_some_and(|text| fold(text) == key);
        entries.iter().find(is_it)
    };
    let mut edit = Edit::new(&file.text).ok_or(Unusual)?;
    match (find("periode"), find("navn")) {
        (Some(period), _) => edit.set(period, &value(to))?,
        (None, Some(name)) => {
            edit.insert_after(&root, name, &[Written::Value("periode".to_owned(), value(to))])?;
        }
        (None, None) => return Err(Unusual),
    }
    let text = edit.finish();
    let new = SourceFile::new(file.name.clone(), PathBuf::new(), FileKind::Settings, text);
    let new = Arc::new(new);
    let as_meant = read(&new).is_some_and(|(_, now)| {
        // The colour knows its place, which moves.
        let colour = |settings: &Settings| settings.accent.as_ref().map(|accent| accent.value);
        let same_colour = colour(&now) == colour(&settings);
        let expected = Settings { period: Some(to.to_owned()), accent: now.accent.clone(), ..settings };
        same_colour && now == expected
    }) && comments(&file.text) == comments(&new.text);
    if as_meant { Ok(new.text.clone()) } else { Err(Unusual) }
}

fn read(file: &Arc<SourceFile>) -> Option<(tree::Node, Settings)> {
    let mut problems = Problems::default();
    let root = tree::parse(file, &mut problems).ok().flatten()?;
    let settings = settings::read(file, &root, &mut problems)?;
    Some((root, settings)).filter(|_| !problems.any_error())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (name, path) = ("afdeling.yaml".to_owned(), PathBuf::new());
        let file = Arc::new(SourceFile::new(name, path, FileKind::Settings, text.to_owned()));
        assert_eq!(with_period(&file, "2027/28").as_deref(), Ok(expected));
    }

    #[test]
    fn the_period_is_changed_or_added_and_all_else_stays() {
        check(
            "navn: A # os\r\nperiode:   2026/27   # skoleåret\r\nskoler: [{navn: Nord}]",
            "navn: A # os\r\nperiode:   2027/28   # skoleåret\r\nskoler: [{navn: Nord}]",
        );
        check(
            "# top\nskoler:\n- navn: Nord\nNavn: A # os\n",
            "# top\nskoler:\n- navn: Nord\nNavn: A # os\nperiode: 2027/28\n",
        );
        check(
            "navn: A\nperiode: # hvornår?\nskoler: [{navn: N}]",
            "navn: A\nperiode: 2027/28 # hvornår?\nskoler: [{navn: N}]",
        );
        check("{navn: A, skoler: [{navn: N}]}", "{navn: A, periode: 2027/28, skoler: [{navn: N}]}");
        check(
            "navn: A\nperiode: 26/27\nfarve: \"#00504a\"\nskoler: [{navn: N}]",
            "navn: A\nperiode: 2027/28\nfarve: \"#00504a\"\nskoler: [{navn: N}]",
        );
        check("skoler: [{navn: N}]\nnavn: A", "skoler: [{navn: N}]\nnavn: A\nperiode: 2027/28\n");
    }
}
