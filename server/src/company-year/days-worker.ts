// Entry of the thread that plans the company days of a year.
import { parentPort } from 'node:worker_threads';
import type { DaysProblem } from '@tongxing/shared/matching';
import { solvedYear } from './solved-year.js';

parentPort?.once('message', (problem: DaysProblem) => parentPort?.postMessage(solvedYear(problem)));
