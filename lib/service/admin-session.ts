import { createHmac, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { jwtVerify, SignJWT } from "jose";
import { processState } from "../process-state";
import { NoStoreError } from "../store/faults";
import { isEndedSession, noteEndedSession } from "../store/ended-sessions";
import { withStore } from "../store/store";
import { noteDeed, OWNER, REVIEWER, type Role } from "./audit";
import { clientOf } from "./client-address";
import { logWarning } from "./log";
import { giveAttemptsBack, takeAttempt } from "./login-throttle";
import { settings } from "./settings";
import { signingKey } from "./signing-key";

export const SESSION_COOKIE = "glasshouse-admin";
export const SESSION_SECONDS = 12 * 3600;

/** Sessions that were ended here, by their ids: until when their cookies would else be taken, for want of a store too. */
const ended = processState("ended-sessions", () => new Map<string, number>());

const hash = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;

/** Whether there is an owner to let in. */
export function hasAdmin(): boolean {
  return passwordOf(OWNER) !== undefined;
}

/** Whether anybody of these roles can log in. */
export function canLogIn(roles: readonly Role[] = ROLES): boolean {
  return roles.some((role) => passwordOf(role) !== undefined);
}

const ROLES: readonly Role[] = [OWNER, REVIEWER];

function passwordOf(role: Role): string | undefined {
  const { ADMIN_PASSWORD, REVIEWER_PASSWORD } = settings();
  return role === OWNER ? ADMIN_PASSWORD : REVIEWER_PASSWORD;
}

/**
 * Let somebody in who knows a password, in the role that it is of: what the session cookie is to hold. Each try is
 * logged, and past a few wrong ones every try of this client is refused for a while, right or wrong.
 */
export async function login(headers: Headers, password: string): Promise<{ session: string } | "wrong" | "throttled"> {
  const client = clientOf(undefined, headers.get("x-forwarded-for") ?? undefined);
  const told = (outcome: string) => logWarning(`login to the admin pages from ${client}: ${outcome}`);
  if ((await takeAttempt(client)) !== undefined) {
    told("refused after too many wrong passwords");
    return "throttled";
  }
  const role = await roleWithPassword(password);
  if (role === undefined) {
    told("wrong password");
    await noteDeed({ actor: "unknown", action: "login failed", detail: { client } });
    return "wrong";
  }
  await giveAttemptsBack(client, !ROLES.every((each) => passwordOf(each) !== undefined));
  told(role === OWNER ? "let in" : `let in as ${role}`);
  await noteDeed({ actor: role, action: "login", detail: { client } });
  const session = await new SignJWT({ role })
    .setProtectedHeader({ alg: "HS256" })
    .setJti(randomBytes(16).toString("base64url"))
    .setAudience("admin")
    .setIssuedAt()
    .setExpirationTime(`${SESSION_SECONDS}s`)
    .sign(await sessionKey(role, passwordOf(role)!));
  return { session };
}

/** The role whose password this is. All are compared, so that the time tells nothing. */
async function roleWithPassword(sent: string): Promise<Role | undefined> {
  const salt = randomBytes(16);
  const mark = (text: string) => hash(text, salt, 32);
  const sentMark = await mark(sent.slice(0, 1_000));
  const same = await Promise.all(
    ROLES.map(async (role) => {
      const password = passwordOf(role);
      return password !== undefined && timingSafeEqual(await mark(password), sentMark);
    }),
  );
  return ROLES.find((_, index) => same[index]);
}

/**
 * Whose session a cookie is: one that was given out here, has neither expired nor been ended, and is of a password that
 * there is now.
 *
 * @throws StoreAwayError where it cannot be known whether it was ended
 */
export async function readRole(token: string | undefined): Promise<Role | undefined> {
  const session = await readSession(token);
  if (!session || ended.has(session.id)) return undefined;
  const isEnded = await withStore((store) => isEndedSession(store, session.id)).catch(withoutStore);
  return isEnded ? undefined : session.role;
}

/** Whether a session cookie is the owner's; see `readRole`. */
export async function isSession(token: string | undefined): Promise<boolean> {
  return (await readRole(token)) === OWNER;
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
  await noteDeed({ actor: session.role, action: "logout" });
}

/** What a session cookie says, if it is signed and has not expired. `until` is in milliseconds since 1970. */
async function readSession(token: string | undefined): Promise<{ id: string; until: number; role: Role } | undefined> {
  if (token === undefined) return undefined;
  for (const role of ROLES) {
    const password = passwordOf(role);
    if (password === undefined) continue;
    const key = await sessionKey(role, password);
    const verified = await jwtVerify(token, key, { audience: "admin", algorithms: ["HS256"] }).catch(() => undefined);
    const { jti, exp, role: said } = verified?.payload ?? {};
    // The sessions of the release before have no role: they are the owner's.
    if (jti === undefined || exp === undefined || (said ?? OWNER) !== role) continue;
    return { id: jti, until: exp * 1000, role };
  }
  return undefined;
}

/** Where there is no store, this process alone remembers. */
function withoutStore(error: unknown): undefined {
  if (!(error instanceof NoStoreError)) throw error;
}

/** Of the password too: another password ends every session of its role. */
async function sessionKey(role: Role, password: string): Promise<Uint8Array> {
  const name = role === OWNER ? "logins" : "reviewer logins";
  return createHmac("sha256", await signingKey(name))
    .update(password)
    .digest();
}
