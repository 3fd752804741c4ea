// Browsers and systems by the names under which people know them.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Browser, OperatingSystem } from '../../gql/graphql.js';

export const BROWSER_WORDS: Readonly<Record<Browser, MessageDescriptor>> = {
  CHROME: msg`Chrome`,
  DINGTALK: msg`钉钉`,
  EDGE: msg`Edge`,
  FIREFOX: msg`Firefox`,
  HUAWEI: msg`华为浏览器`,
  OPERA: msg`Opera`,
  QQ: msg`QQ 浏览器`,
  SAFARI: msg`Safari`,
  SAMSUNG: msg`三星浏览器`,
  UC: msg`UC 浏览器`,
  WECHAT: msg`微信`,
  XIAOMI: msg`小米浏览器`,
};

export const SYSTEM_WORDS: Readonly<Record<OperatingSystem, MessageDescriptor>> = {
  ANDROID: msg`安卓`,
  CHROMEOS: msg`ChromeOS`,
  HARMONYOS: msg`鸿蒙`,
  IPAD: msg`iPad`,
  IPHONE: msg`iPhone`,
  LINUX: msg`Linux`,
  MACOS: msg`Mac`,
  WINDOWS: msg`Windows`,
};
