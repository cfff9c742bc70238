import { Turns } from './turns';

/** An act that lasts until it is told to end. */
class Act {
  begun = false;
  end!: () => void;
  fail!: (error: Error) => void;

  readonly run = (): Promise<string> => {
    this.begun = true;
    return new Promise((resolve, reject) => {
      this.end = () => resolve('done');
      this.fail = reject;
    });
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const acts = (many: number): Act[] => Array.from({ length: many }, () => new Act());

describe('Turns', () => {
  it('lets so many act at a time, and the others in their order', async () => {
    const turns = new Turns(2);
    const [first, second, third, fourth] = acts(4) as [Act, Act, Act, Act];
    const taken = [first, second, third, fourth].map((act) => turns.take(act.run));
    await settle();
    expect([first, second, third, fourth].map(({ begun }) => begun)).toEqual([
      ...[true, true, false, false],
    ]);
    second.end();
    await settle();
    expect([third.begun, fourth.begun]).toEqual([true, false]);
    first.end();
    await settle();
    third.end();
    fourth.end();
    expect(await Promise.all(taken)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('goes on after an act that fails', async () => {
    const turns = new Turns(1);
    const [first, second] = acts(2) as [Act, Act];
    const failing = turns.take(first.run);
    const next = turns.take(second.run);
    first.fail(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    await settle();
    second.end();
    expect(await next).toBe('done');
  });

  it('never begins what was not waited for any longer, and gives its turn to the next', async () => {
    const turns = new Turns(1);
    const [first, second, third] = acts(3) as [Act, Act, Act];
    const acting = turns.take(first.run);
    let lose!: (error: Error) => void;
    const patience = new Promise<never>((_, reject) => (lose = reject));
    const waiting = turns.take(second.run, patience);
    const next = turns.take(third.run);
    lose(new Error('too late'));
    await expect(waiting).rejects.toThrow('too late');
    first.end();
    await acting;
    await settle();
    expect([second.begun, third.begun]).toEqual([false, true]);
    third.end();
    await next;
  });

  it('loses no turn that comes in the moment in which the waiting ends', async () => {
    const turns = new Turns(1);
    const [first, second, third] = acts(3) as [Act, Act, Act];
    const acting = turns.take(first.run);
    let lose!: (error: Error) => void;
    const patience = new Promise<never>((_, reject) => (lose = reject));
    const waiting = turns.take(second.run, patience);
    lose(new Error('too late'));
    first.end();
    await Promise.allSettled([acting, waiting].map((each, index) => ends(each, index, second)));
    const next = turns.take(third.run);
    await settle();
    expect(third.begun).toBe(true);
    third.end();
    expect(await next).toBe('done');
  });

  it('lets one act at least', async () => {
    expect(await new Turns(0).take(() => Promise.resolve('done'))).toBe('done');
  });
});

/** Whichever of the two came first, the act that had its turn is ended. */
async function ends(taken: Promise<string>, index: number, act: Act): Promise<void> {
  await settle();
  if (index === 1 && act.begun) act.end();
  await taken;
}
