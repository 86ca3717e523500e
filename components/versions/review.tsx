import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import type { GateCheck } from "@/lib/judging/gate";
import type { Role } from "@/lib/service/audit";
import type { Proposal } from "@/lib/service/proposals";
import Link from "next/link";
import { useLocale } from "#locale";
import { DecisionForm } from "./decision-form";
import { GateList } from "./gate-list";
import { actorInWords, timeInWords } from "./sentences";
import { VERSION_WORDS } from "./words";

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

/** A proposed promotion with its reason, and the decision of the reviewer; its proposer can withdraw it. */
export function Review({ id, role, proposal, checks, reason, token }: ReviewProps) {
  const { version, before, made_by, made_at, stale, override } = proposal;
  const locale = useLocale();
  const words = useWords(VERSION_WORDS);
  const actor = actorInWords(locale, made_by);
  const fails = (checks ?? []).some(({ holds }) => !holds);
  const decides = role === "reviewer";
  const withdraws = role === made_by;
  return (
    <Section title={words.waits} anchor={`proposal-${proposal.id}`}>
      <p className="text-lead">
        {words.proposes(
          actor,
          <Link href={`/models/${id}/versions/${version}`} className="link font-mono text-base">
            {version}
          </Link>,
          before,
        )}
      </p>
      <blockquote className="mt-3 border-l-2 border-accent pl-4 wrap-anywhere">{proposal.reason}</blockquote>
      <p className="mt-2 text-small text-quiet">{timeInWords(locale, made_at)}</p>
      {override && <p className="mt-4 text-rust">{words.pastGate(actor)}</p>}
      {stale && <p className="mt-4 text-rust">{words.stale}</p>}
      {checks ? <GateList checks={checks} /> : <p className="mt-4 text-rust">{words.notLoadable}</p>}
      {!decides && <p className="mt-4 text-small text-quiet">{words.byReviewer}</p>}
      {(decides || withdraws) && (
        <DecisionForm
          id={id}
          fields={{ proposal: proposal.id, version }}
          reason={reason}
          token={token}
          buttons={
            <>
              {decides && !stale && checks && (
                <button name="do" value="confirm" className="button">
                  {fails && override ? words.confirmPast : words.confirm}
                </button>
              )}
              {decides && (
                <button name="do" value="decline" className={SECOND}>
                  {words.decline}
                </button>
              )}
              {withdraws && (
                <button name="do" value="withdraw" className={SECOND}>
                  {words.withdraw}
                </button>
              )}
            </>
          }
        />
      )}
    </Section>
  );
}
