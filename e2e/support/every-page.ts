// What holds on every page of every face, in whatever look: own words, no codes, the language said, nothing in the way.
import type { Page } from 'playwright-core';
import { violations } from '../accessibility/violations.js';
import { picture, type StoryBrowser, type Visit } from './browser.js';
import type { DemoServer } from './demo-server.js';
import { DEMO_PASSWORD, FACES, PUBLIC_PATHS, type FaceVisit } from './faces.js';
import { signIn } from './page.js';
import { bareCodes, untranslated } from './untranslated.js';
import { open, walk } from './walk.js';

export interface Look extends Required<Visit> {
  readonly name: string;
  /** Faces in which axe looks too; in the others only the words are read, since another look holds the same parts. */
  readonly axe: readonly string[];
  readonly words: readonly string[];
  /** How the walk comes from page to page: by address, which loads the platform anew, or as links lead. */
  readonly step: (page: Page, path: string) => Promise<void>;
}

/** The faces of a look. */
export const facesOf = ({ axe, words }: Look): readonly FaceVisit[] =>
  [...axe, ...words].map((name) => {
    const found = FACES.find(({ face }) => face.endsWith(name));
    if (!found) throw new Error(`BUG: no face is called ${name}`);
    return found;
  });

/** Walks a face; answers what is wrong and which kinds of page there are. */
export async function walkFace(
  server: DemoServer,
  browser: StoryBrowser,
  look: Look,
  { face, identifier, base }: FaceVisit,
): Promise<{ readonly wrong: readonly string[]; readonly kinds: readonly string[] }> {
  const page = await browser.visit(server.address, look);
  await signIn(page, identifier, DEMO_PASSWORD);
  const withAxe = look.axe.some((name) => face.endsWith(name));
  const wrong: string[] = [];
  const visit = async (path: string) => {
    wrong.push(...(await wrongOn(page, path, look, withAxe)));
    await picture(page, nameOf(path, look));
  };
  const kinds = await walk(page, base, visit, look.step);
  await page.context().close();
  return { wrong, kinds };
}

/** Opens what everybody may read, and a guardian's own page by the link. */
export async function walkPublic(server: DemoServer, browser: StoryBrowser, look: Look): Promise<readonly string[]> {
  const page = await browser.visit(server.address, look);
  const wrong: string[] = [];
  for (const path of [...PUBLIC_PATHS, server.guardianPath]) {
    await open(page, path);
    // The link is a secret; reports are not.
    const said = path === server.guardianPath ? '/g/:secret' : path;
    wrong.push(...(await wrongOn(page, said, look, look.axe.length > 0)));
    await picture(page, nameOf(path === server.guardianPath ? '/guardian' : path, look));
  }
  if (new URL(page.url()).pathname !== '/guardian') wrong.push('the personal link does not lead to the guardian');
  await page.context().close();
  return wrong;
}

async function wrongOn(page: Page, path: string, look: Look, withAxe: boolean): Promise<readonly string[]> {
  const lang = await page.locator('html').getAttribute('lang');
  const words = [...(await bareCodes(page)), ...(look.language === 'en' ? await untranslated(page) : [])];
  const said = lang === look.language ? [] : [`lang=${lang ?? ''}`];
  return [...[...words, ...said].map((text) => `${path}: ${text}`), ...(withAxe ? await violations(page, path) : [])];
}

const nameOf = (path: string, { language, on, colours }: Look) =>
  `face${path.replace(/\W+/g, '-').slice(0, 40)}-${language.slice(0, 2)}-${on}-${colours}`;
