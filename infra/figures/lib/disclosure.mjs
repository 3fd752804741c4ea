// @ts-check
// The small world of R5 and R6 in this process, on the figure's own database.
import { built } from './built.mjs';

/**
 * @param {import('../registry.mjs').Surroundings} surroundings
 * @param {string} file of the built server
 * @param {string} measure what it exports
 */
export async function withWorld({ root, databaseUrl, dataDir }, file, measure) {
  await import('reflect-metadata');
  const { createApp } = await built(root, 'create-app.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { FixedClock } = await built(root, 'platform/clock/index.js');
  const { buildWorld } = await built(root, 'testing/disclosure/world.js');
  const settings = { NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const quiet = { DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '0', ALLOW_LIST: 'false' };
  const app = await createApp(readConfig({ ...settings, ...quiet }), new FixedClock('2026-11-22T02:00:00.000Z'));
  try {
    await app.listen(0, '127.0.0.1');
    const address = `http://127.0.0.1:${app.getHttpServer().address().port}`;
    const { [measure]: run } = await built(root, file);
    return await run(await buildWorld(app), address);
  } finally {
    await app.close();
  }
}
