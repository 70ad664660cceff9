// What a guest of the chat does and sees in one window of the browser.

import assert from "node:assert/strict";
import { join } from "node:path";

const CHAT = new URL(process.env.CHAT_URL);
const SCREENSHOTS = process.env.SCREENSHOT_DIR;
// Longer than a session without a window lives.
const LIMIT = 30_000;

/** One window of a guest, which notes whatever a good page does not do. */
export class Guest {
  complaints = [];

  constructor(page, name) {
    this.page = page;
    this.name = name;
    page.setDefaultTimeout(LIMIT);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && this.complaints.push(message.text()));
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (host !== CHAT.host && protocol !== "blob:") {
        this.complaints.push(`request to ${request.url()}`);
      }
    });
  }

  part(id) {
    return this.page.getByTestId(id);
  }

  async open(transport) {
    const url = new URL(CHAT);
    if (transport === "long-polling") {
      url.searchParams.set("transport", "long-polling");
    }
    await this.page.goto(url.href);
  }

  async enter() {
    await this.part("name").fill(this.name);
    await this.part("enter").click();
    await this.part("room:lobby").waitFor();
  }

  async join(room) {
    await this.part("find-room").click();
    await this.part("room").fill(room);
    await this.part("join").click();
    await this.part(`room:${room}`).waitFor();
  }

  async say(text) {
    await this.part("text").fill(text);
    await this.part("text").press("Enter");
  }

  /** Waits for a line, and tells who said it. */
  async hears(text) {
    const line = this.part("line").filter({ has: this.page.getByText(text, { exact: true }) });
    await line.waitFor();
    return line.getByTestId("author").textContent();
  }

  async lines() {
    return this.part("line-text").allTextContents();
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
      await this.page.screenshot({ path: join(SCREENSHOTS, `chat-${label}.png`) });
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
