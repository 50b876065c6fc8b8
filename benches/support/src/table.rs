//! How results are written: Markdown, as the documentation takes it.

use std::time::Duration;

/// Prints a heading.
pub fn heading(text: &str) {
    println!("\n### {text}\n");
}

/// Prints the first rows of a table, with the names of its columns.
pub fn begin<const N: usize>(columns: [&str; N]) {
    row(columns.map(str::to_owned));
    row(["---"; N].map(str::to_owned));
}

/// Prints a row of a table.
pub fn row<const N: usize>(cells: [String; N]) {
    println!("| {} |", cells.join(" | "));
}

/// A time in milliseconds.
pub fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

/// A time in microseconds.
pub fn microseconds(time: Duration) -> String {
    format!("{:.0} µs", time.as_secs_f64() * 1e6)
}

/// A number with its thousands apart.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut groups = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            groups.push(' ');
        }
        groups.push(digit);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(123), "123");
        assert_eq!(grouped(1_234), "1 234");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }

    #[test]
    fn times_are_rounded() {
        assert_eq!(milliseconds(Duration::from_micros(1_260)), "1.3 ms");
        assert_eq!(microseconds(Duration::from_nanos(1_600)), "2 µs");
    }
}
