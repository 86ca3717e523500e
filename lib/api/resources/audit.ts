import { z } from "zod";
import { AUDIT_PAGE, readAudit } from "../../service/audit";
import { auditActions } from "../../store/tables";
import { answers } from "../openapi/names";
import { invalidInput } from "../problem/problem";
import { refuse } from "../problem/refuse";
import { readParameters } from "../request/read-parameters";
import { resource } from "../resource";

const auditSchema = z
  .strictObject({
    entries: z.array(
      z.strictObject({
        id: z.string(),
        at: z.iso.datetime(),
        actor: z.string().describe("owner, reviewer, key with its name, or command line"),
        action: z.enum(auditActions),
        model: z.string().nullable(),
        version: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()).describe("details of the action, such as its reason"),
      }),
    ),
    next: z.string().nullable().describe("the value of before for the next page; null on the last page"),
  })
  .describe("Entries of the audit log, the newest first.")
  .register(answers, { id: "AuditLog" });

/** `GET /api/audit?model=&before=`: who published, promoted, logged in and erased. */
export const getAudit = resource({
  method: "get",
  path: "/api/audit",
  auth: "owner",
  problems: ["no-store"],
  document: {
    id: "readAudit",
    tag: "Service",
    summary: "Read the audit log",
    description: `Publications, promotions, rollbacks, keys, logins and erasures, each with its actor. A page has ${AUDIT_PAGE} entries, the newest first. It needs a key with the scope admin, or the cookie of a login.`,
    query: {
      model: { description: "Only entries of this model.", schema: { type: "string" } },
      before: { description: "The value of next in the previous response.", schema: { type: "string" } },
    },
    answer: { schema: auditSchema, description: "entries of the audit log, the newest first" },
  },
  async handler(context) {
    const { parameters, errors } = readParameters(context.req.url, ["model", "before"]);
    const { model, before } = parameters;
    const page = errors.length === 0 ? await readAudit({ model, before }) : undefined;
    if (errors.length === 0 && !page) errors.push({ parameter: "before", detail: "before must be next of an answer" });
    if (!page) return refuse(context, invalidInput(errors));
    const answer: z.infer<typeof auditSchema> = {
      entries: page.rows.map((row) => ({
        ...row,
        at: new Date(row.at).toISOString(),
        detail: JSON.parse(row.detail) as Record<string, unknown>,
      })),
      next: page.next,
    };
    return context.json(answer, 200, { "Cache-Control": "no-store" });
  },
});
