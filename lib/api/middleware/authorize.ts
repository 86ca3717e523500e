import type { MiddlewareHandler } from "hono";
import { readRole, SESSION_COOKIE } from "../../service/admin-session";
import { OWNER, REVIEWER, type Role } from "../../service/audit";
import { readCookie } from "../../service/cookies";
import { bearerOf, digest, isAmong } from "../../service/credentials";
import { TOKEN_HEADER } from "../../service/form-token-names";
import { checkKey, isKnownKey, nameOfKey, type Scope } from "../../service/known-keys";
import { isFromOwnPage } from "../../service/same-origin";
import { settings } from "../../service/settings";
import { isModelShown } from "../../service/shown-model";
import { StoreAwayError } from "../../store/faults";
import { needsKey, needsMetricsToken, noStore, notShown, wrongKey } from "../problem/problem";
import type { ProblemKind } from "../problem/problem-kinds";
import { refuse } from "../problem/refuse";
import type { Problem } from "../problem/schema";
import { RETRY_LATER } from "../problem/store-faults";
import { headersOf, type ReadHeader } from "../request/read-header";
import { goOn, type Soon } from "../../service/soon";

/** Why a call is not let through. */
export interface Refusal {
  problem: Problem;
  headers?: Record<string, string>;
}

export type Auth =
  "open" | "predict" | "model" | "predict-or-page" | "admin" | "owner" | "versions" | "publish" | "review" | "metrics";

interface Access {
  /** The kinds of its refusals. */
  problems: ProblemKind[];
  /** Why a call is not let through; nothing where it is. Without a check, every call is. */
  check?(header: ReadHeader): Soon<Refusal | undefined>;
}

/**
 * Who may call a resource.
 *
 * What keys protect is the model in volume: what programs call to predict, and the export, which takes the model itself.
 * The pages give single estimates to anybody, and their own calls need no key. To close the pages as well takes a proxy
 * in front that checks who is there.
 */
export const access: Record<Auth, Access> = {
  open: { problems: [] },
  /** A key in `API_KEYS`, or in the store with the scope predict; anybody, while no key is needed. */
  predict: { problems: ["needs-key", "wrong-key"], check: (header) => checkScope(header, "predict") },
  /**
   * The same, and our own pages without a key: a key that a page carries is one that its reader has. Browsers mark the
   * calls of a page and let no page forge the mark; on plain HTTP the token of the page stands for it. Other programs
   * can forge both; they gain what the page shows them anyway, one row at a time and within the rate limit.
   */
  "predict-or-page": {
    problems: ["needs-key", "wrong-key"],
    check: (header) =>
      goOn(isFromOwnPage(header, header(TOKEN_HEADER) ?? "", Date.now()), (own) =>
        own ? undefined : checkScope(header, "predict", letThroughWhileAway),
      ),
  },
  /** Those whom `SHOW_MODEL` lets see the model itself: with everybody, a key where predictions in volume need one. */
  model: { problems: ["needs-key", "wrong-key", "not-shown"], check: checkModelShown },
  /** A key in the store with the scope admin, and nobody without one. */
  admin: { problems: ["needs-key", "wrong-key"], check: (header) => checkScope(header, "admin") },
  /**
   * The same, and the cookie of a login of the owner or a reviewer: for calls that only read. A session that cannot be
   * checked counts as none.
   */
  owner: { problems: ["needs-key", "wrong-key"], check: (header) => checkReader(header, "admin") },
  /** A key in the store with the scope publish or review, and the same cookies: for calls that only read. */
  versions: { problems: ["needs-key", "wrong-key"], check: (header) => checkReader(header, "publish", "review") },
  /** A key with the scope publish, and the cookie of the owner's login where the call comes from a page of ours. */
  publish: { problems: ["needs-key", "wrong-key"], check: (header) => checkDoer(header, OWNER, "publish") },
  /** The same of a reviewer: a key with the scope review, which the owner cannot make, or the cookie of a reviewer. */
  review: { problems: ["needs-key", "wrong-key"], check: (header) => checkDoer(header, REVIEWER, "review") },
  /** `METRICS_TOKEN`; anybody, where it is not set. */
  metrics: { problems: ["needs-key"], check: checkMetricsToken },
};

/** The middleware that lets a call through or refuses it; none where anybody may call. */
export function authorize(auth: Auth): MiddlewareHandler[] {
  const { check } = access[auth];
  if (!check) return [];
  return [
    async (context, next) => {
      const refusal = await check(headersOf(context.req.raw));
      return refusal ? refuse(context, refusal.problem, refusal.headers) : next();
    },
  ];
}

/** Whether a key has one of some scopes. */
async function checkScopes(header: ReadHeader, scopes: Scope[]): Promise<Refusal | undefined> {
  let refusal: Refusal | undefined;
  for (const scope of scopes) if (!(refusal = await checkScope(header, scope))) return undefined;
  const isWrong = refusal?.problem.type === wrongKey().type;
  return isWrong ? { problem: wrongKey(...scopes.map(permissionOf)) } : refusal;
}

/** What a scope allows, as a verb. */
const permissionOf = (scope: Scope) => (scope === "admin" ? "erase and read monitoring" : scope);

function checkScope(header: ReadHeader, scope: Scope, whileAway = refuseWhileAway): Soon<Refusal | undefined> {
  const key = keyOf(header);
  const checked = checkKey(scope, key === undefined ? undefined : digest(key));
  const decided = goOn(checked, (found) => {
    if (found === "taken" || (found === "none needed" && scope === "predict")) return undefined;
    return scope === "predict" || key === undefined ? refuseKey(key) : { problem: wrongKey(permissionOf(scope)) };
  });
  return decided instanceof Promise ? decided.catch(whileAway) : decided;
}

/** Keys that cannot be read let nobody through. */
function refuseWhileAway(error: unknown): Refusal | undefined {
  if (!(error instanceof StoreAwayError)) throw error;
  return { problem: noStore("the keys cannot be read, as the store cannot be reached"), headers: RETRY_LATER };
}

/** A single prediction does not need the store. */
function letThroughWhileAway(error: unknown): undefined {
  if (!(error instanceof StoreAwayError)) throw error;
}

async function checkReader(header: ReadHeader, ...scopes: Scope[]): Promise<Refusal | undefined> {
  return (await roleOf(header)) ? undefined : checkScopes(header, scopes);
}

async function checkDoer(header: ReadHeader, role: Role, scope: Scope): Promise<Refusal | undefined> {
  return (await actsAs(header, role)) ? undefined : checkScope(header, scope);
}

async function actsAs(header: ReadHeader, role: Role): Promise<boolean> {
  const isOwnPage = await isFromOwnPage(header, header(TOKEN_HEADER) ?? "", Date.now());
  return isOwnPage && (await roleOf(header)) === role;
}

/**
 * Who a call that was let through comes from, for the audit log: what let it through, a login before a key.
 *
 * @param role of the logins that such calls take
 */
export async function actorOf(header: ReadHeader, role: Role = OWNER): Promise<string> {
  if (await actsAs(header, role)) return role;
  const key = keyOf(header);
  const name = key === undefined ? undefined : await nameOfKey(digest(key));
  return name === undefined ? "unknown" : `key ${name}`;
}

/** The role of the login whose cookie comes along. */
function roleOf(header: ReadHeader): Promise<Role | undefined> {
  return readRole(readCookie(header("cookie"), SESSION_COOKIE)).catch(() => undefined);
}

/** Whether the sender of a request sees what models are made of: a login does. What cannot be checked now is not shown. */
export async function seesModels(header: ReadHeader): Promise<boolean> {
  if (isModelShown("anybody") || (await roleOf(header))) return true;
  const key = keyOf(header);
  return isModelShown("key") && key !== undefined && Promise.resolve(isKnownKey(digest(key))).catch(() => false);
}

async function checkModelShown(header: ReadHeader): Promise<Refusal | undefined> {
  if (isModelShown("anybody")) return (await roleOf(header)) ? undefined : checkScope(header, "predict");
  if (await seesModels(header)) return undefined;
  if (!isModelShown("key")) return { problem: notShown() };
  return refuseKey(keyOf(header));
}

const keyOf = (header: ReadHeader) => header("x-api-key") ?? bearerOf(header("authorization"));

const refuseKey = (key: string | undefined): Refusal =>
  key === undefined ? { problem: needsKey(), headers: challenge("api") } : { problem: wrongKey() };

function checkMetricsToken(header: ReadHeader): Refusal | undefined {
  const { METRICS_TOKEN } = settings();
  if (METRICS_TOKEN === undefined) return undefined;
  const isTaken = isAmong([digest(METRICS_TOKEN)], digest(bearerOf(header("authorization")) ?? ""));
  return isTaken ? undefined : { problem: needsMetricsToken(), headers: challenge("metrics") };
}

const challenge = (realm: string) => ({ "WWW-Authenticate": `Bearer realm="${realm}"` });
