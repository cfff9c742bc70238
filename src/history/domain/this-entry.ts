/** Stands in a plan for the position of the entry that is being made. */
export const THIS_ENTRY = -1;

/** What a plan makes, with the position of the entry that made it. */
export const settled = <Made extends { readonly entry: number }>(
  made: readonly Made[],
  position: number,
): Made[] => made.map((one) => (one.entry === THIS_ENTRY ? { ...one, entry: position } : one));
