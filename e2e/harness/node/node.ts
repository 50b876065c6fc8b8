/** One running node process. */

import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ApiPromise, WsProvider } from "@polkadot/api";

import { onClose, onExit } from "../cleanup.ts";
import { until, within } from "../deadline.ts";
import { freshDirectory, workspace } from "../workspace.ts";
import { byzantineBinary, nodeBinary } from "./binary.ts";
import { connectionsOf } from "./connections.ts";
import { Log } from "./log.ts";
import { batch, call, refusal, type RpcError } from "./rpc.ts";
import { usageOf, type Usage } from "./usage.ts";

/** Seconds a node may take until its RPC server answers; it compiles its runtime before that. */
const START_SECONDS = 60;
/** Seconds a node may take to stop in order before it is killed. */
const STOP_SECONDS = 20;
/** Runs a program that the kernel kills as soon as this process is gone, whatever ended it. */
const SETPRIV = "/usr/bin/setpriv";

export interface NodeOptions {
  /** Names its log file and its base path. */
  name: string;
  /** What is special about this node. */
  args: string[];
  /** Where its database and keys are; a new directory by default. */
  basePath?: string;
  /** Secret of its network identity, 32 bytes in hex; a random one by default. */
  nodeKey?: string;
  /** Where it listens; the system chooses free ports by default. */
  ports?: Ports;
  /** Whether it serves metrics for Prometheus, on a free port. */
  metrics?: boolean;
  /**
   * Starts a byzantine node, which does this wrong, once each and in this order; an empty list lets it
   * be like others. What there is: `e2e/byzantine/src/deed.rs`.
   */
  misbehave?: string[];
}

/** TCP ports; 0 stands for a free one of the system's choice. */
export interface Ports {
  rpc: number;
  /** For other nodes. */
  tcp: number;
  /** For light clients. */
  ws: number;
}

const ANY_PORTS: Ports = { rpc: 0, tcp: 0, ws: 0 };

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const running = new Set<Node>();

/** The nodes that run now. */
export function runningNodes(): Node[] {
  return [...running];
}

export class Node {
  readonly name: string;
  readonly basePath: string;
  readonly log: Log;
  /** Resolves when the process has ended. */
  readonly exited: Promise<Exit>;
  readonly #options: NodeOptions;
  readonly #nodeKey: string;
  readonly #child: ChildProcess;
  #rpcAddress = "";
  #multiaddresses: { tcp: string; ws: string } = { tcp: "", ws: "" };
  #api: Promise<ApiPromise> | undefined;

  private constructor(options: NodeOptions) {
    this.#options = options;
    this.#nodeKey = options.nodeKey ?? randomBytes(32).toString("hex");
    this.name = options.name;
    this.basePath = options.basePath ?? freshDirectory(options.name);
    this.log = new Log(join(workspace(), `${options.name}.log`));

    const { rpc, tcp, ws } = options.ports ?? ANY_PORTS;
    const args = [
      ["--name", options.name],
      ["--base-path", this.basePath],
      ["--node-key", this.#nodeKey],
      ["--rpc-port", String(rpc)],
      ["--listen-addr", `/ip4/127.0.0.1/tcp/${tcp}`, `/ip4/127.0.0.1/tcp/${ws}/ws`],
      options.metrics === true ? ["--prometheus-port", "0"] : ["--no-prometheus"],
      // Else nodes of the same chain in other test processes are found, and chains mix.
      ["--no-mdns"],
      options.args,
      (options.misbehave ?? []).flatMap((kind) => ["--misbehave", kind]),
    ].flat();
    const program = options.misbehave === undefined ? nodeBinary() : byzantineBinary();
    this.#child = existsSync(SETPRIV)
      ? spawn(SETPRIV, ["--pdeathsig", "KILL", "--", program, ...args], { stdio: "pipe" })
      : spawn(program, args, { stdio: "pipe" });
    this.#child.stdin?.end();
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream !== null) this.log.follow(stream);
    }

    running.add(this);
    const forgetKill = onExit(() => this.#child.kill("SIGKILL"));
    const forgetStop = onClose(async () => void (await this.stop()));
    this.exited = once(this.#child, "close").then((end) => {
      const [code, signal] = end as [Exit["code"], Exit["signal"]];
      running.delete(this);
      forgetKill();
      forgetStop();
      this.log.close();
      return { code, signal };
    });
  }

  /** Starts a node and waits until its RPC server listens; throws with its log when it ends before. */
  static async start(options: NodeOptions): Promise<Node> {
    const node = new Node(options);
    const server = /Running JSON-RPC server: addr=([^,]+),/;
    const [, address] = await node.log.match(server, START_SECONDS);
    node.#rpcAddress = address!.replace("0.0.0.0", "127.0.0.1");
    node.#multiaddresses = await node.#listenAddresses();
    return node;
  }

  /**
   * Starts a node that is expected to give up; what it wrote until then. Throws when it is still
   * there after `seconds` or ends as if nothing was wrong.
   */
  static async refused(options: NodeOptions, seconds = START_SECONDS): Promise<string> {
    const node = new Node(options);
    try {
      const exit = await within(
        seconds,
        `node ${options.name} to give up`,
        node.exited,
        () => `\n${node.log.tail()}`,
      );
      const text = node.log.lines.join("\n");
      if (exit.code === 0) throw new Error(`node ${options.name} ended without an error\n${text}`);
      return text;
    } finally {
      await node.stop();
    }
  }

  get httpUrl(): string {
    return `http://${this.#rpcAddress}`;
  }

  get wsUrl(): string {
    return `ws://${this.#rpcAddress}`;
  }

  /** Where its metrics are; only with the option `metrics`. */
  async metricsUrl(): Promise<string> {
    const exporter = /Prometheus exporter started at (\S+)/;
    const [, address] = await this.log.match(exporter, START_SECONDS);
    return `http://${address}/metrics`;
  }

  rpc<T>(method: string, params: unknown[] = []): Promise<T> {
    return call<T>(this.httpUrl, method, params);
  }

  /** The answers to a call with each of these parameters, all in one request. */
  batch<T>(method: string, calls: unknown[][]): Promise<(T | RpcError)[]> {
    return batch<T>(this.httpUrl, method, calls);
  }

  /** The error with which the node answers; throws when it does not refuse. */
  refusal(method: string, params: unknown[] = []): Promise<RpcError> {
    return refusal(this.httpUrl, method, params);
  }

  /** A polkadot.js client, one for all who ask; it ends with the node. */
  api(): Promise<ApiPromise> {
    this.#api ??= ApiPromise.create({
      provider: new WsProvider(this.wsUrl),
      noInitWarn: true,
      throwOnConnect: true,
    });
    return within(30, `polkadot.js to connect to ${this.name}`, this.#api);
  }

  /** Its address for other nodes (`tcp`) or light clients (`ws`), with its peer id. */
  multiaddress(transport: "tcp" | "ws"): string {
    return this.#multiaddresses[transport];
  }

  /** The ports of this machine at the other ends of its connections with nodes; Linux alone tells. */
  peerPorts(): number[] {
    const rpc = Number(new URL(this.httpUrl).port);
    const all = connectionsOf(this.#child.pid!);
    return all.filter(({ local }) => local !== rpc).map(({ remote }) => remote);
  }

  /** What it has used of the machine; Linux alone tells. */
  usage(): Usage {
    return usageOf(this.#child.pid!);
  }

  #listenAddresses(): Promise<{ tcp: string; ws: string }> {
    return until(START_SECONDS, `the network addresses of ${this.name}`, async () => {
      const addresses = await this.rpc<string[]>("system_localListenAddresses");
      const tcp = addresses.find((address) =>
        /^\/ip4\/127.0.0.1\/tcp\/[1-9]\d*\/p2p\//.test(address),
      );
      const ws = addresses.find((address) =>
        /^\/ip4\/127.0.0.1\/tcp\/[1-9]\d*\/ws\/p2p\//.test(address),
      );
      return tcp === undefined || ws === undefined ? undefined : { tcp, ws };
    });
  }

  /** Asks the node to stop and waits for it; kills it when it takes too long. */
  async stop(): Promise<Exit> {
    const api = this.#api;
    this.#api = undefined;
    await api?.then((connected) => connected.disconnect()).catch(() => undefined);
    this.#child.kill("SIGTERM");
    try {
      return await within(STOP_SECONDS, `${this.name} to stop`, this.exited);
    } catch {
      return this.kill();
    }
  }

  /** Kills the node at once, as a power failure would. */
  async kill(): Promise<Exit> {
    this.#child.kill("SIGKILL");
    return this.exited;
  }

  /**
   * Stops the node if it runs, and starts it again with the same database, keys and addresses; a
   * byzantine one does what it did before, unless told to do something else.
   */
  async restart(extraArgs: string[] = [], misbehave = this.#options.misbehave): Promise<Node> {
    await this.stop();
    return Node.start({
      ...this.#options,
      ...(misbehave && { misbehave }),
      args: [...this.#options.args, ...extraArgs],
      basePath: this.basePath,
      nodeKey: this.#nodeKey,
      ports: {
        rpc: Number(new URL(this.httpUrl).port),
        tcp: portOf(this.multiaddress("tcp")),
        ws: portOf(this.multiaddress("ws")),
      },
    });
  }
}

function portOf(multiaddress: string): number {
  return Number(multiaddress.split("/")[4]);
}
