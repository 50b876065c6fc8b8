/**
 * A second opinion on what blocks earn: reputation, salary and tokens of every account, computed block by block with
 * the formulas of the design alone. The chain says who was there, what they did and when something happened; each
 * amount that it names is compared with the own one.
 */

import { producerOf, type Schedule } from "../chain/por.ts";
import type { NamedEvent } from "../chain/transactions.ts";
import { assert } from "../test.ts";
import { draw, seedOf } from "./bench.ts";
import type { Facts } from "./facts.ts";
import { Ledger } from "./ledger.ts";
import { CONTRACT, mintOf, part, settle, type Outcome, type Stake } from "./pool.ts";
import { DOMAINS, withoutNothing, type DomainName, type Earned, type State } from "./state.ts";
import { Tokens } from "./tokens.ts";

/** Milliseconds of a year of 365.25 days. */
const YEAR = 31_557_600_000n;
/** The part of what a producer has encumbered that a session of missed slots costs, in parts of 10^9. */
const MISSED_SLOTS_PENALTY = 10_000_000n;
/** The first block that is judged. */
const FIRST_JUDGED = 2;

/** The active work contract, which has one author and cites nothing. */
export interface ContractPost {
  post: string;
  author: string;
}

/** The pool of a block. */
export interface Pool {
  author: string;
  /** What the author had encumbered when its session began. */
  weight: bigint;
  /** What the author has in it. */
  stake: bigint;
  mint: bigint;
  closes: number;
  members: (Stake & { account: string })[];
}

/** Amounts by account, in the order in which they came. */
type Tally = Map<string, bigint>;

export class Book {
  readonly ledgers: Record<DomainName, Ledger> = { Block: new Ledger(), Governance: new Ledger() };
  /** How pools have ended, by block. */
  readonly outcomes = new Map<number, Outcome>();
  /** What each account has lost by votes and blocks of its own. */
  readonly losses: Tally = new Map();
  readonly #pools = new Map<number, Pool>();
  readonly #earned = new Map<string, Earned>();
  readonly #tokens: Tokens;
  readonly #contract: ContractPost;
  readonly #slot: bigint;
  /** All tokens, by what blocks were paid. */
  #issuance: bigint;
  #pending: bigint;
  /** What authors of rejected blocks have lost in this session. */
  #authorLosses: Tally = new Map();
  #parent: Facts | undefined;
  /** What the block at hand has paid. */
  #paid = { share: 0n, subsidy: 0n };
  /** What ledgers have done in the block at hand: first by own account, then by what they say. */
  #changes: [own: Tally, told: Tally] = [new Map(), new Map()];

  /** Begins with what there is at genesis; slots last so many milliseconds. */
  constructor(genesis: State, contract: ContractPost, slot: bigint) {
    for (const domain of DOMAINS) {
      const ledger = this.ledgers[domain];
      Object.assign(ledger, genesis.domains[domain]);
      for (const [who, holder] of Object.entries(genesis.holders[domain])) {
        ledger.holders.set(who, { ...holder });
      }
    }
    assert.deepEqual([genesis.earned, genesis.pending], [{}, 0n]);
    this.#tokens = new Tokens(new Map(Object.entries(genesis.balances)), genesis.tokens);
    this.#issuance = genesis.tokens;
    this.#pending = genesis.pending;
    this.#contract = contract;
    this.#slot = slot;
  }

  /** What there must be now. */
  state(): State {
    const { Block, Governance } = this.ledgers;
    const totals = ({ issuance, accumulator, carry }: Ledger) => ({ issuance, accumulator, carry });
    return withoutNothing({
      holders: {
        Block: Object.fromEntries(Block.holders),
        Governance: Object.fromEntries(Governance.holders),
      },
      domains: { Block: totals(Block), Governance: totals(Governance) },
      earned: Object.fromEntries(this.#earned),
      pending: this.#pending,
      balances: Object.fromEntries(this.#tokens.balances),
      tokens: this.#issuance,
    });
  }

  /** Adds the next block; throws if it names an amount that is not the own one. */
  add(block: Facts): void {
    assert.equal(block.number, (this.#parent?.number ?? 0) + 1);
    if (block.session !== this.#parent?.session) this.#authorLosses = new Map();
    this.#changes = [new Map(), new Map()];
    try {
      for (const event of block.events) this.#apply(block, event);
      const [own, told] = this.#changes.map(withoutZeros);
      assert.deepEqual(own, told, "what the ledger did");
      assert.equal(this.#tokens.issuance, this.#issuance, "all tokens");
    } catch (error) {
      throw new Error(`block ${block.number} is not as it was computed`, { cause: error });
    }
    this.#parent = block;
  }

  #apply(block: Facts, event: NamedEvent): void {
    const { name, data } = event;
    if (name.startsWith("balances.")) return this.#tokens.apply(event);
    switch (name) {
      case "work.Distributed":
        return this.#distribute(data);
      case "validationPool.BlockPoolOpened":
        return this.#open(block, data);
      case "validationPool.Voted":
        return this.#vote(block.number, data);
      case "validationPool.BlockPoolClosed":
        return this.#close(block.number, data);
      case "validationPool.Credited":
        return this.#credit(data);
      case "forum.Flowed":
        return this.#flow(data);
      case "availability.MissedSlotsPenalised":
        return this.#missed(data);
      case "reputation.SalaryClaimed":
        return this.#claim(data);
      case "reputation.Minted":
        return this.#tell(data, "has got");
      case "reputation.Burned":
        return this.#tell(data, "has lost");
      case "availability.Encumbered":
        return this.#tell({ ...data, domain: "Block" }, "has encumbered");
      case "reputation.Held":
        // The event before says as much.
        return;
    }
    if (/^(reputation|validationPool)\./.test(name)) throw new Error(`nobody expects ${name}`);
  }

  /** The revenue of the parent becomes salary. */
  #distribute(data: Record<string, string>): void {
    const fees = this.#parent!.events.filter(
      ({ name }) => name === "transactionPayment.TransactionFeePaid",
    ).reduce((sum, { data }) => sum + BigInt(data["actualFee"]!), 0n);
    const subsidy = (part(this.#issuance, CONTRACT.subsidyRate) * this.#slot) / YEAR;
    const share = part(fees + subsidy, CONTRACT.blockShare);
    const governance = part(fees + subsidy, CONTRACT.governanceShare);
    const treasury = fees + subsidy - share - governance;
    sameAmounts(data, { fees, subsidy, block: share, governance, treasury });
    this.#issuance += subsidy;
    this.ledgers.Block.pay(share);
    this.ledgers.Governance.pay(governance);
    this.#paid = { share, subsidy };
  }

  /** The pool of the parent opens. */
  #open({ number, schedule }: Facts, data: Record<string, string>): void {
    const { author, number: parent, output, parentOutput } = this.#parent!;
    assert.ok(parent >= FIRST_JUDGED, `block ${parent} is judged`);
    const { share, subsidy } = this.#paid;
    const candidates = scheduled(schedule);
    const others = candidates.filter(({ account }) => account !== author);
    const weight = candidates.find(({ account }) => account === author)?.weight ?? 0n;
    const seed = seedOf(parentOutput, output);
    const weights = others.map((other) => other.weight);
    const bench = draw(weights, CONTRACT.seats, seed);
    const most = (bench?.total ?? 0n) / 2n;
    const pool: Pool = {
      author,
      weight,
      stake: weight < most ? weight : most,
      mint: mintOf(share, subsidy, CONTRACT),
      closes: number + CONTRACT.window,
      members: others
        .map(({ account }, index) => ({
          account,
          stake: (bench?.seat ?? 0n) * (bench?.seats[index] ?? 0n),
          vote: undefined,
        }))
        .filter(({ stake }) => stake > 0n),
    };
    const members = BigInt(pool.members.length);
    sameAmounts(data, { block: BigInt(parent), mint: pool.mint, members });
    assert.equal(data["author"], author);
    this.#pools.set(parent, pool);
  }

  /** A vote counts where its voter has a seat, has not voted, and the pool is open. */
  #vote(number: number, data: Record<string, string>): void {
    const last = Number(data["last"]);
    for (const side of ["for", "against"] as const) {
      const bits = Number(data[`${side}Blocks`]);
      for (let bit = 0; bit < 16; bit++) {
        if (((bits >> bit) & 1) === 0) continue;
        const pool = this.#pools.get(last - bit);
        const member = pool?.members.find(({ account }) => account === data["voter"]);
        if (pool === undefined || member === undefined || number >= pool.closes) continue;
        member.vote ??= side;
      }
    }
  }

  #close(number: number, data: Record<string, string>): void {
    const block = Number(data["block"]);
    const pool = this.#pools.get(block)!;
    assert.equal(number, pool.closes);
    const ended = settle(pool.mint, pool.stake, pool.members, CONTRACT);
    const { outcome, post, author, members } = ended;
    this.#earn(pool.author, post, author);
    let [policed, lost] = [author, 0n];
    for (const [index, change] of members.entries()) {
      const { account } = pool.members[index]!;
      if (change >= 0n) {
        policed += change;
        this.#earn(account, 0n, change);
      } else {
        lost -= change;
        this.#lose(account, -change);
      }
    }
    const authorLost = outcome === "Rejected" ? this.#penalise(pool) : 0n;
    assert.equal(data["outcome"], outcome);
    const [forStake, againstStake] = [ended.for, ended.against];
    sameAmounts(data, { forStake, againstStake, post, policed, lost, authorLost });
    this.#pools.delete(block);
    this.outcomes.set(block, outcome);
  }

  /** Takes from the author of a rejected block, and returns how much. */
  #penalise({ author, weight }: Pool): bigint {
    const before = this.#authorLosses.get(author) ?? 0n;
    const left = part(weight, CONTRACT.authorLossCap) - before;
    const wanted = part(this.ledgers.Block.of(author).encumbered, CONTRACT.authorLoss);
    const loss = wanted < left ? wanted : left;
    this.#authorLosses.set(author, before + loss);
    this.#lose(author, loss);
    return loss;
  }

  #credit(data: Record<string, string>): void {
    const who = data["who"]!;
    const { produced, policed } = this.#earned.get(who)!;
    this.#earned.delete(who);
    sameAmounts(data, { produced, policed });
    const cited = part(produced, CONTRACT.contractShare);
    this.#pending += cited;
    const amount = produced - cited + policed;
    this.ledgers.Block.mint(who, amount);
    this.ledgers.Block.encumber(who, amount);
    this.#note("Block", who, "has got", amount);
    this.#note("Block", who, "has encumbered", amount);
  }

  /** The author of the contract gets what waits for it. What flows to producers was credited to them. */
  #flow({ post, amount }: Record<string, string>): void {
    if (post !== this.#contract.post) return;
    const { author } = this.#contract;
    sameAmounts({ amount: amount! }, { amount: this.#pending });
    this.ledgers.Block.mint(author, this.#pending);
    this.#note("Block", author, "has got", this.#pending);
    this.#pending = 0n;
  }

  #missed(data: Record<string, string>): void {
    const who = data["who"]!;
    const amount = part(this.ledgers.Block.of(who).encumbered, MISSED_SLOTS_PENALTY);
    sameAmounts(data, { amount });
    this.ledgers.Block.burn(who, amount);
    this.#note("Block", who, "has lost", amount);
  }

  #claim(data: Record<string, string>): void {
    const amount = this.ledgers[data["domain"] as DomainName].claim(data["who"]!);
    sameAmounts(data, { amount });
  }

  #earn(who: string, produced: bigint, policed: bigint): void {
    const earned = this.#earned.get(who) ?? { produced: 0n, policed: 0n };
    this.#earned.set(who, {
      produced: earned.produced + produced,
      policed: earned.policed + policed,
    });
  }

  #lose(who: string, amount: bigint): void {
    this.ledgers.Block.burn(who, amount);
    this.#note("Block", who, "has lost", amount);
    add(this.losses, who, amount);
  }

  #note(domain: string, who: string, what: string, amount: bigint): void {
    add(this.#changes[0], `${who} ${what} in ${domain}`, amount);
  }

  #tell({ domain, who, amount }: Record<string, string>, what: string): void {
    add(this.#changes[1], `${who} ${what} in ${domain}`, BigInt(amount!));
  }
}

/** The producers with a place in the schedule, in order. */
function scheduled(schedule: Schedule): Schedule["producers"] {
  const slots = Array.from({ length: schedule.order.length }, (_, slot) => slot);
  const placed = new Set(slots.map((slot) => producerOf(schedule, slot)));
  return schedule.producers.filter(({ account }) => placed.has(account));
}

/** Throws unless an event names these amounts. */
function sameAmounts(data: Record<string, string>, own: Record<string, bigint>): void {
  const told = Object.keys(own).map((name) => [name, BigInt(data[name]!)]);
  assert.deepEqual(Object.fromEntries(told), own);
}

function add(tally: Tally, name: string, amount: bigint): void {
  tally.set(name, (tally.get(name) ?? 0n) + amount);
}

function withoutZeros(tally: Tally): Record<string, bigint> {
  return Object.fromEntries([...tally].filter(([, amount]) => amount !== 0n));
}
