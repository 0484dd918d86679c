//! Verdicts, for people and for programs.

use super::columns::{columns, facts};
use crate::evaluate::{Instance, Outcome, Value, certify};
use crate::ledger::Judgement;
use crate::search::{Coverage, Found, Minimality, Universe};
use crate::statement::tree::{Statement, Verdict};
use serde::Serialize;
use serde_json::Value as Json;
use std::fmt::Write as _;

/// The verdicts of an audit.
#[derive(Clone, Debug, Serialize)]
pub struct AuditReport {
    /// Of this form.
    pub version: u32,
    /// Of random contexts and values.
    pub seed: u64,
    /// Everything that decides what was tried, in a line.
    pub scope: String,
    /// Whether the audit was stopped before its end.
    pub interrupted: bool,
    /// One for each statement that was reached.
    pub statements: Vec<StatementReport>,
}

/// What is said of one statement.
#[derive(Clone, Debug, Serialize)]
pub struct StatementReport {
    /// Its name.
    pub id: String,
    /// The chapter of the ledger; `null` for a user's own.
    pub chapter: Option<String>,
    /// Where it was published.
    pub source: String,
    /// `proved`, `survives`, `refuted`, `ill-posed` or `undecided`.
    pub verdict: String,
    /// The file of the theorem that it holds for all finite contexts, or fails over every real closed field.
    pub theorem: Option<String>,
    /// The verdict that its file expects.
    pub expected: Option<String>,
    /// Whether it is that one. On one context: whether a statement that is expected to hold does.
    pub as_expected: bool,
    /// The instance that the verdict rests on: a member for each variable.
    pub instance: Option<Json>,
    /// The same in a line, for people.
    #[serde(skip)]
    pub witness: Option<String>,
    /// How well it is known to be the smallest.
    pub smallest: Option<&'static str>,
    /// Why a term has no value, or what ran out.
    pub reason: Option<String>,
    /// Parts of the claim with their values on the instance.
    pub facts: Vec<FactReport>,
    /// Whether the claim is of the form `a iff b`.
    #[serde(skip)]
    pub is_iff: bool,
    /// Of a claim `a iff b` that fails: what is known of each half.
    pub directions: Option<[DirectionReport; 2]>,
    /// An instance that leaves a term undefined, beside the one that refutes.
    pub also_ill_posed: Option<IllPosedReport>,
    /// The certificate of the instance, which the independent checker has accepted.
    pub certificate: Option<Json>,
    /// Why there is none.
    pub not_certified: Option<String>,
    /// What was tried.
    pub scope: ScopeReport,
    /// The statement that this one amends.
    pub amends: Option<String>,
    /// The statement that amends this one.
    pub amended_by: Option<String>,
}

/// One half of a claim `a iff b`.
#[derive(Clone, Debug, Serialize)]
pub struct DirectionReport {
    /// `left implies right` or `right implies left`.
    pub direction: &'static str,
    /// What the search found; never `proved`.
    pub verdict: String,
    /// The instances in scope on which the premise is true.
    pub met: u64,
    /// The smallest instance that was found of the verdict's kind.
    pub instance: Option<Json>,
    /// The same in a line, for people.
    #[serde(skip)]
    pub witness: Option<String>,
}

/// A part of a claim and its value.
#[derive(Clone, Debug, Serialize)]
pub struct FactReport {
    /// As the statement writes it.
    pub text: String,
    /// Its value on the instance.
    pub value: String,
}

/// An instance that leaves a term undefined.
#[derive(Clone, Debug, Serialize)]
pub struct IllPosedReport {
    /// The instance.
    pub instance: Json,
    /// The same in a line, for people.
    #[serde(skip)]
    pub witness: String,
    /// The term, and why it has no value.
    pub reason: String,
}

/// What was tried for one statement.
#[derive(Clone, Debug, Serialize)]
pub struct ScopeReport {
    /// Contexts were enumerated up to this: rows, columns, total of the counts. `null` for one context.
    pub exhaustive: Option<String>,
    /// The number of random contexts.
    pub random: u64,
    /// Whether no instance met the hypotheses, so that nothing was tested.
    pub vacuous: bool,
    /// The counts.
    #[serde(flatten)]
    pub coverage: Coverage,
}

impl StatementReport {
    /// What is said of a statement of a chapter (`None` for a user's own).
    pub fn new(judgement: &Judgement, chapter: Option<&str>, universe: &Universe) -> StatementReport {
        let Judgement { statement, verdict, findings, .. } = judgement;
        let witness = judgement.witness();
        let coverage = findings.coverage.clone();
        let one_context = matches!(universe, Universe::One(..));
        let failed = matches!(verdict, Verdict::Refuted | Verdict::IllPosed);
        let certificate = match witness.filter(|_| failed) {
            Some(found) => certify(statement, &found.instance, &found.outcome)
                .map_err(|e| e.0)
                .and_then(|c| serde_json::from_str(&c.to_json()).map_err(|e| e.to_string())),
            None => Err(String::new()),
        };
        let holds = |verdict: Verdict| matches!(verdict, Verdict::Survives | Verdict::Proved);
        StatementReport {
            id: statement.id.clone(),
            chapter: chapter.map(str::to_owned),
            theorem: None,
            source: statement.source.clone(),
            verdict: verdict.to_string(),
            expected: statement.expect.map(|e| e.to_string()),
            as_expected: match one_context {
                true => !(failed && holds(judgement.expected())),
                false => judgement.is_expected(),
            },
            instance: witness.map(|found| found.instance.to_json(statement)),
            witness: witness.map(|found| in_a_line(statement, &found.instance)),
            smallest: witness.filter(|_| failed).map(minimality),
            reason: reason(judgement, &coverage),
            facts: judgement.facts().into_iter().map(|f| FactReport { text: f.text, value: f.value }).collect(),
            is_iff: statement.directions().is_some(),
            directions: judgement.directions.as_ref().map(|both| {
                let names = ["left implies right", "right implies left"];
                [0, 1].map(|half| DirectionReport {
                    direction: names[half],
                    verdict: both[half].verdict.to_string(),
                    met: both[half].findings.coverage.met,
                    instance: both[half].witness().map(|found| found.instance.to_json(statement)),
                    witness: both[half].witness().map(|found| in_a_line(statement, &found.instance)),
                })
            }),
            also_ill_posed: match verdict {
                Verdict::Refuted => findings.undefined.as_ref().map(|found| IllPosedReport {
                    instance: found.instance.to_json(statement),
                    witness: in_a_line(statement, &found.instance),
                    reason: why(statement, &found.outcome).unwrap_or_default(),
                }),
                _ => None,
            },
            certificate: certificate.as_ref().ok().cloned(),
            not_certified: certificate.err().filter(|_| failed),
            scope: ScopeReport {
                exhaustive: match universe {
                    Universe::All(scope) => Some(scope.to_string()),
                    Universe::One(..) => None,
                },
                random: coverage.random_contexts,
                vacuous: coverage.is_vacuous(),
                coverage,
            },
            amends: statement.amends.clone(),
            amended_by: None,
        }
    }

    /// The whole finding on a page of text.
    pub fn text(&self, statement: &Statement) -> String {
        let mut text = format!("{}: {}\n", self.id, self.verdict_in_words());
        let mut lines = vec![("source", self.source.clone())];
        if let Some(reading) = &statement.reading {
            lines.push(("read as", reading.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        if let Some(by) = &self.amended_by {
            lines.push(("amended by", by.clone()));
        }
        lines.push(("tried", self.scope.in_words()));
        if let Some(reason) = &self.reason {
            lines.push(("because", reason.clone()));
        }
        if self.certificate.is_some() {
            lines.push(("certificate", "accepted by the independent checker".into()));
        }
        if let Some(reason) = &self.not_certified {
            lines.push(("certificate", format!("none: {reason}")));
        }
        text.push_str(&facts(&lines));
        if let Some(witness) = &self.witness {
            let smallest = self.smallest.map(|s| format!(" ({s})")).unwrap_or_default();
            write!(text, "\nInstance{smallest}\n  {}\n", spread(witness)).expect(TAKES_ALL);
        }
        if !self.facts.is_empty() {
            text.push_str("\nThere\n");
            for fact in &self.facts {
                writeln!(text, "  {} = {}", fact.text, fact.value).expect(TAKES_ALL);
            }
        }
        if let Some(directions) = &self.directions {
            text.push_str("\nBoth ways\n");
            for DirectionReport { direction, verdict, met, witness, .. } in directions {
                writeln!(text, "  {direction}: {verdict}; the premise is true on {met} instances").expect(TAKES_ALL);
                for line in witness.iter().flat_map(|w| spread(w).lines().map(str::to_owned).collect::<Vec<_>>()) {
                    writeln!(text, "    {}", line.trim_start()).expect(TAKES_ALL);
                }
            }
        }
        if let Some(also) = &self.also_ill_posed {
            write!(text, "\nElsewhere {}\n  {}\n", also.reason, spread(&also.witness)).expect(TAKES_ALL);
        }
        text
    }

    fn verdict_in_words(&self) -> String {
        match (&self.expected, self.as_expected) {
            (Some(expected), false) => format!("{}, expected {expected}", self.verdict),
            _ => self.verdict.clone(),
        }
    }
}

const TAKES_ALL: &str = "a string takes all";

impl ScopeReport {
    /// The counts in a sentence.
    pub fn in_words(&self) -> String {
        let c = &self.coverage;
        let contexts = match &self.exhaustive {
            Some(scope) => format!(
                "{} contexts of {scope} up to relabelling ({} labelled) and {} random ones",
                c.contexts, c.labelled, c.random_contexts
            ),
            None => "this context".into(),
        };
        let mut words = format!("{contexts}; {} instances, of which {} met the hypotheses", c.instances, c.met);
        if c.hypothesis_undefined > 0 {
            write!(words, ", {} left a hypothesis undefined", c.hypothesis_undefined).expect(TAKES_ALL);
        }
        if c.undefined > 0 {
            write!(words, ", {} left the claim undefined", c.undefined).expect(TAKES_ALL);
        }
        if c.violated > 0 {
            write!(words, ", {} violated it", c.violated).expect(TAKES_ALL);
        }
        if c.both_true > 0 {
            write!(words, ", {} made both sides true", c.both_true).expect(TAKES_ALL);
        }
        if c.undecided > 0 {
            write!(words, ", {} were not decided", c.undecided).expect(TAKES_ALL);
        }
        if let Some(height) = c.complete_to.filter(|_| self.exhaustive.is_some()) {
            write!(words, "; tables of integers up to {height} complete").expect(TAKES_ALL);
        }
        if c.cut_short > 0 {
            write!(words, "; cut short on {} contexts", c.cut_short).expect(TAKES_ALL);
        }
        words
    }
}

const LOCAL: &str = "smallest by local steps only";

fn minimality(found: &Found) -> &'static str {
    match found.minimality {
        Minimality::Enumerated => "no smaller context of the scope does it",
        Minimality::Local => LOCAL,
    }
}

/// Why a term has no value, what ran out, or that nothing was tested.
fn reason(judgement: &Judgement, coverage: &Coverage) -> Option<String> {
    match judgement.witness() {
        Some(found) => why(judgement.statement, &found.outcome),
        None if !judgement.findings.complete => Some("the search was interrupted".into()),
        None if coverage.is_vacuous() => Some("no instance met the hypotheses, so nothing was tested".into()),
        None => None,
    }
}

/// Why a term has no value, or what ran out.
fn why(statement: &Statement, outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Undefined(nothing) => {
            let term = statement.text[nothing.span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            Some(format!("{term} is undefined: {}", nothing.reason))
        }
        Outcome::Undecided(exhausted) => Some(exhausted.to_string()),
        _ => None,
    }
}

/// A variable a line.
fn spread(witness: &str) -> String {
    witness.replace("; ", "\n  ").replace('|', ";")
}

/// `P = [1, 1; 0, 1] / 3; f = [1, 0]`, variables separated by semicolons.
fn in_a_line(statement: &Statement, instance: &Instance) -> String {
    let assignment = |(slot, value): (usize, &Value)| {
        // Rows are separated by bars, so that variables can be by semicolons.
        format!("{} = {}", statement.variables[slot].name, value.to_string().replace(';', "|"))
    };
    instance.values().map(assignment).collect::<Vec<_>>().join("; ")
}

impl AuditReport {
    /// Names the statements that amend others.
    pub fn linked(mut self) -> AuditReport {
        let amendments: Vec<(String, String)> =
            self.statements.iter().filter_map(|s| Some((s.amends.clone()?, s.id.clone()))).collect();
        for statement in &mut self.statements {
            statement.amended_by =
                amendments.iter().find(|(amended, _)| *amended == statement.id).map(|(_, by)| by.clone());
        }
        self
    }

    /// A line for each statement, chapter by chapter, and how many there are of each verdict.
    pub fn text(&self) -> String {
        let mut text = format!("scope  {}\n", self.scope);
        for chapter in self.chapters() {
            write!(text, "\n{}\n", chapter.unwrap_or("own statements")).expect(TAKES_ALL);
            let mut rows =
                vec![["verdict", "claim", "source", "met", "smallest instance found"].map(String::from).to_vec()];
            rows.extend(self.of(chapter).map(|s| {
                let witness = match (&s.witness, &s.reason) {
                    (Some(witness), _) => shortened(&witness.replace('|', ";"), 72),
                    (None, Some(reason)) => reason.clone(),
                    (None, None) => String::new(),
                };
                let met = s.scope.coverage.met.to_string();
                vec![s.verdict_in_words(), s.id.clone(), s.source.clone(), met, witness]
            }));
            text.push_str(&columns(&rows, |c| c == 3));
        }
        let counts: Vec<String> = ["proved", "survives", "refuted", "ill-posed", "undecided"]
            .into_iter()
            .map(|v| (v, self.statements.iter().filter(|s| s.verdict == v).count()))
            .filter(|(_, n)| *n > 0)
            .map(|(v, n)| format!("{n} {v}"))
            .collect();
        write!(text, "\n{} statements: {}\n", self.statements.len(), counts.join(", ")).expect(TAKES_ALL);
        let surprises: Vec<&str> = self.statements.iter().filter(|s| !s.as_expected).map(|s| s.id.as_str()).collect();
        if !surprises.is_empty() {
            writeln!(text, "not as expected: {}", surprises.join(", ")).expect(TAKES_ALL);
        }
        if self.interrupted {
            text.push_str("interrupted: statements after these were not looked at\n");
        }
        text
    }

    fn chapters(&self) -> Vec<Option<&str>> {
        let mut chapters = Vec::new();
        for statement in &self.statements {
            if !chapters.contains(&statement.chapter.as_deref()) {
                chapters.push(statement.chapter.as_deref());
            }
        }
        chapters
    }

    fn of(&self, chapter: Option<&str>) -> impl Iterator<Item = &StatementReport> {
        self.statements.iter().filter(move |s| s.chapter.as_deref() == chapter)
    }

    /// The ledger's page in Markdown.
    pub fn page(&self) -> String {
        let mut page = format!(
            "# The ledger\n\nGenerated by `contexture audit --out DIR`; do not edit. Scope: {}.\n\n\
             *Contexts* are enumerated up to relabelling of their points, plus random ones; *met* counts the *instances* \
             that met every hypothesis, *undefined* those of them that left a term of the claim without value, and \
             *undecided* those on which a sign was not decided. A witness is the smallest instance found: no smaller \
             context of the scope does the same, unless it is marked *local*: then only local steps were tried. Its \
             context is written as counts over their total.\n",
            self.scope
        );
        for chapter in self.chapters() {
            write!(page, "\n## {}\n\n", chapter.unwrap_or("Own statements")).expect(TAKES_ALL);
            page.push_str("| claim | source | verdict | contexts | instances | met | undefined | undecided | smallest witness | amended by |\n");
            page.push_str("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |\n");
            for s in self.of(chapter) {
                let c = &s.scope.coverage;
                let link = match &s.chapter {
                    Some(chapter) => format!("[`{0}`](../proofs/{chapter}/{0}/statement.claim)", s.id),
                    None => format!("`{}`", s.id),
                };
                let theorem = s.theorem.as_ref().map(|file| format!(" ([theorem](../{file}))")).unwrap_or_default();
                let local = if s.smallest == Some(LOCAL) { " (local)" } else { "" };
                let witness =
                    s.witness.as_ref().map(|w| format!("`{}`{local}", w.replace('|', ";"))).unwrap_or_default();
                let amended = s.amended_by.as_ref().map(|by| format!("`{by}`")).unwrap_or_default();
                writeln!(
                    page,
                    "| {link} | {} | **{}**{theorem} | {} + {} | {} | {} | {} | {} | {witness} | {amended} |",
                    s.source, s.verdict, c.contexts, c.random_contexts, c.instances, c.met, c.undefined, c.undecided
                )
                .expect(TAKES_ALL);
            }
        }
        page.push_str(&self.both_directions());
        page
    }

    /// A table of the claims `a iff b`: what is known of each half.
    fn both_directions(&self) -> String {
        let mut table = String::from(
            "\n## Both directions\n\nClaims of the form *a iff b*. Of one that fails each half was searched for itself; \
             the numbers are of instances on which the half's premise is true. Of the others both halves hold as the whole \
             does, on so many instances with both sides true.\n\n\
             | claim | verdict | both true on | a implies b | a true on | b implies a | b true on |\n\
             | --- | --- | ---: | --- | ---: | --- | ---: |\n",
        );
        for s in self.statements.iter().filter(|s| s.is_iff) {
            let halves = match &s.directions {
                Some([forth, back]) => format!("{} | {} | {} | {}", forth.verdict, forth.met, back.verdict, back.met),
                None => " | | | ".into(),
            };
            writeln!(table, "| `{}` | {} | {} | {halves} |", s.id, s.verdict, s.scope.coverage.both_true)
                .expect(TAKES_ALL);
        }
        table
    }
}

/// At most so many characters.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}
