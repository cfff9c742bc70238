import fs from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../src/problems/catalogue';
import { problemsAsMarkdown } from '../src/problems/explain';
import { TestRegistry } from './support/app';

const CODES = Object.keys(CATALOGUE).sort();

describe('docs/problems.md', () => {
  const page = fs.readFileSync(path.join(__dirname, '../docs/problems.md'), 'utf8');

  it('explains each code, and no other', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.sort()).toEqual(CODES);
  });

  it('says what the service says', () => {
    expect(page).toBe(problemsAsMarkdown());
  });
});

describe('GET /problems', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start();
  });

  afterAll(() => registry.close());

  it('lists every code for machines', async () => {
    const { body } = await registry.call('GET', '/problems', {
      headers: { accept: 'application/json' },
    });
    const codes = body.items.map(({ code }: { code: string }) => code);
    expect(codes.sort()).toEqual(CODES);
  });

  it.each(CODES)('has a page on %s', async (code) => {
    const { status, headers, body } = await registry.call('GET', `/problems/${code}`);
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
    });
    expect(body).toContain(`<code>${code}</code>`);
    expect(body).toContain('What to do');
  });

  it.each([
    [undefined, 'text/html'],
    ['*/*', 'text/html'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['application/json', 'application/json'],
    ['text/html;q=0.5, application/json', 'application/json'],
    ['application/problem+json', 'application/json'],
  ])('answers Accept %s with %s', async (accept, type) => {
    const headers = accept === undefined ? {} : { accept };
    const answer = await registry.call('GET', '/problems/fault', { headers });
    expect(answer.headers['content-type']).toMatch(type);
    expect(answer.headers['vary']).toBe('Accept');
  });

  it('refuses to answer with an image', async () => {
    const { status, body } = await registry.call('GET', '/problems/fault', {
      headers: { accept: 'image/png, text/html;q=0' },
    });
    expect({ status, code: body.code }).toEqual({ status: 406, code: 'not-acceptable' });
  });

  it('knows no other code, whatever objects are made of', async () => {
    expect((await registry.call('GET', '/problems/toString')).status).toBe(404);
  });

  it('lets nothing but its own style through', async () => {
    const { headers, body } = await registry.call('GET', '/problems');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';style-src 'sha256-/);
    expect(body).not.toMatch(/<script|style="|https?:/);
  });
});
