import type { Question } from './model';
import type { Cast } from './people';

/** One question among those that are sent. */
export interface Asked {
  /** What the purchase is called; nothing else is called so. */
  readonly request: string;
  readonly question: Question;
}

/** A question as the registry reads it. */
export function bodyOf(vendors: Cast['vendors'], { request, question }: Asked): object {
  const { vendor, list, agency } = question;
  const cage = vendors.find(({ id }) => id === vendor)?.cage;
  const where = list === null ? { channel: 'open-market' } : { list };
  return { vendor: { cage }, purchase: { ...where, agency, reference: request } };
}
