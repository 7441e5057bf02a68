const sentences: Record<string, string> = {
  stock: "There is not enough of it left. Take fewer, or something else.",
  refused: "That didn’t work. Please try again.",
  address: "Please fill in what is marked.",
  "no-order": "There is no order with this number and e-mail address.",
};

/** Says what was wrong with the form that was just sent. */
export function Notice({ problem }: { problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <p role="alert" className="mb-6 rounded-md border border-bad-line bg-bad-soft px-4 py-3 text-bad text-sm">
      {sentences[problem] ?? sentences.refused}
    </p>
  );
}
