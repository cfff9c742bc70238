/** Stands in a plan for the position of the entry that is being made. */
export const THIS_ENTRY = -1;
