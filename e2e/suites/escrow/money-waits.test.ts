/**
 * Two parties hold money until it is earned: escrows under each rule and with each default, streams to the unit,
 * and what clients read of them.
 *
 * All of it happens on one node of `development`, whose clock the test sets: blocks are 30 s apart, so 120 of
 * them are an hour of the active clock. The books, kept from events alone, agree with the chain after every
 * block.
 */

import "./topics/chain.ts";
import "./topics/rules.ts";
import "./topics/defaults.ts";
import "./topics/streams.ts";
import "./topics/answers.ts";
