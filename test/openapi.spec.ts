import { isDeepStrictEqual } from 'node:util';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { TestRegistry } from './support/app';
import { buildService, node } from './support/build';

const DOCS = path.join(__dirname, '../docs');
const HOW = 'Run `npm run openapi`: the documents are not those of the code.';

describe('What the code says of itself', () => {
  let written: string;

  beforeAll(async () => {
    const build = await buildService();
    written = path.join(build, 'documents');
    await node([path.join(build, 'src/http/openapi/write-documents.js'), written]);
  }, 180_000);

  it.each(['openapi.json', 'problems.md'])('is what docs/%s says', async (name) => {
    const [code, docs] = await Promise.all(
      [written, DOCS].map((folder) => fs.readFile(path.join(folder, name), 'utf8')),
    );
    if (code !== docs) throw new Error(HOW);
  });
});

describe('The OpenAPI document', () => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start();
  });

  afterAll(() => registry.close());

  it('is served to anyone, as JSON and as the same in YAML', async () => {
    const json = await registry.call('GET', '/openapi.json');
    const yaml = await registry.call('GET', '/openapi.yaml');
    expect(json).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
    expect(yaml).toMatchObject({ status: 200, headers: { 'content-type': 'application/yaml' } });
    expect(isDeepStrictEqual(parse(yaml.body), json.body)).toBe(true);
  });
});
