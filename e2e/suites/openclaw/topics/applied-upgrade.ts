/** The new runtime that was authorised: a copy that states another version, so that nothing goes on after it. */

import { readFileSync } from "node:fs";

import { sealedBlock } from "../../../harness/chain/time.ts";
import { codeHash } from "../../../harness/chain/upgrade.ts";
import { assert, describe, it } from "../../../harness/test.ts";
import { node } from "./chain.ts";
import { CODE, DONE, path, script, version } from "./upgrade.ts";

describe("an upgrade that was authorised by proposal", () => {
  it("is applied by anybody", async () => {
    const applied = script("apply", path);
    let over = false;
    void applied.finally(() => (over = true)).catch(() => undefined);
    // It waits for final blocks, and here nobody else asks for any.
    while (!over) {
      await sealedBlock(node);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const { code: exit, stderr } = await applied;
    assert.equal(exit, DONE, stderr);
    const now = await node.rpc<{ specVersion: number }>("state_getRuntimeVersion");
    assert.equal(now.specVersion, version);
    assert.equal(codeHash(readFileSync(path)), await node.rpc("state_getStorageHash", [CODE]));
  });
});
