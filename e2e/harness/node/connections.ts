/** Who a node is connected with, as Linux tells. */

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** A TCP connection of a process: the ports at its end and at the other one. */
export interface Connection {
  local: number;
  remote: number;
}

/** State of a connection that stands, as `/proc/net/tcp` writes it. */
const ESTABLISHED = "01";

/** The TCP connections over IPv4 that a process has at this moment. */
export function connectionsOf(pid: number): Connection[] {
  const own = new Set(
    readdirSync(`/proc/${pid}/fd`).map((file) => target(`/proc/${pid}/fd/${file}`)),
  );
  return readFileSync(`/proc/${pid}/net/tcp`, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, , , state, , , , , , inode]) => state === ESTABLISHED && own.has(`socket:[${inode}]`),
    )
    .map(([, local, remote]) => ({ local: port(local!), remote: port(remote!) }));
}

/** What an open file of a process is; some are closed meanwhile. */
function target(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

/** The port of an address such as `0100007F:1F90`. */
function port(address: string): number {
  return Number.parseInt(address.split(":")[1]!, 16);
}
