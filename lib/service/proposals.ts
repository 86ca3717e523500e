import { randomBytes } from "node:crypto";
import type { GateCheck } from "../judging/gate";
import { findModel, isOfFolder } from "../registry/registry";
import { addAudit } from "../store/audit";
import { addProposal, closeProposal, findOpenProposal, findProposal, listProposals } from "../store/proposals";
import { findVersion, readAlias } from "../store/published-models";
import { withStore, type Store } from "../store/store";
import type { AliasRow, ProposalRow } from "../store/tables";
import { hasReviewKey } from "./known-keys";
import {
  allHold,
  changePublished,
  hiddenByFolder,
  judgeCandidate,
  makeChampion,
  NEEDS_REASON,
  readReason,
  type Published,
  type Refused,
} from "./model-changes";
import { settings } from "./settings";

/*
 * Promotions that wait for a second person, where `APPROVALS` is 1. A proposal names the champion of its time: after a
 * change of the champion it is stale, and nobody can confirm it. A rollback takes no proposal.
 */

/** A proposal as it is now. */
export interface Proposal extends Omit<ProposalRow, "checks" | "override"> {
  checks: GateCheck[];
  override: boolean;
  /** Whether it is open, and the champion has changed since. */
  stale: boolean;
}

export interface Decision {
  model: string;
  id: string;
  reason: string;
  actor: string;
}

type NewProposal = Pick<ProposalRow, "model" | "version" | "revision" | "reason" | "before" | "made_at" | "made_by"> & {
  checks: GateCheck[];
};

/** That nobody can confirm promotions, where they need a second person; nothing where somebody can. */
export async function describeReviewers(): Promise<string | undefined> {
  const { APPROVALS, REVIEWER_PASSWORD } = settings();
  if (!APPROVALS || REVIEWER_PASSWORD !== undefined || (await hasReviewKey())) return undefined;
  return "APPROVALS is 1 and nobody can confirm: set REVIEWER_PASSWORD";
}

/** Propose a version as the champion, within the transaction that has checked the champion. */
export async function proposeWithin(store: Store, { checks, ...proposed }: NewProposal): Promise<Published | Refused> {
  const { model, version, revision, reason, before, made_at, made_by } = proposed;
  const open = await findOpenProposal(store, proposed);
  if (open && open.before === before && open.revision === revision)
    return { refused: "idle", detail: `version ${version} is proposed already, and waits for a second person` };
  if (open) {
    const decision = "proposed again";
    await closeProposal(store, open.id, { status: "replaced", decided_at: made_at, decided_by: made_by, decision });
  }
  const proposal: ProposalRow = {
    ...proposed,
    id: randomBytes(9).toString("base64url"),
    override: allHold(checks) ? 0 : 1,
    checks: JSON.stringify(checks),
    status: "open",
    decided_at: null,
    decided_by: null,
    decision: null,
  };
  await addProposal(store, proposal);
  const detail = { proposal: proposal.id, reason, revision, before, checks, override: !allHold(checks) };
  await addAudit(store, { at: made_at, actor: made_by, action: "propose", model, version, detail });
  return { model, version, revision, alias: null, before, checks, proposal };
}

/** The proposals of a model, the last first; without a model the open ones of all. */
export async function readProposals(model?: string): Promise<Proposal[]> {
  return withStore(async (store) => {
    const rows = await listProposals(store, { model, open: model === undefined, limit: MOST_LISTED });
    const champions = new Map<string, string | null>();
    for (const { model } of rows)
      if (!champions.has(model)) champions.set(model, (await readAlias(store, model, "champion"))?.version ?? null);
    return rows.map((row) => toProposal(row, champions.get(row.model)!));
  });
}

/** As many as a page shows. */
const MOST_LISTED = 100;

/** @param champion the version that is the champion now */
export function toProposal(row: ProposalRow, champion: string | null): Proposal {
  const { checks, override, status, before } = row;
  const stale = status === "open" && before !== champion;
  return { ...row, checks: JSON.parse(checks) as GateCheck[], override: override === 1, stale };
}

/**
 * Confirm a proposal of another person: the checks are made again, and the version becomes the champion together with the
 * decision.
 *
 * @throws NoStoreError, StoreAwayError with nothing changed
 */
export async function confirmProposal(asked: Decision): Promise<Published | Refused> {
  const { model: id, actor } = asked;
  const reason = readReason(asked.reason);
  if (reason === undefined) return NO_REASON;
  const { proposal, champion, isThere } = await withStore(async (store) => {
    const found = await findProposal(store, id, asked.id);
    const champion = await readAlias(store, id, "champion");
    return { proposal: found, champion, isThere: found && (await findVersion(store, found)) !== undefined };
  });
  if (!proposal) return unknownProposal(asked);
  if (proposal.status !== "open") return decidedAlready(proposal);
  const { version, revision, before, made_by } = proposal;
  if (made_by === actor)
    return { refused: "self", detail: `${actor} made this proposal; a second person must confirm it` };
  if (await isOfFolder(id)) return hiddenByFolder(id);
  if ((champion?.version ?? null) !== before) return staleProposal(champion);
  const candidate = isThere ? await findModel(id, version) : undefined;
  if (!candidate) return { refused: "unknown", detail: `version ${version} of ${id} is not there any more` };
  const checks = await judgeCandidate(id, candidate, champion);
  const failed = checks.filter(({ holds }) => !holds);
  // The first champion of a model has no gate to pass.
  if (failed.length > 0 && before !== null && proposal.override === 0) {
    const why = failed.map(({ detail }) => detail).join("; ");
    return { refused: "gate", detail: `a check fails now: ${why}; decline it`, checks };
  }

  return changePublished(id, champion, async (store) => {
    const at = Date.now();
    const decision = { status: "confirmed", decided_at: at, decided_by: actor, decision: reason } as const;
    if (!(await closeProposal(store, proposal.id, decision))) return decidedAlready(proposal);
    const key = { model: id, version, revision };
    await makeChampion(store, key, { set_at: at, set_by: actor });
    const shared = { proposal: proposal.id, proposedBy: made_by, proposedFor: proposal.reason };
    const detail = { ...shared, reason, revision, before, checks, override: failed.length > 0 };
    await addAudit(store, { at, actor, action: "confirm", model: id, version, detail });
    return { ...key, alias: "champion", before, checks };
  });
}

type Closed = { proposal: ProposalRow } | Refused;

/**
 * Decline a proposal: nothing else changes.
 *
 * @throws NoStoreError, StoreAwayError with nothing changed
 */
export const declineProposal = (asked: Decision): Promise<Closed> => endProposal(asked, "declined");

/**
 * Withdraw a proposal, which its maker alone can do: nothing else changes.
 *
 * @throws NoStoreError, StoreAwayError with nothing changed
 */
export const withdrawProposal = (asked: Decision): Promise<Closed> => endProposal(asked, "withdrawn");

async function endProposal(asked: Decision, status: "declined" | "withdrawn"): Promise<Closed> {
  const { model, actor } = asked;
  const reason = readReason(asked.reason);
  if (reason === undefined) return NO_REASON;
  return withStore((store) =>
    store.transaction().execute(async (transaction) => {
      const proposal = await findProposal(transaction, model, asked.id);
      if (!proposal) return unknownProposal(asked);
      if (status === "withdrawn" && proposal.made_by !== actor) return NOT_YOURS;
      const at = Date.now();
      const decision = { status, decided_at: at, decided_by: actor, decision: reason } as const;
      if (!(await closeProposal(transaction, proposal.id, decision))) return decidedAlready(proposal);
      const { version, made_by, reason: proposedFor } = proposal;
      const detail = { proposal: proposal.id, proposedBy: made_by, proposedFor, reason };
      await addAudit(transaction, { at, actor, action: ACTIONS[status], model, version, detail });
      return { proposal: { ...proposal, ...decision } };
    }),
  );
}

const ACTIONS = { declined: "decline", withdrawn: "withdraw" } as const;

const NOT_YOURS: Refused = {
  refused: "self",
  detail: "somebody else made this proposal, and only they can withdraw it; a reviewer can decline it",
};

const NO_REASON: Refused = { refused: "invalid", field: "reason", detail: `reason ${NEEDS_REASON}` };

const unknownProposal = ({ model, id }: Decision): Refused => ({
  refused: "unknown",
  field: "proposal",
  detail: `there is no proposal ${id} of ${model}`,
});

function decidedAlready({ status, decided_by }: ProposalRow): Refused {
  const how = status === "open" ? "just decided by somebody else" : `${status} already, by ${decided_by}`;
  return { refused: "idle", detail: `this proposal is ${how}` };
}

function staleProposal(champion: AliasRow | undefined): Refused {
  const now = champion ? `version ${champion.version} is the champion now` : "there is no champion now";
  const detail = `${now}, so this proposal is out of date; decline it, or propose the version again`;
  return { refused: "stale", detail };
}
