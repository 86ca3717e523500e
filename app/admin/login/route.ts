import { isSecure, ownPath, seeOther } from "@/components/admin/session";
import { answeringStoreFaults, readPageForm, textOf } from "@/components/page-form";
import { withBase } from "@/lib/base-path";
import { login, SESSION_COOKIE, SESSION_SECONDS } from "@/lib/service/admin-session";
import { cookies } from "next/headers";

/** The form is on the pages that ask for the password; this address leads to one. */
export function GET(): Response {
  return seeOther("/admin/keys");
}

/** Log in with the password, and back to the page. */
export async function POST(request: Request): Promise<Response> {
  return answeringStoreFaults(request, async () => {
    const read = await readPageForm(request);
    if ("refusal" in read) return read.refusal;
    const to = ownPath(textOf(read.form, "to"));
    const given = await login(request.headers, textOf(read.form, "password"));
    if (typeof given === "string") return seeOther(`${to}${to.includes("?") ? "&" : "?"}login=${given}`);
    (await cookies()).set(SESSION_COOKIE, given.session, {
      httpOnly: true,
      sameSite: "strict",
      secure: isSecure(request),
      path: withBase("/"),
      maxAge: SESSION_SECONDS,
    });
    return seeOther(to);
  });
}
