//! What load is put on a network: a file of TOML.
//!
//! ```toml
//! patience = 60                   # seconds to wait at the end without any becoming final
//!
//! [[stream]]
//! name = "transfers"              # its senders are //load//transfers//0 and so on
//! senders = 400                   # who send in turn
//! kinds = ["transfer"]            # what each of them sends, in turn
//! keep = { waiting = 24000, seconds = 120, most = 200000 }
//!
//! [[stream]]
//! name = "tipped"
//! senders = 50
//! kinds = ["transfer"]
//! tip = 1000000                   # in units, with each transaction
//! phases = [{ seconds = 120, from = 50, to = 50 }]
//! ```

use crate::pace::{Keep, Pace, Phase};
use serde::{Deserialize, Serialize};

/// The load that is put on a network.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Seconds to wait for what was accepted and is not final, since the last was sent or one became final.
    pub patience: u64,
    /// What is sent at the same time.
    #[serde(rename = "stream")]
    pub streams: Vec<Stream>,
}

/// Transactions of some senders.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stream {
    /// Part of the secrets of its senders.
    pub name: String,
    /// Who send in turn.
    pub senders: u32,
    /// What is sent, in turn.
    pub kinds: Vec<Kind>,
    /// What each transaction offers beside its fee, in units.
    #[serde(default)]
    pub tip: u64,
    /// At what rates it is sent, one after the other.
    #[serde(default)]
    phases: Vec<Phase>,
    /// Or how many are kept waiting.
    keep: Option<Keep>,
}

/// What a transaction does.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Sends tokens to the next sender.
    Transfer,
    /// Says something, which costs a fee and changes nothing.
    Remark,
}

impl Profile {
    /// Reads a profile.
    pub fn parse(text: &str) -> Result<Self, String> {
        let profile: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if profile.streams.is_empty() {
            return Err("no stream".into());
        }
        for stream in &profile.streams {
            stream.check().map_err(|error| format!("stream {}: {error}", stream.name))?;
        }
        let mut names: Vec<_> = profile.streams.iter().map(|stream| &stream.name).collect();
        names.sort();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(format!("two streams are named {}", pair[0])),
            None => Ok(profile),
        }
    }
}

impl Stream {
    fn check(&self) -> Result<(), String> {
        if self.senders == 0 {
            return Err("no senders".into());
        }
        if self.kinds.is_empty() {
            return Err("no kinds".into());
        }
        if self.phases.is_empty() == self.keep.is_none() {
            return Err("either phases or keep".into());
        }
        self.phases.iter().try_for_each(Phase::check)
    }

    /// When it is sent.
    pub fn pace(&self) -> Pace {
        match self.keep {
            Some(keep) => Pace::Keep(keep),
            None => Pace::timed(&self.phases),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(lines: &str) -> Result<Profile, String> {
        Profile::parse(&format!("patience = 1\n[[stream]]\nname = \"a\"\n{lines}"))
    }

    #[test]
    fn profiles_of_the_repository_are_read() {
        for entry in std::fs::read_dir("profiles").unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            Profile::parse(&text).unwrap();
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let phase = "phases = [{ seconds = 1, from = 1, to = 1 }]";
        for (lines, expected) in [
            (format!("senders = 0\nkinds = [\"remark\"]\n{phase}"), "stream a: no senders"),
            (format!("senders = 1\nkinds = []\n{phase}"), "stream a: no kinds"),
            ("senders = 1\nkinds = [\"remark\"]".into(), "stream a: either phases or keep"),
            (
                "senders = 1\nkinds = [\"remark\"]\nphases = [{ seconds = 1, from = -1, to = 1 }]"
                    .into(),
                "stream a: a rate below 0",
            ),
            (format!("senders = 1\nkinds = [\"vote\"]\n{phase}"), "unknown variant `vote`"),
            (format!("senders = 1\nkinds = [\"remark\"]\nfee = 1\n{phase}"), "unknown field `fee`"),
        ] {
            let error = with(&lines).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn streams_have_names_of_their_own() {
        let stream = "[[stream]]\nname = \"a\"\nsenders = 1\nkinds = [\"remark\"]\n\
            phases = [{ seconds = 1, from = 1, to = 1 }]\n";
        let error = Profile::parse(&format!("patience = 1\n{stream}{stream}")).unwrap_err();
        assert_eq!(error, "two streams are named a");
    }
}
