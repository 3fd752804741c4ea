import { useEffect, useRef, type RefObject } from 'react';

/** The window's title follows a heading where that heading is the page's own; nothing else would name the page. */
export function useTitleOf(isPage: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  // After each paint: the words change with the language.
  useEffect(() => {
    const words = heading.current?.textContent;
    if (isPage && words) document.title = words;
  });
  return heading;
}
