/** Two worked blocks of docs/economics.md, by the parameters of the runtime. */

import { authorStake } from "./bench.mts";
import { part, type Parameters } from "./parameters.mts";
import { authorLoss, mintOf, settle, toContract, type Member, type Side } from "./pool.mts";
import { signed, table, whole } from "./table.mts";
import { parseVotes, VECTORS } from "./vectors.mts";

/** The block of vector V17, in units. */
export function smallBlock({ contract, contractShare }: Parameters): string {
  const { fee, author, bench, votes } = VECTORS["V17"]!;
  const { members } = parseVotes(votes, bench);
  const end = settle(contract, fee, author, members);
  const ofContract = toContract(contractShare, end.post);
  return table(
    ["who", "stake", "gets"],
    [
      [
        "Pam's lineage post",
        "",
        `${end.post}: ${end.post - ofContract} for Pam, ${ofContract} for the work contract`,
      ],
      ["Pam, for her stake", `${author}`, `${end.author}`],
      ["Ada, For", `${members[0]!.stake}`, `${end.members[0]}`],
      ["Ben, For", `${members[1]!.stake}`, `${end.members[1]}`],
      ["the others, silent", `${members[2]!.stake}`, `${end.members[2]}`],
    ],
  );
}

/** A block of mainnet's first session without fees: members have as many seats, give or take one. */
export function firstBlock(parameters: Parameters): string {
  const { contract, contractShare, genesis, genesisValidators, subsidy } = parameters;
  const mint = mintOf(contract, part(contract.blockShare, subsidy), subsidy);
  const own = genesis / BigInt(genesisValidators);
  const others = genesisValidators - 1;
  const seats = BigInt(contract.benchSeats);
  const total = own * BigInt(others);
  const seat = total / seats;
  const few = seats / BigInt(others);
  const more = Number(seats % BigInt(others));
  const author = authorStake(own, { total, seat, seats: [] });
  const bench = Array.from({ length: others }, (_, who) => (who < more ? few + 1n : few));

  const outcome = (votes: (who: number) => Side) => {
    const members: Member[] = bench.map((of, who) => ({ stake: of * seat, vote: votes(who) }));
    const end = settle(contract, mint, author, members);
    const loss = end.outcome === "rejected" ? authorLoss(contract, own, own, 0n) : 0n;
    const ofContract = toContract(contractShare, end.post);
    const change = (amount: bigint | undefined) => signed(whole(amount!));
    return [
      end.outcome,
      signed(whole(end.post - ofContract + end.author - loss)),
      signed(whole(ofContract)),
      change(end.members[0]),
      change(end.members[1]),
      change(end.members[others - 1]),
    ];
  };
  return table(
    [
      "votes",
      "outcome",
      "author",
      "work contract",
      `the first, ${few + 1n} seats`,
      `another, ${few + 1n} seats`,
      `the last, ${few} seats`,
    ],
    [
      ["all For", ...outcome(() => "for")],
      ["the first Against", ...outcome((who) => (who === 0 ? "against" : "for"))],
      [`all with ${few + 1n} seats Against`, ...outcome((who) => (who < more ? "against" : "for"))],
      ["all but the last Against", ...outcome((who) => (who < others - 1 ? "against" : "for"))],
    ],
  );
}
