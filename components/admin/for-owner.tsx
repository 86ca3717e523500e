import { pageToken } from "@/components/page-token";
import { readAccess } from "./session";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import type { ReactNode } from "react";
import { Login } from "./login";
import { StoreMissing } from "./store-missing";

/**
 * A page that is the owner's: what it shows, the way in, or what has to be set first.
 *
 * @param to the path to come back to after the login
 * @param outcome what became of a login, as the address says
 */
export async function forOwner(to: string, outcome: string | null, show: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    const access = await readAccess();
    if (access === "in") return await show();
    return <Login closed={access === "closed"} outcome={outcome ?? undefined} to={to} token={await pageToken()} />;
  } catch (error) {
    if (error instanceof NoStoreError || error instanceof StoreAwayError) return <StoreMissing error={error} />;
    throw error;
  }
}
