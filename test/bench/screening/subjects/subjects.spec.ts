import { FuseIndex } from './fuse-index';
import { MiniSearchIndex } from './mini-search-index';
import { RegistryIndex } from './registry-index';
import type { Subject } from './subject';
import { TrigramIndex } from './trigram-index';

const SUBJECTS: readonly (readonly [string, () => Subject | Promise<Subject>])[] = [
  ['the registry’s index', () => new RegistryIndex()],
  ['minisearch', () => new MiniSearchIndex()],
  ['fuse.js', () => new FuseIndex()],
  ['pg_trgm', () => TrigramIndex.open()],
];

describe.each(SUBJECTS)('%s', (_, open) => {
  let subject: Subject;
  const rest = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    subject = await open();
    await subject.add(0, ['Acme Steel LLC', 'Borealis Shipping, Inc.'], rest);
    await subject.add(2, ['Trelvanix Foods GmbH', 'ООО "Сибнефтемаш"'], rest);
    await subject.ready();
  });

  afterAll(() => subject.close());

  it.each([
    ['Acme Steel', 0],
    ['BOREALIS SHIPPING', 1],
    ['Trelvanix Fods', 2],
    ['Sibneftemash', 3],
  ])('finds whom %j means by the number that it was given', async (name, owner) => {
    const { owners } = await subject.find(name);
    expect(owners[0]).toBe(owner);
  });

  it('finds nobody by a name that is like none', async () => {
    expect((await subject.find('Quorumwhistle')).owners).toEqual([]);
  });
});
