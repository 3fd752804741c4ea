// Who something is sent to, and whether one pair of eyes is enough for it.

export const RELEASE_AUDIENCES = ['FAMILY', 'AUTHORITY', 'DONOR', 'COMPANY', 'PARTNER', 'PUBLIC'] as const;
export type ReleaseAudience = (typeof RELEASE_AUDIENCES)[number];

/** The family knows the child, and an authority asks by law; to everybody else a child is somebody unknown. */
const ONE_PAIR_OF_EYES: readonly ReleaseAudience[] = ['FAMILY', 'AUTHORITY'];

/** Whether a second person looks before it leaves. */
export const needsSecondLook = (audience: ReleaseAudience): boolean => !ONE_PAIR_OF_EYES.includes(audience);
