import { readLocale } from "@/components/language/read-locale";
import { readModel } from "@/components/language/read-model";
import type { GateCheck } from "@/lib/judging/gate";
import { judgeCandidate } from "@/lib/service/model-changes";
import { parseSpec, type Spec } from "@/lib/model/spec";
import { specIn } from "@/lib/model/translate";
import { figuresOf, type Figures } from "@/lib/registry/outline";
import { isOfFolder } from "@/lib/registry/registry";
import { describeReviewers, readProposals, type Proposal } from "@/lib/service/proposals";
import { settings } from "@/lib/service/settings";
import { listVersions, readAlias, readFormerChampion, readOutlines } from "@/lib/store/published-models";
import { withStore } from "@/lib/store/store";
import type { AliasName, AliasRow, VersionOrigin } from "@/lib/store/tables";

/** A version as the list shows it. */
export interface VersionEntry {
  version: string;
  revision: string;
  alias: AliasName | null;
  target: Spec["target"];
  figures: Figures;
  /** Null of a folder, which says none of it. */
  published: { origin: VersionOrigin; author: string; note: string | null; at: number } | null;
  /** The open proposal of it. */
  proposal: Proposal | undefined;
}

export interface VersionsState {
  id: string;
  title: string;
  /** Whether a folder holds it, so that nothing can be changed here. */
  isOfFolder: boolean;
  /** The newest first. */
  versions: VersionEntry[];
  champion: AliasRow | undefined;
  /** The champion before, to which the way back leads. */
  former: AliasRow | undefined;
  /** Whether a second person has to confirm promotions. */
  approvals: boolean;
  /** Whether nobody can confirm, though it is needed. */
  lack: boolean;
}

/** The published versions of a model, for the reader of this page; nothing where there is no such model. */
export async function readVersions(id: string): Promise<VersionsState | undefined> {
  const [model, locale] = await Promise.all([readModel(id), readLocale()]);
  const shared = { id, title: model?.spec.title ?? id, approvals: settings().APPROVALS };
  if (await isOfFolder(id)) {
    if (!model) return undefined;
    const { version, revision, spec } = model;
    const held = { version, revision, target: spec.target, figures: figuresOf(model), published: null };
    const versions: VersionEntry[] = [{ ...held, alias: "champion", proposal: undefined }];
    return { ...shared, isOfFolder: true, versions, champion: undefined, former: undefined, lack: false };
  }
  const { lines, outlines, ...aliases } = await withStore(async (store) => {
    const lines = await listVersions(store, id);
    const champion = await readAlias(store, id, "champion");
    const former = await readFormerChampion(store, id);
    return { lines, outlines: await readOutlines(store, lines), champion, former };
  });
  if (lines.length === 0) return undefined;
  const open = (await readProposals(id)).filter(({ status }) => status === "open");
  const versions = lines.flatMap((line): VersionEntry[] => {
    const { version, revision, alias, origin, author, note, made_at } = line;
    const outline = outlines.find((each) => each.version === version && each.revision === revision);
    if (!outline) return [];
    const { target, title } = specIn(parseSpec(JSON.parse(outline.spec)), locale);
    if (!model) shared.title = title;
    const proposal = open.find((each) => each.version === version && each.revision === revision);
    const published = { origin, author, note, at: made_at };
    const figures = JSON.parse(outline.figures) as Figures;
    return [{ version, revision, alias, target, figures, published, proposal }];
  });
  return { ...shared, isOfFolder: false, versions, ...aliases, lack: (await describeReviewers()) !== undefined };
}

/** The checks of a version as of now; nothing where it cannot be loaded. */
export async function readGate({ id, champion }: VersionsState, version: string): Promise<GateCheck[] | undefined> {
  const candidate = await readModel(id, version);
  return candidate && judgeCandidate(id, candidate, champion);
}
