import type { EligibilityOutcome } from '../../gql/graphql.js';
import { sortFindings } from './eligibility-view.js';

const ALL: readonly EligibilityOutcome[] = ['MISSING', 'EXPIRED', 'STOPPED', 'RENEWAL_DUE', 'VALID', 'EXEMPT'];

describe('sortFindings', () => {
  it('never shows what is missing, expired or stopped among what is there', () => {
    const { there, soon } = sortFindings(ALL.map((outcome) => ({ outcome })));
    expect([...there, ...soon].map(({ outcome }) => outcome)).toEqual(['VALID', 'EXEMPT', 'RENEWAL_DUE']);
  });

  it('loses no finding', () => {
    const { open, soon, there } = sortFindings(ALL.map((outcome) => ({ outcome })));
    expect(open.length + soon.length + there.length).toBe(ALL.length);
  });
});
