import type {
  AnswerStep,
  DecisionStep,
  NoticeStep,
  Proceeding,
  Recorded,
  Step,
} from './domain/proceeding';

/** A step as JSON: its times are text. */
type AsJson<Part> = {
  readonly [Name in keyof Part]: Date extends Part[Name]
    ? string | Exclude<Part[Name], Date>
    : Part[Name];
};

interface RowOf<One extends Step> {
  readonly proceeding_id: string;
  readonly kind: One['kind'];
  readonly said: AsJson<One>;
  readonly exclusion_id: string | null;
  readonly recorded_by: string;
  readonly recorded_at: Date;
  readonly revision: number;
}

/** A step as its row keeps it. */
export type StepRow = RowOf<NoticeStep> | RowOf<AnswerStep> | RowOf<DecisionStep>;

/** The steps among the rows of one proceeding. */
export const stepsIn = (
  rows: readonly StepRow[],
): Pick<Proceeding, 'notice' | 'answer' | 'decision'> => ({
  notice: noticeIn(rows),
  answer: answerIn(rows),
  decision: decisionIn(rows),
});

function noticeIn(rows: readonly StepRow[]): Proceeding['notice'] {
  const row = rows.find(({ kind }) => kind === 'notice') as RowOf<NoticeStep> | undefined;
  if (!row) return null;
  const { sentAt, receivedAt, answerDue } = row.said;
  const times = { sentAt: new Date(sentAt), answerDue: new Date(answerDue) };
  return { ...row.said, ...times, receivedAt: instantOf(receivedAt), ...recordedIn(row) };
}

function answerIn(rows: readonly StepRow[]): Proceeding['answer'] {
  const row = rows.find(({ kind }) => kind === 'answer') as RowOf<AnswerStep> | undefined;
  if (!row) return null;
  const { receivedAt, decisionDue } = row.said;
  const times = { receivedAt: new Date(receivedAt), decisionDue: instantOf(decisionDue) };
  return { ...row.said, ...times, ...recordedIn(row) };
}

function decisionIn(rows: readonly StepRow[]): Proceeding['decision'] {
  const row = rows.find(({ kind }) => kind === 'decision') as RowOf<DecisionStep> | undefined;
  if (!row) return null;
  return { ...row.said, decidedAt: new Date(row.said.decidedAt), ...recordedIn(row) };
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const recordedIn = (row: StepRow): Recorded => ({
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
  entry: row.revision,
});
