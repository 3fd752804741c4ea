import { addressToThrottle, deviceOf, networkOf } from './device.js';

describe('what a person recognises a device by', () => {
  it.each([
    ['', undefined, undefined],
    ['curl/8.5.0', undefined, undefined],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      'CHROME',
      'WINDOWS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'EDGE',
      'WINDOWS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'SAFARI',
      'IPHONE',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI Language/zh_CN',
      'WECHAT',
      'IPHONE',
    ],
    [
      'Mozilla/5.0 (Linux; Android 12; HarmonyOS; ALN-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36',
      'HUAWEI',
      'HARMONYOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
      'CHROME',
      'ANDROID',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0', 'FIREFOX', 'MACOS'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36',
      'CHROME',
      'LINUX',
    ],
  ])('reads %s', (agent, browser, system) => {
    expect(deviceOf(agent, undefined)).toEqual({ browser, system, network: undefined });
  });

  it.each([
    ['203.0.113.7', '203.0.113.*'],
    ['::ffff:203.0.113.7', '203.0.113.*'],
    ['2001:0db8:0001:0002::5', '2001:db8:1::*'],
    ['::1', '0:0:0::*'],
    ['unknown', undefined],
  ])('keeps of %s the network only', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('throttles a whole /64 as one, an IPv4 address by itself', () => {
    expect(addressToThrottle('2001:db8:1:2::5')).toBe(addressToThrottle('2001:db8:1:2:ffff::9'));
    expect(addressToThrottle('2001:db8:1:3::5')).not.toBe(addressToThrottle('2001:db8:1:2::5'));
    expect(addressToThrottle('203.0.113.7')).not.toBe(addressToThrottle('203.0.113.8'));
    expect(addressToThrottle('::ffff:203.0.113.7')).toBe(addressToThrottle('203.0.113.7'));
  });
});
