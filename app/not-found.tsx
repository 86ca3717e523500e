import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <div className="spread pt-10 lg:pt-16">
      <p className="text-small text-quiet lg:pt-3">404</p>
      <div className="max-w-[46rem]">
        <h1 className="text-title tracking-[-0.035em]">There is nothing at this address.</h1>
        <p className="mt-5 max-w-[38rem] text-lead text-quiet">
          The model may have been renamed or taken down, or the link was cut short.
        </p>
        <Link href="/" className="button mt-10">
          See all models
        </Link>
      </div>
    </div>
  );
}
