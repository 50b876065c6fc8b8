/** docs/run-a-validator.md, followed to the letter: a fifth node becomes a validator. */

import { blockBy, sessionValidators } from "../../harness/chain/sessions.ts";
import { readGuide } from "../../harness/clients/guide.ts";
import { Shell } from "../../harness/clients/shell.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { Network } from "../../harness/network/network.ts";
import { nodeBinary } from "../../harness/node/binary.ts";
import { freePorts } from "../../harness/node/ports.ts";
import { ROOT } from "../../harness/paths.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";
import { freshDirectory } from "../../harness/workspace.ts";

const SIZE = 4;
/** Seconds for the commands of a block; those that wait for an election take longest. */
const BLOCK_SECONDS = 150;
/** The section after which the reader runs a validator. */
const DONE = "7. Check";

const guide = readGuide("docs/run-a-validator.md");

let network: Network;
let shell: Shell;

before(async () => {
  network = await Network.start({
    size: SIZE,
    // An election at the end of each session, so that the reader does not wait long.
    change: (spec) => setParameters(spec, { sessionsPerEra: 1 }),
  });
  shell = new Shell("reader", ROOT);
  const [port, rpcPort, metricsPort] = await freePorts(3);
  const choices = {
    NODE: nodeBinary(),
    CHAIN: network.spec,
    BOOTNODE: network.nodes[0]!.multiaddress("tcp"),
    BASE: freshDirectory("reader"),
    PORT: String(port),
    RPC_PORT: String(rpcPort),
    METRICS_PORT: String(metricsPort),
  };
  for (const [name, value] of Object.entries(choices)) {
    assert.ok(guide.settings.has(name), `the guide has no setting ${name}`);
    guide.settings.set(name, value);
  }
  await shell.set(guide.settings);
});

after(async () => {
  await shell?.stop();
  await network?.stop();
});

describe("whoever follows the guide", () => {
  for (const { title, blocks } of guide.sections) {
    it(`can do "${title}"`, async () => {
      for (const block of blocks) await shell.run(block, BLOCK_SECONDS);
    });

    if (title === DONE) {
      it("runs a validator whose blocks become final", async () => {
        const api = await network.nodes[0]!.api();
        const stash = await shell.get("STASH");
        await blockBy(api, stash, 60);
        assert.equal((await sessionValidators(api)).length, SIZE + 1);
      });
    }
  }

  it("has seen all steps", () => {
    assert.ok(guide.sections.some(({ title }) => title === DONE));
  });
});
