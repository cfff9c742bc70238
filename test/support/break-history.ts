import type { DataSource } from 'typeorm';

/** Makes every INSERT into the history fail, as on a full disk. */
export async function breakHistory(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    CREATE FUNCTION break_history() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full';
    END $$`);
  await dataSource.query(`
    CREATE TRIGGER break_history BEFORE INSERT ON history_entry
      FOR EACH STATEMENT EXECUTE FUNCTION break_history()`);
}

/** Undoes {@link breakHistory}. */
export async function mendHistory(dataSource: DataSource): Promise<void> {
  await dataSource.query('DROP FUNCTION break_history CASCADE');
}
