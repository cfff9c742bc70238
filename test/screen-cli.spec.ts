import { ALGORITHM } from '../src/screening/domain/algorithm';
import { TestRegistry } from './support/app';
import { aDebarment, exclude } from './support/exclusions';
import { registerVendor } from './support/registry';
import { runCommand } from './support/run-command';

const CALLED = ['AVR_URL', 'AVR_API_KEY'] as const;

describe('the command screen', () => {
  const before = Object.fromEntries(CALLED.map((name) => [name, process.env[name]]));
  let registry: TestRegistry;
  let kaspersky: string;
  let acme: string;
  let prohibition: string;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    kaspersky = await registerVendor(registry, { name: 'AO Kaspersky Lab', country: 'RU' });
    acme = await registerVendor(registry, { name: 'Thistledown Mill', country: null });
    await exclude(registry, aDebarment(kaspersky));
    prohibition = await exclude(registry, {
      ...{ kind: 'prohibition', basis: 'statute', agency: 'DHS', binds: { groups: ['civilian'] } },
      scope: { whole: false, articles: [{ manufacturer: 'Cobalt Telemetry', aliases: [] }] },
    });
    await registry.app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    for (const name of CALLED) set(name, before[name]);
    await registry.close();
  });
  beforeEach(async () => {
    set('AVR_URL', await registry.app.getUrl());
    set('AVR_API_KEY', registry.keys.auditor);
  });

  function set(name: string, value: string | undefined): void {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }

  const screen = (...args: string[]) => runCommand('screen', ...args);

  it('says whom a name may mean, and that a person must look', async () => {
    const { exit, said, complained } = await screen('Kasperski Labs, LLC');
    expect([exit, complained]).toEqual([2, []]);
    expect(said).toEqual([
      'Read as kasperski labs, llc (Latn).',
      expect.stringMatching(
        new RegExp(`^ {2}0\\.\\d\\d {2}AO Kaspersky Lab, RU \\(${kaspersky}\\): EXCLUDED$`),
      ),
      expect.stringMatching(/^ {8}by "AO Kaspersky Lab": ([a-z-]+ -?\d\.\d\d(, )?)+$/),
      expect.stringMatching(/^A likeness counts from 0\.\d+ on/),
      expect.stringMatching(
        new RegExp(`^By ${ALGORITHM.version}, at position \\d+\\. Not recorded`),
      ),
    ]);
  });

  it('tells of covered articles', async () => {
    const { exit, said } = await screen('Cobalt Telemetri');
    expect(exit).toBe(2);
    expect(said[1]).toContain(`articles of Cobalt Telemetry: EXCLUDED (${prohibition})`);
  });

  it('passes on the country, the limit, and among whom to look', async () => {
    const scoreOf = async (...args: string[]) => {
      const { said } = await screen('Kasperskij', '--json', ...args);
      return JSON.parse(said.join('\n')).candidates[0].score as number;
    };
    expect(await scoreOf('--country', 'US')).toBeLessThan(await scoreOf('--country', 'RU'));
    expect((await screen('Thistledown Mills', '--limit', '1')).said.join()).toContain(acme);
    expect(await screen('Thistledown Mills', '--excluded')).toMatchObject({ exit: 0 });
  });

  it('says that nobody who is alike is no clearance', async () => {
    const { exit, said } = await screen('Zzyzx Nonesuch');
    expect([exit, said[1]]).toEqual([0, 'Nobody is alike. That is no clearance: ask for a check.']);
  });

  it('prints the whole answer as JSON', async () => {
    const { exit, said } = await screen('kaspersky', '--json');
    const { body } = await registry.call('POST', '/v1/screening', {
      key: registry.keys.auditor,
      body: { name: 'kaspersky' },
    });
    expect([exit, JSON.parse(said.join('\n'))]).toEqual([2, body]);
  });

  it.each([
    [['x'.repeat(301)], 'No answer. '],
    [['Acme', '--country', 'USA'], 'No answer. '],
    [['Acme', '--limit', 'some'], 'No answer. '],
    [[], "missing required argument 'name'"],
  ])('has no answer to %j', async (args, words) => {
    const { exit, said, complained } = await screen(...args);
    expect([exit, said]).toEqual([3, []]);
    expect(complained.join('\n')).toContain(words);
  });

  it('has no answer where nobody answers', async () => {
    set('AVR_URL', 'http://127.0.0.1:9');
    expect(await screen('Acme')).toMatchObject({ exit: 3, said: [] });
  });
});
