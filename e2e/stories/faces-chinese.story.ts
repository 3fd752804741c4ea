// Every page of every face in Chinese, wide and narrow, light and dark (WCAG 2.2 AA).
import type { Look } from '../support/every-page.js';
import { tellEveryPage } from '../support/tell-every-page.js';
import { go, open } from '../support/walk.js';

const zh = { language: 'zh-CN', colours: 'light' } as const;
/** The director sees every page of the desk but those of the worker's own actions, so axe looks at each in another look. */
const LOOKS: readonly Look[] = [
  {
    ...{ name: 'in Chinese on a desk', ...zh, on: 'desk', step: open },
    axe: ['worker', 'partner agency', 'expert', 'company', 'donor', 'volunteer'],
    words: ['director'],
  },
  {
    ...{ name: 'in Chinese on a phone, dark', ...zh, on: 'phone', colours: 'dark', step: go },
    axe: ['company', 'donor', 'volunteer'],
    words: ['employee'],
  },
];

describe('the faces in Chinese', () => tellEveryPage(LOOKS));
