//! Encoders as tables of floats.

use crate::context::{Encoder, Side};
use crate::error::Error;
use faer::{Mat, MatRef};
use num_traits::ToPrimitive;
use std::marker::PhantomData;

/// A float for each point of a side and each feature: an encoder, labels with values in `R^k`, or the
/// gradient of an objective by one of them. One row a point, in the order of the context's points.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<S: Side> {
    entries: Mat<f64>,
    side: PhantomData<S>,
}

impl<S: Side> Table<S> {
    /// The table with these entries, row-major. Errs if they do not fill it, or if one is not finite.
    pub fn new(rows: usize, columns: usize, entries: &[f64]) -> Result<Table<S>, Error> {
        if rows.checked_mul(columns) != Some(entries.len()) {
            let found = entries.len();
            return Err(Error::new(format!("expected entries of a {rows} x {columns} table, found {found}")));
        }
        if let Some(place) = entries.iter().position(|v| !v.is_finite()) {
            let (row, column, found) = (place / columns, place % columns, entries[place]);
            return Err(Error::new(format!("row {row}, column {column}: expected a finite number, found {found}")));
        }
        Ok(Table::from(Mat::from_fn(rows, columns, |r, c| entries[r * columns + c])))
    }

    /// The features of an exact encoder, rounded. Errs if one is outside the range of floats.
    pub fn of(encoder: &Encoder<S>) -> Result<Table<S>, Error> {
        let exact = encoder.matrix();
        let (rows, columns) = (exact.rows(), exact.columns());
        let value = |place: usize| exact.get(place / columns, place % columns).to_f64().unwrap_or(f64::NAN);
        Table::new(rows, columns, &(0..rows * columns).map(value).collect::<Vec<f64>>())
    }

    /// The number of points.
    pub fn rows(&self) -> usize {
        self.entries.nrows()
    }

    /// The number of features.
    pub fn columns(&self) -> usize {
        self.entries.ncols()
    }

    /// An entry. Panics outside the table.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        self.entries[(row, column)]
    }

    /// All entries, row-major.
    pub fn row_major(&self) -> Vec<f64> {
        (0..self.rows()).flat_map(|r| (0..self.columns()).map(move |c| self.get(r, c))).collect()
    }

    /// The table as a matrix.
    pub(super) fn entries(&self) -> MatRef<'_, f64> {
        self.entries.as_ref()
    }
}

impl<S: Side> From<Mat<f64>> for Table<S> {
    fn from(entries: Mat<f64>) -> Table<S> {
        Table { entries, side: PhantomData }
    }
}

/// Errs unless two encoders have equally many features.
pub(super) fn alike<S: Side, R: Side>(phi: &Table<S>, psi: &Table<R>) -> Result<(), Error> {
    if phi.columns() == psi.columns() {
        return Ok(());
    }
    let (here, there) = (phi.columns(), psi.columns());
    let sides = (S::NAME, R::NAME);
    Err(Error::new(format!(
        "expected equally many features on both sides, found {here} on {} and {there} on {}",
        sides.0, sides.1
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, X};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{integer, ratio};
    use num_bigint::BigInt;

    #[test]
    fn entries_go_in_and_out_by_rows() {
        let entries = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let table = Table::<X>::new(2, 3, &entries).unwrap();
        assert_eq!((table.rows(), table.columns(), table.get(1, 0)), (2, 3, 4.0));
        assert_eq!(table.row_major(), entries);
        let exact = Encoder::<X>::new(Matrix::from_fn(2, 3, |r, c| ratio((3 * r + c + 1) as i64, 1)));
        assert_eq!(Table::of(&exact).unwrap(), table);
        assert!(Table::<A>::new(3, 0, &[]).unwrap().row_major().is_empty());
        assert_eq!(Table::of(&Encoder::<X>::new(Matrix::zero(3, 0))).unwrap().rows(), 3);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let message = |table: Result<Table<X>, Error>| table.unwrap_err().to_string();
        assert_eq!(message(Table::new(2, 2, &[1.0])), "expected entries of a 2 x 2 table, found 1");
        assert_eq!(message(Table::new(1, 0, &[1.0])), "expected entries of a 1 x 0 table, found 1");
        assert!(Table::<X>::new(usize::MAX, 2, &[]).is_err(), "a product that overflows");
        let nan = Table::new(2, 2, &[1.0, 2.0, f64::NAN, 4.0]);
        assert_eq!(message(nan), "row 1, column 0: expected a finite number, found NaN");
        let huge = Encoder::new(Matrix::from_fn(1, 1, |_, _| integer(BigInt::from(10).pow(400))));
        assert_eq!(message(Table::of(&huge)), "row 0, column 0: expected a finite number, found inf");
    }

    #[test]
    fn numbers_of_features_are_compared() {
        let (phi, psi) = (Table::<X>::new(1, 2, &[0.0; 2]).unwrap(), Table::<A>::new(1, 1, &[0.0]).unwrap());
        let error = alike(&phi, &psi).unwrap_err().to_string();
        assert_eq!(error, "expected equally many features on both sides, found 2 on X and 1 on A");
        assert!(alike(&phi, &phi).is_ok());
    }
}
