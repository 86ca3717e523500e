import { createHmac, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { jwtVerify, SignJWT } from "jose";
import { processState } from "../process-state";
import { NoStoreError } from "../store/faults";
import { isEndedSession, noteEndedSession } from "../store/ended-sessions";
import { withStore } from "../store/store";
import { noteDeed, OWNER } from "./audit";
import { clientOf } from "./client-address";
import { logWarning } from "./log";
import { forgetAttempts, takeAttempt } from "./login-throttle";
import { settings } from "./settings";
import { signingKey } from "./signing-key";

export const SESSION_COOKIE = "glasshouse-admin";
export const SESSION_SECONDS = 12 * 3600;

/** Sessions that were ended here, by their ids: until when their cookies would else be taken, for want of a store too. */
const ended = processState("ended-sessions", () => new Map<string, number>());

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
  if ((await takeAttempt(client)) !== undefined) {
    told("refused after too many wrong passwords");
    return "throttled";
  }
  if (ADMIN_PASSWORD === undefined || !(await isSame(password, ADMIN_PASSWORD))) {
    told("wrong password");
    await noteDeed({ actor: "unknown", action: "login failed", detail: { client } });
    return "wrong";
  }
  await forgetAttempts(client);
  told("let in");
  await noteDeed({ actor: OWNER, action: "login", detail: { client } });
  const session = await new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setJti(randomBytes(16).toString("base64url"))
    .setAudience("admin")
    .setIssuedAt()
    .setExpirationTime(`${SESSION_SECONDS}s`)
    .sign(await sessionKey());
  return { session };
}

/**
 * Whether a session cookie is one that was given out here, has neither expired nor been ended, and is of the password
 * there is now.
 *
 * @throws StoreAwayError where it cannot be known whether it was ended
 */
export async function isSession(token: string | undefined): Promise<boolean> {
  const session = await readSession(token);
  if (!session || ended.has(session.id)) return false;
  return !(await withStore((store) => isEndedSession(store, session.id)).catch(withoutStore));
}

/**
 * End a session, whoever has a copy of its cookie.
 *
 * @throws StoreAwayError where the other instances cannot learn of it
 */
export async function logout(token: string | undefined): Promise<void> {
  const session = await readSession(token);
  if (!session) return;
  const now = Date.now();
  for (const [id, until] of ended) if (until <= now) ended.delete(id);
  ended.set(session.id, session.until);
  await withStore((store) => noteEndedSession(store, session.id, now, session.until)).catch(withoutStore);
  await noteDeed({ actor: OWNER, action: "logout" });
}

/** What a session cookie says, if it is signed and has not expired. `until` is in milliseconds since 1970. */
async function readSession(token: string | undefined): Promise<{ id: string; until: number } | undefined> {
  if (token === undefined || !hasAdmin()) return undefined;
  const key = await sessionKey();
  const verified = await jwtVerify(token, key, { audience: "admin", algorithms: ["HS256"] }).catch(() => undefined);
  const { jti, exp } = verified?.payload ?? {};
  return jti === undefined || exp === undefined ? undefined : { id: jti, until: exp * 1000 };
}

/** Where there is no store, this process alone remembers. */
function withoutStore(error: unknown): undefined {
  if (!(error instanceof NoStoreError)) throw error;
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
