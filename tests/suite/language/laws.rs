//! The formatter changes no statement and nothing that it has written; no text makes the language panic.

use super::{must_read, under_header};
use contexture::statement::{Diagnostic, Statement, format, read};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Statements that use all of the syntax, not as the formatter writes it.
const POOL: [&str; 9] = [
    "\n\n# top\n\n\n#more\nstatement   a-1\nsource\town\n# about\nreading  some   words\n   over lines\namends b\nexpect ill-posed\n\
     for P:context,Q : context , d in 1 .. N( P )-1,f:function(P,X)\n\n\n# before\n\nlet n=norm( f )^2\nassume n>0\n# claim\n\
     claim (n)=((inner(f,f)))\n# the end\n\n# really\n\n",
    "statement a\nsource own\nclaim ((1 + 2) + 3) - (4 - 5) = 1 * (2 * 3) / (4 / 5) and -(1)^2 < (-1)^2 and 2^(3^4) = (2^3)^4",
    "statement a\nsource own\nclaim (1 = 1 implies 2 = 2) implies (3 = 3 implies (4 = 4 or (5 = 5 and not (6 = 6 iff 7 = 7))))",
    "statement a\nsource own\nfor P: context\nclaim (for all x in X(P): exists y in A(P): joint(P)[x, y] > 0) and (exists i in 1..(2 + 1) * 2: \
     for all j in (-1)..i where (i != j): i + j = 3) or 1 = (2)",
    "statement a\nsource own\nfor P: context, M1: matrix(X(P), X(P)), M2: matrix(2 + 1, d0)\nclaim 1 = 1\n",
    "statement a\nsource own\nfor P: context, M1: matrix(X(P), A(transposed(P))), F: encoder(transposed(P), A, 1 + 1), S: singular_system(P)\n\
     claim trace(M1^2) <= max(1, min(trace(M1), s(P, 1)), max(i in 1..2, x in X(P) where M1[x, x] > 0: (M1*mu(S, i))[x])) and \
     maximises(explained, P, F) and sum(i in 1..max(1, 2) - 1: 2 * transpose(F)) != 0 * transpose(F) and defined(1 / (1 - 1)) = (1 = 2)",
    "statement long\nsource own\nreading one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen\n\
     for P: context, a: rational, b: rational, c: rational, Phi: encoder(P, X, 2), a_long_name: function(P, X), another_long_name: function(P, A)\n\
     claim (a + b * c - a * b / (c + 1) - a - b - c - a - b - c - a - b - c - a - b - c - a - b - c - a - b - c - a - b - c) * (a - b) = 0 \
     or norm(a_long_name) + norm(another_long_name) >= worst_error(P, beside(a_long_name, a_long_name), a * b + 1) implies a = b",
    "statement sampled\nsource own\nfor P:context, n in 1 .. 2,S:sample(P,n),Q: masked( 2,1/2 )\nclaim for all R : sample(transposed(P), (n)+1),x in X(P) where 1=1: \
     prob(U:sample(P , 2),V :sample(Q,3): empirical(U)[x]=1) * 2 < expect(W: sample(P, n): (trace(draws(W) * transpose(draws(S)))))\n",
    "statement crlf\r\nsource own\r\nclaim 1\r\n  = 1\r\n",
];

/// The tree without the places in the text.
fn tree(statement: &Statement) -> String {
    let Statement { id, source, reading, amends, expect, clauses, claim, variables, text: _ } = statement;
    let full = format!("{:?}", (id, source, reading, amends, expect, clauses, claim, variables));
    let mut parts = full.split("span: ");
    let first = parts.next().unwrap_or("").to_string();
    // A place is two numbers with two dots.
    parts.fold(first, |out, part| out + part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'))
}

/// Checks all laws on a text that may be wrong in any way.
fn check(text: &str) -> Result<(), TestCaseError> {
    let statement = read(text);
    for found in statement.as_ref().err().into_iter().flatten() {
        prop_assert!(found.span.start <= found.span.end && found.span.end <= text.len(), "{found:?}");
        prop_assert!(text.is_char_boundary(found.span.start), "{found:?}");
        prop_assert!(found.render("f", text).contains(&found.message));
    }
    let Ok(formatted) = format(text) else {
        prop_assert!(statement.is_err(), "what cannot be parsed cannot be read");
        return Ok(());
    };
    let again = format(&formatted);
    prop_assert_eq!(again.as_ref(), Ok(&formatted));
    match (statement, read(&formatted)) {
        (Ok(before), Ok(after)) => prop_assert_eq!(tree(&before), tree(&after), "{}", formatted),
        (Err(before), Err(after)) => {
            // The places differ, and nothing else.
            let messages = |all: Vec<Diagnostic>| all.into_iter().map(|found| found.message).collect::<Vec<_>>();
            prop_assert_eq!(messages(before), messages(after), "{}", formatted);
        }
        (before, _) => {
            prop_assert!(false, "read before: {}, after: {}\n{}", before.is_ok(), before.is_err(), formatted)
        }
    }
    Ok(())
}

#[test]
fn the_pool_obeys_the_laws() {
    for text in POOL {
        check(text).unwrap();
        let formatted = format(text).unwrap();
        assert!(formatted.lines().all(|line| line.chars().count() <= 100), "{formatted}");
    }
    // Only one of them is wrong, in a name; formatting looks at no names.
    assert_eq!(POOL.iter().filter(|text| read(text).is_err()).count(), 1);
}

#[test]
fn canonical_text_is_as_the_reference_says() {
    assert_eq!(
        format(POOL[0]).unwrap(),
        "# top\n\n#more\nstatement a-1\nsource    own\n# about\nreading   some words over lines\namends    b\n\
         expect    ill-posed\n\n\
         for    P: context, Q: context, d in 1..N(P)-1, f: function(P, X)\n\n\
         # before\n\nlet    n = norm(f)^2\nassume n > 0\n# claim\nclaim  n = inner(f, f)\n# the end\n\n# really\n"
    );
    let claim = |text: &str| format(text).unwrap().split_once("claim  ").unwrap().1.trim_end().to_string();
    assert_eq!(claim(POOL[1]), "1 + 2 + 3 - (4 - 5) = 1 * (2 * 3) / (4 / 5) and -1^2 < (-1)^2 and 2^3^4 = (2^3)^4");
    assert_eq!(claim(POOL[2]), "(1 = 1 implies 2 = 2) implies 3 = 3 implies 4 = 4 or 5 = 5 and not (6 = 6 iff 7 = 7)");
    let quantifiers = claim(POOL[3]);
    assert!(
        quantifiers.contains("(exists i in 1..(2+1)*2: for all j in -1..i where i != j: i + j = 3)"),
        "{quantifiers}"
    );
    // The shallowest places break first, and names and words are never cut.
    let long = format(POOL[6]).unwrap();
    assert!(long.contains("\n          or norm(a_long_name)"), "{long}");
    assert!(long.contains("\n          implies a = b"), "{long}");
}

/// Numbers and truths in text, every operator in parentheses; `@` is a fresh name.
fn truths() -> impl Strategy<Value = String> {
    let number = prop_oneof!["[1-3]", Just("d".into()), Just("e".into()), Just("N(P)".into())];
    let number = number.prop_recursive(3, 16, 3, |inner| {
        let two = (inner.clone(), "[-+*]", inner.clone());
        prop_oneof![
            two.prop_map(|(a, o, b)| format!("({a} {o} {b})")),
            inner.clone().prop_map(|a| format!("(-{a})")),
            (inner.clone(), "[0-3]").prop_map(|(a, n)| format!("({a}^{n})")),
            inner.clone().prop_map(|a| format!("(({a})^(2))")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("max({a}, {b})")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("sum(@ in 1..{a}: {b})")),
        ]
    });
    // Not every power is an integer: ranges ask for integers, so some texts are refused, as they should be.
    let truth = (number.clone(), "(=|!=|<|<=|>|>=)", number.clone()).prop_map(|(a, r, b)| format!("({a} {r} {b})"));
    truth.prop_recursive(4, 24, 3, move |inner| {
        prop_oneof![
            (inner.clone(), "(and|or|implies|iff)", inner.clone()).prop_map(|(a, c, b)| format!("({a} {c} {b})")),
            inner.clone().prop_map(|a| format!("(not {a})")),
            (number.clone(), inner.clone()).prop_map(|(n, a)| format!("(for all @ in 1..{n}: {a})")),
            (inner.clone(), inner.clone()).prop_map(|(c, a)| format!("(exists @ in X(P) where {c}: {a})")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a} = {b})")),
        ]
    })
}

/// `@` replaced by v0, v1, ...
fn fresh(text: &str) -> String {
    let mut parts = text.split('@');
    let first = parts.next().unwrap_or("").to_string();
    parts.enumerate().fold(first, |out, (i, part)| format!("{out}v{i}{part}"))
}

const WORDS: [&str; 64] = [
    "for",
    "all",
    "exists",
    "in",
    "where",
    "and",
    "or",
    "not",
    "implies",
    "iff",
    "sum",
    "max",
    "min",
    "defined",
    "expect",
    "prob",
    "sample",
    "draws",
    "X",
    "A",
    "P",
    "P",
    "d",
    "f",
    "x",
    "s",
    "N",
    "T",
    "norm",
    "mu",
    "minimises",
    "contrastive",
    "context",
    "function",
    "encoder",
    "matrix",
    "integer",
    "transposed",
    "(",
    ")",
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    "..",
    "+",
    "-",
    "*",
    "/",
    "^",
    "=",
    "!=",
    "<",
    "<=",
    "0",
    "1",
    "2",
    "\n",
    "\n ",
    "\nlet",
    "\nclaim",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parentheses_that_are_left_out_say_nothing(truth in truths()) {
        let text = under_header(&format!("for P: context, d in 1..3, e: integer\nclaim {}\n", fresh(&truth)));
        check(&text)?;
        prop_assert!(format(&text).is_ok());
    }

    #[test]
    fn soup_makes_no_panic(words in proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..40)) {
        check(&under_header(&format!("for P: context, d in 1..2, f: function(P, X)\nclaim {}", words.join(" "))))?;
        check(&words.join(" "))?;
    }

    #[test]
    fn any_text_makes_no_panic(text in "\\PC*", inside in "[ -~\n\t]*") {
        check(&text)?;
        check(&under_header(&format!("claim {inside}")))?;
    }

    #[test]
    fn changed_statements_make_no_panic(
        which in 0..POOL.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0..4usize, proptest::sample::select(&WORDS[..])), 1..4),
    ) {
        let mut text: Vec<char> = POOL[which].chars().collect();
        for (place, kind, word) in changes {
            let at = place.index(text.len());
            match kind {
                0 => { text.remove(at); }
                1 => { let end = (at + 9).min(text.len()); text.drain(at..end); }
                2 => { text.splice(at..at, word.chars()); }
                _ => { text.splice(at..at + 1, format!(" {word} ").chars()); }
            }
        }
        check(&text.into_iter().collect::<String>())?;
    }
}

/// A range that begins with the name of a side in parentheses is none of points.
#[test]
fn sides_at_the_start_of_ranges_stay_in_parentheses() {
    for range in ["(X-1)..2", "(X)..2", "(A[1]^2)..X-1", "(X(P)-1)..2"] {
        let text = under_header(&format!("for P: context\nclaim for all i in {range}: 1 = 1\n"));
        assert!(check(&text).is_ok(), "{range}: {:?}", format(&text));
    }
}

#[test]
fn what_differs_in_the_tree_is_seen() {
    let read = |claim: &str| tree(&must_read(&under_header(&format!("claim {claim}"))));
    assert_eq!(read("1 + (2 + 3) = 4"), read("1  + (2+3)  =  4"));
    assert_ne!(read("1 + (2 + 3) = 4"), read("1 + 2 + 3 = 4"));
}
