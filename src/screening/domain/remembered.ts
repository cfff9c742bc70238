/** Most texts that are remembered at once. */
const MOST = 20_000;

/** The same function, which works out only once what it gives for a text that comes again and again. */
export function remembered<Result>(of: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = of(text);
    if (known.size >= MOST) known.clear();
    known.set(text, result);
    return result;
  };
}
