// The frame of the few pages that the server writes itself: readable without a script, in light and dark.
import { escapeHtml } from './message.js';
import type { Locale } from './templates.js';

export const PLAIN_STYLE = `
:root { color-scheme: light dark; --ground: #FBF9F5; --card: #FFFFFF; --line: #DDD8CE; --ink: #1B2A2F; --quiet: #4A5B61; --teal: #0F6A73; --on-teal: #FFFFFF }
@media (prefers-color-scheme: dark) { :root { --ground: #12191C; --card: #1B2529; --line: #2C393E; --ink: #E8EEEC; --quiet: #A9B8B6; --teal: #6CC4C9; --on-teal: #0B1315 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 'PingFang SC', 'HarmonyOS Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif }
main { max-width: 720px; margin: 0 auto; padding: 24px 16px 48px }
header { display: flex; align-items: center; gap: 12px; flex-wrap: wrap }
h1 { font-size: 26px; line-height: 1.3; margin: 0; flex: 1 }
a { color: var(--teal) }
a:focus-visible, button:focus-visible { outline: 3px solid var(--teal); outline-offset: 2px; border-radius: 4px }
.quiet { color: var(--quiet); margin: 4px 0 0 }
`;

export const MARK = `<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke-width="3" stroke-linecap="round" aria-hidden="true"><path stroke="#1F7F88" d="M3.5 5C13 5 11.5 13.5 20 13.5H28.5"/><path stroke="#C9873C" d="M3.5 27.5C13 27.5 11.5 19.5 20 19.5H28.5"/></svg>`;

interface Frame {
  readonly locale: Locale;
  readonly title: string;
  readonly product: string;
  /** HTML of its own, beside the common style. */
  readonly style: string;
  /** HTML; whatever comes from outside is escaped by whoever writes it. */
  readonly main: string;
}

export function plainPage({ locale, title, product, style, main }: Frame): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)} · ${product}</title><style>${PLAIN_STYLE}${style}</style></head>
<body><main>
${main}
</main></body></html>
`;
}
