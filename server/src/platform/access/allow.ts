import { Extensions } from '@nestjs/graphql';
import type { Permission } from '@tongxing/shared/permissions';

export interface AccessDeclaration {
  readonly access: { readonly public: true } | { readonly permission: Permission };
}

/** Declares the one permission that a root field needs. */
export const Allow = (permission: Permission) => Extensions({ access: { permission } });

/** Declares a root field open to everybody, signed in or not. */
export const Public = () => Extensions({ access: { public: true } });
