import { hasAdmin } from "@/lib/service/admin-session";
import { isKeyNeeded } from "@/lib/service/known-keys";

/** What samples have to do with keys. */
export interface KeyUse {
  /** Whether calls of programs need one. */
  needed: boolean;
  /** Whether the owner creates them on a page. */
  created: boolean;
}

/** Whether calls need a key, and where it comes from. A rule that cannot be read now is taken for the strict one. */
export async function readKeyUse(): Promise<KeyUse> {
  const needed = await Promise.resolve(isKeyNeeded()).catch(() => true);
  return { needed, created: hasAdmin() };
}
