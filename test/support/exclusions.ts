import type { TestRegistry } from './app';
import { change } from './registry';

/** What an exclusion of a vendor as a whole says; say what the test is about. */
export const aDebarment = (vendor: string, terms: object = {}): object => ({
  ...{ kind: 'debarment', agency: 'GSA', vendor, scope: { whole: true } },
  ...terms,
});

/** Excludes, by two persons, and gives the exclusion's id. */
export async function exclude(
  registry: TestRegistry,
  exclusion: object,
  terms: object = {},
): Promise<string> {
  const { entries } = await change(registry, { action: 'exclude', exclusion, ...terms });
  return exclusionOf(registry, entries[0]);
}

/** The exclusion that an entry is about. */
export async function exclusionOf(registry: TestRegistry, position: number): Promise<string> {
  const { body } = await registry.call('GET', `/v1/history/${position}`, {
    key: registry.keys.auditor,
  });
  return body.exclusion;
}

/** Lets an agency buy in 2026 what an exclusion bars, and gives the waiver's id. */
export async function waive(
  registry: TestRegistry,
  exclusion: string,
  terms: object = {},
): Promise<string> {
  const effectiveTo = '2027-01-01T00:00:00.000Z';
  const said = { action: 'waive', exclusion, agency: 'NASA', effectiveTo, ...terms };
  const { entries } = await change(registry, said);
  const { body } = await registry.call('GET', `/v1/history/${entries[0]}`, {
    key: registry.keys.auditor,
  });
  return body.after.waiver;
}
