//! Sets a paper with Typst. Everything it reads is in the program: three sources of the look, two faces, and the paper's
//! own words as JSON.

use crate::parts::Content;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Inter, subset to Latin and Cyrillic. SIL Open Font License 1.1, see `fonts/OFL.txt`.
const FACES: [&[u8]; 2] =
    [include_bytes!("../fonts/Inter-Regular.ttf"), include_bytes!("../fonts/Inter-Bold.ttf")];

const LOOK: &str = include_str!("../look/look.typ");
const PAGE: &str = include_str!("../look/page.typ");
const POSTER: &str = include_str!("../look/poster.typ");

/// What all papers share; made when the first one is set.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    look: Source,
    page: Source,
    poster: Source,
    data: FileId,
}

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FACES.into_iter().filter_map(|face| Font::new(Bytes::new(face), 0)).collect());

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let source = |name, text: &str| Source::new(id(name), text.to_owned());
    Shop {
        // Row headers of tables.
        library: LazyHash::new(
            Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
        ),
        book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
        look: source("look.typ", LOOK),
        page: source("page.typ", PAGE),
        poster: source("poster.typ", POSTER),
        data: id("data.json"),
    }
});

fn id(name: &str) -> FileId {
    FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a path without dots")))
}

/// Both faces have this letter.
pub fn can_draw(letter: char) -> bool {
    FONTS.iter().all(|font| font.info().coverage.contains(letter.into()))
}

/// A paper could not be set: the look and the words do not fit together.
#[derive(Debug, thiserror::Error)]
#[error("a paper cannot be set: {0}")]
pub struct Failed(String);

impl Failed {
    fn of(errors: &[SourceDiagnostic]) -> Self {
        Self(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
    }
}

/// A paper that can be set.
#[derive(Clone, Debug)]
pub struct Paper {
    title: String,
    json: Vec<u8>,
    poster: bool,
}

impl Paper {
    pub(crate) fn new(content: &Content) -> Self {
        Self {
            title: content.title.as_ref().to_owned(),
            // Strings and numbers: this cannot fail.
            json: serde_json::to_vec(content).unwrap_or_default(),
            poster: content.poster.is_some(),
        }
    }

    /// Its title, for the name of its file.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The same for the same words and the same look, and for nothing else: 64 hexadecimal digits. Cheap.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for part in [env!("CARGO_PKG_VERSION"), LOOK, PAGE, POSTER] {
            hash.update(part);
        }
        hash.update([u8::from(self.poster)]);
        hash.update(&self.json);
        hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// The PDF (1.7, PDF/UA-1); the same bytes each time. Some 50 to 300 ms of one core: call it where blocking is
    /// allowed, and few at once.
    ///
    /// # Errors
    /// [`Failed`] when the look and the words do not fit together, or the result would not be PDF/UA.
    pub fn pdf(&self) -> Result<Vec<u8>, Failed> {
        let result = self.set();
        // What was learned of this paper is of no use to the next.
        typst::comemo::evict(0);
        result
    }

    fn set(&self) -> Result<Vec<u8>, Failed> {
        let shop = &*SHOP;
        let main = if self.poster { &shop.poster } else { &shop.page }.id();
        let desk = Desk { shop, main, data: Bytes::new(self.json.clone()) };
        let document = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| Failed::of(&errors))?;
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Failed(error.message().to_string()))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("Łącznik".to_owned())),
            ident: Smart::Custom(self.fingerprint()),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| Failed::of(&errors))
    }
}

/// One paper being set.
struct Desk {
    shop: &'static Shop,
    main: FileId,
    data: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let all = [&self.shop.look, &self.shop.page, &self.shop.poster];
        all.into_iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shop.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// Papers know no clock.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
