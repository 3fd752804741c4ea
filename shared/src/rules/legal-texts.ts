// The versions of what people agree to when they join. A change of a text is a new version; a spec of the pages says so.

export interface LegalVersions {
  readonly privacy: string;
  readonly terms: string;
}

/** The day from which each text holds, as its version. */
export const LEGAL_VERSIONS: LegalVersions = { privacy: '2026-11-22', terms: '2026-11-22' };
