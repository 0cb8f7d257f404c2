//! Changes of single values of a YAML text, each verified by parsing the result.
//!
//! A [`TreeChange`] is applied twice: to the tree, and with [`Edit`] to the text. Both must agree,
//! with every comment kept, so no other value can change, however unusual the layout is.

use super::edit::{Edit, NewEntry, UnsupportedLayout, value};
use super::tree::{self, Entry, Node, Value};

/// The indices of entries and items that lead from the root to a node.
pub(crate) type NodePath = Vec<usize>;

/// A value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NewValue {
    /// No value: the key alone.
    Empty,
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// A mapping of texts.
    Entries(Vec<(String, String)>),
}

/// A change of one value, entry or item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TreeChange {
    /// Sets the value of the entry at the path.
    Set(NodePath, NewValue),
    /// Inserts an entry into the mapping at the path, before the entry `at` or at the end.
    InsertEntry { mapping: NodePath, at: usize, key: String, value: NewValue },
    /// Removes the entry at the path.
    RemoveEntry(NodePath),
    /// Turns the mapping at the path, a list of one without brackets or a dash, into a list.
    MakeList(NodePath),
    /// Appends a mapping of texts to the list at the path, which may be empty.
    AppendItem { list: NodePath, entries: Vec<(String, String)> },
    /// Appends texts to the list at the path.
    AppendTexts { list: NodePath, texts: Vec<String> },
    /// Removes an item of the list at the path; its comments stay, also those above it.
    RemoveItem { list: NodePath, at: usize },
    /// Moves an item of the list at the path, with its comments.
    MoveItem { list: NodePath, from: usize, to: usize },
}

/// Applies `change` to `text`.
///
/// # Errors
/// If the layout is unsupported; the path leads nowhere; or the result would say something else
/// or lose a comment.
pub(crate) fn apply(text: &str, change: &TreeChange) -> Result<String, UnsupportedLayout> {
    let before = tree::read(text).map_err(|_| UnsupportedLayout)?;
    let root = before.root.ok_or(UnsupportedLayout)?;
    let mut expected = without_ranges(root.clone());
    change_tree(&mut expected, change, &root, text)?;
    let mut edit = Edit::new(text).ok_or(UnsupportedLayout)?;
    change_text(&mut edit, change, &root)?;
    let new_text = edit.finish();
    let after = tree::read(&new_text).map_err(|_| UnsupportedLayout)?;
    let is_expected = after.root.is_some_and(|root| without_ranges(root) == expected);
    let comments = |text: &str| {
        let mut comments: Vec<String> =
            super::edit::comments(text).unwrap_or_default().into_iter().map(str::to_owned).collect();
        // A moved item takes its comments along.
        comments.sort_unstable();
        comments
    };
    if is_expected && comments(text) == comments(&new_text) { Ok(new_text) } else { Err(UnsupportedLayout) }
}

/// The node at `path`.
pub(crate) fn node_at<'a>(root: &'a Node, path: &[usize]) -> Option<&'a Node> {
    path.iter().try_fold(root, |node, &at| match &node.value {
        Value::Scalar(_) => None,
        Value::Sequence(items) => items.get(at),
        Value::Mapping(entries) => entries.get(at).map(|entry| &entry.value),
    })
}

/// The mapping that holds the entry at `path`, and the entry.
fn entry_at<'a>(root: &'a Node, path: &[usize]) -> Result<(&'a Node, &'a Entry), UnsupportedLayout> {
    let (last, mapping) = path.split_last().ok_or(UnsupportedLayout)?;
    let mapping = node_at(root, mapping).ok_or(UnsupportedLayout)?;
    Ok((mapping, mapping.entries().get(*last).ok_or(UnsupportedLayout)?))
}

fn node_at_mut<'a>(root: &'a mut Node, path: &[usize]) -> Result<&'a mut Node, UnsupportedLayout> {
    path.iter().try_fold(root, |node, &at| {
        let child = match &mut node.value {
            Value::Scalar(_) => None,
            Value::Sequence(items) => items.get_mut(at),
            Value::Mapping(entries) => entries.get_mut(at).map(|entry| &mut entry.value),
        };
        child.ok_or(UnsupportedLayout)
    })
}

fn without_ranges(mut node: Node) -> Node {
    node.for_each_range(&|bytes| *bytes = 0..0);
    node
}

fn scalar(text: &str) -> Node {
    // The parser trims scalars too.
    Node { bytes: 0..0, value: Value::Scalar(text.trim().to_owned()) }
}

fn mapping(entries: &[(String, String)]) -> Node {
    let entry = |(key, value): &(String, String)| Entry { key: scalar(key), value: scalar(value) };
    Node { bytes: 0..0, value: Value::Mapping(entries.iter().map(entry).collect()) }
}

fn new_node(value: &NewValue) -> Node {
    match value {
        NewValue::Empty => scalar(""),
        NewValue::Text(text) => scalar(text),
        NewValue::Texts(texts) => {
            Node { bytes: 0..0, value: Value::Sequence(texts.iter().map(|text| scalar(text)).collect()) }
        }
        NewValue::Entries(entries) => mapping(entries),
    }
}

/// Applies `change` to `tree`, a copy of `root` without ranges.
fn change_tree(
    tree: &mut Node,
    change: &TreeChange,
    root: &Node,
    text: &str,
) -> Result<(), UnsupportedLayout> {
    // In block style, nothing is left of an empty collection.
    let left_empty = |path: &[usize]| {
        let is_flow = node_at(root, path).is_some_and(|node| node.is_flow(text));
        if is_flow { None } else { Some(Value::Scalar(String::new())) }
    };
    match change {
        TreeChange::Set(path, value) => *node_at_mut(tree, path)? = new_node(value),
        TreeChange::InsertEntry { mapping, at, key, value } => {
            let Value::Mapping(entries) = &mut node_at_mut(tree, mapping)?.value else {
                return Err(UnsupportedLayout);
            };
            let at = (*at).min(entries.len());
            entries.insert(at, Entry { key: scalar(key), value: new_node(value) });
        }
        TreeChange::RemoveEntry(path) => {
            let (last, parent) = path.split_last().ok_or(UnsupportedLayout)?;
            let node = node_at_mut(tree, parent)?;
            let Value::Mapping(entries) = &mut node.value else { return Err(UnsupportedLayout) };
            entries.remove(*last);
            if entries.is_empty() {
                node.value = left_empty(parent).unwrap_or(Value::Mapping(Vec::new()));
            }
        }
        TreeChange::MakeList(path) => {
            let node = node_at_mut(tree, path)?;
            let item = node.clone();
            node.value = Value::Sequence(vec![item]);
        }
        TreeChange::AppendItem { list, entries } => {
            let node = node_at_mut(tree, list)?;
            match &mut node.value {
                Value::Sequence(items) => items.push(mapping(entries)),
                Value::Scalar(text) if text.is_empty() => {
                    node.value = Value::Sequence(vec![mapping(entries)]);
                }
                _ => return Err(UnsupportedLayout),
            }
        }
        TreeChange::AppendTexts { list, texts } => {
            let Value::Sequence(items) = &mut node_at_mut(tree, list)?.value else {
                return Err(UnsupportedLayout);
            };
            items.extend(texts.iter().map(|text| scalar(text)));
        }
        TreeChange::RemoveItem { list, at } => {
            let node = node_at_mut(tree, list)?;
            let Value::Sequence(items) = &mut node.value else { return Err(UnsupportedLayout) };
            if *at >= items.len() {
                return Err(UnsupportedLayout);
            }
            items.remove(*at);
            if items.is_empty() {
                node.value = left_empty(list).unwrap_or(Value::Sequence(Vec::new()));
            }
        }
        TreeChange::MoveItem { list, from, to } => {
            let node = node_at_mut(tree, list)?;
            let Value::Sequence(items) = &mut node.value else { return Err(UnsupportedLayout) };
            if *from >= items.len() || *to >= items.len() {
                return Err(UnsupportedLayout);
            }
            let item = items.remove(*from);
            items.insert(*to, item);
        }
    }
    Ok(())
}

/// Applies `change` to the text of `edit`.
fn change_text(edit: &mut Edit<'_>, change: &TreeChange, root: &Node) -> Result<(), UnsupportedLayout> {
    match change {
        TreeChange::Set(path, new) => {
            let (mapping, entry) = entry_at(root, path)?;
            match new {
                NewValue::Empty => edit.set(entry, ""),
                NewValue::Text(text) => edit.set(entry, &value(text)),
                NewValue::Texts(texts) => edit.set(entry, &in_brackets(texts)),
                NewValue::Entries(entries) => {
                    let key = edit.written_key(entry).to_owned();
                    edit.replace(mapping, entry, &[NewEntry::Entries(key, written(entries))])
                }
            }
        }
        TreeChange::InsertEntry { mapping, at, key, value: new } => {
            let mapping = node_at(root, mapping).ok_or(UnsupportedLayout)?;
            let key = value(key);
            let new = match new {
                NewValue::Empty => NewEntry::Value(key, String::new()),
                NewValue::Text(text) => NewEntry::Value(key, value(text)),
                NewValue::Texts(texts) => NewEntry::Value(key, in_brackets(texts)),
                NewValue::Entries(entries) => NewEntry::Entries(key, written(entries)),
            };
            edit.insert_at(mapping, *at, &[new])
        }
        TreeChange::RemoveEntry(path) => {
            let (mapping, entry) = entry_at(root, path)?;
            edit.keep(mapping, |other| other.key.bytes != entry.key.bytes)
        }
        TreeChange::MakeList(path) => {
            let (_, entry) = entry_at(root, path)?;
            edit.make_list(entry)
        }
        TreeChange::AppendItem { list, entries } => {
            let (mapping, entry) = entry_at(root, list)?;
            let item = written(entries).into_iter().map(|(key, value)| NewEntry::Value(key, value)).collect();
            edit.append_item(mapping, entry, item)
        }
        TreeChange::AppendTexts { list, texts } => {
            let (_, entry) = entry_at(root, list)?;
            edit.append(entry, &texts.iter().map(|text| value(text)).collect::<Vec<_>>())
        }
        TreeChange::RemoveItem { list, at } => {
            edit.remove_item(node_at(root, list).ok_or(UnsupportedLayout)?, *at)
        }
        TreeChange::MoveItem { list, from, to } => {
            edit.move_item(node_at(root, list).ok_or(UnsupportedLayout)?, *from, *to)
        }
    }
}

/// Keys and texts as YAML.
fn written(entries: &[(String, String)]) -> Vec<(String, String)> {
    let text = |text: &String| if text.is_empty() { String::new() } else { value(text) };
    entries.iter().map(|(key, own)| (value(key), text(own))).collect()
}

fn in_brackets(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| value(text)).collect();
    format!("[{}]", texts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, change: &TreeChange, expected: &str) {
        assert_eq!(apply(text, change).as_deref(), Ok(expected), "{text}\n{change:?}");
    }

    fn text(text: &str) -> NewValue {
        NewValue::Text(text.to_owned())
    }

    fn entries(entries: &[(&str, &str)]) -> Vec<(String, String)> {
        entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_value_is_set_in_every_style() {
        for (before, after) in [
            ("a: 1\nb: 2\n", "a: ny\nb: 2\n"),
            ("a:\nb: 2\n", "a: ny\nb: 2\n"),
            ("a:   \nb: 2\n", "a: ny\nb: 2\n"),
            ("a:  # note\r\nb: 2\r\n", "a: ny  # note\r\nb: 2\r\n"),
            ("a: ~ # note\nb: 2\n", "a: ny # note\nb: 2\n"),
            ("a: 'en' # note\nb: 2", "a: ny # note\nb: 2"),
            ("{a: 1, b: 2}", "{a: ny, b: 2}"),
            ("{a: , b: 2}", "{a: ny, b: 2}"),
            ("a: >-\n  to\n  linjer\nb: 2\n", "a: ny\nb: 2\n"),
            ("a:\n  - 1 # en\n  - 2\nb: 2\n", "a: ny # en\nb: 2\n"),
            ("\"a\":\n  x: 1\nb: 2\n", "\"a\": ny\nb: 2\n"),
        ] {
            check(before, &TreeChange::Set(vec![0], text("ny")), after);
        }
    }

    #[test]
    fn a_value_becomes_empty_or_a_mapping() {
        check("a: 1 # en\nb: 2\n", &TreeChange::Set(vec![0], NewValue::Empty), "a: # en\nb: 2\n");
        check("a: 1\nb: 2\n", &TreeChange::Set(vec![0], NewValue::Empty), "a:\nb: 2\n");
        let long = NewValue::Entries(entries(&[("nu", "1"), ("bemærkning", "Ja: gerne")]));
        check(
            "p:\n  it: 3 # note\n  da: 2\n",
            &TreeChange::Set(vec![0, 0], long.clone()),
            "p:\n  it:\n    nu: 1\n    bemærkning: \"Ja: gerne\"\n  # note\n  da: 2\n",
        );
        check(
            "p: {it: 3}\n",
            &TreeChange::Set(vec![0, 0], long),
            "p: {it: {nu: 1, bemærkning: \"Ja: gerne\"}}\n",
        );
    }

    #[test]
    fn entries_are_inserted_in_place() {
        let insert = |mapping: &[usize], at| TreeChange::InsertEntry {
            mapping: mapping.to_vec(),
            at,
            key: "n".to_owned(),
            value: text("ny"),
        };
        check("a: 1\nb: 2\n", &insert(&[], 0), "n: ny\na: 1\nb: 2\n");
        check("a: 1 # en\n# før b\nb: 2", &insert(&[], 1), "a: 1 # en\nn: ny\n# før b\nb: 2");
        check("a: 1\nb: 2", &insert(&[], 2), "a: 1\nb: 2\nn: ny\n");
        check("l:\n- a: 1\n  b: 2\n", &insert(&[0, 0], 1), "l:\n- a: 1\n  n: ny\n  b: 2\n");
        check("l:\n  -   a: 1 # x\n", &insert(&[0, 0], 1), "l:\n  -   a: 1 # x\n      n: ny\n");
        check("l: [{a: 1}]", &insert(&[0, 0], 1), "l: [{a: 1, n: ny}]");
        check("l: {a: 1}", &insert(&[0], 0), "l: {n: ny, a: 1}");
        check("l: {}\n", &insert(&[0], 0), "l: {n: ny}\n");
    }

    #[test]
    fn items_are_appended_moved_and_removed() {
        let append =
            TreeChange::AppendItem { list: vec![0], entries: entries(&[("m", "x"), ("f", "ja, nej")]) };
        check("l:\n# - m: y\nb: 1\n", &append, "l:\n  - m: x\n    f: \"ja, nej\"\n# - m: y\nb: 1\n");
        check("l: ~\n", &append, "l: [{m: x, f: \"ja, nej\"}]\n");
        check("l: []\n", &append, "l: [{m: x, f: \"ja, nej\"}]\n");
        check("{l: , b: 1}", &append, "{l: [{m: x, f: \"ja, nej\"}], b: 1}");
        check("l:\n- m: y\n", &append, "l:\n- m: y\n- m: x\n  f: \"ja, nej\"\n");
        let list = "l:\n# 1\n- a: 1 # en\n  # til en\n\n# 2\n- a: 2\n- {a: 3}";
        let moved = |from, to| TreeChange::MoveItem { list: vec![0], from, to };
        check(list, &moved(0, 1), "l:\n# 2\n- a: 2\n\n# 1\n- a: 1 # en\n  # til en\n- {a: 3}");
        check(list, &moved(2, 0), "l:\n- {a: 3}\n\n# 1\n- a: 1 # en\n  # til en\n# 2\n- a: 2");
        check("l: [{a: 1}, {a: 2}] # x", &moved(1, 0), "l: [{a: 2}, {a: 1}] # x");
        let below = "l:\n  - # en\n    a: 1\n  -\n    a: 2\n";
        check(below, &moved(1, 0), "l:\n  -\n    a: 2\n  - # en\n    a: 1\n");
        let gone = TreeChange::RemoveItem { list: vec![0], at: 0 };
        check("l:\n- a: 1 # en\n", &gone, "l:\n# en\n");
        check("l: [{a: 1}]\n", &gone, "l: []\n");
        // The comments stay, and are not taken for those of the next item.
        check("l:\n# 1\n- a: 1\n# 2\n- a: 2\n", &gone, "l:\n# 1\n\n# 2\n- a: 2\n");
        check("l:\n- a: 1 # en\n  b: 1\n- a: 2\n", &gone, "l:\n# en\n\n- a: 2\n");
        check("l:\n# 1\n- a: 1\n\n- a: 2\n", &gone, "l:\n# 1\n\n- a: 2\n");
        check("l:\r\n  # 1\r\n  - a: 1\r\n  - a: 2", &gone, "l:\r\n  # 1\r\n\r\n  - a: 2");
        check("l:\n- a: 1\n- a: 2\n", &gone, "l:\n- a: 2\n");
        check("l: # x\n- {a: 1}\n\n# 2\n- a: 2\n", &gone, "l: # x\n\n# 2\n- a: 2\n");
        check("l:\n- {a: 1}\n# 2\n- a: 2", &moved(1, 0), "l:\n# 2\n- a: 2\n- {a: 1}");
    }

    #[test]
    fn an_item_is_appended_beside_commented_out_ones() {
        let append = TreeChange::AppendItem { list: vec![0], entries: entries(&[("m", "x"), ("f", "1")]) };
        for (before, after) in [
            // In a list with empty lines between its items, below the last one or apart from it.
            (
                "l:\n  - m: a\n\n  - m: b\n    f: 1\n  # - m: c\n  #   f: 2\nn: 1\n",
                "l:\n  - m: a\n\n  - m: b\n    f: 1\n\n  - m: x\n    f: 1\n  # - m: c\n  #   f: 2\nn: 1\n",
            ),
            (
                "l:\n  - m: a\n\n  - m: b\n\n  # - m: c\n  #   f: 2\n\nn: 1\n",
                "l:\n  - m: a\n\n  - m: b\n\n  - m: x\n    f: 1\n\n  # - m: c\n  #   f: 2\n\nn: 1\n",
            ),
            (
                "l:\n- m: a\n\n- m: b\n\n# - m: c\n#   f: 2",
                "l:\n- m: a\n\n- m: b\n\n- m: x\n  f: 1\n\n# - m: c\n#   f: 2",
            ),
            (
                "l:\r\n  - m: a\r\n\r\n  - m: b\r\n\r\n#  - m: c\r\n#    f: 2\r\n",
                "l:\r\n  - m: a\r\n\r\n  - m: b\r\n\r\n  - m: x\r\n    f: 1\r\n\r\n#  - m: c\r\n#    f: 2\r\n",
            ),
            // Indented more than the dash, a comment belongs to the item above.
            (
                "l:\n  - m: a\n\n  - m: b\n\n    # - m: c\n    #   f: 2\n\nn: 1\n",
                "l:\n  - m: a\n\n  - m: b\n\n    # - m: c\n    #   f: 2\n\n  - m: x\n    f: 1\n\nn: 1\n",
            ),
            (
                "l:\n- m: a\n\n- m: b\n\n  # - m: c\n  #   f: 2\n",
                "l:\n- m: a\n\n- m: b\n\n  # - m: c\n  #   f: 2\n\n- m: x\n  f: 1\n",
            ),
            // Between two items, and above all.
            (
                "l:\n  # - m: o\n\n  - m: a # en\n\n  # - m: c\n\n  - m: >-\n      b\n\n  # - m: d\nn: 1\n",
                "l:\n  # - m: o\n\n  - m: a # en\n\n  # - m: c\n\n  - m: >-\n      b\n\n  - m: x\n    f: 1\n\n  # - m: d\nn: 1\n",
            ),
            // A first item in braces, in a list without indentation.
            (
                "l:\n\n- {m: a}\n\n- m: b\n\n  # - m: c\nn: 1\n",
                "l:\n\n- {m: a}\n\n- m: b\n\n  # - m: c\n\n- m: x\n  f: 1\nn: 1\n",
            ),
            // Without empty lines.
            (
                "l:\n  - m: a\n  - m:\n  # - m: c\nn: 1\n",
                "l:\n  - m: a\n  - m:\n  - m: x\n    f: 1\n  # - m: c\nn: 1\n",
            ),
        ] {
            check(before, &append, after);
        }
    }

    #[test]
    fn texts_are_appended_to_a_list() {
        let append =
            TreeChange::AppendTexts { list: vec![0], texts: vec!["x".to_owned(), "y, z".to_owned()] };
        check("l: [a] # en\n", &append, "l: [a, x, \"y, z\"] # en\n");
        check("l: []\n", &append, "l: [x, \"y, z\"]\n");
        check("l:\n- a # en\n# to\n", &append, "l:\n- a # en\n- x\n- \"y, z\"\n# to\n");
        check(
            "l:\n  - a\n\n  - b\n\n  # - c\nn: 1\n",
            &append,
            "l:\n  - a\n\n  - b\n\n  - x\n\n  - \"y, z\"\n\n  # - c\nn: 1\n",
        );
        assert!(apply("l: a\n", &append).is_err());
    }

    #[test]
    fn comments_directly_above_an_item_move_with_it() {
        let moved = |from, to| TreeChange::MoveItem { list: vec![0], from, to };
        // Apart from the item, or indented otherwise, they stay.
        check(
            "l:\n# liste\n\n# 1\n# 1b\n- a: 1\n- a: 2\n# slut\nb: 1\n",
            &moved(1, 0),
            "l:\n# liste\n\n- a: 2\n# 1\n# 1b\n- a: 1\n# slut\nb: 1\n",
        );
        check(
            "l:\n# liste\n  # 1\n  - a: 1\n  # 2\n  - a: 2",
            &moved(0, 1),
            "l:\n# liste\n  # 2\n  - a: 2\n  # 1\n  - a: 1",
        );
        check(
            "l:\n  - a: >\n      x\n      # y\n  # 2\n  - # to\n    a: 2\n",
            &moved(1, 0),
            "l:\n  # 2\n  - # to\n    a: 2\n  - a: >\n      x\n      # y\n",
        );
    }

    #[test]
    fn a_list_of_one_becomes_a_list() {
        let change = TreeChange::MakeList(vec![0]);
        check(
            "l:\n  a: 1 # en\n  # note\n  b: >-\n    x\n\n    y\nc: 1\n",
            &change,
            "l:\n  - a: 1 # en\n    # note\n    b: >-\n      x\n\n      y\nc: 1\n",
        );
        check("l: {a: 1}\n", &change, "l: [{a: 1}]\n");
    }

    #[test]
    fn what_cannot_be_edited_safely_is_refused() {
        assert!(apply("? a\n: 1\n", &TreeChange::Set(vec![0], text("2"))).is_err());
        assert!(apply("a: 1\n", &TreeChange::Set(vec![3], text("2"))).is_err());
        assert!(apply("a: [", &TreeChange::Set(vec![0], text("2"))).is_err());
    }
}
