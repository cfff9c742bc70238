import { normaliseName } from './normalise-name';

describe('normaliseName', () => {
  it.each([
    ['KASPERSKY LAB, INC.', 'Kaspersky  Lab Inc'],
    ['Ａｃｍｅ', 'Acme'],
    ['Société Générale', 'SOCIETE GENERALE'],
    ['Müller & Söhne', 'Muller and Sohne'],
    ['A.B.C. Corp', 'ABC Corp'],
    ['O’Brien', "O'BRIEN"],
    ['Große Straße', 'GROSSE STRASSE'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδος'],
    ['Лаборатория Касперского', 'ЛАБОРАТОРИЯ КАСПЕРСКОГО'],
    ['Ac\u00adme\u200b\ufeff', 'Acme'],
    ['A-B/C_D%', 'a b c d'],
  ])('reads %j as %j', (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other));
  });

  it.each([
    ['हिन्दी', 'हन्दी'],
    ['กำ', 'กา'],
    ['华为', '华為'],
    ['Acme Inc', 'Acme'],
    ['Acme 1', 'Acme 2'],
  ])('tells %j from %j', (one, other) => {
    expect(normaliseName(one)).not.toBe(normaliseName(other));
  });

  it.each(['', '!!!', '—', '\u3099', '"%_\\'])('finds no name in %j', (text) => {
    expect(normaliseName(text)).toBe('');
  });

  it('changes nothing that is normalised', () => {
    for (const name of ['Große & Co.', 'ﷺ', 'हिन्दी', 'ΟΔΟΣ', '２５º']) {
      expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
    }
  });
});
