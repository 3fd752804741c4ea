import { Extensions } from '@nestjs/graphql';
import type { Permission } from '@tongxing/shared/permissions';

export interface AccessDeclaration {
  readonly access:
    { readonly public: true; readonly answers?: Permission | undefined } | { readonly permission: Permission };
}

/** Declares the one permission that a root field needs. */
export const Allow = (permission: Permission) => Extensions({ access: { permission } });

/**
 * Declares a root field open to everybody, signed in or not.
 * `answers` names the permission of those who get more than a refusal or null out of it: signing in is open to all, the
 * profile that it answers with is for whoever has an account.
 */
export const Public = (answers?: Permission) => Extensions({ access: { public: true, answers } });
