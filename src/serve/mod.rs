//! The web server of `spind serve`: pages for this machine with each person's progress, problems and
//! documents, and the form in which one chosen profile is filled in.
//!
//! A [`SiteBuilder`] turns each rebuild into a [`Site`], an immutable snapshot that it publishes to
//! the [`Server`]. [`pages`] renders it, [`guard`] authenticates requests, [`connections`] bounds
//! the number of clients, and [`launch_file`] logs the user's browser in. [`form_pages`] renders the form,
//! [`form_handlers`] and [`leader_handlers`] write what it posts, and [`choice_handlers`] chooses the profile of
//! this run's [`session`].

mod choice_handlers;
mod connections;
mod figures;
mod form_handlers;
mod form_pages;
mod guard;
mod launch_file;
mod leader_handlers;
mod pages;
mod session;
mod site;

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path as FilePath, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use askama::Template;
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
use axum::routing::{get, post};
use futures_util::{Stream, StreamExt, stream};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::watch;

use crate::agreement::hex;
use crate::language::Language;
use crate::typeface;
use connections::{Connection, Connections};
use guard::{Authenticated, Guard, MAX_FORM_BYTES, Refusal};
use launch_file::LaunchFile;
use pages::EditLink;
use session::EditingSession;
pub(crate) use session::{ChosenProfile, EditingOptions};
pub(crate) use site::{BuildScope, DepartmentUpdate, Site, SiteBuilder, SiteMessage};

/// The timeout for receiving a request's head and for idle connections.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The grace period for responses in progress at shutdown.
const SHUTDOWN_GRACE: Duration = Duration::from_millis(500);
/// The largest head of a request, in bytes.
const MAX_HEAD_BYTES: usize = 32 * 1024;
/// The most code look-ups that are kept, for the browser's back button.
const MAX_LOOKUPS: usize = 64;
/// The longest code that is looked up, in characters; a scanned one has about a hundred.
const MAX_CODE_CHARS: usize = 500;

/// Pages load only their own style sheet, fonts, script and documents. None is inline, so no
/// text of a file can become code.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; \
     img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";
/// Documents may be framed by the program's own pages. A stricter policy would block the
/// browsers' PDF viewers.
const DOCUMENT_POLICY: &str = "frame-ancestors 'self'";

const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const CROSS_ORIGIN_OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

/// A server on a local port.
pub(crate) struct Server {
    listener: TcpListener,
    state: Arc<AppState>,
}

/// State shared by all requests.
struct AppState {
    guard: Guard,
    base: String,
    /// The language of pages that belong to no department.
    language: &'static Language,
    site: watch::Receiver<Arc<Site>>,
    /// `None` if the pages only show.
    editing: Option<EditingSession>,
    /// Looked-up codes by the ids in their addresses, newest first.
    lookups: Mutex<VecDeque<(String, String)>>,
    /// The launch file, until it is used.
    launch_file: Mutex<Option<LaunchFile>>,
    /// Whether the one-time token was used twice.
    used_twice: watch::Sender<bool>,
    shutting_down: watch::Receiver<bool>,
    end: watch::Sender<bool>,
}

impl AppState {
    fn site(&self) -> Arc<Site> {
        let site = Arc::clone(&self.site.borrow());
        if *self.used_twice.borrow() { Arc::new(site.used_twice()) } else { site }
    }

    fn remove_launch_file(&self) {
        self.launch_file.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Server {
    /// Listens on a port of the loopback interface; 0 selects a free one. Without `editing`, the pages only
    /// show.
    ///
    /// # Errors
    /// If the port is in use, or the system has no random bytes.
    pub(crate) fn open(
        port: u16,
        language: &'static Language,
        site: watch::Receiver<Arc<Site>>,
        editing: Option<EditingOptions>,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let guard = Guard::new(listener.local_addr()?.port(), editing.is_some())?;
        let (end, shutting_down) = watch::channel(false);
        let base = guard.base();
        let state = AppState {
            guard,
            base,
            language,
            site,
            editing: editing.map(EditingSession::new),
            lookups: Mutex::default(),
            launch_file: Mutex::default(),
            used_twice: watch::Sender::new(false),
            shutting_down,
            end,
        };
        Ok(Self { listener, state: Arc::new(state) })
    }

    /// The address with the token.
    pub(crate) fn address(&self) -> String {
        self.state.guard.address()
    }

    /// Writes the launch file and returns its path. The file is removed once used, or at shutdown.
    ///
    /// # Errors
    /// If the system refuses.
    pub(crate) fn launch_file(&self) -> io::Result<PathBuf> {
        let (address, token) = self.state.guard.form();
        let page = pages::LaunchPage::new(&address, token, self.state.language);
        let launch_file = LaunchFile::write(&page.render().map_err(io::Error::other)?)?;
        let path = launch_file.path().to_owned();
        *self.state.launch_file.lock().unwrap_or_else(PoisonError::into_inner) = Some(launch_file);
        Ok(path)
    }

    /// Serves until interrupted. Calls `used_twice` when the one-time token is used again.
    ///
    /// # Errors
    /// If the system can't start threads or handle signals.
    pub(crate) fn run(self, used_twice: impl Fn()) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let state = Arc::clone(&self.state);
        let served = runtime.block_on(self.answer(used_twice));
        state.remove_launch_file();
        served
    }

    async fn answer(self, used_twice: impl Fn()) -> io::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let service = TowerToHyperService::new(routes(&self.state));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(TIMEOUT).max_buf_size(MAX_HEAD_BYTES);
        let connections = Connections::new();
        let shutdown = GracefulShutdown::new();
        let mut alarm = self.state.used_twice.subscribe();
        let mut interrupted = std::pin::pin!(interrupted());
        loop {
            let accepted = async {
                let permit = connections.permit().await;
                (permit, listener.accept().await)
            };
            tokio::select! {
                (permit, accepted) = accepted => match accepted {
                    Ok((stream, _)) => connections.spawn(permit, |connection| {
                        let service = service.clone();
                        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
                            request.extensions_mut().insert(Arc::clone(&connection));
                            service.call(request)
                        });
                        let serving = shutdown.watch(http.serve_connection(TokioIo::new(stream), service));
                        async move {
                            let _ = serving.await;
                        }
                    }),
                    // The client is gone, or the system is out of handles.
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
        self.state.end.send_replace(true);
        let _ = tokio::time::timeout(SHUTDOWN_GRACE, shutdown.shutdown()).await;
        Ok(())
    }
}

/// Completes on Ctrl-C, on SIGTERM, or when the console window closes.
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

fn routes(state: &Arc<AppState>) -> Router {
    let forms = Router::new()
        .route("/profil", get(form_handlers::first_page))
        .route("/profil/vaelg/{id}", get(choice_handlers::ask_to_choose).post(choice_handlers::choose))
        .route("/profil/ny", get(choice_handlers::new_profile).post(choice_handlers::make_profile))
        .route("/profil/radar", get(form_handlers::radar))
        .route("/profil/kurser", get(form_handlers::find_courses))
        .route("/profil/fortryd", post(form_handlers::undo))
        .route("/profil/tjek", post(form_handlers::check_text))
        .route("/profil/{*step}", get(form_handlers::show_step).post(form_handlers::post_step));
    let pages = Router::new()
        .merge(if state.editing.is_some() { forms } else { Router::new() })
        .route("/", get(home))
        .route("/afdelinger", get(all_departments))
        .route("/afdeling/{id}", get(people))
        .route("/afdeling/{id}/behov", get(needs))
        .route("/afdeling/{id}/hold", get(groups))
        .route("/afdeling/{id}/penge", get(money))
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
        .route(
            "/form.js",
            get(|| asset("text/javascript; charset=utf-8", include_bytes!("../../templates/serve/form.js"))),
        )
        .route("/mark.svg", get(|| asset("image/svg+xml", include_bytes!("../../templates/serve/mark.svg"))))
        .route("/regular.ttf", get(|| asset("font/ttf", typeface::embedded_files()[0])))
        .route("/semibold.ttf", get(|| asset("font/ttf", typeface::embedded_files()[1])));
    Router::new()
        .nest(&state.base, pages)
        .fallback(nothing_there)
        .layer(middleware::from_fn_with_state(Arc::clone(state), admit))
        .with_state(Arc::clone(state))
}

/// Authenticates every request, and sets the security headers of every response. A refused
/// connection is closed after the response.
async fn admit(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let connection = parts.extensions.get::<Arc<Connection>>().map(Arc::clone);
    let admitted = match state.guard.admit(&parts) {
        Ok(Authenticated::Form) => redeem(&state, body).await.map(|()| (Authenticated::Form, Body::empty())),
        admitted => admitted.map(|admitted| (admitted, body)),
    };
    if let (Ok(_), Some(connection)) = (&admitted, connection) {
        connection.authenticate();
    }
    let mut response = match admitted {
        Ok((Authenticated::Cookie, body)) => next.run(Request::from_parts(parts, body)).await,
        Ok((Authenticated::Token, _)) => with_cookie(&state, see_other(&state.base)),
        Ok((Authenticated::Form, _)) => {
            with_cookie(&state, html(StatusCode::OK, &pages::LoggedInPage::new(&state.base, state.language)))
        }
        Err(refusal) => refused(&state, refusal),
    };
    let headers = response.headers_mut();
    let fixed = [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // With a stricter policy, browsers would send no origin with a form.
        (REFERRER_POLICY, "same-origin"),
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

/// Redeems the one-time token in the form of the launch file.
async fn redeem(state: &AppState, form: Body) -> Result<(), Refusal> {
    let form = to_bytes(form, MAX_FORM_BYTES).await.map_err(|_| Refusal::Unauthenticated)?;
    let redeemed = state.guard.redeem(&form);
    match redeemed {
        Ok(()) => state.remove_launch_file(),
        Err(Refusal::UsedBefore) => drop(state.used_twice.send_replace(true)),
        Err(_) => {}
    }
    redeemed
}

/// Adds the cookie to a response that leads to an address without the token, so that the token
/// disappears from the address bar.
fn with_cookie(state: &AppState, mut response: Response) -> Response {
    let Ok(cookie) = HeaderValue::try_from(state.guard.cookie().to_string()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    response.headers_mut().insert(SET_COOKIE, cookie);
    response
}

fn refused(state: &AppState, refusal: Refusal) -> Response {
    let key = match refusal {
        Refusal::UsedBefore => "serve-used-twice",
        _ => "serve-refused",
    };
    let mut response = html(refusal.status(), &pages::RefusalPage::new(key, state.language));
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

fn html(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(page) => (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn asset(kind: &'static str, bytes: &'static [u8]) -> Response {
    ([(CONTENT_TYPE, kind)], bytes).into_response()
}

async fn nothing_there(State(state): State<Arc<AppState>>) -> Response {
    missing(&state)
}

fn missing(state: &AppState) -> Response {
    html(StatusCode::NOT_FOUND, &pages::MissingPage::new(&state.base, &state.site(), state.language))
}

/// The tasks to choose from, the page of the only department, or the list of departments.
async fn home(State(state): State<Arc<AppState>>, query: QueryString) -> Response {
    if let Some(editing) = state.editing.as_ref().filter(|editing| editing.options.starts_with_tasks) {
        return match editing.has_tasks() {
            true => choice_handlers::tasks(&state, editing),
            false => see_other(&format!("{}/profil", state.base)),
        };
    }
    let site = state.site();
    match &site.departments[..] {
        [department] if site.notes.is_empty() => {
            html(StatusCode::OK, &pages::PeoplePage::new(&state.base, &site, department, search_text(&query)))
        }
        _ => html(StatusCode::OK, &pages::DepartmentsPage::new(&state.base, &site, state.language)),
    }
}

async fn all_departments(State(state): State<Arc<AppState>>) -> Response {
    html(StatusCode::OK, &pages::DepartmentsPage::new(&state.base, &state.site(), state.language))
}

type QueryString = Query<BTreeMap<String, String>>;

/// The search text for a list.
fn search_text(query: &QueryString) -> &str {
    query.get("find").map_or("", String::as_str)
}

async fn people(State(state): State<Arc<AppState>>, Path(id): Path<String>, query: QueryString) -> Response {
    let site = state.site();
    match site.department(&id) {
        Some(department) => {
            html(StatusCode::OK, &pages::PeoplePage::new(&state.base, &site, department, search_text(&query)))
        }
        None => missing(&state),
    }
}

async fn year(State(state): State<Arc<AppState>>, Path(id): Path<String>) -> Response {
    let site = state.site();
    match site.department(&id) {
        Some(department) => html(StatusCode::OK, &pages::YearPage::new(&state.base, &site, department)),
        None => missing(&state),
    }
}

async fn needs(State(state): State<Arc<AppState>>, Path(id): Path<String>) -> Response {
    let site = state.site();
    match site.department(&id) {
        Some(department) => html(StatusCode::OK, &pages::NeedsPage::new(&state.base, &site, department)),
        None => missing(&state),
    }
}

async fn groups(State(state): State<Arc<AppState>>, Path(id): Path<String>) -> Response {
    let site = state.site();
    match site.department(&id) {
        Some(department) => html(StatusCode::OK, &pages::GroupsPage::new(&state.base, &site, department)),
        None => missing(&state),
    }
}

async fn money(State(state): State<Arc<AppState>>, Path(id): Path<String>) -> Response {
    let site = state.site();
    match site.department(&id) {
        Some(department) => html(StatusCode::OK, &pages::MoneyPage::new(&state.base, &site, department)),
        None => missing(&state),
    }
}

async fn person(State(state): State<Arc<AppState>>, Path(id): Path<String>) -> Response {
    let site = state.site();
    match site.person(&id) {
        Some((department, file, person)) => {
            let edit = edit_link(&state, &department.folder, file, &person.id);
            html(StatusCode::OK, &pages::PersonPage::new(&state.base, &site, department, file, person, edit))
        }
        None => missing(&state),
    }
}

/// How the page of a person leads to the form.
fn edit_link(state: &AppState, folder: &FilePath, file: &str, id: &str) -> Option<EditLink> {
    let editing = state.editing.as_ref()?;
    Some(match editing.chosen() {
        None => EditLink { address: format!("{}/profil/vaelg/{id}", state.base), text: "edit-edit" },
        Some(chosen) if chosen.is(folder, file) => {
            EditLink { address: format!("{}/profil", state.base), text: "edit-edit" }
        }
        Some(_) => EditLink { address: String::new(), text: "edit-other-chosen" },
    })
}

/// The form for a code. Redirects to an address without the code: with a code from the browser's
/// history, someone could find out by trial which levels it covers.
async fn code(
    State(state): State<Arc<AppState>>,
    Path(id): Path<String>,
    Query(mut typed): QueryString,
) -> Response {
    let site = state.site();
    let Some(department) = site.department(&id) else { return missing(&state) };
    let Some(code) = typed.remove("code").filter(|code| !code.trim().is_empty()) else {
        return html(StatusCode::OK, &pages::CodePage::new(&state.base, &site, department, None));
    };
    let mut bytes = [0; 16];
    if getrandom::fill(&mut bytes).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let answer = hex(&bytes);
    let code = code.trim().chars().take(MAX_CODE_CHARS).collect();
    let mut lookups = state.lookups.lock().unwrap_or_else(PoisonError::into_inner);
    lookups.truncate(MAX_LOOKUPS - 1);
    lookups.push_front((answer.clone(), code));
    drop(lookups);
    see_other(&format!("{}/afdeling/{id}/aftalekode/{answer}", state.base))
}

async fn answer(State(state): State<Arc<AppState>>, Path((id, answer)): Path<(String, String)>) -> Response {
    let site = state.site();
    let code = {
        let lookups = state.lookups.lock().unwrap_or_else(PoisonError::into_inner);
        lookups.iter().find(|(id, _)| *id == answer).map(|(_, code)| code.clone())
    };
    match (site.department(&id), code) {
        (Some(department), Some(code)) => {
            html(StatusCode::OK, &pages::CodePage::new(&state.base, &site, department, Some(&code)))
        }
        _ => missing(&state),
    }
}

async fn document(State(state): State<Arc<AppState>>, Path(id): Path<String>) -> Response {
    let site = state.site();
    let Some(document) = site.document(&id) else { return missing(&state) };
    if !document.path.is_file() {
        // Opening a pipe would block.
        return missing(&state);
    }
    // Read whole, so that a rebuild can replace the file while a slow browser still downloads.
    match tokio::fs::read(&document.path).await {
        Ok(bytes) => {
            let headers = [
                (CONTENT_TYPE, HeaderValue::from_static(content_type(&document.path))),
                (CONTENT_SECURITY_POLICY, HeaderValue::from_static(DOCUMENT_POLICY)),
                (CONTENT_DISPOSITION, disposition(&document.path)),
            ];
            (headers, bytes).into_response()
        }
        Err(_) => missing(&state),
    }
}

fn content_type(document: &FilePath) -> &'static str {
    let is_calendar = document.extension().is_some_and(|extension| extension == "ics");
    if is_calendar { "text/calendar; charset=utf-8" } else { "application/pdf" }
}

/// The header that shows a document inline and names the file for saving.
fn disposition(path: &FilePath) -> HeaderValue {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = utf8_percent_encode(&name, NON_ALPHANUMERIC);
    HeaderValue::try_from(format!("inline; filename*=UTF-8''{name}"))
        .unwrap_or(HeaderValue::from_static("inline"))
}

async fn accent(State(state): State<Arc<AppState>>, Path(id): Path<String>) -> Response {
    let site = state.site();
    let Some(department) = site.department(&id) else { return missing(&state) };
    let [red, green, blue] = department.accent.rgb;
    let style = format!(":root {{ --accent: #{red:02x}{green:02x}{blue:02x}; }}\n");
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], style).into_response()
}

/// Streams the revision, now and after each change, until shutdown.
async fn changes(State(state): State<Arc<AppState>>) -> Response {
    Sse::new(revisions(&state)).keep_alive(KeepAlive::new().interval(TIMEOUT)).into_response()
}

fn revisions(state: &AppState) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
    let mut site = state.site.clone();
    site.mark_changed();
    let used_twice = state.used_twice.subscribe();
    let mut shutting_down = state.shutting_down.clone();
    let revisions = stream::unfold((site, used_twice), |(mut site, mut used_twice)| async {
        tokio::select! {
            changed = site.changed() => changed.ok()?,
            changed = used_twice.changed() => changed.ok()?,
        }
        let current = Arc::clone(&site.borrow_and_update());
        let revision =
            if *used_twice.borrow_and_update() { current.used_twice().revision } else { current.revision };
        Some((Ok(Event::default().event("revision").data(revision.to_string())), (site, used_twice)))
    });
    revisions.take_until(Box::pin(async move { shutting_down.wait_for(|ended| *ended).await.map(drop) }))
}
