//! Pages on this machine that show what a folder holds: who stands where in the year,
//! what is wrong, and the documents. Nothing can be changed by them.
//!
//! [`site`] holds what is shown, [`guard`] decides who may ask, [`pages`] puts it into
//! words, and this module listens and answers.

mod guard;
mod pages;
pub mod site;

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path as FilePath;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION,
    REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse, Response, Sse};
use axum::routing::get;
use futures_util::{Stream, StreamExt, stream};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::{Semaphore, watch};

use crate::language::Language;
use crate::typeface;
use guard::{Admitted, Guard, Refusal};
use pages::Page;
use site::Site;

/// Connections that are open at once. Who keeps more of them waits; building never does.
const MOST_CONNECTIONS: usize = 128;
/// How long a request may take to arrive, and an idle connection may stay.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long answers under way may still take when the run ends.
const FAREWELL: Duration = Duration::from_millis(500);
/// Bytes of a request's head.
const MOST_OF_A_HEAD: usize = 32 * 1024;
/// Answers about codes that are kept for whoever comes back to one.
const MOST_ANSWERS: usize = 64;
/// Characters of a code that are looked at; a scanned one has some hundred.
const MOST_OF_A_CODE: usize = 500;

/// What pages may load: their own style, letters, script and documents. Nothing of it
/// stands in the page itself, so no text of a file can become part of it.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; \
     img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";
/// Documents may stand in our own pages. More would also forbid what browsers show them with.
const DOCUMENT_POLICY: &str = "frame-ancestors 'self'";

const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const CROSS_ORIGIN_OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

/// A port of this machine that is listened to.
pub struct Server {
    listener: TcpListener,
    office: Arc<Office>,
}

/// What all answers are made of.
struct Office {
    guard: Guard,
    base: String,
    /// The language where no department has one.
    language: &'static Language,
    site: watch::Receiver<Arc<Site>>,
    /// Codes that were asked about, by the ids under which the answers are shown.
    asked: Mutex<VecDeque<(String, String)>>,
    ends: watch::Receiver<bool>,
    end: watch::Sender<bool>,
}

impl Office {
    fn site(&self) -> Arc<Site> {
        Arc::clone(&self.site.borrow())
    }
}

impl Server {
    /// Listens on a port of this machine alone; on a free one where it is 0.
    ///
    /// # Errors
    /// If the port is taken, or the system gives no random bytes.
    pub fn open(
        port: u16,
        language: &'static Language,
        site: watch::Receiver<Arc<Site>>,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let guard = Guard::new(listener.local_addr()?.port())?;
        let (end, ends) = watch::channel(false);
        let base = guard.base();
        let office = Office { guard, base, language, site, asked: Mutex::default(), ends, end };
        Ok(Self { listener, office: Arc::new(office) })
    }

    /// The address to open, with the token.
    pub fn address(&self) -> String {
        self.office.guard.address()
    }

    /// The address for the program to open, with a token that can be used once.
    pub fn address_for_once(&self) -> String {
        self.office.guard.address_for_once()
    }

    /// Answers until the run is interrupted.
    ///
    /// # Errors
    /// If the system gives no threads or no signals.
    pub fn run(self) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(self.answer())
    }

    async fn answer(self) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let service = TowerToHyperService::new(routes(&self.office));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(MOST_OF_A_HEAD);
        let open = Arc::new(Semaphore::new(MOST_CONNECTIONS));
        let leaving = GracefulShutdown::new();
        let mut interrupted = std::pin::pin!(tokio::signal::ctrl_c());
        loop {
            let accepted = async {
                let place = Arc::clone(&open).acquire_owned().await;
                (place, listener.accept().await)
            };
            tokio::select! {
                // Someone who is gone again, or a system without a free handle: the next may come.
                (place, accepted) = accepted => match accepted {
                    Ok((connection, _)) => {
                        let answering = http.serve_connection(TokioIo::new(connection), service.clone());
                        let answering = leaving.watch(answering);
                        tokio::spawn(async move {
                            let _ = answering.await;
                            drop(place);
                        });
                    }
                    Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                },
                interrupted = &mut interrupted => {
                    interrupted?;
                    break;
                }
            }
        }
        self.office.end.send_replace(true);
        let _ = tokio::time::timeout(FAREWELL, leaving.shutdown()).await;
        Ok(())
    }
}

fn routes(office: &Arc<Office>) -> Router {
    let pages = Router::new()
        .route("/", get(home))
        .route("/afdeling/{id}", get(people))
        .route("/afdeling/{id}/aaret", get(year))
        .route("/afdeling/{id}/aftalekode", get(code))
        .route("/afdeling/{id}/aftalekode/{answer}", get(answer))
        .route("/person/{id}", get(person))
        .route("/dokument/{id}", get(document))
        .route("/aendringer", get(changes))
        .route("/farve/{id}", get(accent))
        .route(
            "/style.css",
            get(|| asset("text/css; charset=utf-8", include_bytes!("../../templates/serve/style.css"))),
        )
        .route(
            "/live.js",
            get(|| asset("text/javascript; charset=utf-8", include_bytes!("../../templates/serve/live.js"))),
        )
        .route("/mark.svg", get(|| asset("image/svg+xml", include_bytes!("../../templates/serve/mark.svg"))))
        .route("/regular.ttf", get(|| asset("font/ttf", typeface::embedded_files()[0])))
        .route("/semibold.ttf", get(|| asset("font/ttf", typeface::embedded_files()[1])));
    Router::new()
        .nest(&office.base, pages)
        .fallback(nothing_there)
        .layer(middleware::from_fn_with_state(Arc::clone(office), admit))
        .with_state(Arc::clone(office))
}

/// Asks the guard first, whatever is asked for, and puts on every answer what keeps it
/// from other pages and out of caches.
async fn admit(State(office): State<Arc<Office>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = match office.guard.admit(&parts) {
        Ok(Admitted::Guest) => next.run(Request::from_parts(parts, body)).await,
        Ok(Admitted::Exchange) => exchange(&office),
        Err(refusal) => refused(&office, refusal),
    };
    let headers = response.headers_mut();
    let fixed = [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
        (CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY));
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    response
}

/// The cookie for the token. The way goes on to an address without it, so that it
/// neither stays in the bar nor on a screen that others see.
fn exchange(office: &Office) -> Response {
    let Ok(cookie) = HeaderValue::try_from(office.guard.cookie().to_string()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = see_other(&office.base);
    response.headers_mut().insert(SET_COOKIE, cookie);
    response
}

fn refused(office: &Office, refusal: Refusal) -> Response {
    let mut response = html(refusal.status(), &pages::Refused::new(office.language));
    if refusal == Refusal::Method {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

fn see_other(path: &str) -> Response {
    match HeaderValue::try_from(path) {
        Ok(path) => (StatusCode::SEE_OTHER, [(LOCATION, path)]).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn html(status: StatusCode, page: &impl Page) -> Response {
    match page.render() {
        Ok(page) => (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn asset(kind: &'static str, bytes: &'static [u8]) -> Response {
    ([(CONTENT_TYPE, kind)], bytes).into_response()
}

async fn nothing_there(State(office): State<Arc<Office>>) -> Response {
    missing(&office)
}

fn missing(office: &Office) -> Response {
    html(StatusCode::NOT_FOUND, &pages::Missing::new(&office.base, &office.site(), office.language))
}

/// The only department, or all of them.
async fn home(State(office): State<Arc<Office>>, asked: Asked) -> Response {
    let site = office.site();
    match &site.departments[..] {
        [department] if site.notes.is_empty() => {
            html(StatusCode::OK, &pages::People::new(&office.base, &site, department, looked_for(&asked)))
        }
        _ => html(StatusCode::OK, &pages::Departments::new(&office.base, &site, office.language)),
    }
}

/// What stands in an address after the question mark.
type Asked = Query<BTreeMap<String, String>>;

/// What is looked for in a list.
fn looked_for(asked: &Asked) -> &str {
    asked.get("find").map_or("", String::as_str)
}

async fn people(State(office): State<Arc<Office>>, Path(id): Path<String>, asked: Asked) -> Response {
    let site = office.site();
    match site.department(&id) {
        Some(department) => {
            html(StatusCode::OK, &pages::People::new(&office.base, &site, department, looked_for(&asked)))
        }
        None => missing(&office),
    }
}

async fn year(State(office): State<Arc<Office>>, Path(id): Path<String>) -> Response {
    let site = office.site();
    match site.department(&id) {
        Some(department) => html(StatusCode::OK, &pages::Year::new(&office.base, &site, department)),
        None => missing(&office),
    }
}

async fn person(State(office): State<Arc<Office>>, Path(id): Path<String>) -> Response {
    let site = office.site();
    match site.person(&id) {
        Some((department, file, person)) => {
            html(StatusCode::OK, &pages::Person::new(&office.base, &site, department, file, person))
        }
        None => missing(&office),
    }
}

/// The form for a code. A typed one leads on to an address that does not hold it:
/// whoever finds it in a browser's history could try out which levels it fits.
async fn code(
    State(office): State<Arc<Office>>,
    Path(id): Path<String>,
    Query(mut typed): Asked,
) -> Response {
    let site = office.site();
    let Some(department) = site.department(&id) else { return missing(&office) };
    let Some(code) = typed.remove("code").filter(|code| !code.trim().is_empty()) else {
        return html(StatusCode::OK, &pages::Code::new(&office.base, &site, department, None));
    };
    let mut bytes = [0; 16];
    if getrandom::fill(&mut bytes).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let answer: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let code = code.trim().chars().take(MOST_OF_A_CODE).collect();
    let mut asked = office.asked.lock().unwrap_or_else(PoisonError::into_inner);
    asked.truncate(MOST_ANSWERS - 1);
    asked.push_front((answer.clone(), code));
    drop(asked);
    see_other(&format!("{}/afdeling/{id}/aftalekode/{answer}", office.base))
}

async fn answer(State(office): State<Arc<Office>>, Path((id, answer)): Path<(String, String)>) -> Response {
    let site = office.site();
    let code = {
        let asked = office.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().find(|(id, _)| *id == answer).map(|(_, code)| code.clone())
    };
    match (site.department(&id), code) {
        (Some(department), Some(code)) => {
            html(StatusCode::OK, &pages::Code::new(&office.base, &site, department, Some(&code)))
        }
        _ => missing(&office),
    }
}

async fn document(State(office): State<Arc<Office>>, Path(id): Path<String>) -> Response {
    let site = office.site();
    let Some(document) = site.document(&id) else { return missing(&office) };
    // All at once, so that a new one can take its place while a slow browser still reads.
    match tokio::fs::read(&document.path).await {
        Ok(pdf) => {
            let headers = [
                (CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
                (CONTENT_SECURITY_POLICY, HeaderValue::from_static(DOCUMENT_POLICY)),
                (CONTENT_DISPOSITION, disposition(&document.path)),
            ];
            (headers, pdf).into_response()
        }
        Err(_) => missing(&office),
    }
}

/// Shown where it is, and under its own name where somebody saves it.
fn disposition(path: &FilePath) -> HeaderValue {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = utf8_percent_encode(&name, NON_ALPHANUMERIC);
    HeaderValue::try_from(format!("inline; filename*=UTF-8''{name}"))
        .unwrap_or(HeaderValue::from_static("inline"))
}

async fn accent(State(office): State<Arc<Office>>, Path(id): Path<String>) -> Response {
    let site = office.site();
    let Some(department) = site.department(&id) else { return missing(&office) };
    let [red, green, blue] = department.accent.rgb;
    let style = format!(":root {{ --accent: #{red:02x}{green:02x}{blue:02x}; }}\n");
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], style).into_response()
}

/// Tells the revision, now and whenever there is another, until the run ends.
async fn changes(State(office): State<Arc<Office>>) -> Response {
    Sse::new(revisions(&office)).keep_alive(KeepAlive::new().interval(PATIENCE)).into_response()
}

fn revisions(office: &Office) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
    let mut site = office.site.clone();
    site.mark_changed();
    let mut ends = office.ends.clone();
    let told = stream::unfold(site, |mut site| async {
        site.changed().await.ok()?;
        let revision = site.borrow_and_update().revision;
        Some((Ok(Event::default().event("revision").data(revision.to_string())), site))
    });
    told.take_until(Box::pin(async move { ends.wait_for(|ended| *ended).await.map(drop) }))
}
