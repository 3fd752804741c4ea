import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { FileDoor } from './file-door.js';
import { FileStore } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { UploadSlots } from './upload-slots.js';

const PARTS = [
  FileDoor,
  { provide: UploadSlots, useFactory: () => new UploadSlots() },
  { provide: FileStore, useFactory: ({ dataDir }: Config) => new FolderStore(dataDir), inject: [CONFIG] },
];

/** What uploads and stored files stand on; whose they are, the module `documents` knows. */
@Global()
@Module({ providers: PARTS, exports: PARTS })
export class FilesModule {}
