import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every question that was asked before a purchase, and what was answered. */
export class CreateChecks1795510800004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE purchase_check (
        id         uuid        NOT NULL CONSTRAINT purchase_check_pk PRIMARY KEY,
        caller_id  uuid        NOT NULL,
        agency     text        NOT NULL,
        vendor_id  uuid,
        list_code  text,
        verdict    text        NOT NULL CONSTRAINT purchase_check_verdict_is_known
                               CHECK (verdict IN ('eligible', 'ineligible', 'review')),
        position   bigint      NOT NULL,
        at         timestamptz NOT NULL,
        decided_at timestamptz NOT NULL,
        reference  text,
        request    bytea       NOT NULL,
        answer     bytea       NOT NULL
      )`);
    await db.query(`CREATE INDEX purchase_check_agency ON purchase_check (agency, id)`);
    await db.query(`CREATE INDEX purchase_check_vendor ON purchase_check (vendor_id, id)`);
    await db.query(`CREATE INDEX purchase_check_caller ON purchase_check (caller_id, id)`);
    await db.query(`
      CREATE TRIGGER purchase_check_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_check
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE purchase_check');
  }
}
