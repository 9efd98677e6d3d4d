//! kijo (机上) runs a security-incident tabletop workshop in the terminal.

pub mod domain;
pub mod export;
pub mod text;
