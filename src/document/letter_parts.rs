//! Gives each part of a composed letter its own text.
//!
//! Where the font has no "Ǧ", it is set as a letter and a mark, and Typst gives both glyphs the text
//! of the whole letter. A reader that knows no replacement texts sees "ǦǦ"; so does any reader
//! where the mark is raised, since Typst lays out glyphs at different heights as separate runs.

use std::ops::Range;

use typst::layout::{Em, Frame, FrameItem};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::PagedDocument;
use unicode_normalization::char::is_combining_mark;

/// Returns `document` with the text of each mark apart from that of its letter.
pub(super) fn separate(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| has_composed_letters(&page.frame)) {
        return document;
    }
    let mut pages = document.pages().to_vec();
    for page in &mut pages {
        separate_in(&mut page.frame);
    }
    PagedDocument::new(pages.into_iter().collect(), document.info().clone())
}

fn has_composed_letters(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_composed_letters(&group.frame),
        FrameItem::Text(text) => {
            let mut clusters = text.glyphs.chunk_by(|a, b| a.range == b.range);
            leading_marks(text).is_some() || clusters.any(|glyphs| is_divisible(glyphs, &text.text))
        }
        _ => false,
    })
}

fn separate_in(frame: &mut Frame) {
    if !has_composed_letters(frame) {
        return;
    }
    let texts = frame.items().filter_map(|(_, item)| match item {
        FrameItem::Text(text) => Some(text.clone()),
        _ => None,
    });
    let mut texts: Vec<TextItem> = texts.collect();
    // Backwards, since two marks at two heights both carry the letter and both marks.
    for n in (1..texts.len()).rev() {
        let (before, after) = texts.split_at_mut(n);
        separate_runs(&mut before[n - 1], &mut after[0]);
    }
    texts.iter_mut().for_each(separate_glyphs);
    let mut texts = texts.into_iter();
    // The only access to a frame's items that can change them.
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => separate_in(&mut group.frame),
            FrameItem::Text(text) => *text = texts.next().expect("as many texts as were cloned"),
            _ => {}
        }
        true
    });
}

/// Divides the text that `before` ends and `after` begins with between them.
fn separate_runs(before: &mut TextItem, after: &mut TextItem) {
    let Some((whole, marks)) = leading_marks(after) else { return };
    let Some(last) = before.glyphs.last().map(|glyph| glyph.range()) else { return };
    if before.text[last.clone()] != after.text[whole.clone()] || last.end != before.text.len() {
        return;
    }
    let letter = whole.start..marks.start;
    cut(before, last.start + letter.len()..last.end);
    cut(after, letter);
}

/// Where in `text` a run begins with marks that belong to a letter in the run before it: the
/// bytes of letter and marks, and those of the marks alone.
fn leading_marks(text: &TextItem) -> Option<(Range<usize>, Range<usize>)> {
    let first = text.glyphs.first().filter(|glyph| glyph.x_advance == Em::zero())?;
    let whole = first.range();
    let mut chars = text.text.get(whole.clone())?.char_indices();
    chars.next().filter(|&(_, letter)| !is_combining_mark(letter))?;
    let glyphs = text.glyphs.iter().take_while(|glyph| glyph.range == first.range).count();
    let (start, _) = chars.rev().take(glyphs).take_while(|&(_, c)| is_combining_mark(c)).last()?;
    Some((whole.clone(), whole.start + start..whole.end))
}

/// Removes a range of bytes from `item`'s text.
fn cut(item: &mut TextItem, removed: Range<usize>) {
    let mut text = item.text.to_string();
    text.replace_range(removed.clone(), "");
    item.text = text.into();
    for glyph in &mut item.glyphs {
        let moved = |at: usize| if at >= removed.end { at - removed.len() } else { at.min(removed.start) };
        glyph.range = offset(moved(glyph.range().start))..offset(moved(glyph.range().end));
    }
}

/// Whether `glyphs`, which share their part of `text`, are a letter and marks, or marks alone: one for each of
/// its characters, or fewer where the font has the letter with its first marks.
fn is_divisible(glyphs: &[Glyph], text: &str) -> bool {
    let [first, _, ..] = glyphs else { return false };
    text.get(first.range()).is_some_and(|parts| {
        parts.chars().count() >= glyphs.len() && parts.chars().skip(1).all(is_combining_mark)
    })
}

/// Gives each glyph of a letter with marks its own character, and the first one those that are left.
fn separate_glyphs(item: &mut TextItem) {
    for glyphs in item.glyphs.chunk_by_mut(|a, b| a.range == b.range) {
        if !is_divisible(glyphs, &item.text) {
            continue;
        }
        let whole = glyphs[0].range();
        let mut end = whole.end;
        for (glyph, part) in glyphs[1..].iter_mut().rev().zip(item.text[whole.clone()].chars().rev()) {
            let start = end - part.len_utf8();
            glyph.range = offset(start)..offset(end);
            end = start;
        }
        glyphs[0].range = offset(whole.start)..offset(end);
    }
}

fn offset(bytes: usize) -> u16 {
    u16::try_from(bytes).expect("no text grows, and offsets in it fit before")
}
