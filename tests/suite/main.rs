//! Tests that cross files: laws over whole families of contexts, naive twins, bad input, the order of the
//! rooms.

mod bad_input;
mod certificates;
mod certification;
mod cli;
mod evaluation;
mod files;
mod float_containment;
mod formal;
mod foundations;
mod fuzz;
mod generators;
mod language;
mod layering;
mod objective_certificates;
mod reading;
mod spectra;
#[path = "../../benches/tables.rs"]
mod tables;
mod twins;
mod verdicts;
mod worst_case_error;

/// The benchmark's tables are those on which `benches/peers` times other software.
#[test]
fn benchmark_tables_are_pinned() {
    let table = tables::counts(5, tables::SEED);
    assert_eq!(table[..8], [14, 6, 0, 19, 12, 12, 14, 17]);
    assert_eq!(tables::counts(200, tables::SEED).iter().sum::<u64>(), 398_395);
}
