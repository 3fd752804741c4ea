// Browsers and systems by the names under which people know them; names that are the same in every language are plain text.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Browser, OperatingSystem } from '../../gql/graphql.js';

export type Name = MessageDescriptor | string;

export const BROWSER_WORDS: Readonly<Record<Browser, Name>> = {
  CHROME: 'Chrome',
  DINGTALK: msg`钉钉`,
  EDGE: 'Edge',
  FIREFOX: 'Firefox',
  HUAWEI: msg`华为浏览器`,
  OPERA: 'Opera',
  QQ: msg`QQ 浏览器`,
  SAFARI: 'Safari',
  SAMSUNG: msg`三星浏览器`,
  UC: msg`UC 浏览器`,
  WECHAT: msg`微信`,
  XIAOMI: msg`小米浏览器`,
};

export const SYSTEM_WORDS: Readonly<Record<OperatingSystem, Name>> = {
  ANDROID: msg`安卓`,
  CHROMEOS: 'ChromeOS',
  HARMONYOS: msg`鸿蒙`,
  IPAD: 'iPad',
  IPHONE: 'iPhone',
  LINUX: 'Linux',
  MACOS: 'Mac',
  WINDOWS: 'Windows',
};
