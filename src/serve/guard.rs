//! Who may ask. On a machine that many share, everybody's programs and pages can reach
//! this address, so being asked from this machine proves nothing.
//!
//! Browsers send a cookie to every port of a host, and count all its ports as one site.
//! So the cookie is bound to a path that nobody else knows, and what comes from another
//! port is refused like what comes from another site.

use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use cookie::{Cookie, SameSite};
use subtle::ConstantTimeEq;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What a run lets in.
pub struct Guard {
    /// `127.0.0.1` and the port.
    host: String,
    port: u16,
    /// Stands in the address that is told, and is exchanged for the cookie.
    token: Secret,
    /// Stands in the address that the program itself opens, and is exchanged once: others on
    /// the machine may see with which words a browser is started.
    once: Secret,
    is_used: AtomicBool,
    cookie: Secret,
    /// The folder of all pages, which other programs on this machine can't guess.
    room: Secret,
}

/// Random bytes in letters and digits; told to nobody but the browser.
struct Secret(String);

impl Secret {
    fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(blake3::Hash::from_bytes(bytes).to_hex().to_string()))
    }

    /// Takes as long for a wrong guess as for a nearly right one.
    fn is(&self, guess: &str) -> bool {
        self.0.as_bytes().ct_eq(guess.as_bytes()).into()
    }
}

/// What somebody who may ask gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// What was asked for.
    Guest,
    /// The cookie, and the way to the pages.
    Exchange,
}

/// Why somebody is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The name in the address is another, as after a rebinding of names.
    Host,
    /// It would change something.
    Method,
    /// Another page asks.
    Origin,
    /// Neither the token nor the cookie.
    Stranger,
}

impl Refusal {
    /// The status that says so.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Origin | Self::Stranger => StatusCode::FORBIDDEN,
        }
    }
}

impl Guard {
    /// A guard for a port, with secrets of this run alone.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn new(port: u16) -> Result<Self, getrandom::Error> {
        Ok(Self {
            host: format!("127.0.0.1:{port}"),
            port,
            token: Secret::new()?,
            once: Secret::new()?,
            is_used: AtomicBool::new(false),
            cookie: Secret::new()?,
            room: Secret::new()?,
        })
    }

    /// The address that lets in whoever opens it.
    pub fn address(&self) -> String {
        format!("http://{}/?token={}", self.host, self.token.0)
    }

    /// As [`Guard::address`], but for the first who opens it alone.
    pub fn address_for_once(&self) -> String {
        format!("http://{}/?token={}", self.host, self.once.0)
    }

    /// The path of all pages, without a stroke at its end.
    pub fn base(&self) -> String {
        format!("/{}", self.room.0)
    }

    /// What a browser is to keep and to send with each request. Its name holds the port,
    /// so that two runs don't take each other's place.
    pub fn cookie(&self) -> Cookie<'static> {
        Cookie::build((self.cookie_name(), self.cookie.0.clone()))
            .http_only(true)
            .same_site(SameSite::Strict)
            .path(self.base())
            .build()
    }

    fn cookie_name(&self) -> String {
        format!("spind-{}", self.port)
    }

    /// Whether a request may be answered.
    ///
    /// # Errors
    /// Why not.
    pub fn admit(&self, request: &Parts) -> Result<Admitted, Refusal> {
        let headers = &request.headers;
        let in_uri = request.uri.authority().is_none_or(|authority| authority.as_str() == self.host);
        if only(headers, HOST) != Some(self.host.as_bytes()) || !in_uri {
            return Err(Refusal::Host);
        }
        if !matches!(request.method, Method::GET | Method::HEAD) {
            return Err(Refusal::Method);
        }
        let own = format!("http://{}", self.host);
        let is_own = !headers.contains_key(ORIGIN) || only(headers, ORIGIN) == Some(own.as_bytes());
        let mut sites = headers.get_all(SEC_FETCH_SITE).iter();
        if !is_own || !sites.all(|site| matches!(site.as_bytes(), b"same-origin" | b"none")) {
            return Err(Refusal::Origin);
        }
        if request.uri.path() == "/" && self.has_token(request.uri.query()) {
            return Ok(Admitted::Exchange);
        }
        if self.has_cookie(headers) { Ok(Admitted::Guest) } else { Err(Refusal::Stranger) }
    }

    fn has_token(&self, query: Option<&str>) -> bool {
        let Some(token) = query.and_then(|query| query.strip_prefix("token=")) else { return false };
        self.token.is(token) || self.once.is(token) && !self.is_used.swap(true, Ordering::AcqRel)
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let sent = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        sent.flat_map(Cookie::split_parse)
            .filter_map(Result::ok)
            .any(|cookie| cookie.name() == name && self.cookie.is(cookie.value()))
    }
}

/// The value of a header that must stand there once.
fn only(headers: &HeaderMap, name: HeaderName) -> Option<&[u8]> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    values.next().is_none().then(|| value.as_bytes())
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    /// What the guard says to a request with these headers.
    fn asked(guard: &Guard, method: &str, uri: &str, headers: &[(&str, &str)]) -> Result<Admitted, Refusal> {
        let request =
            headers.iter().fold(Request::builder().method(method).uri(uri), |request, (name, value)| {
                request.header(*name, *value)
            });
        guard.admit(&request.body(()).expect("a request").into_parts().0)
    }

    fn guard() -> Guard {
        Guard::new(4321).expect("random bytes")
    }

    #[test]
    fn the_token_is_exchanged_and_the_cookie_lets_in() {
        let guard = guard();
        let host = ("host", "127.0.0.1:4321");
        let exchange = format!("/?token={}", guard.token.0);
        assert_eq!(asked(&guard, "GET", &exchange, &[host]), Ok(Admitted::Exchange));
        assert!(guard.address().ends_with(&exchange));
        let cookie = format!("andet=1; spind-4321={}", guard.cookie.0);
        assert_eq!(asked(&guard, "GET", "/x", &[host, ("cookie", &cookie)]), Ok(Admitted::Guest));
        assert_eq!(asked(&guard, "HEAD", "/x", &[host, ("cookie", &cookie)]), Ok(Admitted::Guest));
        let set = guard.cookie().to_string();
        for part in ["HttpOnly", "SameSite=Strict", &format!("Path=/{}", guard.room.0)] {
            assert!(set.contains(part), "{set}");
        }
        assert!(!set.contains("Domain"), "{set}");
    }

    #[test]
    fn the_address_that_the_program_opens_lets_in_once() {
        let guard = guard();
        let opened = guard.address_for_once();
        let exchange = opened.strip_prefix("http://127.0.0.1:4321").expect("ours");
        let host = ("host", "127.0.0.1:4321");
        // Whoever is refused has not used it.
        assert_eq!(asked(&guard, "GET", exchange, &[]), Err(Refusal::Host));
        assert_eq!(asked(&guard, "GET", exchange, &[host]), Ok(Admitted::Exchange));
        assert_eq!(asked(&guard, "GET", exchange, &[host]), Err(Refusal::Stranger));
        assert_ne!(opened, guard.address());
    }

    #[test]
    fn strangers_are_refused() {
        let guard = guard();
        let host = ("host", "127.0.0.1:4321");
        let token = &guard.token.0;
        let cookie = format!("spind-4321={}", guard.cookie.0);
        let nearly = format!("{}{}", &token[..63], if token.ends_with('0') { '1' } else { '0' });
        let strangers = [
            ("/".to_owned(), String::new()),
            ("/?token=".to_owned(), String::new()),
            (format!("/?token={}", &token[1..]), String::new()),
            (format!("/?token={nearly}"), "spind-4321=".to_owned()),
            (format!("/?token={token}&token={token}"), String::new()),
            // The token opens the first page alone, and is not the cookie.
            (format!("/x?token={token}"), String::new()),
            ("/x".to_owned(), format!("spind-4321={token}")),
            ("/x".to_owned(), format!("spind-4322={}", guard.cookie.0)),
            ("/x".to_owned(), format!("spind-4321={}", guard.room.0)),
        ];
        for (uri, cookie) in strangers {
            let answer = asked(&guard, "GET", &uri, &[host, ("cookie", &cookie)]);
            assert_eq!(answer, Err(Refusal::Stranger), "{uri} {cookie}");
        }
        // As another run's.
        let other = Guard::new(4321).expect("random bytes");
        assert_eq!(asked(&other, "GET", "/x", &[host, ("cookie", &cookie)]), Err(Refusal::Stranger));
    }

    #[test]
    fn only_the_exact_host_is_answered() {
        let guard = guard();
        let cookie = format!("spind-4321={}", guard.cookie.0);
        let cookie = ("cookie", cookie.as_str());
        let hosts: [&[(&str, &str)]; 8] = [
            &[],
            &[("host", "localhost:4321")],
            &[("host", "127.0.0.1")],
            &[("host", "127.0.0.1:4322")],
            &[("host", "127.0.0.1:4321.example.org")],
            &[("host", "example.org")],
            &[("host", "[::1]:4321")],
            &[("host", "127.0.0.1:4321"), ("host", "127.0.0.1:4321")],
        ];
        for host in hosts {
            let headers: Vec<_> = host.iter().copied().chain([cookie]).collect();
            assert_eq!(asked(&guard, "GET", "/x", &headers), Err(Refusal::Host), "{host:?}");
        }
        let host = ("host", "127.0.0.1:4321");
        assert_eq!(asked(&guard, "GET", "http://example.org/x", &[host, cookie]), Err(Refusal::Host));
    }

    #[test]
    fn other_pages_and_other_methods_are_refused() {
        let guard = guard();
        let cookie = format!("spind-4321={}", guard.cookie.0);
        let usual = [("host", "127.0.0.1:4321"), ("cookie", cookie.as_str())];
        let with =
            |header: (&'static str, &'static str)| asked(&guard, "GET", "/x", &[usual[0], usual[1], header]);
        for origin in ["null", "http://127.0.0.1:80", "http://localhost:4321", "https://127.0.0.1:4321", ""] {
            assert_eq!(with(("origin", origin)), Err(Refusal::Origin), "{origin}");
        }
        assert_eq!(with(("origin", "http://127.0.0.1:4321")), Ok(Admitted::Guest));
        for site in ["cross-site", "same-site", ""] {
            assert_eq!(with(("sec-fetch-site", site)), Err(Refusal::Origin), "{site}");
        }
        for site in ["same-origin", "none"] {
            assert_eq!(with(("sec-fetch-site", site)), Ok(Admitted::Guest), "{site}");
        }
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "SPIND"] {
            assert_eq!(asked(&guard, method, "/x", &usual), Err(Refusal::Method), "{method}");
        }
    }
}
