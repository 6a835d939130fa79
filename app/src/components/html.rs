//! HTML that is written at once, for what a page shows many times and never changes in part, like cards and icons.
//!
//! To leptos an element made of [`Html`] is one node, however much stands in it: a day of 24 cards is written several
//! times as fast. When it changes, the browser replaces the whole element.

use leptos::tachys::html::InertElement;

/// A piece of HTML; made by [`html!`](crate::html) only, which escapes what is put in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// The program's own HTML, as it is.
    pub fn raw(&mut self, html: &'static str) {
        self.0.push_str(html);
    }

    /// The one element that this is, as a view.
    pub fn element(self) -> InertElement {
        InertElement::new(self.0)
    }
}

/// What may be put into HTML, between tags or between the double quotes of an attribute.
pub trait Piece {
    /// Puts it there.
    fn put(&self, html: &mut Html);
}

impl Piece for str {
    fn put(&self, html: &mut Html) {
        let mut rest = self;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            let (plain, special) = rest.split_at(at);
            html.0.push_str(plain);
            html.0.push_str(match special.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                _ => "&quot;",
            });
            rest = &special[1..];
        }
        html.0.push_str(rest);
    }
}

impl Piece for String {
    fn put(&self, html: &mut Html) {
        self.as_str().put(html);
    }
}

impl Piece for Html {
    fn put(&self, html: &mut Html) {
        html.0.push_str(&self.0);
    }
}

impl<P: Piece + ?Sized> Piece for &P {
    fn put(&self, html: &mut Html) {
        (**self).put(html);
    }
}

/// Nothing, or a piece.
impl<P: Piece> Piece for Option<P> {
    fn put(&self, html: &mut Html) {
        if let Some(piece) = self {
            piece.put(html);
        }
    }
}

/// Pieces one after another.
impl<P: Piece> Piece for Vec<P> {
    fn put(&self, html: &mut Html) {
        for piece in self {
            piece.put(html);
        }
    }
}

/// [`Html`] of literals, which stay as they are, and of [`Piece`]s in braces, which are escaped:
/// `html!("<b>" {name} "</b>")`.
#[macro_export]
macro_rules! html {
    (@ $html:ident) => {};
    (@ $html:ident $raw:literal $($rest:tt)*) => {
        $html.raw($raw);
        $crate::html!(@ $html $($rest)*);
    };
    (@ $html:ident {$piece:expr} $($rest:tt)*) => {
        $crate::components::html::Piece::put(&$piece, &mut $html);
        $crate::html!(@ $html $($rest)*);
    };
    ($($part:tt)*) => {{
        let mut html = $crate::components::html::Html::default();
        $crate::html!(@ html $($part)*);
        html
    }};
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_put_in_is_escaped() {
        let name = "\"><script>alert('&')</script>";
        let found = html!("<b title=\"" {name} "\">" {name.to_owned()} "</b>");
        let safe = "&quot;&gt;&lt;script&gt;alert('&amp;')&lt;/script&gt;";
        assert_eq!(found.0, format!("<b title=\"{safe}\">{safe}</b>"));
    }

    #[test]
    fn html_in_html_stays() {
        let drawn = vec![html!("<i></i>"), html!("<i>" {"1 < 2"} "</i>")];
        let nothing = None::<String>;
        assert_eq!(html!("<p>" {drawn} {nothing} "</p>").0, "<p><i></i><i>1 &lt; 2</i></p>");
    }
}
