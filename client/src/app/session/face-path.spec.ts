import { afterSignIn, facesOf } from './face-path.js';

describe('afterSignIn', () => {
  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
  ])('does not follow %s', (next) => {
    expect(afterSignIn(next, 'DONOR')).toBe('/donor');
  });

  it('opens the page that was asked for before signing in', () => {
    expect(afterSignIn('/agency/matching?run=1', 'AGENCY')).toBe('/agency/matching?run=1');
  });
});

describe('facesOf', () => {
  it('opens nothing without a role', () => {
    expect(facesOf([])).toEqual([]);
  });
  it('opens both faces of a volunteer who also gives', () => {
    expect(facesOf(['VOLUNTEER', 'DONOR'])).toEqual(['VOLUNTEER', 'DONOR']);
  });
});
