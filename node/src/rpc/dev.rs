//! `dev_*`: what only the developers of something on the chain want, on a chain of their own.

use crate::{
    date::Date,
    service::sealing::{clock::TravelFault, travel::Travels},
};
use aitbc_primitives::Moment;
use jsonrpsee::{
    core::{async_trait, RpcResult},
    proc_macros::rpc,
    types::ErrorObjectOwned,
};

/// Methods of nodes that seal blocks on demand. They have the names and parameters of Chopsticks.
#[rpc(client, server, namespace = "dev")]
pub trait DevMethods {
    /// Lets the next block take the first slot that begins at `date` or later; those after it go on
    /// from there. Makes no block. Returns when that slot begins, in milliseconds since 1970.
    ///
    /// A block that is being made comes first. `date` must be later than when the slot of the best
    /// block began, and before 2101.
    #[method(name = "timeTravel")]
    async fn time_travel(&self, date: Date) -> RpcResult<Moment>;
}

/// Answers `dev_*`.
pub struct Dev {
    travels: Travels,
}

impl Dev {
    /// Works on the clock of sealed blocks.
    pub fn new(travels: Travels) -> Self {
        Self { travels }
    }
}

#[async_trait]
impl DevMethodsServer for Dev {
    async fn time_travel(&self, date: Date) -> RpcResult<Moment> {
        Ok(self.travels.travel(date).await?)
    }
}

impl TravelFault {
    /// The error code, by which clients tell faults apart.
    pub fn code(&self) -> i32 {
        match self {
            Self::NotAhead { .. } => 20_101,
            Self::TooFar { .. } => 20_102,
            Self::UnknownTime(_) => 20_103,
        }
    }
}

impl From<TravelFault> for ErrorObjectOwned {
    fn from(fault: TravelFault) -> Self {
        Self::owned(fault.code(), fault.to_string(), None::<()>)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{MockChain, GENESIS_SLOT},
        rpc::call::call,
        service::sealing::{clock::Clock, travel::with_travels},
    };
    use futures::{channel::mpsc, StreamExt};
    use sc_consensus_aura::SlotDuration;
    use serde_json::{json, Value};
    use std::sync::Arc;

    /// Slots of 2 s: that of block 0 would begin on 2027-01-15T08:00:00Z.
    const START: Moment = GENESIS_SLOT * 2_000;

    /// Asks a chain whose best block is block 7.
    async fn travel(parameters: Value) -> Result<Value, ErrorObjectOwned> {
        let chain = Arc::new(<MockChain>::new(7));
        let clock = Arc::new(Clock::new(chain, SlotDuration::from_millis(2_000)));
        let (_sender, orders) = mpsc::channel::<()>(1);
        let (mut orders, travels) = with_travels(orders, clock);
        let answer = call(Dev::new(travels).into_rpc(), "dev_timeTravel", parameters);
        tokio::select! {
            answer = answer => answer,
            _ = orders.next() => unreachable!("there are no orders"),
        }
    }

    #[tokio::test]
    async fn date_may_be_a_number_or_text() {
        assert_eq!(START, 1_800_000_000_000);
        for date in [
            json!(START + 86_400_000),
            json!("2027-01-16T08:00:00Z"),
            json!("2027-01-16T07:59:58.001Z"),
        ] {
            assert_eq!(travel(json!([date])).await.unwrap(), START + 86_400_000);
        }
    }

    #[tokio::test]
    async fn refusals_have_codes_and_reasons() {
        for (date, code, message) in [
            (
                json!("2027-01-15"),
                20_101,
                "time only goes forward: 2027-01-15T00:00:00.000Z (1799971200000 ms) is not after \
                 the time of the chain, 2027-01-15T08:00:14.000Z (1800000014000 ms)",
            ),
            (
                json!(4_133_980_800_000_u64),
                20_102,
                "2101-01-01T00:00:00.000Z (4133980800000 ms) is too far: the last year is 2100",
            ),
        ] {
            let error = travel(json!([date])).await.unwrap_err();
            assert_eq!((error.code(), error.message()), (code, message));
        }
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        for parameters in [json!(["tomorrow"]), json!([null]), json!([1.5]), json!([])] {
            let error = travel(parameters.clone()).await.unwrap_err();
            assert_eq!(error.code(), -32602, "{parameters}");
        }
        let error = travel(json!(["tomorrow"])).await.unwrap_err();
        let reason = error.data().unwrap().get();
        assert!(reason.contains("is not a date"), "{reason}");
    }
}
