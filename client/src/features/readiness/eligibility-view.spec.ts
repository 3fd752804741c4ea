import type { EligibilityOutcome } from '../../gql/graphql.js';
import { inOrder, openFindings, standingOf, type Finding } from './eligibility-view.js';

const finding = (outcome: EligibilityOutcome): Finding => ({
  requirement: 'RECORD_CHECK',
  outcome,
  rule: 'H8',
  clause: '§7.1.3',
  remedy: 'NONE',
});
const view = (ready: boolean, ...outcomes: EligibilityOutcome[]) => ({ ready, findings: outcomes.map(finding) });

describe('standingOf', () => {
  it('never calls ready whom the server does not', () => {
    expect(standingOf(view(false, 'VALID'))).toBe('NOT_READY');
    expect(standingOf(view(false, 'RENEWAL_DUE', 'MISSING'))).toBe('NOT_READY');
  });

  it('says stopped before anything else', () => {
    expect(standingOf(view(false, 'MISSING', 'STOPPED'))).toBe('STOPPED');
  });

  it('tells who is ready from who is ready and should renew', () => {
    expect(standingOf(view(true, 'VALID', 'EXEMPT'))).toBe('READY');
    expect(standingOf(view(true, 'VALID', 'RENEWAL_DUE'))).toBe('RENEWAL_DUE');
  });
});

describe('findings', () => {
  it('come with what stands in the way first, none lost', () => {
    const all: EligibilityOutcome[] = ['VALID', 'RENEWAL_DUE', 'EXEMPT', 'EXPIRED', 'STOPPED', 'MISSING'];
    expect(inOrder(all.map(finding)).map(({ outcome }) => outcome)).toEqual([
      'STOPPED',
      'MISSING',
      'EXPIRED',
      'RENEWAL_DUE',
      'VALID',
      'EXEMPT',
    ]);
  });

  it('are open until they are valid or exempt', () => {
    const { findings } = view(true, 'VALID', 'RENEWAL_DUE', 'EXEMPT');
    expect(openFindings(findings).map(({ outcome }) => outcome)).toEqual(['RENEWAL_DUE']);
  });
});
