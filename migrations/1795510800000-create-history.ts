import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history: one head, dense positions, and a database that refuses to rewrite either. */
export class CreateHistory1795510800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);

    await db.query(`
      CREATE TABLE history_head (
        only_row    boolean     NOT NULL DEFAULT true CONSTRAINT history_head_pk PRIMARY KEY
                                CONSTRAINT history_head_only_row CHECK (only_row),
        size        bigint      NOT NULL CONSTRAINT history_head_size_counts CHECK (size >= 0),
        recorded_at timestamptz NOT NULL
      )`);
    await db.query(`INSERT INTO history_head (size, recorded_at) VALUES (0, 'epoch')`);

    await db.query(`
      CREATE TABLE history_entry (
        position    bigint      NOT NULL CONSTRAINT history_entry_pk PRIMARY KEY,
        recorded_at timestamptz NOT NULL,
        type        text        NOT NULL CONSTRAINT history_entry_has_type CHECK (type <> ''),
        actor       text        NOT NULL CONSTRAINT history_entry_has_actor CHECK (actor <> ''),
        vendors     uuid[]      NOT NULL,
        list        text,
        canonical   bytea       NOT NULL CONSTRAINT history_entry_fits_a_bundle
                                CHECK (octet_length(canonical) <= 65535),
        leaf_hash   bytea       NOT NULL CONSTRAINT history_entry_leaf_hash_is_sha256
                                CHECK (octet_length(leaf_hash) = 32),
        transaction xid8        NOT NULL DEFAULT pg_current_xact_id()
      )`);
    await db.query(`CREATE INDEX history_entry_vendors ON history_entry USING gin (vendors)`);
    await db.query(`CREATE INDEX history_entry_list ON history_entry (list, position)`);
    await db.query(`CREATE INDEX history_entry_type ON history_entry (type, position)`);
    await db.query(`CREATE INDEX history_entry_actor ON history_entry (actor, position)`);
    await db.query(`CREATE INDEX history_entry_recorded_at ON history_entry (recorded_at)`);

    await db.query(`
      CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% on % is refused: it is append-only', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$`);
    await db.query(`
      CREATE TRIGGER history_entry_append_only
        BEFORE UPDATE OR DELETE OR TRUNCATE ON history_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    await db.query(`
      CREATE TRIGGER history_head_stays
        BEFORE INSERT OR DELETE OR TRUNCATE ON history_head
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);

    await db.query(`
      CREATE FUNCTION history_head_advances() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.size <= OLD.size OR NEW.recorded_at < OLD.recorded_at THEN
          RAISE EXCEPTION 'the history only grows' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER history_head_advances BEFORE UPDATE ON history_head
        FOR EACH ROW EXECUTE FUNCTION history_head_advances()`);

    // Checked at commit, so that a position is neither skipped nor left without its entry.
    await db.query(`
      CREATE FUNCTION history_is_dense() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.size - OLD.size <> (SELECT count(*) FROM history_entry
                                   WHERE position >= OLD.size AND position < NEW.size) THEN
          RAISE EXCEPTION 'positions % to % have no entries', OLD.size, NEW.size - 1
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER history_head_is_dense AFTER UPDATE ON history_head
        DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION history_is_dense()`);
    await db.query(`
      CREATE FUNCTION history_entry_is_counted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.position >= (SELECT size FROM history_head) THEN
          RAISE EXCEPTION 'entry % lies beyond the head', NEW.position
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER history_entry_is_counted AFTER INSERT ON history_entry
        DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION history_entry_is_counted()`);

    // A registry row names the entry that made it (revision), or that opened and closed it (recorded).
    // That entry must be one of the same transaction.
    await db.query(`
      CREATE FUNCTION require_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        named bigint;
      BEGIN
        IF TG_ARGV[0] = 'revision' THEN
          named := NEW.revision;
        ELSIF TG_OP = 'UPDATE' THEN
          named := upper(NEW.recorded);
        ELSE
          named := lower(NEW.recorded);
        END IF;
        IF NOT EXISTS (SELECT FROM history_entry
                       WHERE position = named AND transaction = pg_current_xact_id()) THEN
          RAISE EXCEPTION '% on % has no history entry in its transaction', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE FUNCTION only_close_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT upper_inf(OLD.recorded) OR upper_inf(NEW.recorded)
           OR lower(NEW.recorded) <> lower(OLD.recorded)
           OR to_jsonb(NEW) - 'recorded' <> to_jsonb(OLD) - 'recorded' THEN
          RAISE EXCEPTION 'a row of % is never edited, only closed', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    // Attaches both rules to a table; add it to every registry table that a later migration makes.
    await db.query(`
      CREATE FUNCTION keep_history_of(registry_table regclass, kind text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE ON %s
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_entry(%L)',
          registry_table || '_has_entry', registry_table, kind);
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON %s
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()',
          registry_table || '_never_deleted', registry_table);
        IF kind = 'recorded' THEN
          EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %s
            FOR EACH ROW EXECUTE FUNCTION only_close_recorded()',
            registry_table || '_only_closed', registry_table);
        END IF;
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE history_entry, history_head');
    await db.query(`DROP FUNCTION keep_history_of, only_close_recorded, require_entry,
      history_entry_is_counted, history_is_dense, history_head_advances, refuse_rewrite`);
  }
}
