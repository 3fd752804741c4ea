// The browser that stories share closes after the last of them; whoever stays open keeps the process alive.
import { closeBrowser } from './browser.js';

afterAll(closeBrowser);
