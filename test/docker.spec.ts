import fs from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { parse } from 'yaml';
import { readEnvironment } from '../src/config/environment';

const ROOT = path.resolve(__dirname, '..');
const read = (file: string): string => fs.readFileSync(path.join(ROOT, 'docker', file), 'utf8');

/** Whether a program that an image runs is built from this source. */
const isBuilt = (program: string): boolean =>
  fs.existsSync(path.join(ROOT, program.replace(/^dist\/(.*)\.js$/, '$1.ts')));

describe('docker/compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true });

  it('starts two instances alike, once the tables are up to date', () => {
    const {
      ports: [one],
      ...first
    } = services['registry-1'];
    const {
      ports: [other],
      ...second
    } = services['registry-2'];
    expect(first).toEqual(second);
    expect(one).not.toBe(other);
    expect(first.depends_on).toEqual({
      migration: { condition: 'service_completed_successfully' },
    });
  });

  it('tells the service settings that it knows', () => {
    for (const name of ['migration', 'registry-1']) {
      const environment = Object.fromEntries(
        Object.entries<string>(services[name].environment).map(([setting, value]) => [
          setting,
          value.replace(/\$\{BASE_URL:-(.*)\}/, '$1').replace(/\$\{[^}]*\}/, 'secret'),
        ]),
      );
      expect(readEnvironment(environment)).toMatchObject(environment);
    }
  });

  it(`keeps the owner's password from the instances`, () => {
    expect(JSON.stringify(services.migration)).toContain('registry_owner');
    expect(JSON.stringify(services['registry-1'])).not.toMatch(/owner/i);
  });

  it('names roles, folders and programs that there are', () => {
    const roles = read('initdb/roles.sql');
    for (const [, role] of JSON.stringify(services).matchAll(/postgres:\/\/(\w+):/g)) {
      expect(roles).toContain(`CREATE ROLE ${role} LOGIN`);
    }
    for (const volume of [...services.database.volumes, ...services['registry-1'].volumes]) {
      const [source] = volume.split(':');
      const isThere = source.startsWith('./')
        ? fs.existsSync(path.join(ROOT, 'docker', source))
        : source in volumes;
      expect([source, isThere]).toEqual([source, true]);
    }
    expect(isBuilt(services.migration.command[1])).toBe(true);
    expect(fs.existsSync(path.join(ROOT, services.migration.build.dockerfile))).toBe(true);
  });
});

describe('docker/Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  it('runs what is built, and not as root', () => {
    const [, program = ''] = /^CMD \["node", (?:"--[^"]*", )*"(.*)"\]$/m.exec(dockerfile) ?? [];
    expect(isBuilt(program)).toBe(true);
    expect(/^USER (.*)$/m.exec(dockerfile)?.[1]).toBe('node');
  });

  it('says how its health is asked in JavaScript that parses', () => {
    const [, command = ''] = /HEALTHCHECK [\s\S]*?CMD (\[.*\])$/m.exec(dockerfile) ?? [];
    const [node, flag, script] = JSON.parse(command) as string[];
    expect([node, flag]).toEqual(['node', '-e']);
    expect(() => new Script(script ?? '')).not.toThrow();
  });
});
