import type { MigrationInterface, QueryRunner } from 'typeorm';

const RANGES = (table: string): string => `
        effective tstzrange NOT NULL CONSTRAINT ${table}_effective_is_half_open
                            CHECK (NOT isempty(effective) AND NOT upper_inc(effective)),
        recorded  int8range NOT NULL CONSTRAINT ${table}_recorded_has_start
                            CHECK (NOT isempty(recorded) AND NOT lower_inf(recorded))`;

/** Exclusions with their waivers and milestones; how vendors belong together, and which of them are one. */
export class CreateExclusions1795510800005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE exclusion (
        id       uuid   NOT NULL CONSTRAINT exclusion_pk PRIMARY KEY,
        revision bigint NOT NULL
      )`);
    await db.query(`
      CREATE TABLE exclusion_terms (
        id             bigint  GENERATED ALWAYS AS IDENTITY CONSTRAINT exclusion_terms_pk PRIMARY KEY,
        exclusion_id   uuid    NOT NULL CONSTRAINT exclusion_terms_of_exclusion REFERENCES exclusion,
        vendor_id      uuid    CONSTRAINT exclusion_terms_on_vendor REFERENCES vendor,
        kind           text    NOT NULL CONSTRAINT exclusion_terms_kind_is_known
                               CHECK (kind IN ('suspension', 'proposed-debarment', 'debarment',
                                               'voluntary-exclusion', 'prohibition')),
        agency         text    NOT NULL,
        terms          jsonb   NOT NULL,
        covers_articles boolean NOT NULL,
        entry          bigint  NOT NULL,
        authority      jsonb   NOT NULL,
        suspension_id  uuid,
        confirmed      boolean,
        ${RANGES('exclusion_terms')},
        CONSTRAINT exclusion_terms_bar_something CHECK (vendor_id IS NOT NULL OR covers_articles),
        CONSTRAINT exclusion_terms_suspension_is_whole
          CHECK ((suspension_id IS NULL) = (confirmed IS NULL)),
        CONSTRAINT exclusion_terms_one_at_a_time
          EXCLUDE USING gist (exclusion_id WITH =, effective WITH &&, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX exclusion_terms_vendor ON exclusion_terms (vendor_id)`);
    await db.query(
      `CREATE INDEX exclusion_terms_articles ON exclusion_terms (exclusion_id) WHERE covers_articles`,
    );
    await db.query(`
      CREATE INDEX exclusion_terms_milestones ON exclusion_terms (exclusion_id)
        WHERE jsonb_array_length(terms -> 'milestones') > 0`);
    await db.query(`
      CREATE TABLE waiver (
        id       uuid   NOT NULL CONSTRAINT waiver_pk PRIMARY KEY,
        revision bigint NOT NULL
      )`);
    await db.query(`
      CREATE TABLE waiver_terms (
        id           bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT waiver_terms_pk PRIMARY KEY,
        waiver_id    uuid   NOT NULL CONSTRAINT waiver_terms_of_waiver REFERENCES waiver,
        exclusion_id uuid   NOT NULL CONSTRAINT waiver_terms_of_exclusion REFERENCES exclusion,
        agency       text   NOT NULL,
        vendor_id    uuid   CONSTRAINT waiver_terms_for_vendor REFERENCES vendor,
        articles     jsonb  NOT NULL,
        entry        bigint NOT NULL,
        authority    jsonb  NOT NULL,
        ${RANGES('waiver_terms')},
        CONSTRAINT waiver_terms_are_dated CHECK (NOT upper_inf(effective)),
        CONSTRAINT waiver_terms_one_at_a_time
          EXCLUDE USING gist (waiver_id WITH =, effective WITH &&, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX waiver_terms_exclusion ON waiver_terms (exclusion_id)`);
    await db.query(`
      CREATE TABLE milestone_report (
        id           uuid        NOT NULL CONSTRAINT milestone_report_pk PRIMARY KEY,
        exclusion_id uuid        NOT NULL CONSTRAINT milestone_report_of_exclusion REFERENCES exclusion,
        code         text        NOT NULL,
        agency       text        NOT NULL,
        done_at      timestamptz NOT NULL,
        evidence     bytea       NOT NULL CONSTRAINT milestone_report_evidence_is_sha256
                                 CHECK (octet_length(evidence) = 32),
        note         text,
        reported_by  uuid        NOT NULL,
        reported_at  timestamptz NOT NULL,
        revision     bigint      NOT NULL
      )`);
    await db.query(
      `CREATE INDEX milestone_report_exclusion ON milestone_report (exclusion_id, code, agency)`,
    );

    await db.query(`
      CREATE TABLE proceeding (
        id         uuid        NOT NULL CONSTRAINT proceeding_pk PRIMARY KEY,
        vendor_id  uuid        NOT NULL CONSTRAINT proceeding_of_vendor REFERENCES vendor,
        kind       text        NOT NULL CONSTRAINT proceeding_kind_is_known
                               CHECK (kind IN ('suspension', 'debarment', 'removal')),
        list_code  text        CONSTRAINT proceeding_on_list REFERENCES approved_list,
        authority  jsonb       NOT NULL,
        reason     text        NOT NULL,
        opened_by  uuid        NOT NULL,
        opened_at  timestamptz NOT NULL,
        revision   bigint      NOT NULL,
        CONSTRAINT proceeding_removal_names_list CHECK ((kind = 'removal') = (list_code IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX proceeding_vendor ON proceeding (vendor_id)`);
    await db.query(`
      CREATE TABLE proceeding_step (
        id            uuid        NOT NULL CONSTRAINT proceeding_step_pk PRIMARY KEY,
        proceeding_id uuid        NOT NULL CONSTRAINT proceeding_step_of_proceeding REFERENCES proceeding,
        kind          text        NOT NULL CONSTRAINT proceeding_step_kind_is_known
                                  CHECK (kind IN ('notice', 'answer', 'decision')),
        taken_at      timestamptz NOT NULL,
        said          jsonb       NOT NULL,
        exclusion_id  uuid        CONSTRAINT proceeding_step_made_exclusion REFERENCES exclusion,
        recorded_by   uuid        NOT NULL,
        recorded_at   timestamptz NOT NULL,
        revision      bigint      NOT NULL,
        CONSTRAINT proceeding_step_once UNIQUE (proceeding_id, kind)
      )`);

    await db.query(`
      CREATE TABLE affiliation (
        id             bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT affiliation_pk PRIMARY KEY,
        affiliation_id uuid   NOT NULL,
        kind           text   NOT NULL CONSTRAINT affiliation_kind_is_known
                              CHECK (kind IN ('subsidiary', 'successor', 'affiliate', 'common-control')),
        vendor_id      uuid   NOT NULL CONSTRAINT affiliation_of_vendor REFERENCES vendor,
        other_id       uuid   NOT NULL CONSTRAINT affiliation_with_vendor REFERENCES vendor,
        entry          bigint NOT NULL,
        ${RANGES('affiliation')},
        CONSTRAINT affiliation_of_two CHECK (vendor_id <> other_id),
        CONSTRAINT affiliation_one_at_a_time
          EXCLUDE USING gist (affiliation_id WITH =, effective WITH &&, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX affiliation_vendor ON affiliation (vendor_id)`);
    await db.query(`CREATE INDEX affiliation_other ON affiliation (other_id)`);
    await db.query(`
      CREATE TABLE vendor_merge (
        id           bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT vendor_merge_pk PRIMARY KEY,
        duplicate_id uuid   NOT NULL CONSTRAINT vendor_merge_of_duplicate REFERENCES vendor,
        survivor_id  uuid   NOT NULL CONSTRAINT vendor_merge_into_survivor REFERENCES vendor,
        entry        bigint NOT NULL,
        recorded     int8range NOT NULL CONSTRAINT vendor_merge_recorded_has_start
                            CHECK (NOT isempty(recorded) AND NOT lower_inf(recorded)),
        CONSTRAINT vendor_merge_of_two CHECK (duplicate_id <> survivor_id),
        CONSTRAINT vendor_merge_one_at_a_time
          EXCLUDE USING gist (duplicate_id WITH =, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX vendor_merge_survivor ON vendor_merge (survivor_id)`);

    for (const table of ['exclusion', 'waiver', 'milestone_report', 'proceeding']) {
      await db.query(`SELECT keep_history_of('${table}', 'revision')`);
    }
    await db.query(`SELECT keep_history_of('proceeding_step', 'revision')`);
    for (const table of ['exclusion_terms', 'waiver_terms', 'affiliation', 'vendor_merge']) {
      await db.query(`SELECT keep_history_of('${table}', 'recorded')`);
    }
    for (const table of ['milestone_report', 'proceeding', 'proceeding_step']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE vendor_merge, affiliation, proceeding_step, proceeding,
      milestone_report, waiver_terms, waiver, exclusion_terms, exclusion`);
  }
}
