import type { EntityManager } from 'typeorm';
import { Exclusions } from '../../exclusions/exclusions';
import { InvalidRequest } from '../../problems/registry-error';
import { namesInEffect } from '../../vendors/domain/vendor';
import { requireUnmerged, VendorMerges } from '../../vendors/vendor-merges';
import { Vendors } from '../../vendors/vendors';
import { nameFormOf } from '../domain/name-form';
import { vendorsOf, type NamedPair } from './domain/pair';

/**
 * Refuses a pair that is one already, or of which nothing can be found.
 *
 * A name that the vendor goes by, or the maker of the covered articles, is theirs by what the registry says; whoever
 * thinks otherwise amends that.
 *
 * @throws {VendorMerged} when a vendor of it is known as another
 * @throws {ExclusionNotFound} when there is no such exclusion
 * @throws {InvalidRequest} when the exclusion covers no articles, or the name is the other's own
 */
export async function requireApart(tx: EntityManager, pair: NamedPair): Promise<void> {
  await requireUnmerged(tx, vendorsOf(pair));
  const { objectVendor, objectExclusion, subjectName } = pair;
  const names =
    objectVendor === null
      ? await makersOf(tx, objectExclusion ?? '')
      : await namesOf(tx, objectVendor);
  if (subjectName !== null && names.some((name) => nameFormOf(name).key === subjectName)) {
    const message = objectVendor === null ? 'is the covered maker’s own' : 'is the vendor’s own';
    throw new InvalidRequest([{ pointer: '/name', message }]);
  }
}

/** The names that a vendor, and all that turned out to be one with it, go by. */
async function namesOf(tx: EntityManager, vendor: string): Promise<string[]> {
  const records = await new VendorMerges(tx).allRecords([vendor]);
  const vendors = await new Vendors(tx).findAll(records);
  return vendors.flatMap(namesInEffect).map(({ name }) => name);
}

/** The names of whoever makes what an exclusion covers. */
async function makersOf(tx: EntityManager, exclusion: string): Promise<string[]> {
  const timeline = await new Exclusions(tx).timeline(exclusion);
  const articles = timeline.flatMap(({ scope }) => scope.articles);
  if (articles.length === 0) {
    const message = 'covers no articles; name the vendor that it excludes as other';
    throw new InvalidRequest([{ pointer: '/exclusion', message }]);
  }
  return articles.flatMap(({ manufacturer, aliases }) => [manufacturer, ...aliases]);
}
