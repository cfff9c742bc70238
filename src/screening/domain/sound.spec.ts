import { consonantsIn, soundOf } from './sound';

describe('the sound of a word', () => {
  it.each([
    ['kaspersky', 'kasperski kasperskiy kasperskii kasperskij kasperskogo kasperskaya caspersky'],
    ['mohammad', 'muhammed mohamed muhammad mohammed'],
    ['laboratory', 'laboratoriya laboratoria'],
    ['qaddafi', 'kadafi caddafi'],
    ['sergey', 'sergej sergei'],
    ['islamiyyah', 'islamiya eslamiyah'],
    ['cyclone', 'tsiklon'],
    ['yusuf', 'jusuf iusuf'],
    ['shabab', 'schabab chabab'],
    ['ahmad', 'akhmed ahmed'],
    ['wagner', 'vagner'],
  ])('is one of %s and %s', (word, others) => {
    for (const other of others.split(' ')) expect(soundOf(other)).toBe(soundOf(word));
  });

  it.each([
    ['kaspersky', 'casper'],
    ['huawei', 'hitachi'],
    ['khan', 'hayan'],
    ['bank', 'band'],
  ])('is another of %s than of %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  it('has consonants', () => {
    expect(consonantsIn(soundOf('mohammad'))).toBe(4);
    expect(consonantsIn(soundOf('aria'))).toBe(1);
    expect(consonantsIn('')).toBe(0);
  });
});
