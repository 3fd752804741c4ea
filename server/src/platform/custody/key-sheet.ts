// One share as a page to print: what it is, the lines to type, the same as a QR code, and how to use it, in two languages.
import { toString as toQr } from 'qrcode';
import { grouped } from './base32.js';
import { toLines, type SheetShare } from './share-lines.js';

export interface SheetFacts {
  /** Whose keys: the agencies' names. */
  readonly owner: string;
  /** The day, as people write it. */
  readonly on: string;
  /** Names of the ring's keys; no secrets. */
  readonly ringKeys: readonly string[];
}

export async function sheetPage(share: SheetShare, { owner, on, ringKeys }: SheetFacts): Promise<string> {
  const { generation, index, shares, threshold } = share;
  const lines = toLines(share);
  const qr = await toQr(lines.join('\n'), { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  const rest = threshold - 1;
  const facts: readonly (readonly [string, string, string])[] = [
    ['属于', 'Keys of', owner],
    ['导出日期', 'Made on', on],
    ['批次', 'Generation', grouped(generation)],
    ['密钥名称', 'Names of the keys', ringKeys.join(' · ')],
  ];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(`同行 密钥分片 ${index}/${shares} ${grouped(generation)}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>密钥分片 <small lang="en">Key share</small></h1>
<p class="number">第 <b>${index}</b> 份，共 ${shares} 份 <span lang="en">No. ${index} of ${shares}</span></p>
<p>任意 <b>${threshold}</b> 份合在一起，才能打开。<span lang="en">Any ${threshold} of them together open what is locked; fewer tell nothing.</span></p>
</header>
<dl>${facts.map(([zh, en, value]) => `<div><dt>${zh} <span lang="en">${en}</span></dt><dd>${text(value)}</dd></div>`).join('')}</dl>
<section class="share">
<pre>${lines.map(text).join('\n')}</pre>
<figure>${qr}<figcaption>与左边各行相同 <span lang="en">The same lines</span></figcaption></figure>
</section>
<p class="hint">每行末尾四个字是校验码：抄错一个字，会指出是哪一行。没有字母 I、L、O、U。<span lang="en">The last four characters of a line check it: a slip is found, with its line. There is no I, L, O or U.</span></p>
<section>
<h2>怎么保管 <span lang="en">Keeping it</span></h2>
<ol>
<li>打印以后，删除这个文件。<span lang="en">Print it, then delete this file.</span></li>
<li>密封，交给一个人单独保管，不要和其他份放在一起，也不要和备份放在一起。<span lang="en">Seal it and give it to one person. Never keep it with another share, or with a backup.</span></li>
<li>不要拍照，不要通过聊天软件或邮件发送。<span lang="en">Take no photo of it, and never send it.</span></li>
<li>换了新的一批以后，把这一份销毁。保管人离开时，请重新导出。<span lang="en">Destroy it once there is a newer generation. When a keeper leaves, export anew.</span></li>
</ol>
<h2>怎么使用 <span lang="en">Using it</span></h2>
<p>需要时，请 ${threshold} 位保管人到同一台电脑前，运行下面的命令，各自输入自己的这一份（还要另外 ${rest} 份）。说明见 docs/operations.md。<span lang="en">When it is needed, ${threshold} keepers come to one computer, run this, and each types their own share (${rest} more besides this one). See docs/operations.md.</span></p>
<p><code>npm run keys:import</code></p>
</section>
<table>
<tr><th>保管人 <span lang="en">Keeper</span></th><th>存放处 <span lang="en">Where</span></th><th>日期和签名 <span lang="en">Date, signature</span></th></tr>
<tr><td></td><td></td><td></td></tr>
</table>
</body>
</html>
`;
}

const STYLE = `
@page { size: A4; margin: 12mm 16mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 16px; max-width: 178mm; color: #1d2b2a; font: 10pt/1.4 "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif }
header { border-bottom: 2px solid #0f6b64; margin-bottom: 12px }
h1 { margin: 0; font-size: 20pt }
h1 small, [lang=en] { color: #51605e; font-size: 9pt; font-weight: 400 }
h2 { margin: 10px 0 2px; font-size: 12pt }
.number b { font-size: 16pt }
p { margin: 6px 0 }
li { margin: 2px 0 }
[lang=en] { display: inline-block }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 6px 20px; margin: 0 0 12px }
dt { color: #51605e; font-size: 9pt }
dd { margin: 0; overflow-wrap: anywhere }
.share { display: flex; flex-wrap: wrap; gap: 16px; align-items: center; padding: 12px; border: 1px solid #1d2b2a }
pre { flex: 1 1 105mm; margin: 0; font: 11.5pt/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre-wrap }
figure { flex: 0 0 42mm; margin: 0; text-align: center; font-size: 8pt }
figure svg { width: 42mm; height: 42mm }
.hint { font-size: 9.5pt }
code { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace }
table { width: 100%; margin-top: 14px; border-collapse: collapse }
th { text-align: left; font-size: 9pt; font-weight: 400 }
td, th { padding: 4px 6px; border: 1px solid #9aa8a6 }
td { height: 11mm }
table, .share { break-inside: avoid }`;

const text = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
