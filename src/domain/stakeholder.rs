//! The stakeholder list: who can do and decide what, inside and outside (W-35…W-37).

use serde::{Deserialize, Serialize};

use super::id::Slug;
use super::words::Bilingual;

/// A list of stakeholders that matches a fact sheet's organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StakeholderList {
    /// Name; never changes.
    pub id: Slug,
    /// Title of the list.
    pub title: Bilingual,
    /// The stakeholders in order.
    pub stakeholders: Vec<Stakeholder>,
}

/// One role in the incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stakeholder {
    /// Name; never changes.
    pub id: Slug,
    /// Inside or outside the organisation.
    pub side: Side,
    /// Title of the role.
    pub name: Bilingual,
    /// Reading in kana, so that a picker finds kanji by typing it.
    pub reading: String,
    /// What the role does in real life.
    pub real_role: Bilingual,
    /// Remarks.
    pub remarks: Option<Bilingual>,
    /// Actors of the handling phases that this role is.
    pub actors: Vec<ActorRole>,
    /// Who stands in.
    pub deputy: Option<Slug>,
    /// How to reach the role.
    pub contacts: Contacts,
    /// What the role may decide.
    pub decides: Vec<Decision>,
    /// Whether the workshop can do without it (HR, vendor).
    pub optional: bool,
}

/// Inside or outside the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// 社内
    Inside,
    /// 社外
    Outside,
}

/// An actor of the handling phases (主体).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ActorRole {
    /// 利用者
    User,
    /// LAN 管理・運用者（情報システム部門）
    LanIt,
    /// LAN 管理・運用者（各事業部門）
    LanBusiness,
    /// 情報セキュリティ責任者
    Ciso,
    /// 外部専門組織
    Expert,
    /// ISP
    Isp,
}

/// How to reach somebody. Numbers and addresses are fictional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// In business hours.
    pub primary: Option<Bilingual>,
    /// If that fails.
    pub alternate: Option<Bilingual>,
    /// At night and on holidays.
    pub after_hours: Option<Bilingual>,
}

/// Something that only some roles may decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Decision {
    /// サービス・ネットワークの停止
    StopService,
    /// 公表
    Publish,
    /// 支出
    Pay,
    /// 処分
    Discipline,
    /// 外部業者の起用
    EngageVendor,
    /// 当局への報告
    NotifyAuthority,
}
