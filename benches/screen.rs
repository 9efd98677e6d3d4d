//! How long it takes from a key to the frame that shows it, and from a full day's file to its first frame.

#![expect(missing_docs, reason = "criterion_group! makes a public function of the group")]

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use kijo::app::model::{Model, Start};
use kijo::app::{update, view};
use kijo::begin;
use kijo::domain::command::{Command, Context};
use kijo::domain::event::{Actor, Facilitation, Place, Round, Step};
use kijo::domain::id::{GroupId, Minute, RowId, slug};
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;
use kijo::keymap::Keymap;
use kijo::message::{Action, Message};
use kijo::screens::Seat;
use kijo::store::{Base, Order, Session, Time};
use kijo::ui::text_field::EditKey;
use kijo::ui::theme::Look;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];
const ROWS: usize = 40;
const FIELDS: [&str; 4] = ["situation", "action", "evidence", "result"];

fn order(command: Command) -> Order {
    Order {
        command,
        base: Base::Newest,
        context: Context { actor: Actor::Facilitator, group: Some(GroupId(1)) },
        time: Time { now: chrono::Local::now().fixed_offset(), stated: None },
    }
}

/// A day with `events` records: an incident chosen, a table of forty rows, and its cells written again and again.
fn day(path: &Path, events: usize) {
    let library = begin::library(&[], Lang::Ja).expect("the embedded material");
    let options = begin::Options { facilitation: Facilitation::Automatic, ..begin::Options::default() };
    let scenario = library.scenarios().next().expect("an incident").id.clone();
    let mut session = begin::create(path, &library, &options, Lang::Ja).expect("a new file");
    let place = Place { artefact: Artefact::ResponseTable, round: Some(Round::One) };
    let row = |number: usize| RowId(format!("row-{number}"));
    let mut commands = vec![
        Command::ChooseIncident { round: Round::One, scenario, settings: std::collections::BTreeMap::new() },
        Command::Enter { step: Step::ResponseTable(Round::One) },
    ];
    commands.extend((0..ROWS).map(|number| Command::AddRow {
        place,
        section: "rows".to_owned(),
        row: row(number),
        after: None,
    }));
    commands.extend((commands.len()..events).map(|number| Command::Revise {
        cell: Cell::row(
            place.artefact,
            place.round,
            &row(number % ROWS),
            FIELDS[number / ROWS % FIELDS.len()],
        ),
        base: None,
        value: Value::Text(format!("{number}：端末をネットワークから切り離し、ログの保全を指示した。")),
        reason: None,
    }));
    let orders = commands.into_iter().map(order).collect();
    let done = session.execute_all(orders).expect("all of it fits");
    assert!(done.len() >= events - 10, "{}", done.len());
}

fn model(session: &Session, size: (u16, u16), seat: Seat) -> Model {
    let start = Start {
        group: GroupId(1),
        seat,
        lang: Lang::Ja,
        look: Look::default(),
        keymap: Keymap::default(),
        contributions: false,
        turn_minutes: None,
        seed: 1,
    };
    let mut model = Model::new(session.workshop().clone(), start);
    model.size = size;
    update::opened(&mut model);
    model
}

/// One letter into a long text of the table, and the frame with it.
fn key_to_frame(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for passing files");
    let path = folder.path().join("day.kijo");
    day(&path, 1_000);
    let session = Session::open(&path).expect("it opens");
    for size in SIZES {
        let mut model = model(&session, size, Seat::Participants);
        let mut screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen in memory");
        for action in [Action::Open, Action::Next] {
            update::update(&mut model, Message::Act(action));
        }
        assert!(model.sheet.as_ref().is_some_and(|sheet| sheet.editor.is_some()), "a text");
        let mut erase = false;
        c.bench_function(&format!("key to frame at {}x{}", size.0, size.1), |b| {
            b.iter(|| {
                let message =
                    if erase { Message::Edit(EditKey::Backspace) } else { Message::Typed("あ".to_owned()) };
                erase = !erase;
                update::update(&mut model, message);
                screen.draw(|frame| view::draw(&model, frame)).expect("it draws");
            });
        });
    }
}

/// A table of sixty rows, every column of it filled.
fn long_table(path: &Path) {
    let library = begin::library(&[], Lang::Ja).expect("the embedded material");
    let options = begin::Options { facilitation: Facilitation::Automatic, ..begin::Options::default() };
    let scenario = library.scenarios().next().expect("an incident").id.clone();
    let mut session = begin::create(path, &library, &options, Lang::Ja).expect("a new file");
    let place = Place { artefact: Artefact::ResponseTable, round: Some(Round::One) };
    let mut commands = vec![
        Command::ChooseIncident { round: Round::One, scenario, settings: std::collections::BTreeMap::new() },
        Command::Enter { step: Step::ResponseTable(Round::One) },
    ];
    for number in 0..60 {
        let row = RowId(format!("row-{number}"));
        let people = Value::Several(vec![slug("csirt"), slug("operator")]);
        let fields = [
            ("time", Value::Minute(Minute(number * 20))),
            ("situation", Value::Text("設計部のPC 3台で不審な通信を確認。1台は利用者が作業中".to_owned())),
            ("action", Value::Text("LANから切り離し、電源は切らずに、メモリーの保全を待つ".to_owned())),
            ("decision-owner", people.clone()),
            ("action-owner", people),
            ("informed", Value::Text("対策本部（電話）".to_owned())),
            ("rule", Value::Several(vec![slug("stop-authority"), slug("evidence")])),
            ("status", Value::Choice("in-progress".to_owned())),
        ];
        commands.push(Command::AddRow { place, section: "rows".to_owned(), row: row.clone(), after: None });
        commands.extend(fields.into_iter().map(|(field, value)| Command::Revise {
            cell: Cell::row(place.artefact, place.round, &row, field),
            base: None,
            value,
            reason: None,
        }));
    }
    session.execute_all(commands.into_iter().map(order).collect()).expect("all of it fits");
}

/// The cursor goes one row on in a table of sixty, and the frame with it; and the frame alone.
fn table(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for passing files");
    let path = folder.path().join("table.kijo");
    long_table(&path);
    let session = Session::open(&path).expect("it opens");
    for size in SIZES {
        let mut model = model(&session, size, Seat::Participants);
        let mut screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen in memory");
        c.bench_function(&format!("frame of a table of 60 rows at {}x{}", size.0, size.1), |b| {
            b.iter(|| screen.draw(|frame| view::draw(&model, frame)).map(|_| ()).expect("it draws"));
        });
        let mut down = false;
        c.bench_function(&format!("row to row in a table of 60 at {}x{}", size.0, size.1), |b| {
            b.iter(|| {
                down = !down;
                let action = if down { Action::Down } else { Action::Up };
                update::update(&mut model, Message::Act(action));
                screen.draw(|frame| view::draw(&model, frame)).expect("it draws");
            });
        });
    }
}

/// One letter into a field of 20,000 Japanese characters, and the frame with it; and the frame alone.
fn long_field(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for passing files");
    let path = folder.path().join("table.kijo");
    long_table(&path);
    let session = Session::open(&path).expect("it opens");
    for size in [(80, 24), (200, 60), (400, 120)] {
        let mut model = model(&session, size, Seat::Participants);
        let mut screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen in memory");
        for action in [Action::Open, Action::Next] {
            update::update(&mut model, Message::Act(action));
        }
        let text = "端末を切り離し、ログの保全を指示した。".repeat(1_100);
        update::update(&mut model, Message::Pasted(text));
        update::update(&mut model, Message::Edit(EditKey::Backspace));
        c.bench_function(&format!("frame of a field of 20,000 characters at {}x{}", size.0, size.1), |b| {
            b.iter(|| screen.draw(|frame| view::draw(&model, frame)).map(|_| ()).expect("it draws"));
        });
        let mut erase = false;
        c.bench_function(&format!("key in a field of 20,000 characters at {}x{}", size.0, size.1), |b| {
            b.iter(|| {
                let message =
                    if erase { Message::Edit(EditKey::Backspace) } else { Message::Typed("あ".to_owned()) };
                erase = !erase;
                update::update(&mut model, message);
                screen.draw(|frame| view::draw(&model, frame)).expect("it draws");
            });
        });
    }
}

/// From one entry of the console to the next, and the frame with it.
fn console(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for passing files");
    let path = folder.path().join("day.kijo");
    day(&path, 1_000);
    let session = Session::open(&path).expect("it opens");
    for size in SIZES {
        let mut model = model(&session, size, Seat::Facilitator);
        let mut screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen in memory");
        let mut back = false;
        c.bench_function(&format!("console, key to frame at {}x{}", size.0, size.1), |b| {
            b.iter(|| {
                let action = if back { Action::Up } else { Action::Down };
                back = !back;
                update::update(&mut model, Message::Act(action));
                screen.draw(|frame| view::draw(&model, frame)).expect("it draws");
            });
        });
    }
}

/// From the file to the first frame.
fn opening(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for passing files");
    let path = folder.path().join("day.kijo");
    day(&path, 10_000);
    let mut group = c.benchmark_group("opening 10,000 events");
    group.sample_size(20);
    for size in SIZES {
        group.bench_function(format!("to the first frame at {}x{}", size.0, size.1), |b| {
            b.iter(|| {
                let session = Session::open(&path).expect("it opens");
                let model = model(&session, size, Seat::Participants);
                let mut screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen in memory");
                screen.draw(|frame| view::draw(&model, frame)).expect("it draws");
            });
        });
    }
    group.finish();
}

criterion_group!(benches, key_to_frame, table, long_field, console, opening);
criterion_main!(benches);
