//! A context as Rust text, for messages that can be pasted into a test.

use contexture::context::Context;

/// `Context::from_counts(&[[1, 2], [3, 4]])`.
pub fn context(context: &Context) -> String {
    let rows: Vec<String> = context.weights().chunks(context.m()).map(row).collect();
    format!("Context::from_counts(&[{}])", rows.join(", "))
}

fn row(weights: &[num_bigint::BigInt]) -> String {
    let cells: Vec<String> = weights.iter().map(ToString::to_string).collect();
    format!("[{}]", cells.join(", "))
}
