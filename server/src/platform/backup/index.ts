export * from './backup-run.entity.js';
export * from './check-backup.js';
export * from './manifest.js';
export * from './record-run.js';
export * from './refused.js';
export * from './restore-backup.js';
export * from './take-backup.js';
export * from './version.js';
