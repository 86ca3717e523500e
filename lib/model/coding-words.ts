import type { Evidence } from "./evidence";
import { formatQuantity, inSentence, listInWords } from "./format";
import { OTHER, type Coding } from "./predictor";
import type { Spec } from "./spec";
import { termInWords } from "./term-words";

/** Levels and columns that a sentence names. */
const MOST_NAMED = 5;

/** What has no coefficient of its own, a sentence for each category and one for columns that follow from others. */
export function codingInWords(spec: Spec, coding: Coding | null, evidence: Pick<Evidence, "ranges"> | null): string[] {
  if (coding === null) return [];
  const pooled = spec.inputs.flatMap((input) => {
    const codes = coding.pooled[input.name];
    if (!codes || input.kind !== "category") return [];
    const { levels, other } = input;
    const shared = new Set(codes);
    const names = levels.filter((_, code) => shared.has(code));
    const label = inSentence(input.label);
    const range = evidence?.ranges[input.name];
    const known = range && "counts" in range ? range.pooled : undefined;
    const fewer = known ? ` have fewer than ${formatQuantity(known.fewest)} rows and` : "";
    const rows = known ? ` (${formatQuantity(known.rows)} rows together)` : "";
    const [last] = codes.slice(-1);
    const open = last === levels.length ? ` A ${label} that is not listed is estimated so, too.` : "";
    if (names.length === 0) return [`Every ${label} that is not listed is estimated as ${other?.label ?? OTHER}${rows}.`];
    const count = `${formatQuantity(names.length)} of the ${formatQuantity(levels.length)} levels of ${label}`;
    const share = names.length === 1 ? "counts as" : "share one coefficient,";
    return [`${count}${fewer} ${share} "${other?.label ?? OTHER}"${rows}: ${someOf(names)}.${open}`];
  });
  const { dropped } = coding;
  if (dropped.length === 0) return pooled;
  const [follow, have] = dropped.length === 1 ? ["This term follows", "has"] : ["These terms follow", "have"];
  const terms = someOf(dropped.map((term) => termInWords(spec, term)));
  return [...pooled, `${follow} from the others in every row and ${have} no coefficient: ${terms}.`];
}

function someOf(names: string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 1 ? `${names.slice(0, MOST_NAMED).join(", ")} … and ${formatQuantity(rest)} more` : listInWords(names);
}
