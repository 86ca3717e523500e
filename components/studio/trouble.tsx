import { useWords } from "@/components/language/use-words";
import { asSentence } from "@/components/words";
import { withBase } from "@/lib/base-path";
import type { Problem } from "@/lib/api/problem/schema";
import type { Failed } from "./api";
import { kindOf } from "./obstacle";
import { useForeign } from "./use-foreign";
import { STUDIO_WORDS } from "./words";

interface TroubleProps {
  failed: Failed;
  /** What stays as it is, as a sentence. */
  kept?: string;
}

/** Why something was not done, and what to do about it. */
export function Trouble({ failed, kept }: TroubleProps) {
  const words = useWords(STUDIO_WORDS);
  return (
    <div role="alert" className="my-5 max-w-[38rem] border-l-2 border-rust pl-5 wrap-anywhere">
      {failed.failed === "login" && (
        <p>
          {words.login}{" "}
          <a href={withBase("/studio")} target="_blank" className="link">
            {words.loginAgain}
          </a>
          {words.thenBack}
        </p>
      )}
      {failed.failed === "away" && <p>{words.away}</p>}
      {failed.failed === "refused" && <Refused problem={failed.problem} />}
      {kept && <p className="mt-1 text-small text-quiet">{kept}</p>}
    </div>
  );
}

/** A problem of the API by its code, or else in its own words, which are English. */
function Refused({ problem }: { problem: Problem }) {
  const words = useWords(STUDIO_WORDS);
  const english = useForeign();
  const kind = kindOf(problem);
  if (english && problem.code) return <p>{words.refused[problem.code]}</p>;
  if (english && kind === "no-such-draft") return <p>{words.noDraft}</p>;
  if (kind === "not-ready") {
    return (
      <p>
        {words.elsewhere}
        <code className="font-mono text-small">glasshouse serve</code>.
      </p>
    );
  }
  return <p lang={english}>{asSentence(problem.detail)}</p>;
}
