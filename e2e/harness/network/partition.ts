/**
 * Networks that fall apart. Their nodes are started with {@link RESERVED_ONLY}: they have no peers
 * but those that they are given here.
 */

import { until } from "../deadline.ts";
import type { Node } from "../node/node.ts";
import type { Network } from "./network.ts";

/** Argument of a node that looks for no peers by itself and takes none that it was not given. */
export const RESERVED_ONLY = "--reserved-only";

/** Seconds until nodes have noticed. */
const SECONDS = 60;

/**
 * Makes one network of these nodes: each has all others as peers, and nobody else. A node finds another at
 * the address of the network that `address` names, by default its own.
 */
export async function heal(
  nodes: Node[],
  address: (node: Node, other: Node) => string = (_, other) => other.multiaddress("tcp"),
): Promise<void> {
  await Promise.all(
    pairs(nodes).map(([node, other]) => node.rpc("system_addReservedPeer", [address(node, other)])),
  );
  await onlyPeers(nodes);
}

/**
 * Cuts the network in two: the validators `away`, by index, and the others. A node keeps the
 * connection to a peer that was taken from it, hence those who leave are restarted.
 */
export async function split(network: Network, away: number[]): Promise<void> {
  const staying = network.nodes.filter((_, index) => !away.includes(index));
  const leaving = away.map((index) => network.nodes[index]!);
  await Promise.all(
    staying.flatMap((node) =>
      leaving.map((other) => node.rpc("system_removeReservedPeer", [peerId(other)])),
    ),
  );
  const left = await Promise.all(away.map((index) => network.restart(index)));
  await Promise.all([heal(left), onlyPeers(staying)]);
}

/** Waits until the nodes have each other as peers, and nobody else. */
async function onlyPeers(nodes: Node[]): Promise<void> {
  await Promise.all(
    nodes.map((node) => {
      const others = nodes.filter((other) => other !== node);
      const wanted = others.map(peerId).sort().join();
      return until(SECONDS, `${node.name} to have ${others.length} peers`, async () => {
        const peers = await node.rpc<{ peerId: string }[]>("system_peers");
        const found = peers.map(({ peerId }) => peerId);
        return found.sort().join() === wanted ? true : undefined;
      });
    }),
  );
}

function pairs(nodes: Node[]): [Node, Node][] {
  return nodes.flatMap((node) =>
    nodes.filter((other) => other !== node).map((other): [Node, Node] => [node, other]),
  );
}

function peerId(node: Node): string {
  return node.multiaddress("tcp").split("/").at(-1)!;
}
