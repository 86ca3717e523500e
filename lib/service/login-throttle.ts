import { RateLimiterMemory, RateLimiterQueue } from "rate-limiter-flexible";
import { processState } from "../process-state";
import { limiterOf } from "./limits";

/** Attempts to log in that one client has, and the seconds after which it has as many again. */
export const ATTEMPTS = 5;
const SECONDS = 900;

/**
 * Passwords that are checked in a second, whoever sends them, and how many more may wait for their turn. Guesses from
 * thousands of addresses go on at this pace, and none of them keeps the owner out for longer than it takes.
 */
const CHECKS = 10;
const WAITING = 100;

/** Counted together by all processes and machines. */
const perClient = () => limiterOf("login", { points: ATTEMPTS, seconds: SECONDS, strict: true });

/** Of each process: what it spends of its time. */
const { forAll } = processState("login-throttle", () => ({
  forAll: new RateLimiterQueue(new RateLimiterMemory({ points: CHECKS, duration: 1, keyPrefix: "logins" }), {
    maxQueueSize: WAITING,
  }),
}));

/**
 * Take one of the attempts of a client before its password is looked at, so that a thousand at once are no more than
 * five. It may take a moment until the check has its turn.
 *
 * @returns nothing where the password may be checked, and otherwise after how many seconds to try again
 */
export async function takeAttempt(client: string): Promise<number | undefined> {
  const { exceeded, msBeforeNext } = await perClient().take(client);
  if (exceeded) return Math.ceil(msBeforeNext / 1000);
  return forAll.removeTokens(1, "all").then(
    () => undefined,
    () => Math.ceil(WAITING / CHECKS),
  );
}

/**
 * Give a client its attempts back, as it knows the password.
 *
 * @param alone whether there is no other password. Else the client gets back this attempt alone: who knows one of two
 *   passwords could otherwise guess the other one without end
 */
export async function giveAttemptsBack(client: string, alone: boolean): Promise<void> {
  await (alone ? perClient().forget(client) : perClient().take(client, -1));
}
