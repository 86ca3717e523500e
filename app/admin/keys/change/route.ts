import { isSecure, NEW_KEY, readOwnersForm, seeOther } from "@/components/admin/session";
import { answeringStoreFaults, textOf } from "@/components/page-form";
import { withBase } from "@/lib/base-path";
import { changeKeyRule, endApiKey, makeApiKey } from "@/lib/service/api-keys";
import { scopes } from "@/lib/service/known-keys";
import { cookies } from "next/headers";

export async function POST(request: Request): Promise<Response> {
  return answeringStoreFaults(request, () => change(request));
}

/** Make a key, revoke one, or decide whether one is needed, and back to the list. */
async function change(request: Request): Promise<Response> {
  const read = await readOwnersForm(request, ["scope"]);
  if ("refusal" in read) return read.refusal;
  const { form } = read;
  if (form.has("revoke")) {
    await endApiKey(textOf(form, "revoke"));
    return seeOther("/admin/keys");
  }
  if (form.has("rule")) {
    await changeKeyRule(textOf(form, "rule") !== "open");
    return seeOther("/admin/keys");
  }
  const name = textOf(form, "name").trim().slice(0, 80);
  const chosen = scopes.filter((scope) => form.getAll("scope").includes(scope));
  if (name === "" || chosen.length === 0) return seeOther("/admin/keys?fault=1");
  const key = await makeApiKey(name, chosen);
  (await cookies()).set(NEW_KEY.name, key, {
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(request),
    path: withBase("/admin/keys"),
    maxAge: NEW_KEY.seconds,
  });
  return seeOther("/admin/keys?made=1");
}
