import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = {
  pk: 'purchase_check_pk',
  agency: 'purchase_check_agency',
  vendor: 'purchase_check_vendor',
  caller: 'purchase_check_caller',
  list: 'purchase_check_list',
  items: 'purchase_check_items',
} as const;

/**
 * Checks by month, in batches whose Merkle trees show that none was altered.
 *
 * A check's id tells the millisecond at which it was made (UUIDv7), so that months of ids are months of checks and an
 * id leads to its partition. What is there already becomes the first partition as it stands: no row is copied.
 */
export class PartitionChecks1795510800008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE check_batch (
        id          uuid        NOT NULL CONSTRAINT check_batch_pk PRIMARY KEY,
        position    bigint      NOT NULL,
        issuer      text        NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        leaves      bytea       NOT NULL CONSTRAINT check_batch_leaves_are_sha256
                                CHECK (octet_length(leaves) % 32 = 0),
        root        bytea       NOT NULL CONSTRAINT check_batch_root_is_sha256
                                CHECK (octet_length(root) = 32 OR leaves = '')
      )`);
    await db.query(`
      CREATE TRIGGER check_batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON check_batch
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    // What the next seal is to take: a batch that commits late is in none that was made before.
    await db.query(`
      CREATE TABLE unsealed_check_batch (
        id uuid NOT NULL CONSTRAINT unsealed_check_batch_pk PRIMARY KEY
      )`);
    await db.query(`
      CREATE FUNCTION await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO unsealed_check_batch (id) VALUES (NEW.id);
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER check_batch_awaits_seal AFTER INSERT ON check_batch
        FOR EACH ROW WHEN (NEW.leaves <> '') EXECUTE FUNCTION await_seal()`);
    await db.query(`
      CREATE TABLE check_seal (
        number   bigint NOT NULL CONSTRAINT check_seal_pk PRIMARY KEY,
        batches  bigint NOT NULL,
        checks   bigint NOT NULL,
        root     bytea  NOT NULL CONSTRAINT check_seal_root_is_sha256 CHECK (octet_length(root) = 32),
        revision bigint NOT NULL
      )`);
    await db.query(`SELECT keep_history_of('check_seal', 'revision')`);
    await db.query(`
      CREATE TABLE check_seal_batch (
        batch_id uuid   NOT NULL CONSTRAINT check_seal_batch_pk PRIMARY KEY
                        CONSTRAINT check_seal_batch_is_one REFERENCES check_batch,
        seal     bigint NOT NULL CONSTRAINT check_seal_batch_of_seal REFERENCES check_seal,
        leaf     int    NOT NULL,
        CONSTRAINT check_seal_batch_one_a_leaf UNIQUE (seal, leaf)
      )`);
    await db.query(`
      CREATE TRIGGER check_seal_batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON check_seal_batch
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);

    await db.query(`
      ALTER TABLE purchase_check
        ADD COLUMN batch_id uuid,
        ADD COLUMN leaf     int,
        ADD CONSTRAINT purchase_check_is_leaf CHECK ((batch_id IS NULL) = (leaf IS NULL))`);
    await db.query(`DROP TRIGGER purchase_check_said ON purchase_check`);
    await db.query(`DROP INDEX purchase_check_candidates`);
    await db.query(`ALTER TABLE purchase_check RENAME TO purchase_check_first`);
    await db.query(
      `ALTER TRIGGER purchase_check_append_only ON purchase_check_first RENAME TO append_only`,
    );
    for (const index of Object.values(INDEXES)) {
      await db.query(
        `ALTER INDEX ${index} RENAME TO ${index.replace('purchase_check', 'purchase_check_first')}`,
      );
    }
    await db.query(`
      CREATE TABLE purchase_check (
        LIKE purchase_check_first INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
        CONSTRAINT ${INDEXES.pk} PRIMARY KEY (id)
      ) PARTITION BY RANGE (id)`);
    await createIndexes(db);
    await db.query(`
      CREATE TRIGGER purchase_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_check
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    await db.query(`
      CREATE TRIGGER purchase_check_said BEFORE INSERT ON purchase_check
        FOR EACH ROW WHEN (NEW.for_agency IS NULL) EXECUTE FUNCTION say_of_check()`);
    await db.query(`
      CREATE FUNCTION first_check_id(instant timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
        SELECT (lpad(to_hex((extract(epoch FROM instant) * 1000)::bigint), 12, '0')
                || repeat('0', 20))::uuid
      $$`);
    // Up to the end of this month, or of that of the newest check where a clock was ahead.
    await db.query(`
      DO $$
      DECLARE
        newest timestamptz := now();
      BEGIN
        SELECT greatest(newest, to_timestamp(
            ('x0000' || replace(left(id::text, 13), '-', ''))::bit(64)::bigint / 1000.0)) INTO newest
          FROM (SELECT id FROM purchase_check_first ORDER BY id DESC LIMIT 1) AS last;
        EXECUTE format('ALTER TABLE purchase_check ATTACH PARTITION purchase_check_first
          FOR VALUES FROM (MINVALUE) TO (%L)',
          first_check_id(date_trunc('month', coalesce(newest, now()) AT TIME ZONE 'UTC'
                                             + interval '1 month') AT TIME ZONE 'UTC'));
      END $$`);
    await db.query(`CREATE TABLE purchase_check_later PARTITION OF purchase_check DEFAULT`);
    await db.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_check_later
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    // The service makes months ahead and needs no right to make other tables: this runs as the owner.
    await db.query(`
      CREATE FUNCTION make_check_partitions(ahead int) RETURNS SETOF text LANGUAGE plpgsql
        SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '1s' AS $$
      DECLARE
        this_month timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
        month      timestamp;
        partition  text;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('check partitions'));
        FOR month IN SELECT this_month + interval '1 month' * n FROM generate_series(1, ahead) AS n LOOP
          partition := 'purchase_check_' || to_char(month, 'YYYY_MM');
          CONTINUE WHEN to_regclass(partition) IS NOT NULL;
          -- A month that began without its table goes on in the one for later months.
          CONTINUE WHEN EXISTS (
            SELECT FROM purchase_check_later
            WHERE id >= first_check_id(month AT TIME ZONE 'UTC')
              AND id < first_check_id((month + interval '1 month') AT TIME ZONE 'UTC'));
          BEGIN
            EXECUTE format('CREATE TABLE %I (LIKE purchase_check INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
              partition);
            EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
              FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', partition);
            EXECUTE format('ALTER TABLE purchase_check ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
              partition, first_check_id(month AT TIME ZONE 'UTC'),
              first_check_id((month + interval '1 month') AT TIME ZONE 'UTC'));
          EXCEPTION WHEN invalid_object_definition THEN
            -- The first partition goes on for longer.
            CONTINUE;
          END;
          RETURN NEXT partition;
        END LOOP;
      END $$`);
    await db.query(`SELECT make_check_partitions(3)`);

    await db.query(`
      CREATE FUNCTION tell_head() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('history', NEW.size::text);
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER history_head_tells AFTER UPDATE ON history_head
        FOR EACH ROW EXECUTE FUNCTION tell_head()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER history_head_tells ON history_head`);
    await db.query(`DROP FUNCTION tell_head`);
    await db.query(`ALTER TABLE purchase_check RENAME TO purchase_check_by_month`);
    for (const index of [...Object.values(INDEXES), 'purchase_check_candidates']) {
      await db.query(`ALTER INDEX ${index} RENAME TO ${index}_by_month`);
    }
    await db.query(`
      CREATE TABLE purchase_check (
        LIKE purchase_check_by_month INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
        CONSTRAINT ${INDEXES.pk} PRIMARY KEY (id))`);
    await db.query(`INSERT INTO purchase_check SELECT * FROM purchase_check_by_month`);
    await db.query(`DROP TABLE purchase_check_by_month`);
    await db.query(
      `ALTER TABLE purchase_check DROP CONSTRAINT purchase_check_is_leaf, DROP COLUMN batch_id, DROP COLUMN leaf`,
    );
    await createIndexes(db, '');
    await db.query(`
      CREATE TRIGGER purchase_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_check
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    await db.query(`
      CREATE TRIGGER purchase_check_said BEFORE INSERT ON purchase_check
        FOR EACH ROW WHEN (NEW.for_agency IS NULL) EXECUTE FUNCTION say_of_check()`);
    await db.query(`DROP FUNCTION make_check_partitions, first_check_id`);
    await db.query(`DROP TABLE check_seal_batch, check_seal, unsealed_check_batch, check_batch`);
    await db.query(`DROP FUNCTION await_seal`);
  }
}

/** @param named which checks stand in the index of candidates; of most there are none */
async function createIndexes(db: QueryRunner, named = `WHERE candidates <> '{}'`): Promise<void> {
  const { agency, vendor, caller, list, items } = INDEXES;
  await db.query(`CREATE INDEX ${agency} ON purchase_check (agency, id)`);
  await db.query(`CREATE INDEX ${vendor} ON purchase_check (vendor_id, id)`);
  await db.query(`CREATE INDEX ${caller} ON purchase_check (caller_id, id)`);
  await db.query(`CREATE INDEX ${list} ON purchase_check (list_code, id)`);
  await db.query(`CREATE INDEX ${items} ON purchase_check (id, decided_at) WHERE has_items`);
  await db.query(
    `CREATE INDEX purchase_check_candidates ON purchase_check USING gin (candidates) ${named}`,
  );
}
