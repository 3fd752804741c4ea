import { useState } from 'react';
import { applyTextSize, rememberedTextSize, type TextSize } from '../../app/theme/text-size.js';

/** The desk's text: dense by default, 16 px for those who prefer it. */
export function useTextSize(): { readonly size: TextSize; readonly choose: (size: TextSize) => void } {
  const [size, setSize] = useState(rememberedTextSize);
  const choose = (next: TextSize): void => {
    applyTextSize(next);
    setSize(next);
  };
  return { size, choose };
}
