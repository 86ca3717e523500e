import { withBase } from "@/lib/base-path";
import { canLogIn, readRole, SESSION_COOKIE } from "@/lib/service/admin-session";
import { OWNER, REVIEWER, type Role } from "@/lib/service/audit";
import { readPageForm, type ReadForm } from "@/components/page-form";
import type { Spec } from "@/lib/model/spec";
import { isModelShown } from "@/lib/service/shown-model";
import { forwardedProtocol } from "@/lib/service/forwarded";
import { cookies } from "next/headers";

export type Access = "closed" | "out" | "in";

/** The roles that see how models do: versions, monitoring, the audit log. What changes a model is the owner's alone. */
export const READERS: readonly Role[] = [OWNER, REVIEWER];

/** The role of the reader of a page; nothing without a login. */
export async function pageRole(): Promise<Role | undefined> {
  return readRole((await cookies()).get(SESSION_COOKIE)?.value);
}

/**
 * Whether the reader of a page has one of the roles, the owner's unless others are named; "closed" where nobody can log in
 * with them.
 */
export async function readAccess(roles: readonly Role[] = [OWNER]): Promise<Access> {
  if (!canLogIn(roles)) return "closed";
  const role = await pageRole();
  return role !== undefined && roles.includes(role) ? "in" : "out";
}

/** Whether the reader of a page may see coefficients and terms. Where that cannot be checked now, they are not shown. */
export async function seesModels(): Promise<boolean> {
  return isModelShown("anybody") || (await readAccess(READERS).catch(() => "out")) === "in";
}

/** A description for the scripts of a page: without its terms where they are not shown. */
export async function specToSend(spec: Spec): Promise<Spec> {
  return (await seesModels()) ? spec : { ...spec, terms: [] };
}

/** The form of a change that the owner makes on our own page, or the answer to anybody else. */
export async function readOwnersForm(request: Request, several?: string[]): Promise<ReadForm> {
  return readRolesForm(request, [OWNER], () => "/admin/keys", several);
}

/**
 * The same of some roles, with the role.
 *
 * @param to the page with the login, which may keep what the form held
 */
export async function readRolesForm(
  request: Request,
  roles: readonly Role[],
  to: (form: FormData) => string,
  several?: string[],
): Promise<{ form: FormData; role: Role } | { refusal: Response }> {
  const read = await readPageForm(request, several);
  if ("refusal" in read) return read;
  const role = await pageRole();
  return role !== undefined && roles.includes(role) ? { ...read, role } : { refusal: seeOther(to(read.form)) };
}

/** Back to a page after a form was sent, so that loading it again sends nothing. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: withBase(path) } });
}

const WITH_LOGIN =
  /^\/(monitoring(\/[a-z0-9-]+)?|studio(\/[\w-]+(\/card)?)?|pipeline|admin\/audit|models\/[a-z0-9-]+\/versions(\/[0-9a-f]{12}|\?[\w%.*+&=-]*)?)$/;

/** The page that a login came from, if it is one of ours: an address from a form could lead anywhere. */
export function ownPath(sent: unknown): string {
  return typeof sent === "string" && WITH_LOGIN.test(sent) ? sent : "/admin/keys";
}

/** Whether the browser reaches us by HTTPS, as far as the proxy in front says. */
export function isSecure(request: Request): boolean {
  return forwardedProtocol((name) => request.headers.get(name) ?? undefined) === "https";
}

/** The cookie that brings a new key to the page that shows it; after a minute the key is nowhere. */
export const NEW_KEY = { name: "glasshouse-new-key", seconds: 60 };
