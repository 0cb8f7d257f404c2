//! The new period in `afdeling.yaml`, which is the last step of a rollover.

use std::path::PathBuf;
use std::sync::Arc;

use crate::department::settings::{self, Settings};
use crate::fields::settings as fields;
use crate::problem::Problems;
use crate::source::edit::{Edit, NewEntry, UnsupportedLayout, comments, value};
use crate::source::{FileKind, SourceFile};
use crate::source::{parse, tree};

/// The text of the settings `file` with the period `to`.
///
/// # Errors
/// If the layout is unsupported, so that the edit would change another value or lose a comment.
pub(super) fn with_period(file: &Arc<SourceFile>, to: &str) -> Result<String, UnsupportedLayout> {
    let (root, settings) = read(file).ok_or(UnsupportedLayout)?;
    let mut edit = Edit::new(&file.text).ok_or(UnsupportedLayout)?;
    match (root.entry(&fields::PERIOD), root.entry(&fields::NAME)) {
        (Some(period), _) => edit.set(period, &value(to))?,
        (None, Some(name)) => {
            let key = root.spelling(&fields::PERIOD, &fields::TABLE, file.language());
            edit.insert_after(&root, name, &[NewEntry::Value(key, value(to))])?;
        }
        (None, None) => return Err(UnsupportedLayout),
    }
    let text = edit.finish();
    let new = SourceFile::new(file.name.clone(), PathBuf::new(), FileKind::Settings, text);
    let new = Arc::new(new);
    let expected = Settings { period: Some(to.to_owned()), ..settings };
    let has_same_values = |mut now: Settings| {
        // Ignores the position of the colour, which moves with the edit.
        let colour = |settings: &Settings| settings.accent.as_ref().map(|accent| accent.value);
        if colour(&now) == colour(&expected) {
            now.accent.clone_from(&expected.accent);
        }
        now == expected
    };
    let is_correct = read(&new).is_some_and(|(_, settings)| has_same_values(settings))
        && comments(&file.text) == comments(&new.text);
    if is_correct { Ok(new.text.clone()) } else { Err(UnsupportedLayout) }
}

fn read(file: &Arc<SourceFile>) -> Option<(tree::Node, Settings)> {
    let mut problems = Problems::default();
    let root = parse::parse(file, &mut problems).ok().flatten()?;
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
    fn the_position_of_the_colour_is_ignored() {
        check(
            "# yaml-language-server: $schema=x\nnavn: A\nperiode: 2026/27\nfarve: \"#00504a\"\nskoler: {navn: B}\n",
            "# yaml-language-server: $schema=x\nnavn: A\nperiode: 2027/28\nfarve: \"#00504a\"\nskoler: {navn: B}\n",
        );
    }

    #[test]
    fn the_period_is_set_and_everything_else_stays() {
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
        check("skoler: [{navn: N}]\nnavn: A", "skoler: [{navn: N}]\nnavn: A\nperiode: 2027/28\n");
    }
}
