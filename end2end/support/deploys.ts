// Deploys another build of the program without building one: stands before it and gives the files of the site other
// names, as another content would. Files of every build but the one that runs are gone.

import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { freePort } from './program.ts';

const FOLDER = /\/pkg\/([0-9a-f]{16})\//g;
/** What server functions answer; it begins with the number of the build. */
const PACKED = 'application/x-postcard';
const TEXT = /^(text\/(html|javascript|css)|application\/(json|manifest))/;

const turned = (name: string, by: number): string => name.slice(by) + name.slice(0, by);

export class Deploys {
  /** Files that were asked for and answered, by build. */
  readonly files: { build: number; path: string; status: number }[] = [];
  private build = 0;
  /** Whether no page was loaded since the last deploy: those that are open cannot read what the new build writes. */
  private unread = false;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
    readonly url: string,
  ) {}

  static async of(target: number): Promise<Deploys> {
    const own = await freePort();
    const server = createServer((near, answer) => deploys.pass(near, answer));
    const deploys = new Deploys(server, target, `http://127.0.0.1:${own}`);
    await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
    return deploys;
  }

  /** From now on another build runs. */
  deploy(): void {
    this.build += 1;
    this.unread = true;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private pass(near: IncomingMessage, answer: ServerResponse): void {
    const { 'accept-encoding': _, 'if-none-match': __, ...headers } = near.headers;
    const build = this.build;
    const path = (near.url ?? '/').replace(FOLDER, (_whole, folder: string) => `/pkg/${turned(folder, 16 - build)}/`);
    const far = request({ host: '127.0.0.1', port: this.target, method: near.method, path, headers }, (given) => {
      if (near.url?.startsWith('/pkg/')) this.files.push({ build, path: near.url, status: given.statusCode ?? 0 });
      const fields = { ...given.headers };
      const kind = fields['content-type'] ?? '';
      if (kind.startsWith('text/html')) this.unread = false;
      if (kind === PACKED && this.unread) {
        answer.writeHead(given.statusCode ?? 502, fields);
        given.once('data', (part: Buffer) => part.set([(part[0] ?? 0) ^ 0xff]));
        given.pipe(answer);
        return;
      }
      if (!TEXT.test(kind)) {
        answer.writeHead(given.statusCode ?? 502, fields);
        given.pipe(answer);
        return;
      }
      delete fields['content-length'];
      delete fields.etag;
      const parts: Buffer[] = [];
      given.on('data', (part: Buffer) => parts.push(part));
      given.on('end', () => {
        const other = (folder: string) => turned(folder, build);
        let text = Buffer.concat(parts).toString().replace(FOLDER, (_whole, folder: string) => `/pkg/${other(folder)}/`);
        if (path === '/sw.js') text = text.replace(/"([0-9a-f]{16})"/g, (_whole, folder: string) => `"${other(folder)}"`);
        answer.writeHead(given.statusCode ?? 502, fields);
        answer.end(text);
      });
    });
    far.on('error', () => answer.destroy());
    answer.on('close', () => far.destroy());
    near.pipe(far);
  }
}
