// The program under test: a real process on a free port with a database of its own.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A Monday at nine in Warsaw: the demonstration's clock stands still there, so that journeys and pictures repeat. */
export const FIXED_NOW = '2026-11-23T08:00:00Z';

const STARTED = /listening.*address=127\.0\.0\.1/;
const FAULTS = /panicked|request failed|\bERROR\b/;

let found: string | undefined;

/** The program's file: `LACZNIK_TEST_PROGRAM`, or the development build. */
export function programFile(): string {
  found ??= process.env.LACZNIK_TEST_PROGRAM ?? join(targetDirectory(), 'debug', 'lacznik');
  if (!existsSync(found)) throw new Error(`${found} is not there: build it with \`make build\``);
  return found;
}

function targetDirectory(): string {
  const arguments_ = ['metadata', '--no-deps', '--offline', '--format-version', '1'];
  const metadata = execFileSync('cargo', arguments_, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  return (JSON.parse(metadata) as { target_directory: string }).target_directory;
}

/** The settings of one process; nothing of the caller's own settings reaches it. */
function environment(database: string, now: string | null, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('LACZNIK_'));
  const clock: Record<string, string> = now === null ? {} : { LACZNIK_DEMO_NOW: now };
  return { ...Object.fromEntries(own), LACZNIK_DATABASE_URL: database, ...clock, ...more };
}

/** Fills a database with the demonstration. */
export function seed(database: string, now: string | null): void {
  execFileSync(programFile(), ['seed', '--demo'], { env: environment(database, now), stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Copies a database file that no process holds open. */
export function copyDatabase(from: string, to: string): void {
  for (const end of ['', '-wal']) if (existsSync(from + end)) cpSync(from + end, to + end);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

export class Program {
  readonly log: string[] = [];
  private process: ChildProcess | undefined;

  constructor(
    readonly database: string,
    readonly port: number,
    readonly now: string | null,
  ) {}

  static async start(database: string, now: string | null): Promise<Program> {
    const program = new Program(database, await freePort(), now);
    await program.start();
    return program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const env = environment(this.database, this.now, {
      LACZNIK_LISTEN: `127.0.0.1:${this.port}`,
      LACZNIK_PUBLIC_URL: this.url,
    });
    const child = spawn(programFile(), ['serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.process = child;
    await new Promise<void>((resolve, reject) => {
      let rest = '';
      const read = (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\n');
        rest = lines.pop() ?? '';
        this.log.push(...lines);
        if (lines.some((line) => STARTED.test(line))) resolve();
      };
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`the program ended (${code}):\n${this.log.join('\n')}`)));
    });
  }

  /** Asks the process to end, as a supervisor does, and waits. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** Lines of the log that must not be there. */
  faults(): string[] {
    return this.log.filter((line) => FAULTS.test(line));
  }
}
