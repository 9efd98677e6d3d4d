//! What authors begin with: templates that keep step with the form of the material, and guides that leave nothing out.

mod guides;
mod schema;

use std::collections::BTreeSet;
use std::path::Path;

use kijo::domain::id::Slug;
use kijo::domain::library::{Library, Material};
use kijo::domain::words::Lang;
use kijo::material::check::check_content;
use kijo::material::load::{embedded, load_paths};
use kijo::material::problem::Problem;
use kijo::material::template::{MARK, Template};
use kijo::material::trouble::{TextTrouble, Trouble};
use schema::{Declared, declared, mentions};

const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];

/// The types that are written in a file of each kind. Policies and guidance have no template.
fn types(template: Template) -> &'static [&'static str] {
    match template {
        Template::Scenario => &[
            "Scenario",
            "Channel",
            "Parameter",
            "ParameterKind",
            "ChoiceOption",
            "Condition",
            "Mark",
            "Need",
            "Scene",
            "Weight",
            "Inject",
            "Trigger",
            "Prompt",
            "Request",
            "LogNeed",
            "LogKind",
            "LogProperty",
            "ExpectedAction",
            "PressQuestion",
            "Duty",
            "Goal",
            "RoleCard",
            "ReporterCard",
            "Twist",
        ],
        Template::FactSheet => &[
            "FactSheet",
            "OrganisationNames",
            "FactSection",
            "FactRow",
            "Known",
            "MayStop",
            "LogFacts",
            "LogKind",
            "Retention",
        ],
        Template::Stakeholders => {
            &["StakeholderList", "Stakeholder", "Side", "ActorRole", "Contacts", "Decision"]
        }
        Template::Factor => &["Factor", "Strikes", "FactorEffect", "Channel"],
    }
}

const WITHOUT_TEMPLATE: [&str; 15] = [
    "PolicyTopics",
    "PolicyTopic",
    "Guidance",
    "Item",
    "Slot",
    "Timetable",
    "TimeBox",
    "Explained",
    "CsirtFunction",
    "Phase",
    "Process",
    "CheckItem",
    "Deadline",
    "ClockStart",
    "Term",
];

fn every_template() -> impl Iterator<Item = (Template, Lang, String)> {
    let in_both = |template: Template| LANGS.map(|lang| (template, lang, template.text(lang)));
    Template::ALL.into_iter().flat_map(in_both)
}

/// A template in which somebody has written.
fn filled(text: &str, lang: Lang) -> String {
    text.replace(MARK.get(lang), "written by the author")
}

fn problems(text: &str) -> Vec<Problem> {
    check_content(Path::new("template.ron"), text.into())
}

#[test]
fn every_declared_type_is_looked_for_somewhere() {
    let looked_for: BTreeSet<&str> =
        Template::ALL.into_iter().flat_map(types).chain(&WITHOUT_TEMPLATE).copied().collect();
    let all = declared();
    let declared: BTreeSet<&str> = all.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(looked_for, declared);
}

#[test]
fn every_field_and_every_word_stands_in_its_template() {
    let all = declared();
    for (template, lang, text) in every_template() {
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        let belongs = |one: &&Declared| types(template).contains(&one.name.as_str());
        for one in all.iter().filter(belongs) {
            for field in &one.fields {
                assert!(mentions(&code, field, ":"), "{template:?} {lang:?}: {}.{field}", one.name);
            }
            for word in &one.words {
                assert!(mentions(&text, word, ""), "{template:?} {lang:?}: {}::{word}", one.name);
            }
        }
    }
}

#[test]
fn every_effect_stands_in_the_factors_template_as_it_is_written() {
    let all = declared();
    let effects = all.iter().find(|one| one.name == "FactorEffect").expect("the effects");
    assert!(effects.words.len() >= 18);
    for lang in LANGS {
        let text = filled(&Template::Factor.text(lang), lang);
        let pieces = load(&text);
        let [Material::Factor(factor)] = pieces.as_slice() else {
            panic!("one factor");
        };
        assert_eq!(factor.effects.len(), effects.words.len());
    }
}

/// A line of code, its texts left out.
fn without_texts(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

#[test]
fn both_languages_have_the_same_form() {
    let all = declared();
    for template in Template::ALL {
        let [ja, en] = LANGS.map(|lang| {
            let text = template.text(lang);
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            code.map(without_texts).collect::<Vec<_>>()
        });
        for field in all.iter().flat_map(|one| &one.fields) {
            let count = |code: &[String]| code.iter().filter(|line| mentions(line, field, ":")).count();
            assert_eq!(count(&ja), count(&en), "{template:?}: {field}");
        }
    }
}

#[test]
fn an_untouched_template_tells_what_is_to_be_written_and_nothing_else() {
    for (template, lang, text) in every_template() {
        let marked: Vec<_> =
            text.lines().enumerate().filter(|(_, line)| line.contains(MARK.get(lang))).collect();
        let marked = marked.iter().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let problems = problems(&text);
        assert!(problems.len() > 5, "{template:?}");
        for problem in &problems {
            assert_eq!(problem.trouble, Trouble::Text(TextTrouble::Unfilled(MARK.get(lang))), "{problem:?}");
        }
        let lines: BTreeSet<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, marked.map(|(index, _)| index + 1).collect(), "{template:?} {lang:?}");
    }
}

#[test]
fn a_filled_template_has_no_problem() {
    for (template, lang, text) in every_template() {
        assert_eq!(problems(&filled(&text, lang)), [], "{template:?} {lang:?}");
    }
}

#[test]
fn a_mark_is_told_at_its_place_in_both_languages() {
    let text = "Policies(format: 1, id: \"x\", topics: [(id: \"a\", title: \"題は＜記入＞\",\n  question: \
                \"1\\n\\t<fill in>\", good: \"fill in\")])";
    let problems = problems(text);
    let places: Vec<_> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
    assert_eq!(places, [(1, 59), (2, 19)]);
    assert_eq!(problems[0].what(Lang::En), "still to be filled in (`＜記入＞`)");
    assert_eq!(problems[1].what(Lang::Ja), "まだ記入されていません（`<fill in>`）");
}

/// The pieces of a file, laid over nothing.
fn load(text: &str) -> Vec<Material> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.ron");
    std::fs::write(&path, text).expect("a file");
    let loaded = load_paths(&[path]);
    assert_eq!(loaded.problems, []);
    let shipped = embedded().pieces;
    loaded.pieces.into_iter().map(|piece| piece.material).filter(|piece| !shipped.contains(piece)).collect()
}

#[test]
fn forms_hold_every_row_and_role_that_the_shipped_scenarios_name() {
    let shipped = embedded();
    let mut rows = BTreeSet::new();
    let mut roles = BTreeSet::new();
    for scenario in shipped.scenarios() {
        rows.extend(scenario.requests.iter().map(|request| &request.need.row));
        rows.extend(scenario.marks.iter().map(|mark| &mark.row));
        roles.extend(scenario.injects.iter().flat_map(|inject| &inject.to));
        roles.extend(&scenario.path);
        roles.extend(scenario.roles.iter().map(|card| &card.role));
    }
    for lang in LANGS {
        let own = |template: Template| Library { pieces: load(&filled(&template.text(lang), lang)) };
        let library = own(Template::FactSheet);
        let sheet = library.fact_sheet("my-organisation").expect("the fact sheet");
        let missing: Vec<&&Slug> = rows.iter().filter(|id| sheet.row(id.as_str()).is_none()).collect();
        assert!(missing.is_empty(), "rows {missing:?}");
        let library = own(Template::Stakeholders);
        let list = library.stakeholder_list("my-people").expect("the list");
        let has = |id: &Slug| list.stakeholders.iter().any(|one| one.id == *id);
        let missing: Vec<&&Slug> = roles.iter().filter(|id| !has(id)).collect();
        assert!(missing.is_empty(), "roles {missing:?}");
    }
}
