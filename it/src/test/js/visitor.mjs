// What anybody does and sees in one window of the browser, whichever example its page is of.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

const SCREENSHOTS = process.env.SCREENSHOT_DIR;
// Longer than a session without a window lives.
const LIMIT = 30_000;

const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launchBrowser() {
  if (SCREENSHOTS) {
    await mkdir(SCREENSHOTS, { recursive: true });
  }
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: CHROMIUM_FLAGS,
  });
}

/** One window of a user, which notes whatever a good page does not do. */
export class Visitor {
  complaints = [];

  constructor(page, name, home) {
    this.page = page;
    this.name = name;
    this.home = new URL(home);
    page.setDefaultTimeout(LIMIT);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && this.complaints.push(message.text()));
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (host !== this.home.host && protocol !== "blob:") {
        this.complaints.push(`request to ${request.url()}`);
      }
    });
  }

  part(id) {
    return this.page.getByTestId(id);
  }

  async open(transport) {
    const url = new URL(this.home);
    if (transport === "long-polling") {
      url.searchParams.set("transport", "long-polling");
    }
    await this.page.goto(url.href);
  }

  async sees(id) {
    await this.part(id).waitFor();
  }

  async seesNoMore(id) {
    await this.part(id).waitFor({ state: "detached" });
  }

  async showsState(state, text) {
    await this.page.locator(`[data-testid=status][data-state=${state}]`).waitFor();
    assert.equal(await this.part("status-text").textContent(), text);
  }

  async keepsPicture(label) {
    if (SCREENSHOTS) {
      const example = this.home.pathname.replaceAll("/", "");
      await this.page.screenshot({ path: join(SCREENSHOTS, `${example}-${label}.png`) });
    }
  }
}

/** The network between a window and the server as far as WebSockets use it; to be asked for before the page opens. */
export async function networkOf(guest) {
  const gone = { code: 3000, reason: "The network is gone" };
  const sockets = [];
  let failing = false;
  await guest.page.routeWebSocket(/cometd/, (socket) => {
    if (failing) {
      socket.close(gone);
    } else {
      socket.connectToServer();
      sockets.push(socket);
    }
  });
  return {
    fail() {
      failing = true;
      return sockets.at(-1).close(gone);
    },
    recover() {
      failing = false;
    },
  };
}

/** A window of its own: of several tabs in one window the browser slows down all but one. */
export async function newWindow(context) {
  const [first] = context.pages();
  if (first === undefined) {
    return context.newPage();
  }
  const opened = context.waitForEvent("page");
  await first.evaluate(() => void open("about:blank", "_blank", "popup,noopener"));
  return opened;
}
