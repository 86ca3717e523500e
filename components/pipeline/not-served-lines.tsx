import { useWords } from "@/components/language/use-words";
import type { NotServed } from "@/lib/registry/look";
import { PIPELINE_WORDS } from "./words";

/** The models that cannot be read at the moment: why, and what to run. */
export function NotServedLines({ models }: { models: readonly NotServed[] }) {
  const words = useWords(PIPELINE_WORDS);
  if (models.length === 0) return null;
  return (
    <ul className="mt-3">
      {models.map(({ name, reason, command, answering }) => (
        <li key={name} className="border-t border-rule py-3">
          <p className="text-rust">
            {answering === undefined ? words.notServed(name) : words.answering(name, answering)}{" "}
            {/* The same reason as in the log. */}
            <span lang="en">{reason}.</span>
          </p>
          <p className="mt-1 text-small">
            {words.mend} <code className="font-mono text-caption wrap-anywhere">{command}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
