import { Section } from "@/components/section";
import type { GateCheck } from "@/lib/judging/gate";
import Link from "next/link";
import { DecisionForm } from "./decision-form";
import { GateList } from "./gate-list";
import type { VersionsState } from "./state";

interface PromotionProps {
  state: VersionsState;
  version: string;
  /** Nothing where the version cannot be loaded. */
  checks: GateCheck[] | undefined;
  reason: string | undefined;
  token: string;
}

/** What the gate finds of a version, and the form that makes it the champion, or proposes it. */
export function Promotion({ state, version, checks, reason, token }: PromotionProps) {
  const { id, champion, approvals } = state;
  const cancel = (
    <Link href={`/models/${id}/versions`} className="link inline-flex min-h-11 items-center">
      Cancel
    </Link>
  );
  const title = approvals ? "Propose as champion" : "Promote";
  if (!checks) {
    return (
      <Section title={title} anchor="decide">
        <p>Version {version} cannot be loaded, so it cannot answer.</p>
        {cancel}
      </Section>
    );
  }
  const holds = checks.every((check) => check.holds);
  return (
    <Section title={title} anchor="decide">
      <p className="text-lead">
        {champion
          ? `Version ${version} in the place of ${champion.version}: the gate ${holds ? "holds" : "does not hold"}.`
          : `Version ${version} as the first champion.`}
      </p>
      <GateList checks={checks} />
      <DecisionForm
        id={id}
        fields={{ do: "promote", version, expected: champion?.version ?? "" }}
        reason={reason}
        token={token}
        buttons={
          <>
            <button className="button">{approvals ? "Propose it" : "Make it the champion"}</button>
            {cancel}
          </>
        }
      >
        {!holds && (
          <label className="mt-4 flex min-h-11 cursor-pointer items-center gap-3">
            <input type="checkbox" name="override" value="true" className="size-5 shrink-0 accent-accent" />
            {approvals ? "Propose" : "Promote"} it although the gate does not hold
          </label>
        )}
        {approvals && (
          <p className="mt-4 text-small text-quiet">It answers when a second person has confirmed it, not before.</p>
        )}
      </DecisionForm>
    </Section>
  );
}
