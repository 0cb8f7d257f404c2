//! Explains a code at length: in Danish by its page in `docs/fejl/`, in other languages by its
//! message and hint.

use include_dir::{Dir, include_dir};

use super::Code;
use crate::language::{Language, Tag};

static PAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/fejl");

/// The explanation of `code`.
pub(crate) fn explanation(code: Code, language: &Language) -> String {
    match PAGES.get_file(format!("{}.md", code.name())).and_then(|page| page.contents_utf8()) {
        Some(page) if language.tag() == Tag::Da => page.to_owned(),
        _ => {
            let key = format!("problem-{}", code.name());
            // Without a concrete problem, every fact is an ellipsis.
            let message = language.say_unfilled(&key, None);
            let hint = language.say_unfilled(&key, Some("hint"));
            format!("# {}\n\n{message}\n\n{hint}", code.name())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray;

    #[test]
    fn every_code_has_a_page() {
        for code in Code::VARIANTS {
            let page = explanation(*code, &Language::new(Tag::Da));
            assert!(page.starts_with(&format!("# {}\n", code.name())), "{code:?}");
            assert!(page.lines().count() > 8, "{code:?}");
        }
    }

    #[test]
    fn other_languages_show_message_and_hint() {
        let english = explanation(Code::UnknownArea, &Language::new(Tag::En));
        assert!(english.contains('…'), "{english}");
        assert!(!english.contains("{ $"), "{english}");
    }
}
