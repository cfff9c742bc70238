import { InvalidRequest } from '../problems/registry-error';
import type { DecisionStep } from './domain/proceeding';
import type { GivenAnswer, GivenNotice } from './domain/take-step';
import type { ProceedingOrder } from './open-proceeding';
import type {
  OpenProceedingDto,
  RecordAnswerDto,
  RecordDecisionDto,
  RecordNoticeDto,
} from './proceedings.dto';

/** @throws {InvalidRequest} when a removal names no list, or anything else names one */
export function orderOf({ list, ...body }: OpenProceedingDto): ProceedingOrder {
  const { vendor, kind, authority, reason } = body;
  if ((kind === 'removal') !== (list !== undefined)) {
    const message = list === undefined ? 'must be given with a removal' : 'is for a removal only';
    throw new InvalidRequest([{ pointer: '/list', message }]);
  }
  const order = { vendor: vendor.toLowerCase(), kind, list: list ?? null, reason };
  return { ...order, authority: { ...authority } };
}

export const givenNotice = ({
  sentAt,
  method,
  receivedAt = null,
  answerDue = null,
}: RecordNoticeDto): GivenNotice => ({ kind: 'notice', sentAt, method, receivedAt, answerDue });

export const givenAnswer = ({
  receivedAt,
  documentSha256,
  note = null,
}: RecordAnswerDto): GivenAnswer => ({
  ...{ kind: 'answer', receivedAt, note, documentSha256: documentSha256.toLowerCase() },
});

export const givenDecision = ({
  decidedAt,
  outcome,
  documentSha256,
  exclusion,
}: RecordDecisionDto): DecisionStep => ({
  ...{ kind: 'decision', decidedAt, outcome },
  documentSha256: documentSha256?.toLowerCase() ?? null,
  exclusion: exclusion?.toLowerCase() ?? null,
});
