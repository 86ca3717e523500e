import { asSentence } from "@/components/words";
import type { Warning } from "@/lib/model/answer/warnings";

/** What is outside the data; the report has the same at its top for the estimate of the page. */
export function Warnings({ warnings }: { warnings: Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="mt-2 max-w-[38rem] border-l-2 border-rust pl-4 text-small text-rust">
      {warnings.map(({ code, input, detail }) => (
        <li key={`${code} ${input}`}>{asSentence(detail)}</li>
      ))}
    </ul>
  );
}
