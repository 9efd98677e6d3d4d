//! The policy sheet (インシデント対応ポリシー, W-11, W-12): topics on which the organisation has a rule, or has not.

use serde::{Deserialize, Serialize};

use super::id::Slug;
use super::words::Bilingual;

/// The topics that participants look up before the workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyTopics {
    /// Name; never changes.
    pub id: Slug,
    /// Topics in order.
    pub topics: Vec<PolicyTopic>,
}

/// One topic a rule may cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyTopic {
    /// Name.
    pub id: Slug,
    /// Title.
    pub title: Bilingual,
    /// The question that the rule should answer.
    pub question: Bilingual,
    /// What a good rule contains.
    pub good: Bilingual,
    /// The check item that a response guided by such a rule is mostly about; it is suggested for the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Slug>,
}
