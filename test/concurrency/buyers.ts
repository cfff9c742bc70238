import { canonicalize } from 'json-canonicalize';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Called } from './call';
import type { Fleet } from './fleet';
import type { AnsweredCheck, ToldCheck, UnansweredCheck } from './log';
import { AGENCIES, type Cast } from './people';
import { bodyOf, type Asked } from './question';
import type { Random } from './random';

/** A key by which a check may be asked for. */
export interface BuyersKey {
  readonly keyId: string;
  readonly apiKey: string;
}

/** What buyers were answered. */
export interface BuyersLog {
  readonly checks: AnsweredCheck[];
  readonly unanswered: UnansweredCheck[];
}

const MOST_TRIES = 5;
const MOST_IN_BATCH = 6;

/** Clients that ask before each purchase: each sends its next request when it has the answer to the last. */
export class Buyers {
  private requests = 0;

  constructor(
    private readonly fleet: Fleet,
    private readonly cast: Cast,
    private readonly keys: () => readonly BuyersKey[],
    private readonly log: BuyersLog,
  ) {}

  /** @param client the number of the client */
  buy(client: number, random: Random): Promise<void> {
    return this.fleet.untilOver(async () => {
      const key = random.oneOf(this.keys());
      if (random.next() < 0.1) await this.askMany(client, key, random);
      else await this.askOne(client, key, random);
      await sleep(random.between(0, 40));
    });
  }

  /** One check; one in five comes with an Idempotency-Key, and again where no answer came. */
  private async askOne(client: number, key: BuyersKey, random: Random): Promise<void> {
    const once = random.next() < 0.2;
    const asked = this.ask(key, random, once ? '-once' : '');
    const headers = once ? { 'Idempotency-Key': asked.request } : undefined;
    let begun = Infinity;
    for (let tries = 0; tries < (once ? MOST_TRIES : 1); tries += 1) {
      const called = await this.fleet.call('POST', '/v1/checks', {
        ...{ key: key.apiKey, body: bodyOf(this.cast.vendors, asked) },
        ...(headers && { headers }),
      });
      begun = Math.min(begun, called.begun);
      if (called.status === 201) {
        const answer = toldIn(JSON.parse(called.text) as Answer);
        const { ended } = called;
        this.log.checks.push({ client, ...asked, batch: null, answer, begun, ended });
        return;
      }
      this.refused(client, asked, called);
      await sleep(random.between(20, 200));
    }
  }

  private async askMany(client: number, key: BuyersKey, random: Random): Promise<void> {
    const length = 2 + random.below(MOST_IN_BATCH - 1);
    const all = Array.from({ length }, () => this.ask(key, random));
    const body = { checks: all.map((asked) => bodyOf(this.cast.vendors, asked)) };
    const called = await this.fleet.call('POST', '/v1/checks/batch', { key: key.apiKey, body });
    const [first] = all;
    if (!first) throw new Error('Nothing was asked.');
    if (called.status !== 200) {
      this.refused(client, first, called);
      return;
    }
    const { results } = JSON.parse(called.text) as { results: { check: Answer }[] };
    const { begun, ended } = called;
    for (const [index, asked] of all.entries()) {
      const answer = toldIn(results[index]!.check);
      this.log.checks.push({ client, ...asked, batch: first.request, answer, begun, ended });
    }
  }

  private ask({ keyId }: BuyersKey, random: Random, mark = ''): Asked {
    const { vendors, list } = this.cast;
    const question = {
      vendor: random.oneOf(vendors).id,
      list: random.next() < 0.7 ? list : null,
      agency: random.oneOf(AGENCIES),
      key: keyId,
    };
    return { request: `PR-${this.requests++}${mark}`, question };
  }

  private refused(client: number, { request, question }: Asked, called: Called): void {
    const { status, text, begun, ended } = called;
    this.log.unanswered.push({ client, request, key: question.key, status, text, begun, ended });
  }
}

/** An answer to a check as it comes. */
interface Answer {
  readonly id: string;
  readonly verdict: string;
  readonly position: number;
  readonly reasons: readonly { readonly code: string }[];
  readonly receipt?: unknown;
}

function toldIn({ receipt: _, ...answer }: Answer): ToldCheck {
  const { id, verdict, position, reasons } = answer;
  const codes = reasons.map(({ code }) => code).sort();
  const digest = createHash('sha256').update(canonicalize(answer)).digest('hex');
  return { id, verdict, position, codes, digest };
}
