import { MAX_DEPTH, scanJson } from './scan-json';

describe('scanJson', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '{"a":{"b":[1,2,{"c":"}\\"{"}]},"b":1}',
    '{"a":[{"b":1},{"b":2}],"b":{"a":{"b":1}}}',
    '{ "a" : "b" , "c" : "a" }',
    '["a","a"]',
    '9007199254740991',
    '-9007199254740991',
    '[1.5e3, 0.1, 1e0, 12345678901234567e-3]',
    '"\\ud83d\\ude00\\\\u0000"',
    `${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`,
  ])('finds nothing wrong with %s', (text) => {
    JSON.parse(text);
    expect(scanJson(text)).toEqual([]);
  });

  it.each([
    ['{"a":1,"a":2}', '/a', 'stands twice'],
    ['{"a":1,"\\u0061":2}', '/a', 'stands twice'],
    ['{"x":[{},{"a/b~":1, "a/b~" :1}]}', '/x/1/a~1b~0', 'stands twice'],
    ['{"__proto__":{}}', '/__proto__', 'is not a known member'],
    ['{"x":{"\\u005f_proto__":{}}}', '/x/__proto__', 'is not a known member'],
    ['{"x":"a\\u0000b"}', '/x', 'holds the character NUL'],
    ['{"x":["","\\ud800"]}', '/x/1', 'holds a lone surrogate'],
    ['{"a\\udc00":1}', '/a\ufffd', 'holds a lone surrogate'],
    ['"\\udc00"', '', 'holds a lone surrogate'],
    ['[0,[1,9007199254740992]]', '/1/1', /2\^53/],
    ['{"x":-9007199254740993}', '/x', /2\^53/],
    ['{"x":123456789012345678901234567890}', '/x', /2\^53/],
    ['{"x":1e16}', '/x', /2\^53/],
    ['{"x":1E400}', '/x', /2\^53/],
    [`{"x":${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}}`, /^\/x(\/0){31}$/, /deeper/],
  ])('finds what is wrong with %s', (text, pointer, message) => {
    JSON.parse(text);
    expect(scanJson(text)).toEqual([
      {
        pointer: typeof pointer === 'string' ? pointer : expect.stringMatching(pointer),
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      },
    ]);
  });

  it('goes through a mebibyte in no time worth speaking of, however deep it is', () => {
    const deep = `${'['.repeat(524_288)}${']'.repeat(524_288)}`;
    expect(scanJson(deep)).toHaveLength(1);
    const wide = JSON.stringify(Array.from({ length: 100_000 }, () => 'a\\'));
    expect(scanJson(wide)).toEqual([]);
  });
});
