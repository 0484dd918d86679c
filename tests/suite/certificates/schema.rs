//! `docs/certificate.schema.json` and the reader agree on what a certificate looks like.

use super::{ALL, document};
use contexture::certificate::Certificate;
use serde_json::{Value as Json, json};
use std::fs;

fn schema() -> Json {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/certificate.schema.json");
    serde_json::from_str(&fs::read_to_string(path).expect("the schema is there")).expect("JSON")
}

/// The keywords that the schema uses, but for patterns and descriptions.
fn fits(schema: &Json, rule: &Json, value: &Json) -> bool {
    let all = |name: &str, test: &dyn Fn(&Json) -> bool| rule.get(name).is_none_or(test);
    let length = value.as_array().map_or(0, Vec::len) as u64;
    let of_type = |wanted: &str| match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the schema has a type {other}"),
    };
    let member = |(name, inner): (&String, &Json)| match (
        rule.pointer(&format!("/properties/{name}")),
        rule.get("additionalProperties"),
    ) {
        (Some(rule), _) => fits(schema, rule, inner),
        (None, Some(Json::Bool(false))) => false,
        (None, Some(rule)) => fits(schema, rule, inner),
        (None, None) => true,
    };
    let reference = |name: &Json| schema.pointer(&name.as_str().expect("a name")[1..]).expect("a definition");
    all("$ref", &|name| fits(schema, reference(name), value))
        && all("type", &|wanted| of_type(wanted.as_str().expect("one type")))
        && all("const", &|constant| constant == value)
        && all("enum", &|among| among.as_array().expect("a list").contains(value))
        && all("minimum", &|least| value.as_i64() >= least.as_i64())
        && all("minItems", &|least| length >= least.as_u64().expect("a number"))
        && all("maxItems", &|most| length <= most.as_u64().expect("a number"))
        && all("items", &|rule| value.as_array().is_none_or(|items| items.iter().all(|item| fits(schema, rule, item))))
        && all("required", &|names| {
            names.as_array().expect("a list").iter().all(|n| value.get(n.as_str().expect("a name")).is_some())
        })
        && all("oneOf", &|rules| {
            rules.as_array().expect("a list").iter().filter(|rule| fits(schema, rule, value)).count() == 1
        })
        && value.as_object().is_none_or(|members| members.iter().all(member))
}

#[test]
fn certificates_fit_the_schema() {
    let schema = schema();
    for id in ALL {
        assert!(fits(&schema, &schema, &document(id)), "{id}");
    }
}

/// A member more or less, or of another form, is refused by both.
#[test]
fn both_refuse_the_same_forms() {
    let schema = schema();
    for id in ALL {
        let good = document(id);
        let mut places = Vec::new();
        super::places(&good, "", &mut places);
        for place in places.iter().step_by(3) {
            for change in [json!(null), json!({}), json!({"more": 1}), json!(-1), json!(false)] {
                let mut forged = good.clone();
                *forged.pointer_mut(place).expect("a place") = change;
                // Patterns of texts are the reader's.
                let read = Certificate::parse(forged.to_string().as_bytes()).is_ok();
                assert_eq!(read, fits(&schema, &schema, &forged), "{id}{place}: {forged}");
            }
            let mut forged = good.clone();
            if let Some(members) = forged.pointer_mut(place).expect("a place").as_object_mut() {
                members.insert("more".into(), json!("1"));
                let read = Certificate::parse(forged.to_string().as_bytes()).is_ok();
                assert_eq!(read, fits(&schema, &schema, &forged), "{id}{place}: {forged}");
            }
        }
    }
}
