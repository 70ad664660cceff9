// The released JavaScript client in a page of another origin, in real Chromium, once per HTTP transport.
// Needs BAYEUX_URL and PAGE_PORT in the environment; only http://127.0.0.1:PAGE_PORT is allowed to use the server.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";

const PORT = Number(process.env.PAGE_PORT);
const PAGE = `<!doctype html><title>Page</title><script type="module">
import { CometD } from "/cometd.js";
window.connected = (transport, url) => {
  const cometd = new CometD();
  cometd.getTransportTypes().filter((it) => it !== transport).forEach((it) => cometd.unregisterTransport(it));
  cometd.configure({ url, logLevel: "warn" });
  return new Promise((resolve) => cometd.handshake((reply) => {
    if (!reply.successful) {
      cometd.disconnect();
    }
    resolve([cometd, reply.successful]);
  }));
};
window.echoed = async (transport, url, channel, text) => {
  const [cometd, successful] = await connected(transport, url);
  if (!successful) {
    return null;
  }
  const received = await new Promise((resolve) => cometd.subscribe(channel, (message) => resolve(message.data),
    () => setTimeout(() => cometd.publish(channel, text), 500)));
  await new Promise((resolve) => cometd.disconnect(resolve));
  return received;
};
window.ready = true;
</script>`;

let pages;
let browser;

before(async () => {
  pages = createServer(async (request, response) => {
    const script = request.url.endsWith(".js");
    response.setHeader("Content-Type", script ? "text/javascript" : "text/html");
    response.end(script ? await readFile(`node_modules/cometd/${basename(request.url)}`) : PAGE);
  });
  await new Promise((resolve) => pages.listen(PORT, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--host-resolver-rules=MAP other.example 127.0.0.1"],
  });
});

after(async () => {
  await browser?.close();
  pages?.close();
  pages?.closeAllConnections();
});

async function echoed(host, transport, text) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://${host}:${PORT}/`);
    await page.waitForFunction(() => window.ready);
    const call = [transport, process.env.BAYEUX_URL, `/origin/${transport}`, text];
    return await page.evaluate((args) => window.echoed(...args), call);
  } finally {
    await context.close();
  }
}

for (const transport of ["long-polling", "callback-polling"]) {
  describe(`a page of another origin on ${transport}`, () => {
    test("publishes and receives if its origin is allowed", async () => {
      const text = "grüße </script> \u2028 🙂";

      assert.equal(await echoed("127.0.0.1", transport, text), text);
    });

    test("is refused if it is not", async () => {
      assert.equal(await echoed("other.example", transport, "no"), null);
    });
  });
}
