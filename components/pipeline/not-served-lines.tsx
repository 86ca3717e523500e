import type { NotServed } from "@/lib/registry/look";

/** The models that cannot be read as they stand: why, and what to run. */
export function NotServedLines({ models }: { models: readonly NotServed[] }) {
  if (models.length === 0) return null;
  return (
    <ul className="mt-3">
      {models.map(({ name, reason, command, answering }) => (
        <li key={name} className="border-t border-rule py-3">
          <p className="text-rust">
            {name} {answering === undefined ? "is not served" : `goes on answering in version ${answering}`}: {reason}.
          </p>
          <p className="mt-1 text-small">
            To mend it: <code className="font-mono text-caption wrap-anywhere">{command}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
