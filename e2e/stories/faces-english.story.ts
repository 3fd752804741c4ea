// Every page of every face in English, wide and narrow (WCAG 2.2 AA).
import type { Look } from '../support/every-page.js';
import { tellEveryPage } from '../support/tell-every-page.js';
import { go } from '../support/walk.js';

const en = { language: 'en', colours: 'light', step: go } as const;
/** What a worker sees is looked at by axe in Chinese. */
const LOOKS: readonly Look[] = [
  {
    ...{ name: 'in English on a phone', ...en, on: 'phone' },
    axe: ['director', 'partner agency', 'expert', 'company', 'donor', 'volunteer', 'employee'],
    words: [],
  },
  { ...{ name: 'in English on a desk', ...en, on: 'desk' }, axe: [], words: ['worker', 'director'] },
];

describe('the faces in English', () => tellEveryPage(LOOKS));
