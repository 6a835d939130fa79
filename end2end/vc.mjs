import { chromium } from '@playwright/test';
const base = process.argv[2]; const view = process.argv[3] ?? 'agenda'; const rate = Number(process.argv[4] ?? 4);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const ctx = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'pl-PL' });
const page = await ctx.newPage();
await page.goto(`${base}/?widok=${view}`); await page.waitForTimeout(2000);
const cdp = await ctx.newCDPSession(page);
await cdp.send('Performance.enable');
await cdp.send('Emulation.setCPUThrottlingRate', { rate });
const m = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(x => [x.name, x.value]));
for (let t = 0; t < 6; t++) {
  const a = await m();
  await page.evaluate((sel) => document.querySelector(sel).click(), `.cal-move a:nth-child(${t % 2 === 0 ? 3 : 1})`);
  await page.waitForTimeout(1200);
  const b = await m();
  console.log(['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration', 'TaskDuration','RecalcStyleCount','LayoutCount'].map(k => `${k} ${((b[k] - a[k]) * (k.endsWith('Count')?1:1000)).toFixed(0)}`).join('  '));
}
if (process.argv[5]) {
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 100 }); await cdp.send('Profiler.start');
  for (let t = 0; t < 10; t++) { await page.evaluate((sel) => document.querySelector(sel).click(), `.cal-move a:nth-child(${t % 2 === 0 ? 3 : 1})`); await page.waitForTimeout(900); }
  const { profile } = await cdp.send('Profiler.stop');
  const self = new Map(); const dt = profile.timeDeltas; const byId = new Map(profile.nodes.map(n => [n.id, n]));
  profile.samples.forEach((id, i) => { const n = byId.get(id).callFrame; const k = `${n.functionName} ${n.url.split('/').pop()}:${n.lineNumber}`; self.set(k, (self.get(k) ?? 0) + dt[i]); });
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log((v / 10000).toFixed(1), k);
}
await browser.close();
