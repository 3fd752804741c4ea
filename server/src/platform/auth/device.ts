// What a person recognises a device by: the browser and the system in one word each, never the whole user agent.
import { isIP } from 'node:net';

export const BROWSERS = [
  'WECHAT',
  'DINGTALK',
  'EDGE',
  'OPERA',
  'SAMSUNG',
  'HUAWEI',
  'XIAOMI',
  'UC',
  'QQ',
  'FIREFOX',
  'CHROME',
  'SAFARI',
] as const;
export type BrowserName = (typeof BROWSERS)[number];

export const SYSTEMS = ['HARMONYOS', 'ANDROID', 'IPHONE', 'IPAD', 'WINDOWS', 'MACOS', 'CHROMEOS', 'LINUX'] as const;
export type SystemName = (typeof SYSTEMS)[number];

export interface Device {
  readonly browser: BrowserName | undefined;
  readonly system: SystemName | undefined;
  /** Coarse: the network, not the machine. */
  readonly network: string | undefined;
}

export const UNKNOWN_DEVICE: Device = { browser: undefined, system: undefined, network: undefined };

/** The first that matches names it: nearly every browser also calls itself Chrome and Safari. */
const BROWSER_MARKS: readonly (readonly [BrowserName, RegExp])[] = [
  ['WECHAT', /MicroMessenger\//],
  ['DINGTALK', /DingTalk\//],
  ['EDGE', /\bEdg(?:e|A|iOS)?\//],
  ['OPERA', /\b(?:OPR|OPT|Opera)\//],
  ['SAMSUNG', /SamsungBrowser\//],
  ['HUAWEI', /HuaweiBrowser\//],
  ['XIAOMI', /MiuiBrowser\//],
  ['UC', /UC?Browser\//],
  ['QQ', /M?QQBrowser\//],
  ['FIREFOX', /\b(?:Firefox|FxiOS)\//],
  ['CHROME', /\b(?:Headless)?(?:Chrome|CriOS|Chromium)\//],
  ['SAFARI', /\bVersion\/[\d.]+.*Safari\//],
];
const SYSTEM_MARKS: readonly (readonly [SystemName, RegExp])[] = [
  ['HARMONYOS', /HarmonyOS|OpenHarmony/],
  ['ANDROID', /Android/],
  ['IPHONE', /iPhone|iPod/],
  ['IPAD', /iPad/],
  ['WINDOWS', /Windows/],
  ['MACOS', /Macintosh|Mac OS X/],
  ['CHROMEOS', /\bCrOS\b/],
  ['LINUX', /Linux|X11/],
];

const LONGEST_READ = 512;

/** Reads the head of a request. `address` is the one that the proxy vouches for. */
export function deviceOf(userAgent: string | undefined, address: string | undefined): Device {
  const agent = (userAgent ?? '').slice(0, LONGEST_READ);
  const first = <Name>(marks: readonly (readonly [Name, RegExp])[]) => marks.find(([, mark]) => mark.test(agent))?.[0];
  return {
    browser: first(BROWSER_MARKS),
    system: first(SYSTEM_MARKS),
    network: address === undefined ? undefined : networkOf(address),
  };
}

/** `203.0.113.7` → `203.0.113.*`, `2001:db8:1:2::5` → `2001:db8:1::*`; undefined for what is no address. */
export function networkOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  switch (isIP(plain)) {
    case 4:
      return plain.replace(/\d+$/, '*');
    case 6:
      return `${sixGroups(plain).slice(0, 3).join(':')}::*`;
    default:
      return undefined;
  }
}

/** Whom a throttle counts as one: an IPv4 address, or the /64 that one household or one attacker holds whole. */
export function addressToThrottle(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) === 6 ? sixGroups(plain).slice(0, 4).join(':') : plain;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function sixGroups(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = groups(tail ?? '');
  const between = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...between, ...after].map((group) => group.replace(/^0+(?=.)/, '').toLowerCase());
}
