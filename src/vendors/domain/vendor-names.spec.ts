import { scriptOf } from './script-of';
import { parseNames } from './vendor-names';

describe('scriptOf', () => {
  it.each([
    ['Kaspersky Lab, Inc.', 'Latn'],
    ['Лаборатория Касперского', 'Cyrl'],
    ['华为技术有限公司', 'Hani'],
    ['هواوي', 'Arab'],
    ['삼성전자', 'Hang'],
    ['ソニー株式会社', 'Jpan'],
    ['Ελληνικά', 'Grek'],
    ['АО Kaspersky Lab', 'Latn'],
    ['360', 'Zyyy'],
    ['', 'Zyyy'],
  ])('finds the script of %j to be %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });
});

describe('parseNames', () => {
  it('puts the legal name first, and leaves it out where it stands again', () => {
    const names = parseNames(
      {
        name: ' Acme Widgets LLC ',
        names: [
          { kind: 'dba', name: 'Acme' },
          { kind: 'legal', name: 'Acme Widgets LLC' },
          { kind: 'acronym', name: 'Acme' },
        ],
      },
      '',
    );
    expect(names).toEqual([
      { kind: 'legal', name: 'Acme Widgets LLC', script: 'Latn' },
      { kind: 'dba', name: 'Acme', script: 'Latn' },
      { kind: 'acronym', name: 'Acme', script: 'Latn' },
    ]);
  });

  it('names every name that is none, that stands there twice, or that would be a second legal one', () => {
    const given = {
      name: '!!!',
      names: [
        { kind: 'dba', name: 'Acme' },
        { kind: 'dba', name: 'Acme ' },
        { kind: 'legal', name: 'Acme Ltd' },
        { kind: 'former', name: '…' },
      ] as const,
    };
    expect(() => parseNames(given, '/2')).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        errors: [
          { pointer: '/2/name', message: 'must hold a letter or a digit' },
          { pointer: '/2/names/1', message: 'stands there twice' },
          {
            pointer: '/2/names/2/kind',
            message: 'must not be legal: the one legal name is the member name',
          },
          { pointer: '/2/names/3/name', message: 'must hold a letter or a digit' },
        ],
      }),
    );
  });
});
