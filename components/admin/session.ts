import { withBase } from "@/lib/base-path";
import { hasAdmin, isSession, SESSION_COOKIE } from "@/lib/service/admin-session";
import { readPageForm, type ReadForm } from "@/components/page-form";
import type { Spec } from "@/lib/model/spec";
import { isModelShown } from "@/lib/service/shown-model";
import { forwardedProtocol } from "@/lib/service/forwarded";
import { cookies } from "next/headers";

/** Who is looking at an admin page: nobody can, somebody who has yet to log in, or the owner. */
export async function readAccess(): Promise<"closed" | "out" | "in"> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!hasAdmin()) return "closed";
  return (await isSession(token)) ? "in" : "out";
}

/** Whether the person who looks at a page sees what models are made of. What cannot be checked now is not shown. */
export async function seesModels(): Promise<boolean> {
  return isModelShown("anybody") || (await readAccess().catch(() => "out")) === "in";
}

/** A description for the scripts of a page, which would check terms too: without them where they are not shown. */
export async function specToSend(spec: Spec): Promise<Spec> {
  return (await seesModels()) ? spec : { ...spec, terms: [] };
}

/** The form of a change that the owner makes on our own page, or the answer to anybody else. */
export async function readOwnersForm(request: Request, several?: string[]): Promise<ReadForm> {
  const read = await readPageForm(request, several);
  if ("form" in read && (await readAccess()) !== "in") return { refusal: seeOther("/admin/keys") };
  return read;
}

/** Back to a page after a form was sent, so that loading it again sends nothing. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: withBase(path) } });
}

/** The page that a login came from, if it is one of the owner's: an address from a form could lead anywhere. */
export function ownPath(sent: unknown): string {
  return typeof sent === "string" && /^\/(monitoring(\/[a-z0-9-]+)?|studio(\/[\w-]+(\/card)?)?)$/.test(sent)
    ? sent
    : "/admin/keys";
}

/** Whether the browser speaks to us in secret, as far as the proxy in front tells. */
export function isSecure(request: Request): boolean {
  return forwardedProtocol((name) => request.headers.get(name) ?? undefined) === "https";
}

/** The cookie that brings a new key to the page that shows it; after a minute the key is nowhere. */
export const NEW_KEY = { name: "glasshouse-new-key", seconds: 60 };
