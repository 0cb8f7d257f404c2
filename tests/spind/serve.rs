//! `spind serve`: who may ask, what the pages say, and that they follow the files.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use regex::Regex;
use spind::language::{Language, Tag};

use crate::fixture::{ANNA, PROFILE};
use crate::full_builds::OutputFolder;
use crate::pdf;
use crate::program::{SOURCE_DATE_EPOCH, copy, project};

/// The longest that a busy machine may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Finds the address of the plan on a person's page.
const FRAME: &str = r##"<iframe [^>]*src="([^"#]+)"##;

/// Whether a page shows the end of the tests' personal number. The hexadecimal digits of its
/// addresses may contain the same ones.
fn shows_number(page: &str) -> bool {
    Regex::new(r"\b(010190-?)?1234\b").expect("it is valid").is_match(page)
}

/// A department that is served, and a browser's memory of it.
struct Served {
    root: tempfile::TempDir,
    program: Child,
    port: u16,
    token: String,
    cookie: String,
    base: String,
    first_line: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has ended already if its arguments were wrong.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// What was answered.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header; empty where there is none.
    fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        });
        line.unwrap_or_default()
    }
}

/// The small department with Anna in `profiler`, and its documents in `ud`.
fn anna_and_documents() -> io::Result<tempfile::TempDir> {
    let root = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), &root.path().join("profiler"))?;
    fs::write(root.path().join("profiler").join(PROFILE), ANNA)?;
    OutputFolder::of_anna().place(&root.path().join("ud"))?;
    Ok(root)
}

/// Serves the department in `profiler`; the program and its first line.
fn start(root: &tempfile::TempDir, options: &[&str]) -> io::Result<(Child, String)> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_spind"))
        .args(["serve".as_ref(), root.path().join("profiler").as_os_str()])
        .args(["-o".as_ref(), root.path().join("ud").as_os_str(), "--no-open".as_ref()])
        .args(options)
        .env("LANG", "da_DK.UTF-8")
        .env_remove("LC_ALL")
        .env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut line = String::new();
    BufReader::new(program.stdout.take().expect("it is piped")).read_line(&mut line)?;
    Ok((program, line))
}

/// Sends a request on a connection of its own.
fn send(port: u16, request: &str) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Ok(Answer { status, head, body: answer[end + 4..].to_vec() })
}

impl Served {
    fn new(options: &[&str]) -> io::Result<Self> {
        Self::of(anna_and_documents()?, options)
    }

    /// Serves Anna alone: what is saved calls for a new plan, and for no booklet.
    fn anna_alone() -> io::Result<Self> {
        Self::new(&["--only", "Anna Vest"])
    }

    fn of(root: tempfile::TempDir, options: &[&str]) -> io::Result<Self> {
        let served = Self::at_once(root, options)?;
        served.until("", |page| !page.contains(r#"data-page="waiting""#))?;
        Ok(served)
    }

    /// Without waiting for the documents.
    fn at_once(root: tempfile::TempDir, options: &[&str]) -> io::Result<Self> {
        let (program, said) = start(&root, options)?;
        let address = Regex::new(r"http://127\.0\.0\.1:(\d+)/\?token=([0-9a-f]{64})").expect("it is valid");
        let found = address.captures(&said).unwrap_or_else(|| panic!("no address: {said}"));
        let port = found[1].parse().expect("a port");
        let mut served = Self {
            root,
            program,
            port,
            token: found[2].to_owned(),
            cookie: String::new(),
            base: String::new(),
            first_line: said.clone(),
        };
        let answer = served.ask("GET", &format!("/?token={}", served.token), &[])?;
        assert_eq!(answer.status, 303, "{answer:?}");
        served.base = answer.header("location").to_owned();
        served.cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        Ok(served)
    }

    /// Opens the stream of changes.
    fn changes(&self) -> io::Result<BufReader<TcpStream>> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "GET {}/aendringer HTTP/1.1\r\nhost: 127.0.0.1:{}\r\ncookie: {}\r\n\r\n",
            self.base, self.port, self.cookie
        )?;
        let mut stream = BufReader::new(stream);
        let mut status = String::new();
        stream.read_line(&mut status)?;
        assert!(status.starts_with("HTTP/1.1 200"), "{status}");
        Ok(stream)
    }

    fn profile(&self) -> PathBuf {
        self.root.path().join("profiler").join(PROFILE)
    }

    /// A request with the right host, and otherwise with nothing but what is said.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> io::Result<Answer> {
        let host = format!("127.0.0.1:{}", self.port);
        let headers: Vec<_> = [("host", host.as_str())].iter().chain(headers).copied().collect();
        self.ask_exactly(method, path, &headers)
    }

    fn ask_exactly(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> io::Result<Answer> {
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        send(self.port, &format!("{method} {path} HTTP/1.1\r\n{headers}connection: close\r\n\r\n"))
    }

    /// As our own page asks.
    fn get(&self, path: &str) -> io::Result<Answer> {
        self.ask("GET", &format!("{}{path}", self.base), &[("cookie", &self.cookie)])
    }

    /// The page at `path`, once `is_right`.
    fn until(&self, path: &str, is_right: impl Fn(&str) -> bool) -> io::Result<String> {
        let begun = Instant::now();
        loop {
            let page = self.get(path)?.text();
            if is_right(&page) {
                return Ok(page);
            }
            assert!(begun.elapsed() < PATIENCE, "{page}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The path, under all pages, of the first link that `pattern` finds on the page at `path`.
    fn link(&self, path: &str, pattern: &str) -> io::Result<String> {
        let page = self.get(path)?.text();
        let found =
            Regex::new(pattern).expect("it is valid").captures(&page).map(|found| found[1].to_owned());
        let link = found.unwrap_or_else(|| panic!("no {pattern}: {page}"));
        Ok(link.strip_prefix(&self.base).unwrap_or(&link).to_owned())
    }

    fn anna(&self) -> io::Result<String> {
        self.link("", r#"href="([^"]+/person/[0-9a-f]+)">Anna Vest<"#)
    }

    fn save(&self, from: &str, to: &str) -> io::Result<()> {
        let text = fs::read_to_string(self.profile())?;
        assert!(text.contains(from), "{from}");
        fs::write(self.profile(), text.replace(from, to))
    }
}

#[test]
fn who_has_neither_token_nor_cookie_gets_nothing() -> io::Result<()> {
    let served = Served::new(&[])?;
    let person = served.anna()?;
    let cookie = [("cookie", served.cookie.as_str())];
    let paths = ["", &person, "/aendringer", "/style.css", "/live.js", "/regular.ttf", "/findes-ikke"];
    for path in
        paths.map(|path| format!("{}{path}", served.base)).iter().map(String::as_str).chain(["/", "/x"])
    {
        let answer = served.ask("GET", path, &[])?;
        assert_eq!(answer.status, 403, "{path}");
        assert!(!answer.text().contains("Anna") && !answer.text().contains(&served.base[1..]), "{answer:?}");
        let wrong = format!("spind-{}={}", served.port, "0".repeat(64));
        assert_eq!(served.ask("GET", path, &[("cookie", &wrong)])?.status, 403, "{path}");
    }
    for token in ["", "0", &"0".repeat(64), &served.token[1..]] {
        let answer = served.ask("GET", &format!("/?token={token}"), &[])?;
        assert_eq!((answer.status, answer.header("set-cookie")), (403, ""), "{token}");
        assert!(answer.text().contains("den adresse, der står i programmets vindue"), "{}", answer.text());
    }
    // She may open the address twice, and goes on to one without the token.
    let again = served.ask("GET", &format!("/?token={}", served.token), &cookie)?;
    assert_eq!((again.status, again.header("location")), (303, served.base.as_str()));
    let set = again.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", &format!("Path={}", served.base)] {
        assert!(set.contains(part), "{set}");
    }
    assert!(!set.contains("Domain") && !set.contains(&served.token), "{set}");
    Ok(())
}

#[test]
fn other_hosts_pages_and_methods_are_refused_everywhere() -> io::Result<()> {
    let served = Served::new(&[])?;
    let own = format!("127.0.0.1:{}", served.port);
    let cookie = ("cookie", served.cookie.as_str());
    for path in ["", "/aendringer", "/style.css"].map(|path| format!("{}{path}", served.base)) {
        let other_ports = format!("127.0.0.1:{}", served.port ^ 1);
        let localhost = format!("localhost:{}", served.port);
        for host in ["example.org", "127.0.0.1", &other_ports, &localhost] {
            let answer = served.ask_exactly("GET", &path, &[("host", host), cookie])?;
            assert_eq!(answer.status, 421, "{host}{path}");
        }
        let twice = served.ask_exactly("GET", &path, &[("host", &own), ("host", &own), cookie])?;
        assert!([400, 421].contains(&twice.status), "{twice:?}");
        let none = served.ask_exactly("GET", &path, &[cookie])?;
        assert!([400, 421].contains(&none.status), "{none:?}");
        for origin in ["http://example.org", "null", &format!("http://localhost:{}", served.port)] {
            let answer = served.ask("GET", &path, &[cookie, ("origin", origin)])?;
            assert_eq!(answer.status, 403, "{origin} {path}");
        }
        for site in ["cross-site", "same-site"] {
            let answer = served.ask("GET", &path, &[cookie, ("sec-fetch-site", site)])?;
            assert_eq!(answer.status, 403, "{site} {path}");
        }
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
            let answer = served.ask(method, &path, &[cookie, ("content-length", "0")])?;
            assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method} {path}");
        }
    }
    let origin = format!("http://{own}");
    assert_eq!(served.ask("GET", &served.base, &[cookie, ("origin", &origin)])?.status, 200);
    let head = served.ask("HEAD", &served.base, &[cookie])?;
    assert_eq!((head.status, head.body.len()), (200, 0));
    Ok(())
}

#[test]
fn every_answer_keeps_itself_from_caches_and_other_pages() -> io::Result<()> {
    let root = anna_and_documents()?;
    // Missing, so that the first build has a plan to make.
    fs::remove_file(root.path().join("ud/planer/nordskolen/anna.pdf"))?;
    let served = Served::of(root, &[])?;
    let plan = served.link(&served.anna()?, FRAME)?;
    let pages = ["", &served.anna()?, "/findes-ikke", "/style.css", "/live.js", "/mark.svg", "/semibold.ttf"];
    for path in pages.iter().copied().chain([plan.as_str()]) {
        let answer = served.get(path)?;
        let fixed = [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ];
        for (name, value) in fixed {
            assert_eq!(answer.header(name), value, "{path}");
        }
        let policy = answer.header("content-security-policy");
        if path == plan {
            assert_eq!(policy, "frame-ancestors 'self'");
            assert_eq!(answer.header("content-type"), "application/pdf");
            assert_eq!(answer.header("content-disposition"), "inline; filename*=UTF-8''anna%2Epdf");
            assert_eq!(answer.body, fs::read(served.root.path().join("ud/planer/nordskolen/anna.pdf"))?);
        } else {
            assert!(policy.starts_with("default-src 'none';"), "{policy}");
            assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{policy}");
        }
    }
    // Nothing of a page's own that the policy would forbid.
    for path in ["", &served.anna()?] {
        let page = served.get(path)?.text();
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "{page}");
        assert!(!page.contains("<style") && !page.contains("<script>"), "{page}");
    }
    Ok(())
}

#[test]
fn nothing_but_the_documents_of_the_run_can_be_asked_for() -> io::Result<()> {
    let root = anna_and_documents()?;
    // As another run has left it.
    fs::write(root.path().join("ud/hemmelig.pdf"), "%PDF-hemmelig")?;
    let served = Served::of(root, &[])?;
    let ways = [
        "/dokument/hemmelig.pdf",
        "/dokument/..%2fhemmelig.pdf",
        "/dokument/..%2f..%2fprofiler%2fafdeling.yaml",
        "/dokument/%2e%2e/hemmelig.pdf",
        "/dokument/../hemmelig.pdf",
        "/dokument/..%5chemmelig.pdf",
        "/dokument/planer%2fnordskolen%2fanna.pdf",
        "/dokument/%00",
        "/dokument/",
        "/person/nordskolen%2fanna.yaml",
        "/person/Anna%20Vest",
        "/afdeling/..%2f..",
        "/../../etc/passwd",
    ];
    for way in ways {
        let answer = served.get(way)?;
        assert!([400, 404].contains(&answer.status), "{way}: {answer:?}");
        assert!(!answer.text().contains("hemmelig") && !answer.text().contains("Kommune"), "{way}");
    }
    let page = served.get("")?.text() + &served.get(&served.anna()?)?.text();
    assert!(!page.contains(&served.root.path().display().to_string()), "{page}");
    let addresses = Regex::new(r#"(?:href|src|action)="([^"]*)""#).expect("it is valid");
    for address in addresses.captures_iter(&page).map(|found| found[1].to_lowercase()) {
        assert!(
            !["anna", "nordskolen", "yaml", "planer"].iter().any(|word| address.contains(word)),
            "{address}"
        );
    }
    // The plan of somebody whose file is gone goes with it.
    let plan = served.link(&served.anna()?, FRAME)?;
    let person = served.anna()?;
    fs::remove_file(served.profile())?;
    served.until("", |page| !page.contains("Anna Vest"))?;
    for path in [&plan, &person] {
        let answer = served.get(path)?;
        assert_eq!(answer.status, 404);
        assert!(answer.text().contains("Profilen eller dokumentet findes ikke mere"), "{}", answer.text());
    }
    Ok(())
}

#[test]
fn a_deleted_document_is_reported_as_missing() -> io::Result<()> {
    let served = Served::new(&[])?;
    let plan = served.link(&served.anna()?, FRAME)?;
    assert_eq!(served.get(&plan)?.status, 200);
    fs::remove_file(served.root.path().join("ud/planer/nordskolen/anna.pdf"))?;
    let answer = served.get(&plan)?;
    assert_eq!((answer.status, answer.header("content-type")), (404, "text/html; charset=utf-8"));
    Ok(())
}

#[test]
fn what_others_wrote_is_text() -> io::Result<()> {
    let served = Served::new(&[])?;
    let hostile = r#"<script>alert(1)</script>"'><img src=x onerror=alert(1)>"#;
    served.save("navn: Anna Vest", &format!("navn: '{}'", hostile.replace('\'', "''")))?;
    let escaped = "&#60;script&#62;alert(1)";
    let page = served.until("", |page| page.contains(escaped))?;
    assert!(!page.contains("<script>alert") && !page.contains("<img"), "{page}");
    let person = served.link("", r#"href="([^"]+/person/[0-9a-f]+)">&#60;script"#)?;
    let page = served.get(&person)?.text();
    assert!(page.contains(escaped) && !page.contains("<script>alert") && !page.contains("<img"), "{page}");
    // In a problem's line too, and in what is typed.
    served.save("skole: Nordskolen", "skole: <b>Nord</b>")?;
    let page = served.until(&person, |page| page.contains("&#60;b&#62;Nord"))?;
    assert!(!page.contains("<b>Nord"), "{page}");
    let department = served.link("", r#"id="tab-1" href="([^"]+)""#)?;
    let page = served.get(&format!("{department}?find=%3Cb%3E%22"))?.text();
    assert!(page.contains("&#60;b&#62;&#34;") && !page.contains("<b>"), "{page}");
    Ok(())
}

#[test]
fn an_error_and_its_correction_are_shown_and_sent_on_the_stream() -> io::Result<()> {
    let served = Served::new(&[])?;
    let person = served.anna()?;
    let before = served.link(&person, FRAME)?;
    let other = served.link("", r#"href="([^"]+/person/[0-9a-f]+)">Bente"#)?;
    let other_before = served.link(&other, FRAME)?;
    let mut told = served.changes()?.lines().map_while(Result::ok);
    let mut revision = || -> u64 {
        let line = told.find_map(|line| line.strip_prefix("data: ").map(str::to_owned));
        line.and_then(|line| line.parse().ok()).expect("a revision")
    };
    let first = revision();
    served.save("dansk: 3", "dansk: 2")?;
    assert!(revision() > first);
    let after =
        served.until(&person, |page| !page.contains(&before)).and_then(|_| served.link(&person, FRAME))?;
    assert_ne!(after, before);
    // A colleague's document stays where it is, so that nobody loses the page being read.
    assert_eq!(served.link(&other, FRAME)?, other_before);
    served.save("dansk: 2", "dansk: femten")?;
    let page = served.until(&person, |page| page.contains("Nu er der 1 fejl"))?;
    for part in ["nordskolen/anna.yaml, linje ", "<mark>femten</mark>", "sådan rettes det:"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("<iframe") && page.contains("er fra før fejlen og er forældet"), "{page}");
    assert_eq!(served.get(&after)?.status, 404);
    served.save("dansk: femten", "dansk: 2")?;
    served.until(&person, |page| !page.contains(" fejl") && page.contains(&after))?;
    Ok(())
}

#[test]
fn a_folder_that_vanishes_is_reported_and_comes_back() -> io::Result<()> {
    let served = Served::new(&[])?;
    let (folder, away) = (served.root.path().join("profiler"), served.root.path().join("andetsteds"));
    fs::rename(&folder, &away)?;
    let page = served.until("", |page| page.contains("Mappen er væk."))?;
    assert!(page.contains("Anna Vest"), "{page}");
    fs::rename(&away, &folder)?;
    served.until("", |page| !page.contains("Mappen er væk."))?;
    served.save("navn: Anna Vest", "navn: Anna Øst")?;
    served.until("", |page| page.contains("Anna Øst"))?;
    Ok(())
}

#[test]
fn a_code_is_answered_under_an_address_without_it() -> io::Result<()> {
    let served = Served::new(&[])?;
    let form = served.link("", r#"href="([^"]+/aftalekode)""#)?;
    let ask = |code: &str| -> io::Result<String> {
        let answer = served.get(&format!("{form}?code={code}"))?;
        assert_eq!(answer.status, 303);
        let address = answer.header("location").to_owned();
        assert!(!address.contains(code), "{address}");
        Ok(served.get(address.strip_prefix(&served.base).expect("ours"))?.text())
    };
    assert!(ask("0000-0000-0000-0000-0000-0000-0")?.contains("Mappen kender ikke den aftale."));
    assert!(ask("1000-0000-0000-0000-0000-0000-0")?.contains("Der er en tastefejl i koden"));
    assert!(ask("%3Cb%3Enej")?.contains("»&#60;b&#62;nej« er ikke en aftalekode."));
    assert_eq!(served.get(&format!("{form}/0123"))?.status, 404);
    assert_eq!(served.get(&format!("{form}?code="))?.status, 200);
    Ok(())
}

/// The text of each cell of a page's tables, by rows, without the tables' heads.
fn rows(page: &str) -> Vec<Vec<String>> {
    let all = |pattern: &str, text: &str| -> Vec<String> {
        let pattern = Regex::new(pattern).expect("it is valid");
        pattern.captures_iter(text).map(|found| found[1].to_owned()).collect()
    };
    let tag = Regex::new(r"(?s)<svg.*?</svg>|<span class=.hidden.>.*?</span>|<[^>]+>").expect("it is valid");
    let cell = |cell: &String| tag.replace_all(cell, "").replace("&#38;", "&").trim().to_owned();
    let bodies = all(r"(?s)<tbody>(.*?)</tbody>", page);
    let rows = bodies.iter().flat_map(|body| all(r"(?s)<tr>(.*?)</tr>", body));
    rows.map(|row| all(r"(?s)<t[hd][^>]*>(.*?)</t[hd]>", &row).iter().map(cell).collect()).collect()
}

/// A text without white space and soft hyphens.
fn packed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// The sample, served with the documents that the default options make.
fn sample(options: &[&str]) -> io::Result<Served> {
    let root = tempfile::tempdir()?;
    copy(&project().join("profiles"), &root.path().join("profiler"))?;
    OutputFolder::of_sample().place(&root.path().join("ud"))?;
    Served::of(root, options)
}

#[test]
fn the_pages_have_the_figures_of_the_booklet() -> io::Result<()> {
    let served = sample(&[])?;
    let page = |name: &str| -> io::Result<String> {
        let link = served.link("", &format!(r#"href="([^"]+/{name})""#))?;
        Ok(served.get(&link)?.text())
    };
    let booklet = packed(&pdf::text(&fs::read(served.root.path().join("ud/haefte-intern.pdf"))?).concat());
    let mut compared = 0;
    let mut compare = |cells: &[&String]| {
        let row = packed(&cells.iter().map(|cell| cell.as_str()).collect::<String>());
        assert!(booklet.contains(&row), "{cells:?}");
        compared += 1;
    };
    let needs = page("behov")?;
    let areas: Vec<Vec<String>> = rows(&needs).into_iter().filter(|row| row.len() == 7).collect();
    assert_eq!(areas.len(), 11);
    for row in &areas {
        compare(&row.iter().collect::<Vec<_>>());
    }
    for way in Regex::new(r"<li>([^<]+)</li>").expect("it is valid").captures_iter(&needs) {
        compare(&[&way[1].replace("&#38;", "&")]);
    }
    let money = page("penge")?;
    for row in rows(&money) {
        match &row[..] {
            [label, amount, days] => compare(&[label, amount, days]),
            // The title has areas and form under it; the stages are numbers under a bar.
            [_, _, _, stages, people, days, cost] => compare(&[stages, people, days, cost]),
            other => panic!("{other:?}"),
        }
    }
    let groups = page("hold")?;
    let weeks = rows(&groups);
    assert!(weeks.len() > 4, "{weeks:?}");
    for row in &weeks {
        compare(&row.iter().collect::<Vec<_>>());
    }
    for line in Regex::new(r"<li>([^<]+)</li>").expect("it is valid").captures_iter(&groups) {
        // The booklet has the same sentences in two columns.
        for sentence in line[1].replace("&#38;", "&").replace("&#39;", "'").split(". ") {
            compare(&[&sentence.trim_end_matches('.').to_owned()]);
        }
    }
    assert!(compared > 100, "{compared}");
    // Nothing of what only a person and the leader may read.
    for page in [&needs, &money, &groups] {
        assert!(!page.contains("Overtager"), "{page}");
    }
    Ok(())
}

#[test]
fn figures_are_those_of_a_whole_group_or_none() -> io::Result<()> {
    let served = sample(&["--only", "Klithedeskolen"])?;
    let pages = ["behov", "hold", "penge"].map(|name| {
        let link = served.link("", &format!(r#"href="([^"]+/{name})""#)).expect("a tab");
        served.get(&link).expect("an answer").text()
    });
    assert!(!rows(&pages[0]).is_empty() && !pages[2].contains("udget"), "{}", pages[2]);
    assert!(pages.iter().all(|page| !page.contains("class=\"notice\"")), "{pages:?}");
    // Colleagues elsewhere are named only where they have agreed to teach.
    assert!(pages[1..].iter().all(|page| !page.contains("Lyngfjord Skole")), "{pages:?}");
    // One of two is not a group.
    let served = sample(&["--only", "Lone Havtorn"])?;
    let link = served.link("", r#"href="([^"]+/behov)""#)?;
    let page = served.get(&link)?.text();
    assert!(page.contains("en hel skole") && rows(&page).is_empty(), "{page}");
    Ok(())
}

#[test]
fn several_departments_are_compared_on_a_page_of_their_own() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    for (name, folder) in [("lille", "tests/broken/base"), ("stor", "profiles")] {
        copy(&project().join(folder), &root.path().join("profiler").join(name))?;
    }
    OutputFolder::of_sample().place(&root.path().join("ud/stor"))?;
    let served = Served::of(root, &[])?;
    let page = served.get("")?.text();
    let rows = rows(&page);
    assert_eq!(rows.len(), 3, "{page}");
    assert!(rows.iter().all(|row| row.len() == 11), "{rows:?}");
    let number = |row: usize, column: usize| rows[row][column].parse::<usize>().expect("a number");
    for column in [1, 4, 5, 6] {
        assert_eq!(number(0, column) + number(1, column), number(2, column), "{rows:?}");
    }
    assert_eq!((number(0, 1), number(1, 1)), (2, 25), "{rows:?}");
    assert!(rows[1][2].ends_with("\u{a0}af\u{a0}25") && rows[1][7].contains("kr."), "{rows:?}");
    Ok(())
}

#[test]
fn volumes_booklets_of_schools_and_files_to_print_are_linked_where_they_are() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), &root.path().join("profiler"))?;
    let (folder, out) = (root.path().join("profiler"), root.path().join("ud"));
    let args = ["build".as_ref(), folder.as_os_str(), "-o".as_ref(), out.as_os_str(), "--print".as_ref()];
    let output = crate::program::spind(args.into_iter().chain(["--opfoelgning".as_ref()]));
    assert!(output.status.success(), "{}", crate::program::said(&output));
    let served = Served::of(root, &["--per-school"])?;
    let link = served.link("", r#"href="([^"]+/aaret)""#)?;
    let page = served.get(&link)?.text();
    for title in [
        "hæftet for Nordskolen",
        "planerne for Skoleafdelingen, samlet til udskrift",
        "planerne for Sydskolen, samlet til udskrift",
    ] {
        assert!(page.contains(title), "{title}: {page}");
    }
    assert!(!page.contains("bind 1"), "{page}");
    let person = served.link("", r#"href="([^"]+/person/[0-9a-f]+)">Bente"#)?;
    let follow_up = served.link(&person, r#"id="open-follow-up" href="([^"]+)""#)?;
    assert_eq!(served.get(&follow_up)?.header("content-type"), "application/pdf");
    let calendar = served.link(&person, r#"id="get-calendar" href="([^"]+)""#)?;
    let calendar = served.get(&calendar)?;
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert!(calendar.text().starts_with("BEGIN:VCALENDAR\r\n"), "{}", calendar.text());
    Ok(())
}

#[test]
fn who_is_refused_reads_how_to_get_in() -> io::Result<()> {
    let served = Served::new(&[])?;
    let refused = served.ask("GET", &served.base, &[])?;
    assert_eq!(refused.status, 403);
    for part in ["Start programmet igen", "Kopiér den adresse"] {
        assert!(refused.text().contains(part), "{}", refused.text());
    }
    Ok(())
}

#[test]
fn only_those_who_are_asked_for_are_shown() -> io::Result<()> {
    let root = anna_and_documents()?;
    // A booklet from before would be on a page.
    fs::remove_dir_all(root.path().join("ud"))?;
    let served = Served::of(root, &["--only", "Nordskolen"])?;
    let all = served.get("")?.text();
    assert!(all.contains("Anna Vest") && !all.contains("Carl Dam"), "{all}");
    // Nor the others' problems, nor a booklet without them.
    fs::write(
        served.root.path().join("profiler/sydskolen/carl.yaml"),
        "navn: Carl Dam\nskole: Sydskolen\nx: 1\n",
    )?;
    served.save("skole: Nordskolen", "skole: Nordskoln")?;
    // She stays, although her school can't be known now.
    let people = served.until("", |page| page.contains("1 fejl"))?;
    assert!(people.contains("Anna Vest") && !people.contains("Carl Dam"), "{people}");
    let year = served.link("", r#"href="([^"]+/aaret)""#)?;
    let year = served.get(&year)?.text();
    assert!(!year.contains("carl") && !year.contains("/dokument/"), "{year}");
    Ok(())
}

#[test]
fn two_hundred_connections_stop_neither_the_building_nor_the_pages_for_long() -> io::Result<()> {
    let served = Served::new(&[])?;
    let _open: Vec<TcpStream> =
        (0..200).map(|_| TcpStream::connect(("127.0.0.1", served.port))).collect::<io::Result<_>>()?;
    let plan = served.root.path().join("ud/planer/nordskolen/anna.pdf");
    let before = fs::read(&plan)?;
    served.save("dansk: 3", "dansk: 2")?;
    let begun = Instant::now();
    while fs::read(&plan)? == before {
        assert!(begun.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(50));
    }
    // The server closes connections that send nothing.
    assert_eq!(served.get("")?.status, 200);
    Ok(())
}

/// Another program, which keeps connections open until it is stopped. On each it sends
/// `piece` again and again, and never reads.
fn besiege(port: u16, connections: usize, request: &[u8], piece: usize, stop: &AtomicBool) {
    let mut open: Vec<Option<(TcpStream, usize)>> = (0..connections).map(|_| None).collect();
    while !stop.load(Ordering::Relaxed) {
        let mut is_idle = true;
        for place in &mut open {
            let Some((stream, sent)) = place else {
                is_idle = false;
                *place = TcpStream::connect(("127.0.0.1", port)).ok().map(|stream| (stream, 0));
                let nonblocking = place.as_ref().map(|(stream, _)| stream.set_nonblocking(true));
                assert!(nonblocking.is_none_or(|set| set.is_ok()));
                continue;
            };
            let is_blocked = |error: &io::Error| error.kind() == io::ErrorKind::WouldBlock;
            let from = *sent % request.len().max(1);
            let to = request.len().min(from + piece);
            let written = if request.is_empty() { Ok(0) } else { stream.write(&request[from..to]) };
            let is_lost = match (written, stream.peek(&mut [0])) {
                (Err(error), _) if !is_blocked(&error) => true,
                (_, Ok(0)) => true,
                (_, Err(error)) if !is_blocked(&error) => true,
                (written, _) => {
                    let written = written.unwrap_or_default();
                    is_idle &= written == 0;
                    *sent += written;
                    false
                }
            };
            if is_lost {
                is_idle = false;
                *place = None;
            }
        }
        if is_idle {
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

/// Kilobytes that a program keeps in memory.
#[cfg(target_os = "linux")]
fn resident(program: &Child) -> io::Result<usize> {
    let status = fs::read_to_string(format!("/proc/{}/status", program.id()))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a running program");
    Ok(line.trim().trim_end_matches(" kB").parse().expect("a number"))
}

/// Ends an attack, also when an assertion fails: the scope would wait for it for ever.
struct StopOnDrop<'a>(&'a AtomicBool);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn clients_without_a_token_lock_no_one_out() -> io::Result<()> {
    let served = Served::new(&[])?;
    #[cfg(target_os = "linux")]
    let before = resident(&served.program)?;
    let flood = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n".repeat(2_000);
    let slow = format!("GET / HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nx: aaaaaaaaaaaaaaaaaaaaaaaa", served.port);
    let form = format!(
        "POST / HTTP/1.1\r\nhost: 127.0.0.1:{}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: 100\r\n\r\ntoken=",
        served.port
    );
    let attacks: [(&str, usize, &[u8], usize); 4] = [
        ("sends much and never reads", 140, &flood, usize::MAX / 2),
        ("says nothing", 300, b"", 1),
        ("sends one byte after the other", 200, slow.as_bytes(), 1),
        ("posts a form that never ends", 200, form.as_bytes(), form.len()),
    ];
    for (what, connections, request, piece) in attacks {
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| -> io::Result<()> {
            scope.spawn(|| besiege(served.port, connections, request, piece, &stop));
            let _stop = StopOnDrop(&stop);
            std::thread::sleep(Duration::from_millis(250));
            for _ in 0..10 {
                let begun = Instant::now();
                // A browser whose connection is dropped asks again.
                let asked = std::iter::repeat_with(|| {
                    let entered = served.ask("GET", &format!("/?token={}", served.token), &[])?;
                    Ok::<_, io::Error>((entered.status, served.get("")?.status))
                });
                let answered = asked
                    .inspect(|_| {
                        assert!(begun.elapsed() < Duration::from_secs(2), "{what}: {:?}", begun.elapsed())
                    })
                    .find_map(Result::ok);
                assert_eq!(answered, Some((303, 200)), "{what}");
                std::thread::sleep(Duration::from_millis(20));
            }
            Ok(())
        })?;
        #[cfg(target_os = "linux")]
        {
            let now = resident(&served.program)?;
            assert!(now < before + 50_000, "{what}: {before} kB → {now} kB");
        }
    }
    Ok(())
}

/// A browser that only notes the address that it should open.
#[cfg(unix)]
fn browser(root: &std::path::Path) -> io::Result<PathBuf> {
    use std::os::unix::fs::PermissionsExt;
    let browser = root.join("browser");
    let noted = root.join("opened");
    fs::write(
        &browser,
        format!("#!/bin/sh\nprintf %s \"$*\" > {0}.new && mv {0}.new {0}\n", noted.display()),
    )?;
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o700))?;
    Ok(browser)
}

#[cfg(unix)]
#[test]
fn the_file_that_opens_the_pages_is_its_owners_alone_and_lets_in_once() -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let root = anna_and_documents()?;
    let leads_on = Regex::new(r#"content="0;url=(/[0-9a-f]{64})""#).expect("it is valid");
    for is_used in [true, false] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_spind"))
            .args(["serve".as_ref(), root.path().join("profiler").as_os_str()])
            .args(["-o".as_ref(), root.path().join("ud").as_os_str(), "--lang".as_ref(), "da".as_ref()])
            .env("BROWSER", browser(root.path())?)
            .env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut said = String::new();
        BufReader::new(program.stdout.take().expect("it is piped")).read_line(&mut said)?;
        let begun = Instant::now();
        let opened = root.path().join("opened");
        while !opened.exists() {
            assert!(begun.elapsed() < PATIENCE, "no browser was started");
            std::thread::sleep(Duration::from_millis(20));
        }
        // All that others see of how the browser was started.
        let command_line = fs::read_to_string(&opened)?;
        fs::remove_file(&opened)?;
        let file = PathBuf::from(&command_line);
        let folder = file.parent().expect("it lies in a folder").to_owned();
        assert_eq!(fs::metadata(&file)?.permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(&folder)?.permissions().mode() & 0o777, 0o700);
        let page = fs::read_to_string(&file)?;
        let found = |pattern: &str| {
            let found =
                Regex::new(pattern).expect("it is valid").captures(&page).map(|found| found[1].to_owned());
            found.unwrap_or_else(|| panic!("no {pattern}: {page}"))
        };
        let port: u16 = found(r#"action="http://127\.0\.0\.1:(\d+)/""#).parse().expect("a port");
        let token = found(r#"name="token" value="([0-9a-f]{64})""#);
        assert!(found("(<button>[^<]+</button>)").contains("Åbn siden"), "without script too");
        assert!(!command_line.contains(&token) && !said.contains(&token), "{command_line} {said}");
        let post = |token: &str| {
            let form = format!("token={token}");
            send(
                port,
                &format!(
                    "POST / HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\norigin: null\r\nsec-fetch-site: cross-site\r\n\
                     sec-fetch-mode: navigate\r\nsec-fetch-dest: document\r\nconnection: close\r\n\
                     content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
                    form.len()
                ),
            )
        };
        let wrong = post(&"0".repeat(64))?;
        assert_eq!((wrong.status, wrong.header("set-cookie")), (403, ""));
        if is_used {
            let entered = post(&token)?;
            assert_eq!(entered.status, 200);
            let cookie = entered.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
            let base = leads_on.captures(&entered.text()).expect("it leads on")[1].to_owned();
            assert!(!file.exists() && !folder.exists(), "used, it is gone");
            let get = || {
                send(
                    port,
                    &format!(
                        "GET {base} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n"
                    ),
                )
            };
            assert_eq!(get()?.status, 200);
            assert!(!get()?.text().contains("er brugt to gange"));
            let again = post(&token)?;
            assert_eq!((again.status, again.header("set-cookie")), (403, ""));
            assert!(again.text().contains("er brugt to gange"), "{}", again.text());
            assert!(get()?.text().contains("er brugt to gange"), "whoever is in sees it too");
        }
        assert!(Command::new("kill").args(["-INT", &program.id().to_string()]).status()?.success());
        let ended = program.wait_with_output()?;
        assert_eq!(ended.status.code(), Some(0));
        assert!(!file.exists() && !folder.exists(), "at the end it is gone, too");
        let warned = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(warned.contains("er brugt to gange"), is_used, "{warned}");
    }
    Ok(())
}

#[test]
fn the_language_of_the_department_is_spoken_from_the_first_line() -> io::Result<()> {
    let served_in = |language: &str, options: &[&str]| -> io::Result<Served> {
        let root = tempfile::tempdir()?;
        copy(&project().join("tests/broken/base"), &root.path().join("profiler"))?;
        let settings = root.path().join("profiler/afdeling.yaml");
        let text = fs::read_to_string(&settings)?;
        assert!(text.contains("sprog: da"));
        fs::write(&settings, text.replace("sprog: da", language))?;
        Served::at_once(root, options)
    };
    for (language, options, tag) in [
        ("sprog: sv", &[][..], Tag::Sv),
        ("sprog: nb", &[], Tag::Nb),
        ("sprog: sv", &["--lang", "en"], Tag::En),
        ("", &[], Tag::Da),
    ] {
        let served = served_in(language, options)?;
        let words = Language::of(tag);
        let first = words.say("serve-address", &[("address", "".into())]);
        assert!(served.first_line.starts_with(first.trim()), "{}", served.first_line);
        let stranger = served.ask("GET", "/", &[])?;
        assert_eq!(stranger.status, 403);
        assert!(stranger.text().contains(&format!("lang=\"{}\"", tag.name())), "{}", stranger.text());
    }
    Ok(())
}

#[test]
fn a_port_that_is_taken_is_reported() -> io::Result<()> {
    let served = Served::new(&[])?;
    let port = served.port.to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_spind"))
        .args(["serve".as_ref(), served.root.path().join("profiler").as_os_str()])
        .args(["-o".as_ref(), served.root.path().join("ud2").as_os_str()])
        .args(["--no-open", "--port", &port, "--lang", "da"])
        .output()?;
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(&format!("Port {port} er optaget.")));
    Ok(())
}

#[cfg(unix)]
#[test]
fn interrupted_it_ends_quietly_and_closes_its_streams() -> io::Result<()> {
    let mut served = Served::new(&[])?;
    let mut stream = served.changes()?;
    let id = served.program.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status()?.success());
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest)?;
    assert!(String::from_utf8_lossy(&rest).ends_with("0\r\n\r\n"), "the stream was cut");
    assert_eq!(served.program.wait()?.code(), Some(0));
    Ok(())
}

/// A form of a page, as a browser would post it.
#[derive(Clone, Debug)]
struct Form {
    action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    /// The form on `page` whose address contains `action`, with all that is filled in.
    fn on(page: &str, action: &str) -> Self {
        let forms =
            Regex::new(r#"(?s)<form method="post" action="([^"]*)"[^>]*>(.*?)</form>"#).expect("it is valid");
        let found = forms.captures_iter(page).find(|found| found[1].contains(action));
        let found = found.unwrap_or_else(|| panic!("no form {action}: {page}"));
        let attribute = |tag: &str, name: &str| {
            let value = Regex::new(&format!(r#"\b{name}="([^"]*)""#)).expect("it is valid").captures(tag)?;
            Some(unescaped(&value[1]))
        };
        let mut fields = Vec::new();
        let checked = Regex::new(r"\schecked\b").expect("it is valid");
        let selected = Regex::new(r#"value="([^"]*)" selected"#).expect("it is valid");
        for tag in Regex::new(r"(?s)<input [^>]*>").expect("it is valid").find_iter(&found[2]) {
            let tag = tag.as_str();
            let is_choice = tag.contains(r#"type="radio""#) || tag.contains(r#"type="checkbox""#);
            if is_choice && !checked.is_match(tag) {
                continue;
            }
            fields.extend(attribute(tag, "name").zip(attribute(tag, "value")));
        }
        let selects = Regex::new(r#"(?s)<select [^>]*name="([^"]*)".*?</select>"#).expect("it is valid");
        for select in selects.captures_iter(&found[2]) {
            let chosen = selected.captures(&select[0]);
            fields
                .push((select[1].to_owned(), chosen.map(|chosen| unescaped(&chosen[1])).unwrap_or_default()));
        }
        Self { action: found[1].to_owned(), fields }
    }

    /// The form with other answers.
    fn with(mut self, answers: &[(&str, &str)]) -> Self {
        for (name, value) in answers {
            self.fields.retain(|(other, _)| other != name);
            self.fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self
    }

    fn body(&self) -> String {
        let coded = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
        };
        let pairs = self.fields.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

fn unescaped(text: &str) -> String {
    let marks = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    marks.iter().fold(text.to_owned(), |text, (code, mark)| text.replace(code, mark))
}

impl Served {
    /// Posts a form as one of the program's own pages does.
    fn post(&self, form: &Form) -> io::Result<Answer> {
        let origin = format!("http://127.0.0.1:{}", self.port);
        self.post_with(form, &[("origin", &origin)])
    }

    /// Posts a form with these headers besides host, cookie and type.
    fn post_with(&self, form: &Form, headers: &[(&str, &str)]) -> io::Result<Answer> {
        let mut all = vec![("host", format!("127.0.0.1:{}", self.port)), ("cookie", self.cookie.clone())];
        all.push(("content-type", "application/x-www-form-urlencoded".to_owned()));
        for (name, value) in headers {
            all.retain(|(other, _)| other != name);
            all.push((name, (*value).to_owned()));
        }
        let lines: String = all.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let body = form.body();
        let (path, length) = (&form.action, body.len());
        send(
            self.port,
            &format!(
                "POST {path} HTTP/1.1\r\n{lines}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
            ),
        )
    }

    /// The form at `path`, which begins with `/profil/`.
    fn form(&self, path: &str) -> io::Result<Form> {
        let page = self.get(path)?;
        assert_eq!(page.status, 200, "{path}: {page:?}");
        Ok(Form::on(&page.text(), path))
    }

    /// Chooses Anna's profile for this run.
    fn choose_anna(&self) -> io::Result<()> {
        let choose = self.link(&self.anna()?, r#"id="edit" href="([^"]+)""#)?;
        let answer = self.post(&self.form(&choose)?)?;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, format!("{}/profil", self.base).as_str())
        );
        Ok(())
    }

    fn text(&self) -> io::Result<String> {
        fs::read_to_string(self.profile())
    }
}

#[test]
fn the_form_changes_the_file_where_it_should_and_nothing_else() -> io::Result<()> {
    let served = Served::anna_alone()?;
    let with_notes = ANNA.replace("  dansk: 3\n", "  dansk: 3   # gættet\n  # økonomi kommer senere\n");
    fs::write(served.profile(), with_notes.replace('\n', "\r\n"))?;
    served.choose_anna()?;
    let page = served.get("/profil/niveauer")?.text();
    for part in ["Kan selv", "Ikke relevant", "Nødvendig", "id=\"radar\""] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let dansk = Regex::new(r#"id="omraade-(\d+)-title">Dansk"#).expect("it is valid");
    let dansk = dansk.captures(&page).expect("an area")[1].to_owned();
    let wanted = format!("omraade-{dansk}-oensket");
    let form = Form::on(&page, "/profil/niveauer").with(&[(&wanted, "4")]);
    let answer = served.post(&form)?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let expected = with_notes.replace("dansk: 3   #", "dansk: 3 til 4   #").replace('\n', "\r\n");
    assert_eq!(served.text()?, expected);
    let saved = served.get("/profil/niveauer?gemt=ja")?.text();
    assert!(saved.contains("Gemt i filen."), "{saved}");
    let undone = served.post(&Form::on(&saved, "/profil/fortryd"))?;
    assert_eq!(undone.status, 303, "a page that can be loaded again");
    assert!(undone.header("location").ends_with("/profil/niveauer?fortrudt=ja"), "{undone:?}");
    assert!(served.get("/profil/niveauer?fortrudt=ja")?.text().contains("Det er fortrudt."));
    assert_eq!(served.text()?, with_notes.replace('\n', "\r\n"));
    // The plan: a new line with a course, up, and away again.
    let line = served.form("/profil/linje/ny")?.with(&[
        ("linje-2-maal", "Kan: alt"),
        ("vej", "egne"),
        ("linje-2-aktivitet", "Læser"),
    ]);
    assert_eq!(served.post(&line)?.status, 303);
    assert!(
        served.text()?.contains("  - mål: \"Kan: alt\"\r\n    aktivitet: Læser\r\n"),
        "{}",
        served.text()?
    );
    assert_eq!(served.post(&served.form("/profil/plan")?.with(&[("do", "op-2")]))?.status, 303);
    assert_eq!(served.post(&served.form("/profil/plan")?.with(&[("do", "fjern-1")]))?.status, 303);
    assert_eq!(served.text()?, with_notes.replace('\n', "\r\n"));
    let consent = served.form("/profil/samtykke")?.with(&[("haefte", "ja")]);
    assert_eq!(served.post(&consent)?.status, 303);
    assert!(served.text()?.ends_with("samtykke:\r\n  hæfte: ja\r\n"), "{}", served.text()?);
    Ok(())
}

#[test]
fn only_own_pages_write_and_each_form_once() -> io::Result<()> {
    let served = Served::new(&[])?;
    served.choose_anna()?;
    let form = served.form("/profil/samtalen")?.with(&[("opfoelgning", "2026-07-01")]);
    let own = format!("http://127.0.0.1:{}", served.port);
    let attacks: [&[(&str, &str)]; 10] = [
        &[("origin", "http://example.org")],
        &[("origin", "null")],
        &[("origin", "http://127.0.0.1:1")],
        &[],
        &[("origin", &own), ("sec-fetch-site", "cross-site")],
        &[("origin", &own), ("sec-fetch-site", "same-site")],
        &[("origin", &own), ("content-type", "text/plain")],
        &[("origin", &own), ("cookie", "andet=1")],
        &[("origin", "http://example.org"), ("host", "example.org")],
        &[("origin", &own), ("host", "localhost")],
    ];
    for headers in attacks {
        let answer = served.post_with(&form, headers)?;
        assert!([403, 421].contains(&answer.status), "{headers:?}: {}", answer.status);
        assert_eq!(served.text()?, ANNA, "{headers:?}");
    }
    // Without a token of a form, or with that of nobody.
    for token in ["", &"0".repeat(64), &served.token] {
        let answer = served.post(&form.clone().with(&[("token", token)]))?;
        assert!(answer.text().contains("der er ikke gemt noget"), "{}", answer.text());
        assert_eq!(served.text()?, ANNA);
    }
    assert_eq!(served.post(&form)?.status, 303);
    let saved = ANNA.replace("2026-06-15", "2026-07-01");
    assert_eq!(served.text()?, saved);
    // Replayed, it leads to the page and writes nothing.
    fs::write(served.profile(), ANNA)?;
    assert_eq!(served.post(&form)?.status, 303);
    assert_eq!(served.text()?, ANNA);
    // No path is taken from an address or a field.
    for path in [
        "/profil/..%2f..%2fafdeling.yaml",
        "/profil/linje/..%2f0",
        "/profil/linje/99999999999999999999",
        "/profil/vaelg/nordskolen%2fbente.yaml",
        "/profil/x",
    ] {
        let attack = Form { action: format!("{}{path}", served.base), fields: form.fields.clone() };
        assert!([400, 404].contains(&served.post(&attack)?.status), "{path}");
        assert!([400, 404].contains(&served.get(path)?.status), "{path}");
    }
    let huge = form.clone().with(&[("opfoelgning", &"x".repeat(4_000_000))]);
    assert!(served.post(&huge).map_or(413, |answer| answer.status) == 413);
    assert_eq!(served.text()?, ANNA);
    // Another profile is another run.
    let other = served.link("", r#"href="([^"]+/person/[0-9a-f]+)">Bente"#)?;
    let page = served.get(&other)?.text();
    assert!(page.contains("En anden profil er valgt."), "{page}");
    let id = other.rsplit('/').next().unwrap_or_default().to_owned();
    assert!(served.get(&format!("/profil/vaelg/{id}"))?.text().contains("En anden profil er valgt."));
    Ok(())
}

#[test]
fn a_double_click_adds_one_line() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    for round in 0..10 {
        let goal = format!("Mål {round}");
        let form = served.form("/profil/linje/ny")?;
        let line = form.fields.iter().find_map(|(name, _)| name.strip_suffix("-maal").map(str::to_owned));
        let form = form.with(&[(&format!("{}-maal", line.expect("a goal")), &goal)]);
        std::thread::scope(|scope| {
            let posts: Vec<_> =
                (0..3).map(|_| scope.spawn(|| served.post(&form).map(|answer| answer.status))).collect();
            for post in posts {
                assert_eq!(post.join().expect("it ends").expect("an answer"), 303);
            }
        });
        let found = served.text()?.matches(&format!("mål: {goal}")).count();
        assert_eq!(found, 1, "{}", served.text()?);
    }
    Ok(())
}

#[test]
fn nothing_is_written_where_pages_only_show() -> io::Result<()> {
    let served = Served::new(&["--read-only"])?;
    let page = served.get(&served.anna()?)?.text();
    assert!(!page.contains("/profil") && page.contains("Der kan ikke rettes noget her"), "{page}");
    for path in ["/profil", "/profil/niveauer", "/profil/ny", "/profil/radar"] {
        assert_eq!(served.get(path)?.status, 404, "{path}");
        let attack = Form { action: format!("{}{path}", served.base), fields: Vec::new() };
        assert_eq!(served.post(&attack)?.status, 405, "{path}");
    }
    Ok(())
}

#[test]
fn a_file_changed_meanwhile_is_merged_and_asked_about() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let form = served
        .form("/profil/linje/0")?
        .with(&[("linje-0-maal", "Kende budgettet godt"), ("linje-0-status", "i gang")]);
    // The same line in Notepad, after another one.
    let edited = ANNA
        .replace("plan:\n", "plan:\n  - mål: Nyt # fra Notesblok\n")
        .replace("status: aftalt", "status: tilmeldt");
    fs::write(served.profile(), &edited)?;
    let question = served.post(&form)?;
    assert_eq!(question.status, 200);
    let page = question.text();
    for part in ["Filen er rettet et andet sted imens", "Du skrev: i gang", "I filen står nu: tilmeldt"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(served.text()?, edited, "nothing is written before the choice");
    // No choice is no answer.
    let again = served.post(&Form::on(&page, "/profil/linje/1"))?.text();
    for part in ["Vælg, hvad der skal stå.", "Du skrev: i gang", "I filen står nu: tilmeldt"] {
        assert!(again.contains(part), "{part}: {again}");
    }
    assert_eq!(served.text()?, edited, "nothing is written before the choice");
    let chosen = Form::on(&again, "/profil/linje/1").with(&[("linje-1-status", "i gang")]);
    let answer = served.post(&chosen)?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let expected =
        edited.replace("mål: Kende budgettet\n", "mål: Kende budgettet godt\n").replace("tilmeldt", "i gang");
    assert_eq!(served.text()?, expected);
    // A line that is gone is offered as a new one.
    let form = served.form("/profil/linje/1")?.with(&[("linje-1-maal", "Helt andet")]);
    fs::write(served.profile(), ANNA.split("plan:").next().unwrap_or_default())?;
    let page = served.post(&form)?.text();
    assert!(page.contains("Linjen er fjernet fra filen imens"), "{page}");
    assert_eq!(served.post(&Form::on(&page, "/profil/linje/ny"))?.status, 303);
    assert!(served.text()?.contains("mål: Helt andet"), "{}", served.text()?);
    // Moving a line of a plan that has changed is not guessed.
    let form = served.form("/profil/plan")?.with(&[("do", "fjern-0")]);
    fs::write(served.profile(), &edited)?;
    assert!(served.post(&form)?.text().contains("Prøv igen."));
    assert_eq!(served.text()?, edited);
    Ok(())
}

#[test]
fn a_personal_number_is_refused_and_never_sent_back() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    for (path, field) in [
        ("/profil/niveauer", "omraade-0-bemaerkning"),
        ("/profil/linje/0", "linje-0-maal"),
        ("/profil/linje/ny", "linje-2-maal"),
        ("/profil/tekst", "tekst"),
    ] {
        let form = served.form(path)?.with(&[(field, "se 010190-1234 her")]);
        let answer = served.post(&form)?;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!shows_number(&answer.text()), "{path}: {}", answer.text());
        assert!(answer.text().contains("CPR"), "{path}: {}", answer.text());
        assert_eq!(served.text()?, ANNA, "{path}");
    }
    Ok(())
}

#[test]
fn a_field_that_was_not_edited_stays_as_it_is() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let long = "Kan bruge regneark ".repeat(200);
    let (long, number) = (long.trim(), "010190-1234");
    for (before, path, field, value, replaced) in [
        (
            ANNA.replace("Kende budgettet", long),
            "/profil/linje/0",
            "linje-0-frist",
            "2026-05-02",
            "2026-05-01",
        ),
        (
            ANNA.replace("Kende budgettet", &format!("Ring {number} om det")),
            "/profil/linje/0",
            "linje-0-frist",
            "2026-05-02",
            "2026-05-01",
        ),
        (
            ANNA.replace("Carl Dam", &format!("Carl {number}"))
                .replace("form: sidemandsoplæring", "form: nørkleri"),
            "/profil/linje/1",
            "linje-1-maal",
            "Nyt",
            "Få styr på kontoplanen",
        ),
        (
            ANNA.replace(
                "område: økonomi\n    kursus: 40094",
                &format!("område: {number}\n    kursus: '{number}'"),
            ),
            "/profil/linje/0",
            "linje-0-maal",
            "Nyt",
            "Kende budgettet",
        ),
        (
            ANNA.replace("status: aftalt", &format!("status: måske {number}")),
            "/profil/linje/0",
            "linje-0-maal",
            "Nyt",
            "Kende budgettet",
        ),
        // A mentor without a form, and a course with a mentor and a text.
        (
            ANNA.replace("    form: sidemandsoplæring\n", ""),
            "/profil/linje/1",
            "linje-1-maal",
            "Nyt",
            "Få styr på kontoplanen",
        ),
        (
            ANNA.replace("kursus: 40094", "kursus: 40094\n    hos: Carl Dam\n    aktivitet: Læser"),
            "/profil/linje/0",
            "linje-0-maal",
            "Nyt",
            "Kende budgettet",
        ),
        (
            ANNA.replace(
                "vigtighed: nødvendig",
                &format!("vigtighed: nødvendig\n    bemærkning: ring {number}"),
            ),
            "/profil/samtalen",
            "opfoelgning",
            "2026-07-01",
            "2026-06-15",
        ),
    ] {
        fs::write(served.profile(), &before)?;
        for shown in ["/profil/niveauer", "/profil/plan", path] {
            let page = served.get(shown)?.text();
            assert!(!shows_number(&page), "{shown}: {page}");
        }
        let answer = served.post(&served.form(path)?.with(&[(field, value)]))?;
        assert_eq!(answer.status, 303, "{before}: {}", answer.text());
        assert_eq!(served.text()?, before.replace(replaced, value));
    }
    // Beside the number, levels change too, and an edited text replaces it.
    let before =
        ANNA.replace("vigtighed: nødvendig", &format!("vigtighed: nødvendig\n    bemærkning: ring {number}"));
    fs::write(served.profile(), &before)?;
    let page = served.get("/profil/niveauer")?.text();
    assert!(page.contains("Nummeret vises som … her"), "{page}");
    let area = Regex::new(r#"name="(omraade-\d+)-bemaerkning" value="ring …""#).expect("it is valid");
    let area = area.captures(&page).expect("a masked remark")[1].to_owned();
    let form = Form::on(&page, "/profil/niveauer").with(&[(&format!("{area}-oensket"), "4")]);
    assert_eq!(served.post(&form)?.status, 303);
    assert_eq!(served.text()?, before.replace("ønsket: 3", "ønsket: 4"));
    let form = served.form("/profil/niveauer")?.with(&[(&format!("{area}-bemaerkning"), "ring snart")]);
    assert_eq!(served.post(&form)?.status, 303);
    assert!(served.text()?.contains("bemærkning: ring snart\n"), "{}", served.text()?);
    Ok(())
}

#[test]
fn too_long_a_text_is_refused_at_its_field() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    for (path, field) in [("/profil/linje/0", "linje-0-maal"), ("/profil/linje/ny", "linje-2-maal")] {
        let typed = "Ærø ".repeat(501);
        let answer = served.post(&served.form(path)?.with(&[(field, &typed)]))?;
        let page = answer.text();
        assert_eq!(answer.status, 200, "{path}");
        assert!(page.contains(&format!("id=\"{field}-fejl\"")) && page.contains("for lang"), "{page}");
        assert!(page.contains(typed.trim()), "what was typed stays");
        assert_eq!(served.text()?, ANNA);
    }
    Ok(())
}

#[test]
fn only_what_a_post_wrote_is_called_saved() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    // Refused, twice.
    let form = served.form("/profil/linje/0")?.with(&[("linje-0-frist", "snart")]);
    for _ in 0..2 {
        let answer = served.post(&form)?;
        assert_eq!(answer.status, 200);
        assert!(answer.text().contains("linje-0-frist-fejl"), "{}", answer.text());
    }
    // Corrected, with the same token.
    assert_eq!(served.post(&form.with(&[("linje-0-frist", "2026-05-02")]))?.status, 303);
    let saved = ANNA.replace("2026-05-01", "2026-05-02");
    assert_eq!(served.text()?, saved);
    // A conflict is asked about each time.
    let form = served.form("/profil/linje/0")?.with(&[("linje-0-maal", "Mit")]);
    fs::write(served.profile(), saved.replace("Kende budgettet", "Deres"))?;
    for _ in 0..2 {
        let answer = served.post(&form)?;
        assert!(answer.status == 200 && answer.text().contains("Du skrev: Mit"), "{}", answer.text());
    }
    // Other answers with a used token are shown, and not written.
    for (path, field) in [
        ("/profil/samtalen", "opfoelgning"),
        ("/profil/linje/0", "linje-0-succeskriterium"),
        ("/profil/tekst", "tekst"),
    ] {
        fs::write(served.profile(), ANNA)?;
        let text =
            |value: &str| if field == "tekst" { format!("{ANNA}# {value}\n") } else { value.to_owned() };
        let form = served.form(path)?.with(&[(field, &text("2026-07-01"))]);
        assert_eq!(served.post(&form)?.status, 303, "{path}");
        let saved = served.text()?;
        assert_eq!(served.post(&form)?.status, 303, "{path}");
        let other = served.post(&form.with(&[(field, &text("2026-07-02"))]))?;
        let page = other.text();
        assert_eq!(other.status, 200, "{path}");
        // Dates are shown as people type them.
        let shown = if path == "/profil/samtalen" { "2/7-2026" } else { "2026-07-02" };
        assert!(page.contains("er allerede gemt én gang") && page.contains(shown), "{page}");
        assert_eq!(served.text()?, saved);
        let again = Form::on(&page, path).with(&[(field, &text("2026-07-02"))]);
        if field != "tekst" {
            assert_eq!(served.post(&again)?.status, 303, "{path}");
            assert_eq!(served.text()?, saved.replace("2026-07-01", "2026-07-02"));
        }
    }
    // What is undone is not called saved.
    let page = served.get("/profil/samtalen?gemt=ja")?.text();
    let undo = Form::on(&page, "/profil/fortryd");
    for _ in 0..2 {
        let location = served.post(&undo)?.header("location").to_owned();
        assert!(location.ends_with("fortrudt=ja"), "{location}");
    }
    Ok(())
}

#[test]
fn a_conflict_with_a_personal_number_does_not_send_it_back() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let form = served.form("/profil/linje/0")?.with(&[("linje-0-maal", "Mit")]);
    let theirs = ANNA.replace("Kende budgettet", "Ring 010190-1234");
    fs::write(served.profile(), &theirs)?;
    let page = served.post(&form)?.text();
    assert!(page.contains("Ring …") && !shows_number(&page), "{page}");
    let kept = Form::on(&page, "/profil/linje/0").with(&[("linje-0-maal", "Ring …")]);
    assert_eq!(served.post(&kept)?.status, 303);
    assert_eq!(served.text()?, theirs);
    Ok(())
}

#[test]
fn a_remark_stays_where_no_level_is() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let before =
        ANNA.replace("vigtighed: nødvendig", "vigtighed: nødvendig\n    bemærkning: Til august # husk");
    let area = Regex::new(r#"name="(omraade-\d+)-bemaerkning" value="Til august""#).expect("it is valid");
    for (now, expected) in [("ikke-relevant", "nu: ikke relevant"), ("", "nu: ved ikke")] {
        fs::write(served.profile(), &before)?;
        let page = served.get("/profil/niveauer")?.text();
        let area = area.captures(&page).expect("a remark")[1].to_owned();
        let form = Form::on(&page, "/profil/niveauer").with(&[(&format!("{area}-nu"), now)]);
        let answer = served.post(&form)?;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(served.text()?, before.replace("nu: 1\n    ønsket: 3", expected));
    }
    fs::write(served.profile(), ANNA)?;
    for level in ["03", "+3", " 3 4"] {
        let page = served.post(&served.form("/profil/niveauer")?.with(&[("omraade-0-nu", level)]))?.text();
        assert!(page.contains("id=\"omraade-0-nu-fejl\""), "{level}: {page}");
        assert_eq!(served.text()?, ANNA);
    }
    Ok(())
}

#[test]
fn a_doubled_key_is_reported_at_its_field() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    fs::write(served.profile(), ANNA.replace("    status: aftalt\n", "    frist: 2026-05-02\n"))?;
    let page = served.get("/profil/linje/0")?.text();
    assert!(
        page.contains("id=\"linje-0-frist-fejl\"") && !page.contains("id=\"linje-0-maal-fejl\""),
        "{page}"
    );
    Ok(())
}

#[test]
fn the_text_page_keeps_line_ends_and_masked_lines() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    for line_end in ["\n", "\r\n", "\r"] {
        let before = format!("# ring 010190-1234\n{ANNA}");
        fs::write(served.profile(), before.replace('\n', line_end))?;
        let typed =
            before.replace("010190-1234", "…").replace("Skolesekretær", "Sekretær").replace('\n', "\r\n");
        let page = served.get("/profil/tekst")?.text();
        assert!(page.contains("# ring …") && !shows_number(&page), "{page}");
        let answer = served.post(&Form::on(&page, "/profil/tekst").with(&[("tekst", &typed)]))?;
        assert_eq!(answer.status, 303, "{line_end:?}: {}", answer.text());
        assert_eq!(served.text()?, before.replace("Skolesekretær", "Sekretær").replace('\n', line_end));
    }
    Ok(())
}

#[test]
fn comments_above_a_line_move_with_it_and_stay_without_it() -> io::Result<()> {
    let served = Served::anna_alone()?;
    let before = ANNA
        .replace("  - mål: Kende", "  # fra mus\n  - mål: Kende")
        .replace("  - mål: Få", "  # aftalt med Carl\n  - mål: Få");
    fs::write(served.profile(), &before)?;
    served.choose_anna()?;
    let (head, rest) = before.split_once("plan:\n").expect("a plan");
    let (first, rest) = rest.split_once("  # aftalt").expect("two lines");
    let (second, tail) = rest.split_once("opfølgning").expect("a last key");
    assert_eq!(served.post(&served.form("/profil/plan")?.with(&[("do", "ned-0")]))?.status, 303);
    assert_eq!(served.text()?, format!("{head}plan:\n  # aftalt{second}{first}opfølgning{tail}"));
    assert_eq!(served.post(&served.form("/profil/plan")?.with(&[("do", "fjern-0")]))?.status, 303);
    assert_eq!(served.text()?, format!("{head}plan:\n  # aftalt med Carl\n\n{first}opfølgning{tail}"));
    Ok(())
}

#[test]
fn a_file_that_is_no_yaml_opens_as_text_and_is_corrected_there() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let broken = ANNA.replace("  dansk: 3\n", "  dansk 3\n").replace('\n', "\r\n");
    fs::write(served.profile(), &broken)?;
    let page = served.get("/profil/niveauer")?.text();
    assert!(page.contains("<textarea id=\"tekst\"") && page.contains("<mark>"), "{page}");
    let form = served.form("/profil/tekst")?.with(&[("tekst", &ANNA.replace('\n', "\r\n"))]);
    assert_eq!(served.post(&form)?.status, 303);
    assert_eq!(served.text()?, ANNA.replace('\n', "\r\n"));
    let check =
        Form { action: format!("{}/profil/tjek", served.base), fields: vec![("tekst".to_owned(), broken)] };
    assert!(served.post(&check)?.text().contains("fejl"));
    // Changed elsewhere, both are shown.
    let form = served.form("/profil/tekst")?.with(&[("tekst", "navn: Anna Vest\n")]);
    fs::write(served.profile(), ANNA)?;
    let page = served.post(&form)?.text();
    assert!(
        page.contains("Det, der står i filen nu") && page.contains("navn: Anna Vest\n</textarea>"),
        "{page}"
    );
    assert_eq!(served.text()?, ANNA);
    Ok(())
}

#[test]
fn a_signed_plan_is_changed_after_a_warning_only() -> io::Result<()> {
    let served = Served::anna_alone()?;
    let signed = Command::new(env!("CARGO_BIN_EXE_spind"))
        .args(["sign".as_ref(), served.profile().as_os_str()])
        .args(["--as", "leder"])
        .env("SOURCE_DATE_EPOCH", SOURCE_DATE_EPOCH)
        .stdin(Stdio::null())
        .output()?;
    assert!(signed.status.success(), "{signed:?}");
    served.choose_anna()?;
    let anna = served.anna()?;
    served.until(&anna, |page| page.contains("noteret som underskrevet"))?;
    // What no code covers needs no warning.
    let form = served.form("/profil/linje/0")?.with(&[("linje-0-status", "i gang")]);
    assert_eq!(served.post(&form)?.status, 303);
    fs::write(served.profile(), ANNA)?;
    let form = served.form("/profil/samtalen")?.with(&[("opfoelgning", "2026-07-01")]);
    let question = served.post(&form)?.text();
    assert!(question.contains("Planen er noteret som underskrevet"), "{question}");
    assert_eq!(served.text()?, ANNA);
    assert_eq!(served.post(&Form::on(&question, "/profil/samtalen"))?.status, 303);
    assert_eq!(served.text()?, ANNA.replace("2026-06-15", "2026-07-01"));
    Ok(())
}

#[test]
fn a_leader_writes_their_own_view_and_gives_no_consent() -> io::Result<()> {
    let leader = tempfile::tempdir()?;
    let root = anna_and_documents()?;
    let unsigned = ANNA.replace("aftalt: 2025-12-03\n", "");
    fs::write(root.path().join("profiler").join(PROFILE), &unsigned)?;
    // A view beside the profile, which is shown on no page.
    fs::write(root.path().join("profiler/nordskolen/anna.leder.yaml"), "vurdering:\n  dansk: 1\n")?;
    let leader_folder = leader.path().display().to_string();
    let served = Served::of(root, &["--leder", &leader_folder, "--only", "Anna Vest"])?;
    served.choose_anna()?;
    let consent = served.get("/profil/samtykke")?;
    assert_eq!(consent.status, 404);
    let talk = served.form("/profil/samtalen")?;
    for path in ["/profil/samtykke", "/profil/tekst"] {
        let fields = talk.clone().with(&[("haefte", "ja"), ("tekst", "navn: x")]).fields;
        assert_eq!(
            served.post(&Form { action: format!("{}{path}", served.base), fields })?.status,
            404,
            "{path}"
        );
    }
    let page = served.get("/profil/vurdering")?.text();
    assert!(page.contains("Medarbejderens eget: 1 → 3"), "{page}");
    let area = Regex::new(r#"id="omraade-(\d+)-title">Dansk"#)
        .expect("it is valid")
        .captures(&page)
        .expect("an area")[1]
        .to_owned();
    let name = format!("vurdering-{area}");
    let form = Form::on(&page, "/profil/vurdering");
    assert!(form.fields.iter().all(|(other, value)| *other != name || value.is_empty()), "{form:?}");
    // An unknown level is refused at its area.
    let refused = served.post(&form.clone().with(&[(&name, "17")]))?;
    assert!(refused.status == 200 && refused.text().contains(&format!("id=\"{name}-fejl\"")), "{refused:?}");
    assert_eq!(served.post(&form.with(&[(&name, "2")]))?.status, 303);
    let own = leader.path().join("nordskolen/anna.leder.yaml");
    assert_eq!(fs::read_to_string(&own)?, "vurdering:\n  dansk: 2\n");
    assert_eq!(served.text()?, unsigned, "never in the profile");
    let early = served.get("/profil/underskrift")?.text();
    assert!(early.contains("ikke aftalt endnu") && early.contains(r#"class="steps""#), "{early}");
    assert!(early.matches("/profil/samtalen").count() == 2, "a link in the notice too: {early}");
    // The plan is agreed after a question, and both signatures are noted.
    let talk = served.form("/profil/samtalen")?.with(&[("aftalt", "2025-12-03")]);
    let question = served.post(&talk)?.text();
    assert!(question.contains("er et kursus uden afløser"), "{question}");
    assert_eq!(served.post(&Form::on(&question, "/profil/samtalen"))?.status, 303);
    assert_eq!(served.text()?, ANNA);
    let page = served.get("/profil/underskrift")?.text();
    let code = Regex::new(r"Aftalekoden er ([^<]+)<").expect("it is valid").captures(&page).expect("a code")
        [1]
    .to_owned();
    for (signer, code) in [("leder", code.as_str()), ("medarbejder", "")] {
        let form = served.form("/profil/underskrift")?.with(&[
            ("underskriver", signer),
            ("kode", code),
            ("dato", "4/12-2025"),
        ]);
        let answer = served.post(&form)?;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    // Without waiting for the next build.
    let page = served.get("/profil/underskrift?gemt=ja")?.text();
    assert!(page.contains("Underskriften er noteret.") && !page.contains("ikke noteret"), "{page}");
    let talk = served.form("/profil/samtalen")?.with(&[("opfoelgning", "2026-08-01")]);
    assert!(served.post(&talk)?.text().contains("Planen er noteret som underskrevet"));
    // What has changed since is said with what it is.
    fs::write(served.profile(), ANNA.replace("frist: 2026-05-01", "frist: 2026-05-08"))?;
    let page = served.get("/profil/underskrift")?.text();
    for part in ["Planen er ændret, siden den blev noteret som underskrevet:", "Kende budgettet: frist"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    fs::write(served.profile(), ANNA)?;
    let record = fs::read_to_string(served.profile().with_extension("underskrift"))?;
    assert!(
        record.contains("som: leder")
            && record.contains("som: medarbejder")
            && record.contains("dato: 2025-12-04"),
        "{record}"
    );
    assert!(
        record.contains("kode_sammenlignet: ja") && record.contains("kode_sammenlignet: nej"),
        "{record}"
    );
    let wrong = served.form("/profil/underskrift")?.with(&[
        ("underskriver", "leder"),
        ("dato", "4/12-2025"),
        ("kode", "6S9J NEJ2 1ZEZ A367 FJ4K Q0TQ ="),
    ]);
    let page = served.post(&wrong)?.text();
    assert!(page.contains(r##"<a href="#kode">"##) && page.contains("Papiret har en anden kode"), "{page}");
    let kept = Form::on(&page, "/profil/underskrift");
    for field in [("underskriver", "leder"), ("dato", "4/12-2025")] {
        assert!(kept.fields.contains(&(field.0.to_owned(), field.1.to_owned())), "{kept:?}");
    }
    Ok(())
}

#[test]
fn a_new_profile_is_made_and_chosen() -> io::Result<()> {
    let served = Served::new(&[])?;
    let page = served.get("/profil/ny")?.text();
    let school = Regex::new(r#"value="([0-9a-f]+-\d+)">Nordskolen"#)
        .expect("it is valid")
        .captures(&page)
        .expect("a school")[1]
        .to_owned();
    let wrong =
        served.post(&Form::on(&page, "/profil/ny").with(&[("navn", "Anna Vest"), ("skole", &school)]))?;
    assert!(wrong.text().contains("Der er allerede en profil"), "{}", wrong.text());
    let form = Form::on(&wrong.text(), "/profil/ny").with(&[("navn", "Dorte Eng"), ("skole", &school)]);
    assert_eq!(served.post(&form)?.status, 303);
    let path = served.profile().with_file_name("dorte-eng.yaml");
    let before = fs::read_to_string(&path)?;
    assert!(served.get("/profil/niveauer")?.text().contains("Dorte Eng"), "named before the next build");
    served.until("", |page| page.contains("Dorte Eng"))?;
    let form = served.form("/profil/niveauer")?.with(&[("omraade-0-nu", "2"), ("omraade-0-oensket", "3")]);
    assert_eq!(served.post(&form)?.status, 303);
    let after = fs::read_to_string(&path)?;
    let changed: Vec<(&str, &str)> =
        before.lines().zip(after.lines()).filter(|(one, other)| one != other).collect();
    assert_eq!(before.lines().count(), after.lines().count(), "{after}");
    assert!(matches!(changed[..], [(_, line)] if line.ends_with(": 2 til 3")), "{changed:?}");
    Ok(())
}

#[test]
fn about_me_changes_position_leader_roles_and_courses() -> io::Result<()> {
    let served = Served::anna_alone()?;
    let before = ANNA
        .replace("stilling: Skolesekretær\n", "stilling: Skolesekretær # fast\nroller: front # mest\n")
        .replace("profil:\n", "gennemførte_kurser:\n  - 40094 # i foråret\n  - Et gammelt kursus\nprofil:\n");
    fs::write(served.profile(), &before)?;
    served.choose_anna()?;
    let page = served.get("/profil/om-mig")?.text();
    for part in ["Skolesekretær", "Frontmedarbejder", "Skolens ansigt udadtil.", "Et gammelt kursus"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // Untouched, nothing is written, and nothing is called saved.
    let form = || served.form("/profil/om-mig");
    let answer = served.post(&form()?)?;
    assert_eq!((answer.status, served.text()?), (303, before.clone()), "{}", answer.text());
    let page = served.get("/profil/om-mig?gemt=nej")?.text();
    assert!(page.contains("Der var ikke noget nyt at gemme.") && !page.contains("Gemt i filen."), "{page}");
    // A course is found, also without script, and stays ticked.
    let found = served.post(&form()?.with(&[("do", "soeg"), ("soeg", "45948")]))?.text();
    let found = Form::on(&found, "/profil/om-mig");
    assert!(found.fields.contains(&("gennemfoert".to_owned(), "40094".to_owned())), "{found:?}");
    let script = served.get("/profil/kurser?gennemfoert=40094&soeg=45948")?.text();
    assert!(
        script.contains(r#"value="45948""#) && script.contains(r#"value="Et gammelt kursus""#),
        "{script}"
    );
    let mut form = found.with(&[("stilling", "Ledende: sekretær"), ("leder", "Eva Holm"), ("roller", "1")]);
    form.fields.retain(|(name, value)| name != "gennemfoert" || value == "40094");
    form.fields.push(("gennemfoert".to_owned(), "45948".to_owned()));
    let answer = served.post(&form)?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let after = before
        .replace("stilling: Skolesekretær #", "stilling: \"Ledende: sekretær\" #")
        .replace("roller: front #", "roller: økonomi #")
        .replace("  - Et gammelt kursus\n", "  - 45948\n")
        .replace("roller:", "leder: Eva Holm\nroller:");
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&served.text()?), sorted(&after), "{}", served.text()?);
    // Courses of both sides are kept without a question, and no key is left of an empty answer.
    let form = served.form("/profil/om-mig")?.with(&[("leder", ""), ("stilling", "")]);
    let mut form = Form { fields: form.fields, ..form };
    form.fields.push(("gennemfoert".to_owned(), "erfa-it".to_owned()));
    fs::write(served.profile(), served.text()?.replace("  - 45948\n", ""))?;
    let answer = served.post(&form)?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let text = served.text()?;
    assert!(text.contains("- erfa-it\n") && !text.contains("45948"), "{text}");
    assert!(!text.contains("leder: Eva") && !text.contains("stilling:"), "{text}");
    // No personal number.
    for (field, value) in
        [("stilling", "010190-1234"), ("leder", "Bo 010190-1234"), ("gennemfoert", "se 010190-1234")]
    {
        let page = served.post(&served.form("/profil/om-mig")?.with(&[(field, value)]))?.text();
        assert!(page.contains(&format!("id=\"{field}-fejl\"")) && !shows_number(&page), "{page}");
        assert_eq!(served.text()?, text);
    }
    // A problem in the file is at its field.
    fs::write(served.profile(), ANNA.replace("profil:\n", "roller: [frontt]\nprofil:\n"))?;
    let page = served.get("/profil/om-mig")?.text();
    assert!(page.contains("id=\"roller-fejl\"") && page.contains("frontt"), "{page}");
    Ok(())
}

#[test]
fn a_dated_note_is_added_to_a_line_and_taken_away() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let path = "/profil/linje/0";
    // A text without a note, and a day without one.
    assert_eq!(served.post(&served.form(path)?)?.status, 303);
    assert_eq!(served.text()?, ANNA);
    let refused = served.form(path)?.with(&[("linje-0-note", "Godt i gang"), ("linje-0-note-dato", "snart")]);
    let page = served.post(&refused)?.text();
    assert!(
        page.contains("id=\"linje-0-note-dato-fejl\"") && page.contains("value=\"Godt i gang\""),
        "{page}"
    );
    let corrected = Form::on(&page, path).with(&[("linje-0-note-dato", "1. februar 2027")]);
    let answer = served.post(&corrected)?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let note = "    noter:\n      - dato: 2027-02-01\n        note: Godt i gang\n";
    let with_note = ANNA.replace("    status: aftalt\n", &format!("    status: aftalt\n{note}"));
    assert_eq!(served.text()?, with_note);
    let page = served.get(path)?.text();
    assert!(page.contains("1/2-2027: Godt i gang"), "{page}");
    // Two notes from two sides are both kept.
    let form = served.form(path)?.with(&[("linje-0-note", "Min"), ("linje-0-note-dato", "2/2-2027")]);
    let theirs = with_note.replace(note, &format!("{note}      - {{dato: 2027-02-03, note: Deres}}\n"));
    fs::write(served.profile(), &theirs)?;
    let answer = served.post(&form)?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    for part in ["note: Deres}", "dato: 2027-02-02\n        note: Min\n"] {
        assert!(served.text()?.contains(part), "{}", served.text()?);
    }
    let cpr = served.form(path)?.with(&[("linje-0-note", "ring 010190-1234")]);
    let page = served.post(&cpr)?.text();
    assert!(page.contains("id=\"linje-0-note-fejl\"") && !shows_number(&page), "{page}");
    let mut form = served.form(path)?;
    form.fields.retain(|(name, _)| name != "linje-0-noter");
    assert_eq!(served.post(&form)?.status, 303);
    assert_eq!(served.text()?, ANNA);
    Ok(())
}

#[test]
fn a_wish_that_goes_with_the_level_is_announced_and_named() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let page = served.get("/profil/niveauer")?.text();
    let area = Regex::new(r#"id="omraade-(\d+)-title">Økonomi"#).expect("it is valid");
    let area = area.captures(&page).expect("an area")[1].to_owned();
    // For the one area with another wanted level, at both answers without a level.
    assert_eq!(page.matches("Fjerner det ønskede niveau").count(), 2, "{page}");
    let form = Form::on(&page, "/profil/niveauer").with(&[(&format!("omraade-{area}-nu"), "ikke-relevant")]);
    let answer = served.post(&form)?;
    assert!(answer.header("location").ends_with("/profil/niveauer?gemt=ja"), "{answer:?}");
    let page = served.get("/profil/niveauer?gemt=ja")?.text();
    assert!(page.contains("Det ønskede niveau er fjernet: Økonomi"), "{page}");
    // Loaded again, the page announces nothing, and can still be undone.
    let page = served.get("/profil/niveauer?gemt=ja")?.text();
    assert!(
        !page.contains("Gemt i filen.") && !page.contains("er fjernet") && page.contains("/fortryd"),
        "{page}"
    );
    Ok(())
}

#[test]
fn an_untouched_new_line_is_not_called_saved() -> io::Result<()> {
    let served = Served::new(&[])?;
    served.choose_anna()?;
    let answer = served.post(&served.form("/profil/linje/ny")?)?;
    let shown = answer.header("location").rsplit_once("/profil").expect("a page").1.to_owned();
    let page = served.get(&format!("/profil{shown}"))?.text();
    assert!(page.contains("Der var ikke noget nyt at gemme.") && !page.contains("Gemt i filen."), "{page}");
    assert!(!page.contains("/fortryd"), "{page}");
    assert_eq!(served.text()?, ANNA);
    Ok(())
}

#[test]
fn courses_are_courses_and_areas_have_the_numbers_of_the_radar() -> io::Result<()> {
    let served = Served::new(&[])?;
    served.choose_anna()?;
    // A group that shares experience is another way, with an answer of its own.
    let page = served.get("/profil/kurser?linje=0&soeg=erfa")?.text();
    assert!(!page.contains("erfa-it"), "{page}");
    assert!(served.get("/profil/kurser?gennemfoert=&soeg=erfa")?.text().contains("erfa-it"));
    assert!(served.get("/profil/niveauer")?.text().contains(r#"-title">Dansk<"#));
    let root = tempfile::tempdir()?;
    copy(&project().join("tests/departments/twenty-four-areas"), &root.path().join("profiler"))?;
    let served = Served::of(root, &["--only", "Grethe Damsbo"])?;
    let person = served.link("", r#"href="([^"]+/person/[0-9a-f]+)""#)?;
    let choose = served.link(&person, r#"id="edit" href="([^"]+)""#)?;
    assert_eq!(served.post(&served.form(&choose)?)?.status, 303);
    let page = served.get("/profil/niveauer")?.text();
    assert!(
        page.contains(r#"id="omraade-0-title">1 "#) && page.contains(r#"id="omraade-23-title">24 "#),
        "{page}"
    );
    Ok(())
}

#[test]
fn an_unclear_consent_is_asked_about_and_a_withdrawn_one_is_not() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let form = || served.form("/profil/samtykke");
    let page = served.post(&form()?.with(&[("oplaerer", "nogle")]))?.text();
    assert!(page.contains("Vælg mindst ét område") && page.contains(r##"href="#oplaerer-0""##), "{page}");
    assert!(Form::on(&page, "/samtykke").fields.contains(&("oplaerer".to_owned(), "nogle".to_owned())));
    for answer in ["nej", "ja"] {
        let page = served.post(&form()?.with(&[("oplaerer", answer), ("oplaerer-omraade", "1")]))?.text();
        assert!(page.contains("passer ikke sammen"), "{page}");
        let shown = Form::on(&page, "/samtykke").fields;
        assert!(shown.contains(&("oplaerer-omraade".to_owned(), "1".to_owned())), "{shown:?}");
    }
    assert_eq!(served.text()?, ANNA);
    let some = form()?.with(&[("oplaerer", "nogle"), ("oplaerer-omraade", "1")]);
    assert_eq!(served.post(&some)?.status, 303);
    let consented = served.text()?;
    assert_ne!(consented, ANNA);
    // The areas are still ticked.
    assert_eq!(served.post(&form()?.with(&[("oplaerer", "nej")]))?.status, 303);
    assert!(served.text()?.contains("nej"), "{}", served.text()?);
    Ok(())
}

#[test]
fn what_was_typed_counts_as_unsaved_and_a_future_agreement_is_warned_about() -> io::Result<()> {
    let root = anna_and_documents()?;
    let late = ANNA.replace("aftalt: 2025-12-03", "aftalt: 2027-12-03");
    fs::write(root.path().join("profiler").join(PROFILE), late)?;
    let leader = tempfile::tempdir()?;
    let leader = leader.path().display().to_string();
    let served = Served::of(root, &["--leder", &leader, "--only", "Anna Vest"])?;
    served.choose_anna()?;
    let page = served.get("/profil/samtalen")?.text();
    assert!(page.contains(r#"id="aftalt-fejl""#) && page.contains(r#"value="3/12-2027""#), "{page}");
    let line = served.get("/profil/linje/ny")?.text();
    assert!(!line.contains("data-changed"), "{line}");
    let first = Regex::new(r#"<button[^>]* value="([^"]*)""#).expect("it is valid");
    assert_eq!(&first.captures(&line).expect("a button")[1], "gem", "what Enter presses");
    let found =
        served.post(&Form::on(&line, "/profil/linje/ny").with(&[("do", "soeg"), ("soeg", "budget")]))?;
    assert!(found.text().contains("data-changed"), "{}", found.text());
    // After an error the radar shows the answers.
    let wrong = served.form("/profil/niveauer")?.with(&[("omraade-0-nu", "1"), ("omraade-1-oensket", "99")]);
    let page = served.post(&wrong)?.text();
    assert!(page.contains("/profil/radar?nu=1,"), "{page}");
    Ok(())
}

#[test]
fn two_pages_and_an_editor_lose_nothing() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let rounds = crate::cases::scaled(20);
    // Posts until it is saved, as a user would; a page that asks shows what was typed again.
    let save = |path: &str, field: &str, value: &str| -> io::Result<()> {
        let mut form = served.form(path)?.with(&[(field, value)]);
        loop {
            let answer = served.post(&form)?;
            match answer.status {
                303 => return Ok(()),
                200 => form = Form::on(&answer.text(), path).with(&[(field, value)]),
                other => panic!("{other}: {}", answer.text()),
            }
        }
    };
    for round in 0..rounds {
        let (goal, remark, note) =
            (format!("Mål {round}"), format!("Ord {round}"), format!("# note {round}\n"));
        let append = || -> io::Result<bool> {
            let before = fs::read(served.profile())?;
            let after = [before.as_slice(), note.as_bytes()].concat();
            spind::storage::exchange(&served.profile(), &before, &after)
        };
        std::thread::scope(|scope| {
            let one = scope.spawn(|| save("/profil/linje/0", "linje-0-maal", &goal));
            let other = scope.spawn(|| save("/profil/linje/1", "linje-1-succeskriterium", &remark));
            let editor = scope.spawn(|| -> io::Result<()> {
                loop {
                    match append() {
                        Ok(true) => return Ok(()),
                        Ok(false) => {}
                        // Windows refuses a file that another program has open, or that it is just
                        // replacing, and an editor tries again.
                        Err(error)
                            if cfg!(windows)
                                && matches!(
                                    error.kind(),
                                    io::ErrorKind::PermissionDenied | io::ErrorKind::NotFound
                                ) => {}
                        Err(error) => return Err(error),
                    }
                }
            });
            for each in [one, other, editor] {
                each.join().expect("it ends").expect("it is saved");
            }
        });
        let text = served.text()?;
        for part in [format!("mål: {goal}\n"), format!("succeskriterium: {remark}\n"), note.clone()] {
            assert!(text.contains(&part), "round {round}: {part}{text}");
        }
        assert_eq!(text.matches("# note").count(), round as usize + 1, "{text}");
    }
    Ok(())
}

#[test]
fn pages_wait_until_the_documents_are_made() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), &root.path().join("profiler"))?;
    fs::write(root.path().join("profiler").join(PROFILE), ANNA)?;
    // Another run is writing the documents.
    fs::create_dir_all(root.path().join("ud"))?;
    let lock = fs::File::create(root.path().join("ud/.spind.lock"))?;
    lock.lock()?;
    let profile = root.path().join("profiler").join(PROFILE).display().to_string();
    let served = Served::at_once(root, &["--edit", &profile])?;
    for path in ["", "/profil/niveauer", "/profil/ny"] {
        let page = served.get(path)?.text();
        for part in [r#"data-page="waiting""#, "<h1>Dokumenterne bliver lavet</h1>"] {
            assert!(page.contains(part), "{path}: {part}: {page}");
        }
        // Without script it asks again by itself.
        assert!(page.contains(r#"<noscript><meta http-equiv="refresh""#), "{path}: {page}");
        if !path.is_empty() {
            assert!(
                page.contains(&format!(r#"<a href="{}">Til forsiden</a>"#, served.base)),
                "{path}: {page}"
            );
        }
    }
    drop(lock);
    served.until("/profil/niveauer", |page| page.contains(r#"data-page="form""#))?;
    assert!(served.get("")?.text().contains("Anna Vest"));
    Ok(())
}

#[test]
fn a_page_that_is_not_there_leads_to_the_front() -> io::Result<()> {
    let served = Served::new(&[])?;
    let missing = served.get("/profil/findes-ikke")?;
    assert_eq!(missing.status, 404);
    let front = Regex::new(r#"<a id="home" href="([^"]+)">Til forsiden</a>"#).expect("it is valid");
    let front = front.captures(&missing.text()).expect("a link")[1].to_owned();
    assert_eq!(front, served.base);
    assert!(served.get("")?.text().contains("Anna Vest"));
    Ok(())
}

#[test]
fn the_text_page_marks_what_is_wrong() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let broken = ANNA.replace("  dansk: 3\n", "  dansk 3\n").replace("mus: 2025-12-02", "mus: snart");
    fs::write(served.profile(), &broken)?;
    let page = served.get("/profil/tekst")?.text();
    let places = |page: &str| {
        let places = Regex::new(
            r#"<figure data-line="(\d+)">[\s\S]*?<code>([^<]*)<mark>([^<]+)</mark>([^<]*)</code>"#,
        )
        .expect("it is valid");
        let found = places.captures_iter(page);
        found.map(|found| [1, 2, 3, 4].map(|part| found[part].to_owned())).collect::<Vec<_>>()
    };
    let found = places(&page);
    // The script marks the same text in the same line.
    for [line, before, marked, after] in &found {
        let line = line.parse::<usize>().expect("a number") - 1;
        assert_eq!(broken.lines().nth(line), Some(format!("{before}{marked}{after}").as_str()));
    }
    assert!(found.iter().any(|place| place[0] == "4" && place[2] == "snart"), "{found:?}");
    assert!(found.iter().any(|place| place[0] == "8"), "{found:?}");
    // And while it is typed.
    let typed = vec![("tekst".to_owned(), broken.replace("snart", "2. december 2025"))];
    let check = Form { action: format!("{}/profil/tjek", served.base), fields: typed };
    let found = places(&served.post(&check)?.text());
    assert_eq!(found.iter().map(|place| place[0].as_str()).collect::<Vec<_>>(), ["8"], "{found:?}");
    Ok(())
}

/// The value of a text field.
fn value_of(page: &str, name: &str) -> String {
    let form = Form::on(page, "/profil/");
    let value = form.fields.into_iter().find(|(field, _)| field == name);
    value.unwrap_or_else(|| panic!("no {name}: {page}")).1
}

#[test]
fn what_was_typed_stays_if_it_can_not_be_saved() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let away = served.profile().with_extension("gemt");
    for (path, field, typed, saved) in [
        ("/profil/samtalen", "opfoelgning", "1. juli 2026", "opfølgning: 2026-07-01"),
        ("/profil/om-mig", "stilling", "Ledende sekretær", "stilling: Ledende sekretær"),
        ("/profil/linje/1", "linje-1-maal", "Noget andet", "mål: Noget andet"),
        ("/profil/linje/ny", "linje-2-maal", "Noget nyt", "mål: Noget nyt"),
    ] {
        // It can't be read as fields, or not at all.
        for is_broken in [true, false] {
            fs::write(served.profile(), ANNA)?;
            let form = served.form(path)?.with(&[(field, typed)]);
            if is_broken {
                fs::write(served.profile(), ANNA.replace("navn:", "navn"))?;
            } else {
                fs::rename(served.profile(), &away)?;
            }
            let page = served.post(&form)?.text();
            for part in
                ["Det, du skrev, står her endnu.", " data-changed", "role=\"status\">Ikke gemt endnu<"]
            {
                assert!(page.contains(part), "{path}: {part}: {page}");
            }
            let shown = value_of(&page, field);
            assert!(shown == typed || shown == "1/7-2026", "{path}: {shown}");
            // With another change in the file that is back.
            fs::write(served.profile(), ANNA.replace("mus: 2025-12-02", "mus: 2025-12-09"))?;
            let answer = served.post(&Form::on(&page, path))?;
            assert_eq!(answer.status, 303, "{path}: {}", answer.text());
            let text = served.text()?;
            assert!(text.contains(saved) && text.contains("mus: 2025-12-09"), "{path}: {text}");
        }
    }
    // A text too, and after it was refused, it is not called changed elsewhere.
    fs::write(served.profile(), ANNA)?;
    let form =
        served.form("/profil/tekst")?.with(&[("tekst", &ANNA.replace("Skolesekretær", "010190-1234"))]);
    let page = served.post(&form)?.text();
    assert!(page.contains("Teksten har et CPR-nummer") && page.contains(" data-changed"), "{page}");
    let form =
        Form::on(&page, "/profil/tekst").with(&[("tekst", &ANNA.replace("Skolesekretær", "Sekretær"))]);
    fs::rename(served.profile(), &away)?;
    let page = served.post(&form)?.text();
    assert!(page.contains("Filen kan ikke læses.") && page.contains("stilling: Sekretær\n"), "{page}");
    fs::rename(&away, served.profile())?;
    let form =
        Form::on(&page, "/profil/tekst").with(&[("tekst", &ANNA.replace("Skolesekretær", "Sekretær"))]);
    assert_eq!(served.post(&form)?.status, 303);
    assert_eq!(served.text()?, ANNA.replace("Skolesekretær", "Sekretær"));
    Ok(())
}

#[test]
fn a_page_shown_again_takes_back_nothing_that_others_saved() -> io::Result<()> {
    let served = Served::anna_alone()?;
    served.choose_anna()?;
    let edited =
        ANNA.replace("mus: 2025-12-02", "mus: 2025-12-09").replace("hos: Carl Dam", "hos: Bente Holm");
    let expected = edited.replace("2026-06-15", "2026-07-01");
    // After an answer that was wrong.
    let form = served.form("/profil/samtalen")?.with(&[("opfoelgning", "snart")]);
    fs::write(served.profile(), &edited)?;
    let page = served.post(&form)?.text();
    assert!(page.contains("opfoelgning-fejl"), "{page}");
    let form = Form::on(&page, "/profil/samtalen").with(&[("opfoelgning", "2026-07-01")]);
    assert_eq!(served.post(&form)?.status, 303);
    assert_eq!(served.text()?, expected);
    // After one that was refused, or after a search.
    for answer in [("linje-1-maal", "ring 010190-1234"), ("do", "soeg")] {
        fs::write(served.profile(), ANNA)?;
        let form = served.form("/profil/linje/1")?.with(&[answer]);
        // With a line before it.
        fs::write(served.profile(), edited.replace("plan:\n", "plan:\n  - mål: Nyt\n"))?;
        let page = served.post(&form)?.text();
        let form = Form::on(&page, "/profil/linje/1").with(&[("linje-1-maal", "Andet"), ("do", "gem")]);
        let answer = served.post(&form)?;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let expected = edited.replace("plan:\n", "plan:\n  - mål: Nyt\n");
        assert_eq!(served.text()?, expected.replace("Få styr på kontoplanen", "Andet"));
    }
    Ok(())
}

#[test]
fn a_leaders_choice_stays_if_the_view_has_changed_meanwhile() -> io::Result<()> {
    let leader = tempfile::tempdir()?;
    let leader_folder = leader.path().display().to_string();
    let served = Served::new(&["--leder", &leader_folder, "--only", "Anna Vest"])?;
    served.choose_anna()?;
    let own = leader.path().join("nordskolen/anna.leder.yaml");
    fs::create_dir_all(leader.path().join("nordskolen"))?;
    fs::write(&own, "vurdering:\n  selvledelse: 3\n  dansk: 1\n")?;
    let page = served.get("/profil/vurdering")?.text();
    let area = |name: &str| {
        let area = Regex::new(&format!(r#"id="omraade-(\d+)-title">{name}"#)).expect("it is valid");
        format!("vurdering-{}", &area.captures(&page).expect("an area")[1])
    };
    let (danish, other) = (area("Dansk"), area("Selvledelse"));
    let form = Form::on(&page, "/profil/vurdering").with(&[(&danish, "2")]);
    // Another area: both are kept.
    fs::write(&own, "vurdering:\n  selvledelse: 4 # set ved besøg\n  dansk: 1\n")?;
    assert_eq!(served.post(&form)?.status, 303);
    assert_eq!(fs::read_to_string(&own)?, "vurdering:\n  selvledelse: 4 # set ved besøg\n  dansk: 2\n");
    // The same area: asked about, with the choice in place.
    let form = served.form("/profil/vurdering")?.with(&[(&danish, "3"), (&other, "1")]);
    fs::write(&own, "vurdering:\n  selvledelse: 4\n  dansk: 4\n")?;
    let page = served.post(&form)?.text();
    for part in ["rettet et andet sted imens", "I filen står nu: 4"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!((value_of(&page, &danish), value_of(&page, &other)), ("3".to_owned(), "1".to_owned()));
    assert_eq!(fs::read_to_string(&own)?, "vurdering:\n  selvledelse: 4\n  dansk: 4\n");
    assert_eq!(served.post(&Form::on(&page, "/profil/vurdering"))?.status, 303);
    assert_eq!(fs::read_to_string(&own)?, "vurdering:\n  selvledelse: 1\n  dansk: 3\n");
    Ok(())
}

#[test]
fn encoding_line_ends_and_file_name_stay() -> io::Result<()> {
    let root = tempfile::tempdir()?;
    copy(&project().join("tests/broken/base"), &root.path().join("profiler"))?;
    let path = root.path().join("profiler/nordskolen/åse ø. vest (ny).yaml");
    fs::write(&path, ANNA)?;
    let served = Served::of(root, &["--only", "Anna Vest"])?;
    served.choose_anna()?;
    let utf_16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let with_mark = |text: &str| format!("\u{feff}{text}").into_bytes();
    let latin =
        |text: &str| -> Vec<u8> { text.chars().map(|c| u8::try_from(c).expect("a Latin letter")).collect() };
    type Encode<'a> = &'a dyn Fn(&str) -> Vec<u8>;
    let encodings: [(&str, Vec<u8>, Encode<'_>); 5] = [
        ("UTF-8 with a mark", with_mark(ANNA), &with_mark),
        ("Windows' line ends", ANNA.replace('\n', "\r\n").into_bytes(), &|text| {
            text.replace('\n', "\r\n").into_bytes()
        }),
        ("UTF-16", utf_16(&ANNA.replace('\n', "\r\n"), u16::to_le_bytes), &|text| {
            utf_16(&text.replace('\n', "\r\n"), u16::to_le_bytes)
        }),
        ("UTF-16, the other way round", utf_16(ANNA, u16::to_be_bytes), &|text| {
            utf_16(text, u16::to_be_bytes)
        }),
        ("Windows-1252", latin(ANNA), &latin),
    ];
    for (name, before, encoded) in encodings {
        fs::write(&path, &before)?;
        let undo = |step: &str| -> io::Result<()> {
            let page = served.get(&format!("{step}?gemt=ja"))?.text();
            assert_eq!(served.post(&Form::on(&page, "/profil/fortryd"))?.status, 303, "{name}");
            assert_eq!(fs::read(&path)?, before, "{name}");
            Ok(())
        };
        let form = served.form("/profil/linje/0")?.with(&[("linje-0-maal", "Lære økonomi på skolen")]);
        let answer = served.post(&form)?;
        assert_eq!(answer.status, 303, "{name}: {}", answer.text());
        assert_eq!(
            fs::read(&path)?,
            encoded(&ANNA.replace("Kende budgettet", "Lære økonomi på skolen")),
            "{name}"
        );
        undo("/profil/plan")?;
        let typed = ANNA.replace("Skolesekretær", "Sekretær på øen");
        let form = served.form("/profil/tekst")?.with(&[("tekst", &typed.replace('\n', "\r\n"))]);
        assert_eq!(served.post(&form)?.status, 303, "{name}");
        assert_eq!(fs::read(&path)?, encoded(&typed), "{name}");
        undo("/profil/tekst")?;
    }
    Ok(())
}
