import { withBase } from "@/lib/base-path";
import { hasAdmin, isSession, SESSION_COOKIE } from "@/lib/service/admin-session";
import { readPageForm } from "@/components/page-form";
import { cookies } from "next/headers";

/** Who is looking at an admin page: nobody can, somebody who has yet to log in, or the owner. */
export async function readAccess(): Promise<"closed" | "out" | "in"> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!hasAdmin()) return "closed";
  return (await isSession(token)) ? "in" : "out";
}

/** The form of a change that the owner makes on our own page, or the answer to anybody else. */
export async function readOwnersForm(request: Request): Promise<{ form: FormData } | { refusal: Response }> {
  const read = await readPageForm(request);
  if ("form" in read && (await readAccess()) !== "in") return { refusal: seeOther("/admin/keys") };
  return read;
}

/** Back to a page after a form was sent, so that loading it again sends nothing. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: withBase(path) } });
}

/** The page that a login came from, if it is one of the owner's: an address from a form could lead anywhere. */
export function ownPath(sent: unknown): string {
  return typeof sent === "string" && /^\/monitoring(\/[a-z0-9-]+)?$/.test(sent) ? sent : "/admin/keys";
}

/** Whether the browser speaks to us in secret, as far as the proxy in front tells. */
export function isSecure(request: Request): boolean {
  return (request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol).startsWith("https");
}

/** The cookie that brings a new key to the page that shows it; after a minute the key is nowhere. */
export const NEW_KEY = { name: "glasshouse-new-key", seconds: 60 };
