import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAME_KINDS = ['legal', 'dba', 'former', 'acronym', 'transliteration'];

/** What persons find of pairs that may be one; and names that tell little of whose they are. */
export class CreateMatchDecisions1795510800011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE match_decision (
        id               bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT match_decision_pk PRIMARY KEY,
        decision_id      uuid   NOT NULL,
        finding          text   NOT NULL CONSTRAINT match_decision_finding_is_known
                                CHECK (finding IN ('same', 'not-same')),
        subject_id       uuid   CONSTRAINT match_decision_of_vendor REFERENCES vendor,
        subject_name     text,
        subject_text     text,
        object_id        uuid   CONSTRAINT match_decision_with_vendor REFERENCES vendor,
        exclusion_id     uuid   CONSTRAINT match_decision_with_exclusion REFERENCES exclusion,
        subject_revision bigint,
        object_revision  bigint NOT NULL,
        persons          smallint NOT NULL CONSTRAINT match_decision_persons CHECK (persons IN (1, 2)),
        entry            bigint NOT NULL,
        recorded         int8range NOT NULL CONSTRAINT match_decision_recorded_has_start
                                CHECK (NOT isempty(recorded) AND NOT lower_inf(recorded)),
        CONSTRAINT match_decision_has_one_subject CHECK (num_nonnulls(subject_id, subject_name) = 1),
        CONSTRAINT match_decision_has_one_object CHECK (num_nonnulls(object_id, exclusion_id) = 1),
        CONSTRAINT match_decision_of_two CHECK (subject_id < object_id),
        CONSTRAINT match_decision_name_as_given
          CHECK ((subject_name IS NULL) = (subject_text IS NULL)),
        CONSTRAINT match_decision_subject_revision
          CHECK ((subject_id IS NULL) = (subject_revision IS NULL)),
        CONSTRAINT match_decision_one_at_a_time EXCLUDE USING gist (
          (coalesce(subject_id::text, 'name ' || subject_name)) WITH =,
          (coalesce(object_id, exclusion_id)) WITH =, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX match_decision_decision ON match_decision (decision_id)`);
    await db.query(`CREATE INDEX match_decision_subject ON match_decision (subject_id)`);
    await db.query(`CREATE INDEX match_decision_name ON match_decision (subject_name)`);
    await db.query(`CREATE INDEX match_decision_object ON match_decision (object_id)`);
    await db.query(`CREATE INDEX match_decision_exclusion ON match_decision (exclusion_id)`);
    await db.query(`CREATE INDEX match_decision_opened ON match_decision (lower(recorded))`);
    await db.query(`CREATE INDEX match_decision_closed ON match_decision (upper(recorded))
      WHERE upper(recorded) IS NOT NULL`);
    await db.query(`SELECT keep_history_of('match_decision', 'recorded')`);
    await allowNameKinds(db, [...NAME_KINDS, 'weak-alias']);
  }

  async down(db: QueryRunner): Promise<void> {
    await allowNameKinds(db, NAME_KINDS);
    await db.query(`DROP TABLE match_decision`);
  }
}

async function allowNameKinds(db: QueryRunner, kinds: readonly string[]): Promise<void> {
  await db.query(`ALTER TABLE vendor_name DROP CONSTRAINT vendor_name_kind_is_known`);
  await db.query(`ALTER TABLE vendor_name ADD CONSTRAINT vendor_name_kind_is_known
    CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`);
}
