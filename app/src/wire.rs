//! How a view travels: once inside the page that the server rendered, later as the answer of a server function.
//!
//! As postcard and not as JSON: what reads a type by the order of its fields is a fifth of what reads it by their
//! names, and every browser fetches that. Whoever is no page of ours finds the feeds in `domain::feed`.

use crate::error::UiError;
use crate::i18n::bring_locale_near;
use crate::links::bring_prefix_near;
use codee::{Decoder, Encoder};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use serde::{Serialize, de::DeserializeOwned};
use server_fn::client::Client;
use server_fn::codec::{Encoding, FromReq, IntoReq, Post};
use server_fn::error::FromServerFnError;
use server_fn::redirect::call_redirect_hook;
use server_fn::response::{ClientRes, TryRes};
use server_fn::server::Server;
use server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType, Http, Protocol};
use std::marker::PhantomData;
use std::pin::Pin;

/// What stands before everything: fields are known by their order, so another build must not read them.
const BUILD: [u8; 4] = include!(concat!(env!("OUT_DIR"), "/build.rs"));

/// It was not written by this build, or is not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not written by this build")]
pub struct Unreadable;

/// How everything travels.
#[derive(Clone, Copy, Debug)]
pub struct Packed;

/// Packs anything, for the same build.
///
/// # Errors
/// [`Unreadable`] for a type that does not know how long it is.
pub fn pack<T: Serialize>(view: &T) -> Result<Vec<u8>, Unreadable> {
    postcard::to_extend(view, BUILD.to_vec()).map_err(|_| Unreadable)
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// [`Unreadable`] when another build wrote it, or nobody.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    let packed = bytes.strip_prefix(&BUILD).ok_or(Unreadable)?;
    postcard::from_bytes(packed).map_err(|_| Unreadable)
}

/// Stands before the two hexadecimal digits of a byte that is no letter.
const ODD: char = '~';

/// The same as letters, for pages and streams of text: words stay as they are, so that they pack well beside the page
/// that says the same; any other byte is [`ODD`] and its digits.
///
/// # Errors
/// Those of [`pack`].
pub fn letters<T: Serialize>(view: &T) -> Result<String, Unreadable> {
    let packed = pack(view)?;
    let mut text = String::with_capacity(2 * packed.len());
    for chunk in packed.utf8_chunks() {
        let words = chunk.valid();
        let mut written = 0;
        for (at, letter) in words.match_indices(is_odd) {
            text.push_str(&words[written..at]);
            odd(&mut text, letter.as_bytes());
            written = at + letter.len();
        }
        text.push_str(&words[written..]);
        odd(&mut text, chunk.invalid());
    }
    Ok(text)
}

/// Leptos writes `<` into a page as JSON would escape it.
fn is_odd(letter: char) -> bool {
    letter == '<' || letter == ODD || letter.is_control()
}

fn odd(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let digits =
            [byte >> 4, byte & 0xf].map(|half| char::from_digit(half.into(), 16).unwrap_or_default());
        text.extend([ODD, digits[0], digits[1]]);
    }
}

/// Reads what [`letters`] wrote.
///
/// # Errors
/// Those of [`unpack`].
pub fn read_letters<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let mut pieces = text.split(ODD);
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (digits, words) = piece.split_at_checked(2).ok_or(Unreadable)?;
        bytes.push(u8::from_str_radix(digits, 16).map_err(|_| Unreadable)?);
        bytes.extend_from_slice(words.as_bytes());
    }
    unpack(&bytes)
}

impl<T: Serialize> Encoder<T> for Packed {
    type Error = Unreadable;
    type Encoded = String;

    fn encode(view: &T) -> Result<String, Unreadable> {
        letters(view)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Packed {
    type Error = Unreadable;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Unreadable> {
        read_letters(text)
    }
}

impl ContentType for Packed {
    const CONTENT_TYPE: &'static str = "application/x-postcard";
}

impl FormatType for Packed {
    const FORMAT_TYPE: Format = Format::Binary;
}

impl<T: Serialize> Encodes<T> for Packed {
    type Error = Unreadable;

    fn encode(view: &T) -> Result<Bytes, Unreadable> {
        pack(view).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for Packed {
    type Error = Unreadable;

    fn decode(bytes: Bytes) -> Result<T, Unreadable> {
        unpack(&bytes)
    }
}

/// The protocol of all server functions: what is answered travels packed; what is asked does too, or as a form where a
/// form asks.
///
/// It does what [`server_fn::Http`] does. The way there and back is the same for all of them, and so there once in the
/// browser.
#[derive(Clone, Copy, Debug)]
pub struct Wire<Asked = Post<Packed>>(PhantomData<Asked>);

impl<Asked, Input, Output, Browser, Program> Protocol<Input, Output, Browser, Program, UiError>
    for Wire<Asked>
where
    Asked: Encoding,
    Input: IntoReq<Asked, Browser::Request, UiError> + FromReq<Asked, Program::Request, UiError> + Send,
    Output: Serialize + DeserializeOwned + Send,
    Browser: Client<UiError>,
    Program: Server<UiError>,
    Program::Response: TryRes<UiError>,
{
    const METHOD: http::Method = Asked::METHOD;

    fn run_server<F, Fut>(
        request: Program::Request,
        answer: F,
    ) -> impl Future<Output = Result<Program::Response, UiError>> + Send
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Output, UiError>> + Send,
    {
        <Http<Asked, Post<Packed>> as Protocol<Input, Output, Browser, Program, UiError>>::run_server(
            request, answer,
        )
    }

    async fn run_client(path: &str, input: Input) -> Result<Output, UiError> {
        answered(ask::<Browser>(input.into_req(path, Packed::CONTENT_TYPE)?).await)
    }
}

/// What a server function answered.
///
/// # Errors
/// What it answered instead, and [`Problem::Outdated`] for what another build wrote.
pub fn answered<T: DeserializeOwned>(answer: Result<Bytes, UiError>) -> Result<T, UiError> {
    unpack(&answer?).map_err(|_| UiError(Problem::Outdated))
}

/// Asks a server function and goes where it sends the reader.
pub fn ask<Browser: Client<UiError>>(
    request: Browser::Request,
) -> Pin<Box<dyn Future<Output = Result<Bytes, UiError>> + Send>> {
    Box::pin(async move {
        let response = Browser::send(request).await?;
        let (status, elsewhere) = (response.status(), response.has_redirect().then(|| response.location()));
        let body = response.try_into_bytes().await?;
        if status >= 400 {
            return Err(UiError::de(body));
        }
        if let Some(elsewhere) = elsewhere {
            call_redirect_hook(&elsewhere);
        }
        Ok(body)
    })
}

/// What a page shows: read by the server before it answers, then again whenever `source` changes.
pub fn read<S, T, Fut>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
) -> Resource<T, Packed>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    Fut: Future<Output = T> + Send + 'static,
{
    Resource::new_with_options(source, fetch, true)
}

/// A part of a page that is there when what it shows is; until then, and while that is read anew, what was there
/// before. The server answers pages whole, so nothing needs a `<Suspense>`, which would build the part twice.
pub fn when_there<V: IntoView + 'static>(
    part: impl Future<Output = V> + Send + 'static,
) -> Suspend<OwnedView<V>> {
    Suspend::new(async move {
        bring_locale_near();
        bring_prefix_near();
        OwnedView::new(part.await)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back_and_words_stay_words() {
        let mixed =
            ((0..=255).collect::<Vec<u8>>(), "Zażółć ґаву <b> ~2a ~ 🙂\u{0}\n\u{2028}".to_owned(), i64::MIN);
        let said = letters(&mixed).expect("bytes can be packed");
        assert_eq!(read_letters(&said), Ok(mixed));
        assert!(
            said.contains("Zażółć ґаву ")
                && !said.contains(|letter: char| letter == '<' || letter.is_control()),
            "{said:?}"
        );
    }

    #[test]
    fn what_is_no_letter_is_not_read() {
        for text in ["~", "~0", "~zz", "~+1", "~ą", "words"] {
            assert_eq!(read_letters::<String>(text), Err(Unreadable), "{text}");
        }
    }

    #[test]
    fn another_build_reads_nothing() {
        let mut packed = pack(&Problem::NotFound).expect("a problem can be packed");
        assert_eq!(unpack(&packed), Ok(Problem::NotFound));
        packed[0] ^= 1;
        assert_eq!(unpack::<Problem>(&packed), Err(Unreadable));
        assert_eq!(unpack::<Problem>(&[]), Err(Unreadable));
        assert_eq!(unpack::<Vec<String>>(&[&BUILD[..], &[255, 255, 255, 255, 15]].concat()), Err(Unreadable));
    }
}
