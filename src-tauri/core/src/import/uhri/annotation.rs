//! One annotation: its values by field, whatever the file they stood in.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::super::ohchr_matrix::tags::item;
use super::fields::{self, Field};

/// The values of one annotation. Absent is empty.
#[derive(Debug, Default)]
pub(super) struct Annotation(BTreeMap<Field, Vec<String>>);

impl Annotation {
    /// Adds the values of a cell: one a line, each with a hyphen; the text is one value.
    pub(super) fn put_cell(&mut self, field: Field, cell: &str) {
        let values = match field {
            Field::Text => vec![cell.to_owned()],
            _ => cell.lines().map(str::to_owned).collect(),
        };
        self.put(field, values);
    }

    fn put(&mut self, field: Field, values: Vec<String>) {
        let values = values.into_iter().filter(|value| !value.trim().is_empty());
        self.0.entry(field).or_default().extend(values);
    }

    /// The value as it stands in the file.
    pub(super) fn raw(&self, field: Field) -> &str {
        let first = self.0.get(&field).and_then(|values| values.first());
        first.map_or("", String::as_str)
    }

    /// The values without hyphens and markup.
    pub(super) fn list(&self, field: Field) -> Vec<String> {
        let values = self.0.get(&field).map(Vec::as_slice).unwrap_or_default();
        let items = values.iter().map(|value| item(value));
        items.filter(|value| !value.is_empty()).collect()
    }

    /// The first value without hyphen and markup; empty where there is none.
    pub(super) fn one(&self, field: Field) -> String {
        self.list(field).into_iter().next().unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Annotation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Annotation;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Annotation, M::Error> {
                let mut annotation = Annotation::default();
                while let Some(name) = map.next_key::<String>()? {
                    match fields::named(&name) {
                        Some(field) => annotation.put(field, map.next_value::<Texts>()?.0),
                        None => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(annotation)
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// The States of a record and the fields it has; nothing else of it is read.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) countries: Vec<String>,
    pub(super) fields: Vec<Field>,
    /// Its names are written in small letters, as others keep the records of the Index.
    pub(super) is_lower_case: bool,
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Outline;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Outline, M::Error> {
                let mut outline = Outline::default();
                while let Some(name) = map.next_key::<String>()? {
                    let field = fields::named(&name);
                    outline.fields.extend(field);
                    if field == Some(Field::Countries) {
                        outline.is_lower_case = name.starts_with(char::is_lowercase);
                        outline.countries.extend(map.next_value::<Texts>()?.0);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(outline)
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// A value or a list of values, all as texts.
#[derive(Default)]
struct Texts(Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Values;
        impl<'de> Visitor<'de> for Values {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a number or a list of them")
            }

            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts(vec![text.to_owned()]))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Texts, E> {
                Ok(Texts(vec![number.to_string()]))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Texts, E> {
                Ok(Texts(vec![number.to_string()]))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Texts, E> {
                Ok(Texts(vec![number.to_string()]))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Texts, E> {
                Ok(Texts::default())
            }

            fn visit_unit<E>(self) -> Result<Texts, E> {
                Ok(Texts::default())
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Texts, S::Error> {
                let mut texts = Texts::default();
                while let Some(inner) = list.next_element::<Texts>()? {
                    texts.0.extend(inner.0);
                }
                Ok(texts)
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Texts, M::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Texts::default())
            }
        }
        deserializer.deserialize_any(Values)
    }
}
