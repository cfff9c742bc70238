import type { DataSource } from 'typeorm';
import type { RecordedCheck } from '../../src/checks/domain/check';
import type { AskedCheck } from '../../src/checks/domain/parse-question';
import type { Asking } from '../../src/checks/recording/asking';
import { RecordOnce } from './record-once';
import type { Clock } from '../../src/clock/clock';

export const ISSUER = 'http://localhost:3000';

export const BUYER: Asking = { id: '01980000-0000-7000-8000-000000000b01', agency: 'DHS' };

/** Records checks as one batch. @param asked questions, or how many that nobody can answer */
export async function makeBatch(
  dataSource: DataSource,
  clock: Clock,
  asked: readonly AskedCheck[] | number = 1,
): Promise<RecordedCheck[]> {
  const questions =
    typeof asked === 'number'
      ? Array.from({ length: asked }, (_, index) => ({ vendor: { name: `Nobody ${index}` } }))
      : asked;
  const { outcomes } = await new RecordOnce(dataSource, clock, ISSUER).executeAll(questions, BUYER);
  return outcomes.map((outcome) => {
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.check;
  });
}

/** Does what only a superuser can who has taken the triggers away: no rule of the tables is asked. */
export async function tamper(
  dataSource: DataSource,
  sql: string,
  values: readonly unknown[] = [],
): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(sql, [...values]);
  });
}
