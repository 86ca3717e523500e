import { readAccess } from "@/components/admin/session";
import { findModel } from "@/lib/registry/registry";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ModelNavigation } from "./model-navigation";

interface ModelLayoutProps {
  params: Promise<{ model: string }>;
  children: ReactNode;
}

/** Around every page of a model: the way to the other pages of that model. */
export async function ModelLayout({ params, children }: ModelLayoutProps) {
  const { spec } = (await findModel((await params).model)) ?? notFound();
  // A store that is away fails the pages that need it, not their navigation.
  const owner = (await readAccess().catch(() => "out")) === "in";
  return (
    <>
      <ModelNavigation id={spec.id} title={spec.title} inputs={spec.inputs.map(({ name }) => name)} owner={owner} />
      {children}
    </>
  );
}
