import { pageToken } from "@/components/page-token";
import { canLogIn } from "@/lib/service/admin-session";
import { OWNER, REVIEWER, type Role } from "@/lib/service/audit";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import type { ReactNode } from "react";
import { Login } from "./login";
import { pageRole, readAccess } from "./session";
import { StoreMissing } from "./store-missing";

/**
 * A page for the owner alone: its content, the login, or what has to be set first.
 *
 * @param to the path to come back to after the login
 * @param outcome what became of a login, as the address says
 */
export async function forOwner(to: string, outcome: string | null, show: () => Promise<ReactNode>): Promise<ReactNode> {
  return forRoles([OWNER], to, outcome, show);
}

/** The same for some roles. */
export async function forRoles(
  roles: readonly Role[],
  to: string,
  outcome: string | null,
  show: (role: Role) => Promise<ReactNode>,
): Promise<ReactNode> {
  try {
    const role = await pageRole();
    if (role !== undefined && roles.includes(role)) return await show(role);
    const closed = (await readAccess(roles)) === "closed";
    return (
      <Login
        closed={closed}
        outcome={outcome ?? undefined}
        to={to}
        token={await pageToken()}
        reviewing={role === REVIEWER}
        forReviewer={roles.includes(REVIEWER) && canLogIn([REVIEWER])}
      />
    );
  } catch (error) {
    if (error instanceof NoStoreError || error instanceof StoreAwayError) return <StoreMissing error={error} />;
    throw error;
  }
}
