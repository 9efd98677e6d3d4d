//! How fact sheets and stakeholder lists are written.

use crate::domain::fact_sheet::{
    FactRow, FactSection, FactSheet, Known, LogFacts, LogKind, MayStop, OrganisationNames, Retention,
};
use crate::domain::stakeholder::{ActorRole, Contacts, Decision, Side, Stakeholder, StakeholderList};
use crate::material::decode::{record, variants};

record!(FactSheet; id, organisation, names, summary, stakeholders, sections);
record!(OrganisationNames absent OrganisationNames::default(); domain, us, you);
record!(FactSection; id, title, rows);
record!(FactRow; id, name, environment, management, patching, privileged, internet, encrypted, owner, may_stop, stops, log);
variants!(Known, Self::Unknown, absent Self::NotApplicable; Yes, No, Unknown, NotApplicable);
variants!(MayStop, Self::Undecided, absent Self::Undecided; Freely, WithApproval, Never, Undecided);
record!(LogFacts; kinds, method, retention, allowed, complete, central, time_synced, analysis, extractor, minutes,
    after_hours);
variants!(LogKind, Self::Connection;
    Connection, Access, Authentication, Administration, Mail, Detection, AddressLease, FileAccess, Query, Change,
    Process, Print, Ticket, Inventory);
variants!(Retention, Self::Undefined; Days(days), Overwritten, Undefined, NotKept);

record!(StakeholderList; id, title, stakeholders);
record!(Stakeholder; id, side, name, reading, real_role, remarks, actors, deputy, contacts, decides, optional);
variants!(Side, Self::Inside; Inside, Outside);
variants!(ActorRole, Self::User; User, LanIt, LanBusiness, Ciso, Expert, Isp);
record!(Contacts absent Contacts::default(); primary, alternate, after_hours);
variants!(Decision, Self::StopService; StopService, Publish, Pay, Discipline, EngageVendor, NotifyAuthority);
