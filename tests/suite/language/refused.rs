//! What is refused, where, and what is said about it.

use super::{must_read, under_header};
use contexture::statement::{Diagnostic, read};

/// The place, the message and the help of one complaint.
fn told(found: &Diagnostic, text: &str) -> (String, String) {
    let (line, column) = found.place(text);
    (format!("{line}:{column}"), format!("{} / {}", found.message, found.help.as_deref().unwrap_or("")))
}

/// Exactly one complaint is made, at a place, with these words.
fn refuses(text: &str, place: &str, words: &[&str]) {
    let all: Vec<(String, String)> = read(text).expect_err(text).iter().map(|found| told(found, text)).collect();
    let [(found, message)] = &all[..] else { panic!("not one complaint about\n{text}\n{all:?}") };
    assert_eq!(found, place, "{text}\n{message}");
    for word in words {
        assert!(message.contains(word), "`{word}` is not in: {message}\n{text}");
    }
}

#[test]
fn clauses_that_cannot_stand_so() {
    for (text, place, words) in [
        ("", "1:1", ["no `statement`", "begins"]),
        ("# nothing\n", "2:1", ["no `statement`", "begins"]),
        ("source own\nclaim 1 = 1", "1:1", ["no `statement`", "begins"]),
        ("statement a\nclaim 1 = 1", "1:1", ["no `source`", "source own"]),
        ("statement a\nsource own\nassume 1 = 1\n\n", "3:13", ["no `claim`", "last clause"]),
        ("statement a\nsource own\n claim 1 = 1", "3:13", ["no `claim`", "first column"]),
        ("source own\nstatement a\nclaim 1 = 1", "2:1", ["`statement` stands after `source`", "order"]),
        (
            "statement a\nsource own\namends b\nreading c\nclaim 1 = 1",
            "4:1",
            ["`reading` stands after `amends`", "order"],
        ),
        ("statement a\nsource own\nclaim 1 = 1\nlet a = 1", "4:1", ["`let` stands after `claim`", "order"]),
        ("statement a\nsource own\nclaim 1 = 1\nclaim 1 = 1", "4:1", ["`claim` stands twice", ""]),
        ("statement a\nsource own\nsource own\nclaim 1 = 1", "3:1", ["`source` stands twice", ""]),
        ("statement A_1\nsource own\nclaim 1 = 1", "1:11", ["lower-case", "encoder-bound-2"]),
        ("statement a-\nsource own\nclaim 1 = 1", "1:11", ["lower-case", ""]),
        ("statement a b\nsource own\nclaim 1 = 1", "1:11", ["lower-case", ""]),
        ("statement a\nsource\nclaim 1 = 1", "2:1", ["nothing stands after `source`", ""]),
        ("statement a\nsource o\u{1}wn\nclaim 1 = 1", "2:9", ["control character", ""]),
        ("statement a\nsource own\namends B\nclaim 1 = 1", "3:8", ["lower-case", ""]),
        ("statement a\nsource own\nexpect refutd\nclaim 1 = 1", "3:8", ["ill-posed", "`refuted`?"]),
        ("statement a\nsource own\nclam 1 = 1", "3:1", ["expected one of statement", "`claim`?"]),
        ("statement a\nsource own\n% x\nclaim 1 = 1", "3:1", ["found `%`", "keyword"]),
        ("  x\nstatement a\nsource own\nclaim 1 = 1", "1:3", ["none has begun", ""]),
        ("statement a\nsource own\nclaim 1 = 1\n# c\n  and 2 = 2", "5:3", ["comment stands inside", "before a clause"]),
        ("statement a\nsource own\nclaim(1 = 1)", "3:6", ["space after `claim`", ""]),
    ] {
        refuses(text, place, &words);
    }
}

#[test]
fn terms_that_are_not_well_formed() {
    for (claim, column, words) in [
        ("0.25 < 1", 7, ["quotient", "`25/100`"]),
        ("2d = 1", 7, ["followed by a letter", "`*`"]),
        ("1 == 1", 9, ["`==`", "`=`"]),
        ("1 ≤ 2", 9, ["`≤`", "`<=`"]),
        ("α = 1", 7, ["ASCII", "Greek"]),
        ("1 = 1 # c", 13, ["`#`", "lines of its own"]),
        ("1 = 1; 2 = 2", 12, ["`;`", "new line"]),
        ("\u{7} = 1", 7, ["U+0007", ""]),
        ("1 = 2 3", 13, ["operator or the end", "`3`"]),
        ("1 = ", 10, ["expected a term", "end of the clause"]),
        ("(1 = 1", 13, ["expected `)`", "end of the clause"]),
        ("1 = 1)", 12, ["operator or the end", "`)`"]),
        ("{1} = 1", 7, ["expected a term", "parentheses"]),
        ("1 = 1 let", 13, ["`let`", "first column"]),
        ("in = 1", 7, ["expected a term", "`in`"]),
        ("1 = 1 iff 2 = 2 iff 3 = 3", 23, ["two ways", "parentheses"]),
        ("1 < for all i in 1..2: i = 1", 11, ["`for` is an operand", "parentheses"]),
        ("for each x in X(P): 1 = 1", 11, ["`all` after `for`", "`each`"]),
        ("exists i in 1, 2: i = 1", 20, ["expected `..`", "`1..d`"]),
        ("exists i in 1..2 i = 1", 24, ["expected `:`", "`i`"]),
        ("exists i = 1", 16, ["expected `in`", "`=`"]),
        ("sum(1, 2) = 3", 11, ["a variable and `in`", "binds variables"]),
        ("max(1) = 1", 7, ["single term", "max(a, b)"]),
        ("expect(1) = 1", 14, ["a variable and `:`", "binds samples"]),
        ("prob(1 = 1) = 1", 12, ["a variable and `:`", "binds samples"]),
        ("expect(S: context: 1) = 1", 17, ["expected `sample`", "runs over samples"]),
        ("expect(S: sample(P): 1) = 1", 25, ["expected `,` and how many draws", "`)`"]),
        ("for all S: 1 = 1", 18, ["expected `sample`", "`in`"]),
        ("min() = 1", 7, ["single term", "min(a, b)"]),
        ("f(1 2) = 1", 11, ["`,` or `)`", "`2`"]),
        ("sum(i in 1..2: i = 1", 27, ["expected `)`", "end of the clause"]),
    ] {
        refuses(&under_header(&format!("claim {claim}\n")), &format!("3:{column}"), &words);
    }
}

#[test]
fn preambles_that_bind_wrongly() {
    for (clause, place, words) in [
        ("for Q: contxt", "4:8", ["unknown domain `contxt`", "`context`?"]),
        ("for Q: table", "4:8", ["unknown domain `table`", "domains are"]),
        ("for Q context", "4:7", ["expected `:` or `in`", "P: context"]),
        ("for all x in 1..3", "4:9", ["expected `:` or `in`", "inside terms"]),
        ("for g: function(P)", "4:8", ["expected `function(P, X)`", "sides"]),
        ("for g: function(P, Y)", "4:20", ["`X` or `A`", ""]),
        ("for g: function(d, X)", "4:17", ["expected a context", "an integer"]),
        ("for g: encoder(P, X, f)", "4:22", ["an integer", "function on X(P)"]),
        ("for i in 1..f", "4:13", ["an integer", "function on X(P)"]),
        ("for P: context", "4:5", ["`P` is bound already", "another name"]),
        ("let f = 1", "4:5", ["`f` is bound already", "another name"]),
        ("for q: rational", "4:5", ["`q` is a quantity", "another name"]),
        ("let where = 1", "4:5", ["`where` is a word", "another name"]),
        ("let X = 1", "4:5", ["`X` is a word", "another name"]),
        ("let k = k + 1", "4:9", ["unknown name `k`", "`for` and `let`"]),
        ("let k := 1", "4:7", ["expected `=`", "found `:`"]),
        ("let 1 = 1", "4:5", ["expected a name", "found `1`"]),
        ("assume d", "4:8", ["hypothesis is true or false", "an integer"]),
        ("for S: singular_system(f)", "4:24", ["expected a context", "function"]),
        ("for M1: matrix(2)", "4:9", ["expected `matrix(d, e)`", ""]),
        ("for S: sample(P)", "4:8", ["expected `sample(P, n)`", ""]),
        ("for S: sample(f, 2)", "4:15", ["expected a context", "function"]),
        ("for S: sample(P, 1/2)", "4:18", ["an integer", "a real"]),
        ("for Q: masked(2)", "4:8", ["expected `masked(D, alpha)`", ""]),
        ("for Q: masked(1/2, 2)", "4:15", ["an integer", "a real"]),
        ("for Q: flipped(2, f)", "4:19", ["a probability is a number", "function"]),
        ("for Q: block_masked(2, 1/2)", "4:24", ["length of a block is an integer", "a real"]),
        ("let expect = 1", "4:5", ["`expect` is a word", "another name"]),
    ] {
        let preamble = "for P: context, d in 1..3, f: function(P, X)";
        refuses(&under_header(&format!("{preamble}\n{clause}\nclaim 1 = 1\n")), place, &words);
    }
}

#[test]
fn terms_that_have_no_type() {
    let preamble = "for P: context, Q: context, d in 1..3, e in 1..3, f: function(P, X), g: function(P, A)\n\
                    for F: encoder(P, X, d), G: encoder(P, X, e), K: matrix(2, 3), S: singular_system(P)";
    must_read(&under_header(&format!("{preamble}\nclaim 1 = 1\n")));
    for (claim, column, words) in [
        ("d", 7, ["claim is true or false", "an integer"]),
        ("trace_gab(P, F) = 0", 7, ["unknown quantity `trace_gab`", "`trace_gap`?"]),
        ("wholly(P) = 0", 7, ["unknown quantity", "reference page"]),
        ("Phi = F", 7, ["unknown name `Phi`", "bound by"]),
        ("N = 1", 7, ["takes arguments", "N(P: context) -> integer"]),
        ("s(P) = 1", 7, ["takes 2 arguments, found 1", "s(P: context, i: integer)"]),
        ("N() = 1", 7, ["one argument, found 0", ""]),
        ("s(P, 1/2) = 1", 12, ["argument i of `s` is an integer", "found a real"]),
        ("trace_gap(P, g) = 0", 20, ["argument Phi", "found a function on A(P)"]),
        ("inner(f, g) = 0", 16, ["function on X(P)", "function on A(P)"]),
        ("compatibility(Q, f) = 0", 24, ["function on X(Q)", "function on X(P)"]),
        ("mean(identity(d)) = 0", 12, ["the points of a side", "table(d, d)"]),
        ("gram(K, f)[1, 1] = 0", 12, ["the points of a side", "table(2, 3)"]),
        ("trace(K) = 0", 13, ["table(2, 2)", "table(2, 3)"]),
        ("same_span(f, g)", 20, ["table(X(P), E)", "function on A(P)"]),
        ("norm(mu(P, 1)) = 1", 15, ["singular_system", "found a context"]),
        ("distance(F, f, f) = 1", 19, ["a point of X(P)", "function on X(P)"]),
        ("minimises(f, P, F)", 7, ["contrastive, found f", ""]),
        ("minimises(P)", 7, ["contrastive", ""]),
        ("maximises()", 7, ["first argument of `maximises` is explained", ""]),
        ("X(P) = X(P)", 7, ["set of points", "after `in`"]),
        ("context = 1", 7, ["unknown name `context`", ""]),
        ("rational(1) = 1", 7, ["is a domain", "`for`"]),
        ("f(1) = 1", 7, ["takes no arguments", "`f[x]`"]),
        ("f[1] = 0", 9, ["a point of X(P)", "an integer"]),
        ("for all a in A(P): f[a] = 0", 28, ["a point of X(P)", "a point of A(P)"]),
        ("for all x in X(Q): f[x] = 0", 28, ["a point of X(P)", "a point of X(Q)"]),
        ("for all x in X(P): F[x] = 0", 26, ["more than one column", "column(M, j)"]),
        ("for all x in X(P): F[x, x] = 0", 31, ["an integer, from 1", "a point of X(P)"]),
        ("f[1, 1, 1] = 0", 7, ["one index or two, found 3", ""]),
        ("d[1] = 0", 7, ["only a table has entries", "an integer"]),
        ("F + G = F", 7, ["different spaces", "table(X(P), e)"]),
        ("f + 1 = f", 7, ["cannot be added", "one_X(P)"]),
        ("f * g = f", 7, ["columns of the left factor", "transpose"]),
        ("1 / f = f", 7, ["cannot be a divisor", "inverse"]),
        ("1 + (1 = 1) = 2", 7, ["no arithmetic", "a truth"]),
        ("-(1 = 1) = 2", 8, ["number or a table", "a truth"]),
        ("2^(1/2) = 1", 9, ["an exponent is an integer", "a real"]),
        ("K^2 = K", 7, ["square table", "table(2, 3)"]),
        ("P = Q", 7, ["can be compared", "a context"]),
        ("f = g", 7, ["cannot be compared", "A(P)"]),
        ("f < f", 7, ["no order", "`!=`"]),
        ("0 < 1 < f", 11, ["cannot be compared", "function"]),
        ("not 1", 11, ["`not` denies", "an integer"]),
        ("1 = 1 and 2", 17, ["joined", "an integer"]),
        ("max(1, f) = 1", 14, ["a number", "function"]),
        ("max(x in X(P): f) = 1", 22, ["a number", "function"]),
        ("sum(i in 1..2: i = 1) = 1", 22, ["summed", "a truth"]),
        ("for all i in 1..2: i", 26, ["true or false", "an integer"]),
        ("max(i in 1..2 where i: i) = 2", 27, ["`where`", "an integer"]),
        ("sum(i in 1..3: identity(i)) = 1", 22, ["changes with `i`", "table(i, i)"]),
        ("exists x in X(P), x in X(P): 1 = 1", 25, ["bound already", ""]),
        ("exists i in 1..2: exists i in 1..2: 1 = 1", 32, ["bound already", ""]),
        ("(exists i in 1..2: i = 1) and i = 1", 37, ["unknown name `i`", ""]),
        ("exists x in X(f): 1 = 1", 21, ["expected a context", "function"]),
        ("expect(i in 1..2: i) = 1", 14, ["`i` has no law", "n draws from X"]),
        ("expect(U: sample(P, 2) where 1 = 1: 1) = 1", 36, ["samples are not left out", "divide two"]),
        ("expect(U: sample(P, 2): 1 = 1) = 1", 31, ["what is expected is a number", "a truth"]),
        ("prob(U: sample(P, 2): 1) = 1", 29, ["an event is true or false", "an integer"]),
        ("expect(U: sample(P, d): draws(U)) = 1", 7, ["cannot be compared", "table(X(P), d)"]),
        ("expect(U: sample(P, 2), R: sample(Q, 2): inner(empirical(U), empirical(R))) = 1", 68, ["X(P)", "X(Q)"]),
        ("for all U: sample(P, 2): U = U", 32, ["can be compared", "a sample of 2 from X(P)"]),
        ("draws(P) = draws(P)", 13, ["a sample from the points of a side", "a context"]),
        ("diagonal(F) = F", 16, ["a function on X(P)", "table(X(P), d)"]),
    ] {
        refuses(&under_header(&format!("{preamble}\nclaim {claim}\n")), &format!("5:{column}"), &words);
    }
}

#[test]
fn limits_are_told_where_they_are_passed() {
    let claim = |text: String| under_header(&format!("claim {text}\n"));
    let deep = claim(format!("{}1{} = 1", "(".repeat(10_000), ")".repeat(10_000)));
    refuses(&deep, "3:71", &["nested more than 64", "`let`"]);
    refuses(&claim(format!("{}1 = 1", "1 + ".repeat(1000))), "3:7", &["more than 200 operators", "`let`"]);
    // What is just within the limits is read, and the tree can be walked.
    must_read(&claim(format!("{}1 = {}1{}", "1 + ".repeat(198), "abs(".repeat(64), ")".repeat(64))));
    must_read(&claim(format!("{}{}1 = 1{}", "not (".repeat(31), "1 + ".repeat(160), ")".repeat(31))));
    refuses(&claim(format!("{} = 1", "1".repeat(1001))), "3:7", &["at most 1000 digits"]);
    must_read(&claim(format!("{} = 1", "1".repeat(1000))));
    let variables = |n: usize| (0..n).map(|i| format!("for v{i}: integer\n")).collect::<String>();
    must_read(&under_header(&format!("{}claim 1 = 1", variables(64))));
    refuses(&under_header(&format!("{}claim 1 = 1", variables(65))), "67:5", &["at most 64 variables"]);
    let long = |n: usize| format!("{}# {}", claim("1 = 1".into()), "x".repeat(n));
    must_read(&long(64 * 1024 - 100));
    refuses(&long(64 * 1024), "1:1", &["at most 65536 bytes"]);
    // Names that stand for ever larger sizes.
    let doubled: String = (1..60).map(|i| format!("let a{i} = a{} * a{}\n", i - 1, i - 1)).collect();
    must_read(&under_header(&format!("let a0 = 99\n{doubled}claim rank(identity(a59)) = 1")));
}

#[test]
fn every_clause_is_told_of_once() {
    let text = under_header(
        "for P: context, q: rational, F: encoder(P, X, q)\nlet k = N(P\nlet j = 0.1\nassume j = k\nassume zz = k\nclaim norm(F) = k and 1\n",
    );
    let found: Vec<(String, String)> = read(&text).unwrap_err().iter().map(|found| told(found, &text)).collect();
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    // What mentions a name that a wrong clause should have bound is no further mistake.
    assert_eq!(places, ["3:17", "4:12", "5:9", "7:8"], "{found:?}");
}
