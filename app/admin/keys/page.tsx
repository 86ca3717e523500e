import { NEW_KEY, pageRole, readAccess, READERS } from "@/components/admin/session";
import { KeysPage } from "@/components/admin/keys";
import { KEYS_WORDS } from "@/components/admin/keys-words";
import { Login } from "@/components/admin/login";
import { StoreMissing } from "@/components/admin/store-missing";
import { originOf } from "@/components/calls/origin";
import { readLocale } from "@/components/language/read-locale";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { findModel, listPublished } from "@/lib/registry/registry";
import { canLogIn } from "@/lib/service/admin-session";
import { readApiKeys, readKeyRule } from "@/lib/service/api-keys";
import { REVIEWER } from "@/lib/service/audit";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: KEYS_WORDS[await readLocale()].title, robots: { index: false } };
}

/** What the page needs, or the reason why nothing can be saved. */
async function look(made: boolean) {
  try {
    const access = await readAccess(READERS);
    const role = await pageRole();
    if (access !== "in" || role === undefined) return { access };
    const key = made ? (await cookies()).get(NEW_KEY.name)?.value : undefined;
    return { access, role, keys: await readApiKeys(role), rule: await readKeyRule(), made: key };
  } catch (error) {
    if (error instanceof NoStoreError || error instanceof StoreAwayError) return { error };
    throw error;
  }
}

export default async function AdminKeysPage({ searchParams }: PageProps<"/admin/keys">) {
  const query = toQuery(await searchParams);
  const { access, role, keys, rule, made, error } = await look(query.has("made"));
  if (error) return <StoreMissing error={error} />;
  const token = await pageToken();
  const [first] = await listPublished();
  const model = first && (await findModel(first.id));
  if (!keys) {
    const outcome = query.get("login") ?? undefined;
    return (
      <Login
        closed={access === "closed"}
        outcome={outcome}
        to="/admin/keys"
        token={token}
        forReviewer={canLogIn([REVIEWER])}
      />
    );
  }
  return (
    <KeysPage
      role={role}
      keys={keys}
      rule={rule}
      made={made}
      place={model && { origin: originOf(await headers()), model }}
      revoked={query.get("revoke") ?? undefined}
      opening={query.get("rule") === "open"}
      fault={query.get("fault") ?? undefined}
      token={token}
    />
  );
}
