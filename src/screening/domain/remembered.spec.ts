import { remembered } from './remembered';

/** What gives a text in capitals, and how often it had to be worked out. */
function counting() {
  const worked: string[] = [];
  const capitals = remembered((text) => {
    worked.push(text);
    return text.toUpperCase();
  });
  return { worked, capitals };
}

describe('remembered', () => {
  it('gives the same as the function, and works it out once', () => {
    const { worked, capitals } = counting();
    expect(['a', 'b', 'a', ''].map(capitals)).toEqual(['A', 'B', 'A', '']);
    expect([capitals('a'), capitals('')]).toEqual(['A', '']);
    expect(worked).toEqual(['a', 'b', '']);
  });

  it('keeps texts apart that are names of members of every object', () => {
    const { capitals } = counting();
    expect(['constructor', '__proto__', 'constructor'].map(capitals)).toEqual([
      'CONSTRUCTOR',
      '__PROTO__',
      'CONSTRUCTOR',
    ]);
  });

  it('forgets where there are too many, and still gives the same', () => {
    const { worked, capitals } = counting();
    for (let index = 0; index <= 20_000; index += 1) capitals(`${index}`);
    expect(capitals('0')).toBe('0');
    expect(worked.filter((text) => text === '0')).toHaveLength(2);
  });
});
