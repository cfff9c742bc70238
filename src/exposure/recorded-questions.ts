import type { EntityManager } from 'typeorm';
import type { AskedCheck, ParsedQuestion } from '../checks/domain/parse-question';
import { parseQuestion } from '../checks/domain/parse-question';

/** A recorded check as far as it can be decided anew. */
export interface RecordedQuestion {
  readonly id: string;
  readonly question: ParsedQuestion;
  readonly at: Date;
  readonly decidedAt: Date;
  readonly agency: string;
  readonly client: string;
  readonly reference: string | null;
}

interface QuestionRow extends Omit<RecordedQuestion, 'question'> {
  readonly request: Buffer;
}

/** The questions of recorded checks, by their ids; newest first. */
export async function recordedQuestions(
  tx: EntityManager,
  ids: readonly string[],
): Promise<RecordedQuestion[]> {
  const rows = await tx.query<QuestionRow[]>(
    `SELECT id, request, at, decided_at AS "decidedAt", agency, caller_id AS client, reference
     FROM purchase_check WHERE id = ANY($1::uuid[]) ORDER BY id DESC`,
    [ids],
  );
  return rows.map(({ request, ...row }) => {
    const asked = JSON.parse(request.toString('utf8')) as AskedCheck;
    return { ...row, question: parseQuestion(asked, row.agency) };
  });
}
