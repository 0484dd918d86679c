//! Checking certificates: every one of the ledger, from the file's bytes to the verdict.
#![allow(missing_docs)]

use contexture::certificate::Certificate;
use contexture::check::check;
use contexture::ledger::entries;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

fn certificates(c: &mut Criterion) {
    let mut group = c.benchmark_group("certificate");
    group.sample_size(20).measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(200));
    for entry in entries() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("proofs").join(entry.chapter).join(entry.id);
        let Ok(bytes) = fs::read(folder.join("refutation.json")) else { continue };
        let statement = entry.statement().expect("it reads");
        group.bench_with_input(BenchmarkId::from_parameter(entry.id), &bytes, |b, bytes| {
            b.iter(|| {
                let certificate = Certificate::parse(black_box(bytes)).expect("it is of the form");
                black_box(check(&statement, &certificate)).expect("it shows what it says")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, certificates);
criterion_main!(benches);
