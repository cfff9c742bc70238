import Fuse from 'fuse.js';
import { MOST_ANSWERS } from '../names/workload';
import type { Answer, Subject } from './subject';
import { formText } from './form-text';

/** fuse.js, which looks at each name for each question. */
export class FuseIndex implements Subject {
  private readonly index = new Fuse<string>([], { ignoreLocation: true, threshold: 0.4 });

  add(_first: number, names: readonly string[]): Promise<void> {
    for (const name of names) this.index.add(formText(name));
    return Promise.resolve();
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  find(name: string): Answer {
    const found = this.index.search(formText(name), { limit: MOST_ANSWERS });
    return { owners: found.map(({ refIndex }) => refIndex) };
  }

  bytes(): Promise<number> {
    return Promise.resolve(0);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
