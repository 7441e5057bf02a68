const sentences: Record<string, string> = {
  stock: "There is not enough stock for this quantity.",
  refused: "The request failed. Please try again.",
  address: "Please fill in the marked fields.",
  "no-order": "There is no order with this number and e-mail address.",
};

/** Shows the error of the form that was just submitted. */
export function Notice({ problem }: { problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <p role="alert" className="mb-6 rounded-md border border-bad-line bg-bad-soft px-4 py-3 text-bad text-sm">
      {sentences[problem] ?? sentences.refused}
    </p>
  );
}
