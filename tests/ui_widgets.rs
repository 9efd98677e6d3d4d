//! The widgets as people see them, at 80×24, in both languages and with both kinds of frames.

use kijo::ui::text_field::Mode;
use kijo::ui::widgets::{
    Choice, Column, Dialog, FieldFrame, Focus, Item, Line, List, Panel, Progress, Step, Table, banner,
    big_clock, clear, key_bar, rail,
};
use kijo::ui::{Frames, Look, Role, TextField, Theme, screen_text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

const SCREEN: Rect = Rect {
    x: 0,
    y: 0,
    width: 80,
    height: 24,
};
const BOX: Look = Look {
    theme: Theme::Dark,
    frames: Frames::Box,
};
const ASCII: Look = Look {
    theme: Theme::Plain,
    frames: Frames::Ascii,
};

/// The words of one sample screen.
struct Words {
    banner: &'static str,
    steps: [&'static str; 4],
    sheet: &'static str,
    saved: &'static str,
    label: &'static str,
    required: &'static str,
    hint: &'static str,
    answer: &'static str,
    columns: [&'static str; 3],
    lines: [[&'static str; 3]; 3],
    keys: [(&'static str, &'static str); 4],
    question: [&'static str; 4],
}

const JA: Words = Words {
    banner: "【訓練】標的型攻撃　第1回　対処　記入者：CSIRT　残り 00:12:30",
    steps: ["準備", "事案の把握", "対処", "評価"],
    sheet: "事案メモ",
    saved: "保存しました",
    label: "いつ、どこで、何が起きたか",
    required: "必須",
    hint: "時刻は24時間表記で。分からないことは「不明」と書いてください。推測は推測と分かるように書きます。",
    answer: "09:10 営業部の端末500台のうち三台で、添付ファイル「請求書.zip」を開いたと申告があった。",
    columns: ["時刻", "やること", "担当"],
    lines: [
        [
            "09:15",
            "三台を社内ネットワークから切り離し、電源は切らずに保全する",
            "CSIRT",
        ],
        [
            "09:30",
            "同じ電子メールを受け取った者を洗い出して、開かないように知らせる。返信があれば控える",
            "情報システム部",
        ],
        ["10:00", "経営者へ第一報", "広報"],
    ],
    keys: [
        ("Tab", "次の欄"),
        ("F1", "ヘルプ"),
        ("F2", "環境と関係者"),
        ("Ctrl+Q", "おわる"),
    ],
    question: [
        "おわりますか",
        "書いたものはすべて保存されています。あとで続きから始められます。",
        "続ける",
        "おわる",
    ],
};

const EN: Words = Words {
    banner: "[DRILL] Targeted attack - round 1 - response - writing: CSIRT - 00:12:30 left",
    steps: ["Prepare", "Take stock", "Respond", "Review"],
    sheet: "Case notes",
    saved: "saved",
    label: "What happened, when and where",
    required: "required",
    hint: "Times on the 24-hour clock. Write \"unknown\" for what you do not know, and mark guesses as guesses.",
    answer: "09:10 Three of the 500 clients in sales reported having opened the attachment invoice.zip.",
    columns: ["Time", "What to do", "Who"],
    lines: [
        [
            "09:15",
            "Take the three clients off the network; leave them powered for the evidence",
            "CSIRT",
        ],
        [
            "09:30",
            "Find everybody who got the same mail and tell them not to open it; keep every reply",
            "IT department",
        ],
        ["10:00", "First word to the executives", "PR"],
    ],
    keys: [
        ("Tab", "next field"),
        ("F1", "help"),
        ("F2", "environment and people"),
        ("Ctrl+Q", "leave"),
    ],
    question: [
        "Leave?",
        "Everything you wrote is saved. You can go on later from here.",
        "Stay",
        "Leave",
    ],
};

/// Everything at once: banner, rail, form, table, key bar.
fn sample(words: &Words, look: Look) -> Buffer {
    let mut screen = Buffer::empty(SCREEN);
    clear(look, SCREEN, &mut screen);
    banner(
        words.banner,
        Role::Banner,
        look,
        Rect::new(0, 0, 80, 1),
        &mut screen,
    );

    let panel = Panel {
        title: words.sheet,
        note: words.saved,
        focus: Focus::Here,
    };
    let inner = panel.draw(look, Rect::new(16, 1, 64, 12), &mut screen);
    let progress = [Progress::Done, Progress::Done, Progress::Here, Progress::Open];
    let steps: Vec<Step<'_>> = words
        .steps
        .iter()
        .zip(progress)
        .map(|(title, progress)| Step { title, progress })
        .collect();
    rail(&steps, look, Rect::new(0, 1, 15, 12), &mut screen);

    let frame = FieldFrame {
        label: words.label,
        required: words.required,
        hint: words.hint,
        state: (words.saved, Role::Ok),
        focus: Focus::Here,
    };
    let area = frame.draw(look, inner, &mut screen);
    let mut field = TextField::new(words.answer, Mode::Long);
    field.layout(area.width, area.height);
    field.draw(area, &mut screen, look.theme, true);

    let cells: Vec<[&str; 3]> = words.lines.to_vec();
    let roles = [Role::Ok, Role::Text, Role::Warning];
    let lines: Vec<Line<'_>> = cells
        .iter()
        .zip(roles)
        .map(|(cells, role)| Line { cells, role })
        .collect();
    table(&columns(words), &lines).draw(look, Rect::new(0, 13, 80, 10), &mut screen);
    key_bar(&words.keys, look, Rect::new(0, 23, 80, 1), &mut screen);
    screen
}

fn columns(words: &Words) -> [Column<'static>; 3] {
    let [time, what, who] = words.columns;
    [
        Column {
            title: time,
            least: 5,
            share: 0,
            rank: 1,
        },
        Column {
            title: what,
            least: 20,
            share: 3,
            rank: 0,
        },
        Column {
            title: who,
            least: 8,
            share: 1,
            rank: 2,
        },
    ]
}

fn table<'a>(columns: &'a [Column<'a>], lines: &'a [Line<'a>]) -> Table<'a> {
    Table {
        columns,
        lines,
        selected: Some(1),
        top: 0,
        rows_per_line: 2,
    }
}

#[test]
fn a_screen_in_japanese_with_boxes() {
    insta::assert_snapshot!(screen_text(&sample(&JA, BOX)));
}

#[test]
fn a_screen_in_english_with_ascii_frames() {
    insta::assert_snapshot!(screen_text(&sample(&EN, ASCII)));
}

#[test]
fn ascii_frames_leave_no_character_of_ambiguous_width_to_the_widgets() {
    assert!(screen_text(&sample(&EN, ASCII)).is_ascii());
}

#[test]
fn a_dialog_lies_over_the_screen() {
    for (name, words, look) in [("ja", &JA, BOX), ("en", &EN, ASCII)] {
        let mut screen = sample(words, look);
        let [title, text, stay, leave] = words.question;
        let choices = [
            Choice {
                key: "Esc",
                words: stay,
            },
            Choice {
                key: "Enter",
                words: leave,
            },
        ];
        let dialog = Dialog {
            title,
            text,
            choices: &choices,
            selected: 0,
        };
        dialog.draw(look, SCREEN, &mut screen);
        insta::assert_snapshot!(format!("a_dialog_{name}"), screen_text(&screen));
        let area = dialog.area(SCREEN);
        assert_eq!(
            dialog.choice_at(SCREEN, Position::new(area.x + 4, area.bottom() - 2)),
            Some(1)
        );
        assert_eq!(
            dialog.choice_at(SCREEN, Position::new(area.x + 4, area.y + 1)),
            None
        );
    }
}

#[test]
fn a_wide_character_cut_by_a_dialog_does_not_hide_its_frame() {
    let mut screen = Buffer::empty(Rect::new(0, 0, 8, 1));
    screen.set_string(0, 0, "あいうえ", BOX.style(Role::Text));
    clear(BOX, Rect::new(3, 0, 3, 1), &mut screen);
    screen.set_string(3, 0, "|x|", BOX.style(Role::Text));
    assert_eq!(screen_text(&screen), "あ |x|え");
}

#[test]
fn a_list_shows_and_finds_what_is_selected() {
    let items: Vec<Item<'_>> = ["一件目", "二件目", "三件目", "四件目"]
        .iter()
        .zip([Role::Ok, Role::Warning, Role::Text, Role::Error])
        .map(|(text, role)| Item {
            text,
            note: "09:10",
            role,
        })
        .collect();
    let mut list = List {
        items: &items,
        selected: Some(3),
        top: 0,
    };
    list.top = list.top_for(2);
    assert_eq!(list.top, 2);
    let area = Rect::new(0, 0, 20, 2);
    let mut screen = Buffer::empty(area);
    list.draw(ASCII, area, &mut screen);
    assert_eq!(screen_text(&screen), "   三件目      09:10\n>x 四件目      09:10");
    assert_eq!(list.item_at(area, Position::new(5, 1)), Some(3));
    assert_eq!(list.item_at(area, Position::new(5, 2)), None);
}

#[test]
fn columns_of_the_least_rank_give_way_when_it_gets_narrow() {
    let columns = columns(&JA);
    let table = table(&columns, &[]);
    assert_eq!(table.widths(77), [5, 50, 18]);
    assert_eq!(table.widths(36), [5, 29, 0]);
    assert_eq!(table.widths(26), [0, 26, 0]);
    assert_eq!(table.widths(10), [0, 10, 0]);
}

#[test]
fn a_table_scrolls_by_whole_lines_to_the_selected_one() {
    let columns = columns(&JA);
    let lines: Vec<Line<'_>> = JA
        .lines
        .iter()
        .map(|cells| Line {
            cells,
            role: Role::Text,
        })
        .collect();
    let mut table = table(&columns, &lines);
    table.selected = Some(2);
    let area = Rect::new(0, 0, 60, 5);
    table.top = table.top_for(area);
    assert_eq!(table.top, 1);
    assert_eq!(table.line_at(area, Position::new(0, 3)), Some(1));
    assert_eq!(table.line_at(area, Position::new(0, 4)), Some(2));
    assert_eq!(table.line_at(area, Position::new(0, 1)), None);
}

#[test]
fn keys_that_do_not_fit_are_left_out_whole() {
    let area = Rect::new(0, 0, 30, 1);
    let mut screen = Buffer::empty(area);
    assert_eq!(key_bar(&JA.keys, ASCII, area, &mut screen), 2);
    assert_eq!(screen_text(&screen), "Tab 次の欄  F1 ヘルプ");
}

#[test]
fn a_rail_too_long_shows_where_one_is_and_what_comes_next() {
    let steps: Vec<Step<'_>> = JA
        .steps
        .iter()
        .map(|title| Step {
            title,
            progress: Progress::Open,
        })
        .collect();
    let mut steps = steps;
    steps[2].progress = Progress::Here;
    let area = Rect::new(0, 0, 14, 2);
    let mut screen = Buffer::empty(area);
    assert_eq!(rail(&steps, ASCII, area, &mut screen), 2);
    assert_eq!(screen_text(&screen), "[>] 対処\n[ ] 評価");
}

#[test]
fn the_clock_grows_with_its_area_and_falls_back_to_text() {
    let draw = |time: &str, width: u16, height: u16| {
        let area = Rect::new(0, 0, width, height);
        let mut screen = Buffer::empty(area);
        big_clock(time, ASCII.style(Role::Title), area, &mut screen);
        screen_text(&screen)
    };
    insta::assert_snapshot!("a_clock", draw("00:12:30", 60, 7));
    assert_eq!(
        draw("12:30", 80, 10).matches('#').count(),
        draw("12:30", 40, 5).matches('#').count() * 4
    );
    assert_eq!(draw("00:12:30", 10, 1), " 00:12:30");
    assert_eq!(draw("まもなく", 60, 1).trim(), "まもなく");
}

#[test]
fn no_state_is_told_by_colour_alone() {
    for role in [
        Role::Added,
        Role::Removed,
        Role::Ok,
        Role::Warning,
        Role::Error,
        Role::Selection,
    ] {
        assert!(role.mark().is_ascii() && !role.mark().is_empty(), "{role:?}");
    }
    let marks: std::collections::HashSet<_> =
        [Role::Added, Role::Removed, Role::Ok, Role::Warning, Role::Error]
            .map(Role::mark)
            .into();
    assert_eq!(marks.len(), 5);
}

#[test]
fn without_colour_there_is_none_and_with_it_only_the_sixteen() {
    use ratatui::style::Color;
    for role in Role::ALL {
        let plain = Theme::Plain.style(role);
        assert_eq!((plain.fg, plain.bg), (None, None), "{role:?}");
        for theme in [Theme::Dark, Theme::Light, Theme::HighContrast] {
            let style = theme.style(role);
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert!(!matches!(colour, Color::Rgb(..) | Color::Indexed(_)), "{role:?}");
            }
            assert_ne!(style.fg, style.bg, "{theme:?} {role:?}");
        }
    }
}

#[test]
fn every_widget_bears_every_size() {
    for (width, height) in (0..30).flat_map(|width| (0..6).map(move |height| (width, height))) {
        let area = Rect::new(0, 0, width, height);
        let mut screen = Buffer::empty(area);
        let beyond = Rect::new(0, 0, 80, 24);
        for target in [area, beyond] {
            banner(JA.banner, Role::Banner, BOX, target, &mut screen);
            let panel = Panel {
                title: JA.sheet,
                note: JA.saved,
                focus: Focus::Here,
            };
            let inner = panel.draw(BOX, target, &mut screen);
            let frame = FieldFrame {
                label: JA.label,
                required: JA.required,
                hint: JA.hint,
                state: (JA.saved, Role::Ok),
                focus: Focus::Here,
            };
            frame.draw(BOX, inner, &mut screen);
            let columns = columns(&JA);
            let lines: Vec<Line<'_>> = JA
                .lines
                .iter()
                .map(|cells| Line {
                    cells,
                    role: Role::Text,
                })
                .collect();
            let table = table(&columns, &lines);
            table.draw(BOX, target, &mut screen);
            table.top_for(target);
            let dialog = Dialog {
                title: JA.sheet,
                text: JA.hint,
                choices: &[],
                selected: 0,
            };
            dialog.draw(BOX, target, &mut screen);
            key_bar(&JA.keys, BOX, target, &mut screen);
            big_clock("00:00", BOX.style(Role::Title), target, &mut screen);
            let step = Step {
                title: "対処",
                progress: Progress::Here,
            };
            rail(&[step], BOX, target, &mut screen);
        }
    }
}
