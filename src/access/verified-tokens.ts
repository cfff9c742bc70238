import { createHash } from 'node:crypto';

/** Remembers what was verified of a text until it ends; the oldest go when there are too many. */
export class VerifiedTokens<Value> {
  private readonly kept = new Map<string, { readonly value: Value; readonly until: Date }>();

  constructor(private readonly capacity: number) {}

  get(token: string, now: Date): Value | undefined {
    const found = this.kept.get(nameOf(token));
    return found && now < found.until ? found.value : undefined;
  }

  set(token: string, value: Value, until: Date): void {
    const name = nameOf(token);
    this.kept.delete(name);
    this.kept.set(name, { value, until });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.capacity && oldest !== undefined) this.kept.delete(oldest);
  }
}

// Not the token itself: a dump of the memory opens nothing.
const nameOf = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('base64');
