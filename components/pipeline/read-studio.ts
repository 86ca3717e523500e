import { readAudit } from "@/lib/service/audit";
import { readProposals, type Proposal } from "@/lib/service/proposals";
import { countDrafts } from "@/lib/store/drafts";
import { countVersions, listAliases } from "@/lib/store/published-models";
import { withStore } from "@/lib/store/store";
import type { AuditRow, DraftStatus } from "@/lib/store/tables";

/** A model of the store: its versions, and the versions that its aliases name. */
export interface PublishedLine {
  model: string;
  versions: number;
  champion: string | null;
  challenger: string | null;
}

/** Drafts, published models, proposals and the last actions. */
export interface Studio {
  drafts: { status: DraftStatus; count: number }[];
  published: PublishedLine[];
  proposals: Proposal[];
  actions: AuditRow[];
}

const LAST_ACTIONS = 10;

/** @throws NoStoreError, StoreAwayError */
export async function readStudio(): Promise<Studio> {
  const { drafts, counts, aliases } = await withStore(async (store) => ({
    drafts: await countDrafts(store),
    counts: await countVersions(store),
    aliases: await listAliases(store),
  }));
  const meaning = (model: string, alias: string) =>
    aliases.find((each) => each.model === model && each.alias === alias)?.version ?? null;
  return {
    drafts,
    published: counts.map(({ model, versions }) => ({
      ...{ model, versions },
      champion: meaning(model, "champion"),
      challenger: meaning(model, "challenger"),
    })),
    proposals: await readProposals(),
    actions: (await readAudit({ limit: LAST_ACTIONS }))!.rows,
  };
}
