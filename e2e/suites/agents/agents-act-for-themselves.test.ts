/**
 * Agents have a name, an owner, a purse and a voice: they are registered by two signatures, act through wallets
 * whose limits the chain enforces, send messages that nobody else can read, and vote with no program running.
 *
 * All of it happens on one node of `development`, whose clock the test sets. Half a vote is 105 blocks there.
 */

import "./topics/chain.ts";
import "./topics/registry.ts";
import "./topics/consent.ts";
import "./topics/wallets.ts";
import "./topics/stolen-keys.ts";
import "./topics/messages.ts";
import "./topics/votes.ts";
import "./topics/answers.ts";
