//! What would come of a proposal, were it enacted now.

use aitbc_primitives::governance::proposals::{DryRun, Refused};
use frame_support::weights::Weight;
use serde::Serialize;
use sp_core::Bytes;
use sp_runtime::{DispatchError, ModuleError};

/// What would come of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DryRunAnswer {
    /// Whether its calls may be made. If not, they were not tried.
    pub allowed: bool,
    /// Whether they could be made.
    pub success: bool,
    /// The first call that may not be made, counted from 0, if it is not the list as a whole.
    pub call_index: Option<u32>,
    /// Why not.
    pub error: Option<CallError>,
    /// What the calls cost.
    pub weight: Option<Cost>,
    /// The events that they leave, each in SCALE.
    pub events: Vec<Bytes>,
}

/// Why calls cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CallError {
    /// In words, as far as they do not depend on the runtime.
    pub text: String,
    /// The error of a pallet, which the metadata names.
    pub module: Option<PalletError>,
}

/// An error of a pallet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PalletError {
    /// The index of the pallet.
    pub index: u8,
    /// The index of the error.
    pub error: u8,
}

/// What calls cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// Time of the reference machine, in picoseconds.
    pub ref_time: u64,
    /// Bytes of a proof.
    pub proof_size: u64,
}

impl From<Result<DryRun, Refused>> for DryRunAnswer {
    fn from(answer: Result<DryRun, Refused>) -> Self {
        match answer {
            Ok(DryRun { result, weight, events }) => Self {
                allowed: true,
                success: result.is_ok(),
                call_index: None,
                error: result.err().map(CallError::from),
                weight: Some(weight.into()),
                events: events.into_iter().map(Bytes).collect(),
            },
            Err(Refused { index, error }) => Self {
                allowed: false,
                success: false,
                call_index: index,
                error: Some(error.into()),
                weight: None,
                events: vec![],
            },
        }
    }
}

impl From<DispatchError> for CallError {
    fn from(error: DispatchError) -> Self {
        match error {
            DispatchError::Module(ModuleError { index, error: [error, ..], .. }) => Self {
                text: format!("error {error} of the pallet with index {index}"),
                module: Some(PalletError { index, error }),
            },
            other => Self { text: format!("{other:?}"), module: None },
        }
    }
}

impl From<Weight> for Cost {
    fn from(weight: Weight) -> Self {
        Self { ref_time: weight.ref_time(), proof_size: weight.proof_size() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{json, to_value};
    use sp_runtime::TokenError;

    fn told(answer: Result<DryRun, Refused>) -> serde_json::Value {
        to_value(DryRunAnswer::from(answer)).unwrap()
    }

    #[test]
    fn success_is_told_with_events() {
        let answer = DryRun {
            result: Ok(()),
            weight: Weight::from_parts(3, 4),
            events: vec![vec![1, 2], vec![]],
        };
        assert_eq!(
            told(Ok(answer)),
            json!({
                "allowed": true,
                "success": true,
                "call_index": null,
                "error": null,
                "weight": { "ref_time": 3, "proof_size": 4 },
                "events": ["0x0102", "0x"],
            })
        );
    }

    #[test]
    fn failure_of_a_pallet_is_told_by_its_indices() {
        let error = ModuleError { index: 42, error: [3, 0, 0, 0], message: Some("Unknown") };
        let answer = DryRun {
            result: Err(DispatchError::Module(error)),
            weight: Weight::zero(),
            events: vec![],
        };
        assert_eq!(
            told(Ok(answer)),
            json!({
                "allowed": true,
                "success": false,
                "call_index": null,
                "error": {
                    "text": "error 3 of the pallet with index 42",
                    "module": { "index": 42, "error": 3 },
                },
                "weight": { "ref_time": 0, "proof_size": 0 },
                "events": [],
            })
        );
    }

    #[test]
    fn refusal_names_the_call() {
        let error = TokenError::FundsUnavailable.into();
        assert_eq!(
            told(Err(Refused { index: Some(1), error })),
            json!({
                "allowed": false,
                "success": false,
                "call_index": 1,
                "error": { "text": "Token(FundsUnavailable)", "module": null },
                "weight": null,
                "events": [],
            })
        );
    }
}
