import { plainToInstance, Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInstance, IsInt, IsNumber, IsOptional } from 'class-validator';
import { IsString, IsUrl, Max, MaxLength, Min, ValidateIf, validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { DEFAULT_THRESHOLDS, FLOOR, type Thresholds } from '../screening/domain/thresholds';
import { RefusesToStart } from './refuses-to-start';
import { Secret } from './secret';

const RECEIPT_FORMS = ['batch', 'jws'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;

const POSTGRES_URL = {
  protocols: ['postgres', 'postgresql'],
  require_protocol: true,
  require_tld: false,
  require_host: false,
  allow_underscores: true,
};
const WEB_URL = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

const WholeNumber = (least: number, most: number): PropertyDecorator => {
  const rules = [Type(() => Number), IsInt(), Min(least), Max(most)];
  return (target, key) => rules.forEach((rule) => rule(target, key));
};
/** From how alike names are on, 0 to 1; what is less alike than the floor is never found. */
const Likeness = (): PropertyDecorator => {
  const rules = [Type(() => Number), IsNumber(), Min(FLOOR), Max(1)];
  return (target, key) => rules.forEach((rule) => rule(target, key));
};
/** Lets a setting be absent only where its companions are absent too. */
const GivenWith = (...companions: (keyof Environment)[]): PropertyDecorator => {
  const isAnyGiven = (settings: Environment, own: unknown): boolean =>
    [own, ...companions.map((name) => settings[name])].some((setting) => setting !== undefined);
  return ValidateIf(isAnyGiven);
};
const OutsideIssuer = (): PropertyDecorator =>
  GivenWith('OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL');

/** Everything that the process is told from outside. Frozen; every setting has its value or is absent. */
export class Environment {
  /**
   * URL of a PostgreSQL 14 or newer, `postgres://user@host/database`, or of one behind a Unix socket,
   * `postgres://user@/database?host=%2Ffolder`. Absent: the service runs a PostgreSQL of its own in `DATA_DIR`.
   */
  @GivenWith('MIGRATION_DATABASE_URL')
  @IsUrl(POSTGRES_URL)
  readonly DATABASE_URL?: string;

  /**
   * The same database as the role that owns its tables; used for migrations only. Absent: `DATABASE_URL`.
   * With it, the role of `DATABASE_URL` needs no right to change or remove a table.
   */
  @IsOptional()
  @IsUrl(POSTGRES_URL)
  readonly MIGRATION_DATABASE_URL?: string;

  /** Most connections to the database that one instance holds. */
  @WholeNumber(2, 1000)
  readonly DATABASE_POOL_SIZE: number = 10;

  /** Folder of what the service keeps on this machine: the embedded database, keys, demo credentials. */
  @IsString()
  @MaxLength(4096)
  readonly DATA_DIR: string = './data';

  /** TCP port to listen on; 0 takes a free one. */
  @WholeNumber(0, 65_535)
  readonly PORT: number = 3000;

  /** Address to listen on. The default is this machine only, IPv4 and IPv6; a container wants `0.0.0.0`. */
  @IsString()
  @MaxLength(253)
  readonly HOST: string = 'localhost';

  /** Where callers reach the service: its name as issuer and in problem types. Ends without a slash. */
  @Transform(({ value }: { value: string }) => value.replace(/\/+$/, ''))
  @IsUrl(WEB_URL)
  readonly BASE_URL!: string;

  /** Whether an empty registry is filled with the demonstration. Absent: on the embedded database, yes. */
  @Transform(({ value }: { value: unknown }) => asBoolean(value))
  @IsBoolean({ message: 'DEMO must be true or false' })
  readonly DEMO!: boolean;

  /** The least grave kind of message that is logged. */
  @IsIn(LOG_LEVELS)
  readonly LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'log';

  /** `iss` of the outside issuer whose bearer tokens are accepted beside the service's own. */
  @OutsideIssuer()
  @IsUrl(WEB_URL)
  readonly OIDC_ISSUER?: string;

  /** `aud` that the outside issuer's tokens must name. */
  @OutsideIssuer()
  @IsString()
  @MaxLength(2048)
  readonly OIDC_AUDIENCE?: string;

  /** Where the outside issuer publishes its keys. Absent: where its metadata (RFC 8414, OpenID Connect) says. */
  @IsOptional()
  @IsUrl(WEB_URL)
  readonly OIDC_JWKS_URL?: string;

  /** Private key (PEM) that signs the service's own tokens; made on the first start. Instances share one. */
  @IsString()
  @MaxLength(4096)
  readonly TOKEN_KEY_FILE!: string;

  /** Private key (Ed25519, PEM) that signs receipts; made on the first start. Instances share one. */
  @IsString()
  @MaxLength(4096)
  readonly RECEIPT_KEY_FILE!: string;

  /** The same key itself, instead of its file; line breaks may be written as `\n`. */
  @Transform(({ value }: { value: unknown }) => asSecret(value))
  @IsOptional()
  @IsInstance(Secret)
  readonly RECEIPT_KEY?: Secret;

  /**
   * File or folder of public keys (PEM or JWK) whose receipts are genuine too: those that no longer sign, and those
   * that don't yet.
   */
  @IsOptional()
  @IsString()
  @MaxLength(4096)
  readonly RECEIPT_KEYS_RETIRED?: string;

  /** The form of a receipt where its request names none: `batch`, one signature for many, or `jws`, one for each. */
  @IsIn(RECEIPT_FORMS)
  readonly RECEIPT_FORM: (typeof RECEIPT_FORMS)[number] = 'batch';

  /** Most checks that wait in one instance to be recorded; what comes on top is refused at once. */
  @WholeNumber(1, 1_000_000)
  readonly CHECK_QUEUE_LENGTH: number = 4096;

  /** From how alike a name is to somebody or something excluded on, it is told and a person must look. */
  @Likeness()
  readonly SCREENING_DENY_THRESHOLD: number = DEFAULT_THRESHOLDS.deny;

  /** From how alike a name is to that of any vendor on, it is a candidate for whom may be meant. */
  @Likeness()
  readonly SCREENING_CANDIDATE_THRESHOLD: number = DEFAULT_THRESHOLDS.candidate;

  /** Checks that one caller may ask for in a minute. */
  @WholeNumber(1, 1_000_000_000)
  readonly RATE_LIMIT_CHECKS: number = 600_000;

  /** Other reads that one caller may make in a minute. */
  @WholeNumber(1, 1_000_000_000)
  readonly RATE_LIMIT_READS: number = 60_000;

  /** Other writes that one caller may make in a minute. */
  @WholeNumber(1, 1_000_000_000)
  readonly RATE_LIMIT_WRITES: number = 6000;

  /** Requests of any kind that one admin may make in a minute; a budget apart from all others. */
  @WholeNumber(1, 1_000_000_000)
  readonly RATE_LIMIT_ADMIN: number = 60_000;

  /** Requests without valid credentials that one address may make in a minute. */
  @WholeNumber(1, 1_000_000_000)
  readonly RATE_LIMIT_ANONYMOUS: number = 600;
}

/**
 * Reads the settings, of the process and where it is silent of the file `.env`; one that is empty counts as absent.
 *
 * @throws {RefusesToStart} naming every setting that is malformed, and never its value
 */
export function readEnvironment(source: NodeJS.ProcessEnv = givenSettings()): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const settings = plainToInstance(
    Environment,
    { ...derivedDefaults(given), ...given },
    { exposeDefaultValues: true },
  );
  const broken = validateSync(settings, { whitelist: true });
  if (broken.length > 0) throw new RefusesToStart(broken.map(explain).join('; '));
  return Object.freeze(settings);
}

/** From which scores on a likeness counts, by the settings. */
export const thresholdsIn = (settings: ScreeningSettings): Thresholds => ({
  deny: settings.SCREENING_DENY_THRESHOLD,
  candidate: settings.SCREENING_CANDIDATE_THRESHOLD,
});

type ScreeningSettings = Pick<
  Environment,
  'SCREENING_DENY_THRESHOLD' | 'SCREENING_CANDIDATE_THRESHOLD'
>;

/** All that the process is told, unread: its environment, and where that is silent the file `.env`. */
export const givenSettings = (): NodeJS.ProcessEnv => ({
  ...settingsFile(),
  ...processEnvironment(),
});

// The one place that reads it.
// eslint-disable-next-line no-restricted-properties
const processEnvironment = (): NodeJS.ProcessEnv => process.env;

function settingsFile(): NodeJS.ProcessEnv {
  return fs.existsSync('.env') ? parseEnv(fs.readFileSync('.env', 'utf8')) : {};
}

function derivedDefaults(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PORT = '3000', DATA_DIR = './data', DATABASE_URL } = given;
  return {
    BASE_URL: PORT === '0' ? 'http://localhost' : `http://localhost:${PORT}`,
    TOKEN_KEY_FILE: path.join(DATA_DIR, 'keys', 'token-issuer.pem'),
    RECEIPT_KEY_FILE: path.join(DATA_DIR, 'keys', 'check-receipts.pem'),
    DEMO: String(DATABASE_URL === undefined),
  };
}

function asBoolean(value: unknown): unknown {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return value;
}

const asSecret = (value: unknown): unknown =>
  typeof value === 'string' ? new Secret(value) : value;

const explain = ({ constraints = {} }: ValidationError): string =>
  Object.values(constraints).join(', ');
