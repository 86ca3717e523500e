import { isSecure, NEW_KEY, refuseStranger, seeOther } from "@/components/admin/session";
import { endApiKey, makeApiKey } from "@/lib/service/api-keys";
import { scopes } from "@/lib/service/known-keys";
import { cookies } from "next/headers";

/** Make a key, or revoke one, and back to the list. */
export async function POST(request: Request): Promise<Response> {
  const refused = await refuseStranger(request);
  if (refused) return refused;
  const form = await request.formData();
  const revoked = form.get("revoke");
  if (typeof revoked === "string") {
    await endApiKey(revoked);
    return seeOther("/admin/keys");
  }
  const name = String(form.get("name") ?? "")
    .trim()
    .slice(0, 80);
  const chosen = scopes.filter((scope) => form.getAll("scope").includes(scope));
  if (name === "" || chosen.length === 0) return seeOther("/admin/keys?fault=1");
  const key = await makeApiKey(name, chosen);
  (await cookies()).set(NEW_KEY.name, key, {
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request),
    path: "/admin/keys",
    maxAge: NEW_KEY.seconds,
  });
  return seeOther("/admin/keys?made=1");
}
