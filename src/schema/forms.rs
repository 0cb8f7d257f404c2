//! The forms that values take, as an editor checks them: never stricter than
//! [`crate::department::values`] reads them.
//!
//! An editor's YAML has numbers, truth values and nulls, where the program has raw
//! text: `1.500` is 1.5 there. So each form also lets pass what such a text becomes.
//! A value that is not given may stand empty.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use strum::VariantArray;

use crate::department::NoLevel;
use crate::department::level_text::{FROM_WORDS, LEVEL_WORDS, QUOTES};
use crate::department::scale::{Scale, ScaleLevel};
use crate::department::values::{Answer, LEVEL_LIMIT};
use crate::language::{AFTER_LANGUAGE, Language, Tag, month_names};
use crate::source::edit;
use crate::source::spelling::{
    BETWEEN_LEVELS, CONJUNCTIONS, EDGE, Word, between_levels, fold, spellings, spellings_of_any,
};

/// Between the parts of a date.
const APART: &str = "[ ./,\u{a0}-]";
/// Between two words.
const SEPARATOR: &str = "[\\s\u{85}_-]";
/// Among the digits of a number.
const SPACES: &str = "[\\s\u{85}]*";

/// A value that a list of words offers, and what it means.
pub(super) struct Offer {
    pub value: String,
    pub meaning: String,
}

impl Offer {
    pub(super) fn new(value: impl Into<String>, meaning: impl Into<String>) -> Self {
        Self { value: value.into(), meaning: meaning.into() }
    }
}

/// Anything at all.
pub(super) fn anything() -> Value {
    json!({})
}

/// Any text.
pub(super) fn text() -> Value {
    json!({"not": {"type": ["array", "object"]}})
}

/// Text of the kind that `pattern` describes, or nothing.
///
/// An editor would offer a type that is named, and so `null`, which is a word to the reader.
/// So those types are named that it must not have.
fn like(pattern: &str, others: &[&str], fault: String) -> Map<String, Value> {
    let allowed = |type_: &&str| others.contains(type_) || *type_ == "number" && others.contains(&"integer");
    let refused: Vec<&str> =
        ["array", "object", "number", "boolean"].into_iter().filter(|type_| !allowed(type_)).collect();
    let pattern = format!("^{EDGE}(?:{pattern})?{EDGE}$");
    let mut form = into_map(json!({
        "not": {"type": refused}, "pattern": pattern, "patternErrorMessage": fault, "errorMessage": fault,
    }));
    if others.contains(&"integer") && !others.contains(&"number") {
        form.insert("multipleOf".into(), 1.into());
    }
    form
}

/// A date, as Danes write it; a month alone too where `months` are taken for their last day.
pub(super) fn day(months: bool, language: &Language) -> Value {
    let day = "\\+?0*(?:[1-9]|[12][0-9]|3[01])";
    let month = "\\+?0*(?:[1-9]|1[0-2])";
    let year = "(?:19[0-9]{2}|2[01][0-9]{2}|2200)";
    let short_year = "[0-9]{2}";
    let names: BTreeSet<String> =
        month_names().iter().flatten().map(|name| name.chars().take(3).collect()).collect();
    let names: Vec<String> = names.iter().map(|name| spelled_in_any_case(name)).collect();
    let named = format!("(?:{})[^0-9 ./,\u{a0}-]*", names.join("|"));
    let pattern = format!(
        "[^0-9+]*(?:{year}{APART}+{month}{APART}+{day}|{day}{APART}+(?:{month}|{named}){APART}+{year}\
         |{day}{APART}+{named}{APART}+{short_year}{months}){APART}*(?:[ ,\u{a0}][Kk\u{212a}][Ll].*)?",
        months = if months {
            format!("|(?:{named}|{month}){APART}+{year}|{year}{APART}+(?:{named}|{month})")
        } else {
            String::new()
        }
    );
    Value::Object(like(&pattern, &[], language.say("schema-not-a-day", &[])))
}

fn spelled_in_any_case(word: &str) -> String {
    word.chars().map(|c| format!("[{c}{}]", c.to_uppercase())).collect()
}

/// A number of zero or more, as Danes write it.
pub(super) fn amount(language: &Language) -> Value {
    number(&format!("[0-9]{SPACES}[0-9]?"), language.say("schema-not-a-number", &[]))
}

/// A whole number of zero or more.
pub(super) fn count(language: &Language) -> Value {
    number(&format!("0{SPACES}0?"), language.say("schema-not-a-whole-number", &[]))
}

fn number(decimals: &str, fault: String) -> Value {
    let digit = format!("[0-9]{SPACES}");
    let grouped = format!("(?:{digit}){{1,3}}(?:\\.{SPACES}(?:{digit}){{3}})+");
    let pattern = format!(
        "(?:{grouped}|(?:{digit})+)(?:,{SPACES}{decimals}{SPACES})?(?:[Kk\u{212a}][Rr])?[\\s\u{85}.,-]*"
    );
    let mut form = like(&pattern, &["number"], fault);
    // `1.500` and `1.5` are one number to an editor.
    form.insert("minimum".into(), 0.into());
    form.insert("maximum".into(), 1_000_000_000.into());
    Value::Object(form)
}

pub(super) fn yes_no(own: Tag, language: &Language) -> Value {
    offered(answers(own), &yes_or_no(), &["boolean"], language.say("schema-not-yes-or-no", &[]))
}

/// Yes and no as files of `own` write them.
pub(super) fn answers(own: Tag) -> Vec<Offer> {
    Answer::words(own).into_iter().map(|word| Offer::new(word, "")).collect()
}

/// The words for yes and no in every language, in a regular expression.
pub(super) fn yes_or_no() -> String {
    spellings_of_any(["true", "false"].into_iter().chain(Answer::all_spellings()))
}

/// A colour as `#rrggbb`.
pub(super) fn colour(language: &Language) -> Value {
    let pattern = "#(?:[0-9A-Fa-f]{2}|\\+[0-9A-Fa-f]){3}";
    Value::Object(like(pattern, &[], language.say("schema-not-a-colour", &[])))
}

/// One of the languages.
pub(super) fn language_tag(language: &Language) -> Value {
    let names: Vec<String> = Tag::LOCALES.iter().map(|(name, _)| spelled_in_any_case(name)).collect();
    let after: String = AFTER_LANGUAGE.iter().collect();
    let pattern = format!("(?:{})(?:[{after}].*)?", names.join("|"));
    let tags: Vec<&str> = Tag::VARIANTS.iter().map(|tag| tag.name()).collect();
    let fault = language.say("schema-not-one-of", &[("words", tags.join(", ").into())]);
    offered(tags.into_iter().map(|tag| Offer::new(tag, "")).collect(), &pattern, &[], fault)
}

/// A level of any scale.
pub(super) fn any_level(language: &Language) -> Value {
    let mut form = like("[+-]?[0-9]+", &["integer"], language.say("schema-not-a-level", &[]));
    form.insert("minimum".into(), (-LEVEL_LIMIT).into());
    form.insert("maximum".into(), LEVEL_LIMIT.into());
    Value::Object(form)
}

/// A level of `scale`.
pub(super) fn level(scale: &Scale, language: &Language) -> Value {
    let pattern = format!("{}|{}|{}", numbers(scale), quoted(&level_text(scale)), no_level());
    Value::Object(levels(scale, &pattern, Vec::new(), language))
}

/// The pattern of a value that stands for no level: not known, or not relevant.
fn no_level() -> String {
    let around = format!("[{}\\s\u{85}.!?_-]*", QUOTES.iter().collect::<String>());
    format!("[?–—…._ -]+|{around}(?:{}){around}", spellings_of_any(NoLevel::all_spellings()))
}

/// A level by its number, its name or both, loosely: the reader looks closer.
fn level_text(scale: &Scale) -> String {
    let around = "[\\s\u{85}_.!():=,–\"-]*";
    // A hyphen right before digits would be a minus.
    let (before_words, before_digits) = ("[\\s\u{85}_.-]*", "(?:[\\s\u{85}_.-]*[\\s\u{85}_.+])?");
    let word = format!("{before_words}(?:{}){SEPARATOR}+", spellings_of_any(&*LEVEL_WORDS));
    let names = spellings_of_any(scale.levels.iter().map(|level| &level.name));
    format!(
        "(?:(?:{word}|{before_digits})(?:{})\\.?(?:{around}(?:{names}))?|(?:{word}|{before_words})(?:{names})){around}",
        numbers(scale)
    )
}

/// `pattern`, possibly in quotation marks.
fn quoted(pattern: &str) -> String {
    let quotes = format!("[{}\\s\u{85}]*", QUOTES.iter().collect::<String>());
    format!("{quotes}(?:{pattern}){quotes}")
}

/// The pattern of what separates the level now from the wanted one.
fn between_pattern() -> String {
    let between = BETWEEN_LEVELS.iter().map(|between| match fold(between).strip_prefix('_') {
        // Of the arrow `->`, the reader sees a separator and a sign.
        Some(sign) => format!("{SEPARATOR}+{}", spellings(sign)),
        None => spellings(between),
    });
    format!("(?:{})", between.collect::<Vec<_>>().join("|"))
}

/// What an area of a profile may be: `4`, or `3 til 4`, or what `long` describes.
pub(super) fn level_change(scale: &Scale, long: Value, own: Tag, language: &Language) -> Value {
    let number = numbers(scale);
    let to = between_pattern();
    let text = level_text(scale);
    let from = format!("(?:(?:{}){SEPARATOR}+)?", spellings_of_any(&*FROM_WORDS));
    let pattern = format!(
        "(?:{number})(?:{EDGE}{to}{EDGE}(?:{number}))?|{}|{}",
        quoted(&format!("{from}{text}(?:{to}{text})?")),
        no_level()
    );
    let mut steps: Vec<Value> = Vec::new();
    for (i, from) in scale.levels.iter().enumerate() {
        for wanted in scale.levels.iter().skip(i + 1).take(2) {
            let change = format!("{} {} {}", from.number, between_levels(own), wanted.number);
            let names = format!("{} → {}", from.name, wanted.name);
            steps.push(json!({"label": change, "description": names, "body": change}));
        }
    }
    json!({"anyOf": [levels(scale, &pattern, steps, language), long]})
}

/// A level, offered with its name. An editor says of what is in no list only which values
/// the list has; so numbers are in one, and texts have words of their own.
fn levels(scale: &Scale, pattern: &str, more: Vec<Value>, language: &Language) -> Map<String, Value> {
    let numbers: Vec<i64> = scale.levels.iter().map(|level| level.number).collect();
    let names: Vec<&str> = scale.levels.iter().map(|level| level.name.as_str()).collect();
    let one = |level: &ScaleLevel| json!({"label": level.number.to_string(), "description": level.name, "body": level.number});
    let offers: Vec<Value> = scale.levels.iter().map(one).chain(more).collect();
    let mut form = like(pattern, &["integer"], level_fault(scale, language));
    form.insert("defaultSnippets".into(), offers.into());
    form.insert("if".into(), json!({"type": "integer"}));
    form.insert("then".into(), json!({"enum": numbers, "enumDescriptions": names}));
    form
}

fn level_fault(scale: &Scale, language: &Language) -> String {
    language.say("schema-not-on-the-scale", &[("levels", scale.numbers().into())])
}

/// The numbers of `scale` in a regular expression.
fn numbers(scale: &Scale) -> String {
    let written = |number: i64| match number {
        0 => "[+-]?0+".to_owned(),
        1.. => format!("\\+?0*{number}"),
        _ => format!("-0*{}", number.unsigned_abs()),
    };
    let all: Vec<String> = scale.levels.iter().map(|level| written(level.number)).collect();
    all.join("|")
}

/// One of a fixed set of words, offered in the language `own` and taken in any.
pub(super) fn word<T: Word>(meaning: impl Fn(T) -> String, own: Tag, language: &Language) -> Value {
    word_or_name(meaning, |_| None, own, language)
}

/// As [`word`], where the department has another `name` for some of the words.
pub(super) fn word_or_name<'n, T: Word>(
    meaning: impl Fn(T) -> String,
    name: impl Fn(T) -> Option<&'n str>,
    own: Tag,
    language: &Language,
) -> Value {
    let offer = |word: &T| Offer::new(name(*word).unwrap_or(word.written(own)), meaning(*word));
    let names: Vec<&str> = T::VARIANTS.iter().filter_map(|word| name(*word)).collect();
    let all = T::all_spellings().map(str::to_owned).chain(names.iter().copied().map(str::to_owned));
    let pattern = spellings_of_any(all);
    let words = names.into_iter().chain(T::words(own)).collect::<Vec<&str>>().join(", ");
    let fault = language.say("schema-not-one-of", &[("words", words.into())]);
    offered(T::VARIANTS.iter().map(offer).collect(), &pattern, &[], fault)
}

/// One of `offers` or of the `former` ones, in any spelling.
pub(super) fn one_of(offers: Vec<Offer>, former: &[String], fault: String) -> Value {
    let pattern = alternatives(&offers, former);
    offered(offers, &pattern, &[], fault)
}

/// Some of `offers` and of the `former` ones: a list, one of them, or an enumeration. Where
/// `whole` is given, it may be the whole answer.
pub(super) fn some_of(offers: Vec<Offer>, former: &[String], whole: Option<&str>, fault: String) -> Value {
    let one = alternatives(&offers, former);
    let one = whole.map_or(one.clone(), |whole| format!("{one}|{whole}"));
    let between = CONJUNCTIONS.map(|between| match between.trim() {
        word if word.len() < between.len() => format!("\\s+{word}\\s+"),
        sign => format!("{EDGE}[{sign}]{EDGE}"),
    });
    let pattern = format!("(?:{one})(?:(?:{})(?:{one}))*", between.join("|"));
    let types: &[&str] = if whole.is_some() { &["boolean"] } else { &[] };
    let item = offered(offers, &pattern, types, fault.clone());
    json!({"errorMessage": fault, "anyOf": [{"type": "array", "items": item}, item]})
}

/// Text of any kind, for which `offers` are what is usual.
pub(super) fn usually(offers: Vec<Offer>) -> Value {
    if offers.is_empty() {
        return text();
    }
    let values: Vec<Value> = offers.iter().map(|offer| as_read(&offer.value)).collect();
    let meanings: Vec<&str> = offers.iter().map(|offer| offer.meaning.as_str()).collect();
    json!({"anyOf": [{"enum": values, "enumDescriptions": meanings}, text()]})
}

fn alternatives(offers: &[Offer], former: &[String]) -> String {
    // With nothing to choose from, nothing fits.
    if offers.is_empty() && former.is_empty() {
        return "(?!)".to_owned();
    }
    spellings_of_any(offers.iter().map(|offer| &offer.value).chain(former))
}

/// Text that fits `pattern`, of which `offers` are what an editor completes. They are no
/// `enum`, since editors report other values in words of their own.
fn offered(offers: Vec<Offer>, pattern: &str, others: &[&str], fault: String) -> Value {
    let read: Vec<Value> = offers.iter().map(|offer| as_read(&offer.value)).collect();
    let numbers: Vec<&Value> = read.iter().filter(|value| value.is_number()).collect();
    let mut types = others.to_vec();
    // A name such as `10` is a number to an editor, and so is `0x1F`.
    let odd = |offer: &Offer| offer.value.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    if offers.iter().any(odd) {
        types.push("number");
    }
    if read.iter().any(Value::is_boolean) && !types.contains(&"boolean") {
        types.push("boolean");
    }
    let mut form = like(pattern, &types, fault);
    if !numbers.is_empty() && numbers.len() == offers.iter().filter(|offer| odd(offer)).count() {
        form.insert("if".into(), json!({"type": "number"}));
        form.insert("then".into(), json!({"enum": numbers}));
    }
    let snippet = |offer: &Offer| {
        // A dollar sign would begin a place to fill in.
        let body = edit::value(&offer.value).replace('$', "\\$");
        json!({"label": offer.value, "description": offer.meaning, "body": body})
    };
    let snippets: Vec<Value> = offers.iter().map(snippet).collect();
    form.insert("examples".into(), read.into());
    form.insert("defaultSnippets".into(), snippets.into());
    Value::Object(form)
}

/// What `word` is to an editor's YAML: a number, if it looks like one.
fn as_read(word: &str) -> Value {
    let digits = word.strip_prefix(['+', '-']).unwrap_or(word);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.chars().all(|c| c.is_ascii_digit() || "eE.+-".contains(c));
    if let Some(whole) = is_number.then(|| word.parse::<i64>().ok()).flatten() {
        return whole.into();
    }
    let broken = is_number.then(|| word.parse::<f64>().ok()).flatten();
    match broken.and_then(serde_json::Number::from_f64) {
        Some(number) => Value::Number(number),
        None => match word.to_lowercase().as_str() {
            "true" => true.into(),
            "false" => false.into(),
            _ => word.into(),
        },
    }
}

fn into_map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
