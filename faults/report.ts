import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { versionOf } from "./proxies";
import type { Row, Scenario } from "./scenario";

const path = fileURLToPath(new URL("../bench/faults.md", import.meta.url));

const HEAD = `# Where people put it

What \`npm run faults\` measures: the production build behind real proxies, under load while instances are stopped and killed, with a database or a disk that fails, and under hostile requests. Each line is what was sent, what must hold and what came. Nothing here is a mock: nginx, HAProxy and PostgreSQL are real, clients send each request once, and processes are stopped by real signals.

\`npm run faults\` runs everything (about half an hour) and writes this file; \`npm run faults -- nginx\` runs one part and writes its section anew; \`npm run faults -- --quick\` runs a shorter form of each within two minutes, as \`npm test\` does, and writes nothing. What is missing on a machine is named as not run. It needs Linux for what it reads of memory and for limits of files; nginx and HAProxy are installed by \`apt-get\` only as root in a container.
`;

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");

function countsOf(rows: Row[]): string {
  const held = rows.filter((row) => row.held === true).length;
  const failed = rows.filter((row) => row.held === false).length;
  const skipped = rows.length - held - failed;
  return `${held} held, ${failed} failed${skipped > 0 ? `, ${skipped} not run` : ""}`;
}

function sectionOf({ name, title, about }: Scenario, rows: Row[]): string {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
  const versions = `Node ${process.version}, ${versionOf("nginx")}, ${versionOf("haproxy")}`;
  const lines = rows.map(({ sent, wanted, got, held }) => {
    const mark = held === null ? "–" : held ? "yes" : "**no**";
    return `| ${[sent, wanted, got, mark].map(cell).join(" | ")} |`;
  });
  return `## ${title}

${about} \`npm run faults -- ${name}\`: ${countsOf(rows)}. ${new Date().toISOString().slice(0, 10)}; ${machine}; ${versions}.

| sent | wanted | got | held |
| --- | --- | --- | --- |
${lines.join("\n")}
`;
}

/** Write the sections of what has run into the report; those of other scenarios stay as they are. */
export async function writeReport(all: Scenario[], results: Map<Scenario, Row[]>): Promise<void> {
  const before = existsSync(path) ? readFileSync(path, "utf8").split(/^(?=## )/m) : [];
  const sections = all.flatMap((scenario) => {
    const rows = results.get(scenario);
    return rows ? sectionOf(scenario, rows) : (before.find((each) => each.startsWith(`## ${scenario.title}\n`)) ?? []);
  });
  writeFileSync(path, await format([HEAD, ...sections].join("\n"), { parser: "markdown", printWidth: 120 }));
}
