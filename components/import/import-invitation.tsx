import Link from "next/link";

/** The way from the list of models to the page where one more begins. */
export function ImportInvitation() {
  return (
    <section aria-labelledby="import-model" className="spread border-t border-ink pt-6 pb-16 lg:pb-24">
      <p className="text-small font-medium">One more</p>
      <div>
        <h2 id="import-model" className="max-w-[46rem] text-head tracking-[-0.02em]">
          Have a model.pkl?
        </h2>
        <p className="mt-4 max-w-[38rem]">
          See what a fitted model holds, check it against your notebook, and publish it as a form and an API. The file
          is not run and does not leave your computer.
        </p>
        <Link href="/import" className="button mt-6">
          Hand over a fitted model
        </Link>
      </div>
    </section>
  );
}
