import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { decodeCursor, encodeCursor, MalformedCursor } from './cursor';
import { MayBeAbsent } from './validators';

/** Which page of a list is asked for. */
export class PageQuery {
  /** Most items to give, 1 to 200. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(200)
  @Type(() => Number)
  readonly limit: number = 50;

  /** Where the page begins: `next` of the page before. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;
}

/** One page of a list. `next` is the cursor of the page after, or null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * The key after which a page begins, or null for the first page.
 *
 * @param isKey whether a text can be such a key: a cursor is no secret, and can be forged
 * @throws {MalformedCursor}
 */
export function pageStart(
  scope: string,
  { cursor }: PageQuery,
  isKey: (key: string) => boolean,
): string | null {
  if (cursor === undefined) return null;
  const key = decodeCursor(scope, cursor);
  if (!isKey(key)) throw new MalformedCursor();
  return key;
}

/**
 * Cuts one page out of rows, of which one more than the limit was read.
 *
 * @param keyOf the key that orders the rows and begins the next page
 */
export function pageOf<Item>(
  rows: readonly Item[],
  { limit }: PageQuery,
  scope: string,
  keyOf: (item: Item) => string,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? encodeCursor(scope, keyOf(last)) : null };
}

/** The route and its filters as one text, for cursors. Absent filters don't count. */
export function pageScope(route: string, filters: object): string {
  const given = Object.entries(filters).filter(
    ([name, value]) => value !== undefined && name !== 'cursor' && name !== 'limit',
  );
  return `${route}?${JSON.stringify(given.sort(([a], [b]) => a.localeCompare(b)))}`;
}
