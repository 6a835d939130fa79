// Which browser the journeys use: Chromium as Debian brings it, without its windows where that is there.

import { existsSync } from 'node:fs';

const KNOWN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export const BROWSER = process.env.LACZNIK_TEST_CHROMIUM ?? KNOWN.find((file) => existsSync(file)) ?? 'chromium';
