import {
  aBar,
  AN_EXCLUSION,
  anAffiliation,
  anArticle,
  anExclusion,
  aProhibition,
  aRelative,
  aWaiver,
  bindingOnly,
  idOf,
} from '../../../test/support/exclusion-facts';
import {
  ACME,
  aQuestion,
  aVendor,
  BOREALIS,
  day,
  period,
  theFacts,
} from '../../../test/support/facts';
import { decide } from './decide';
import type { Facts } from '../../register/domain/facts';
import type { Purchase, PurchasedItem } from './question';

const holdsUntil = (
  more: Partial<Facts>,
  purchase: Partial<Purchase> = {},
  vendors = [aVendor()],
) =>
  decide(
    aQuestion({}, { channel: 'open-market', list: null, ...purchase }),
    theFacts(vendors, [], more),
  ).holdsUntil;

const thing = (manufacturer: string | null, product: string): PurchasedItem => ({
  ...{ manufacturer, product, quantity: null },
});

describe('how long a decision about exclusions holds', () => {
  it.each([
    ['that begins', period('2026-09-01', null), day('2026-09-01')],
    ['that ends', period(null, '2026-09-01'), day('2026-09-01')],
    ['that begins and ends', period('2026-08-01', '2026-09-01'), day('2026-08-01')],
    ['that has ended', period(null, '2026-05-01'), null],
    ['that begins at that very instant', period('2026-06-01', null), null],
    ['that holds always', period(null, null), null],
  ])('an exclusion %s', (_, effective, until) => {
    expect(holdsUntil({ exclusions: [anExclusion({ effective })] })).toEqual(until);
  });

  it('ends with the next segment of an exclusion', () => {
    const timeline = [
      aBar({ effective: period(null, '2026-09-01') }),
      aBar({ effective: period('2026-09-01', null), effects: ['option'] }),
    ];
    const exclusions = [{ id: AN_EXCLUSION, timeline, waivers: [] }];
    expect(holdsUntil({ exclusions })).toEqual(day('2026-09-01'));
  });

  it('ends with a waiver, and with one that is yet to begin', () => {
    const effective = period('2026-08-01', '2026-09-01');
    const until = (from: string, to: string) =>
      holdsUntil({ exclusions: [anExclusion({}, [aWaiver({ effective: period(from, to) })])] });
    expect(until('2026-01-01', '2026-09-01')).toEqual(effective.to);
    expect(until('2026-08-01', '2026-09-01')).toEqual(effective.from);
  });

  it('ends with an exclusion that does not bar this purchase but is about the vendor', () => {
    const binds = bindingOnly({ agencies: ['NASA'] });
    const effective = period(null, '2026-09-01');
    expect(holdsUntil({ exclusions: [anExclusion({ binds, effective })] })).toEqual(effective.to);
  });

  it('does not end with an exclusion of another vendor', () => {
    const effective = period(null, '2026-09-01');
    expect(holdsUntil({ exclusions: [anExclusion({ vendor: BOREALIS, effective })] })).toBeNull();
  });

  it('ends with an affiliation, and with an exclusion of anybody who is connected', () => {
    const affiliation = anAffiliation('subsidiary', BOREALIS, ACME, {
      effective: period('2026-09-01', null),
    });
    const exclusion = anExclusion({
      ...{ vendor: BOREALIS, affiliates: ['subsidiaries'] },
      effective: period(null, '2026-10-01'),
    });
    const affiliations = [affiliation];
    expect(holdsUntil({ affiliations })).toEqual(day('2026-09-01'));
    const always = [{ ...affiliation, effective: period(null, null) }];
    const exclusions = [exclusion];
    expect(holdsUntil({ affiliations: always, exclusions })).toEqual(day('2026-10-01'));
    const seenFromThere = [anAffiliation('subsidiary', ACME, BOREALIS)];
    expect(holdsUntil({ affiliations: seenFromThere, exclusions })).toEqual(day('2026-10-01'));
  });

  it('ends with an exclusion of what is bought, and not of what is not', () => {
    const effective = period('2026-09-01', null);
    const exclusions = [aProhibition([anArticle('Hytera')], { effective })];
    const until = (...items: PurchasedItem[]) => holdsUntil({ exclusions }, { items });
    expect(until(thing('Hytera', 'Radio'))).toEqual(effective.from);
    expect(until(thing('Borealis', 'Hytera Radio'))).toEqual(effective.from);
    expect(until(thing('Borealis', 'Bolt'), thing('Hytera', 'Radio'))).toEqual(effective.from);
    expect(until(thing('Borealis', 'Bolt'))).toBeNull();
    expect(until()).toBeNull();
  });

  it('ends with an exclusion of what the excluded vendor makes under another name', () => {
    const effective = period('2026-09-01', null);
    const exclusions = [aProhibition([anArticle('Hytera')], { vendor: idOf('41'), effective })];
    const relatives = [aRelative(idOf('41'), 'Hytera', 'HYT')];
    const items = [thing('HYT', 'Radio')];
    expect(holdsUntil({ exclusions, relatives }, { items })).toEqual(effective.from);
    expect(holdsUntil({ exclusions }, { items })).toBeNull();
  });

  it('ends with an exclusion of what the seller may have made', () => {
    const effective = period('2026-09-01', null);
    const exclusions = [aProhibition([anArticle('Acme')], { effective })];
    const items = [thing(null, 'Radio')];
    expect(holdsUntil({ exclusions }, { items })).toEqual(effective.from);
  });

  it('ends with the earliest of all', () => {
    const exclusions = [
      anExclusion({ effective: period('2026-12-01', null) }, [
        aWaiver({ effective: period('2026-10-01', '2026-11-01') }),
      ]),
      anExclusion({ exclusion: idOf('e2'), effective: period('2026-09-01', null) }),
    ];
    const affiliations = [
      anAffiliation('affiliate', ACME, BOREALIS, { effective: period(null, '2026-08-01') }),
    ];
    expect(holdsUntil({ exclusions })).toEqual(day('2026-09-01'));
    expect(holdsUntil({ exclusions, affiliations })).toEqual(day('2026-08-01'));
  });
});
