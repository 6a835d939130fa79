// A private PostgreSQL on a Unix socket, gone with the process that asked for it.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT, seed } from './program.ts';

export class Cluster {
  private copies = 0;

  private constructor(
    private readonly keeper: ChildProcess,
    private readonly template: URL,
  ) {}

  /** Starts it and fills a database that journeys copy. */
  static async start(now: string | null): Promise<Cluster> {
    const command = ['run', '--quiet', '--package', 'testkit', '--', 'postgres'];
    const keeper = spawn('cargo', command, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(keeper.stdout).once('line', resolve);
      keeper.once('exit', (code) => reject(new Error(`PostgreSQL did not start (${code})`)));
    });
    seed(address, now);
    return new Cluster(keeper, new URL(address));
  }

  /** The address of a database of one's own, filled. */
  copy(): string {
    this.copies += 1;
    const name = `journey_${this.copies}`;
    const [host, user] = ['host', 'user'].map((key) => this.template.searchParams.get(key) ?? '');
    execFileSync('createdb', ['-h', host ?? '', '-U', user ?? '', '-T', this.template.pathname.slice(1), name]);
    return this.template.href.replace(this.template.pathname, `/${name}`);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.keeper.once('exit', resolve));
    this.keeper.stdin?.end();
    await ended;
  }
}
