/** TCP links that take their time. */

import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

import { onClose } from "../cleanup.ts";

/** Milliseconds until what is sent over a link arrives. */
export interface Delays {
  /** From whoever connects to it to the other end. */
  there: number;
  back: number;
}

export class SlowLink {
  /** They may be changed while it carries something. */
  delays: Delays = { there: 0, back: 0 };
  /** Whoever connects to this port of 127.0.0.1 is connected with the other end. */
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #forget: () => void;
  #bytes = 0;

  private constructor(server: Server, target: number) {
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
    server.on("connection", (near) => this.#carry(near, connect(target, "127.0.0.1")));
    this.#forget = onClose(() => this.close());
  }

  /** Opens a link to `target`, a port of 127.0.0.1. */
  static async open(target: number): Promise<SlowLink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new SlowLink(server, target);
  }

  /** What it has carried, in both directions. */
  get bytes(): number {
    return this.#bytes;
  }

  async close(): Promise<void> {
    this.#forget();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #carry(near: Socket, far: Socket): void {
    this.#pass(near, far, () => this.delays.there);
    this.#pass(far, near, () => this.delays.back);
  }

  #pass(from: Socket, to: Socket, delay: () => number): void {
    const onItsWay: (() => void)[] = [];
    // Each timer lets the oldest arrive, so nothing is overtaken, even when delays change.
    const later = (arrive: () => void) => {
      onItsWay.push(arrive);
      setTimeout(() => onItsWay.shift()!(), delay());
    };
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on("data", (chunk) => {
      this.#bytes += chunk.length;
      later(() => to.writable && to.write(chunk));
    });
    from.on("end", () => later(() => to.end()));
    from.on("error", () => to.destroy());
    from.on("close", () => {
      this.#sockets.delete(from);
      later(() => to.destroy());
    });
  }
}
