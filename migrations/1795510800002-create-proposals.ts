import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes that wait for a second person. */
export class CreateProposals1795510800002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE proposal (
        id              uuid        NOT NULL CONSTRAINT proposal_pk PRIMARY KEY,
        action          text        NOT NULL,
        state           text        NOT NULL CONSTRAINT proposal_state_is_known
                                    CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn')),
        content         bytea       NOT NULL,
        sha256          bytea       NOT NULL CONSTRAINT proposal_sha256_is_sha256
                                    CHECK (octet_length(sha256) = 32),
        list_code       text        NOT NULL CONSTRAINT proposal_on_list REFERENCES approved_list,
        vendors         uuid[]      NOT NULL,
        approvals_needed integer    NOT NULL CONSTRAINT proposal_needs_two_persons
                                    CHECK (approvals_needed >= 2),
        basis           bigint      NOT NULL,
        proposed_by     uuid        NOT NULL,
        proposed_at     timestamptz NOT NULL,
        decided_by      uuid,
        decided_at      timestamptz,
        decision_reason text,
        entries         bigint[]    NOT NULL,
        revision        bigint      NOT NULL,
        CONSTRAINT proposal_approved_by_another
          CHECK (state <> 'approved' OR decided_by <> proposed_by),
        CONSTRAINT proposal_decided_once
          CHECK ((state = 'pending') = (decided_by IS NULL) AND (state = 'pending') = (decided_at IS NULL))
      )`);
    await db.query(`CREATE INDEX proposal_state ON proposal (state, id)`);
    await db.query(`
      CREATE TABLE proposal_approval (
        proposal_id uuid        NOT NULL CONSTRAINT proposal_approval_of_proposal REFERENCES proposal,
        person      uuid        NOT NULL,
        approved_at timestamptz NOT NULL,
        revision    bigint      NOT NULL,
        CONSTRAINT proposal_approval_pk PRIMARY KEY (proposal_id, person)
      )`);
    await db.query(`SELECT keep_history_of('proposal', 'revision')`);
    await db.query(`SELECT keep_history_of('proposal_approval', 'revision')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE proposal_approval, proposal');
  }
}
