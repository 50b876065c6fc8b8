/** Transactions through the eyes of clients, which have different words for what they see. */

import { InvalidTxError, type PolkadotClient, type TxEvent } from "polkadot-api";
import { distinctUntilKeyChanged, takeWhile, type Observable } from "rxjs";

/** What a client tells of a transaction that it has sent. */
export interface Watched {
  /** The states, in order, in the words of the client. */
  told: string[];
  /** Resolves once it tells no more. */
  ended: Promise<void>;
}

/** A transaction that polkadot-api sends, with these events; an invalid one ends with the error as JSON. */
export function watchedByPapi(events: Observable<TxEvent>): Watched {
  const told: string[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    events.subscribe({
      next: (event) => {
        if (event.type !== "txBestBlocksState") told.push(event.type);
        else told.push(event.found ? "found" : "not found");
      },
      error: (error) => {
        if (!(error instanceof InvalidTxError)) return reject(error);
        told.push(JSON.stringify(error.error));
        resolve();
      },
      complete: resolve,
    });
  });
  return { told, ended };
}

/** An event of the JSON-RPC `transactionWatch_v1`. */
interface WatchEvent {
  event: string;
  error?: string;
}

/** Those after which there are no others. */
const LAST = ["finalized", "invalid", "dropped", "error"];

/** Lets the light client behind `papi` send a signed transaction. */
export function watchedBySmoldot(papi: PolkadotClient, signed: string): Watched {
  const [watch, unwatch] = ["transactionWatch_v1_submitAndWatch", "transactionWatch_v1_unwatch"];
  const events = papi._subscribe<WatchEvent>(watch!, unwatch!, [signed]).pipe(
    takeWhile(({ event }) => !LAST.includes(event), true),
    // Until it is in a block it is broadcast again every few seconds.
    distinctUntilKeyChanged("event"),
  );
  const told: string[] = [];
  const all = events.forEach(({ event, error }) => {
    told.push(error === undefined ? event : `${event}: ${error}`);
  });
  // It unsubscribes now, and fails if it is destroyed before that is answered.
  const ended = all.then(() => papi._request<void>("chainSpec_v1_chainName", []));
  return { told, ended };
}
