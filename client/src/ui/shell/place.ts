import type { MessageDescriptor } from '@lingui/core';
import type { Icon } from '@tabler/icons-react';
import type { Permission } from '@tongxing/shared/permissions';

/** One place of a shell: the rail at the desk, the bar on phones, the palette. */
export interface Place {
  readonly path: string;
  readonly label: MessageDescriptor;
  readonly icon: Icon;
  /** Without it the place is for everyone of the face. */
  readonly permission?: Permission | undefined;
  /** Matches only the path itself, not what lies below. */
  readonly exact?: boolean;
}

/** Places that belong together. */
export interface PlaceGroup {
  /** Said above them, where there is room for it. */
  readonly title?: MessageDescriptor;
  readonly places: readonly Place[];
}
