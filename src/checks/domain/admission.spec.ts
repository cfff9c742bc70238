import fc from 'fast-check';
import { Admission, type Guest } from './admission';

const LIMITS = { inside: 4, insideWhileOthers: 1, waiting: 3 };

describe('the door', () => {
  let entered: string[];
  let refused: string[];
  let door: Admission;

  const named = (name: string): Guest => ({
    enter: () => entered.push(name),
    refuse: () => refused.push(name),
  });
  const ask = (...names: string[]): Guest[] =>
    names.map((name) => {
      const guest = named(name);
      door.ask(guest);
      return guest;
    });

  beforeEach(() => {
    [entered, refused] = [[], []];
    door = new Admission(LIMITS);
  });

  it('lets in as many as there is room for, has others wait, and sends away who is too many', () => {
    ask('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    expect(entered).toEqual(['a', 'b', 'c', 'd']);
    expect(refused).toEqual(['h']);
    door.leave();
    door.leave();
    expect(entered).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('lets in fewer while others come first, and all again afterwards', () => {
    door.otherBegins();
    ask('a', 'b', 'c');
    expect(entered).toEqual(['a']);
    door.leave();
    expect(entered).toEqual(['a', 'b']);
    door.otherBegins();
    door.otherEnds();
    expect(entered).toEqual(['a', 'b']);
    door.otherEnds();
    expect(entered).toEqual(['a', 'b', 'c']);
  });

  it('lets in nobody new while more are inside than may be', () => {
    ask('a', 'b', 'c');
    door.otherBegins();
    ask('d');
    door.leave();
    door.leave();
    expect(entered).toEqual(['a', 'b', 'c']);
    door.leave();
    expect(entered).toEqual(['a', 'b', 'c', 'd']);
  });

  it('forgets who waits no longer', () => {
    const [, , , , e] = ask('a', 'b', 'c', 'd', 'e', 'f');
    expect(door.withdraw(e!)).toBe(true);
    expect(door.withdraw(e!)).toBe(false);
    door.leave();
    expect(entered).toEqual(['a', 'b', 'c', 'd', 'f']);
  });

  it('loses nobody, keeps the order, and holds its limits, whatever happens', () => {
    const happening = fc.constantFrom('ask', 'leave', 'begin', 'end');
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 200 }), (happenings) => {
        [entered, refused] = [[], []];
        const trial = new Trial(new Admission(LIMITS), named, () => entered.length);
        for (const what of happenings) {
          const before = trial.inside;
          trial.happens(what);
          expect(trial.inside).toBeLessThanOrEqual(Math.max(trial.room, before));
          const waiting = trial.asked - entered.length - refused.length;
          // Nobody waits while there is room.
          expect(waiting > 0 && trial.inside < trial.room).toBe(false);
        }
        trial.empty();
        expect(entered.length + refused.length).toBe(trial.asked);
        expect(entered).toEqual([...entered].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});

/** What happens at a door, where it can. */
class Trial {
  asked = 0;
  private left = 0;
  private others = 0;

  constructor(
    private readonly door: Admission,
    private readonly named: (name: string) => Guest,
    private readonly entered: () => number,
  ) {}

  get inside(): number {
    return this.entered() - this.left;
  }

  get room(): number {
    return this.others > 0 ? LIMITS.insideWhileOthers : LIMITS.inside;
  }

  happens(what: 'ask' | 'leave' | 'begin' | 'end'): void {
    if (what === 'ask') this.door.ask(this.named(String((this.asked += 1))));
    if (what === 'leave' && this.inside > 0) this.leave();
    if (what === 'begin') this.begin();
    if (what === 'end' && this.others > 0) this.end();
  }

  empty(): void {
    while (this.others > 0) this.end();
    while (this.inside > 0) this.leave();
  }

  private leave(): void {
    this.left += 1;
    this.door.leave();
  }

  private begin(): void {
    this.others += 1;
    this.door.otherBegins();
  }

  private end(): void {
    this.others -= 1;
    this.door.otherEnds();
  }
}
