import { isSecure, ownPath, seeOther } from "@/components/admin/session";
import { login, SESSION_COOKIE, SESSION_SECONDS } from "@/lib/service/admin-session";
import { isSameOrigin } from "@/lib/service/same-origin";
import { cookies } from "next/headers";

/** The form is on the pages that ask for the password; whoever guesses this address is brought to one. */
export function GET(): Response {
  return seeOther("/admin/keys");
}

/** Log in with the password, and back to the page. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response("the form must be sent from this site\n", { status: 403 });
  const form = await request.formData();
  const [password, to] = [form.get("password"), ownPath(form.get("to"))];
  const given = await login(request.headers, typeof password === "string" ? password : "");
  if (typeof given === "string") return seeOther(`${to}?login=${given}`);
  (await cookies()).set(SESSION_COOKIE, given.session, {
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request),
    path: "/",
    maxAge: SESSION_SECONDS,
  });
  return seeOther(to);
}
