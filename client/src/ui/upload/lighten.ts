// Makes a photo smaller before it leaves, where this browser can: a page stays legible, and a phone on the road sends a
// tenth. The server draws it anew all the same.

const WORTH_IT = 1_500_000;
const LONGEST_EDGE = 3000;
const QUALITY = 0.85;

/** The same photo, lighter and as a JPEG; the file as it is where it is light enough, no photo, or not to be read here. */
export async function lighten(file: File): Promise<Blob> {
  const foreign = /^image\/hei[cf]/.test(file.type);
  if (!file.type.startsWith('image/') || (file.size < WORTH_IT && !foreign)) return file;
  try {
    const photo = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_EDGE / Math.max(photo.width, photo.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(photo.width * scale);
    canvas.height = Math.round(photo.height * scale);
    canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    const light = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return light && (light.size < file.size || foreign) ? light : file;
  } catch {
    return file;
  }
}
