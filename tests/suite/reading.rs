//! What is read is what the file says, and what is written reads back.

use super::files::{Scratch, data};
use contexture::context::gallery::exhibits;
use contexture::context::read::{
    Form, ZeroMass, parse_function, read, read_edges, read_encoder, read_function, read_json, read_pairs, read_table,
};
use contexture::context::write::{write_csv, write_json};
use contexture::context::{A, Context, X};
use contexture::exact::rational::{Rational, integer, ratio};
use num_traits::Zero;
use proptest::prelude::*;

fn context(x: &[&str], a: &[&str], rows: &[&[Rational]]) -> Context {
    let labels = |names: &[&str]| names.iter().map(|s| s.to_string()).collect();
    let rows: Vec<Vec<Rational>> = rows.iter().map(|row| row.to_vec()).collect();
    Context::new(labels(x), labels(a), &rows).unwrap()
}

fn table(content: &str) -> Context {
    read_table(Scratch::new("t.csv", content).path()).unwrap()
}

#[test]
fn tables_are_read_exactly() {
    let expected =
        context(&["u", "v, w"], &["s", "t"], &[&[ratio(1, 10), ratio(1, 3)], &[ratio(2, 1), ratio(3, 1000)]]);
    for content in [
        ",s,t\nu,0.1,1/3\n\"v, w\",2,3e-3\n",
        "\u{feff}anything,s,t\r\nu,.1,2/6\r\n\"v, w\",+2,0.003",
        "\n\"\"\"\" , s , \"t\"\r\r\n u , 1/10 , 1/3 \r\"v, w\",2.0,0.0030\n\n  \n",
    ] {
        assert_eq!(table(content), expected, "{content:?}");
    }
    assert_eq!(expected.mass(), &(ratio(1, 10) + ratio(1, 3) + ratio(2003, 1000)));
}

#[test]
fn pairs_are_counted() {
    let content = "time,a,x,w\n1,s,v,1/2\n2,t,u,2\n3,s,v,1/3\n4,s,u,0\n";
    let file = Scratch::new("pairs.csv", content);
    let counts = context(&["v", "u"], &["s", "t"], &[&[integer(2), integer(0)], &[integer(1), integer(1)]]);
    assert_eq!(read_pairs(file.path(), "x", "a", None).unwrap(), counts);
    let weights = context(&["v", "u"], &["s", "t"], &[&[ratio(5, 6), integer(0)], &[integer(0), integer(2)]]);
    assert_eq!(read_pairs(file.path(), "x", "a", Some("w")).unwrap(), weights);
}

#[test]
fn edges_make_a_symmetric_context() {
    let path = context(
        &["a", "b", "c"],
        &["a", "b", "c"],
        &[
            &[integer(0), ratio(1, 2), integer(0)],
            &[ratio(1, 2), integer(0), integer(3)],
            &[integer(0), integer(3), integer(5)],
        ],
    );
    for content in
        ["u,v,weight\na,b,1/2\nb,c,3\nc,c,5", "Source, Target, Weight\na,b,0.5\nc,b,3\nb,a,1/2\nc,c,5\nb,c,3.0"]
    {
        assert_eq!(read_edges(Scratch::new("edges.csv", content).path()).unwrap(), path, "{content}");
    }
    let labels = |content: &str| read_edges(Scratch::new("e.csv", content).path()).unwrap().x_labels().to_vec();
    assert_eq!(labels("from,to\n10,9\n-1,9"), ["-1", "9", "10"], "integers in their order");
    assert_eq!(labels("from,to\n10,9\nv,9"), ["10", "9", "v"], "names in order of appearance");
}

#[test]
fn the_karate_club_is_the_published_graph() {
    let club = read_edges(&data("karate.csv")).unwrap();
    assert_eq!((club.n(), club.m(), club.components()), (34, 34, 1));
    assert_eq!(club.mass(), &integer(2 * 78));
    let degree = |label: &str| club.row_sums()[club.index::<X>(label).unwrap()].clone();
    assert_eq!(["1", "34", "12"].map(degree), [16, 17, 1].map(Into::into));
    assert_eq!(club.x_labels()[..3], ["1", "2", "3"]);
    assert_eq!(club, club.transposed());
}

/// The total inertia is exact: trace K - 1. Pearson's chi-squared is that times the number of observations.
#[test]
fn published_tables_have_the_published_inertia() {
    for (name, n, m, observations, chi_squared) in [
        ("haireye.csv", 4, 4, 592, "138.29"),
        ("smoke.csv", 5, 4, 193, "16.44"),
        ("caith.csv", 4, 5, 5387, "1240.04"),
        ("mental.csv", 4, 6, 1660, "45.99"),
        ("housetasks.csv", 13, 4, 1744, "1944.46"),
    ] {
        let context = read(&data(name), &Form::suggested_by(&data(name)), ZeroMass::Refuse).unwrap();
        assert_eq!((context.n(), context.m(), context.mass()), (n, m, &integer(observations)), "{name}");
        let inertia = context.operator::<X>().trace() - integer(1);
        let found = contexture::exact::rational::decimal(&(inertia * context.mass()), 2);
        assert_eq!(found, chi_squared, "{name}");
    }
}

#[test]
fn json_holds_counts_or_probabilities() {
    let json = |joint: &str| {
        let content = format!(r#"{{"joint": {joint}, "x": ["u", "\u0076"], "a": ["s", "t"]}}"#);
        read_json(Scratch::new("c.json", content).path()).unwrap()
    };
    let counts = context(&["u", "v"], &["s", "t"], &[&[integer(1), integer(2)], &[integer(0), integer(5)]]);
    assert_eq!(json("[[1, 2], [0, 5]]"), counts);
    assert_eq!(json(r#"[["1", 2], ["0.0", "10/2"]]"#), counts);
    let probabilities = json(r#"[["1/8", "0.25"], [0, "5/8"]]"#);
    assert_eq!((probabilities.weights(), probabilities.mass()), (counts.weights(), &integer(1)));
    assert_eq!(Form::suggested_by("c.JSON".as_ref()), Form::Json);
    assert_eq!(Form::suggested_by("c.csv".as_ref()), Form::Table);
}

#[test]
fn functions_and_encoders_are_matched_by_label() {
    let c = table(",s,none,t\nu,1,0,2\nv,0,0,0\nw,3,0,4\n");
    let file = Scratch::new("f.csv", "label,value\nw,-1/2\nv,7\nu,0.1\n");
    assert_eq!(read_function::<X>(file.path(), &c).unwrap().values(), [ratio(1, 10), ratio(-1, 2)]);
    assert_eq!(parse_function::<X>(" 0.1 ,-2/4", &c).unwrap().values(), [ratio(1, 10), ratio(-1, 2)]);
    let file = Scratch::new("e.csv", "label,f,g\nt,1,2\ns,3,4\n");
    let encoder = read_encoder::<A>(file.path(), &c).unwrap();
    assert_eq!(encoder.dimension(), 2);
    assert_eq!(encoder.feature(0).values(), [integer(3), integer(1)]);
    assert_eq!(encoder.feature(1).values(), [integer(4), integer(2)]);
}

fn reads_back(context: &Context) {
    assert_eq!(&table(&write_csv(context)), context, "{}", write_csv(context));
    let json = write_json(context);
    let file = Scratch::new("c.json", &json);
    let found = read_json(file.path()).unwrap();
    if (context.mass() / integer(context.total().clone())).is_integer() || context.mass() == &integer(1) {
        assert_eq!(&found, context, "{json}");
    } else {
        assert_eq!(found.mass(), &integer(1));
        assert_eq!((found.weights(), found.x_labels()), (context.weights(), context.x_labels()), "{json}");
    }
}

#[test]
fn exhibits_read_back() {
    exhibits().iter().for_each(|exhibit| reads_back(&exhibit.context));
}

#[test]
fn what_is_written_looks_like_this() {
    let counts = context(
        &["u", "v", "w"],
        &["s,", " t"],
        &[&[ratio(2, 1), ratio(4, 1)], &[ratio(0, 1), ratio(0, 1)], &[ratio(0, 1), ratio(6, 1)]],
    );
    assert_eq!(write_csv(&counts), ",\"s,\",\" t\"\nu,2,4\nw,0,6\nv,0,0\n");
    assert_eq!(
        write_json(&counts),
        "{\n  \"x\": [\"u\", \"w\", \"v\"],\n  \"a\": [\"s,\", \" t\"],\n  \"joint\": [\n    [2, 4],\n    [0, 6],\n    [0, 0]\n  ]\n}\n"
    );
    let halves = context(&["u"], &["s", "t"], &[&[ratio(1, 2), ratio(1, 2)]]);
    assert_eq!(
        write_json(&halves),
        "{\n  \"x\": [\"u\"],\n  \"a\": [\"s\", \"t\"],\n  \"joint\": [\n    [\"1/2\", \"1/2\"]\n  ]\n}\n"
    );
}

fn any_label() -> impl Strategy<Value = String> {
    "[ a-c,\"\n\r\t\\\\\u{feff}é😀]{0,4}[a-z0-9.]".prop_map(|s| s)
}

fn any_weight() -> impl Strategy<Value = Rational> {
    prop_oneof![
        2 => Just(Rational::zero()),
        3 => (0u64..50).prop_map(integer),
        1 => (0u64..50, 1u64..50).prop_map(|(n, d)| ratio(n, d)),
    ]
}

/// Some have points without mass, some sum to 1, some have a common factor.
fn any_context() -> impl Strategy<Value = Context> {
    let labels = |n| prop::collection::hash_set(any_label(), n).prop_map(|set| set.into_iter().collect::<Vec<_>>());
    (1usize..5, 1usize..5).prop_flat_map(move |(n, m)| {
        let rows = prop::collection::vec(prop::collection::vec(any_weight(), m), n);
        (labels(n), labels(m), rows, any::<bool>()).prop_filter_map("no mass", |(x, a, mut rows, normalise)| {
            let sum: Rational = rows.iter().flatten().sum();
            if normalise && !sum.is_zero() {
                rows.iter_mut().flatten().for_each(|w| *w /= &sum);
            }
            Context::new(x, a, &rows).ok()
        })
    })
}

/// Pieces that files are made of, so that readers get further than the first line.
fn any_content() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            ",", "\n", "\r\n", "\"", " ", "u", "v", "x", "a", "1", "0", "-1", "1/2", "0.5", "1e3", "label", "weight",
            "u,v\n", "u,v,weight\n", "x,a\n", ",s,t\n", "[", "]", "{", "}", ":", "\"x\":", "\"a\":", "\"joint\":",
            "[\"u\"]", "[[1]]", "null", "\\", "\u{feff}", "é",
        ]).prop_map(|s| s.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Well-formed but for one byte.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    (any_context(), any::<bool>(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(context, json, at, byte)| {
        let mut bytes = if json { write_json(&context) } else { write_csv(&context) }.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        bytes
    })
}

/// Every reader on one content.
fn read_all(content: &[u8]) {
    let file = Scratch::new("any", content);
    let pairs = |weight: Option<&str>| Form::Pairs { x: "x".into(), a: "a".into(), weight: weight.map(Into::into) };
    for form in [Form::Table, Form::Edges, Form::Json, pairs(None), pairs(Some("weight"))] {
        for zero_mass in [ZeroMass::Remove, ZeroMass::Refuse] {
            if let Err(error) = read(file.path(), &form, zero_mass) {
                let message = error.to_string();
                assert!(message.starts_with(file.path().to_str().unwrap()), "no place: {message}");
                assert!(!message.contains(['\n', '\r']) && message.contains("found"), "not a message: {message:?}");
            }
        }
    }
    let context = table(",u,v\nu,1,2\nv,3,4");
    let _ = (read_function::<X>(file.path(), &context), read_encoder::<A>(file.path(), &context));
    if let Ok(list) = std::str::from_utf8(content) {
        let _ = parse_function::<A>(list, &context);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn written_contexts_read_back(context in any_context()) {
        reads_back(&context);
    }

    #[test]
    fn no_content_makes_a_reader_panic(content in any_content()) {
        read_all(&content);
    }

    #[test]
    fn no_damage_makes_a_reader_panic(content in damaged()) {
        read_all(&content);
    }
}
