//! Who may ask. On a machine that many share, everybody's programs and pages can reach
//! this address, so being asked from this machine proves nothing.
//!
//! Browsers send a cookie to every port of a host, and count all its ports as one site.
//! So the cookie is bound to a path that nobody else knows, and what comes from another
//! port is refused like what comes from another site.
//!
//! One request may come from elsewhere: the form of the local file that the program opens in the
//! browser, which sends the one-time token. A page from a file has the origin `null`.

use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use cookie::{Cookie, SameSite};
use subtle::ConstantTimeEq;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");
/// What the form of the local file sends, before the token.
const TOKEN_FIELD: &str = "token=";
/// Bytes of that form.
pub const MOST_OF_A_FORM: usize = 128;

/// What a run lets in.
pub struct Guard {
    /// `127.0.0.1` and the port.
    host: String,
    port: u16,
    /// Stands in the address that is told, and is exchanged for the cookie.
    token: Secret,
    /// Stands in the local file that the program opens, and is exchanged once, so that somebody
    /// else who has read it does not stay unnoticed.
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
    /// The same, if the form that it sends holds the one-time token: [`Guard::redeem`].
    Form,
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
    /// The one-time token, which was used before: two have read the local file, or one twice.
    UsedBefore,
}

impl Refusal {
    /// The status that says so.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Origin | Self::Stranger | Self::UsedBefore => StatusCode::FORBIDDEN,
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

    /// Where the form of the local file is sent, and the one-time token that it sends.
    pub fn form(&self) -> (String, &str) {
        (format!("http://{}/", self.host), &self.once.0)
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
        let is_form = request.method == Method::POST && request.uri == "/";
        if !is_form && !matches!(request.method, Method::GET | Method::HEAD) {
            return Err(Refusal::Method);
        }
        let own = format!("http://{}", self.host);
        if is_form {
            return if is_form_of_a_file(headers, &own) { Ok(Admitted::Form) } else { Err(Refusal::Origin) };
        }
        let is_own = all(headers, ORIGIN, &[own.as_str()]);
        if !is_own || !all(headers, SEC_FETCH_SITE, &["same-origin", "none"]) {
            return Err(Refusal::Origin);
        }
        let token = request.uri.query().and_then(|query| query.strip_prefix(TOKEN_FIELD));
        if request.uri.path() == "/" && token.is_some_and(|token| self.token.is(token)) {
            return Ok(Admitted::Exchange);
        }
        if self.has_cookie(headers) { Ok(Admitted::Guest) } else { Err(Refusal::Stranger) }
    }

    /// Takes the one-time token of a form, as [`Admitted::Form`] asks for.
    ///
    /// # Errors
    /// If the form holds another, or the token was taken before.
    pub fn redeem(&self, form: &[u8]) -> Result<(), Refusal> {
        let token = std::str::from_utf8(form).ok().and_then(|form| form.strip_prefix(TOKEN_FIELD));
        if !token.is_some_and(|token| self.once.is(token)) {
            return Err(Refusal::Stranger);
        }
        if self.is_used.swap(true, Ordering::AcqRel) { Err(Refusal::UsedBefore) } else { Ok(()) }
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let sent = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        sent.flat_map(Cookie::split_parse)
            .filter_map(Result::ok)
            .any(|cookie| cookie.name() == name && self.cookie.is(cookie.value()))
    }
}

/// Whether this is a form that somebody sends from a page in a local file, to see the answer in
/// its place. Browsers call the origin of a file `null` and its site `cross-site`.
fn is_form_of_a_file(headers: &HeaderMap, own: &str) -> bool {
    only(headers, CONTENT_TYPE) == Some(b"application/x-www-form-urlencoded")
        && all(headers, ORIGIN, &["null", own])
        && all(headers, SEC_FETCH_SITE, &["cross-site", "same-origin", "none"])
        && all(headers, SEC_FETCH_MODE, &["navigate"])
        && all(headers, SEC_FETCH_DEST, &["document"])
}

/// Whether the header is not there, or once and with one of these values.
fn all(headers: &HeaderMap, name: HeaderName, values: &[&str]) -> bool {
    let is_one = |value: &[u8]| values.iter().any(|other| other.as_bytes() == value);
    !headers.contains_key(&name) || only(headers, name).is_some_and(is_one)
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
    fn the_form_of_the_local_file_lets_in_once() {
        let guard = guard();
        let (address, token) = guard.form();
        assert_eq!(address, "http://127.0.0.1:4321/");
        assert_ne!(guard.address(), format!("{address}?token={token}"));
        let form = format!("token={token}");
        for wrong in ["", "token=", &form[1..], &format!("{form}&"), &format!("token={}", guard.token.0)] {
            assert_eq!(guard.redeem(wrong.as_bytes()), Err(Refusal::Stranger), "{wrong}");
        }
        assert_eq!(guard.redeem(form.as_bytes()), Ok(()));
        assert_eq!(guard.redeem(form.as_bytes()), Err(Refusal::UsedBefore));
        // Never in an address, which a browser remembers.
        let host = ("host", "127.0.0.1:4321");
        assert_eq!(asked(&guard, "GET", &format!("/?{form}"), &[host]), Err(Refusal::Stranger));
    }

    #[test]
    fn only_a_page_in_a_file_sends_the_form() {
        let guard = guard();
        let usual = [
            ("host", "127.0.0.1:4321"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", "null"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        let with = |name: &'static str, value: &'static str| {
            let others = usual.iter().copied().filter(|(other, _)| *other != name);
            asked(&guard, "POST", "/", &others.chain([(name, value)]).collect::<Vec<_>>())
        };
        assert_eq!(asked(&guard, "POST", "/", &usual), Ok(Admitted::Form));
        // A browser that tells less.
        assert_eq!(asked(&guard, "POST", "/", &usual[..2]), Ok(Admitted::Form));
        for (name, value) in [
            ("origin", "http://example.org"),
            ("origin", "http://127.0.0.1:80"),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-mode", "cors"),
            ("sec-fetch-mode", "no-cors"),
            ("sec-fetch-dest", "iframe"),
            ("content-type", "text/plain"),
        ] {
            assert_eq!(with(name, value), Err(Refusal::Origin), "{name}: {value}");
        }
        assert_eq!(with("host", "localhost:4321"), Err(Refusal::Host));
        for path in ["/x", "/?token=1", &guard.base()] {
            assert_eq!(asked(&guard, "POST", path, &usual), Err(Refusal::Method), "{path}");
        }
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
