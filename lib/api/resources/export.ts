import { dialectNames, exportModel, formatNames, formats, questionNames } from "../../export/export";
import { DEFAULT_LEVEL } from "../../model/answer/level";
import { invalidInput } from "../problem/problem";
import { refuse } from "../problem/refuse";
import { findServed } from "../request/find-served";
import { readParameters } from "../request/read-parameters";
import { resource } from "../resource";

/**
 * `GET /api/models/{model}/export?format=&dialect=&table=&level=`: the model in another language, as a file.
 *
 * JSON holds a sample of the training rows, which explanations are measured against. Where the owner does not show
 * rows, it comes without them, explains nothing and says so; with them, it is only had from the command line.
 */
export const getExport = resource({
  method: "get",
  path: "/api/models/:model/export",
  auth: "model",
  revalidated: true,
  document: {
    id: "exportModel",
    tag: "Models",
    summary: "Export a model",
    description:
      "The export is one SELECT for a database, a function without dependencies in TypeScript or Python, or the whole model as JSON. Where training rows are private, the JSON has no rows and cannot explain estimates. Every export gives the same estimates as predict, with the interval at one level.",
    query: {
      format: {
        required: true,
        description: "The format; json is the whole model, for Glasshouse.",
        schema: { type: "string", enum: formatNames },
        example: "sql",
      },
      dialect: {
        description: "The database; required for sql.",
        schema: { type: "string", enum: dialectNames },
        example: "postgres",
      },
      table: {
        description: "The table with a column for each input, one to three names joined by dots; required for sql.",
        schema: { type: "string" },
        example: "houses",
      },
      level: {
        description: "The probability that the interval from low to high contains the actual value.",
        schema: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1, default: DEFAULT_LEVEL },
      },
    },
    answer: {
      mediaTypes: Object.values(formats).map(({ mediaType }) => mediaType),
      description: "a file in the chosen format",
    },
  },
  async handler(context) {
    const served = await findServed(context.req.param("model"));
    if ("problem" in served) return refuse(context, served.problem);
    const { model } = served;

    const { parameters, errors } = readParameters(context.req.url, questionNames);
    const exported = exportModel(model, parameters, { open: true });
    if ("faults" in exported) errors.push(...exported.faults.map(({ name, detail }) => ({ parameter: name, detail })));
    if ("faults" in exported || errors.length > 0) return refuse(context, invalidInput(errors));

    return context.body(exported.text, 200, {
      "Content-Type": `${exported.mediaType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${exported.fileName}"`,
    });
  },
});
