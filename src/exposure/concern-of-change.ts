import type { EntityManager } from 'typeorm';
import type { ExclusionTimeline, Scope } from '../exclusions/domain/exclusion';
import { Exclusions } from '../exclusions/exclusions';
import { isListContent } from '../proposals/domain/proposal';
import type { TriedChange } from '../proposals/foresight';
import { nameFormOf } from '../screening/domain/name-form';
import { kindredOf } from '../vendors/kindred';
import { coversOf, scopesOf } from './concerns';
import type { Concern } from './domain/concern';

/** Which recorded checks a change may turn: those about anybody or anything that it may reach, with it and without it. */
export async function concernOfChange(tx: EntityManager, change: TriedChange): Promise<Concern> {
  const vendors = await connected(tx, change);
  const scopes = await scopesTurned(tx, change, [...vendors.keys()]);
  const covers = await coversOf(tx, scopes, { vendors, size: change.after });
  return { vendors, covers, ...namesTurned(change) };
}

/** The name of which a change says whose it is. */
const namesTurned = ({ content }: TriedChange): Pick<Concern, 'names'> =>
  content.action === 'decide-match' && content.name !== null
    ? { names: new Set([nameFormOf(content.name).key]) }
    : {};

async function connected(
  tx: EntityManager,
  { subject: { vendors }, before, after }: TriedChange,
): Promise<Concern['vendors']> {
  const ids = new Set(vendors.map((id) => id.toLowerCase()));
  for (const size of [before, after]) {
    for (const id of (await kindredOf(tx, [...ids], size)).ids) ids.add(id);
  }
  return new Map([...ids].map((id) => [id, 'vendor']));
}

/** What is covered by the exclusions that a change makes say something else, or reach others; with it and without it. */
async function scopesTurned(
  tx: EntityManager,
  { content, subject: { exclusion }, before, after }: TriedChange,
  vendors: readonly string[],
): Promise<Scope[]> {
  if (content.action === 'exclude') return [content.exclusion.scope];
  if (isListContent(content)) return [];
  const exclusions = new Exclusions(tx);
  const timelines: ExclusionTimeline[] = [];
  for (const size of [before, after]) {
    if (exclusion !== null) timelines.push(await exclusions.timeline(exclusion, size));
    else {
      const known = await exclusions.known({ vendors, articles: false }, size);
      timelines.push(...known.map(({ timeline }) => timeline));
    }
  }
  return timelines.flatMap(scopesOf);
}
