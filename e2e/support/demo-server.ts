// The built server with the demo, as `npm start` runs it, serving nothing but the operations of the built client.
import { createTestDatabase } from '../../server/src/platform/testing/test-database.js';
import { startBuiltServer, temporaryHome } from '../faults/built-server.js';

export interface DemoServer {
  readonly address: string;
  /** The path of the personal link that the start prints. */
  readonly guardianPath: string;
  stop(): Promise<void>;
}

export async function startDemoServer(): Promise<DemoServer> {
  const home = temporaryHome();
  const database = await createTestDatabase();
  const server = await startBuiltServer(home, { DEMO: 'true', ALLOW_LIST: 'true', DATABASE_URL: database.url });
  const [, guardianPath = ''] = await server.said(/Guardian: https?:\/\/[^/]+(\/g\/\S+)\n/);
  return {
    address: server.address,
    guardianPath,
    stop: async () => {
      server.signal('SIGTERM');
      await server.ended();
      await database.drop();
      home.remove();
    },
  };
}
