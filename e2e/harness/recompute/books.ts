/**
 * The books of the market, kept from events alone: what each account has, what is held of it and why, what
 * pots have, and the fees that were taken. They know the chain's state at one block, hear the events of each
 * one after it, and must agree with what it says then.
 */

import type { ApiPromise } from "@polkadot/api";

import { block, type Block } from "../chain/blocks.ts";
import type { NamedEvent } from "../chain/transactions.ts";
import { assert } from "../test.ts";
import { Tokens } from "./tokens.ts";

type Data = Record<string, string>;

/** What is held for escrows and for streams, as the holds are named. */
const PAYMENT = reason("escrow", "Payment");
const STREAM = reason("escrow", "Stream");
/** And for positions. */
const COLLATERAL = reason("gpuStaking", "Collateral");

/** An escrow or a stream as its events tell it. */
interface Entry {
  /** Whose money it is. */
  from: string;
  /** Why it is held. */
  reason: string;
  held: bigint;
  /** What of it was told since the entry began. */
  paid: bigint;
  fee: bigint;
  back: bigint;
}

/** What the chain says of tokens after a block. */
export interface Money {
  /** All that each account has. */
  balances: Record<string, bigint>;
  /** What is held of it, by account and reason. */
  holds: Record<string, bigint>;
  issuance: bigint;
}

/** What is held of accounts for a pallet's reason, as polkadot.js writes it. */
function reason(pallet: string, name: string): string {
  return JSON.stringify({ [pallet]: name });
}

/** What the chain says after block `hash`. */
export async function moneyAt(api: ApiPromise, hash: string): Promise<Money> {
  const at = await api.at(hash);
  const [accounts, holds, issuance] = await Promise.all([
    at.query.system.account.entries(),
    at.query.balances.holds.entries(),
    at.query.balances.totalIssuance(),
  ]);
  const balances = accounts.map(([key, { data }]): [string, bigint] => [
    key.args[0].toString(),
    data.free.toBigInt() + data.reserved.toBigInt(),
  ]);
  const held = holds.flatMap(([key, list]) =>
    [...list].map(({ id, amount }): [string, bigint] => [
      `${key.args[0].toString()} ${id.toString()}`,
      amount.toBigInt(),
    ]),
  );
  return {
    balances: something(balances),
    holds: something(held),
    issuance: issuance.toBigInt(),
  };
}

export class Books {
  readonly #tokens: Tokens;
  readonly #holds: Map<string, bigint>;
  readonly #entries = new Map<string, Entry>();
  /** Whose positions are. */
  readonly #providers = new Map<string, string>();
  /** What each provider has in positions and on its way out. */
  readonly #collateral = new Map<string, bigint>();
  /** Fees that were taken, by account that paid them. */
  readonly fees = new Map<string, bigint>();
  /** What somebody could not receive, before the event that says of which entry it was. */
  #unpayable = 0n;
  #last: string;
  #number: number;

  private constructor(money: Money, { hash, number }: Block) {
    this.#tokens = new Tokens(new Map(Object.entries(money.balances)), money.issuance);
    this.#holds = new Map(Object.entries(money.holds));
    this.#last = hash;
    this.#number = number;
  }

  /** Begins after the best block. There must be no escrow, no stream and no position yet. */
  static async begin(api: ApiPromise): Promise<Books> {
    const hash = (await api.rpc.chain.getBlockHash()).toHex();
    const money = await moneyAt(api, hash);
    const held = Object.keys(money.holds).filter((key) => /"escrow"|"gpuStaking"/.test(key));
    assert.deepEqual(held, [], "books begin before there is something");
    return new Books(money, await block(api, hash));
  }

  /** Reads all blocks up to the best one, and compares the books with the chain after each of them. */
  async catchUp(api: ApiPromise): Promise<void> {
    const best = (await api.rpc.chain.getHeader()).number.toNumber();
    while (this.#number < best) {
      const hash = await api.rpc.chain.getBlockHash(this.#number + 1);
      const next = await block(api, hash.toHex());
      assert.equal(next.parent, this.#last, "books are those of one chain");
      for (const event of next.events) this.#apply(event);
      this.#last = next.hash;
      this.#number = next.number;
      assert.deepEqual(this.money(), await moneyAt(api, next.hash), `after block ${next.number}`);
      assert.equal(this.#unpayable, 0n, "what could not be paid was of some escrow");
      this.#compareEntries();
    }
  }

  /** What there must be now. */
  money(): Money {
    return {
      balances: something(this.#tokens.balances),
      holds: something(this.#holds),
      issuance: this.#tokens.issuance,
    };
  }

  /** All that an account has now. */
  balance(address: string): bigint {
    return this.#tokens.balances.get(address) ?? 0n;
  }

  /** What is held of an account for escrows, or for streams. */
  held(address: string, what: "escrows" | "streams"): bigint {
    return this.#holds.get(`${address} ${what === "escrows" ? PAYMENT : STREAM}`) ?? 0n;
  }

  /** What escrows, streams and positions hold must be what is held for them. */
  #compareEntries(): void {
    const sums = new Map<string, bigint>();
    for (const { from, reason, held } of this.#entries.values())
      add(sums, `${from} ${reason}`, held);
    for (const [who, amount] of this.#collateral) add(sums, `${who} ${COLLATERAL}`, amount);
    const reasons = [PAYMENT, STREAM, COLLATERAL];
    const ours = [...this.#holds].filter(([key]) => reasons.some((reason) => key.endsWith(reason)));
    assert.deepEqual(something(sums), something(ours));
  }

  #apply(event: NamedEvent): void {
    const [pallet, name] = event.name.split(".");
    if (pallet === "balances") this.#ofBalances(event);
    if (pallet === "escrow") this.#ofEscrow(name!, event.data);
    if (pallet === "gpuStaking") this.#ofGpuStaking(name!, event.data);
  }

  #ofBalances({ name, data }: NamedEvent): void {
    const amount = BigInt(data["amount"] ?? 0);
    switch (name) {
      case "balances.Held":
        this.#hold(data["who"]!, data["reason"]!, amount);
        break;
      case "balances.Released":
      case "balances.BurnedHeld":
        this.#hold(data["who"]!, data["reason"]!, -amount);
        break;
      case "balances.TransferOnHold":
        this.#hold(data["source"]!, data["reason"]!, -amount);
        this.#tokens.apply({
          name: "balances.Transfer",
          data: { from: data["source"]!, to: data["dest"]!, amount: String(amount) },
        });
        return;
    }
    this.#tokens.apply({ name, data });
  }

  #ofEscrow(name: string, data: Data): void {
    const value = (field: string) => BigInt(data[field] ?? 0);
    const id = data["id"]!;
    switch (name) {
      case "Created":
      case "Opened":
        this.#open(id, data["depositor"]!, PAYMENT, value("amount") + value("fee"));
        break;
      case "StreamOpened":
        this.#open(id, data["payer"]!, STREAM, value("prepaid") + value("fee"));
        break;
      case "ToppedUp":
        this.#entry(id).held += value("amount") + value("fee");
        break;
      case "Unpayable":
        this.#unpayable += value("amount");
        break;
      case "Paid":
        this.#leave(id, value("amount"), value("fee"), 0n);
        break;
      case "Withdrawn":
        this.#leave(id, value("paid"), value("fee"), 0n);
        break;
      case "Split":
        this.#leave(id, value("toBeneficiary"), value("fee"), value("back"));
        break;
      case "Refunded":
        this.#leave(id, 0n, 0n, value("amount") + value("fee"));
        break;
      case "Reduced":
        this.#leave(id, 0n, 0n, value("back"));
        // It was never part of what the escrow ends with.
        this.#entry(id).back -= value("back");
        break;
      case "Cancelled":
      case "Declined":
      case "Expired":
        this.#leave(id, 0n, 0n, value("back"));
        this.#close(id);
        break;
      case "StreamClosed":
        this.#leave(id, 0n, 0n, value("back"));
        this.#closeAs(id, data);
        break;
      case "Closed":
        this.#closeAs(id, data);
        break;
    }
  }

  #ofGpuStaking(name: string, data: Data): void {
    const value = (field: string) => BigInt(data[field]!);
    switch (name) {
      case "Staked":
        this.#providers.set(data["position"]!, data["provider"]!);
        add(this.#collateral, data["provider"]!, value("collateral"));
        break;
      case "Added":
        add(this.#collateral, this.#provider(data), value("collateral"));
        break;
      case "Withdrawn":
        add(this.#collateral, data["provider"]!, -value("amount"));
        break;
      case "Slashed":
        add(this.#collateral, this.#provider(data), -value("amount"));
        this.#take(this.#provider(data), COLLATERAL, value("amount"));
        break;
    }
  }

  #provider(data: Data): string {
    const provider = this.#providers.get(data["position"]!);
    assert.ok(provider, `${data["position"]} is no position`);
    return provider;
  }

  #open(id: string, from: string, reason: string, held: bigint): void {
    assert.ok(!this.#entries.has(id), `${id} was given out twice`);
    this.#entries.set(id, { from, reason, held, paid: 0n, fee: 0n, back: 0n });
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    assert.ok(entry, `${id} is no escrow and no stream`);
    return entry;
  }

  /**
   * What has left an entry. The pallet of balances says nothing of what goes to the platform: that is the
   * fee, and what somebody could not receive.
   */
  #leave(id: string, paid: bigint, fee: bigint, back: bigint): void {
    const entry = this.#entry(id);
    entry.held -= paid + fee + back;
    entry.paid += paid;
    entry.fee += fee;
    entry.back += back;
    const silent = fee + this.#unpayable;
    this.#unpayable = 0n;
    this.#take(entry.from, entry.reason, silent);
    add(this.fees, entry.from, fee);
  }

  /** What goes out of a hold, of which the pallet of balances says nothing. Who gets it is told. */
  #take(who: string, reason: string, amount: bigint): void {
    this.#hold(who, reason, -amount);
    add(this.#tokens.balances, who, -amount);
  }

  /** The last event of an entry says what it has come to. */
  #closeAs(id: string, data: Data): void {
    const { paid, fee, back } = this.#entry(id);
    const told = ["paid", "fee", "back"].map((field) => BigInt(data[field]!));
    assert.deepEqual(told, [paid, fee, back], `the figures of ${id}`);
    this.#close(id);
  }

  #close(id: string): void {
    assert.equal(this.#entry(id).held, 0n, `what ${id} has held`);
    this.#entries.delete(id);
  }

  #hold(who: string, reason: string, amount: bigint): void {
    add(this.#holds, `${who} ${reason}`, amount);
  }
}

function add(amounts: Map<string, bigint>, key: string, amount: bigint): void {
  amounts.set(key, (amounts.get(key) ?? 0n) + amount);
}

/** The entries that are not nothing. */
function something(entries: Iterable<[string, bigint]>): Record<string, bigint> {
  return Object.fromEntries([...entries].filter(([, amount]) => amount !== 0n).sort());
}
