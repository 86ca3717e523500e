import type { DraftAnswer } from "@/lib/api/resources/drafts/schema";
import { formatDate, formatShare } from "@/lib/model/format";

type Stated = Pick<DraftAnswer, "status" | "progress">;

/** "Training, 40%", "Ready". */
export function statusInWords({ status, progress }: Stated): string {
  const done = progress === null ? "" : `, ${formatShare(progress)}`;
  switch (status) {
    case "reading":
      return `Reading${done}`;
    case "training":
      return `Training${done}`;
    case "ready":
      return "Ready";
    case "failed":
      return "Failed";
  }
}

/** "changed on 26 Nov 2026, 12:48 UTC" */
export function timeInWords(what: string, time: string): string {
  return `${what} on ${formatDate(time.slice(0, 10))}, ${time.slice(11, 16)} UTC`;
}
