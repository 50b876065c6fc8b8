//! How clients put the clock of sealed blocks forward.
//!
//! The task that makes blocks does it, before it takes up its next order. A block that is being made
//! already has its time, and still takes transactions that come in: were the clock set meanwhile, a
//! client could be told the new time and then see its next transaction in a block of the old.

use super::clock::{Clock, TravelFault};
use crate::date::Date;
use aitbc_primitives::{opaque::Block, Moment};
use futures::{
    channel::{mpsc, oneshot},
    future, stream, SinkExt, Stream, StreamExt,
};
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Requests that may wait before their senders have to.
const QUEUE: usize = 16;

/// A request to put the clock forward.
struct Travel {
    date: Date,
    outcome: oneshot::Sender<Result<Moment, TravelFault>>,
}

/// Takes requests to put the clock of sealed blocks forward.
#[derive(Clone)]
pub struct Travels(mpsc::Sender<Travel>);

impl Travels {
    /// Lets the next block take the first slot that begins at `date` or later, see
    /// [`Clock::travel`]. If a block is being made, it comes first.
    pub async fn travel(&self, date: Date) -> Result<Moment, TravelFault> {
        let stopped = || TravelFault::UnknownTime("no blocks are made any more".into());
        let (sender, outcome) = oneshot::channel();
        let travel = Travel { date, outcome: sender };
        let mut requests = self.0.clone();
        requests.send(travel).await.map_err(|_| stopped())?;
        outcome.await.map_err(|_| stopped())?
    }
}

/// The `orders`, and requests for `clock`. Whoever takes the orders carries the requests out, by
/// asking for the next order.
pub fn with_travels<T, C>(
    orders: mpsc::Receiver<T>,
    clock: Arc<Clock<C>>,
) -> (impl Stream<Item = T> + Unpin, Travels)
where
    C: HeaderBackend<Block>,
{
    let (requests, travels) = mpsc::channel(QUEUE);
    let travels = travels.filter_map(move |Travel { date, outcome }| {
        // Fails if nobody waits for it any more. It was ordered all the same.
        let _ = outcome.send(clock.travel(date));
        future::ready(None)
    });
    (stream::select(orders, travels), Travels(requests))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::{MockChain, GENESIS_SLOT};
    use futures::{poll, FutureExt};
    use sc_consensus_aura::SlotDuration;
    use std::{pin::pin, task::Poll};

    const SLOT: Moment = 2_000;
    const DAY: Moment = 86_400_000;
    const START: Moment = GENESIS_SLOT * SLOT;

    fn clock(chain: &MockChain) -> Arc<Clock<MockChain>> {
        let chain = Arc::new(chain.clone());
        Arc::new(Clock::new(chain, SlotDuration::from_millis(SLOT)))
    }

    #[tokio::test]
    async fn clock_stands_until_the_next_order_is_asked_for() {
        let chain = MockChain::new(7);
        let clock = clock(&chain);
        let (mut sender, orders) = mpsc::channel(1);
        let (mut orders, travels) = with_travels(orders, clock.clone());
        let time = || clock.time_after(chain.hash_of(7)).unwrap().as_millis();
        let mut travel = pin!(travels.travel(Date((START + DAY) as i64)));

        // The block of an order is being made.
        sender.send("first").await.unwrap();
        assert_eq!(orders.next().await, Some("first"));
        assert_eq!(poll!(&mut travel), Poll::Pending);
        assert_eq!(time(), START + 8 * SLOT);

        assert_eq!(orders.next().now_or_never(), None);
        assert_eq!(travel.await, Ok(START + DAY));
        assert_eq!(time(), START + DAY);
        sender.send("second").await.unwrap();
        assert_eq!(orders.next().await, Some("second"));
    }

    #[tokio::test]
    async fn refusal_reaches_the_client() {
        let clock = clock(&MockChain::new(7));
        let (_sender, orders) = mpsc::channel::<()>(1);
        let (mut orders, travels) = with_travels(orders, clock);
        let mut travel = pin!(travels.travel(Date(1)));
        assert_eq!(poll!(&mut travel), Poll::Pending);
        assert_eq!(orders.next().now_or_never(), None);
        assert!(matches!(travel.await, Err(TravelFault::NotAhead { .. })));
    }

    #[tokio::test]
    async fn nobody_travels_after_the_last_block() {
        let clock = clock(&MockChain::new(7));
        let (_sender, orders) = mpsc::channel::<()>(1);
        let (orders, travels) = with_travels(orders, clock);
        drop(orders);
        assert!(matches!(
            travels.travel(Date((START + DAY) as i64)).await,
            Err(TravelFault::UnknownTime(_))
        ));
    }
}
