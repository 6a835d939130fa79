//! Session tokens and the cookies they travel in.

use crate::context::Rng;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// Days a session lives after it was last seen.
pub const SESSION_DAYS: i64 = 30;
/// A session is prolonged when it was not seen for this many minutes; not at every request.
pub const TOUCH_MINUTES: i64 = 60;

/// A session's secret: 256 random bits. Only its hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new secret.
    pub fn new(rng: &Rng) -> Self {
        let mut bytes = [0; 32];
        rng.fill(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A secret as a cookie brought it; `None` if it cannot be one of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let shape =
            text.len() == 43 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        shape.then(|| Self(text.to_owned()))
    }

    /// What the cookie holds.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the database holds.
    pub fn hash(&self) -> [u8; 32] {
        hash(self.0.as_bytes())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// SHA-256.
pub fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The session cookie's name. Browsers keep `__Host-` cookies to this host and to TLS; on plain loopback they refuse
/// them, so there it has no prefix.
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-lacznik" } else { "lacznik" }
}

/// The name of the cookie that remembers a sign-in that has begun.
pub const fn sign_in_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-lacznik-kod" } else { "lacznik-kod" }
}

/// The name of the cookie that holds the secret of a calendar for a few minutes after it was made.
pub const fn calendar_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-lacznik-kalendarz" } else { "lacznik-kalendarz" }
}

/// The name of the cookie that remembers the chosen language.
pub const fn locale_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-lacznik-jezyk" } else { "lacznik-jezyk" }
}

/// The address of the person's device, for limits; handed to server functions.
#[derive(Clone, Debug)]
pub struct ClientAddress(pub String);
