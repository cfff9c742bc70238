import { RegistryDataSource, type DatabaseLocation } from '../../src/database/registry-data-source';

/** Does something on the database itself. */
export async function atDatabase<T>(
  location: DatabaseLocation,
  act: (dataSource: RegistryDataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await RegistryDataSource.open(location);
  try {
    return await act(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
