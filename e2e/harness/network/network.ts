/** Several validators, each a node of its own, connected with each other. */

import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";

import { liquidity } from "../chain/accounts.ts";
import { finalised } from "../chain/transactions.ts";
import { output } from "../node/binary.ts";
import { Node } from "../node/node.ts";
import { freshDirectory, workspace } from "../workspace.ts";
import { plainSpec, setReputation, setValidators, writeRawSpec, type PlainSpec } from "./spec.ts";
import { insertKeys, KEY_TYPES, validators, type Validator } from "./validators.ts";

export interface NetworkOptions {
  /** Number of validators. */
  size: number;
  /** How many of them, the last ones, are started later, by {@link Network.launch}. */
  late?: number;
  /** Further arguments of every node. */
  args?: string[];
  /** Those of single validators, by index. */
  argsOf?: Record<number, string[]>;
  /** Changes of the genesis, made before the validators are written into it. */
  change?: (spec: PlainSpec) => void;
  /** Encumbered reputation of each validator, in whole REP; even parts by default. */
  reputation?: bigint[];
  /** Whether the nodes do not know each other, until somebody tells them. */
  strangers?: boolean;
  /** The validators, by index, without a key to vote on blocks. */
  silent?: number[];
  /** The validators, by index, that are byzantine nodes, and what they do wrong. */
  byzantine?: Record<number, string[]>;
  /** Whether the nodes serve metrics. */
  metrics?: boolean;
  /** RPC port of the first validator, the others have the ports after it; free ones by default. */
  rpcPort?: number;
  /** Told about each step, for people who wait. */
  progress?: (message: string) => void;
}

export class Network {
  /** Path of the raw chain spec. */
  readonly spec: string;
  readonly validators: Validator[];
  /** The nodes, in the order of the validators. */
  readonly nodes: Node[];
  readonly #launch: (index: number) => Promise<Node>;

  private constructor(
    spec: string,
    members: Validator[],
    nodes: Node[],
    launch: (index: number) => Promise<Node>,
  ) {
    this.spec = spec;
    this.validators = members;
    this.nodes = nodes;
    this.#launch = launch;
  }

  /**
   * Starts a network on a variation of the `e2e` chain: the first validator first, then the others,
   * who find it and through it each other. Where the workspace already holds a network, that one
   * goes on.
   */
  static async start(options: NetworkOptions): Promise<Network> {
    const { size, late = 0, args = [], byzantine = {}, rpcPort, metrics = false } = options;
    const { strangers = false, argsOf = {} } = options;
    const { progress = () => undefined } = options;
    const members = validators(size);
    const spec = join(workspace(), "network.raw.json");
    if (existsSync(spec)) requireSize(size);
    else await prepare(spec, members, options);

    const launch = (index: number, bootnodes: string[]) => {
      progress(`starting validator ${index}`);
      return Node.start({
        name: `validator-${index}`,
        basePath: basePath(index),
        nodeKey: members[index]!.nodeKey,
        metrics,
        ...(byzantine[index] && { misbehave: byzantine[index] }),
        args: [
          ["--chain", spec, "--validator"],
          bootnodes.flatMap((address) => ["--bootnodes", address]),
          args,
          argsOf[index] ?? [],
        ].flat(),
        ports: { rpc: rpcPort === undefined ? 0 : rpcPort + index, tcp: 0, ws: 0 },
      });
    };
    const first = await launch(0, []);
    const known = strangers ? [] : [first.multiaddress("tcp")];
    const launchOther = (index: number) => launch(index, known);
    const others = members.slice(1, size - late).map((_, index) => launchOther(index + 1));
    return new Network(spec, members, [first, ...(await Promise.all(others))], launchOther);
  }

  /** Starts the next validator of those that come later. */
  async launch(): Promise<Node> {
    const node = await this.#launch(this.nodes.length);
    this.nodes.push(node);
    return node;
  }

  /**
   * Waits until more is finalised than now; throws when `limit` further blocks come without it.
   * Returns the height that is final then.
   */
  async finality(limit: number): Promise<number> {
    const api = await this.nodes[0]!.api();
    const final = await api.rpc.chain.getFinalizedHead();
    const start = (await api.rpc.chain.getHeader(final)).number.toNumber();
    const what = `a block after ${start} to be finalised`;
    const header = await finalised(api, what, 60 + limit, async ({ number }) => {
      const best = (await api.rpc.chain.getHeader()).number.toNumber();
      if (best > start + limit) throw new Error(`at block ${best}, only ${number} is finalised`);
      return number.toNumber() > start;
    });
    return header.number.toNumber();
  }

  /** Another node of this chain, without keys unless `basePath` has some, that knows all validators. */
  join(name: string, args: string[] = [], basePath: string = freshDirectory(name)): Promise<Node> {
    const bootnodes = this.nodes.flatMap((node) => ["--bootnodes", node.multiaddress("tcp")]);
    return Node.start({ name, basePath, args: ["--chain", this.spec, ...bootnodes, ...args] });
  }

  /**
   * Starts validator `index` again, with the same database, keys and addresses; a byzantine one does
   * `misbehave` from now on, if that is given.
   */
  async restart(index: number, extraArgs: string[] = [], misbehave?: string[]): Promise<Node> {
    const node = await this.nodes[index]!.restart(extraArgs, misbehave);
    this.nodes[index] = node;
    return node;
  }

  /** Starts validator `index` again without its database, as after `purge-chain`: its keys stay. */
  async purge(index: number, extraArgs: string[] = []): Promise<Node> {
    const node = this.nodes[index]!;
    await node.stop();
    await output(["purge-chain", "-y", "--base-path", node.basePath, "--chain", this.spec]);
    return this.restart(index, extraArgs);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }
}

/** Writes the chain spec to `path` and the keys of its validators into their keystores. */
async function prepare(
  path: string,
  members: Validator[],
  { change, progress, reputation, silent = [] }: NetworkOptions,
): Promise<void> {
  progress?.("writing the chain spec");
  const plain = await plainSpec("e2e");
  change?.(plain);
  setValidators(plain, members, liquidity.address);
  if (reputation !== undefined) {
    setReputation(
      plain,
      members.map(({ address }, index) => [address, reputation[index] ?? 0n]),
    );
  }
  const draft = join(workspace(), "draft.raw.json");
  await writeRawSpec(plain, draft);
  for (const [index, { uri }] of members.entries()) {
    progress?.(`inserting the keys of validator ${index}`);
    const keys = KEY_TYPES.map(([keyType]) => keyType);
    const own = keys.filter((keyType) => keyType !== "rvot" || !silent.includes(index));
    await insertKeys(uri, basePath(index), draft, own);
  }
  // Its final name says that everything else is in place.
  await rename(draft, path);
}

/** Throws when the network in the workspace has another size. */
function requireSize(size: number): void {
  let found = 0;
  while (existsSync(basePath(found))) found += 1;
  if (found !== size) {
    throw new Error(`${workspace()} holds a network of ${found} validators, not of ${size}`);
  }
}

function basePath(index: number): string {
  return join(workspace(), `validator-${index}`);
}
