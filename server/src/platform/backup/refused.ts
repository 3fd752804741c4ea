/** A backup or a restore that may not be: one line for the operator, with what would be right. */
export class BackupRefused extends Error {}
