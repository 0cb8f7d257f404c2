//! Authentication of requests. On a shared machine every user's programs and pages reach this
//! address, so a local origin proves nothing.
//!
//! Browsers send a cookie to every port of a host and count all of its ports as one site. So the
//! cookie is bound to a secret path, and requests from other ports are refused like those from
//! other sites.
//!
//! One request may be cross-site: the form in the launch file, which posts the one-time token.
//! The origin of a local file is `null`.

use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use cookie::{Cookie, SameSite};
use subtle::ConstantTimeEq;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");
/// The name of the token in the address and in the form of the launch file.
const TOKEN_FIELD: &str = "token=";
/// The largest body of that form, in bytes.
pub(super) const MAX_FORM_BYTES: usize = 128;
/// The path below all pages under which forms post.
const FORMS: &str = "/profil/";

/// Authenticates requests with the secrets of one run.
pub(super) struct Guard {
    /// `127.0.0.1` and the port.
    host: String,
    port: u16,
    /// The token in the printed address, exchanged for the cookie.
    token: Secret,
    /// The token in the launch file. It is accepted once, so that a second use reveals that
    /// another user has read the file.
    one_time_token: Secret,
    is_used: AtomicBool,
    cookie: Secret,
    /// The path prefix of all pages, which other programs can't guess.
    base: Secret,
    /// Whether forms of the own pages are accepted.
    accepts_forms: bool,
}

/// 32 random bytes in hexadecimal.
struct Secret(String);

impl Secret {
    fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(blake3::Hash::from_bytes(bytes).to_hex().to_string()))
    }

    /// Compares in constant time.
    fn is(&self, guess: &str) -> bool {
        self.0.as_bytes().ct_eq(guess.as_bytes()).into()
    }
}

/// How a request was authenticated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Authenticated {
    /// By the cookie: the requested page is served.
    Cookie,
    /// By the token in the address: the response sets the cookie and redirects to the pages.
    Token,
    /// As a form that may contain the one-time token, to be checked by [`Guard::redeem`].
    Form,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Another host name, as after DNS rebinding.
    Host,
    /// Neither GET nor HEAD, nor the post of a form.
    Method,
    /// Sent by a page of another origin.
    Origin,
    /// Neither a valid token nor the cookie.
    Unauthenticated,
    /// The one-time token was used before: two users read the launch file, or one opened it twice.
    UsedBefore,
}

impl Refusal {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Origin | Self::Unauthenticated | Self::UsedBefore => StatusCode::FORBIDDEN,
        }
    }
}

impl Guard {
    /// A guard for `port` with new secrets.
    ///
    /// # Errors
    /// If the system has no random bytes.
    pub(super) fn new(port: u16, accepts_forms: bool) -> Result<Self, getrandom::Error> {
        Ok(Self {
            host: format!("127.0.0.1:{port}"),
            port,
            token: Secret::new()?,
            one_time_token: Secret::new()?,
            is_used: AtomicBool::new(false),
            cookie: Secret::new()?,
            base: Secret::new()?,
            accepts_forms,
        })
    }

    /// The address with the token, which grants access.
    pub(super) fn address(&self) -> String {
        format!("http://{}/?token={}", self.host, self.token.0)
    }

    /// The address and the one-time token of the form in the launch file.
    pub(super) fn form(&self) -> (String, &str) {
        (format!("http://{}/", self.host), &self.one_time_token.0)
    }

    /// The path prefix of all pages, without a trailing slash.
    pub(super) fn base(&self) -> String {
        format!("/{}", self.base.0)
    }

    /// The session cookie. Its name contains the port, so that two runs don't overwrite each
    /// other's.
    pub(super) fn cookie(&self) -> Cookie<'static> {
        Cookie::build((self.cookie_name(), self.cookie.0.clone()))
            .http_only(true)
            .same_site(SameSite::Strict)
            .path(self.base())
            .build()
    }

    fn cookie_name(&self) -> String {
        format!("spind-{}", self.port)
    }

    /// Authenticates a request.
    ///
    /// # Errors
    /// Why it is refused.
    pub(super) fn admit(&self, request: &Parts) -> Result<Authenticated, Refusal> {
        let headers = &request.headers;
        let in_uri = request.uri.authority().is_none_or(|authority| authority.as_str() == self.host);
        if single(headers, HOST) != Some(self.host.as_bytes()) || !in_uri {
            return Err(Refusal::Host);
        }
        let own = format!("http://{}", self.host);
        if self.accepts_forms && request.method == Method::POST && self.is_own_form_path(request.uri.path()) {
            return match (is_own_form(headers, &own), self.has_cookie(headers)) {
                (false, _) => Err(Refusal::Origin),
                (true, false) => Err(Refusal::Unauthenticated),
                (true, true) => Ok(Authenticated::Cookie),
            };
        }
        let is_form = request.method == Method::POST && request.uri == "/";
        if !is_form && !matches!(request.method, Method::GET | Method::HEAD) {
            return Err(Refusal::Method);
        }
        if is_form {
            return if is_form_of_a_file(headers, &own) {
                Ok(Authenticated::Form)
            } else {
                Err(Refusal::Origin)
            };
        }
        let is_own = absent_or_one_of(headers, ORIGIN, &[own.as_str()]);
        if !is_own || !absent_or_one_of(headers, SEC_FETCH_SITE, &["same-origin", "none"]) {
            return Err(Refusal::Origin);
        }
        let token = request.uri.query().and_then(|query| query.strip_prefix(TOKEN_FIELD));
        if request.uri.path() == "/" && token.is_some_and(|token| self.token.is(token)) {
            return Ok(Authenticated::Token);
        }
        if self.has_cookie(headers) { Ok(Authenticated::Cookie) } else { Err(Refusal::Unauthenticated) }
    }

    /// Redeems the one-time token in the body of a form.
    ///
    /// # Errors
    /// If the token is wrong or was redeemed before.
    pub(super) fn redeem(&self, form: &[u8]) -> Result<(), Refusal> {
        let token = std::str::from_utf8(form).ok().and_then(|form| form.strip_prefix(TOKEN_FIELD));
        if !token.is_some_and(|token| self.one_time_token.is(token)) {
            return Err(Refusal::Unauthenticated);
        }
        if self.is_used.swap(true, Ordering::AcqRel) { Err(Refusal::UsedBefore) } else { Ok(()) }
    }

    fn is_own_form_path(&self, path: &str) -> bool {
        path.strip_prefix(&self.base()).is_some_and(|rest| rest.starts_with(FORMS))
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let sent = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        sent.flat_map(Cookie::split_parse)
            .filter_map(Result::ok)
            .any(|cookie| cookie.name() == name && self.cookie.is(cookie.value()))
    }
}

/// Whether the headers are those of a form that a page in a local file submits as a navigation.
/// Browsers give a file the origin `null` and the site `cross-site`.
fn is_form_of_a_file(headers: &HeaderMap, own: &str) -> bool {
    single(headers, CONTENT_TYPE) == Some(b"application/x-www-form-urlencoded")
        && absent_or_one_of(headers, ORIGIN, &["null", own])
        && absent_or_one_of(headers, SEC_FETCH_SITE, &["cross-site", "same-origin", "none"])
        && absent_or_one_of(headers, SEC_FETCH_MODE, &["navigate"])
        && absent_or_one_of(headers, SEC_FETCH_DEST, &["document"])
}

/// Whether the headers are those of a form that one of the program's own pages posts. Unlike for reading,
/// the origin is required: every browser sends it with a post.
fn is_own_form(headers: &HeaderMap, own: &str) -> bool {
    const KINDS: [&[u8]; 2] =
        [b"application/x-www-form-urlencoded", b"application/x-www-form-urlencoded;charset=UTF-8"];
    single(headers, CONTENT_TYPE).is_some_and(|kind| KINDS.contains(&kind))
        && single(headers, ORIGIN) == Some(own.as_bytes())
        && absent_or_one_of(headers, SEC_FETCH_SITE, &["same-origin"])
        && absent_or_one_of(headers, SEC_FETCH_MODE, &["navigate", "cors", "same-origin"])
        && absent_or_one_of(headers, SEC_FETCH_DEST, &["document", "empty"])
}

/// Whether a header is absent, or occurs once with one of `values`.
fn absent_or_one_of(headers: &HeaderMap, name: HeaderName, values: &[&str]) -> bool {
    let is_one = |value: &[u8]| values.iter().any(|other| other.as_bytes() == value);
    !headers.contains_key(&name) || single(headers, name).is_some_and(is_one)
}

/// The value of a header that occurs exactly once.
fn single(headers: &HeaderMap, name: HeaderName) -> Option<&[u8]> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    values.next().is_none().then(|| value.as_bytes())
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    /// The guard's decision on a request.
    fn admit(
        guard: &Guard,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
    ) -> Result<Authenticated, Refusal> {
        let request =
            headers.iter().fold(Request::builder().method(method).uri(uri), |request, (name, value)| {
                request.header(*name, *value)
            });
        guard.admit(&request.body(()).expect("a request").into_parts().0)
    }

    fn guard() -> Guard {
        Guard::new(4321, false).expect("random bytes")
    }

    #[test]
    fn the_token_is_exchanged_and_the_cookie_lets_in() {
        let guard = guard();
        let host = ("host", "127.0.0.1:4321");
        let exchange = format!("/?token={}", guard.token.0);
        assert_eq!(admit(&guard, "GET", &exchange, &[host]), Ok(Authenticated::Token));
        assert!(guard.address().ends_with(&exchange));
        let cookie = format!("andet=1; spind-4321={}", guard.cookie.0);
        assert_eq!(admit(&guard, "GET", "/x", &[host, ("cookie", &cookie)]), Ok(Authenticated::Cookie));
        assert_eq!(admit(&guard, "HEAD", "/x", &[host, ("cookie", &cookie)]), Ok(Authenticated::Cookie));
        let set = guard.cookie().to_string();
        for part in ["HttpOnly", "SameSite=Strict", &format!("Path=/{}", guard.base.0)] {
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
            assert_eq!(guard.redeem(wrong.as_bytes()), Err(Refusal::Unauthenticated), "{wrong}");
        }
        assert_eq!(guard.redeem(form.as_bytes()), Ok(()));
        assert_eq!(guard.redeem(form.as_bytes()), Err(Refusal::UsedBefore));
        // Never in the address, which the browser remembers.
        let host = ("host", "127.0.0.1:4321");
        assert_eq!(admit(&guard, "GET", &format!("/?{form}"), &[host]), Err(Refusal::Unauthenticated));
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
            admit(&guard, "POST", "/", &others.chain([(name, value)]).collect::<Vec<_>>())
        };
        assert_eq!(admit(&guard, "POST", "/", &usual), Ok(Authenticated::Form));
        // A browser that sends fewer headers.
        assert_eq!(admit(&guard, "POST", "/", &usual[..2]), Ok(Authenticated::Form));
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
            assert_eq!(admit(&guard, "POST", path, &usual), Err(Refusal::Method), "{path}");
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
            // The token is valid at `/` only, and is not the cookie.
            (format!("/x?token={token}"), String::new()),
            ("/x".to_owned(), format!("spind-4321={token}")),
            ("/x".to_owned(), format!("spind-4322={}", guard.cookie.0)),
            ("/x".to_owned(), format!("spind-4321={}", guard.base.0)),
        ];
        for (uri, cookie) in strangers {
            let answer = admit(&guard, "GET", &uri, &[host, ("cookie", &cookie)]);
            assert_eq!(answer, Err(Refusal::Unauthenticated), "{uri} {cookie}");
        }
        // As in another run.
        let other = Guard::new(4321, false).expect("random bytes");
        assert_eq!(admit(&other, "GET", "/x", &[host, ("cookie", &cookie)]), Err(Refusal::Unauthenticated));
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
            assert_eq!(admit(&guard, "GET", "/x", &headers), Err(Refusal::Host), "{host:?}");
        }
        let host = ("host", "127.0.0.1:4321");
        assert_eq!(admit(&guard, "GET", "http://example.org/x", &[host, cookie]), Err(Refusal::Host));
    }

    #[test]
    fn other_pages_and_other_methods_are_refused() {
        let guard = guard();
        let cookie = format!("spind-4321={}", guard.cookie.0);
        let usual = [("host", "127.0.0.1:4321"), ("cookie", cookie.as_str())];
        let with =
            |header: (&'static str, &'static str)| admit(&guard, "GET", "/x", &[usual[0], usual[1], header]);
        for origin in ["null", "http://127.0.0.1:80", "http://localhost:4321", "https://127.0.0.1:4321", ""] {
            assert_eq!(with(("origin", origin)), Err(Refusal::Origin), "{origin}");
        }
        assert_eq!(with(("origin", "http://127.0.0.1:4321")), Ok(Authenticated::Cookie));
        for site in ["cross-site", "same-site", ""] {
            assert_eq!(with(("sec-fetch-site", site)), Err(Refusal::Origin), "{site}");
        }
        for site in ["same-origin", "none"] {
            assert_eq!(with(("sec-fetch-site", site)), Ok(Authenticated::Cookie), "{site}");
        }
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "SPIND"] {
            assert_eq!(admit(&guard, method, "/x", &usual), Err(Refusal::Method), "{method}");
        }
    }

    #[test]
    fn only_own_pages_post_forms() {
        let guard = Guard::new(4321, true).expect("random bytes");
        let path = format!("{}/profil/niveauer", guard.base());
        let cookie = format!("spind-4321={}", guard.cookie.0);
        let usual = [
            ("host", "127.0.0.1:4321"),
            ("cookie", cookie.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", "http://127.0.0.1:4321"),
        ];
        assert_eq!(admit(&guard, "POST", &path, &usual), Ok(Authenticated::Cookie));
        let modern = [
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        let all: Vec<_> = usual.iter().chain(&modern).copied().collect();
        assert_eq!(admit(&guard, "POST", &path, &all), Ok(Authenticated::Cookie));
        for (name, value) in [
            ("origin", "null"),
            ("origin", "http://127.0.0.1:80"),
            ("origin", "http://localhost:4321"),
            ("origin", "https://127.0.0.1:4321"),
            ("origin", "http://example.org"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "none"),
            ("sec-fetch-mode", "no-cors"),
            ("sec-fetch-dest", "iframe"),
            ("content-type", "text/plain"),
            ("content-type", "multipart/form-data; boundary=x"),
        ] {
            let others = usual.iter().copied().filter(|(other, _)| *other != name);
            let headers: Vec<_> = others.chain([(name, value)]).collect();
            assert_eq!(admit(&guard, "POST", &path, &headers), Err(Refusal::Origin), "{name}: {value}");
        }
        for missing in ["origin", "content-type"] {
            let headers: Vec<_> = usual.iter().copied().filter(|(name, _)| *name != missing).collect();
            assert_eq!(admit(&guard, "POST", &path, &headers), Err(Refusal::Origin), "{missing}");
        }
        let without_cookie: Vec<_> = usual.iter().copied().filter(|(name, _)| *name != "cookie").collect();
        assert_eq!(admit(&guard, "POST", &path, &without_cookie), Err(Refusal::Unauthenticated));
        // Rebinding, other paths, and the mode without forms.
        let rebound: Vec<_> = usual
            .iter()
            .map(|&(name, value)| (name, if name == "host" { "example.org:4321" } else { value }))
            .collect();
        assert_eq!(admit(&guard, "POST", &path, &rebound), Err(Refusal::Host));
        for other in [guard.base(), format!("{}/style.css", guard.base()), "/profil/niveauer".to_owned()] {
            assert_eq!(admit(&guard, "POST", &other, &usual), Err(Refusal::Method), "{other}");
        }
        let reading = super::tests::guard();
        let path = format!("{}/profil/niveauer", reading.base());
        assert_eq!(admit(&reading, "POST", &path, &usual), Err(Refusal::Method));
    }
}
