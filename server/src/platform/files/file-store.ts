// Where the sealed bytes of files live: the port. A folder beside the embedded database; S3-compatible storage may follow.

export interface StoredBytes {
  readonly name: string;
  readonly writtenAt: Date;
}

/** Names are 32 hexadecimal digits, made here and never by anybody outside. The bytes are sealed before they come. */
export abstract class FileStore {
  /** All of it is there to stay when this resolves; nothing of it where it rejects, or where the process dies. */
  abstract write(name: string, chunks: Iterable<Buffer>): Promise<void>;
  /** Undefined where there is none of this name. */
  abstract read(name: string): Promise<AsyncIterable<Buffer> | undefined>;
  /** Twice is as good as once. */
  abstract remove(name: string): Promise<void>;
  abstract list(): AsyncIterable<StoredBytes>;
  /** Drops what was begun before this moment and never finished; returns how many. */
  abstract tidy(begunBefore: Date): Promise<number>;
}
