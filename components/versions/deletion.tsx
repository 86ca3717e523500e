import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import Link from "next/link";
import { DecisionForm } from "./decision-form";
import type { VersionsState } from "./state";
import { VERSION_WORDS } from "./words";

/** In the address, the whole model in place of a version. */
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
  const words = useWords(VERSION_WORDS);
  const isWhole = deleted === WHOLE_MODEL;
  if (!isWhole && (deleted === champion?.version || !versions.some(({ version }) => version === deleted))) return null;
  return (
    <Section title={isWhole ? words.deleteTheModel : words.deleteVersion(deleted)} anchor="decide">
      <p className="max-w-[38rem] text-lead">{isWhole ? words.deletesModel(title) : words.deletesVersion}</p>
      <p className="mt-4 max-w-[38rem]">{isWhole ? words.modelGoes : words.versionGoes}</p>
      <DecisionForm
        id={id}
        fields={{ do: "delete", version: deleted }}
        reason={reason}
        token={token}
        buttons={
          <>
            <button className="button">{isWhole ? words.deleteId(id) : words.deleteIt}</button>
            <Link href={`/models/${id}/versions`} className="link inline-flex min-h-11 items-center">
              {words.keep}
            </Link>
          </>
        }
      />
    </Section>
  );
}
