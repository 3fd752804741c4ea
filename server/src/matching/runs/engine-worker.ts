// Entry of the worker thread: the engine never holds the thread that answers requests.
import { parentPort } from 'node:worker_threads';
import { perform, type EngineTask } from './engine-task.js';

parentPort?.on('message', (task: EngineTask) => {
  parentPort?.postMessage(perform(task));
});
