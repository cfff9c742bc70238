import { nameFormOf } from '../../../../src/screening/domain/name-form';
import { FLOOR } from '../../../../src/screening/domain/thresholds';
import { NameIndex, type Lead } from '../../../../src/screening/index/name-index';
import { MOST_ANSWERS } from '../names/workload';
import type { Answer, Rest, Subject } from './subject';

/** The registry's own index, asked as checks and pages ask it. */
export class RegistryIndex implements Subject {
  private readonly index = new NameIndex();

  async add(first: number, names: readonly string[], rest: Rest): Promise<void> {
    names.forEach((name, index) => this.index.add(first + index, name));
    await this.index.settle(rest);
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  find(name: string): Answer {
    return answerOf(this.index.search(nameFormOf(name), { most: MOST_ANSWERS, floor: FLOOR }));
  }

  complete(text: string): Answer {
    return answerOf(this.index.complete(text, MOST_ANSWERS));
  }

  bytes(): Promise<number> {
    return Promise.resolve(this.index.bytes);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const answerOf = (leads: readonly Lead[]): Answer => ({
  owners: leads.map(({ owner }) => owner),
  score: leads[0]?.score ?? 0,
});
