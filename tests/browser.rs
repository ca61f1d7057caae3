//! HTML reports in a real browser, where there is one: Chromium without a window, told by its command
//! line only. `.ci/run` sees to it that there is one; elsewhere these tests may be left out, and say so.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test ends where something is not as expected")]

#[path = "support/home.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod home;

use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

use home::Home;

/// Names under which the browser may be installed.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The page around the report, in which its frame becomes as narrow as a phone, everything that is
/// folded is opened, and what a browser made of it is written down.
const AROUND: &str = "<!DOCTYPE html><title>around</title>\
<iframe src=\"/report.html\" style=\"border:0;height:900px;width:360px\"></iframe><pre></pre><script>\
onload = () => {\
  const frame = document.querySelector('iframe'), out = document.querySelector('pre');\
  const page = frame.contentDocument;\
  page.querySelectorAll('details').forEach(it => it.open = true);\
  for (const width of [320, 360, 768, 1280]) {\
    frame.style.width = width + 'px';\
    const { scrollWidth, clientWidth } = page.documentElement;\
    out.append(`${width} wide: ${scrollWidth - clientWidth} beyond\\n`);\
  }\
  const style = frame.contentWindow.getComputedStyle(page.body);\
  out.append(`ink ${style.color} paper ${style.backgroundColor}\\n`);\
  out.append(`scripts ${page.scripts.length}\\n`);\
  const cut = [...page.querySelectorAll('svg[role=img]')].filter(svg => {\
    const box = svg.getBoundingClientRect();\
    return [...svg.querySelectorAll('text')].some(text => {\
      const it = text.getBoundingClientRect();\
      return it.left < box.left - 4 || it.right > box.right + 4;\
    });\
  });\
  out.append(`charts with labels outside ${cut.length}\\n`);\
};</script>";

/// The browser, or a notice that there is none.
fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|it| it.is_file());
    if found.is_none() {
        // Past the test harness, which would keep it to itself.
        let notice = format!("left out: there is no {} on the PATH", NAMES.join(", "));
        writeln!(io::stderr(), "{notice}").expect("standard error");
    }
    found
}

/// Runs the browser with a profile that goes away; gives what it prints.
fn browse(browser: &PathBuf, options: &[&str]) -> String {
    let profile = tempfile::tempdir().expect("a temporary directory");
    let mut command = Command::new(browser);
    command.args(["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]);
    command.args(["--disable-background-networking", "--disable-component-update"]);
    command.arg(format!("--user-data-dir={}", profile.path().display()));
    if rustix::process::geteuid().is_root() {
        // As root, which only a container should be, it refuses to run inside its sandbox.
        command.arg("--no-sandbox");
    }
    let output = command.args(options).output().expect("the browser starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A server of two pages on this machine, and what it is asked for.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn of(report: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        // Ends with the process: the browser may keep connections open as long as it likes.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, report) = (Arc::clone(&log), report.clone());
                thread::spawn(move || answer(stream, &log, &report));
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic").clone()
    }
}

/// Answers one request; one that never comes, as on a connection opened in advance, is none.
fn answer(mut stream: TcpStream, log: &Mutex<Vec<String>>, report: &str) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines().map_while(Result::ok);
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    lines.take_while(|it| !it.is_empty()).for_each(drop);
    let body = if path == "/" { AROUND } else { report };
    log.lock().ok()?.push(path);
    let length = body.len();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close";
    write!(stream, "{head}\r\nContent-Length: {length}\r\n\r\n{body}").ok()
}

/// A decision in which every name is longer than a phone is wide.
fn long_names() -> String {
    let word = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente".repeat(2);
    let mut pack = vec![format!(
        "[decision]\nschema = 1\nid = \"long\"\ntitle = \"{word}\"\nquestion = \"{word}?\"\n\
         scale = {{ worst = 0, best = 1000000 }}"
    )];
    for a in 0..6 {
        pack.push(format!("[[alternative]]\nid = \"a{a}\"\nname = \"{a} {word}\""));
    }
    for source in ["s", "t"] {
        pack.push(format!("[[source]]\nid = \"{source}\"\ntitle = \"{word}\""));
    }
    for j in 0..8 {
        pack.push(format!("[[criterion]]\nid = \"c{j}\"\nname = \"{j} {word}\""));
        for a in 0..6 {
            for (s, source) in ["s", "t"].iter().enumerate() {
                let rating = (a * 7 + j * 11 + s * 3) % 13 * 76543;
                pack.push(format!(
                    "[[criterion.claim]]\nsource = \"{source}\"\nalternative = \"a{a}\"\n\
                     rating = {rating}\nsays = \"{word}\""
                ));
            }
        }
    }
    pack.join("\n")
}

fn bundled() -> String {
    Home::new().run(&["report", "--fresh", "--use-case=live-chat", "--format=html"]).ok()
}

#[test]
fn a_page_fits_a_phone_and_asks_for_nothing() {
    let Some(browser) = browser() else { return };
    let home = Home::new();
    home.write("long.toml", long_names());
    let long = home.run(&["report", "long.toml", "--fresh", "--format=html"]).ok();
    for report in [bundled(), long] {
        let server = Server::of(report);
        let dump = browse(&browser, &["--dump-dom", &server.address]);
        for width in [320, 360, 768, 1280] {
            let fits = format!("{width} wide: 0 beyond\n");
            assert!(dump.contains(&fits), "{fits} in\n{dump}");
        }
        assert!(dump.contains("\nscripts 0\n"), "{dump}");
        assert!(dump.contains("charts with labels outside 0\n"), "{dump}");
        let mut asked = server.asked();
        // A server is asked for the icon of the page around the report, which has no policy.
        asked.retain(|it| it != "/favicon.ico");
        assert_eq!(asked, ["/", "/report.html"]);
    }
}

#[test]
fn a_page_alone_asks_not_even_for_an_icon() {
    let Some(browser) = browser() else { return };
    let server = Server::of(bundled());
    let address = format!("{}/report.html", server.address);
    browse(&browser, &["--dump-dom", "--virtual-time-budget=2000", &address]);
    assert_eq!(server.asked(), ["/report.html"]);
}

#[test]
fn a_page_is_dark_for_those_who_prefer_it() {
    let Some(browser) = browser() else { return };
    for (scheme, colours) in [
        ("1", "ink rgb(27, 30, 34) paper rgb(253, 253, 252)"),
        ("0", "ink rgb(231, 232, 234) paper rgb(21, 23, 26)"),
    ] {
        let server = Server::of(bundled());
        let scheme = format!("--blink-settings=preferredColorScheme={scheme}");
        let dump = browse(&browser, &[&scheme, "--dump-dom", &server.address]);
        assert!(dump.contains(colours), "{colours} in\n{dump}");
    }
}

#[test]
fn a_page_prints_with_its_evidence_open() {
    let Some(browser) = browser() else { return };
    let home = Home::new();
    let page = home.write("report.html", bundled());
    let pdf = home.path("report.pdf");
    let print = format!("--print-to-pdf={}", pdf.display());
    let address = format!("file://{}", page.display());
    browse(&browser, &["--no-pdf-header-footer", &print, &address]);
    let pdf = fs::read(pdf).expect("a PDF");
    let count = |what: &[u8]| pdf.windows(what.len()).filter(|it| *it == what).count();
    assert!(pdf.starts_with(b"%PDF"));
    // Shut, the evidence of the bundled decision leaves eight pages.
    assert!(count(b"/Type /Page\n") > 12, "{} pages", count(b"/Type /Page\n"));
}
