//! A run, from the first question to the last line of its history.

use crate::{
    endpoint::{connect, Back, Endpoint, Outgoing},
    history::{Entry, Event, History},
    operation::{sign, Operation},
    pace::Pace,
    profile::{Profile, Stream},
    users,
    watch::Watch,
    Result,
};
use aitbc_runtime::{Hash, Nonce};
use jsonrpsee::{
    core::{
        client::{Client, ClientT},
        params::BatchRequestBuilder,
    },
    rpc_params,
};
use sp_core::crypto::Ss58Codec;
use std::{
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{
    sync::mpsc::{unbounded_channel, UnboundedReceiver},
    time::{interval, MissedTickBehavior},
};

/// Between two looks at what is due.
const TICK: Duration = Duration::from_millis(10);
/// What the kernel counts of a process in a second.
const CLOCK_TICKS: f64 = 100.0;

/// A stream whose transactions are signed.
struct Signed {
    pace: Pace,
    operations: std::vec::IntoIter<Operation>,
    /// How many were sent.
    next: usize,
}

/// Puts a load on the nodes at `to`, for `seconds` at most, and writes what became of it, as the node at `watch` sees it.
pub async fn run(
    profile: &Profile,
    to: &[String],
    watch: &str,
    seconds: Option<u64>,
    history: &Path,
) -> Result<()> {
    let watched = connect(watch).await?;
    let mut clients = Vec::new();
    for url in to {
        clients.push(connect(url).await?);
    }
    let streams = signed(profile, &watched).await?;

    let (sender, events) = unbounded_channel();
    let watch = Watch::start(watched).await?;
    let start = Instant::now();
    tokio::spawn(watch.follow(start, sender.clone()));
    let (back, backs) = unbounded_channel();
    let endpoints = to.iter().zip(clients).enumerate().map(|(index, (url, client))| {
        Endpoint::new(index, url, client, start, sender.clone(), back.clone())
    });
    let endpoints = endpoints.collect();
    let patience = Duration::from_secs(profile.patience);
    let end = seconds.map_or(Duration::MAX, Duration::from_secs);
    let cpu = cpu_seconds()?;
    let mut load = Load { start, streams, endpoints, history: History::default(), end, patience };
    // Its history is worth keeping whatever ended it.
    let ended = load.drive(events, backs).await;
    load.history.give_up(start.elapsed());
    let names: Vec<_> = profile.streams.iter().map(|stream| stream.name.as_str()).collect();
    load.history.write(history, &names)?;
    let [sent, accepted, refused, finalised] = load.history.counts();
    eprintln!(
        "{sent} sent, {accepted} accepted, {refused} refused, {finalised} finalised, with {:.1} CPU seconds",
        cpu_seconds()? - cpu,
    );
    ended
}

/// Signs all that can be sent.
async fn signed(profile: &Profile, client: &Client) -> Result<Vec<Signed>> {
    let genesis: Hash = client.request("chain_getBlockHash", rpc_params![0]).await?;
    let mut streams = Vec::new();
    for stream in &profile.streams {
        let pace = stream.pace();
        let nonces = nonces(client, stream).await?;
        let operations = sign(stream, pace.most(), genesis, &nonces)?.into_iter();
        streams.push(Signed { pace, operations, next: 0 });
    }
    Ok(streams)
}

/// The next nonces of the senders of a stream.
async fn nonces(client: &Client, stream: &Stream) -> Result<Vec<Nonce>> {
    let mut batch = BatchRequestBuilder::new();
    for user in users::of(stream) {
        let address = users::account(&user).to_ss58check();
        batch.insert("system_accountNextIndex", rpc_params![address])?;
    }
    let answers = client.batch_request::<Nonce>(batch).await?;
    answers
        .into_iter()
        .map(|answer| answer.map_err(|error| format!("the nonce of a sender: {error}").into()))
        .collect()
}

/// A load that is on its way.
struct Load {
    start: Instant,
    streams: Vec<Signed>,
    endpoints: Vec<Endpoint>,
    history: History,
    /// When to stop sending whatever is due.
    end: Duration,
    /// How long to wait then, since one has become final.
    patience: Duration,
}

impl Load {
    /// Sends what is due until nothing will be, then waits for what is still on its way.
    async fn drive(
        &mut self,
        mut events: UnboundedReceiver<Event>,
        mut backs: UnboundedReceiver<Back>,
    ) -> Result<()> {
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let (mut over, mut finalised, mut last) = (None, 0, Duration::ZERO);
        loop {
            tokio::select! {
                _ = ticks.tick() => {
                    let now = self.start.elapsed();
                    self.send_again(now);
                    if over.is_none() {
                        self.send(now);
                        over = self.is_over(now).then_some(now);
                    }
                    let [.., now_final] = self.history.counts();
                    if now_final > finalised {
                        (finalised, last) = (now_final, now);
                    }
                    let is_tired = |end| now - last.max(end) >= self.patience;
                    if over.is_some_and(|end| is_tired(end) || self.history.is_complete()) {
                        return Ok(());
                    }
                }
                Some(event) = events.recv() => self.history.note(event)?,
                Some((endpoint, client)) = backs.recv() => self.resume(endpoint, client),
            }
        }
    }

    /// Sends what is in no block once more to a node that was away.
    fn resume(&mut self, index: usize, client: Arc<Client>) {
        let Some(endpoint) = self.endpoints.get_mut(index) else { return };
        endpoint.back(client);
        endpoint.send(self.history.missing(index).map(outgoing).collect());
    }

    /// Sends what nodes had no room for, and may have now.
    fn send_again(&mut self, now: Duration) {
        let mut batches: Vec<_> = self.endpoints.iter().map(|_| Vec::new()).collect();
        for (id, entry) in self.history.again(now) {
            batches[entry.endpoint].push(outgoing((id, entry)));
        }
        for (endpoint, batch) in self.endpoints.iter().zip(batches) {
            endpoint.send(batch);
        }
    }

    /// Whether nothing is sent any more.
    fn is_over(&self, now: Duration) -> bool {
        now >= self.end || self.streams.iter().all(|stream| stream.pace.is_over(now))
    }

    /// Sends what is due.
    fn send(&mut self, now: Duration) {
        let mut batches: Vec<_> = self.endpoints.iter().map(|_| Vec::new()).collect();
        for (stream, signed) in self.streams.iter_mut().enumerate() {
            let due = signed.pace.due(now, self.history.gone(stream));
            while signed.next < due {
                let Some(operation) = signed.operations.next() else { break };
                let index = signed.next;
                signed.next += 1;
                let scheduled = signed.pace.time_of(index, now);
                let sender = (stream, operation.sender);
                let endpoint = operation.sender as usize % batches.len();
                let hex = operation.hex.clone();
                let entry = Entry { stream, endpoint, operation };
                let id = self.history.sent(entry, scheduled, now);
                batches[endpoint].push(Outgoing { id, sender, hex });
            }
        }
        for (endpoint, batch) in self.endpoints.iter().zip(batches) {
            endpoint.send(batch);
        }
    }
}

/// A transaction as it is sent.
fn outgoing((id, entry): (usize, &Entry)) -> Outgoing {
    let sender = (entry.stream, entry.operation.sender);
    Outgoing { id, sender, hex: entry.operation.hex.clone() }
}

/// What this process has used of the processor.
fn cpu_seconds() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field is the name in brackets, which may hold spaces.
    let fields = stat.rsplit_once(") ").map(|(_, rest)| rest).unwrap_or_default();
    let ticks: f64 =
        fields.split(' ').skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    Ok(ticks / CLOCK_TICKS)
}
