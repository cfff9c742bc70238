import { leafHashOf } from '../../src/history/domain/entry';
import { TestRegistry } from '../support/app';
import { change, LAWFUL, openList, registerVendor } from '../support/registry';

describe('the history, as auditors read it', () => {
  let registry: TestRegistry;
  let vendor: string;
  let removal: {
    entries: number[];
    proposedBy: string;
    approvedBy: string[];
    id: string;
    sha256: string;
  };

  beforeAll(async () => {
    registry = await TestRegistry.start();
    [vendor] = [await registerVendor(registry), await openList(registry)];
    await change(registry, { action: 'list', vendor, list: 'a-list' });
    removal = await change(registry, { action: 'remove', vendor, list: 'a-list' });
  });
  afterAll(() => registry.close());

  const get = (path: string, key = registry.keys.auditor) => registry.call('GET', path, { key });
  const types = async (query: string) =>
    (await get(`/v1/history?${query}`)).body.items.map((item: { type: string }) => item.type);

  it('tells who removed a vendor, on whose authority, and what was before and after', async () => {
    const { body } = await get(`/v1/history/${removal.entries[0]}`);
    const { id, sha256, proposedBy, approvedBy } = removal;
    expect(body).toMatchObject({
      type: 'listing.removed',
      actor: { kind: 'person', person: approvedBy[0] },
      authority: LAWFUL.authority,
      reason: LAWFUL.reason,
      vendors: [vendor],
      list: 'a-list',
      proposal: { id, sha256, proposedBy, approvedBy },
      before: { segments: [{ status: 'listed' }] },
    });
    expect(body.after.segments.at(-1)).toMatchObject({
      status: 'removed',
      effective: { to: null },
    });
  });

  it('gives each entry the leaf hash of its canonical bytes', async () => {
    const [row] = await registry.dataSource.query(
      'SELECT canonical FROM history_entry WHERE position = 0',
    );
    const { body } = await get('/v1/history/0');
    expect(body.leafHash).toBe(leafHashOf(row.canonical).toString('hex'));
  });

  it('is narrowed by vendor, list, kind, actor, time and position', async () => {
    const LISTINGS = [
      'proposal.made',
      'proposal.approved',
      'listing.listed',
      'proposal.made',
      'proposal.approved',
      'listing.removed',
    ];
    expect(await types(`vendor=${vendor}`)).toEqual(['vendor.registered', ...LISTINGS]);
    expect(await types('list=a-list')).toEqual(['list.created', ...LISTINGS]);
    expect(await types('type=listing.removed')).toEqual(['listing.removed']);
    expect(await types(`type=proposal.made&actor=${removal.proposedBy}`)).toHaveLength(2);
    expect(await types(`after=${removal.entries[0]! - 1}`)).toEqual(['listing.removed']);
    expect(await types('from=2030-01-01T00:00:00Z')).toEqual([]);
    expect(await types('to=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await get(`/v1/vendors/${vendor}/history?limit=2`)).body.items).toHaveLength(2);
  });

  it('is read page by page, whole and once', async () => {
    const seen: number[] = [];
    let cursor = '';
    do {
      const { body } = await get(`/v1/history?limit=4${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((item: { position: number }) => item.position));
      cursor = body.next;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: removal.entries[0]! + 1 }, (_, index) => index));
  });

  it('is streamed as NDJSON and as CSV', async () => {
    const ndjson = (await get('/v1/history?format=ndjson')).body.trim().split('\n');
    expect(ndjson.map((line: string) => JSON.parse(line).position)).toHaveLength(
      removal.entries[0]! + 1,
    );
    const csv = await get('/v1/history?format=csv&type=listing.removed');
    expect(csv.headers['content-type']).toMatch('text/csv');
    const [header, row] = csv.body.split('\n');
    expect(header).toMatch(/^position,recordedAt,type,actor,/);
    expect(row).toMatch(new RegExp(`^${removal.entries[0]},.*listing.removed.*FAR 9.406-2`));
  });

  it('records changes of access, without secrets', async () => {
    expect(await types('type=caller.created')).toHaveLength(5);
    const { body } = await get('/v1/history?type=key.issued&format=ndjson');
    for (const key of Object.values(registry.keys)) {
      expect(body).not.toContain(key.split('_').slice(2).join('_'));
    }
  });

  it.each(['999999', 'x', '-1'])('has no entry %s', async (position) => {
    expect(await get(`/v1/history/${position}`)).toMatchObject({ status: 404 });
  });

  it('is for auditors', async () => {
    expect(await get('/v1/history', registry.keys.admin)).toMatchObject({ status: 403 });
    expect(await get('/v1/history', registry.keys.procurement)).toMatchObject({ status: 403 });
  });
});
