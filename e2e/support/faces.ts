// The faces and who opens them. Passwords are the demo's, which stand on its sign-in page.
export const DEMO_PASSWORD = 'tongxing-demo';

export interface FaceVisit {
  readonly face: string;
  readonly identifier: string;
  readonly base: string;
  readonly on: 'desk' | 'phone';
  /** Pages that must be among those found, where they are not those of everybody with this base. */
  readonly known?: readonly string[];
}

const demo = (name: string) => `${name}@demo.tongxing.example`;

/** The director sees every page of the desk but those of the worker's own actions, so both come. */
export const FACES: readonly FaceVisit[] = [
  { face: 'the desk of a social worker', identifier: demo('worker'), base: '/agency', on: 'desk' },
  { face: 'the desk of a director', identifier: demo('director'), base: '/agency', on: 'desk' },
  // The desk, reduced to what a family opened to them.
  {
    ...{ face: 'the desk of a partner agency', identifier: demo('partner'), base: '/agency', on: 'desk' },
    known: ['/agency/opened-to-partner', '/agency/notices', '/agency/account'],
  },
  {
    ...{ face: 'the desk of an expert', identifier: demo('expert'), base: '/agency', on: 'desk' },
    known: ['/agency/opened-to-expert', '/agency/notices', '/agency/account'],
  },
  { face: 'a company', identifier: demo('csr'), base: '/company', on: 'phone' },
  { face: 'a donor', identifier: '13900000003', base: '/donor', on: 'phone' },
  { face: 'a volunteer', identifier: '13900000001', base: '/volunteer', on: 'phone' },
  { face: 'an employee', identifier: '13900000002', base: '/volunteer', on: 'phone' },
];
export const PUBLIC_PATHS = [
  '/',
  '/sign-in',
  '/forgot',
  '/forgot?sent=SMS',
  '/forgot?sent=MAIL',
  // Secrets that never were: what everybody sees whose link has ended.
  '/join/ended',
  '/join-day/ended',
  '/reset/ended',
  '/code',
  '/card',
  '/concern',
  '/apply',
  '/apply/back',
  // Codes that never were.
  '/apply/ended',
  '/apply/guardian/ended',
  '/apply/reference/ended',
  '/verify',
  // A number that never was gets the answer of one that no longer holds.
  '/verify/0000-0000-0000-0000',
  '/verify/agreement',
  '/agreement/guardian/ended',
  '/verify/agreement/0000-0000/0000-0000',
  '/privacy',
  '/terms',
  '/nowhere',
] as const;
