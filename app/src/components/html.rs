//! HTML that is written at once, for what a page shows many times and never changes in part, like cards and icons.
//!
//! To leptos it is one node, however much stands in it: a day of 24 cards is written several times as fast. When it
//! changes, the browser replaces the whole element, and the link that had the focus, or what came to its place, has it.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{CastFrom, types};
use leptos::tachys::view::{Position, PositionState};
use wasm_bindgen::JsCast;

/// A piece of HTML; made by [`html!`](crate::html) only, which escapes what is put in. As a view it is one element,
/// which takes no further attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

/// Bytes that most pieces need no more than.
const ROOM: usize = 160;

impl Html {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(String::with_capacity(ROOM))
    }

    /// The program's own HTML, as it is.
    pub fn raw(&mut self, html: &'static str) {
        self.0.push_str(html);
    }

    /// In the browser. Leptos's own element of this kind keeps a copy of everything it ever drew and copies those
    /// before it whenever it draws another.
    fn draw(&self) -> types::Element {
        let template = document().create_element("template").expect("templates are known");
        template.set_inner_html(&self.0);
        let content = template.unchecked_into::<web_sys::HtmlTemplateElement>().content();
        content.first_element_child().expect("a piece that is a view is an element")
    }
}

/// Which of the links in this element has the focus, and where it leads.
fn focused_link(element: &types::Element) -> Option<(usize, Option<String>)> {
    let focused = document().active_element().filter(|focused| element.contains(Some(focused)))?;
    let place = links(element).iter().position(|link| **link == focused)?;
    Some((place, focused.get_attribute("href")))
}

fn links(element: &types::Element) -> Vec<web_sys::HtmlElement> {
    let found = element.query_selector_all("a[href]").ok();
    let at = |index| found.as_ref()?.get(index)?.dyn_into().ok();
    (0..found.as_ref().map_or(0, web_sys::NodeList::length)).filter_map(at).collect()
}

/// What stands on the page, and what it was drawn from.
#[derive(Debug)]
pub struct Drawn(String, types::Element);

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.1.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.1.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.1.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.1.clone()]
    }
}

impl Render for Html {
    type State = Drawn;

    fn build(self) -> Drawn {
        let element = self.draw();
        Drawn(self.0, element)
    }

    fn rebuild(self, state: &mut Drawn) {
        if self.0 != state.0 {
            let mut new = self.draw();
            let focused = focused_link(&state.1);
            state.1.insert_before_this(&mut new);
            state.1.unmount();
            if let Some((place, to)) = focused {
                let links = links(&new);
                let same = links.iter().find(|link| link.get_attribute("href") == to);
                if let Some(link) = same.or(links.get(place)) {
                    // A link that has just come onto the page can have the focus.
                    let _ = link.focus();
                }
            }
            *state = Drawn(self.0, new);
        }
    }
}

impl AddAnyAttr for Html {
    type Output<Another: Attribute> = Self;

    fn add_any_attr<Another: Attribute>(self, _: Another) -> Self {
        self
    }
}

impl RenderHtml for Html {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn html_len(&self) -> usize {
        self.0.len()
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        page: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attributes: Vec<AnyAttribute>,
    ) {
        page.push_str(&self.0);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Drawn {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let element = types::Element::cast_from(cursor.current()).expect("the server wrote an element");
        position.set(Position::NextChild);
        Drawn(self.0, element)
    }

    fn into_owned(self) -> Self {
        self
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
        let mut html = $crate::components::html::Html::new();
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
