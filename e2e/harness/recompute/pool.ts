/** How the pool of a block ends, and who gains and loses what, by the formulas of the design. */

/** Parts of which shares are given. */
export const BILLION: bigint = 10n ** 9n;

/** The parameters of the work contract; shares in parts of 10^9. */
export interface Contract {
  subsidyRate: bigint;
  blockShare: bigint;
  governanceShare: bigint;
  mintCap: bigint;
  authorShare: bigint;
  contractShare: bigint;
  seats: bigint;
  window: number;
  quorum: bigint;
  voteLoss: bigint;
  authorLoss: bigint;
  authorLossCap: bigint;
}

/** Those that every network begins with. A unit of a fee mints a unit of reputation. */
export const CONTRACT: Contract = {
  subsidyRate: 25_000_000n,
  blockShare: 800_000_000n,
  governanceShare: 100_000_000n,
  mintCap: 2n,
  authorShare: 500_000_000n,
  contractShare: 100_000_000n,
  seats: 32n,
  window: 10,
  quorum: 100_000_000n,
  voteLoss: 10n,
  authorLoss: 1_000_000n,
  authorLossCap: 10_000_000n,
};

/** So many members have to be against a block that is rejected. */
const REJECTING_MEMBERS = 3;
/** The part of a stake that a wrong vote costs at most. */
const LARGEST_LOSS = 100n;

export type Side = "for" | "against";
export type Outcome = "Accepted" | "Rejected" | "Contested" | "NoQuorum";

/** What somebody has staked, in units. */
export interface Stake {
  stake: bigint;
  vote: Side | undefined;
}

/** How it ends; amounts in units. */
export interface Settlement {
  outcome: Outcome;
  for: bigint;
  against: bigint;
  /** What the author's post gets. */
  post: bigint;
  /** What the author gets for its stake. */
  author: bigint;
  /** What each member gets, less what it loses. */
  members: bigint[];
}

/** The part `parts` of 10^9 of an amount, rounded down. */
export function part(amount: bigint, parts: bigint): bigint {
  return (amount * parts) / BILLION;
}

/** The part `parts` of 10^9 of an amount, rounded up. */
function partUp(amount: bigint, parts: bigint): bigint {
  return (amount * parts + BILLION - 1n) / BILLION;
}

/** What a block mints whose share of fees and subsidy is `share`, and whose whole subsidy is `subsidy`. */
export function mintOf(share: bigint, subsidy: bigint, contract: Contract): bigint {
  const cap = contract.mintCap * part(subsidy, contract.blockShare);
  return share < cap ? share : cap;
}

/** Ends a pool that mints `mint` and in which the author has `author`. */
export function settle(
  mint: bigint,
  author: bigint,
  bench: Stake[],
  contract: Contract,
): Settlement {
  const staked = (wanted: (vote: Stake["vote"]) => boolean) =>
    bench.reduce((all, { stake, vote }) => (wanted(vote) ? all + stake : all), 0n);
  const all = staked(() => true);
  const forIt = staked((vote) => vote === "for");
  const against = staked((vote) => vote === "against");
  const judges = bench.filter(({ vote }) => vote === "against").length;

  const outcome = ((): Outcome => {
    if (3n * against >= 2n * all && judges >= REJECTING_MEMBERS) return "Rejected";
    if ((forIt + against) * BILLION < contract.quorum * all) return "NoQuorum";
    return forIt >= against ? "Accepted" : "Contested";
  })();

  const half = mint - partUp(mint, contract.authorShare);
  const loss = (stake: bigint) => {
    const lost = (contract.voteLoss * half * stake) / all;
    return lost < stake / LARGEST_LOSS ? lost : stake / LARGEST_LOSS;
  };
  const gain = (stake: bigint, whole: bigint) => (whole === 0n ? 0n : (half * stake) / whole);
  const right = { Accepted: "for", Rejected: "against", Contested: undefined, NoQuorum: undefined }[
    outcome
  ];
  const whole = outcome === "Accepted" ? author + forIt : all + author;
  const members = bench.map(({ stake, vote }) => {
    if (right === undefined || vote === undefined) return 0n;
    return vote === right ? gain(stake, whole) : -loss(stake);
  });

  const accepted = outcome === "Accepted";
  const ofAuthor = accepted ? gain(author, whole) : 0n;
  const gained = members.reduce((sum, change) => (change > 0n ? sum + change : sum), ofAuthor);
  return {
    outcome,
    for: forIt,
    against,
    post: accepted ? mint - gained : 0n,
    author: ofAuthor,
    members,
  };
}
