//! kijo (机上) runs a security-incident tabletop workshop in the terminal.
//!
//! A screen, and what its parts are called in the code:
//!
//! ```text
//!  EXERCISE  Targeted attack 2026-11#1  Round one: Response table  Group 1                   T+2h   screens::frame
//!  ~~~~~~~~  ~~~~~~~~~~~~~~~~~~~~~~~~~  ~~~~~~~~~  ~~~~~~~~~~~~~~  ~~~~~~~                   ~~~~
//!  drill     case name (a cell)         Round      Step            GroupId                   Minute since T0
//!
//!  v Preparation        | Response table                                 | Situation               screens::reference
//!  v Introduction       | No  Time   Situation      Decision owner       |
//!  Round one            | 1   T+15m  JPCERT/CC …    CSIRT                | T+1h  [answer] Proxy    play::Disclosure
//!  v Choose incident    | 2   T+40m  a PC talks …   CIO ! no answer      | Partly: not everything
//!  v Initial response   | ~   ~~~~~  ~~~~~~~~~~~    ~~~   ~~~~~~~~~      | passes here.
//!  > Response table     | Row Cell   Value::Text    Seat  gaps::Flag     | ~~~~~~ log_request::Resolution
//!  . Report             | + add a row                                    |
//!  . Press conference   |                                                | T+0  [first notice]     the scenario's hook
//!  ~~~~~~~~~~~~~~~~~~     ~~~~~~~~~~~ screens::sheet                        JPCERT/CC, by mail
//!  screens::frame, flow::STEPS                                                        saved   only after the disk has it
//!  F1 Help  F2 Reference  F3 Steps  F5 Menu  Ctrl+N Next step                                keymap: the one table
//! ```
//!
//! # Words
//!
//! **Of the program.** A [`message::Message`] happened in the user interface. A [`domain::command::Command`] is what
//! somebody wants of the workshop. An [`domain::event::Event`] happened and is stored. An [`app::effect::Effect`] is I/O to
//! do. `ARCHITECTURE.md` shows how they follow from one another.
//!
//! **Of the workshop.**
//!
//! | word | 日本語 | is |
//! | --- | --- | --- |
//! | artefact, sheet | 帳票 | something people fill in: [`domain::sheet`] |
//! | cell, revision | 記入欄、版 | one place of a sheet, and one text that stood there |
//! | change set | 変更のまとまり | changes of the review with their one reason |
//! | disclosure | 開示 | something the group was told |
//! | exercise time, T0 | 演習内の時刻 | minutes since the organisation became aware |
//! | facilitator | 進行役 | who sees the console; not the group's CSIRT |
//! | fact sheet | ファクトシート | the IT environment; requests for logs are answered from it |
//! | factor | 付加要因 | a complication of round two |
//! | gap, flag | 不足、要確認 | something missing; something thrown into doubt |
//! | grounds, reason | 判断の根拠、変更理由 | why it was judged so; why it was changed |
//! | inject | 状況付与 | something that comes to the group |
//! | material | 教材 | what authors write as RON, frozen into a workshop |
//! | participant, seat, group | 参加者、役、グループ | a person; a stakeholder that a person plays; who plays together |
//! | policy, rules | ポリシー、規定 | the workshop's sheet; the organisation's real documents |
//! | request, resolution | 照会、照会結果 | a log asked for; what the fact sheet says to that |
//! | round, stage, step | インシデント（一・二）、段階、工程 | one incident played; a part of the day; a screen of it |
//! | scene | 場面 | a moment of the incident that the facilitator releases |
//! | snapshot | 時点 | round one as played, as reviewed, round two as played |
//! | stakeholder | ステークホルダー | a role in the incident |

pub mod app;
pub mod begin;
pub mod cli;
pub mod commands_file;
pub mod config;
pub mod domain;
pub mod example;
pub mod export;
pub mod keymap;
pub mod material;
pub mod message;
pub mod runtime;
pub mod screens;
pub mod store;
pub mod terminal;
pub mod text;
pub mod ui;
