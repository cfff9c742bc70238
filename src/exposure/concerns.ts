import type { EntityManager } from 'typeorm';
import { foldAffiliations, foldExclusions, type Survivors } from '../register/merged-vendors';
import { everReached } from '../exclusions/domain/ever-reached';
import type { ExclusionTimeline, Scope } from '../exclusions/domain/exclusion';
import { Exclusions } from '../exclusions/exclusions';
import { normaliseName } from '../screening/domain/normalise-name';
import { VendorNotFound } from '../vendors/domain/errors';
import { kindredOf } from '../vendors/kindred';
import { VendorMerges } from '../vendors/vendor-merges';
import { Vendors } from '../vendors/vendors';
import type { Concern, Connection } from './domain/concern';

/** What an exposure is of. */
export type Exposed =
  | { readonly vendor: string; readonly affiliates: boolean }
  | { readonly exclusion: string }
  | { readonly manufacturer: string; readonly product: string | null };

/**
 * Which checks something concerns, as known at a number of entries.
 *
 * @throws {VendorNotFound} @throws {ExclusionNotFound} when no such thing was known
 */
export function concernOf(tx: EntityManager, exposed: Exposed, size: number): Promise<Concern> {
  if ('vendor' in exposed) return ofVendor(tx, exposed, size);
  return 'exclusion' in exposed
    ? ofExclusion(tx, exposed.exclusion, size)
    : ofArticle(tx, exposed, size);
}

async function ofVendor(
  tx: EntityManager,
  { vendor, affiliates }: Extract<Exposed, { vendor: string }>,
  size: number,
): Promise<Concern> {
  if (!(await new Vendors(tx).find(vendor, size))) throw new VendorNotFound(vendor);
  const { affiliations, survivors } = affiliates
    ? await kindredOf(tx, [vendor], size)
    : { affiliations: [], survivors: await new VendorMerges(tx).groups([vendor], size) };
  const connected = affiliations.flatMap((one) => [one.vendor, one.other]);
  return { vendors: connectionsOf([vendor], connected, survivors), covers: [] };
}

/** Its vendor and all whom it ever reached, with what it ever covered. */
async function ofExclusion(tx: EntityManager, id: string, size: number): Promise<Concern> {
  const exclusions = new Exclusions(tx);
  const timeline = await exclusions.timeline(id, size);
  const vendor = await exclusions.vendorOf(id);
  const named = vendor === null ? [] : [vendor];
  const { affiliations, survivors } = await kindredOf(tx, named, size);
  const [folded] = foldExclusions([{ id, timeline, waivers: [] }], survivors);
  const reached = everReached(folded?.timeline ?? [], foldAffiliations(affiliations, survivors));
  const vendors = connectionsOf(named, [...reached], survivors);
  return { vendors, covers: await coversOf(tx, scopesOf(timeline), { vendors, size }) };
}

async function ofArticle(
  tx: EntityManager,
  { manufacturer, product }: Extract<Exposed, { manufacturer: string }>,
  size: number,
): Promise<Concern> {
  const namesakes = await new Vendors(tx).byNormalisedName(normaliseName(manufacturer), size);
  const makers = namesakes.flatMap(({ names }) => names.map(({ name }) => name));
  const scope = { articles: [{ manufacturer, product, aliases: [] }], exempt: [] };
  return { vendors: new Map(), covers: [{ scope, makers }] };
}

/** What an exclusion covers, whenever it holds. */
export const scopesOf = (timeline: ExclusionTimeline): Scope[] =>
  timeline.map(({ scope }) => scope);

/**
 * The articles that are covered, whoever sells them.
 *
 * @param vendors whoever may be their maker
 */
export async function coversOf(
  tx: EntityManager,
  scopes: readonly Scope[],
  { vendors, size }: { readonly vendors: Concern['vendors']; readonly size: number },
): Promise<Concern['covers']> {
  const covering = scopes.filter(({ articles }) => articles.length > 0);
  if (covering.length === 0) return [];
  const known = await new Vendors(tx).findAll([...vendors.keys()], size);
  const makers = known.flatMap(({ names }) => names.map(({ name }) => name));
  return covering.map((scope) => ({ scope, makers }));
}

/** Vendors with all that turned out to be one with them. */
function connectionsOf(
  named: readonly string[],
  connected: readonly string[],
  survivors: Survivors,
): Map<string, Connection> {
  const oneWith = (ids: readonly string[]): string[] => {
    const knownAs = new Set(ids.map((id) => survivors.get(id) ?? id));
    const others = [...survivors].filter(([, survivor]) => knownAs.has(survivor));
    return [...ids, ...knownAs, ...others.map(([id]) => id)];
  };
  return new Map<string, Connection>([
    ...oneWith(connected).map((id) => [id, 'affiliate'] as const),
    ...oneWith(named).map((id) => [id, 'vendor'] as const),
  ]);
}
