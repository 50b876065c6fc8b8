/** What a block mints, how its pool ends, and who gains and loses: design 03, section 4, points 2, 4 and 5. */

import { BILLION, min, part, partUp, sum, type Contract } from "./parameters.mts";

export type Side = "for" | "against";
export type Outcome = "accepted" | "rejected" | "contested" | "no quorum";

/** A member of a bench. */
export interface Member {
  stake: bigint;
  /** Its vote; none if it is silent. */
  vote?: Side;
}

export interface Settlement {
  outcome: Outcome;
  /** What the author's post gets. */
  post: bigint;
  /** What the author gets for its stake. */
  author: bigint;
  /** What each member gains; negative if it loses. */
  members: bigint[];
}

/** What the pool of a block mints, by its share of revenue and its subsidy. */
export function mintOf(contract: Contract, blockShare: bigint, subsidy: bigint): bigint {
  const ofSubsidy = (contract.mintRatio * contract.blockShare * subsidy) / BILLION ** 2n;
  return min(part(contract.mintRatio, blockShare), contract.mintCap * ofSubsidy);
}

/** How a pool with this mint, this stake of the author and these votes ends. */
export function settle(
  contract: Contract,
  mint: bigint,
  author: bigint,
  members: Member[],
): Settlement {
  const staked = (side: Side) =>
    sum(members.filter(({ vote }) => vote === side).map(({ stake }) => stake));
  const all = sum(members.map(({ stake }) => stake));
  const [up, down] = [staked("for"), staked("against")];
  const rejecting = members.filter(({ vote }) => vote === "against").length;
  const pot = mint - partUp(contract.authorShare, mint);
  const loss = (stake: bigint) =>
    all === 0n ? 0n : min((contract.voteLoss * pot * stake) / all, stake / 100n);

  if (3n * down >= 2n * all && rejecting >= 3) {
    const change = ({ stake, vote }: Member) => {
      if (vote === "against") return (pot * stake) / (all + author);
      return vote === "for" ? -loss(stake) : 0n;
    };
    return { outcome: "rejected", post: 0n, author: 0n, members: members.map(change) };
  }
  const nothing = { post: 0n, author: 0n, members: members.map(() => 0n) };
  if ((up + down) * BILLION < contract.quorum * all) return { outcome: "no quorum", ...nothing };
  if (up < down) return { outcome: "contested", ...nothing };

  const gain = (stake: bigint) => (author + up === 0n ? 0n : (pot * stake) / (author + up));
  const changes = members.map(({ stake, vote }) => {
    if (vote === "for") return gain(stake);
    return vote === "against" ? -loss(stake) : 0n;
  });
  const gains = sum(changes.filter((change) => change > 0n)) + gain(author);
  return { outcome: "accepted", post: mint - gains, author: gain(author), members: changes };
}

/** What the author of a rejected block loses of what it has encumbered, if it has `lost` so much in this session. */
export function authorLoss(
  contract: Contract,
  encumbered: bigint,
  weight: bigint,
  lost: bigint,
): bigint {
  const left = part(contract.authorLossCap, weight) - lost;
  return left > 0n ? min(part(contract.authorLoss, encumbered), left) : 0n;
}

/** The part of what a post gets that goes to the work contract. */
export function toContract(contractShare: bigint, post: bigint): bigint {
  // Citations are in millionths.
  return (post * (contractShare / 1_000n)) / 1_000_000n;
}
