//! How a scenario is written.

use crate::domain::id::Slug;
use crate::domain::scenario::{
    Channel, ChoiceOption, Condition, Duty, ExpectedAction, Goal, Inject, LogNeed, LogProperty, Mark, Need,
    Parameter, ParameterKind, PressQuestion, Prompt, ReporterCard, Request, RoleCard, Scenario, Scene,
    Trigger, Twist, Weight,
};
use crate::material::decode::{record, variants};

record!(Scenario; id, number, title, case_kind, summary, starts, source, path, channel, hook, truth, parameters, marks,
    scenes, injects, requests, expected, questions, duties, goals, factors, roles, reporters,
    twists);

variants!(Channel, Self::Phone; Phone, Mail, Chat, InPerson, WebForm, Letter, Social, Press, Alert);

record!(Parameter; id, label, kind);
variants!(ParameterKind, Self::YesNo { default: false };
    Number { offered, default, least, most, unit, grows },
    Choice { options, default },
    YesNo { default });
record!(ChoiceOption; id, label);
variants!(Condition, Self::Yes(Slug::stand_in());
    Yes(parameter), No(parameter), Is(parameter, option), AtLeast(parameter, number), Below(parameter, number));

record!(Mark; row, need);
variants!(Need, Self::Required; Required, IfRelevant);
record!(Scene; id, minute, title, text);
variants!(Weight, Self::Core; Core, Spare);

record!(Inject; id, title, trigger, when, from, to, channel, text, expected, prompts, phase, public, weight, takes);
variants!(Trigger, Self::Manual; At(minute), Manual, OnRequest(request), Unless(action, minute));
record!(Prompt; role, lines);

record!(Request; id, need, available, partial, missing, cost, weight, takes);
record!(LogNeed; row, kind, days, properties);
variants!(LogProperty, Self::Allowed; Allowed, Complete, Central, TimeSynced);

record!(ExpectedAction; id, text);
record!(PressQuestion; id, when, text, hostility, listen_for);
record!(Duty; id, when, text, by);
record!(Goal; id, text);
record!(RoleCard; role, knows, worries);
record!(ReporterCard; id, medium, after);
record!(Twist; factor, story);
