import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals, suspensions and entries that are not about a list, and corrections that name what they correct. */
export class WidenChanges1795510800006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE proposal
        ALTER COLUMN list_code DROP NOT NULL,
        ADD COLUMN exclusion_id uuid CONSTRAINT proposal_on_exclusion REFERENCES exclusion,
        ADD COLUMN corrects bigint,
        ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN impact jsonb`);
    await db.query(`
      ALTER TABLE suspension
        ADD COLUMN exclusion_id uuid CONSTRAINT suspension_made_exclusion REFERENCES exclusion,
        ADD COLUMN lapsed_at timestamptz,
        DROP CONSTRAINT suspension_state_is_known,
        ADD CONSTRAINT suspension_state_is_known
          CHECK (state IN ('unconfirmed', 'confirmed', 'lapsed'))`);
    await db.query(
      `CREATE INDEX suspension_unconfirmed ON suspension (lapses_at) WHERE state = 'unconfirmed'`,
    );
    await db.query(
      `CREATE INDEX listing_suspension ON listing (suspension_id) WHERE suspension_id IS NOT NULL`,
    );
    await db.query(`
      ALTER TABLE history_entry
        ADD COLUMN exclusion uuid,
        ADD COLUMN corrects bigint CONSTRAINT history_entry_corrects_an_earlier
                                   CHECK (corrects < position)`);
    await db.query(`CREATE INDEX history_entry_exclusion ON history_entry (exclusion, position)`);
    await db.query(
      `CREATE INDEX history_entry_corrects ON history_entry (corrects) WHERE corrects IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX history_entry_exclusion, history_entry_corrects, suspension_unconfirmed,
      listing_suspension`);
    await db.query(`ALTER TABLE history_entry DROP COLUMN exclusion, DROP COLUMN corrects`);
    await db.query(`
      ALTER TABLE suspension DROP COLUMN exclusion_id, DROP COLUMN lapsed_at,
        DROP CONSTRAINT suspension_state_is_known,
        ADD CONSTRAINT suspension_state_is_known CHECK (state IN ('unconfirmed', 'confirmed'))`);
    await db.query(`
      ALTER TABLE proposal DROP COLUMN exclusion_id, DROP COLUMN corrects, DROP COLUMN warnings,
        DROP COLUMN impact, ALTER COLUMN list_code SET NOT NULL`);
  }
}
