import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may call, and the keys they call with. */
export class CreateAccess1795510800003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE caller (
        id          uuid        NOT NULL CONSTRAINT caller_pk PRIMARY KEY,
        kind        text        NOT NULL CONSTRAINT caller_kind_is_known CHECK (kind IN ('person', 'client')),
        name        text        NOT NULL CONSTRAINT caller_has_name CHECK (name <> ''),
        agency      text        NOT NULL CONSTRAINT caller_has_agency CHECK (agency <> ''),
        roles       text[]      NOT NULL CONSTRAINT caller_roles_are_known
                                CHECK (roles <@ ARRAY['procurement', 'admin', 'auditor'])
                                CONSTRAINT caller_not_admin_and_auditor
                                CHECK (NOT roles @> ARRAY['admin', 'auditor']),
        responsible uuid        CONSTRAINT caller_responsible_is_caller REFERENCES caller,
        issuer      text,
        subject     text,
        created_at  timestamptz NOT NULL,
        disabled_at timestamptz,
        revision    bigint      NOT NULL,
        CONSTRAINT caller_admin_client_has_person
          CHECK (kind = 'person' OR NOT roles @> ARRAY['admin'] OR responsible IS NOT NULL),
        CONSTRAINT caller_subject_is_whole CHECK ((issuer IS NULL) = (subject IS NULL)),
        CONSTRAINT caller_subject_once UNIQUE (issuer, subject)
      )`);
    await db.query(`
      CREATE TABLE api_key (
        id         text        NOT NULL CONSTRAINT api_key_pk PRIMARY KEY,
        caller_id  uuid        NOT NULL CONSTRAINT api_key_of_caller REFERENCES caller,
        verifier   bytea       NOT NULL CONSTRAINT api_key_verifier_is_sha256
                               CHECK (octet_length(verifier) = 32),
        label      text,
        issued_at  timestamptz NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        revision   bigint      NOT NULL
      )`);
    await db.query(`CREATE INDEX api_key_caller ON api_key (caller_id)`);
    await db.query(`SELECT keep_history_of('caller', 'revision')`);
    await db.query(`SELECT keep_history_of('api_key', 'revision')`);

    await db.query(`
      CREATE TABLE idempotent_request (
        caller_id   uuid        NOT NULL,
        key         text        NOT NULL,
        fingerprint bytea       NOT NULL,
        started_at  timestamptz NOT NULL,
        status      integer,
        headers     jsonb,
        body        text,
        CONSTRAINT idempotent_request_pk PRIMARY KEY (caller_id, key)
      )`);
    await db.query(`CREATE INDEX idempotent_request_started_at ON idempotent_request (started_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE idempotent_request, api_key, caller');
  }
}
