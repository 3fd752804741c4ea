export * from './passkeys.js';
export * from './recovery-codes.js';
export * from './totp.js';
