// The size of the desk's text, remembered on this device; early.js applies it before the first paint.
export type TextSize = 'normal' | 'large';

const KEY = 'tongxing.text';

export function rememberedTextSize(): TextSize {
  try {
    return localStorage.getItem(KEY) === 'large' ? 'large' : 'normal';
  } catch {
    return 'normal'; // storage is off in some private windows; the default does
  }
}

export function applyTextSize(size: TextSize): void {
  document.documentElement.dataset['text'] = size;
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // Storage is off: the choice lasts as long as this page.
  }
}
