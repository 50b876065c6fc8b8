/** TCP links that take their time. */

import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

import { onClose } from "../cleanup.ts";

export class SlowLink {
  /** Whoever connects to this port of 127.0.0.1 is connected with the other end. */
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #forget: () => void;
  /** The ports from which the other end is reached, one for each connection. */
  readonly #exits = new Set<number>();
  #bytes = 0;

  private constructor(server: Server, target: number, delay: number) {
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
    server.on("connection", (near) => this.#carry(near, connect(target, "127.0.0.1"), delay));
    this.#forget = onClose(() => this.close());
  }

  /** Opens a link to `target`, a port of 127.0.0.1. All that it carries arrives `delay` milliseconds later. */
  static async open(target: number, delay: number): Promise<SlowLink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new SlowLink(server, target, delay);
  }

  /** What it has carried, in both directions. */
  get bytes(): number {
    return this.#bytes;
  }

  /** All ports of 127.0.0.1 at which somebody may meet it. */
  get ports(): number[] {
    return [this.port, ...this.#exits];
  }

  async close(): Promise<void> {
    this.#forget();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #carry(near: Socket, far: Socket, delay: number): void {
    far.on("connect", () => this.#exits.add(far.localPort!));
    const both = [near, far] as const;
    for (const [from, to] of [both, both.toReversed() as [Socket, Socket]]) {
      this.#sockets.add(from);
      from.setNoDelay(true);
      // Timers of one length end in the order in which they began, so no byte overtakes another.
      from.on("data", (chunk) => {
        this.#bytes += chunk.length;
        setTimeout(() => to.writable && to.write(chunk), delay);
      });
      from.on("end", () => setTimeout(() => to.end(), delay));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.#sockets.delete(from);
        // What is on its way still arrives.
        setTimeout(() => to.destroy(), delay);
      });
    }
  }
}
