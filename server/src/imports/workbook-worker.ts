// Entry of the thread that opens a workbook.
import { parentPort } from 'node:worker_threads';
import { readWorkbook } from './domain/read-workbook.js';

parentPort?.once('message', (bytes: Uint8Array) => {
  void readWorkbook(bytes).then((answer) => parentPort?.postMessage(answer));
});
