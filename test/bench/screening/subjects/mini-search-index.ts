import MiniSearch from 'minisearch';
import { MOST_ANSWERS } from '../names/workload';
import type { Answer, Subject } from './subject';
import { formText } from './form-text';

/** minisearch as its documentation shows it: terms up to a fifth of their letters apart, and beginnings of terms. */
export class MiniSearchIndex implements Subject {
  private readonly index = new MiniSearch<{ id: number; words: string }>({
    fields: ['words'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });

  add(first: number, names: readonly string[]): Promise<void> {
    this.index.addAll(names.map((name, index) => ({ id: first + index, words: formText(name) })));
    return Promise.resolve();
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  find(name: string): Answer {
    const found = this.index.search(formText(name)).slice(0, MOST_ANSWERS);
    return { owners: found.map(({ id }) => id as number) };
  }

  complete(text: string): Answer {
    return this.find(text);
  }

  bytes(): Promise<number> {
    return Promise.resolve(0);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
