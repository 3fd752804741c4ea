export * from './recovery-codes.js';
export * from './totp.js';
