/** What stands in the place of a part that would give the model away. */
export function NotShown() {
  return (
    <p className="max-w-[38rem]">The owner of this model does not show its coefficients; the estimates are the same.</p>
  );
}
