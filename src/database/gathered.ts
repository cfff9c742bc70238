/** Pairs as a map of all that is paired with a key, in their order. */
export function gathered<Value>(
  pairs: readonly (readonly [string, Value])[],
): Map<string, Value[]> {
  const all = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const others = all.get(key);
    if (others) others.push(value);
    else all.set(key, [value]);
  }
  return all;
}
