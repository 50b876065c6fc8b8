/**
 * Nobody loses money in an escrow or a stream to a wrong call, one that comes too late, or a chain that stands
 * still.
 *
 * As in `money-waits.test.ts` there is one node of `development`, and the books agree after every block.
 */

import "./topics/chain.ts";
import "./topics/wrong-input.ts";
import "./topics/late.ts";
import "./topics/halts.ts";
