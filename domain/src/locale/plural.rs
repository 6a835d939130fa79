//! Plural categories of whole numbers. Source: Unicode CLDR, cardinal rules.

use super::Locale;

/// The category of `number`: `one`, `few`, `many` or `other`.
pub fn category(locale: Locale, number: i64) -> &'static str {
    let number = number.unsigned_abs();
    let few = matches!(number % 10, 2..=4) && !matches!(number % 100, 12..=14);
    match locale {
        Locale::Pl | Locale::En if number == 1 => "one",
        Locale::En => "other",
        Locale::Uk if number % 10 == 1 && number % 100 != 11 => "one",
        Locale::Pl | Locale::Uk if few => "few",
        Locale::Pl | Locale::Uk => "many",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::LOCALES;
    use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

    #[test]
    fn categories_are_those_of_the_reference() {
        for locale in LOCALES {
            let language: unic_langid::LanguageIdentifier = locale.code().parse().expect("a language");
            let rules = PluralRules::create(language, PluralRuleType::CARDINAL).expect("its rules");
            for number in 0..=2_500_i64 {
                let reference = match rules.select(number).expect("a category") {
                    PluralCategory::ONE => "one",
                    PluralCategory::FEW => "few",
                    PluralCategory::MANY => "many",
                    _ => "other",
                };
                assert_eq!(category(locale, number), reference, "{} {number}", locale.code());
            }
        }
    }
}
