// Fetches the PDF itself: a browser's own download could not say that it failed.

/** True where the file was saved. */
export async function saveAgreement(id: string, language: 'zh' | 'en'): Promise<boolean> {
  try {
    const address = `/files/agreements/${encodeURIComponent(id)}/agreement.pdf?lang=${language}`;
    const response = await fetch(address, { cache: 'no-store' });
    if (!response.ok) return false;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '');
    link.download = name?.[1] ?? 'tongxing-agreement.pdf';
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
  } catch {
    return false;
  }
}
