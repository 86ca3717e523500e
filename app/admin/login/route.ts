import { isSecure, seeOther } from "@/app/admin/session";
import { login, SESSION_COOKIE, SESSION_SECONDS } from "@/lib/api/admin-session";
import { isSameOrigin } from "@/lib/api/same-origin";
import { cookies } from "next/headers";

/** Log in with the password, and back to the page. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response("the form must be sent from this site\n", { status: 403 });
  const password = (await request.formData()).get("password");
  const given = await login(request.headers, typeof password === "string" ? password : "");
  if (typeof given === "string") return seeOther(`/admin/keys?login=${given}`);
  (await cookies()).set(SESSION_COOKIE, given.session, {
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request),
    path: "/",
    maxAge: SESSION_SECONDS,
  });
  return seeOther("/admin/keys");
}
