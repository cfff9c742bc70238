import { ALL_KINDS, makeWorkload, markAmbiguous } from './workload';

describe('names and questions about them', () => {
  const { names, questions } = makeWorkload(5_000, 50);

  it('have as many questions of each kind as were asked for, each about a name that is there', () => {
    expect(names).toHaveLength(5_000);
    for (const kind of ALL_KINDS.filter((each) => each !== 'unknown')) {
      expect(questions[kind]).toHaveLength(50);
      for (const { text, owner } of questions[kind]) {
        expect(text).not.toBe('');
        expect(names[owner]).toBeDefined();
      }
    }
  });

  it('ask also about names that are not there', () => {
    const known = new Set(names);
    expect(questions.unknown).toHaveLength(50);
    for (const { text } of questions.unknown) expect(known.has(text)).toBe(false);
  });

  it('tell questions that more than ten names answer', () => {
    const many = Array.from({ length: 11 }, (_, index) => `steel supply v${index}`);
    const made = new Set([...many, 'marine supply', 'steel works']);
    const about = (...words: string[]) => ({ words, text: words.join(' '), owner: 0 });
    const asked = [about('Supply', 'Steel'), about('Supply', 'Marine'), about('Works'), about('x')];
    expect(markAmbiguous(asked, made).map(({ ambiguous }) => ambiguous)).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
