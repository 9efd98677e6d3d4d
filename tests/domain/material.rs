//! Material to play on: a small library in which every number can be reckoned by hand, and the shipped one.

#[path = "../support/library.rs"]
mod library;

use std::sync::OnceLock;

use kijo::domain::fact_sheet::{FactRow, Known};
use kijo::domain::factor::{Factor, FactorEffect, Strikes};
use kijo::domain::id::{Minute, slug};
use kijo::domain::library::{Library, Material};
use kijo::domain::scenario::{
    ChoiceOption, Condition, Inject, Parameter, ParameterKind, PressQuestion, Scenario, Trigger,
};
use kijo::domain::stakeholder::Stakeholder;
use kijo::domain::words::Bilingual;

/// The material in the program.
pub fn shipped() -> &'static Library {
    static SHIPPED: OnceLock<Library> = OnceLock::new();
    SHIPPED.get_or_init(kijo::material::load::embedded)
}

/// Two incidents, five factors, three fact-sheet rows, four people.
///
/// The incident `leak`: scenes at 0, 120 and 1440; a number that grows from 1,000 to at most 2,000; injects of
/// every trigger; questions of every hostility.
pub fn small() -> Library {
    let mut library = library::library();
    library.pieces.retain(|piece| !matches!(piece, Material::Factor(_)));
    for piece in &mut library.pieces {
        match piece {
            Material::Scenario(scenario) => rework(scenario),
            Material::FactSheet(sheet) => {
                let rows = &mut sheet.sections[0].rows;
                let personal_data =
                    FactRow { id: slug("personal-data"), encrypted: Known::Yes, ..rows[1].clone() };
                rows.push(personal_data);
            }
            Material::Stakeholders(list) => {
                let cio = Stakeholder { id: slug("cio"), ..list.stakeholders[0].clone() };
                list.stakeholders.push(cio);
            }
            _ => {}
        }
    }
    library.pieces.extend(factors().into_iter().map(Material::Factor));
    library
}

/// The small library with one more factor that fits its incidents: `made`.
pub fn with_factor(strikes: Strikes, effects: Vec<FactorEffect>) -> Library {
    with_factors([("made", strikes, effects)])
}

/// The small library with more factors that fit its incidents.
pub fn with_factors<const N: usize>(made: [(&str, Strikes, Vec<FactorEffect>); N]) -> Library {
    let mut library = small();
    for (id, strikes, effects) in made {
        for piece in &mut library.pieces {
            if let Material::Scenario(scenario) = piece {
                scenario.factors.push(slug(id));
            }
        }
        let (title, story, observe) = (words(id), words("話"), words("見どころ"));
        library.pieces.push(Material::Factor(Factor {
            id: slug(id),
            title,
            story,
            observe,
            strikes,
            effects,
            fits: Vec::new(),
        }));
    }
    library
}

fn words(ja: &str) -> Bilingual {
    Bilingual::new(ja, format!("en: {ja}"))
}

fn rework(scenario: &mut Scenario) {
    if let Some(parameter) = scenario.parameters.first_mut()
        && let ParameterKind::Number { default, most, grows, .. } = &mut parameter.kind
    {
        (*default, *most, *grows) = (1_000, 2_000, true);
    }
    scenario.parameters.push(Parameter {
        id: slug("cards"),
        label: words("カード"),
        kind: ParameterKind::YesNo { default: false },
    });
    let option = |id: &str| ChoiceOption { id: slug(id), label: words(id) };
    scenario.parameters.push(Parameter {
        id: slug("data"),
        label: words("情報"),
        kind: ParameterKind::Choice {
            options: vec![option("customer"), option("sales")],
            default: slug("customer"),
        },
    });
    let last = scenario.scenes[1].clone();
    scenario.scenes.push(kijo::domain::scenario::Scene { id: slug("day"), minute: Minute(1440), ..last });
    let like = scenario.injects[0].clone();
    let inject = |id: &str, trigger: Trigger| Inject {
        id: slug(id),
        trigger,
        text: words("{records}件です"),
        ..like.clone()
    };
    scenario.injects.extend([
        inject("at-once", Trigger::At(Minute(0))),
        inject("timed", Trigger::At(Minute(60))),
        inject("unless", Trigger::Unless(slug("preserve"), Minute(90))),
        inject("asked", Trigger::OnRequest(slug("proxy-log"))),
        Inject {
            when: Some(Condition::Yes(slug("cards"))),
            ..inject("card-holder", Trigger::At(Minute(60)))
        },
    ]);
    let question = |hostility: u8| PressQuestion {
        id: slug(&format!("question-{hostility}")),
        when: None,
        text: words("{records}件で間違いありませんか"),
        hostility,
        listen_for: words("数の時点"),
    };
    scenario.questions = vec![question(1), question(2), question(3)];
    scenario.factors = ["c-01", "c-02", "c-03", "c-04", "c-05"].map(slug).to_vec();
}

fn factors() -> Vec<Factor> {
    let factor = |id: &str, strikes: Strikes, effect: FactorEffect| Factor {
        id: slug(id),
        title: words(id),
        story: words("話"),
        observe: words("見どころ"),
        strikes,
        effects: vec![effect],
        fits: Vec::new(),
    };
    let rise = FactorEffect::CountsRise { every: Minute(100), percent: 150, times: 3 };
    let press = FactorEffect::HostilePress { hostility: 3, minutes: 3 };
    vec![
        factor("c-01", Strikes::AtStart, FactorEffect::Unreachable(vec![slug("cio"), slug("executive")])),
        factor("c-02", Strikes::At(Minute(100)), rise),
        factor("c-03", Strikes::AtStart, FactorEffect::ConferenceFailed),
        factor("c-04", Strikes::AtPress, press),
        factor("c-05", Strikes::At(Minute(1440)), FactorEffect::NotEncrypted(slug("personal-data"))),
        // Fits no incident of this library.
        factor("c-99", Strikes::AtStart, FactorEffect::ConferenceFailed),
    ]
}
