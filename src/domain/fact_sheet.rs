//! The IT-environment fact sheet: what exists, how it is managed, what is logged (W-28…W-34).
//!
//! It is not decoration: requests for logs are answered from it (see `log_request`).

use serde::{Deserialize, Serialize};

use super::id::Slug;
use super::log_request::{Resolution, resolve};
use super::scenario::LogNeed;
use super::words::{Bilingual, Words, words};

/// One organisation's simplified IT environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactSheet {
    /// Name; never changes.
    pub id: Slug,
    /// The fictional organisation.
    pub organisation: Bilingual,
    /// How texts speak of it.
    #[serde(default)]
    pub names: OrganisationNames,
    /// What it does, how large it is.
    pub summary: Bilingual,
    /// The stakeholder list that goes with it.
    #[serde(default)]
    pub stakeholders: Option<Slug>,
    /// Sections in order.
    pub sections: Vec<FactSection>,
}

impl FactSheet {
    /// All rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = &FactRow> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// How this environment answers a need for a log.
    pub fn answers(&self, need: &LogNeed) -> Resolution {
        resolve(need, self.row(need.row.as_str()).and_then(|row| row.log.as_ref()))
    }

    /// The row named `id`.
    pub fn row(&self, id: &str) -> Option<&FactRow> {
        self.rows().find(|row| row.id == *id)
    }
}

/// How the texts of any scenario speak of this organisation: `{domain}`, `{us}`, `{you}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationNames {
    /// Its domain, for addresses: `sagamino.example.jp`.
    pub domain: String,
    /// How it calls itself: 当社.
    pub us: Bilingual,
    /// How others address it in writing: 貴社.
    pub you: Bilingual,
}

impl Default for OrganisationNames {
    /// What fits most companies.
    fn default() -> Self {
        Self {
            domain: "example.jp".to_owned(),
            us: Bilingual::new("当社", "the company"),
            you: Bilingual::new("貴社", "your company"),
        }
    }
}

/// A section of the fact sheet: client PCs, network, business servers, mail, public servers, …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactSection {
    /// Name.
    pub id: Slug,
    /// Title.
    pub title: Bilingual,
    /// Rows in order.
    pub rows: Vec<FactRow>,
}

/// One thing of the environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactRow {
    /// Name.
    pub id: Slug,
    /// Title.
    pub name: Bilingual,
    /// What there is: product, version, OS, number.
    pub environment: Bilingual,
    /// How it is managed (管理状況).
    pub management: Bilingual,
    /// Patch state and way of updating.
    pub patching: Option<Bilingual>,
    /// Number of privileged accounts.
    pub privileged: Option<u32>,
    /// Whether it reaches the Internet.
    pub internet: Known,
    /// Whether what it stores is encrypted.
    pub encrypted: Known,
    /// The stakeholder who answers for it.
    pub owner: Option<Slug>,
    /// Whether it may be stopped, and by whom (W-03).
    pub may_stop: MayStop,
    /// The business that stops with it.
    pub stops: Option<Bilingual>,
    /// What is logged; `None` when nothing could be.
    pub log: Option<LogFacts>,
}

/// Yes, no, nobody knows, or it does not apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Known {
    /// はい
    Yes,
    /// いいえ
    No,
    /// 不明
    Unknown,
    /// 該当なし
    #[default]
    NotApplicable,
}

/// Whether a system may be stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MayStop {
    /// The operators may, at any time.
    Freely,
    /// Somebody has to approve.
    WithApproval,
    /// Stopping endangers people or the business itself.
    Never,
    /// Nobody has decided.
    #[default]
    Undecided,
}

/// What a row logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogFacts {
    /// Kinds of log collected.
    pub kinds: Vec<LogKind>,
    /// Items recorded, and how they are collected, in words.
    pub method: Bilingual,
    /// How long they are kept.
    pub retention: Retention,
    /// Whether allowed traffic is recorded too.
    pub allowed: Known,
    /// Whether everything passes here.
    pub complete: Known,
    /// Whether it is collected centrally.
    pub central: Known,
    /// Whether the clock is synchronised.
    pub time_synced: Known,
    /// What analysis is done.
    pub analysis: Option<Bilingual>,
    /// Who can extract it (W-55).
    pub extractor: Option<Slug>,
    /// How many minutes that takes.
    pub minutes: Option<u32>,
    /// Whether it can be extracted out of hours.
    pub after_hours: Known,
}

/// A kind of log, or of record that answers the same sort of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LogKind {
    /// Connections let through or refused.
    Connection,
    /// Web pages asked for, seen from the client's side (proxy) or from the server's.
    Access,
    /// Sign-ins, successful and failed.
    Authentication,
    /// What administrators and settings did.
    Administration,
    /// Mail sent and received.
    Mail,
    /// Detections of anti-virus, EDR, IDS, WAF.
    Detection,
    /// Which device had which address, and when.
    AddressLease,
    /// Files read, copied, deleted, shared.
    FileAccess,
    /// Queries to and exports from a database.
    Query,
    /// Changes of content, programs and configuration.
    Change,
    /// Processes and commands on a machine.
    Process,
    /// Printing.
    Print,
    /// Support tickets and call notes.
    Ticket,
    /// Inventories: devices, owned addresses, contracts, data held.
    Inventory,
}

impl LogKind {
    /// All kinds, with the name stored in cells and the words shown.
    pub const ALL: [(Self, &'static str, Words); 14] = [
        (Self::Connection, "connection", words("通信の許可・拒否", "Connections")),
        (Self::Access, "access", words("Web アクセス", "Web access")),
        (Self::Authentication, "authentication", words("認証", "Sign-ins")),
        (Self::Administration, "administration", words("管理操作", "Administration")),
        (Self::Mail, "mail", words("メール送受信", "Mail flow")),
        (Self::Detection, "detection", words("検知", "Detections")),
        (Self::AddressLease, "address-lease", words("アドレス割当", "Address leases")),
        (Self::FileAccess, "file-access", words("ファイル操作", "File access")),
        (Self::Query, "query", words("データベース操作", "Database queries")),
        (Self::Change, "change", words("変更履歴", "Changes")),
        (Self::Process, "process", words("プロセス・コマンド", "Processes")),
        (Self::Print, "print", words("印刷", "Printing")),
        (Self::Ticket, "ticket", words("問い合わせ記録", "Support tickets")),
        (Self::Inventory, "inventory", words("台帳・一覧", "Inventories")),
    ];

    /// The name stored in cells.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The words shown.
    pub fn words(self) -> Words {
        Self::ALL[self as usize].2
    }

    /// The kind stored as `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, stored, _)| *stored == name).map(|(kind, ..)| *kind)
    }
}

/// How long a log is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Retention {
    /// This many days.
    Days(u32),
    /// Overwritten when full; nobody knows how far back it reaches.
    Overwritten,
    /// Never decided.
    Undefined,
    /// Not kept.
    NotKept,
}
