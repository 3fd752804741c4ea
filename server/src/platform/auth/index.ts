export * from './actor-directory.js';
export * from './cookie.js';
export * from './identifier.js';
export * from './login.entity.js';
export * from './logins.js';
export * from './passwords.js';
export * from './sessions.js';
export * from './sign-in.js';
