//! Turns the texts of `locales/<code>/*.ftl` (Fluent) into packed lists for each language, so that a browser need
//! not carry a reader of Fluent. A text that is missing, written twice or misses a plural form in one language stops the
//! build.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

/// The languages with the plural forms that each must have.
const LANGUAGES: [(&str, &[&str]); 3] = [
    ("pl", &["one", "few", "many", "other"]),
    ("uk", &["one", "few", "many", "other"]),
    ("en", &["one", "other"]),
];

/// The parts of the program with the files of texts that a browser fetches with each: the calendar first, then what
/// the other pages of volunteers need beside it, then what those of staff need beside both. `app::parts` has the
/// same.
const PARTS: [(&str, &[&str]); 3] = [
    ("calendar", &["common", "calendar"]),
    (
        "volunteering",
        &["account", "declaration", "feeds", "offers", "party", "presence", "roles", "slot", "taking-part"],
    ),
    ("coordinating", &["dates", "matching", "planning", "posting", "qualifying", "staff"]),
];

/// Files of what is only mailed, printed, told to other programs, or said by scripts that bring their own words: no page shows it
/// in a browser.
const SERVER_ONLY: &[&str] = &["mail", "machines", "phone", "sheets"];

/// A text as the lists have it. Variables stand in it as `{name}`.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Text {
    Plain(String),
    Plural { by: String, forms: Vec<(String, String)> },
}

/// A text with the file it stands in, without its ending.
struct Placed {
    file: String,
    text: Text,
}

impl Text {
    fn variables(&self) -> Vec<&str> {
        let texts: Vec<&str> = match self {
            Self::Plain(text) => vec![text],
            Self::Plural { by, forms } => {
                forms.iter().map(|(_, text)| text.as_str()).chain([by.as_str()]).collect()
            }
        };
        let parts = texts.iter().flat_map(|text| text.split('{').skip(1));
        let mut names: Vec<&str> = parts.filter_map(|part| part.split('}').next()).collect();
        if let Self::Plural { by, .. } = self {
            names.push(by);
        }
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn main() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says it")).join("locales");
    println!("cargo::rerun-if-changed={}", folder.display());
    let read = |(code, forms)| (code, texts(&folder.join(code), forms));
    let languages: Vec<(&str, BTreeMap<String, Placed>)> = LANGUAGES.map(read).into();
    let (_, first) = languages.first().expect("a language");
    for (code, texts) in &languages {
        let odd = first
            .keys()
            .chain(texts.keys())
            .find(|key| !(first.contains_key(*key) && texts.contains_key(*key)));
        assert!(odd.is_none(), "{code}: {odd:?} is not in every language");
        for (key, Placed { file, text }) in texts {
            assert_eq!(text.variables(), first[key].text.variables(), "{code}: the variables of {key}");
            assert_eq!(file, &first[key].file, "{code}: the file of {key}");
        }
    }
    let out = env::var("OUT_DIR").expect("cargo says it");
    let write = |name: &str, texts: &[u8]| {
        fs::write(Path::new(&out).join(name), texts).expect("the texts can be written");
    };
    let mut files = Vec::new();
    for (code, texts) in &languages {
        write(&format!("{code}.postcard"), &packed(texts, |_| true));
        for (part, wanted) in PARTS {
            let own = format!("{code}-{part}.postcard");
            write(&own, &packed(texts, |file| wanted.contains(&file)));
            files.push(format!("(\"{code}/{part}.postcard\", include_bytes!(\"{own}\"))"));
        }
    }
    write("files.rs", format!("[{}]", files.join(", ")).as_bytes());
}

/// The texts of one language.
fn texts(folder: &Path, forms: &[&str]) -> BTreeMap<String, Placed> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).expect("the texts").flatten().map(|entry| entry.path()) {
        let source = fs::read_to_string(&file).expect("a file of texts");
        let name = file.display();
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let files = PARTS.iter().flat_map(|(_, files)| *files).chain(SERVER_ONLY);
        assert!(files.copied().any(|known| known == stem), "{name}: which part needs it? Say so in `PARTS`");
        let resource =
            fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            let pattern = message.value.unwrap_or_else(|| panic!("{name}: {key} has no text"));
            let text = text(pattern).unwrap_or_else(|problem| panic!("{name}: {key}: {problem}"));
            if let Text::Plural { forms: has, .. } = &text {
                let missing = forms.iter().find(|form| !has.iter().any(|(name, _)| name == *form));
                assert!(missing.is_none(), "{name}: {key} has no form {missing:?}");
            }
            let placed = Placed { file: stem.clone(), text };
            assert!(found.insert(key.clone(), placed).is_none(), "{name}: {key} is written twice");
        }
    }
    found
}

/// Reads a text. One plural in it becomes whole sentences, one for each form.
fn text(pattern: Pattern<String>) -> Result<Text, &'static str> {
    let mut text = Text::Plain(String::new());
    for element in pattern.elements {
        let more = match element {
            PatternElement::TextElement { value } => value,
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                format!("{{{}}}", variable(inline)?)
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let Text::Plain(before) = text else { return Err("two plurals") };
                let form = |variant: fluent_syntax::ast::Variant<String>| {
                    let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) =
                        variant.key;
                    match self::text(variant.value)? {
                        Text::Plain(text) => Ok((name, format!("{before}{text}"))),
                        Text::Plural { .. } => Err("a plural in a plural"),
                    }
                };
                let forms = variants.into_iter().map(form).collect::<Result<_, _>>()?;
                text = Text::Plural { by: variable(selector)?, forms };
                continue;
            }
        };
        match &mut text {
            Text::Plain(text) => text.push_str(&more),
            Text::Plural { forms, .. } => forms.iter_mut().for_each(|(_, text)| text.push_str(&more)),
        }
    }
    Ok(text)
}

fn variable(expression: InlineExpression<String>) -> Result<String, &'static str> {
    match expression {
        InlineExpression::VariableReference { id } => Ok(id.name),
        _ => Err("only variables and plurals may stand in braces"),
    }
}

/// What `domain::locale::Texts` reads, of the files that are wanted: sorted by key.
fn packed(texts: &BTreeMap<String, Placed>, wanted: impl Fn(&str) -> bool) -> Vec<u8> {
    let (mut plain, mut plural) = (Vec::new(), Vec::new());
    for (key, placed) in texts.iter().filter(|(_, placed)| wanted(&placed.file)) {
        match &placed.text {
            Text::Plain(text) => plain.push((key, text)),
            Text::Plural { by, forms } => plural.push((key, (by, forms))),
        }
    }
    postcard::to_allocvec(&(plain, plural)).expect("texts can be packed")
}
