//! A node that transactions are sent to.

use crate::{
    history::{Event, Refusal},
    Result,
};
use jsonrpsee::{
    client_transport::ws::{Url, WsTransportClientBuilder},
    core::{
        client::{Client, ClientBuilder, ClientT},
        params::BatchRequestBuilder,
    },
    rpc_params,
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{sync::mpsc::UnboundedSender, time::sleep};

/// Transactions with which a request is full; the last of its senders may bring more.
const BATCH: usize = 200;
/// Requests whose answers have not come: more than a run ever has.
const UNANSWERED: usize = 1 << 20;
/// How long an answer may take: a node that is slow is what a run wants to see.
const PATIENCE: Duration = Duration::from_secs(600);
/// Between two attempts to reach a node that is away.
const ATTEMPT: Duration = Duration::from_millis(500);
/// What a node answers when it has a transaction already, from a peer or from before.
const KNOWN: i32 = 1013;
/// Bytes of a request or an answer at most: a block has a few.
const BYTES: u32 = 64 << 20;

/// A client of the node at `url`.
pub async fn connect(url: &str) -> Result<Arc<Client>> {
    let transport = WsTransportClientBuilder::default()
        .max_request_size(BYTES)
        .max_response_size(BYTES)
        .build(Url::parse(url).map_err(|error| format!("{url}: {error}"))?)
        .await;
    let (sender, receiver) = transport.map_err(|error| format!("{url}: {error}"))?;
    let client = ClientBuilder::default()
        .max_concurrent_requests(UNANSWERED)
        .request_timeout(PATIENCE)
        .build_with_tokio(sender, receiver);
    Ok(Arc::new(client))
}

/// A transaction on its way.
pub struct Outgoing {
    /// By which the history knows it.
    pub id: usize,
    /// The stream and the number of its sender.
    pub sender: (usize, u32),
    /// The transaction.
    pub hex: String,
}

/// Where transactions are sent, and who learns of the answers.
pub struct Endpoint {
    index: usize,
    url: String,
    client: Arc<Client>,
    start: Instant,
    events: UnboundedSender<Event>,
    backs: UnboundedSender<Back>,
}

/// The index of an endpoint whose node was away, and a new connection to it.
pub type Back = (usize, Arc<Client>);

impl Endpoint {
    /// The one with this index, of the node at `url`, which counts time from `start`. It tells `events` of
    /// answers, and `backs` when the node is there again, with nothing of what it had accepted.
    pub fn new(
        index: usize,
        url: &str,
        client: Arc<Client>,
        start: Instant,
        events: UnboundedSender<Event>,
        backs: UnboundedSender<Back>,
    ) -> Self {
        let endpoint = Self { index, url: url.to_owned(), client, start, events, backs };
        endpoint.guard();
        endpoint
    }

    /// Goes on with a new connection to the node, which was away.
    pub fn back(&mut self, client: Arc<Client>) {
        self.client = client;
        self.guard();
    }

    /// Connects again as soon as that is possible after the connection has broken.
    fn guard(&self) {
        let (index, url) = (self.index, self.url.clone());
        let (client, backs) = (self.client.clone(), self.backs.clone());
        tokio::spawn(async move {
            client.on_disconnect().await;
            loop {
                sleep(ATTEMPT).await;
                if let Ok(client) = connect(&url).await {
                    let _ = backs.send((index, client));
                    return;
                }
            }
        });
    }

    /// Sends these transactions and waits for nothing. A node takes up requests in any order, and forgets what comes long
    /// before its turn: so those of a sender that are due at the same time are in one.
    pub fn send(&self, mut transactions: Vec<Outgoing>) {
        transactions.sort_by_key(|each| each.sender);
        let mut lines = transactions.chunk_by(|a, b| a.sender == b.sender).peekable();
        while lines.peek().is_some() {
            let mut part: Vec<&Outgoing> = Vec::new();
            while let Some(line) = lines.next_if(|_| part.len() < BATCH) {
                part.extend(line);
            }
            let ids: Vec<_> = part.iter().map(|each| each.id).collect();
            let mut batch = BatchRequestBuilder::new();
            for Outgoing { hex, .. } in part {
                // A string is always a parameter.
                let _ = batch.insert("author_submitExtrinsic", rpc_params![hex]);
            }
            let (client, events, start) = (self.client.clone(), self.events.clone(), self.start);
            tokio::spawn(async move {
                let Some(answers) = answers(&client, batch, ids.len()).await else { return };
                let now = start.elapsed();
                for (id, answer) in ids.into_iter().zip(answers) {
                    // Nobody listens any more when the run is over.
                    let _ = events.send(Event::Answered(id, now, answer));
                }
            });
        }
    }
}

/// The answers to a batch of `count`, in its order; none if the connection broke before they came.
async fn answers(
    client: &Client,
    batch: BatchRequestBuilder<'static>,
    count: usize,
) -> Option<Vec<Result<(), Refusal>>> {
    match client.batch_request::<String>(batch).await {
        Ok(responses) => Some(
            responses
                .into_iter()
                .map(|response| match response {
                    Err(error) if error.code() != KNOWN => {
                        Err(Refusal { code: Some(error.code()), message: error.to_string() })
                    }
                    _ => Ok(()),
                })
                .collect(),
        ),
        Err(_) if !client.is_connected() => None,
        Err(error) => Some(vec![Err(Refusal { code: None, message: error.to_string() }); count]),
    }
}
