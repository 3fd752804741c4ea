import { localStorageColorSchemeManager } from '@mantine/core';

/** Light, dark or as the device prefers; early.js reads the same key before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'tongxing.scheme' });
