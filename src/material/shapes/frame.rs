//! How complicating factors, policy topics and the guidance are written.

use crate::domain::factor::{Factor, FactorEffect, Strikes};
use crate::domain::guidance::{
    CheckItem, ClockStart, CsirtFunction, Deadline, Explained, Guidance, Item, Phase, Process, Slot, Term,
    TimeBox, Timetable,
};
use crate::domain::policy::{PolicyTopic, PolicyTopics};
use crate::material::decode::{record, variants};

record!(Factor; id, title, story, observe, strikes, effects, fits);
variants!(Strikes, Self::AtStart; AtStart, At(minute), AtPress);
variants!(FactorEffect, Self::ConferenceFailed;
    Unreachable(stakeholders),
    CountsRise { every, percent, times },
    ConferenceFailed,
    HostilePress { hostility, minutes },
    NotEncrypted(row),
    OutOfHours,
    LogsLost(rows),
    NextLogLost,
    Unusable(rows),
    TellOnly(stakeholders),
    BringIn(stakeholders),
    NeedsRule(topic),
    Recalls(items),
    Demands { what, within, items },
    Leaks,
    Compromised(channels),
    Message { from, channel, text, public },
    OtherNumbers { percent, from, channel, text });

record!(PolicyTopics; id, topics);
record!(PolicyTopic; id, title, question, good, item);

record!(Guidance; id, goals, ground_rules, slots, severities, priorities, timetables, phases, processes, record_items,
    csirt_functions, planning_points, attack_stages, closing_checks, hot_wash, next_steps, deadlines, glossary);
record!(Item; id, text);
record!(Slot; id, label, until);
record!(Timetable; id, title, boxes);
record!(TimeBox; title, steps, round, minutes);
record!(Explained; id, title, text);
record!(CsirtFunction; id, side, title, text);
record!(Phase; id, title, essence, actors, actions, inputs, outputs, skills);
record!(Process; id, title, items);
record!(CheckItem; id, text, only);
record!(Deadline; id, law, applies, clock_starts, limit, counts_from, source, checked_on);
variants!(ClockStart, Self::Other, absent Self::Other; Awareness, Other);
record!(Term; id, term, meaning);
