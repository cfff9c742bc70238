import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import formats from 'ajv-formats';
import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';

/** The parts of a JSON Schema that the OpenAPI document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** One operation of the document. */
export interface Operation {
  readonly method: string;
  readonly address: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
  readonly 'x-allowed-roles': readonly string[];
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'address'>>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The OpenAPI document as it is delivered. */
export class Contract {
  readonly operations: readonly Operation[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: Document) {
    formats(this.ajv);
    this.ajv.addSchema({ $id: 'contract', components: closed(document.components) });
    this.operations = Object.entries(document.paths).flatMap(([address, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        ...operation,
        method: method.toUpperCase(),
        address,
      })),
    );
  }

  static read(): Contract {
    const file = path.join(__dirname, '../../docs/openapi.json');
    return new Contract(JSON.parse(fs.readFileSync(file, 'utf8')) as Document);
  }

  /** What in an answer the document does not say. */
  breaches({ responses }: Operation, answer: GivenAnswer): string[] {
    const { status, kind, body } = answer;
    const said = responses[String(status)] ?? (status < 400 ? undefined : responses['default']);
    const content = said?.content?.[kind];
    if (!content) return [`${status} ${kind} is not documented`];
    return content.schema && kind.endsWith('json') ? this.invalidIn(body, content.schema) : [];
  }

  private invalidIn(body: unknown, schema: Schema): string[] {
    const validate = this.validatorOf(schema);
    validate(body);
    return (validate.errors ?? []).map(
      ({ instancePath, message = '', params }) =>
        `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.split('/').at(-1) ?? '';
    const found = this.document.components.schemas[name];
    if (!found) throw new Error(`There is no schema ${name}.`);
    return found;
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.validators.get(key);
    if (known) return known;
    const made = this.ajv.compile(
      closed(JSON.parse(key.replaceAll('"#/', '"contract#/')) as Schema),
    );
    this.validators.set(key, made);
    return made;
  }
}

/** What the document lets an answer hold: no member that it does not name, problems apart. */
function closed<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(closed) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.entries(part).map(([name, value]) => [
    name,
    name === 'Problem' ? value : closed(value as unknown),
  ]);
  const copy = Object.fromEntries(inner) as Record<string, unknown>;
  const isClosable =
    copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy);
  return (isClosable ? { ...copy, additionalProperties: false } : copy) as Part;
}

/** An answer, as it is compared with the document. */
export interface GivenAnswer {
  readonly status: number;
  /** Its media type. */
  readonly kind: string;
  readonly body: unknown;
}

/** Values that exist in the registry, by the names of the members that hold them. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Makes requests that a document allows, some of them then damaged. */
export class Requests {
  constructor(
    private readonly contract: Contract,
    private readonly known: Known,
  ) {}

  /** Any request to an operation: its address, headers and body. */
  to(operation: Operation): fc.Arbitrary<GeneratedRequest> {
    const part = (kind: Parameter['in']): fc.Arbitrary<Record<string, unknown>> =>
      this.members(operation, kind);
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    return fc.record({
      path: part('path'),
      query: part('query'),
      headers: part('header'),
      body: schema ? this.damaged(this.body(operation, schema)) : fc.constant(undefined),
    });
  }

  /** A body that is known to be taken, or any of the schema. */
  private body({ method, address }: Operation, schema: Schema): fc.Arbitrary<unknown> {
    const any = this.value(schema, address);
    const taken = this.known[`${method} ${address}`] ?? [];
    if (taken.length === 0) return any;
    return fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...taken) },
      { weight: 3, arbitrary: any },
    );
  }

  private members(
    { method, address, parameters: all }: Operation,
    kind: Parameter['in'],
  ): fc.Arbitrary<Record<string, unknown>> {
    const parameters = all.filter((parameter) => parameter.in === kind);
    // An id in an address is one of the things that the address is about.
    const thing = kind === 'path' ? `${address.split('/')[2] ?? ''}/` : '';
    const nameOf = (name: string): string =>
      [`${method} ${thing}${name}`, thing + name].find((known) => known in this.known) ?? name;
    const required = parameters
      .filter((parameter) => parameter.required === true || kind === 'path')
      .map(({ name }) => name);
    const model = Object.fromEntries(
      parameters.map(({ name, schema }) => [name, this.value(schema, nameOf(name))]),
    );
    const made = fc.record(model, { requiredKeys: required });
    if (kind !== 'query') return made;
    const extra = fc.record({ made, name: SHORT_TEXT, value: SHORT_TEXT });
    return fc.oneof(
      { weight: 40, arbitrary: made },
      { weight: 1, arbitrary: extra.map(({ made: m, name, value }) => ({ ...m, [name]: value })) },
    );
  }

  /** A value of a schema; where the registry has values of that name and kind, mostly one of them. */
  private value(given: Schema, name: string): fc.Arbitrary<unknown> {
    const schema = this.contract.resolve(given);
    const made = this.ofSchema(schema, name);
    const known = (this.known[name] ?? []).filter((value) => mayBe(value, schema));
    if (known.length === 0) return made;
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: made },
    );
  }

  private ofSchema(schema: Schema, name: string): fc.Arbitrary<unknown> {
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const options = schema.oneOf ?? schema.anyOf ?? schema.allOf;
    if (options) return fc.oneof(...options.map((option) => this.value(option, name)));
    const types = [schema.type ?? 'string'].flat();
    return fc.oneof(...types.map((type) => this.ofType(type, schema, name)));
  }

  private ofType(type: string, schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { minimum = 0, maximum = 100, minItems = 0, maxItems = 3 } = schema;
    const make: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
      null: () => fc.constant(null),
      boolean: () => fc.boolean(),
      integer: () => fc.integer({ min: Math.ceil(minimum), max: Math.min(maximum, 2 ** 31) }),
      number: () => fc.double({ min: minimum, max: maximum, noNaN: true }),
      array: () => {
        const length = { minLength: minItems, maxLength: Math.min(maxItems, 3) };
        const item = this.value(schema.items ?? {}, name);
        return schema.uniqueItems ? fc.uniqueArray(item, length) : fc.array(item, length);
      },
      object: () => this.object(schema),
      string: () => text(schema),
    };
    return (make[type] ?? (() => text(schema)))();
  }

  private object({ properties = {}, required = [] }: Schema): fc.Arbitrary<object> {
    const model = Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, this.value(schema, name)]),
    );
    return fc.record(model, { requiredKeys: [...required] });
  }

  /** The body, or one that was damaged in one place. */
  private damaged(body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    const damage = fc.record({ body, at: fc.nat(), by: WRONG });
    return fc.oneof(
      { weight: 6, arbitrary: body },
      { weight: 1, arbitrary: damage.map(({ body: whole, at, by }) => damageAt(whole, at, by)) },
      { weight: 1, arbitrary: damage.map(({ body: whole, at }) => damageAt(whole, at, null)) },
    );
  }
}

/** Whether a value is of a type that a schema allows; undefined leaves an optional parameter out. */
function mayBe(value: unknown, { type, oneOf }: Schema): boolean {
  if (value === undefined || oneOf) return true;
  const kind = value === null ? 'null' : typeof value;
  return [type ?? 'string'].flat().includes(kind === 'number' ? 'integer' : kind);
}

export interface GeneratedRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const SHORT_TEXT = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });

const NASTY = fc.constantFrom(
  ...[
    "'; DROP TABLE vendor; --",
    '\u0000',
    '\ud800',
    '\u202e',
    'İ',
    '𝔄𝔠𝔪𝔢',
    'ﷺ',
    '%00',
    '../..',
    '{{7*7}}',
  ],
  ...['NaN', '-0', '1e999', '0x10', 'null', 'true', ' ', '\ufeff', 'a'.repeat(5000)],
);

const WRONG: fc.Arbitrary<unknown> = fc.oneof(
  NASTY,
  fc.constantFrom(...[null, true, [], {}, [[]], [null], '', -1, 0, 1.5, 2 ** 53, -(2 ** 31), 1e21]),
  fc.object({ maxDepth: 2 }),
);

function text({
  format,
  pattern,
  minLength = 0,
  maxLength = 40,
  enum: _,
}: Schema): fc.Arbitrary<string> {
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  const free = fc.oneof(
    { weight: 20, arbitrary: fc.string({ ...length, unit: 'grapheme' }) },
    { weight: 1, arbitrary: fc.string({ ...length, unit: 'binary' }) },
    { weight: 1, arbitrary: NASTY },
  );
  const formed = ofForm(format, pattern);
  if (!formed) return free;
  return fc.oneof({ weight: 15, arbitrary: formed }, { weight: 1, arbitrary: free });
}

function ofForm(format?: string, pattern?: string): fc.Arbitrary<string> | undefined {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return INSTANT;
  if (format === 'uri') return fc.webUrl();
  return pattern === undefined ? undefined : matching(pattern);
}

const INSTANT = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((instant) => instant.toISOString());

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern), { maxLength: 40 });
  } catch {
    // A pattern that the library can't make text for.
    return fc.string({ maxLength: 40 });
  }
}

/** A copy in which the `at`-th member (of all, at any depth) is something else. */
function damageAt(whole: unknown, at: number, by: unknown): unknown {
  const places = placesIn(whole);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return by;
  const copy = structuredClone(whole);
  const [name, ...parents] = [...place].reverse();
  type Branch = Record<string | number, unknown>;
  const parent = parents.reverse().reduce((inner, key) => inner[key] as Branch, copy as Branch);
  if (name !== undefined) parent[name] = by;
  return copy;
}

function placesIn(part: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    const here = [...path, name];
    return [here, ...placesIn(value, here)];
  });
}
