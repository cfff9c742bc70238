import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What exposure and impact look for in recorded checks: whom they were about, for whom, for how much, and whether they name items. */
export class IndexChecks1795510800007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE purchase_check
        ADD COLUMN for_agency text,
        ADD COLUMN candidates uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN has_items  boolean NOT NULL DEFAULT false,
        ADD COLUMN amount     numeric,
        ADD COLUMN currency   text,
        ADD CONSTRAINT purchase_check_amount_has_currency
          CHECK ((amount IS NULL) = (currency IS NULL))`);
    // The columns repeat what the answers say; for those that were there before, this once.
    await db.query(`ALTER TABLE purchase_check DISABLE TRIGGER purchase_check_append_only`);
    await db.query(`
      UPDATE purchase_check SET
        for_agency = said.answer #>> '{asked,purchase,agency}',
        has_items = jsonb_array_length(said.answer #> '{asked,purchase,items}') > 0,
        amount = (said.answer #>> '{asked,purchase,amount,value}')::numeric,
        currency = said.answer #>> '{asked,purchase,amount,currency}',
        candidates = ARRAY(SELECT (candidate ->> 'id')::uuid
                           FROM jsonb_array_elements(said.answer -> 'candidates') AS candidate)
      FROM (SELECT id, convert_from(answer, 'UTF8')::jsonb AS answer FROM purchase_check) AS said
      WHERE said.id = purchase_check.id`);
    await db.query(`ALTER TABLE purchase_check ENABLE TRIGGER purchase_check_append_only`);
    await db.query(`ALTER TABLE purchase_check ALTER COLUMN for_agency SET NOT NULL`);
    // Instances of the release before go on recording for a while, and know none of these columns.
    await db.query(`
      CREATE FUNCTION say_of_check() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        said jsonb := convert_from(NEW.answer, 'UTF8')::jsonb;
      BEGIN
        NEW.for_agency := said #>> '{asked,purchase,agency}';
        NEW.has_items := jsonb_array_length(said #> '{asked,purchase,items}') > 0;
        NEW.amount := (said #>> '{asked,purchase,amount,value}')::numeric;
        NEW.currency := said #>> '{asked,purchase,amount,currency}';
        NEW.candidates := ARRAY(SELECT (candidate ->> 'id')::uuid
                                FROM jsonb_array_elements(said -> 'candidates') AS candidate);
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER purchase_check_said BEFORE INSERT ON purchase_check
        FOR EACH ROW WHEN (NEW.for_agency IS NULL) EXECUTE FUNCTION say_of_check()`);
    await db.query(`CREATE INDEX purchase_check_list ON purchase_check (list_code, id)`);
    await db.query(
      `CREATE INDEX purchase_check_candidates ON purchase_check USING gin (candidates)`,
    );
    await db.query(
      `CREATE INDEX purchase_check_items ON purchase_check (id, decided_at) WHERE has_items`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX purchase_check_list,
      purchase_check_candidates, purchase_check_items`);
    await db.query(`DROP TRIGGER purchase_check_said ON purchase_check`);
    await db.query(`DROP FUNCTION say_of_check`);
    await db.query(`ALTER TABLE purchase_check DROP COLUMN for_agency, DROP COLUMN candidates,
      DROP COLUMN has_items, DROP COLUMN amount, DROP COLUMN currency`);
  }
}
