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
  return (
    <>
      <ModelNavigation id={spec.id} title={spec.title} inputs={spec.inputs.map(({ name }) => name)} />
      {children}
    </>
  );
}
