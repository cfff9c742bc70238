import type pg from 'pg';
import type { Role } from '../../access/domain/role';
import { gathered } from '../../database/gathered';
import type { KnownExclusion } from '../../exclusions/domain/exclusion';
import { timelinesOf, type ExclusionRow } from '../../exclusions/exclusions';
import { waiverOf, type WaiverRow } from '../../exclusions/waivers';
import type { MatchDecision } from '../../screening/domain/match-decision';
import {
  MATCH_DECISION_COLUMNS,
  matchDecisionOf,
  type MatchDecisionRow,
} from '../../screening/decisions/match-decision-row';
import { affiliationOf, type AffiliationRow } from '../../vendors/affiliations';
import type { Affiliation } from '../../vendors/domain/affiliation';
import type { Merge } from '../../vendors/domain/merge';
import type { KnownList } from '../domain/facts';
import type { CallerRecord, KeyRecord } from '../memory/access-records';

/** Which of them are read; null: all. */
type Keys = readonly string[] | null;

/** SQL: whether a row is one of those asked for by $1. */
const among = (column: string, type: 'uuid' | 'text'): string =>
  `($1::${type}[] IS NULL OR ${column} = ANY($1))`;

/** Exclusions that say something now, with their waivers. */
export async function readExclusions(client: pg.Client, ids: Keys): Promise<KnownExclusion[]> {
  const terms = await client.query<ExclusionRow>(
    `SELECT * FROM exclusion_terms
     WHERE upper_inf(recorded) AND ${among('exclusion_id', 'uuid')} ORDER BY exclusion_id`,
    [ids],
  );
  const rows = await client.query<WaiverRow>(
    `SELECT * FROM waiver_terms WHERE upper_inf(recorded) AND ${among('exclusion_id', 'uuid')}
     ORDER BY lower(effective), waiver_id`,
    [ids],
  );
  const waivers = gathered(rows.rows.map((row) => [row.exclusion_id, waiverOf(row)]));
  return timelinesOf(terms.rows).map((timeline) => {
    const id = timeline[0]?.exclusion ?? '';
    return { id, timeline, waivers: waivers.get(id) ?? [] };
  });
}

export async function readAffiliations(client: pg.Client, ids: Keys): Promise<Affiliation[]> {
  const { rows } = await client.query<AffiliationRow>(
    `SELECT affiliation_id, kind, vendor_id, other_id, effective, entry FROM affiliation
     WHERE upper_inf(recorded) AND ${among('affiliation_id', 'uuid')}`,
    [ids],
  );
  return rows.map(affiliationOf);
}

export async function readMerges(client: pg.Client, duplicates: Keys): Promise<Merge[]> {
  const { rows } = await client.query<Merge>(
    `SELECT duplicate_id AS duplicate, survivor_id AS survivor FROM vendor_merge
     WHERE upper_inf(recorded) AND ${among('duplicate_id', 'uuid')}`,
    [duplicates],
  );
  return rows;
}

export async function readDecisions(client: pg.Client, ids: Keys): Promise<MatchDecision[]> {
  const { rows } = await client.query<MatchDecisionRow>(
    `SELECT ${MATCH_DECISION_COLUMNS} FROM match_decision d
     WHERE upper_inf(d.recorded) AND ${among('d.decision_id', 'uuid')}`,
    [ids],
  );
  return rows.map(matchDecisionOf);
}

export async function readLists(client: pg.Client, codes: Keys): Promise<KnownList[]> {
  const { rows } = await client.query<KnownList>(
    `SELECT code, name, categories, policy FROM approved_list_terms
     WHERE upper_inf(recorded) AND ${among('code', 'text')}`,
    [codes],
  );
  return rows;
}

interface CallerRow {
  readonly id: string;
  readonly kind: 'person' | 'client';
  readonly name: string;
  readonly agency: string;
  readonly roles: Role[];
  readonly responsible: string | null;
  readonly disabledAt: Date | null;
  readonly issuer: string | null;
  readonly subject: string | null;
}

export async function readCallers(client: pg.Client, ids: Keys): Promise<CallerRecord[]> {
  const { rows } = await client.query<CallerRow>(
    `SELECT id, kind, name, agency, roles, responsible, disabled_at AS "disabledAt", issuer, subject
     FROM caller WHERE ${among('id', 'uuid')}`,
    [ids],
  );
  return rows.map(({ issuer, subject, ...caller }) => ({ caller, issuer, subject }));
}

interface KeyRow {
  readonly id: string;
  readonly caller: string;
  readonly digest: Buffer;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export async function readKeys(client: pg.Client, selectors: Keys): Promise<KeyRecord[]> {
  const { rows } = await client.query<KeyRow>(
    `SELECT id, caller_id AS caller, verifier AS digest, expires_at AS "expiresAt",
       revoked_at AS "revokedAt"
     FROM api_key WHERE ${among('id', 'text')}`,
    [selectors],
  );
  return rows.map(({ caller, ...key }) => ({ key, caller }));
}
