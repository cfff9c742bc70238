import type { Period } from '../clock/domain/period';

/** @returns the half-open `tstzrange` as a literal `[from,to)`; null ends are unbounded */
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
