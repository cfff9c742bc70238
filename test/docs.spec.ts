import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

const isThere = (file: string): boolean => fs.existsSync(path.join(ROOT, file));
const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');

/** Files below a folder of the repository, by their paths from its root. */
const filesBelow = (folder: string): string[] =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));

const PAGES = [
  ...fs.readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...filesBelow('docs').filter((name) => name.endsWith('.md')),
].sort();

const DECISIONS = filesBelow('docs/adr')
  .map((file) => path.basename(file))
  .filter((name) => name !== 'README.md')
  .sort();

/** The text without what stands in blocks of code. */
const proseOf = (page: string): string => read(page).replace(/^```.*?^```/gms, '');

/** What a text matches, by the first group. */
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, group = '']) => group);

describe.each(PAGES)('%s', (page) => {
  it('links to nothing that is not there', () => {
    const targets = found(proseOf(page), /\]\(<?([^)>\s]+)>?[^)]*\)/g)
      .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target))
      .map((target) => decodeURIComponent(target.replace(/#.*$/, '')))
      .filter((target) => target !== '');
    expect(targets.filter((target) => !isThere(path.join(path.dirname(page), target)))).toEqual([]);
  });

  it('names no file of the repository that is not there', () => {
    const named = found(proseOf(page), /`((?:src|test|docs|docker|migrations)\/[\w./-]+)`/g);
    expect(named.filter((file) => !isThere(file))).toEqual([]);
  });

  it('names no npm script that is not there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = found(read(page), /\bnpm run (?:-s )?([\w:-]+)/g);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

describe('README.md', () => {
  it('has fewer than 150 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(150);
  });
});

describe('the decisions', () => {
  it('are numbered from 1 on, without gaps', () => {
    const numbers = DECISIONS.map((name) => /^(\d{4})(?:-[a-z0-9]+)+\.md$/.exec(name)?.[1]);
    expect(numbers).toEqual(DECISIONS.map((_, index) => String(index + 1).padStart(4, '0')));
  });

  it.each(DECISIONS)('%s has its title and its sections, in 30 to 60 lines', (name) => {
    const text = read(`docs/adr/${name}`);
    expect(found(text, /^(#{1,2} .+)$/gm)).toEqual([
      expect.stringMatching(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`)),
      '## Why',
      '## Consequences',
      '## What would change it',
    ]);
    const lines = text.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(30);
    expect(lines).toBeLessThanOrEqual(60);
  });

  it('are all in their index, by their titles', () => {
    const listed = [...read('docs/adr/README.md').matchAll(/^(\d+)\. \[(.+)\]\((.+)\)$/gm)];
    expect(listed.map(([, number, title, name]) => [name, `# ${number}. ${title}`])).toEqual(
      DECISIONS.map((name) => [name, read(`docs/adr/${name}`).split('\n')[0]]),
    );
  });
});

describe('the glossary', () => {
  const tables = new Set(
    filesBelow('migrations').flatMap((file) => found(read(file), /CREATE TABLE (\w+)/g)),
  );

  it('names tables that there are', () => {
    const named = found(read('docs/glossary.md'), /(?<!\*)\*([a-z_]+)(?:\.[a-z0-9_]+)?\*(?!\*)/g);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((table) => !tables.has(table))).toEqual([]);
  });

  it('names routes that there are', () => {
    const { paths } = JSON.parse(read('docs/openapi.json'));
    const named = found(read('docs/glossary.md'), /`(?:(?:GET|POST|PATCH|DELETE) )?(\/v1[^`]*)`/g);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((route) => !Object.hasOwn(paths, route))).toEqual([]);
  });
});

describe('the repository', () => {
  const settings = ['package.json', 'package-lock.json', '.env.example', '.npmrc'].filter(isThere);
  const documents = filesBelow('docs').filter((file) => /\.(md|json)$/.test(file));
  const texts = [...PAGES, ...documents, ...filesBelow('docker'), ...settings];

  it.each([
    ['a folder of somebody’s machine', /\/(?:home|Users|work|workspace)\/[\w.-]+/],
    ['a host that packages come from', /registry\.[a-z0-9-]+\.[a-z]{2,}|npmjs|yarnpkg/i],
  ])('names nowhere %s', (_, pattern) => {
    expect(texts.filter((file) => pattern.test(read(file)))).toEqual([]);
  });

  it('locks packages by their hashes, and by no address', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const addressed = Object.entries<object>(packages).filter(([, one]) => 'resolved' in one);
    expect(addressed.map(([name]) => name)).toEqual([]);
  });
});
