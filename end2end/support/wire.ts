// A wire between a browser and a program that can be cut. (The browser's own "offline" leaves open streams alone.)

import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './program.ts';

export class Wire {
  private readonly ends = new Set<Socket>();
  private whole = true;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(port: number): Promise<Wire> {
    const own = await freePort();
    const server = createServer((near) => wire.join(near, connect(port, '127.0.0.1')));
    const wire = new Wire(server, `http://127.0.0.1:${own}`);
    await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
    return wire;
  }

  cut(): void {
    this.whole = false;
    for (const end of this.ends) end.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket, far: Socket): void {
    for (const [end, other] of [[near, far], [far, near]] as const) {
      this.ends.add(end);
      // The other side learns of it by the closing.
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.ends.delete(end);
        other.destroy();
      });
    }
    if (this.whole) near.pipe(far).pipe(near);
    else near.destroy();
  }
}
