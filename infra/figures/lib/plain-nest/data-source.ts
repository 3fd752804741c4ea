import Libsql from 'libsql';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { PlainPerson, PlainVolunteer } from './entities.js';

const POOL_SIZE = 10;

/** The same drivers and the same number of connections as the platform. */
export function openDataSource(url: string): Promise<DataSource> {
  const entities = [PlainVolunteer, PlainPerson];
  const options = url.startsWith('sqlite:')
    ? { type: 'better-sqlite3', driver: Libsql, database: url.slice('sqlite:'.length), enableWAL: true, entities }
    : { type: 'mariadb', url, charset: 'utf8mb4_bin', poolSize: POOL_SIZE, entities };
  return new DataSource(options as DataSourceOptions).initialize();
}
