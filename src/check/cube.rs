//! Bits that are corrupted: the table of a context that a domain names, and characters.

use super::context::Joint;
use super::interval::Interval;
use super::value::{Stop, Table};
use super::walk::Walk;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer, ratio};
use crate::statement::tree::{Corruption, Span, Term};
use num_traits::{One, Signed, ToPrimitive, Zero};

/// X has `2^D` points, of which a context of a certificate has at most 64.
const MOST_BITS: usize = 6;

/// The joint table of X = {-1, 1}^D, all points equally likely, and corrupted bits. Bit i of the point k is -1 where the
/// i-th digit of k is 1 in base 2; of the view k, where it is 1 in base 3, and masked where it is 2. Views without mass
/// are left out. `None` where the amount is not one of the corruption.
fn corrupted(corruption: Corruption, bits: usize, amount: &Rational) -> Option<Matrix> {
    let one = Rational::one();
    let digit = |k: usize, base: usize, i: usize| k / base.pow(i as u32) % base;
    // P(a|x)
    let given: Box<dyn Fn(usize, usize) -> Rational> = match corruption {
        Corruption::Mask | Corruption::Flip if amount.is_negative() || *amount > one => return None,
        Corruption::Mask => Box::new(|x, a| {
            let of_bit = |i| match (digit(x, 2, i), digit(a, 3, i)) {
                (_, 2) => amount.clone(),
                (here, there) if here == there => &one - amount,
                _ => Rational::zero(),
            };
            (0..bits).map(of_bit).product()
        }),
        Corruption::Flip => Box::new(|x, a| {
            let flip = amount / integer(2);
            let of_bit = |i| match (digit(x, 2, i), digit(a, 3, i)) {
                (_, 2) => Rational::zero(),
                (here, there) if here == there => &one - &flip,
                _ => flip.clone(),
            };
            (0..bits).map(of_bit).product()
        }),
        Corruption::BlockMask => {
            let length = amount.is_integer().then(|| amount.numer().to_usize()).flatten().filter(|b| *b <= bits)?;
            Box::new(move |x, a| {
                let is_masked = |i: usize, start: usize| start <= i && i < start + length;
                let expected = |i: usize, start: usize| if is_masked(i, start) { 2 } else { digit(x, 2, i) };
                let starts =
                    (0..=bits - length).filter(|start| (0..bits).all(|i| digit(a, 3, i) == expected(i, *start)));
                ratio(starts.count(), bits - length + 1)
            })
        }
    };
    let points = 2usize.pow(bits as u32);
    let columns = (0..3usize.pow(bits as u32)).map(|a| (0..points).map(|x| given(x, a) / integer(points)).collect());
    let columns: Vec<Vec<Rational>> =
        columns.filter(|column: &Vec<Rational>| column.iter().any(|cell| !cell.is_zero())).collect();
    Some(Matrix::from_fn(points, columns.len(), |x, a| columns[a][x].clone()))
}

impl Walk<'_> {
    /// Whether a table is that of a corruption of so many bits by so much.
    pub fn is_corrupted(
        &mut self,
        given: &Joint,
        corruption: Corruption,
        bits: &Term,
        amount: &Term,
    ) -> Result<bool, Stop> {
        let (number, amount) = (self.integer(bits)?, self.rational(amount)?);
        let Some(number) = number.to_usize().filter(|n| *n <= MOST_BITS) else { return Ok(false) };
        let size = amount.numer().bits().max(amount.denom().bits()) * number as u64;
        self.spend(6usize.pow(number as u32) * (number + 1), size, &bits.span)?;
        Ok(corrupted(corruption, number, &amount).is_some_and(|table| {
            (table.rows(), table.columns()) == (given.n, given.m)
                && (0..given.n).all(|x| (0..given.m).all(|a| table.get(x, a) == given.joint.get(x, a)))
        }))
    }

    /// Column j, from 0, is `prod x_i` over the bits i of j: -1 where an odd number of them is set in the point too.
    pub fn characters(&mut self, of: &[Term], span: &Span) -> Result<Table, Stop> {
        let points = self.context(&of[0])?.view().n;
        if !points.is_power_of_two() {
            return Stop::undefined(span, format!("{points} points are not all vectors of some bits"));
        }
        let sign = |x: usize, set: usize| if (x & set).count_ones().is_multiple_of(2) { 1 } else { -1 };
        Ok(Table::from_fn(points, points, |x, set| Interval::integer(sign(x, set))))
    }

    /// How many bits are set in an integer.
    pub fn bits(&mut self, of: &[Term], span: &Span) -> Result<Interval, Stop> {
        match self.integer(&of[0])?.to_biguint() {
            Some(number) => Ok(Interval::integer(number.count_ones())),
            None => Stop::undefined(span, "it is negative"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table times a number.
    fn rows(corruption: Corruption, bits: usize, amount: Rational, times: i64) -> Vec<Vec<i64>> {
        let table = corrupted(corruption, bits, &amount).unwrap();
        let cell = |x: usize, a: usize| {
            let scaled = table.get(x, a) * integer(times);
            assert!(scaled.is_integer(), "{scaled}");
            scaled.to_integer().to_i64().unwrap()
        };
        (0..table.rows()).map(|x| (0..table.columns()).map(|a| cell(x, a)).collect()).collect()
    }

    #[test]
    fn tables_made_by_hand() {
        use Corruption::{BlockMask, Flip, Mask};
        // Views +, -, *.
        assert_eq!(rows(Mask, 1, ratio(1, 3), 6), [[2, 0, 1], [0, 2, 1]]);
        assert_eq!(rows(Mask, 1, integer(0), 2), [[1, 0], [0, 1]]);
        assert_eq!(rows(Mask, 1, integer(1), 2), [[1], [1]]);
        assert_eq!(rows(Flip, 1, ratio(1, 2), 8), [[3, 1], [1, 3]]);
        assert_eq!(rows(Flip, 1, integer(1), 4), [[1, 1], [1, 1]]);
        // ++, -+, *+, +-, --, *-, +*, -*, **; points ++, -+, +-, --.
        let two = rows(Mask, 2, ratio(1, 2), 16);
        assert_eq!(two[0], [1, 0, 1, 0, 0, 0, 1, 0, 1]);
        assert_eq!(two[1], [0, 1, 1, 0, 0, 0, 0, 1, 1]);
        assert_eq!(two[2], [0, 0, 0, 1, 0, 1, 1, 0, 1]);
        // *+, *-, +*, -*
        let blocks = [[1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 1, 0], [0, 1, 0, 1]];
        assert_eq!(rows(BlockMask, 2, integer(1), 8), blocks);
        assert_eq!(rows(BlockMask, 1, integer(0), 2), [[1, 0], [0, 1]]);
        assert_eq!(rows(BlockMask, 2, integer(2), 4), [[1], [1], [1], [1]]);
        for corruption in [Mask, Flip, BlockMask] {
            assert_eq!(rows(corruption, 0, integer(0), 1), [[1]]);
        }
    }

    #[test]
    fn bits_are_corrupted_by_so_much_at_most() {
        use Corruption::{BlockMask, Flip, Mask};
        for corruption in [Mask, Flip] {
            assert!(
                corrupted(corruption, 1, &ratio(-1, 9)).is_none() && corrupted(corruption, 1, &ratio(10, 9)).is_none()
            );
        }
        for wrong in [ratio(1, 2), integer(-1), integer(3)] {
            assert!(corrupted(BlockMask, 2, &wrong).is_none());
        }
    }
}
