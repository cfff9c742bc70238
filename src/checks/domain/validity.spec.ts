import {
  aList,
  aQuestion,
  aSegment,
  aVendor,
  day,
  period,
  theFacts,
} from '../../../test/support/facts';
import { DEFAULT_POLICY } from '../../lists/domain/policy';
import type { Timeline } from '../../lists/domain/timeline';
import { decide } from './decide';
import type { KnownList } from '../../register/domain/facts';
import type { Purchase } from './question';
import { validUntil } from './validity';

const NOW = new Date('2026-06-01T12:00:00.000Z');

const lists = (terms: Record<string, string>): KnownList[] =>
  Object.entries(terms).map(([code, receiptValidFor]) =>
    aList({ code, name: code, policy: { ...DEFAULT_POLICY, receiptValidFor } }),
  );

const validity = (
  known: KnownList[],
  {
    to = null as string | null,
    at = NOW,
    ...purchase
  }: Partial<Purchase> & { to?: string | null; at?: Date } = {},
): string => {
  const listings = known.map(({ code }): Timeline => [
    aSegment({ list: code, effective: period(null, to) }),
  ]);
  const question = aQuestion({}, purchase, at);
  const facts = theFacts([aVendor({ listings })], known);
  return validUntil(NOW, question, decide(question, facts), facts).toISOString();
};

describe('until when an answer may be relied on', () => {
  it.each([
    ['as long as the list says', lists({ 'a-list': 'PT1H' }), {}, '2026-06-01T13:00:00.000Z'],
    ['not at all, if the list says so', lists({ 'a-list': 'PT0S' }), {}, NOW.toISOString()],
    [
      'as long as the strictest of the lists that it rests on says',
      lists({ 'a-list': 'PT1H', 'b-list': 'PT5M' }),
      { list: null },
      '2026-06-01T12:05:00.000Z',
    ],
    [
      'not as briefly as another list says',
      lists({ 'a-list': 'PT1H', 'b-list': 'PT5M' }),
      {},
      '2026-06-01T13:00:00.000Z',
    ],
    [
      'a quarter of an hour on the open market',
      lists({ 'a-list': 'PT1H' }),
      { channel: 'open-market', list: null },
      '2026-06-01T12:15:00.000Z',
    ],
    ['a quarter of an hour where there is no list', [], { list: null }, '2026-06-01T12:15:00.000Z'],
    [
      'never past the end of what it rests on',
      lists({ 'a-list': 'P2D' }),
      { to: '2026-06-02' },
      '2026-06-02T00:00:00.000Z',
    ],
    [
      'not now, where it is about a time that is over',
      lists({ 'a-list': 'P2D' }),
      { to: '2017-07-11', at: day('2017-07-10') },
      '2017-07-11T00:00:00.000Z',
    ],
    [
      'never past the years that RFC 3339 can tell',
      lists({ 'a-list': 'P9999Y' }),
      {},
      '9999-12-31T23:59:59.999Z',
    ],
  ] as const)('%s', (_, known, change, until) => {
    expect(validity([...known], change)).toBe(until);
  });
});
