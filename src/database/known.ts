/**
 * SQL: whether a row in two times was known at a size of the history, or is known now where that is null.
 *
 * @param size the parameter that holds the size, as `$1`
 * @param row alias of the row's table; left out where the statement names only one
 */
export function knownAt(size: `$${number}`, row?: string): string {
  const recorded = row === undefined ? 'recorded' : `${row}.recorded`;
  return `(${size}::bigint IS NULL AND upper_inf(${recorded}) OR ${recorded} @> (${size}::bigint - 1))`;
}

/** SQL: whether an entry from the position in a parameter on made a row in two times, or closed it. */
export const changedFrom = (basis: `$${number}`): string =>
  `(lower(recorded) >= ${basis} OR upper(recorded) >= ${basis})`;
