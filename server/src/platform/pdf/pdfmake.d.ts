// What we use of the two libraries that draw documents; neither brings types of its own for these versions.
declare module 'pdfmake' {
  interface Fonts {
    readonly [name: string]: { readonly normal: string; readonly bold: string };
  }
  interface Pdfmake {
    setFonts(fonts: Fonts): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: Pdfmake;
  export default pdfmake;
}
declare module 'fontkit' {
  export function openSync(path: string): { hasGlyphForCodePoint(code: number): boolean };
}
