//! Pages on this machine that show what a folder holds: who stands where in the year,
//! what is wrong, and the documents. Nothing can be changed by them.
//!
//! [`site`] holds what is shown, [`guard`] decides who may ask, [`connections`] bounds who may
//! wait, [`doorway`] is the file that opens the pages in a browser, [`pages`] puts it all into words,
//! and this module listens and answers.

mod connections;
mod guard;
mod launch_file;
mod pages;
pub mod site;

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path as FilePath, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION,
    REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse, Response, Sse};
use axum::routing::get;
use futures_util::{Stream, StreamExt, stream};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::watch;

use crate::language::Language;
use crate::typeface;
use connections::{Connections, Visitor};
use guard::{Admitted, Guard, MOST_OF_A_FORM, Refusal};
use launch_file::LaunchFile;
use pages::Page;
use site::Site;

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
    /// The file that opens the pages, until it was used.
    doorway: Mutex<Option<LaunchFile>>,
    /// Whether the one-time token was used twice.
    used_twice: watch::Sender<bool>,
    ends: watch::Receiver<bool>,
    end: watch::Sender<bool>,
}

impl Office {
    fn site(&self) -> Arc<Site> {
        let site = Arc::clone(&self.site.borrow());
        if *self.used_twice.borrow() { Arc::new(site.used_twice()) } else { site }
    }

    fn close_doorway(&self) {
        self.doorway.lock().unwrap_or_else(PoisonError::into_inner).take();
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
        let office = Office {
            guard,
            base,
            language,
            site,
            asked: Mutex::default(),
            doorway: Mutex::default(),
            used_twice: watch::Sender::new(false),
            ends,
            end,
        };
        Ok(Self { listener, office: Arc::new(office) })
    }

    /// The address to open, with the token.
    pub fn address(&self) -> String {
        self.office.guard.address()
    }

    /// Writes the file for the program to open in a browser, which hands over a token that can be
    /// used once. It is removed when it was used, and when the run ends.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn doorway(&self) -> io::Result<PathBuf> {
        let (address, token) = self.office.guard.form();
        let page = pages::LaunchPage::new(&address, token, self.office.language);
        let doorway = LaunchFile::write(&page.render().map_err(io::Error::other)?)?;
        let path = doorway.path().to_owned();
        *self.office.doorway.lock().unwrap_or_else(PoisonError::into_inner) = Some(doorway);
        Ok(path)
    }

    /// Answers until the run is interrupted. `used_twice` tells that the one-time token was.
    ///
    /// # Errors
    /// If the system gives no threads or no signals.
    pub fn run(self, used_twice: impl Fn()) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let office = Arc::clone(&self.office);
        let answered = runtime.block_on(self.answer(used_twice));
        office.close_doorway();
        answered
    }

    async fn answer(self, used_twice: impl Fn()) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let service = TowerToHyperService::new(routes(&self.office));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(MOST_OF_A_HEAD);
        let connections = Connections::new();
        let leaving = GracefulShutdown::new();
        let mut alarm = self.office.used_twice.subscribe();
        let mut interrupted = std::pin::pin!(interrupted());
        loop {
            let accepted = async {
                let room = connections.room().await;
                (room, listener.accept().await)
            };
            tokio::select! {
                (room, accepted) = accepted => match accepted {
                    Ok((connection, _)) => connections.spawn(room, |visitor| {
                        let service = service.clone();
                        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
                            request.extensions_mut().insert(Arc::clone(&visitor));
                            service.call(request)
                        });
                        let answering = leaving.watch(http.serve_connection(TokioIo::new(connection), service));
                        async move {
                            let _ = answering.await;
                        }
                    }),
                    // Someone who is gone again, or a system without a free handle: the next may come.
                    Err(_) => {
                        connections.close_oldest();
                        tokio::time::sleep(Duration::from_millis(10)).await;
                    }
                },
                Ok(()) = alarm.changed() => used_twice(),
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

/// Ends when the run is to end: interrupted, told to by the system, or with its window.
async fn interrupted() -> io::Result<()> {
    #[cfg(unix)]
    let mut ended = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    #[cfg(windows)]
    let mut ended = tokio::signal::windows::ctrl_close()?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = ended.recv() => Ok(()),
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
/// from other pages and out of caches. Who is refused is not answered a second time on the same
/// connection.
async fn admit(State(office): State<Arc<Office>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let visitor = parts.extensions.get::<Arc<Visitor>>().map(Arc::clone);
    let admitted = match office.guard.admit(&parts) {
        Ok(Admitted::Form) => redeem(&office, body).await.map(|()| (Admitted::Form, Body::empty())),
        admitted => admitted.map(|admitted| (admitted, body)),
    };
    if let (Ok(_), Some(visitor)) = (&admitted, visitor) {
        visitor.admit();
    }
    let mut response = match admitted {
        Ok((Admitted::Guest, body)) => next.run(Request::from_parts(parts, body)).await,
        Ok((Admitted::Exchange, _)) => exchange(&office, see_other(&office.base)),
        Ok((Admitted::Form, _)) => {
            exchange(&office, html(StatusCode::OK, &pages::EnteredPage::new(&office.base, office.language)))
        }
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

/// Takes the one-time token from the form of the local file.
async fn redeem(office: &Office, form: Body) -> Result<(), Refusal> {
    let form = to_bytes(form, MOST_OF_A_FORM).await.map_err(|_| Refusal::Stranger)?;
    let redeemed = office.guard.redeem(&form);
    match redeemed {
        Ok(()) => office.close_doorway(),
        Err(Refusal::UsedBefore) => drop(office.used_twice.send_replace(true)),
        Err(_) => {}
    }
    redeemed
}

/// The cookie for the token. `onwards` leads to an address without it, so that it neither stays
/// in the bar nor on a screen that others see.
fn exchange(office: &Office, mut onwards: Response) -> Response {
    let Ok(cookie) = HeaderValue::try_from(office.guard.cookie().to_string()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    onwards.headers_mut().insert(SET_COOKIE, cookie);
    onwards
}

fn refused(office: &Office, refusal: Refusal) -> Response {
    let key = match refusal {
        Refusal::UsedBefore => "serve-used-twice",
        _ => "serve-refused",
    };
    let mut response = html(refusal.status(), &pages::RefusalPage::new(key, office.language));
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
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
    html(StatusCode::NOT_FOUND, &pages::MissingPage::new(&office.base, &office.site(), office.language))
}

/// The only department, or all of them.
async fn home(State(office): State<Arc<Office>>, asked: Asked) -> Response {
    let site = office.site();
    match &site.departments[..] {
        [department] if site.notes.is_empty() => {
            html(StatusCode::OK, &pages::PeoplePage::new(&office.base, &site, department, looked_for(&asked)))
        }
        _ => html(StatusCode::OK, &pages::DepartmentsPage::new(&office.base, &site, office.language)),
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
            html(StatusCode::OK, &pages::PeoplePage::new(&office.base, &site, department, looked_for(&asked)))
        }
        None => missing(&office),
    }
}

async fn year(State(office): State<Arc<Office>>, Path(id): Path<String>) -> Response {
    let site = office.site();
    match site.department(&id) {
        Some(department) => html(StatusCode::OK, &pages::YearPage::new(&office.base, &site, department)),
        None => missing(&office),
    }
}

async fn person(State(office): State<Arc<Office>>, Path(id): Path<String>) -> Response {
    let site = office.site();
    match site.person(&id) {
        Some((department, file, person)) => {
            html(StatusCode::OK, &pages::PersonPage::new(&office.base, &site, department, file, person))
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
        return html(StatusCode::OK, &pages::CodePage::new(&office.base, &site, department, None));
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
            html(StatusCode::OK, &pages::CodePage::new(&office.base, &site, department, Some(&code)))
        }
        _ => missing(&office),
    }
}

async fn document(State(office): State<Arc<Office>>, Path(id): Path<String>) -> Response {
    let site = office.site();
    let Some(document) = site.document(&id) else { return missing(&office) };
    if !document.path.is_file() {
        // To open a pipe in its place would be to wait.
        return missing(&office);
    }
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
    let used_twice = office.used_twice.subscribe();
    let mut ends = office.ends.clone();
    let told = stream::unfold((site, used_twice), |(mut site, mut used_twice)| async {
        tokio::select! {
            changed = site.changed() => changed.ok()?,
            changed = used_twice.changed() => changed.ok()?,
        }
        let shown = Arc::clone(&site.borrow_and_update());
        let revision =
            if *used_twice.borrow_and_update() { shown.used_twice().revision } else { shown.revision };
        Some((Ok(Event::default().event("revision").data(revision.to_string())), (site, used_twice)))
    });
    told.take_until(Box::pin(async move { ends.wait_for(|ended| *ended).await.map(drop) }))
}
