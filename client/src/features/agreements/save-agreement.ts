// Fetches the PDF itself: a browser's own download could not say that it failed.

/** By its id, or by the secret of the link by which a minor's guardian signed. */
export type WhichAgreement = { readonly id: string } | { readonly link: string };

/** True where the file was saved. */
export async function saveAgreement(which: WhichAgreement, language: 'zh' | 'en'): Promise<boolean> {
  try {
    const place = 'id' in which ? encodeURIComponent(which.id) : 'by-link';
    // In a head: addresses are written down on their way.
    const headers: Record<string, string> = 'id' in which ? {} : { 'x-agreement-link': which.link };
    const address = `/files/agreements/${place}/agreement.pdf?lang=${language}`;
    const response = await fetch(address, { cache: 'no-store', headers });
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
