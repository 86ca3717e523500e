import { findQuestions } from "@/components/compare/question";
import { listModels } from "@/lib/registry/registry";
import Link from "next/link";
import { connection } from "next/server";

/** Models that cannot be read fail the page that needs them, not the header of the page that says so. */
async function hasQuestions(): Promise<boolean> {
  await connection();
  return listModels().then(
    (models) => findQuestions(models).length > 0,
    () => false,
  );
}

/** The ways on every page; to the comparison where there is something to compare. */
export async function Navigation() {
  const ways = [{ href: "/#all-models", text: "Models" }];
  if (await hasQuestions()) ways.push({ href: "/compare", text: "Compare" });
  ways.push({ href: "/docs", text: "API" }, { href: "/pipeline", text: "Pipeline" });
  return (
    <nav aria-label="Main" className="screen-only">
      <ul className="-mx-1 flex gap-1 sm:gap-5">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} className="flex min-h-11 items-center px-1 text-small hover:text-accent">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
