// What a page must never do: fail in the console, throw, break its own policy.

import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

/** Says in the page that hydration is over: the router listens for the way back only then. */
const MARK_HYDRATION = `(() => {
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type === 'popstate' && this === window) setTimeout(() => { window.hydrated = true; }, 0);
    return listen.call(this, type, ...rest);
  };
  document.addEventListener('securitypolicyviolation', (violation) => {
    console.error('policy violated: ' + violation.violatedDirective + ' by ' + violation.blockedURI);
  });
})()`;

export class Faults {
  private readonly seen: string[] = [];
  private readonly allowed: RegExp[] = [];

  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(MARK_HYDRATION);
    context.on('console', (message) => this.console(message));
    context.on('weberror', (error) => this.seen.push(`thrown: ${error.error().stack ?? error.error().message}`));
  }

  /** Faults that the journey itself causes, such as cutting the network. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  list(): string[] {
    return this.seen.filter((fault) => !this.allowed.some((pattern) => pattern.test(fault)));
  }

  private console(message: ConsoleMessage): void {
    const text = message.text();
    const grave = message.type() === 'error' || (message.type() === 'warning' && /hydrat|leptos|panick/i.test(text));
    if (grave) this.seen.push(`${message.type()}: ${text} (${message.page()?.url() ?? ''})`);
  }
}

/** Waits until the page answers to the keyboard and the finger by itself, not only by links and forms. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as { hydrated?: boolean }).hydrated === true);
}
