import type { ValueTransformer } from 'typeorm';
import type { Period } from '../clock/domain/period';

/** Maps a half-open `tstzrange` onto a {@link Period}. The session's time zone is UTC. */
export const periodTransformer: ValueTransformer = {
  to: (period: Period | undefined) => (period ? formatPeriod(period) : period),
  from: (text: string) => parsePeriod(text),
};

/** @returns the range literal `[from,to)`; null ends are unbounded */
export function formatPeriod({ from, to }: Period): string {
  return `[${from ? from.toISOString() : ''},${to ? to.toISOString() : ''})`;
}

/** @param text a non-empty `tstzrange` as PostgreSQL prints it in UTC */
export function parsePeriod(text: string): Period {
  const [from = '', to = ''] = text.slice(1, -1).replaceAll('"', '').split(',');
  return { from: parseInstant(from), to: parseInstant(to) };
}

function parseInstant(text: string): Date | null {
  return text === '' ? null : new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'));
}
