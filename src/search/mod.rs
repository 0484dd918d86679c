//! Where instances come from: every small one, those made for a context, random ones of every family; and
//! how an instance gets smaller. All values are rational.

pub mod aimed;
pub mod families;
pub mod random;
pub mod smaller;
pub mod tables;
pub mod values;

pub use families::Family;
pub use random::Source;
