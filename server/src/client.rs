//! The address of the person's device, for limits per address.

use std::net::{IpAddr, SocketAddr};

use http::HeaderMap;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The client's address behind `hops` trusted proxies.
///
/// Each proxy appends the address it saw to `X-Forwarded-For`, so with `hops` of them the entry
/// `hops` from the right is the only one no client can invent. With no proxy, or with a header
/// shorter than promised, it is the address of the connection.
pub fn address(peer: SocketAddr, headers: &HeaderMap, hops: usize) -> IpAddr {
    let direct = peer.ip().to_canonical();
    if hops == 0 {
        return direct;
    }
    let seen: Vec<&str> = headers
        .get_all(FORWARDED_FOR)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    seen.len()
        .checked_sub(hops)
        .and_then(|index| seen.get(index))
        .and_then(|text| text.parse::<IpAddr>().ok())
        .map_or(direct, |address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn only_the_trusted_hop_counts() {
        let peer = SocketAddr::from(([10, 0, 0, 1], 5000));
        for (hops, header, expected) in [
            (0, Some("6.6.6.6"), "10.0.0.1"),
            (1, None, "10.0.0.1"),
            (1, Some("6.6.6.6, 81.2.3.4"), "81.2.3.4"),
            (2, Some("6.6.6.6, 81.2.3.4, 10.0.0.9"), "81.2.3.4"),
            (3, Some("81.2.3.4"), "10.0.0.1"),
            (1, Some("nonsense"), "10.0.0.1"),
            (1, Some("::ffff:81.2.3.4"), "81.2.3.4"),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(header) = header {
                headers.insert(FORWARDED_FOR, HeaderValue::from_static(header));
            }
            assert_eq!(address(peer, &headers, hops).to_string(), expected, "{hops} {header:?}");
        }
    }
}
