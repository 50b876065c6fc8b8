/** A node that does not find what it was told to look for says what to do, and goes on looking. */

import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** More than the 30 seconds that finding peers may take. */
const SECONDS = 60;
/** A peer id that no node here has. */
const ANOTHER = "12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp";

let there: Node;

before(async () => {
  there = await Node.start({ name: "there", args: SOLE_VALIDATOR });
});

after(() => there?.stop());

describe("a node says what to do", { concurrency: true }, () => {
  it("when its boot node is another one than its peer id says", async () => {
    const address = there.multiaddress("tcp").replace(/[^/]+$/, ANOTHER);
    const node = await joining("stranger", ["--bootnodes", address]);
    const [, addresses] = await node.log.match(
      /No peers: none of the boot nodes answers as the node it should be\. .*peer id.*: (\S+)$/,
      SECONDS,
    );
    assert.equal(addresses, address);
    await node.stop();
  });

  it("when it has too few peers for warp sync", async () => {
    const boot = ["--bootnodes", there.multiaddress("tcp")];
    const node = await joining("warping", [...boot, "--sync", "warp"]);
    await node.log.match(
      /Warp sync begins with 3 peers, and this node has 1: .*--bootnodes.*--sync full/,
      SECONDS,
    );
    await node.stop();
  });
});

async function joining(name: string, args: string[]): Promise<Node> {
  return Node.start({ name, args: ["--chain", await rawSpec("e2e"), ...args] });
}
