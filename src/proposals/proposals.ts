import type { EntityManager } from 'typeorm';
import { ProposalNotFound } from './domain/errors';
import type { Violation } from '../problems/registry-error';
import type { Impact } from './domain/impact';
import type { Proposal, ProposalContent, ProposalState } from './domain/proposal';

interface ProposalRow {
  readonly id: string;
  readonly state: ProposalState;
  readonly content: Buffer;
  readonly sha256: Buffer;
  readonly list_code: string | null;
  readonly exclusion_id: string | null;
  readonly warnings: readonly Violation[];
  readonly impact: Impact | null;
  readonly vendors: string[];
  readonly approvals_needed: number;
  readonly approved_by: string[] | null;
  readonly basis: number;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
  /** bigint[], which the driver reads as text. */
  readonly entries: string[];
}

/** Which proposals are asked for; null doesn't narrow. */
export interface ProposalFilter {
  readonly state: ProposalState | null;
  readonly list: string | null;
  readonly vendor: string | null;
  readonly exclusion: string | null;
}

/** How a proposal was decided, and by the entry at which position. */
export interface Decision {
  readonly state: ProposalState;
  readonly person: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly entries: readonly number[];
  readonly position: number;
}

// A new exclusion has its id from the entry that imposed it.
const SELECT = `
  SELECT p.*, (SELECT array_agg(person ORDER BY revision) FROM proposal_approval
               WHERE proposal_id = p.id) AS approved_by,
    COALESCE(p.exclusion_id, (SELECT e.exclusion FROM history_entry e
                              WHERE e.position = ANY(p.entries) AND e.exclusion IS NOT NULL
                              LIMIT 1)) AS exclusion_id
  FROM proposal p`;

/** Proposals as rows. Made from a transaction, so that no call can slip outside it. */
export class Proposals {
  constructor(private readonly tx: EntityManager) {}

  /** Reads a proposal and holds it until the transaction ends. @throws {ProposalNotFound} */
  async lock(id: string): Promise<Proposal> {
    await this.tx.query(`SELECT FROM proposal WHERE id = $1 FOR UPDATE`, [id]);
    return this.read(id);
  }

  /** @throws {ProposalNotFound} */
  async read(id: string): Promise<Proposal> {
    const [row] = await this.tx.query<ProposalRow[]>(`${SELECT} WHERE id = $1`, [id]);
    if (!row) throw new ProposalNotFound(id);
    return proposalOf(row);
  }

  /** Up to `limit` proposals, newest first, from before `start` on. */
  async page(filter: ProposalFilter, start: string | null, limit: number): Promise<Proposal[]> {
    const rows = await this.tx.query<ProposalRow[]>(
      `${SELECT} WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR list_code = $2)
         AND ($3::uuid IS NULL OR $3 = ANY(vendors))
         AND ($4::uuid IS NULL OR p.exclusion_id = $4) AND ($5::uuid IS NULL OR id < $5)
       ORDER BY id DESC LIMIT $6`,
      [filter.state, filter.list, filter.vendor, filter.exclusion, start, limit],
    );
    return rows.map(proposalOf);
  }

  async add(proposal: Proposal, canonical: Buffer): Promise<void> {
    await this.tx.query(
      `INSERT INTO proposal (id, action, state, content, sha256, list_code, vendors, approvals_needed,
         basis, proposed_by, proposed_at, exclusion_id, corrects, warnings, impact, entries, revision)
       VALUES ($1, $2, 'pending', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, '{}', $8)`,
      [
        proposal.id,
        proposal.content.action,
        canonical,
        Buffer.from(proposal.sha256, 'hex'),
        proposal.list,
        proposal.vendors,
        proposal.approvalsNeeded + 1,
        proposal.basis,
        proposal.proposedBy,
        proposal.proposedAt,
        ...[proposal.exclusion, proposal.content.corrects ?? null],
        ...[JSON.stringify(proposal.warnings), proposal.impact && JSON.stringify(proposal.impact)],
      ],
    );
  }

  async addApproval(id: string, person: string, at: Date, position: number): Promise<void> {
    await this.tx.query(
      `INSERT INTO proposal_approval (proposal_id, person, approved_at, revision)
       VALUES ($1, $2, $3, $4)`,
      [id, person, at, position],
    );
  }

  async decide(id: string, decision: Decision): Promise<void> {
    await this.tx.query(
      `UPDATE proposal SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5,
         entries = $6, revision = $7 WHERE id = $1`,
      [
        id,
        decision.state,
        decision.person,
        decision.at,
        decision.reason,
        decision.entries,
        decision.position,
      ],
    );
  }
}

const proposalOf = (row: ProposalRow): Proposal => ({
  id: row.id,
  state: row.state,
  content: JSON.parse(row.content.toString('utf8')) as ProposalContent,
  sha256: row.sha256.toString('hex'),
  list: row.list_code,
  exclusion: row.exclusion_id,
  vendors: row.vendors,
  warnings: row.warnings,
  impact: row.impact,
  approvalsNeeded: row.approvals_needed - 1,
  approvedBy: row.approved_by ?? [],
  basis: row.basis,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  decisionReason: row.decision_reason,
  entries: row.entries.map(Number),
});
