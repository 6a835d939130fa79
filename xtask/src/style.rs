//! `style/main.css` and what it imports to one small file, the layer of staff and the widget to files of their own;
//! pictures and fonts beside them as they are.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use lightningcss::targets::{Browsers, Features, Targets};

/// The oldest browsers that know `light-dark()`, nesting and `oklch()`: nothing is down-levelled.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets {
        browsers: Some(Browsers {
            chrome: version(123, 0),
            edge: version(123, 0),
            firefox: version(128, 0),
            safari: version(17, 5),
            ios_saf: version(17, 5),
            ..Browsers::default()
        }),
        include: Features::empty(),
        exclude: Features::LightDark,
    }
}

/// Bundles the style of `from` into `out/style.css`, that of staff into `out/staff.css`, that of the widget into
/// `out/widget.css`, and copies every other file of `from`.
pub fn bundle(from: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("style.css"), css(&from.join("main.css"))?)?;
    std::fs::write(out.join("staff.css"), format!("@layer staff{{{}}}", css(&from.join("staff.css"))?))?;
    // Stands alone: it is read inside the pages of others.
    std::fs::write(out.join("widget.css"), css(&from.join("widget.css"))?)?;
    for file in crate::publish::files(from)? {
        if file.extension().is_none_or(|extension| extension != "css" && extension != "md") {
            let target = out.join(file.strip_prefix(from)?);
            std::fs::create_dir_all(target.parent().context("a file has a directory")?)?;
            std::fs::copy(&file, &target)?;
        }
    }
    Ok(())
}

fn css(main: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| anyhow!("style: {error}"))?;
    let minify = MinifyOptions { targets: targets(), ..MinifyOptions::default() };
    sheet.minify(minify).map_err(|error| anyhow!("style: {error}"))?;
    let printer = PrinterOptions { minify: true, targets: targets(), ..PrinterOptions::default() };
    Ok(sheet.to_css(printer).map_err(|error| anyhow!("style: {error}"))?.code)
}
