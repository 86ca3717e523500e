import { createHmac, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { jwtVerify, SignJWT } from "jose";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { processState } from "../process-state";
import { clientOf } from "./client-address";
import { logWarning } from "./log";
import { settings } from "./settings";
import { signingKey } from "./signing-key";

export const SESSION_COOKIE = "glasshouse-admin";
export const SESSION_SECONDS = 12 * 3600;

/** Wrong passwords that one client may send in a quarter of an hour, and that all may together. */
const { perClient, forAll } = processState("logins", () => ({
  perClient: new RateLimiterMemory({ points: 5, duration: 900, keyPrefix: "login" }),
  forAll: new RateLimiterMemory({ points: 100, duration: 900, keyPrefix: "logins" }),
}));

const hash = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;

/** Whether there is anybody to let in. */
export function hasAdmin(): boolean {
  return settings().ADMIN_PASSWORD !== undefined;
}

/**
 * Let somebody in who knows the password: what the session cookie is to hold. Each try is logged, and past a few wrong
 * ones every try of this client is refused for a while, right or wrong.
 */
export async function login(headers: Headers, password: string): Promise<{ session: string } | "wrong" | "throttled"> {
  const { ADMIN_PASSWORD } = settings();
  const client = clientOf(undefined, headers.get("x-forwarded-for") ?? undefined);
  const told = (outcome: string) => logWarning(`login to the admin pages from ${client}: ${outcome}`);
  const spent = await Promise.all([perClient.get(client), forAll.get("all")]);
  if (spent.some((limit) => limit !== null && limit.remainingPoints <= 0)) {
    told("refused after too many wrong passwords");
    return "throttled";
  }
  if (ADMIN_PASSWORD === undefined || !(await isSame(password, ADMIN_PASSWORD))) {
    await Promise.all([perClient.penalty(client), forAll.penalty("all")]);
    told("wrong password");
    return "wrong";
  }
  await perClient.delete(client);
  told("let in");
  const session = await new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("admin")
    .setIssuedAt()
    .setExpirationTime(`${SESSION_SECONDS}s`)
    .sign(await sessionKey());
  return { session };
}

/** Whether a session cookie is one that was given out here, has not expired, and is of the password there is now. */
export async function isSession(token: string | undefined): Promise<boolean> {
  if (token === undefined || !hasAdmin()) return false;
  const verified = await jwtVerify(token, await sessionKey(), { audience: "admin", algorithms: ["HS256"] }).catch(
    () => undefined,
  );
  return verified !== undefined;
}

/** Of the password too: another password ends every session. */
async function sessionKey(): Promise<Uint8Array> {
  return createHmac("sha256", await signingKey("logins"))
    .update(settings().ADMIN_PASSWORD ?? "")
    .digest();
}

/** Compares what scrypt makes of both, which takes the same time however much of the password is right. */
async function isSame(sent: string, password: string): Promise<boolean> {
  const salt = randomBytes(16);
  const [one, other] = await Promise.all([sent.slice(0, 1_000), password].map((text) => hash(text, salt, 32)));
  return timingSafeEqual(one!, other!);
}
