import type { TestRegistry } from './app';
import type { Known } from './contract';
import { aDebarment, exclude, waive } from './exclusions';
import { change, LAWFUL, registerVendor } from './registry';

/** Fills a registry with exclusions and what goes with them, and says which values then mean something in a request. */
export async function populateExclusions(
  registry: TestRegistry,
  { vendor, list }: { readonly vendor: string; readonly list: string },
): Promise<Known> {
  const debarment = await exclude(registry, aDebarment(vendor), {
    effectiveFrom: '2026-01-01T00:00:00Z',
    effectiveTo: '2028-01-01T00:00:00Z',
  });
  const prohibition = await exclude(registry, aProhibition(list));
  const waiver = await waive(registry, prohibition);
  const [one, same, other] = await registerNamesakes(registry);
  await change(registry, { action: 'merge-vendors', vendor: one, duplicate: same });
  const affiliation = await affiliate(registry, one, other);
  const ids = { debarment, prohibition, waiver, affiliation, one, same, other, vendor };
  return {
    'exclusions/id': [debarment, prohibition],
    ...{ exclusion: [debarment, prohibition], waiver: [waiver], affiliation: [affiliation] },
    ...{ duplicate: [same, other], active: [undefined, true], binds: [undefined, 'DHS'] },
    ...{ vehicles: [list], agencies: ['DHS', 'NASA'], corrects: [undefined] },
    'POST /v1/proposals': proposals(ids, list),
  };
}

const aProhibition = (list: string): object => ({
  ...{ kind: 'prohibition', basis: 'directive', agency: 'DHS', affiliates: 'common-control' },
  scope: { whole: false, articles: [{ manufacturer: 'Cobalt', product: 'Cable' }] },
  binds: { agencies: ['DHS'], groups: ['civilian'], vehicles: [list], systems: ['sci'] },
  effects: ['award', 'option', 'modification', 'subcontract', 'use'],
  citations: [{ edition: 'directive', citation: 'BOD 17-01' }],
  comment: 'The entity is not itself excluded.',
  milestones: [{ code: 'identify', title: 'Identify', due: '2026-08-01T00:00:00Z' }],
});

/** Bodies of every action that is not of a list, each taken however often it is sent. */
function proposals(ids: Readonly<Record<string, string>>, list: string): object[] {
  const { debarment, prohibition, waiver, affiliation, one, same, other, vendor } = ids;
  const effectiveTo = '2027-06-01T00:00:00Z';
  const articles = [{ manufacturer: 'Cobalt' }];
  return [
    { action: 'exclude', exclusion: aDebarment(other ?? '') },
    { action: 'exclude', exclusion: aProhibition(list), effectiveTo },
    { action: 'amend-exclusion', exclusion: debarment, terms: { comment: 'x' }, effectiveTo },
    { action: 'end-exclusion', exclusion: debarment },
    { action: 'waive', exclusion: prohibition, agency: 'DHS', vendor, articles, effectiveTo },
    { action: 'revoke-waiver', waiver },
    { action: 'merge-vendors', vendor: one, duplicate: other },
    { action: 'unmerge-vendors', vendor: one, duplicate: same },
    { action: 'end-affiliation', affiliation, effectiveFrom: '2027-01-01T00:00:00Z' },
    { action: 'decide-match', name: 'Acme Wigdets', other: vendor, finding: 'not-same' },
  ].map((terms) => ({ ...LAWFUL, ...terms }));
}

async function registerNamesakes(registry: TestRegistry): Promise<[string, string, string]> {
  const named = (name: string): Promise<string> => registerVendor(registry, { name });
  return [await named('Elm Engines'), await named('Elm Engines Inc.'), await named('Fir Fans')];
}

async function affiliate(registry: TestRegistry, one: string, other: string): Promise<string> {
  const { body } = await registry.call('POST', `/v1/vendors/${one}/affiliations`, {
    key: registry.keys.admin,
    body: { ...LAWFUL, kind: 'subsidiary', vendor: other },
  });
  return body.id;
}
