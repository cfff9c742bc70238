import { isDeepStrictEqual } from 'node:util';
import type { AcknowledgedChange, AnsweredCheck, Log, RecordedRow, Timed } from './log';
import type { UnansweredCheck } from './log';
import { Model, type ReplayedEntry } from './model';

/** What the registry promises, and a history of requests may contradict. */
export type Promised =
  /** A check that begins after a change was acknowledged is decided with it. */
  | 'fresh'
  /** No check is decided with a change that was not even asked for. */
  | 'not-foreseen'
  /** A check that begins after another was answered is decided no earlier in the history. */
  | 'forward'
  /** The answer is what the registry said at the position that it names. */
  | 'true'
  /** The checks of one request are decided at one position. */
  | 'together'
  /** An answered check is recorded, as it was answered. */
  | 'recorded'
  /** A request has one answer, and no more records than it was sent without being refused. */
  | 'once'
  /** A key opens until it is revoked, and nothing once its revocation was acknowledged. */
  | 'locked'
  /** Where there is no record there is no verdict. */
  | 'silent';

/** One contradiction. */
export interface Violation {
  readonly promise: Promised;
  /** What was seen, for who looks into it. */
  readonly seen: string;
}

/** What the registry holds in the end. */
export interface Holdings {
  /** All entries, in order. */
  readonly history: readonly ReplayedEntry[];
  /** All checks, in any order. */
  readonly recorded: readonly RecordedRow[];
}

/** Everything in what was asked and answered that contradicts what the registry promises. Pure; empty when all is well. */
export function examine(log: Log, holdings: Holdings): Violation[] {
  return [
    ...stale(log),
    ...foreseen(log),
    ...backward(log.checks),
    ...untrue(log.checks, holdings.history),
    ...apart(log.checks),
    ...unrecorded(log.checks, holdings.recorded),
    ...repeated(log, holdings.recorded),
    ...unlocked(log, holdings.history),
    ...spoken(log),
  ];
}

const violation = (promise: Promised, seen: string): Violation => ({ promise, seen });

const tellCheck = ({ client, request, begun, ended, answer }: AnsweredCheck): string =>
  `check ${answer.id} (${request}, client ${client}, ${span({ begun, ended })}): ` +
  `${answer.verdict} at ${answer.position}`;

const span = ({ begun, ended }: Timed): string => `${begun.toFixed(3)}–${ended.toFixed(3)} ms`;

const tellChange = (change: AcknowledgedChange): string =>
  `${change.what} to ${change.position}, ${span(change)}`;

function stale({ checks, changes }: Log): Violation[] {
  const acknowledged = new Reached(changes, ({ ended }) => ended);
  return checks.flatMap((check) => {
    const last = acknowledged.before(check.begun);
    if (!last || check.answer.position >= last.position) return [];
    return violation('fresh', `${tellCheck(check)}, after ${tellChange(last)}`);
  });
}

/** The same looked at from the other end of time: what is asked for later lies at later positions. */
function foreseen({ checks, changes }: Log): Violation[] {
  const later = new Reached(
    changes.map((change) => ({ change, position: -change.position })),
    ({ change }) => -change.begun,
  );
  return checks.flatMap((check) => {
    const first = later.before(-check.ended)?.change;
    if (!first || check.answer.position < first.position) return [];
    return violation('not-foreseen', `${tellCheck(check)}, before ${tellChange(first)}`);
  });
}

function backward(checks: readonly AnsweredCheck[]): Violation[] {
  const answered = new Reached(
    checks.map((check) => ({ check, position: check.answer.position })),
    ({ check }) => check.ended,
  );
  return checks.flatMap((check) => {
    const last = answered.before(check.begun)?.check;
    if (!last || check.answer.position >= last.answer.position) return [];
    return violation('forward', `${tellCheck(check)}, after ${tellCheck(last)}`);
  });
}

/** Which is the furthest of those that were reached before an instant. */
class Reached<One extends { readonly position: number }> {
  private readonly inOrder: readonly { readonly instant: number; readonly furthest: One }[];

  constructor(all: readonly One[], instantOf: (one: One) => number) {
    let furthest: One | undefined;
    this.inOrder = all
      .map((one) => ({ one, instant: instantOf(one) }))
      .sort((a, b) => a.instant - b.instant)
      .map(({ one, instant }) => {
        if (!furthest || one.position > furthest.position) furthest = one;
        return { instant, furthest };
      });
  }

  before(instant: number): One | undefined {
    let [low, high] = [0, this.inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.inOrder[middle]?.instant ?? Infinity) < instant) low = middle + 1;
      else high = middle;
    }
    return this.inOrder[low - 1]?.furthest;
  }
}

function untrue(checks: readonly AnsweredCheck[], history: readonly ReplayedEntry[]): Violation[] {
  const model = new Model();
  const inOrder = [...checks].sort((a, b) => a.answer.position - b.answer.position);
  return inOrder.flatMap((check) => {
    const { position, verdict, codes } = check.answer;
    if (position > history.length) {
      return violation('true', `${tellCheck(check)}, and the history has ${history.length}`);
    }
    for (const entry of history.slice(model.size, position)) model.replay(entry);
    const expected = model.answer(check.question);
    if (isDeepStrictEqual({ verdict, codes }, expected)) return [];
    const [said, asked] = [expected, check.question].map((value) => JSON.stringify(value));
    return violation('true', `${tellCheck(check)} ${codes.join()}; not ${said}, of ${asked}`);
  });
}

function apart(checks: readonly AnsweredCheck[]): Violation[] {
  const batches = grouped(
    checks.filter(({ batch }) => batch !== null),
    ({ batch }) => String(batch),
  );
  return [...batches].flatMap(([batch, all]) => {
    const positions = new Set(all.map(({ answer }) => answer.position));
    if (positions.size === 1) return [];
    return violation('together', `batch ${batch} was decided at ${[...positions].join()}`);
  });
}

function unrecorded(
  checks: readonly AnsweredCheck[],
  recorded: readonly RecordedRow[],
): Violation[] {
  const rows = new Map(recorded.map((row) => [row.id, row]));
  return checks.flatMap((check) => {
    const row = rows.get(check.answer.id);
    if (!row) return violation('recorded', `${tellCheck(check)}, not recorded`);
    const { verdict, position, digest } = check.answer;
    const same =
      row.request === check.request &&
      row.verdict === verdict &&
      row.position === position &&
      row.digest === digest;
    return same ? [] : violation('recorded', `${tellCheck(check)}, not as recorded`);
  });
}

function repeated({ checks, unanswered }: Log, recorded: readonly RecordedRow[]): Violation[] {
  const answers = grouped(checks, ({ request }) => request);
  const perhaps = grouped(
    unanswered.filter(({ status }) => PERHAPS_RECORDED.includes(status)),
    ({ request }) => request,
  );
  return [
    ...[...answers].flatMap(([request, all]) => {
      const ids = new Set(all.map(({ answer }) => answer.id));
      if (ids.size === 1) return [];
      return violation('once', `${request} was answered by ${[...ids].join()}`);
    }),
    ...[...grouped(recorded, ({ request }) => request)].flatMap(([request, rows]) => {
      const sent = (perhaps.get(request)?.length ?? 0) + (answers.has(request) ? 1 : 0);
      if (rows.length <= Math.max(sent, 1)) return [];
      return violation('once', `${request} is recorded as ${rows.map(({ id }) => id).join()}`);
    }),
  ];
}

// No answer came, or one that says that it came too late.
const PERHAPS_RECORDED = [0, 503];

function grouped<One>(all: readonly One[], nameOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

/** The revocations of keys that were acknowledged, and all that the history knows of. */
function revocations(
  changes: readonly AcknowledgedChange[],
  history: readonly ReplayedEntry[],
): Map<string, AcknowledgedChange | null> {
  const byPosition = new Map(changes.map((change) => [change.position, change]));
  return new Map(
    history
      .filter(({ type }) => type === 'key.revoked')
      .map(({ position, after }) => [String(after?.['id']), byPosition.get(position + 1) ?? null]),
  );
}

function unlocked({ checks, unanswered, changes }: Log, history: readonly ReplayedEntry[]) {
  const revoked = revocations(changes, history);
  return [
    ...checks.flatMap((check) => {
      const change = revoked.get(check.question.key);
      if (!change || change.ended >= check.begun) return [];
      return violation('locked', `${tellCheck(check)}, after ${tellChange(change)}`);
    }),
    ...unanswered.flatMap((refused) => {
      const change = revoked.get(refused.key);
      const wasGood = change === undefined || (change && change.begun > refused.ended);
      if (!REFUSED.includes(refused.status) || !wasGood) return [];
      return violation('locked', `${tellUnanswered(refused)}, and the key was good`);
    }),
  ];
}

const REFUSED = [401, 403];

const spoken = ({ unanswered }: Log): Violation[] =>
  unanswered
    .filter(({ text }) => VERDICT.test(text))
    .map((refused) => violation('silent', tellUnanswered(refused)));

const VERDICT = /"(verdict|receipt|reasons)"|eligible/;

const tellUnanswered = ({ request, client, status, text, ...times }: UnansweredCheck): string =>
  `${request} (client ${client}, ${span(times)}): ${status} ${text.slice(0, 300)}`;
