//! Programs in a pseudo-terminal, and how long they take.

#![expect(clippy::expect_used, reason = "a measurement that cannot go on says why")]

use std::fmt;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long nothing comes when an answer is over.
const SILENCE: Duration = Duration::from_millis(15);
/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_millis(200);
/// So many that the 99th percentile is one, and not merely the slowest of them all.
const STARTS: usize = 500;
const KEYS: usize = 1000;
/// A key that is held, as keyboards repeat it.
const REPEAT: Duration = Duration::from_millis(33);
const HELD: usize = 600;
const IDLE: Duration = Duration::from_secs(20);
const RESIZES: u16 = 500;
const USUAL: PtySize = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };

/// What stands beside weigh when nobody asks for anything else. Vim without a swap file, which
/// it would ask about at the next start.
pub(crate) const PEERS: [&str; 4] = ["less README.md", "vim -n README.md", "htop", "tig"];

/// A program that only repeats what it is told: what the terminal and the machine take by themselves,
/// which no program can go below. It says something when it listens.
const ECHO: [&str; 3] = ["sh", "-c", "stty raw -echo; printf .; exec cat"];

/// Those of them that are installed.
pub(crate) fn peers() -> Vec<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_here = |command: &&str| {
        let program = command.split(' ').next().unwrap_or_default();
        std::env::split_paths(&path).any(|it| it.join(program).is_file())
    };
    PEERS.into_iter().filter(is_here).map(str::to_owned).collect()
}

/// A program in a pseudo-terminal.
struct Running {
    started: Instant,
    /// When something came, and how much.
    output: Receiver<(Instant, usize)>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

/// What came in answer to something.
#[derive(Default)]
struct Answer {
    took: Duration,
    bytes: usize,
}

impl Running {
    fn start(command: &[&str], home: &Path) -> Self {
        let pty = native_pty_system().openpty(USUAL).expect("a pseudo-terminal");
        let (program, arguments) = command.split_first().expect("a program");
        let mut builder = CommandBuilder::new(program);
        builder.args(arguments);
        builder.cwd(".");
        for (name, value) in [("TERM", "xterm-256color"), ("COLORTERM", "truecolor")] {
            builder.env(name, value);
        }
        for name in ["XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            builder.env(name, home);
        }
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let keyboard = pty.master.take_writer().expect("a writer");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), count)).is_err() {
                    break;
                }
            }
        });
        let started = Instant::now();
        let child = pty.slave.spawn_command(builder).expect("the program starts");
        Self { started, output, keyboard, child, master: pty.master }
    }

    /// What comes from `since` until silence; nothing, if it does not begin before long.
    fn answer(&self, since: Instant) -> Answer {
        let mut answer = Answer::default();
        let mut patience = PATIENCE;
        while let Ok((at, bytes)) = self.output.recv_timeout(patience) {
            answer.took = at - since;
            answer.bytes += bytes;
            patience = SILENCE;
        }
        answer
    }

    fn press(&mut self, key: &str) -> Instant {
        let now = Instant::now();
        self.keyboard.write_all(key.as_bytes()).expect("keys are taken");
        now
    }

    /// Resizes the terminal in a burst, and at last to what it was. How long after the last of it
    /// all is drawn; `None` when the program did not live through it.
    fn resize(&mut self) -> Option<Duration> {
        // The steps have no factor in common with the ranges, so that all sizes come up.
        let size = |step: u16| (1 + step * 97 % 300, 1 + step * 37 % 100);
        let sizes = (0..RESIZES).map(size).chain([(300, 100), (1, 1)]);
        for (cols, rows) in sizes {
            let size = PtySize { rows, cols, ..USUAL };
            self.master.resize(size).expect("a terminal of another size");
        }
        let last = Instant::now();
        self.master.resize(USUAL).expect("a terminal of the usual size");
        let answer = self.answer(last);
        matches!(self.child.try_wait(), Ok(None)).then_some(answer.took)
    }

    fn resident(&self) -> Option<u64> {
        status(&format!("/proc/{}/status", self.child.process_id()?), "VmRSS:")
    }

    /// How many times its threads were given or took a processor away.
    fn switches(&self) -> Option<u64> {
        let threads = fs::read_dir(format!("/proc/{}/task", self.child.process_id()?)).ok()?;
        let files = threads.filter_map(|it| Some(it.ok()?.path().join("status")));
        let of = |file: std::path::PathBuf| {
            let file = file.to_string_lossy().into_owned();
            Some(
                status(&file, "voluntary_ctxt_switches:")?
                    + status(&file, "nonvoluntary_ctxt_switches:")?,
            )
        };
        Some(files.filter_map(of).sum())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a program costs.
pub(crate) struct Figures {
    name: String,
    start: Vec<Duration>,
    key: Vec<Duration>,
    bytes: Vec<usize>,
    /// The same while a key is held.
    held: Vec<Duration>,
    idle: (usize, Option<u64>),
    resident: Option<u64>,
    resized: Option<Duration>,
}

impl Figures {
    pub(crate) const HEADINGS: &str = "\
        program           first frame     key to frame    key held             bytes         idle 20 s       resident  500 resizes\n\
        \u{20}                 p50 / p99 ms    p50 / p99 ms    p50 / p99 / max ms   p50 / p99     bytes, switches KiB       ms";

    /// Of a program that answers these two keys.
    pub(crate) fn of(command: &str, keys: [&str; 2]) -> Self {
        let words: Vec<&str> = command.split_whitespace().collect();
        Self::measure(command.rsplit('/').next().unwrap_or(command), &words, keys)
    }

    /// Of [`ECHO`].
    pub(crate) fn of_echo() -> Self {
        Self::measure("(echo)", &ECHO, ["x", "y"])
    }

    fn measure(name: &str, command: &[&str], [there, back]: [&str; 2]) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let start = |_| {
            let running = Running::start(command, home.path());
            running.answer(running.started).took
        };
        let start = (0..STARTS).map(start).collect();
        let mut running = Running::start(command, home.path());
        running.answer(running.started);
        let mut press = |step: usize, rest: Duration| {
            // Five there and five back, so that a slider does not stand at its end.
            let pressed = running.press(if (step / 5).is_multiple_of(2) { there } else { back });
            let answer = running.answer(pressed);
            thread::sleep(rest.saturating_sub(pressed.elapsed()));
            answer
        };
        let answers: Vec<Answer> = (0..KEYS).map(|step| press(step, Duration::ZERO)).collect();
        let held = (0..HELD).map(|step| press(step, REPEAT).took).collect();
        let resident = running.resident();
        // What the keys started, such as saving, comes to its end.
        thread::sleep(Duration::from_secs(2));
        let switches = running.switches();
        thread::sleep(IDLE);
        let switches = running.switches().zip(switches).map(|(after, before)| after - before);
        let idle = (running.output.try_iter().map(|(_, bytes)| bytes).sum(), switches);
        let resized = running.resize();
        Self {
            name: name.to_owned(),
            start,
            key: answers.iter().map(|it| it.took).collect(),
            bytes: answers.iter().map(|it| it.bytes).collect(),
            held,
            idle,
            resident,
            resized,
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |times: &[Duration], shares: &[f64]| {
            let at =
                |share: &f64| format!("{:.2}", percentile(times, *share).as_secs_f64() * 1000.0);
            shares.iter().map(at).collect::<Vec<_>>().join(" / ")
        };
        let or = |figure: Option<u64>| figure.map_or("?".to_owned(), |it| it.to_string());
        let bytes = format!("{} / {}", percentile(&self.bytes, 0.5), percentile(&self.bytes, 0.99));
        write!(
            f,
            "{:<17} {:<15} {:<15} {:<20} {:<13} {:<15} {:<9} {}",
            self.name,
            ms(&self.start, &[0.5, 0.99]),
            ms(&self.key, &[0.5, 0.99]),
            ms(&self.held, &[0.5, 0.99, 1.0]),
            bytes,
            format!("{}, {}", self.idle.0, or(self.idle.1)),
            or(self.resident),
            self.resized.map_or("died of it".to_owned(), |it| ms(&[it], &[0.5])),
        )
    }
}

/// A number from a status file of `/proc`; only Linux has one.
fn status(file: &str, field: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    text.lines().find_map(|it| it.strip_prefix(field)?.split_whitespace().next()?.parse().ok())
}

/// The value that so large a share of all does not exceed.
#[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "an index")]
fn percentile<T: Ord + Copy>(values: &[T], share: f64) -> T {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}
