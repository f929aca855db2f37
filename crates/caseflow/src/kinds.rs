//! How kinds of events are written and read: one macro, so that a kind, its name and its data stand in one place.

/// Makes the enum `Event` from kinds with their frozen names, and the code that writes and reads their data.
///
/// A field marked `[default]` joined its kind later: it is written only where it is not the default, and read as the
/// default where it is missing, so that lines from before it stay as they are.
macro_rules! events {
    ($($(#[$doc:meta])* $kind:literal => $variant:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty $([$late:ident])?,)*
    })*) => {
        /// Something that happened to a case. It refers to people, customers and files by id only.
        ///
        /// A kind that was published never changes its name or what its data mean. It may gain a field that is left out
        /// where it says what was always meant; any other change is a new kind, and the old one is read for ever.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Event {
            $($(#[$doc])* #[doc = concat!("\n\nIn the journal: `", $kind, "`.")] $variant {
                $($(#[$field_doc])* $field: $type,)*
            },)*
        }

        impl Event {
            /// The names of all kinds, as the journal has them.
            pub const KINDS: &[&str] = &[$($kind),*];

            /// The name of this event's kind, as the journal has it.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $kind,)*
                }
            }

            /// The event that the journal keeps as `kind` and `data`.
            ///
            /// # Errors
            ///
            /// A kind of a newer version, and data that is longer than
            /// [`EVENT_BYTES`](crate::limits::EVENT_BYTES) or not of its kind's form.
            pub fn read(kind: &str, data: &str) -> Result<Self, $crate::ReadError> {
                $crate::read::within_limit(data)?;
                match kind {
                    $($kind => {
                        #[derive(serde::Deserialize)]
                        #[serde(deny_unknown_fields)]
                        struct Data {
                            $($(#[serde($late)])? $field: $type,)*
                        }
                        let Data { $($field,)* } = $crate::read::data($kind, data)?;
                        Ok(Self::$variant { $($field,)* })
                    })*
                    _ => Err($crate::ReadError::unknown(kind)),
                }
            }
        }

        impl serde::Serialize for $crate::read::Data<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                match self.0 {
                    $(Event::$variant { $($field,)* } => {
                        $($(if *$field != <$type>::$late())? {
                            map.serialize_entry(stringify!($field), $field)?;
                        })*
                    })*
                }
                map.end()
            }
        }
    };
}

pub(crate) use events;
