import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The checks of a purchase, by what the buyer calls it. */
export class IndexReferences1795510800009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX purchase_check_reference ON purchase_check (btrim(reference), id)
        WHERE reference IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX purchase_check_reference`);
  }
}
