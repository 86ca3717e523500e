import { isSecure, NEW_KEY, READERS, readRolesForm, seeOther } from "@/components/admin/session";
import { answeringStoreFaults, textOf } from "@/components/page-form";
import { withBase } from "@/lib/base-path";
import { changeKeyRule, endApiKey, isKeyNameTaken, makeApiKey, scopesOf } from "@/lib/service/api-keys";
import { OWNER } from "@/lib/service/audit";
import { keptLine } from "@/lib/service/kept-text";
import { cookies } from "next/headers";

export async function POST(request: Request): Promise<Response> {
  return answeringStoreFaults(request, () => change(request));
}

/** Make a key, revoke one, or decide whether one is needed, and back to the list. A reviewer has keys that confirm. */
async function change(request: Request): Promise<Response> {
  const read = await readRolesForm(request, READERS, () => "/admin/keys", ["scope"]);
  if ("refusal" in read) return read.refusal;
  const { form, role } = read;
  if (form.has("revoke")) {
    await endApiKey(textOf(form, "revoke"), role);
    return seeOther("/admin/keys");
  }
  if (form.has("rule")) {
    if (role === OWNER) await changeKeyRule(textOf(form, "rule") !== "open");
    return seeOther("/admin/keys");
  }
  const name = keptLine(textOf(form, "name")).slice(0, 80);
  const chosen = scopesOf(role).filter((scope) => form.getAll("scope").includes(scope));
  if (name === "" || chosen.length === 0) return seeOther("/admin/keys?fault=1");
  if (await isKeyNameTaken(name)) return seeOther("/admin/keys?fault=taken");
  const key = await makeApiKey(name, chosen, role);
  (await cookies()).set(NEW_KEY.name, key, {
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request),
    path: withBase("/admin/keys"),
    maxAge: NEW_KEY.seconds,
  });
  return seeOther("/admin/keys?made=1");
}
