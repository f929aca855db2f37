//! Values that go into statements.

use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// A value for a placeholder. Each kind may be absent, because PostgreSQL wants to know the type of a missing value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A `uuid`.
    Id(Option<Uuid>),
    /// A `bigint`.
    Int(Option<i64>),
    /// A `double precision`.
    Real(Option<f64>),
    /// A `text`.
    Text(Option<String>),
    /// A `bytea`.
    Bytes(Option<Arc<[u8]>>),
}

/// Conversions of a type and of its `Option`.
macro_rules! from {
    ($($type:ty => $kind:ident, $given:ident => $make:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($given: $type) -> Self {
                Self::$kind(Some($make))
            }
        }

        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Self::$kind(value.map(|$given| $make))
            }
        }
    )*};
}

from! {
    Uuid => Id, id => id;
    i64 => Int, number => number;
    u32 => Int, number => i64::from(number);
    bool => Int, truth => i64::from(truth);
    Timestamp => Int, instant => instant.as_microsecond();
    f64 => Real, number => number;
    String => Text, text => text;
    &str => Text, text => text.to_owned();
    &String => Text, text => text.clone();
    Vec<u8> => Bytes, bytes => bytes.into();
    &[u8] => Bytes, bytes => bytes.into();
}
