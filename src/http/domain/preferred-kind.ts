/**
 * Which of the kinds that are offered an `Accept` prefers; null when it takes none.
 *
 * @param offered media types, the one that is given when all are equal first
 * @source RFC 9110, section 12.5.1
 */
export function preferredKind<Kind extends string>(
  accept: string | undefined,
  offered: readonly Kind[],
): Kind | null {
  if (accept === undefined || accept.trim() === '') return offered[0] ?? null;
  const ranges = accept.split(',').map(readRange);
  const rated = offered
    .map((kind) => ({ kind, quality: qualityOf(kind, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return rated[0]?.kind ?? null;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const stated = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: stated === undefined ? 1 : Number(stated.slice(2)) || 0 };
}

/** The quality that the most specific range gives a kind; 0 where none takes it in. */
function qualityOf(kind: string, ranges: readonly Range[]): number {
  const [group = ''] = kind.split('/');
  for (const type of [kind, `${group}/*`, '*/*']) {
    const range = ranges.find((each) => each.type === type);
    if (range) return range.quality;
  }
  return 0;
}
