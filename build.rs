//! Lists the files of the ledger, `proofs/<chapter>/<id>/`, so that the program carries them.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    // Not the whole folder: what the proof assistant leaves there changes nothing. Of what is new the
    // ledger's own test tells.
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=proofs/LEDGER");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("set by cargo")).join("proofs");
    let mut list = String::from("&[\n");
    for chapter in folders(&root) {
        for id in folders(&root.join(&chapter)) {
            let folder = root.join(&chapter).join(&id);
            let statement = folder.join("statement.claim");
            if !statement.exists() {
                continue;
            }
            let files =
                ["statement.claim", "instance.json", "why.md", "proof.v", "negation.v"].map(|name| folder.join(name));
            for file in files.iter().filter(|file| file.exists()) {
                println!("cargo::rerun-if-changed={}", file.display());
            }
            let optional = |name: &str| match folder.join(name) {
                path if path.exists() => format!("Some(include_str!({:?}))", path.display().to_string()),
                _ => "None".into(),
            };
            let (instance, why) = (optional("instance.json"), optional("why.md"));
            let (proof, negation) = (optional("proof.v"), optional("negation.v"));
            let text = statement.display().to_string();
            writeln!(
                list,
                "    Entry {{ chapter: {chapter:?}, id: {id:?}, text: include_str!({text:?}), instance: {instance}, why: {why}, proof: {proof}, negation: {negation} }},"
            )
            .expect("a string takes all");
        }
    }
    list.push(']');
    let out = Path::new(&env::var("OUT_DIR").expect("set by cargo")).join("entries.rs");
    fs::write(out, list).expect("the build's own folder can be written");
}

/// The names of the folders in a folder, sorted.
fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}
