import { Section } from "@/components/section";
import Link from "next/link";
import { DecisionForm } from "./decision-form";
import type { VersionsState } from "./state";

/** What the address names for the whole model, where it names a version otherwise. */
export const WHOLE_MODEL = "all";

interface DeletionProps {
  state: VersionsState;
  /** A version, or the whole model. */
  deleted: string;
  reason: string | undefined;
  token: string;
}

/** What goes with a version, or with a whole model, and the form that deletes it. */
export function Deletion({ state: { id, title, champion, versions }, deleted, reason, token }: DeletionProps) {
  const isWhole = deleted === WHOLE_MODEL;
  if (!isWhole && (deleted === champion?.version || !versions.some(({ version }) => version === deleted))) return null;
  const what = isWhole ? "this model" : `version ${deleted}`;
  return (
    <Section title={`Delete ${what}`} anchor="decide">
      <p className="max-w-[38rem] text-lead">
        {isWhole
          ? `${title} stops answering at once, and all its versions go. It cannot be undone.`
          : "It cannot be undone. What answers goes on answering."}
      </p>
      <p className="mt-4 max-w-[38rem]">
        {isWhole ? "Their" : "Its"} predictions, outcomes and alerts go too, and the rows that{" "}
        {isWhole ? "they were" : "it was"} trained on. Receipts of {isWhole ? "their" : "its"} estimates are worth
        nothing then.
      </p>
      <DecisionForm
        id={id}
        fields={{ do: "delete", version: deleted }}
        reason={reason}
        token={token}
        buttons={
          <>
            <button className="button">{isWhole ? `Delete ${id}` : "Delete the version"}</button>
            <Link href={`/models/${id}/versions`} className="link inline-flex min-h-11 items-center">
              Keep it
            </Link>
          </>
        }
      />
    </Section>
  );
}
