//! A pseudo-terminal with a program in it, and somebody who watches the screen.
//!
//! Nothing here sleeps: a test waits until the screen shows what it should, and fails when that
//! takes longer than `WEIGH_TEST_TIMEOUT_MS` (10 seconds unless set).

use std::fs::{self, File};
use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use vt100::{MouseProtocolMode, Screen};

/// The program under test.
pub(crate) const WEIGH: &str = env!("CARGO_BIN_EXE_weigh");

/// What we write ourselves to know that all before it has been read.
pub(crate) const MARK: &str = "\x1b]0;mark\x07";

/// A program in a pseudo-terminal. The terminal stays open when the program ends.
pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    /// Keeps the terminal alive without the program.
    slave: Box<dyn SlavePty + Send>,
    /// What is typed goes through a thread: a terminal that nobody reads from takes only so much.
    keyboard: mpsc::Sender<String>,
    program: Program,
    /// The modes of the terminal before the program started.
    found: String,
    home: Arc<TempDir>,
}

/// The program, which is not left behind.
struct Program {
    pid: Pid,
    seen: Arc<Seen>,
}

/// What has come out of the terminal, and who waits for it.
struct Seen {
    state: Mutex<State>,
    changed: Condvar,
}

/// What has come out of the terminal.
pub(crate) struct State {
    parser: vt100::Parser,
    /// Every byte.
    pub(crate) bytes: Vec<u8>,
    /// How many times something came.
    pub(crate) reads: usize,
    /// The exit code, once the program has ended.
    code: Option<u32>,
    /// Nobody wants to read any more.
    closing: bool,
}

/// What to run.
pub(crate) struct Setup {
    command: CommandBuilder,
    size: PtySize,
    home: Arc<TempDir>,
}

impl Setup {
    /// A program in an environment of its own, in a home that is empty.
    pub(crate) fn of(program: &str) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("WEIGH", WEIGH);
        Self { command, size: size(120, 36), home: Arc::new(home) }
    }

    /// The explorer.
    pub(crate) fn weigh() -> Self {
        Self::of(WEIGH)
    }

    /// A shell with job control, whose prompt is `ready> `.
    pub(crate) fn shell() -> Self {
        Self::of("sh").arg("-i").env("PS1", "ready> ")
    }

    pub(crate) fn arg(mut self, arg: &str) -> Self {
        self.command.arg(arg);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// With this file in its home.
    pub(crate) fn with(self, name: &str, text: &str) -> Self {
        let path = self.home.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("a file");
        self
    }

    /// In a home where others have been before.
    pub(crate) fn at(mut self, home: &Arc<TempDir>) -> Self {
        self.home = Arc::clone(home);
        self
    }

    /// With this file in its home.
    pub(crate) fn file(self, name: &str, text: &str) -> Self {
        fs::write(self.home.path().join(name), text).expect("the home can be written");
        self
    }

    /// Runs it.
    pub(crate) fn start(mut self) -> Pty {
        let home = self.home.path();
        self.command.cwd(home);
        self.command.env("HOME", home);
        self.command.env("XDG_STATE_HOME", home.join("state"));
        self.command.env("XDG_CONFIG_HOME", home.join("config"));
        let pair = native_pty_system().openpty(self.size).expect("a pseudo-terminal");
        let found = modes(pair.master.as_ref());
        let mut child = pair.slave.spawn_command(self.command).expect("the program starts");
        let id = child.process_id().expect("it runs").cast_signed();
        let state = State {
            parser: vt100::Parser::new(self.size.rows, self.size.cols, 0),
            bytes: Vec::new(),
            reads: 0,
            code: None,
            closing: false,
        };
        let seen = Arc::new(Seen { state: Mutex::new(state), changed: Condvar::new() });
        let (reads, ends) = (Arc::clone(&seen), Arc::clone(&seen));
        let reader = pair.master.try_clone_reader().expect("a reader");
        thread::spawn(move || reads.read(reader));
        thread::spawn(move || {
            let status = child.wait().expect("the program can be waited for");
            ends.change(|state| state.code = Some(status.exit_code()));
        });
        let (keyboard, typed) = mpsc::channel::<String>();
        let mut writer = pair.master.take_writer().expect("a writer");
        thread::spawn(move || typed.iter().try_for_each(|keys| writer.write_all(keys.as_bytes())));
        Pty {
            keyboard,
            master: pair.master,
            slave: pair.slave,
            program: Program { pid: Pid::from_raw(id).expect("no process has number 0"), seen },
            found,
            home: self.home,
        }
    }
}

impl Seen {
    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().expect("no watcher panics"));
        self.changed.notify_all();
    }

    /// Reads for as long as there is something, and somebody wants it.
    fn read(&self, mut terminal: Box<dyn Read + Send>) {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(count @ 1..) = terminal.read(&mut buffer) {
            let mut closing = false;
            self.change(|state| {
                state.parser.process(&buffer[..count]);
                state.bytes.extend_from_slice(&buffer[..count]);
                state.reads += 1;
                closing = state.closing;
            });
            if closing {
                break;
            }
        }
    }
}

impl State {
    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    pub(crate) fn text(&self) -> String {
        self.screen().contents()
    }

    /// Whether a frame has begun and not ended (DEC 2026): no terminal would show it yet.
    fn is_in_frame(&self) -> bool {
        let last = |mark: &[u8]| self.bytes.windows(mark.len()).rposition(|it| it == mark);
        last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
    }
}

impl Pty {
    /// Types.
    pub(crate) fn keys(&self, keys: &str) {
        self.keyboard.send(keys.into()).expect("the terminal takes keys");
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.program.pid, signal).expect("the program runs");
    }

    /// Makes the terminal another size.
    pub(crate) fn resize(&self, width: u16, height: u16) {
        // The picture first, so that nothing drawn for the new size meets the old one.
        self.program.seen.change(|state| state.parser.screen_mut().set_size(height, width));
        self.resize_unseen(width, height);
    }

    /// Makes the terminal another size, and its picture not, which is for those who only pass by.
    pub(crate) fn resize_unseen(&self, width: u16, height: u16) {
        self.master.resize(size(width, height)).expect("the terminal can be resized");
    }

    /// The process of the program.
    pub(crate) fn pid(&self) -> i32 {
        self.program.pid.as_raw_nonzero().get()
    }

    /// The program's home, which outlives it in the hands of those who ask.
    pub(crate) fn home(&self) -> Arc<TempDir> {
        Arc::clone(&self.home)
    }

    /// What a file in the program's home says; nothing where there is none.
    pub(crate) fn file(&self, name: &str) -> String {
        fs::read_to_string(self.home.path().join(name)).unwrap_or_default()
    }

    /// What has come out so far.
    pub(crate) fn seen(&self) -> MutexGuard<'_, State> {
        self.program.seen.state.lock().expect("no watcher panics")
    }

    /// Waits until something is so, and says whether it came to be within a time.
    pub(crate) fn comes_true(
        &self,
        limit: Duration,
        mut it_is: impl FnMut(&State) -> bool,
    ) -> bool {
        let start = Instant::now();
        let mut state = self.seen();
        while state.is_in_frame() || !it_is(&state) {
            let Some(left) = limit.checked_sub(start.elapsed()) else { return false };
            state =
                self.program.seen.changed.wait_timeout(state, left).expect("no watcher panics").0;
        }
        true
    }

    /// Waits until something is so.
    #[track_caller]
    pub(crate) fn wait_for(&self, what: &str, it_is: impl FnMut(&State) -> bool) {
        if !self.comes_true(time_limit(), it_is) {
            let state = self.seen();
            panic!("{what}: not so; code {:?}, on screen:\n{}", state.code, state.text());
        }
    }

    /// Waits until a file says something. Nobody tells us of files: we look again and again.
    #[track_caller]
    pub(crate) fn wait_for_file(&self, name: &str, text: &str) {
        let start = Instant::now();
        while !self.file(name).contains(text) {
            assert!(start.elapsed() < time_limit(), "{name} says: {}", self.file(name));
            self.comes_true(Duration::from_millis(10), |_| false);
        }
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub(crate) fn wait_for_text(&self, text: &str) {
        self.wait_for(&format!("{text:?} is on the screen"), |state| state.text().contains(text));
    }

    /// Waits until the explorer is on the screen.
    #[track_caller]
    pub(crate) fn wait_for_explorer(&self) {
        self.wait_for("the explorer is on the screen", |state| {
            state.screen().alternate_screen() && !state.text().trim().is_empty()
        });
    }

    /// Waits until the program has ended and all it wrote has been read; returns its exit code.
    #[track_caller]
    pub(crate) fn wait_for_exit(&self) -> u32 {
        self.wait_for("the program has ended", |state| state.code.is_some());
        self.mark();
        self.wait_for("all is read", |state| state.bytes.ends_with(MARK.as_bytes()));
        self.seen().code.expect("it has ended")
    }

    /// Closes the terminal under the program; returns its exit code.
    #[track_caller]
    pub(crate) fn hang_up(self) -> u32 {
        self.program.seen.change(|state| state.closing = true);
        // Only once the reader has gone, the terminal has.
        self.mark();
        let Self { master, slave, keyboard, program, .. } = self;
        drop((master, slave, keyboard));
        let state = program.seen.state.lock().expect("no watcher panics");
        let runs = |state: &mut State| state.code.is_none();
        let wait = program.seen.changed.wait_timeout_while(state, time_limit(), runs);
        wait.expect("no watcher panics").0.code.expect("the program ends when its terminal does")
    }

    /// Asserts that the terminal is as it was before the program started.
    #[track_caller]
    pub(crate) fn assert_restored(&self) {
        let state = self.seen();
        let screen = state.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert_eq!(
            screen.mouse_protocol_mode(),
            MouseProtocolMode::None,
            "the mouse still reports"
        );
        assert_eq!(screen.fgcolor(), vt100::Color::Default, "still in colour");
        assert_eq!(modes(self.master.as_ref()), self.found, "the terminal's modes differ");
    }

    /// Writes a mark into the output, as any program in this terminal could.
    fn mark(&self) {
        let path = self.master.tty_name().expect("the terminal has a name");
        let mut terminal = File::options().write(true).open(path).expect("it can be opened");
        terminal.write_all(MARK.as_bytes()).expect("it can be written");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // A test that failed leaves nobody behind. The number is still ours only if it runs.
        if self.seen.state.lock().is_ok_and(|state| state.code.is_none()) {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

/// How long to wait for anything.
fn time_limit() -> Duration {
    let limit = std::env::var("WEIGH_TEST_TIMEOUT_MS").ok().and_then(|it| it.parse().ok());
    Duration::from_millis(limit.unwrap_or(10_000))
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The modes of a terminal (`tcgetattr`), to be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("the terminal has modes"))
}
