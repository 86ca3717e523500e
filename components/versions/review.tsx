import { Section } from "@/components/section";
import type { GateCheck } from "@/lib/judging/gate";
import type { Role } from "@/lib/service/audit";
import type { Proposal } from "@/lib/service/proposals";
import Link from "next/link";
import { DecisionForm } from "./decision-form";
import { GateList } from "./gate-list";
import { actorInWords, timeInWords } from "./words";

interface ReviewProps {
  id: string;
  role: Role;
  proposal: Proposal;
  /** What the gate finds now; nothing where the version cannot be loaded. */
  checks: GateCheck[] | undefined;
  reason: string | undefined;
  token: string;
}

const SECOND =
  "inline-flex min-h-13 cursor-pointer items-center border border-edge px-7 font-medium hover:border-ink hover:text-accent";

/** A promotion that waits: what is proposed and why, and for the reviewer the decision. */
export function Review({ id, role, proposal, checks, reason, token }: ReviewProps) {
  const { version, before, made_by, made_at, stale, override } = proposal;
  const fails = (checks ?? []).some(({ holds }) => !holds);
  return (
    <Section title="Waits for a second person" anchor={`proposal-${proposal.id}`}>
      <p className="text-lead">
        {actorInWords(made_by).replace(/^t/, "T")} proposes version{" "}
        <Link href={`/models/${id}/versions/${version}`} className="link font-mono text-base">
          {version}
        </Link>{" "}
        {before === null ? "as the first champion" : `in the place of ${before}`}.
      </p>
      <blockquote className="mt-3 border-l-2 border-accent pl-4 wrap-anywhere">{proposal.reason}</blockquote>
      <p className="mt-2 text-small text-quiet">{timeInWords(made_at)}</p>
      {override && (
        <p className="mt-4 text-rust">
          The gate does not hold, and {actorInWords(made_by)} wants to pass it all the same.
        </p>
      )}
      {stale && (
        <p className="mt-4 text-rust">
          This proposal is stale: another version has become the champion since. It can be declined, or proposed again.
        </p>
      )}
      {checks ? <GateList checks={checks} /> : <p className="mt-4 text-rust">This version cannot be loaded.</p>}
      {role === "reviewer" ? (
        <DecisionForm
          id={id}
          fields={{ proposal: proposal.id, version }}
          reason={reason}
          token={token}
          buttons={
            <>
              {!stale && checks && (
                <button name="do" value="confirm" className="button">
                  {fails && override ? "Confirm it past the gate" : "Confirm: make it the champion"}
                </button>
              )}
              <button name="do" value="decline" className={SECOND}>
                Decline
              </button>
            </>
          }
        />
      ) : (
        <p className="mt-4 text-small text-quiet">A reviewer confirms or declines it on this page, or with a key.</p>
      )}
    </Section>
  );
}
