import { ALWAYS, SENT, type Operation } from "./operation";

const RECEIPT = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJqdGkiOiJ4In0.c2lnbmF0dXJl";
const STORED = SENT.filter((kind) => !["no-such-model", "needs-key", "wrong-key"].includes(kind));

/** The operations on what is remembered of an estimate. */
export const outcomeOperations: Operation[] = [
  {
    id: "reportOutcome",
    method: "post",
    route: "/api/outcomes",
    path: "/api/outcomes",
    tag: "Outcomes",
    summary: "Say what came true",
    description:
      "For a receipt, either the actual value or an opinion of the estimate; or a table of them as CSV, whose columns bear the same names and whose rows are answered one by one. It is answered when it is stored. The same report twice is one, so that it can be sent again in doubt; another value corrects what was said before. A value 30 times off or more is not taken until confirm is true.",
    body: {
      schema: "OutcomeReport",
      examples: {
        actual: { receipt: RECEIPT, actual: 95000, date: "2026-01-31" },
        opinion: { receipt: RECEIPT, opinion: "too high", note: "needs a new roof" },
      },
      texts: { "text/csv": `receipt,actual,date\n${RECEIPT},95000,2026-01-31\n` },
    },
    answer: { schema: "OutcomeResult", description: "it is stored; of a table, what became of each row" },
    problems: [...STORED, "unlikely", "no-store"],
    stateful: true,
  },
  {
    id: "eraseEstimate",
    method: "post",
    route: "/api/erase",
    path: "/api/erase",
    tag: "Outcomes",
    summary: "Forget an estimate",
    description: "Its row of the log, and all that was said about it. It takes a key whose scope is admin.",
    body: { schema: "EraseRequest", examples: { receipt: { receipt: RECEIPT } } },
    answer: { schema: "Erased", description: "nothing of it is left", examples: { erased: { rows: 2 } } },
    problems: [...SENT.filter((kind) => kind !== "no-such-model" && !ALWAYS.includes(kind)), ...ALWAYS, "no-store"],
    keyed: true,
    stateful: true,
  },
];
