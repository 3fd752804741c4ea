// Every migration in its order. A new one is added at the end and never changed once it has landed.
import type { MigrationClass } from '../database.js';
import { Foundation1764000000001 } from './1764000000001-foundation.js';

export const MIGRATIONS: readonly MigrationClass[] = [Foundation1764000000001];
