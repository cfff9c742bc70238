import { preferredKind } from './preferred-kind';

describe('preferredKind', () => {
  const OFFERED = ['text/html', 'application/json'] as const;

  it.each([
    [undefined, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    ['application/json', 'application/json'],
    ['Application/JSON; charset=utf-8', 'application/json'],
    ['application/*', 'application/json'],
    ['text/*;q=0.2, application/json;q=0.5', 'application/json'],
    ['text/html;q=0.5, */*;q=0.8', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['text/html;q=0, */*', 'application/json'],
    ['image/png', null],
    ['text/html;q=0, application/json;q=nonsense', null],
  ])('takes %j to prefer %j', (accept, kind) => {
    expect(preferredKind(accept, OFFERED)).toBe(kind);
  });
});
