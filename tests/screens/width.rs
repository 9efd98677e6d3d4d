//! Room goes to what needs it: nothing is cut beside room that nothing stands in.

use std::path::Path;

use kijo::domain::event::{Round, Step};
use kijo::domain::sheet::Artefact;
use kijo::domain::words::Lang;

use crate::desk::Desk;
use crate::shots::{COMMON, LANGS, LEAST, ROOMY};
use crate::stories::{alone, enter, responses, row, sheet, sixty_rows, text};

fn at_table(lang: Lang, fill: impl Fn(&mut Desk)) -> Desk {
    let mut desk = alone(lang);
    fill(&mut desk);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk
}

/// The heads of the table that is shown.
fn heads(desk: &Desk) -> Vec<String> {
    let screen = desk.screen();
    let line = screen.lines().find(|line| line.contains("No ")).expect("a table");
    line.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn on_a_roomy_screen_only_long_tables_are_cut() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens/snapshots");
    for entry in std::fs::read_dir(folder).expect("the snapshots") {
        let path = entry.expect("a snapshot").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let long = ["fact_sheet_", "table_long_", "search_"].iter().any(|one| name.starts_with(one));
        if name.ends_with("_200x60.snap") && !long {
            let screen = std::fs::read_to_string(&path).expect("a text");
            let cut = screen.lines().find(|line| line.contains(".."));
            assert_eq!(cut, None, "{name}");
        }
    }
}

#[test]
fn rows_say_all_of_it_as_long_as_the_table_has_room() {
    let whole = "公開されている番号へ折り返し、通報の真偽を確かめる";
    for size in [LEAST, COMMON, ROOMY] {
        let mut desk = at_table(Lang::Ja, |desk| responses(desk, Round::One));
        desk.size(size.0, size.1);
        assert!(!desk.screen().contains(".."), "{}", desk.screen());
        // Told in the table, it needs not be told below it once more.
        assert!(!desk.screen().contains(&format!("対処・判断の内容：{whole}")), "{}", desk.screen());
        sixty_rows(&mut desk, Round::One);
        desk.keys("Down*2");
        assert!(desk.screen().contains(".."), "{}", desk.screen());
        let screen = desk.screen();
        let shown = screen.lines().filter(|line| line.contains("補 ") || line.contains("取引先への影響"));
        assert!(shown.count() > usize::from(size.1) / 2, "a line each:\n{screen}");
    }
}

#[test]
fn columns_stay_while_a_table_is_filled() {
    for lang in LANGS {
        for size in [LEAST, COMMON, ROOMY] {
            let mut few = at_table(lang, |desk| {
                let table = sheet(Artefact::ResponseTable, Round::One);
                row(desk, table, "rows", "first", &[("situation", text("不審"))]);
            });
            few.size(size.0, size.1);
            let mut many = at_table(lang, |desk| sixty_rows(desk, Round::One));
            many.size(size.0, size.1);
            assert_eq!(heads(&few), heads(&many), "{size:?}");
        }
    }
}

#[test]
fn a_table_is_laid_out_anew_for_what_is_written() {
    let mut desk = at_table(Lang::En, |desk| responses(desk, Round::One));
    let before = desk.screen();
    let table = sheet(Artefact::ResponseTable, Round::One);
    row(&mut desk, table, "rows", "r4", &[("situation", text("受注サーバーの記録が途切れている"))]);
    assert_ne!(desk.screen(), before);
    assert!(desk.screen().contains("受注サーバーの記"), "{}", desk.screen());
    let english = desk.screen();
    desk.keys("Ctrl+L");
    assert!(desk.screen().contains("判断の責任者"), "{}", desk.screen());
    desk.keys("Ctrl+L");
    assert_eq!(desk.screen(), english);
}
