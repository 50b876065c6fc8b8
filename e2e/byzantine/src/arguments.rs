//! The command line: that of the node, and what to do wrong.

use crate::deed::Misdeeds;

const OPTION: &str = "--misbehave";

/// Takes what is to be done wrong out of `arguments`. The others are the node's.
pub fn split(
    arguments: impl IntoIterator<Item = String>,
) -> Result<(Vec<String>, Misdeeds), String> {
    let (mut others, mut misdeeds) = (Vec::new(), Misdeeds::default());
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let kinds = if argument == OPTION {
            arguments.next().ok_or_else(|| format!("{OPTION} needs a value"))?
        } else if let Some(kinds) = argument.strip_prefix(&format!("{OPTION}=")) {
            kinds.to_string()
        } else {
            others.push(argument);
            continue;
        };
        for kind in kinds.split(',') {
            misdeeds.add(kind)?;
        }
    }
    Ok((others, misdeeds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        deed::{Deed, Forgery},
        flood::Flood,
        omission::Omission,
    };

    const CENSOR: &str = "censor=5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    fn parse(arguments: &[&str]) -> Result<(Vec<String>, Misdeeds), String> {
        split(arguments.iter().map(ToString::to_string))
    }

    #[test]
    fn misdeeds_are_taken_out_of_the_command_line() {
        let arguments = [
            "node",
            "--misbehave",
            "equivocate,withhold-tail",
            "--dev",
            "--misbehave=no-vrf",
            "--misbehave",
            "flood-reports=10",
            "--misbehave",
            CENSOR,
            "--misbehave=vote-against",
        ];
        let (others, misdeeds) = parse(&arguments).unwrap();
        assert_eq!(others, ["node", "--dev"]);
        assert_eq!(misdeeds.once, [Deed::Equivocate, Deed::Forge(Forgery::NoVrf)]);
        assert!(misdeeds.withhold_tail);
        assert_eq!(misdeeds.flood, Some(Flood::Reports(10)));
        assert_eq!(misdeeds.omissions, [Omission::named(CENSOR).unwrap()]);
        assert!(misdeeds.vote_against);
    }

    #[test]
    fn without_them_nothing_is_done() {
        let (others, misdeeds) = parse(&["node", "key", "generate"]).unwrap();
        assert_eq!(others, ["node", "key", "generate"]);
        assert!(misdeeds.once.is_empty());
        assert!(!misdeeds.withhold_tail && !misdeeds.vote_against);
        assert_eq!(misdeeds.flood, None);
        assert!(misdeeds.omissions.is_empty());
    }

    #[test]
    fn one_flood_is_enough() {
        let error = parse(&["node", "--misbehave=flood-votes=1,flood-reports=1"]).unwrap_err();
        assert_eq!(error, "there is one flood at a time");
    }

    #[test]
    fn unknown_misdeeds_are_named() {
        for kind in ["", "lie", "flood-reports", "flood-votes=many", "censor", "omit-votes=Bob"] {
            let error = parse(&["node", "--misbehave", kind]).unwrap_err();
            assert!(error.starts_with(&format!("unknown misdeed '{kind}'")), "{error}");
        }
        assert_eq!(parse(&["node", "--misbehave"]).unwrap_err(), "--misbehave needs a value");
    }
}
