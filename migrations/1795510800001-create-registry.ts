import type { MigrationInterface, QueryRunner } from 'typeorm';

const RANGES = (table: string): string => `
        effective tstzrange NOT NULL CONSTRAINT ${table}_effective_is_half_open
                            CHECK (NOT isempty(effective) AND NOT upper_inc(effective)),
        recorded  int8range NOT NULL CONSTRAINT ${table}_recorded_has_start
                            CHECK (NOT isempty(recorded) AND NOT lower_inf(recorded))`;

/** Vendors and approved lists, in two times: when a fact holds and when the registry knew it. */
export class CreateRegistry1795510800001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE vendor (
        id       uuid   NOT NULL CONSTRAINT vendor_pk PRIMARY KEY,
        revision bigint NOT NULL
      )`);
    await db.query(`
      CREATE TABLE vendor_profile (
        id        bigint    GENERATED ALWAYS AS IDENTITY CONSTRAINT vendor_profile_pk PRIMARY KEY,
        vendor_id uuid      NOT NULL CONSTRAINT vendor_profile_of_vendor REFERENCES vendor,
        country   text      CONSTRAINT vendor_profile_country_is_iso_3166 CHECK (country ~ '^[A-Z]{2}$'),
        ${RANGES('vendor_profile')},
        CONSTRAINT vendor_profile_one_at_a_time
          EXCLUDE USING gist (vendor_id WITH =, effective WITH &&, recorded WITH &&)
      )`);
    await db.query(`
      CREATE TABLE vendor_identifier (
        id        bigint    GENERATED ALWAYS AS IDENTITY CONSTRAINT vendor_identifier_pk PRIMARY KEY,
        vendor_id uuid      NOT NULL CONSTRAINT vendor_identifier_of_vendor REFERENCES vendor,
        scheme    text      NOT NULL,
        value     text      NOT NULL,
        ${RANGES('vendor_identifier')},
        CONSTRAINT vendor_identifier_one_vendor_at_a_time
          EXCLUDE USING gist (scheme WITH =, value WITH =, effective WITH &&, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX vendor_identifier_vendor ON vendor_identifier (vendor_id)`);
    await db.query(`CREATE INDEX vendor_identifier_value ON vendor_identifier (scheme, value)`);
    await db.query(`
      CREATE TABLE vendor_name (
        id         bigint   GENERATED ALWAYS AS IDENTITY CONSTRAINT vendor_name_pk PRIMARY KEY,
        vendor_id  uuid     NOT NULL CONSTRAINT vendor_name_of_vendor REFERENCES vendor,
        kind       text     NOT NULL CONSTRAINT vendor_name_kind_is_known
                            CHECK (kind IN ('legal', 'dba', 'former', 'acronym', 'transliteration')),
        name       text     NOT NULL,
        script     text     NOT NULL,
        normalised text     NOT NULL,
        ${RANGES('vendor_name')},
        CONSTRAINT vendor_name_once_at_a_time
          EXCLUDE USING gist (vendor_id WITH =, kind WITH =, name WITH =, effective WITH &&, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX vendor_name_vendor ON vendor_name (vendor_id)`);
    await db.query(
      `CREATE INDEX vendor_name_normalised ON vendor_name (normalised text_pattern_ops)`,
    );

    await db.query(`
      CREATE TABLE approved_list (
        code     text   NOT NULL CONSTRAINT approved_list_pk PRIMARY KEY,
        revision bigint NOT NULL
      )`);
    await db.query(`
      CREATE TABLE approved_list_terms (
        id         bigint   GENERATED ALWAYS AS IDENTITY CONSTRAINT approved_list_terms_pk PRIMARY KEY,
        code       text     NOT NULL CONSTRAINT approved_list_terms_of_list REFERENCES approved_list,
        name       text     NOT NULL,
        owner      text     NOT NULL,
        categories jsonb    NOT NULL,
        policy     jsonb    NOT NULL,
        ${RANGES('approved_list_terms')},
        CONSTRAINT approved_list_terms_one_at_a_time
          EXCLUDE USING gist (code WITH =, effective WITH &&, recorded WITH &&)
      )`);

    await db.query(`
      CREATE TABLE listing (
        id              bigint    GENERATED ALWAYS AS IDENTITY CONSTRAINT listing_pk PRIMARY KEY,
        listing_id      uuid      NOT NULL,
        vendor_id       uuid      NOT NULL CONSTRAINT listing_of_vendor REFERENCES vendor,
        list_code       text      NOT NULL CONSTRAINT listing_on_list REFERENCES approved_list,
        status          text      NOT NULL CONSTRAINT listing_status_is_known
                                  CHECK (status IN ('listed', 'suspended', 'removed')),
        contract_number text,
        categories      text[]    NOT NULL,
        term            tstzrange NOT NULL,
        entry           bigint    NOT NULL,
        authority       jsonb     NOT NULL,
        suspension_id   uuid,
        confirmed       boolean,
        ${RANGES('listing')},
        CONSTRAINT listing_suspension_is_whole
          CHECK ((status = 'suspended') = (suspension_id IS NOT NULL)
             AND (status = 'suspended') = (confirmed IS NOT NULL)),
        CONSTRAINT listing_one_standing_at_a_time
          EXCLUDE USING gist (listing_id WITH =, effective WITH &&, recorded WITH &&)
      )`);
    await db.query(`CREATE INDEX listing_vendor ON listing (vendor_id, list_code)`);
    await db.query(`CREATE INDEX listing_list ON listing (list_code, listing_id)`);
    await db.query(`
      CREATE TABLE suspension (
        id           uuid        NOT NULL CONSTRAINT suspension_pk PRIMARY KEY,
        vendor_id    uuid        NOT NULL CONSTRAINT suspension_of_vendor REFERENCES vendor,
        list_code    text        CONSTRAINT suspension_on_list REFERENCES approved_list,
        state        text        NOT NULL CONSTRAINT suspension_state_is_known
                                 CHECK (state IN ('unconfirmed', 'confirmed')),
        authority    jsonb       NOT NULL,
        reason       text        NOT NULL,
        suspended_by uuid        NOT NULL,
        suspended_at timestamptz NOT NULL,
        lapses_at    timestamptz NOT NULL,
        confirmed_by uuid,
        confirmed_at timestamptz,
        revision     bigint      NOT NULL,
        CONSTRAINT suspension_confirmed_by_another CHECK (confirmed_by <> suspended_by)
      )`);

    await db.query(`SELECT keep_history_of('vendor', 'revision')`);
    await db.query(`SELECT keep_history_of('vendor_profile', 'recorded')`);
    await db.query(`SELECT keep_history_of('vendor_identifier', 'recorded')`);
    await db.query(`SELECT keep_history_of('vendor_name', 'recorded')`);
    await db.query(`SELECT keep_history_of('approved_list', 'revision')`);
    await db.query(`SELECT keep_history_of('approved_list_terms', 'recorded')`);
    await db.query(`SELECT keep_history_of('listing', 'recorded')`);
    await db.query(`SELECT keep_history_of('suspension', 'revision')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE suspension, listing, approved_list_terms, approved_list,
      vendor_name, vendor_identifier, vendor_profile, vendor`);
  }
}
