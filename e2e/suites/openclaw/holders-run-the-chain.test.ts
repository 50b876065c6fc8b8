/**
 * Holders of tokens run a chain: what they decide by proposals, and what the council and challengers can do
 * about it.
 *
 * All of it happens on one node, whose clock the test sets, with the e2e preset, where a day is six seconds. Each
 * topic is a file of its own; the last ones leave another council, since an upgrade has ended the bootstrap, and
 * another runtime.
 */

import "./topics/chain.ts";
import "./topics/parameters.ts";
import "./topics/wrong-input.ts";
import "./topics/votes.ts";
import "./topics/challenges.ts";
import "./topics/brakes.ts";
import "./topics/council.ts";
import "./topics/upgrade.ts";
import "./topics/new-council.ts";
import "./topics/answers.ts";
import "./topics/applied-upgrade.ts";
