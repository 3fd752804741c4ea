// Fetches the PDF itself: a browser's own download could not say that a card was taken back a moment ago.

export type SavedCard = 'SAVED' | 'GONE' | 'FAILED';

export async function saveCard(cardId: string, language: 'zh' | 'en'): Promise<SavedCard> {
  try {
    const address = `/files/cards/${encodeURIComponent(cardId)}/card.pdf?lang=${language}`;
    const response = await fetch(address, { cache: 'no-store' });
    if (response.status === 404) return 'GONE';
    if (!response.ok) return 'FAILED';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = nameIn(response.headers.get('content-disposition'));
    link.click();
    URL.revokeObjectURL(link.href);
    return 'SAVED';
  } catch {
    return 'FAILED';
  }
}

/** The name that the server gave the file. */
export const nameIn = (disposition: string | null): string =>
  /filename="([\w.-]+)"/.exec(disposition ?? '')?.[1] ?? 'tongxing.pdf';
