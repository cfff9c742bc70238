import { v7 } from 'uuid';
import { actorOf, type Caller } from '../src/access/caller';
import { ImpactOfChange } from '../src/exposure/impact';
import { History } from '../src/history/history';
import { ApproveProposal } from '../src/proposals/approve-proposal';
import { ConfirmSuspension } from '../src/proposals/confirm-suspension';
import { DeclineProposal } from '../src/proposals/decline-proposal';
import { digestOf, type Proposal, type ProposalContent } from '../src/proposals/domain/proposal';
import { Propose } from '../src/proposals/propose';
import { Proposals } from '../src/proposals/proposals';
import { RecordLapses } from '../src/proposals/record-lapses';
import { Suspend } from '../src/proposals/suspend';
import type { Suspension } from '../src/proposals/suspensions';
import { registerVendors } from '../src/vendors/register-vendor';
import { ADMIN, ADMIN_2, Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const ROUNDS = 1000;
const AT_ONCE = 8;

// A thousand rounds take their time where others are at work too.
jest.setTimeout(600_000);

const LAWFUL = { authority: { citation: 'FAR 9.406-2', office: 'GSA' }, reason: 'for the test' };
const LATER = '2030-01-01T00:00:00.000Z';
const NEW_LISTING = { action: 'list', contractNumber: null, categories: [], effectiveTo: null };

const another = (last: string): Caller => {
  const person = `01980000-0000-7000-8000-000000000${last}`;
  return { ...ADMIN, id: person, person };
};
const ADMIN_3 = another('a03');
const ADMIN_4 = another('a04');

type Attempt = () => Promise<unknown>;

interface Outcome {
  /** Which attempts got through. */
  readonly won: number[];
  /** What the others were told. */
  readonly refused: string[];
}

/** Has all try at once. */
async function race(attempts: readonly Attempt[]): Promise<Outcome> {
  const outcomes = await Promise.allSettled(attempts.map((attempt) => attempt()));
  return {
    won: outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : [])),
    refused: outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [nameOf(outcome.reason)] : [],
    ),
  };
}

/** A refusal's name; of a fault, what it says. */
const nameOf = (fault: unknown): string => {
  const { name, message, code } = fault as Error & { readonly code?: string };
  return code === undefined ? message : name;
};

/** Expects one attempt of each round to have got through, and all others to have been told the same. */
function expectOneWinner(outcomes: readonly Outcome[], refusal: string): void {
  expect(outcomes.filter(({ won }) => won.length !== 1)).toEqual([]);
  expect([...new Set(outcomes.flatMap(({ refused }) => refused))]).toEqual([refusal]);
}

describe('of changes that exclude each other, in a thousand rounds', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let approving: ApproveProposal;
  /** One for each round. */
  let vendors: string[];

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(new Date('2026-06-01T12:00:00.000Z'));
    approving = new ApproveProposal(db.dataSource, clock);
    await new Changes(db.dataSource, clock).openList();
    const commands = Array.from({ length: ROUNDS }, (_, index) => ({
      ...{ name: `Vendor ${index}`, country: 'US', identifiers: [], names: [] },
    }));
    const registered = await db.dataSource.transaction((tx) =>
      registerVendors(tx, commands, actorOf(ADMIN), clock.now()),
    );
    vendors = registered.map(({ id }) => id);
  });

  afterEach(async () => {
    const [{ count }] = await db.dataSource.query('SELECT count(*)::int FROM history_entry');
    expect(await new History(db.dataSource.manager).head()).toMatchObject({ size: count });
    await db.destroy();
  });

  /** Plays as many rounds as there are vendors, eight at once. */
  async function rounds<Result>(play: (round: number) => Promise<Result>): Promise<Result[]> {
    const results: Result[] = [];
    for (let first = 0; first < ROUNDS; first += AT_ONCE) {
      const batch = vendors.slice(first, first + AT_ONCE);
      results.push(...(await Promise.all(batch.map((_, index) => play(first + index)))));
    }
    return results;
  }

  /** Has one person propose many changes in one transaction, without trying each of them out, which takes long. */
  function proposeAll(changes: readonly { readonly vendor: string }[]): Promise<Proposal[]> {
    const list = 'a-list';
    const contents = changes.map((change) => ({ ...LAWFUL, list, effectiveFrom: null, ...change }));
    return db.dataSource.transaction(async (tx) => {
      const drafts = contents.map((content) => ({
        ...{ type: 'proposal.made' as const, actor: actorOf(ADMIN), list },
        ...{ vendors: [content.vendor], before: null, after: content },
      }));
      const positions = await new History(tx).appendAll(drafts, clock.now());
      const proposals = contents.map(({ vendor, ...rest }, index) =>
        aProposal({ vendor, ...rest } as object as ProposalContent, vendor, positions[index]!),
      );
      const rows = new Proposals(tx);
      for (const each of proposals) await rows.add(each, digestOf(each.content).canonical);
      return proposals;
    });
  }

  const aProposal = (content: ProposalContent, vendor: string, basis: number): Proposal => ({
    ...{ id: v7(), state: 'pending', content, sha256: digestOf(content).sha256 },
    ...{ list: 'a-list', exclusion: null, vendors: [vendor], warnings: [], impact: null },
    ...{ approvalsNeeded: 1, approvedBy: [], basis, proposedBy: ADMIN.id },
    ...{ proposedAt: clock.now(), decidedBy: null, decidedAt: null, decisionReason: null },
    entries: [],
  });

  const approve =
    ({ id, sha256 }: Proposal, caller: Caller = ADMIN_2): Attempt =>
    () =>
      approving.execute(id, sha256, caller);

  /** What some rows say of each vendor, in the order of `vendors`. @param rows SQL of columns `vendor` and `said` */
  async function saidOfEach(rows: string): Promise<string[][]> {
    const said = await db.dataSource.query<{ vendor: string; said: string }[]>(
      `SELECT * FROM (${rows}) AS row ORDER BY vendor, said`,
    );
    const found = new Map(vendors.map((vendor) => [vendor, [] as string[]]));
    for (const row of said) found.get(row.vendor)?.push(row.said);
    return [...found.values()];
  }

  /** The kinds of entries about each vendor, the same kind as often as there are entries. */
  const entries = (): Promise<string[][]> =>
    saidOfEach(`SELECT vendors[1] AS vendor, type AS said FROM history_entry
                WHERE type NOT IN ('vendor.registered', 'proposal.made')`);

  /** How the proposals of each vendor are decided, and by whom. */
  const proposals = (): Promise<string[][]> =>
    saidOfEach(`SELECT vendors[1] AS vendor, concat_ws(' ', state, decided_by) AS said
                FROM proposal WHERE action <> 'import'`);

  /** How the listings of each vendor stand that go on for ever. */
  const listings = (): Promise<string[][]> =>
    saidOfEach(`SELECT vendor_id AS vendor, concat_ws(' ', contract_number, status) AS said
                FROM listing WHERE upper_inf(recorded) AND upper_inf(effective)`);

  const listingOfEach = (): Promise<Proposal[]> =>
    proposeAll(vendors.map((vendor) => ({ ...NEW_LISTING, vendor })));

  it('one of two approvals carries a proposal out', async () => {
    const waiting = await listingOfEach();
    const approvers = [ADMIN_2, ADMIN_3];
    const outcomes = await rounds((round) =>
      race(approvers.map((caller) => approve(waiting[round]!, caller))),
    );
    expectOneWinner(outcomes, 'ProposalDecided');
    expect(await entries()).toEqual(vendors.map(() => ['listing.listed', 'proposal.approved']));
    expect(await proposals()).toEqual(
      outcomes.map(({ won: [winner = -1] }) => [`approved ${approvers[winner]?.id}`]),
    );
    expect(await listings()).toEqual(vendors.map(() => ['listed']));
  });

  it('one of an approval and a withdrawal decides a proposal', async () => {
    const waiting = await listingOfEach();
    const declining = new DeclineProposal(db.dataSource, clock);
    const withdraw =
      ({ id }: Proposal): Attempt =>
      () =>
        declining.execute(id, { state: 'withdrawn', reason: null }, ADMIN);
    const outcomes = await rounds(async (round) => {
      const attempts = [approve(waiting[round]!), withdraw(waiting[round]!)];
      if (round % 2 === 0) return race(attempts);
      const { won, refused } = await race(attempts.reverse());
      return { won: won.map((index) => 1 - index), refused };
    });
    expectOneWinner(outcomes, 'ProposalDecided');
    const approved = outcomes.map(({ won }) => won[0] === 0);
    expect(new Set(approved)).toEqual(new Set([true, false]));
    expect(await entries()).toEqual(
      approved.map((yes) =>
        yes ? ['listing.listed', 'proposal.approved'] : ['proposal.withdrawn'],
      ),
    );
    expect(await proposals()).toEqual(
      approved.map((yes) => [yes ? `approved ${ADMIN_2.id}` : `withdrawn ${ADMIN.id}`]),
    );
    expect(await listings()).toEqual(approved.map((yes) => (yes ? ['listed'] : [])));
  });

  it('one of a listing and two removals of the same vendor is carried out', async () => {
    const old = { contractNumber: 'OLD', categories: ['a'], effectiveFrom: null };
    const content: ProposalContent = {
      ...{ ...LAWFUL, action: 'import' as const, list: 'a-list' },
      listings: vendors.map((vendor) => ({ vendor, ...old, effectiveTo: null })),
    };
    const propose = new Propose(db.dataSource, clock, new ImpactOfChange());
    await approve((await propose.execute(content, ADMIN)).proposal)();
    const standing = (await entries()).map((kinds) => kinds.length);
    const fresh = { contractNumber: 'NEW', categories: ['b'], effectiveFrom: LATER };
    const changes = [{ ...NEW_LISTING, ...fresh }, { action: 'remove' }, { action: 'remove' }];
    const waiting = await proposeAll(
      vendors.flatMap((vendor) => changes.map((change) => ({ ...change, vendor }))),
    );
    const outcomes = await rounds(async (round) => {
      // Each of them is the first to begin in a third of the rounds.
      const inTurn = changes.map((_, index) => (index + round) % changes.length);
      const { won, refused } = await race(
        inTurn.map((change) => approve(waiting[round * changes.length + change]!)),
      );
      return { won: won.map((index) => inTurn[index]!), refused };
    });
    expectOneWinner(outcomes, 'ProposalStale');
    expect(new Set(outcomes.flatMap(({ won }) => won))).toEqual(new Set([0, 1, 2]));
    const added = outcomes.map(({ won }) => won[0] === 0);
    expect(standing).toEqual(vendors.map(() => 1));
    expect(await entries()).toEqual(
      added.map((yes) => [
        ...['listing.listed', yes ? 'listing.listed' : 'listing.removed', 'proposal.approved'],
      ]),
    );
    expect(await proposals()).toEqual(
      vendors.map(() => [`approved ${ADMIN_2.id}`, 'pending', 'pending']),
    );
    expect(await listings()).toEqual(
      added.map((yes) => (yes ? ['NEW listed', 'OLD listed'] : ['OLD removed'])),
    );
  });

  describe('a suspension', () => {
    /** Of two instances whose clocks differ: one is just before the lapse, for the other it has come. */
    let late: SettableClock;
    let early: SettableClock;

    beforeEach(() => {
      late = new SettableClock(clock.now());
      early = new SettableClock(clock.now());
    });

    /** Two persons suspend the same vendor as a whole. */
    async function suspendTwice(vendor: string): Promise<Outcome & { readonly made: Suspension }> {
      const suspending = new Suspend(db.dataSource, clock);
      const made: Suspension[] = [];
      const outcome = await race(
        [ADMIN, ADMIN_2].map((caller) => async () => {
          const { suspension } = await suspending.execute(
            { ...LAWFUL, vendor, list: null },
            caller,
          );
          made.push(suspension);
        }),
      );
      return { ...outcome, made: made[0]! };
    }

    /** Two persons confirm at the instant of the lapse. */
    function confirmTwice({ id }: Suspension): Promise<Outcome> {
      const confirming = new ConfirmSuspension(db.dataSource, late);
      return race([ADMIN_3, ADMIN_4].map((caller) => () => confirming.execute(id, caller)));
    }

    /** Several instances record all lapses. */
    async function lapse(instances: number): Promise<number[]> {
      const lapses = new RecordLapses(db.dataSource, early);
      const all = Array.from({ length: instances }, () => lapses.execute());
      return (await Promise.all(all)).flat();
    }

    it('is made once, and is either confirmed once or lapses once', async () => {
      const suspended: Outcome[] = [];
      const confirmed: Outcome[] = [];
      const lapsed: number[] = [];
      for (let first = 0; first < ROUNDS; first += AT_ONCE) {
        const batch = await Promise.all(vendors.slice(first, first + AT_ONCE).map(suspendTwice));
        const { lapsesAt } = batch[0]!.made;
        early.set(lapsesAt);
        late.set(new Date(lapsesAt.getTime() - 1));
        const confirming = batch.map(({ made }) => confirmTwice(made));
        // In every other batch the lapse waits until the first round is decided.
        if ((first / AT_ONCE) % 2 === 1) await Promise.race(confirming);
        lapsed.push(...(await lapse(2)));
        suspended.push(...batch);
        confirmed.push(...(await Promise.all(confirming)));
        lapsed.push(...(await lapse(1)));
        clock.set(lapsesAt);
      }
      expectOneWinner(suspended, 'AlreadyExcluded');
      expect(new Set(confirmed.flatMap(({ refused }) => refused))).toEqual(
        new Set(['SuspensionLapsed']),
      );
      const lasts = confirmed.map(({ won }) => won.length > 0);
      expect(new Set(lasts)).toEqual(new Set([true, false]));
      expect(confirmed.filter(({ won }) => won.length > 1)).toEqual([]);
      expect(new Set(lapsed).size).toBe(lapsed.length);
      await expectStates(lasts);
    });

    async function expectStates(lasts: readonly boolean[]): Promise<void> {
      expect(await entries()).toEqual(
        lasts.map((yes) => [
          'exclusion.suspended',
          yes ? 'exclusion.suspension-confirmed' : 'suspension.lapsed',
        ]),
      );
      expect(await saidOfEach('SELECT vendor_id AS vendor, state AS said FROM suspension')).toEqual(
        lasts.map((yes) => [yes ? 'confirmed' : 'lapsed']),
      );
      expect(
        await saidOfEach(`SELECT vendor_id AS vendor, concat_ws(' ',
                            CASE WHEN confirmed THEN 'confirmed' ELSE 'unconfirmed' END,
                            CASE WHEN upper_inf(effective) THEN 'without an end' END) AS said
                          FROM exclusion_terms WHERE upper_inf(recorded)`),
      ).toEqual(lasts.map((yes) => [yes ? 'confirmed without an end' : 'unconfirmed']));
    }
  });
});
