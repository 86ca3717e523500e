import { READERS, readAccess } from "@/components/admin/session";
import { readModel } from "@/components/language/read-model";
import { typedName } from "@/components/query";
import type { ReactNode } from "react";
import { MODEL_CONTENT } from "./anchors";
import { ModelNavigation } from "./model-navigation";

interface ModelLayoutProps {
  params: Promise<{ model: string }>;
  children: ReactNode;
}

/**
 * Around every page of a model: the way to the other pages of that model. One without a champion has versions, and no
 * other page.
 */
export async function ModelLayout({ params, children }: ModelLayoutProps) {
  const model = await readModel((await params).model);
  if (!model) return children;
  const { spec } = model;
  // A store that is away fails the pages that need it, not their navigation.
  const inside = (await readAccess(READERS).catch(() => "out")) === "in";
  return (
    <>
      <ModelNavigation
        id={spec.id}
        title={spec.title}
        inputs={[...spec.inputs.map(({ name }) => name), typedName(spec)]}
        inside={inside}
      />
      {/* Who skips the navigation lands here, and hears which model the page is about. */}
      <div id={MODEL_CONTENT} role="group" aria-label={spec.title} className="outline-none">
        {children}
      </div>
    </>
  );
}
