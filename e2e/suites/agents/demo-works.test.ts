/** `scripts/agent-demo.sh` shows what docs/agents.md says, to its end. */

import { nodeBinary } from "../../harness/node/binary.ts";
import { runScript } from "../../harness/clients/script.ts";
import { assert, describe, it } from "../../harness/test.ts";

/** Seconds in which it must have ended, on a machine that does other things too. */
const SECONDS = 90;

describe("scripts/agent-demo.sh", () => {
  it("shows each step", async () => {
    process.env["AITBC_NODE"] ??= nodeBinary();
    const { code, stdout, stderr } = await runScript("agent-demo.sh", [], SECONDS);
    assert.equal(code, 0, stderr);
    const expected = [
      /is a consumer with score 100/,
      /is a provider with score 100/,
      /refused: BadConsent/,
      /refused: OverCallLimit/,
      /refused: OverDayLimit/,
      /refused: NotPermitted/,
      /Ben reads: An H100 from noon to one, for 3.5 AITBC\?/,
      /Eve: invalid tag/,
      /the holder: against with \d+/,
      /the wallet: for with \d+\S* AITBC \(strategy: preference 140 \+ threshold 128/,
      /refused: WalletStopped/,
    ];
    for (const line of expected) assert.match(stdout, line);
  });
});
