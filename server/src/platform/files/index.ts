export { cleanImage, MAX_MEGAPIXELS, type ImageProblem } from './clean-image.js';
export { fromOurPages, plainName, wrongHead, FileDoor, type AccessError, type HeadError } from './file-door.js';
export { byteLimit, FILE_KINDS, isHeic, kindOf, type FileKind } from './file-kind.js';
export { FileStore } from './file-store.js';
export { FilesModule } from './files.module.js';
export { pdfProblem, type PdfProblem } from './pdf-problem.js';
export { readUpload, UploadCutOff } from './read-upload.js';
export { openChunks, sealChunks } from './sealed-chunks.js';
export { UploadSlots } from './upload-slots.js';
