import { AGENCIES, agencyCode, findAgency, lineageOf } from './agency';
import type { Binding, Effect, System } from './exclusion';

/** Whether something is so; `unknown` where what is known does not tell. */
export type Bound = 'bound' | 'not-bound' | 'unknown';

/** For whom and by which way something is bought. */
export interface Buying {
  readonly agency: string;
  readonly channel: 'list' | 'open-market';
  /** Code of the list, which is the contract vehicle; null: any, or none on the open market. */
  readonly list: string | null;
  readonly system: System;
}

/**
 * Whether an exclusion binds an agency whatever it buys: by its own code, by that of a department that it is part of,
 * or by a group. Of an agency that the directory does not know it can't be told whether it is of a group, or of a
 * department that is named.
 */
export function isBoundAgency({ agencies, groups }: Binding, agency: string): Bound {
  if (agencies === 'all') return 'bound';
  const named = agencies.map(agencyCode);
  if (lineageOf(agency).some((code) => named.includes(code))) return 'bound';
  const known = findAgency(agency);
  if (!known) return groups.length > 0 || named.some(isDepartment) ? 'unknown' : 'not-bound';
  return known.groups.some((group) => groups.includes(group)) ? 'bound' : 'not-bound';
}

const isDepartment = (code: string): boolean => AGENCIES.some(({ partOf }) => partOf === code);

/** Whether an exclusion binds a purchase: through its agency, its contract vehicle or the system that it is for. */
export function isBound(binding: Binding, { agency, channel, list, system }: Buying): Bound {
  const byAgency = isBoundAgency(binding, agency);
  if (byAgency === 'bound' || binding.systems.includes(system)) return 'bound';
  if (channel === 'open-market' || binding.vehicles.length === 0) return byAgency;
  if (list === null) return 'unknown';
  return binding.vehicles.includes(list) ? 'bound' : byAgency;
}

/** What a purchase has come to. */
export const STAGES = ['solicitation', 'award', 'option', 'modification', 'subcontract'] as const;

export type Stage = (typeof STAGES)[number];

/**
 * Whether an exclusion with these effects bars a purchase at a stage. Offers are not solicited where no award may
 * follow; what may not be used may not be bought at any stage.
 *
 * @source FAR 9.405(a)
 */
export function barsAt(effects: readonly Effect[], stage: Stage): boolean {
  return effects.includes('use') || effects.includes(stage === 'solicitation' ? 'award' : stage);
}
