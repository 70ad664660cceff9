// What a guest of the chat does and sees in one window of the browser.

import { Visitor } from "./visitor.mjs";

/** One window of a guest. */
export class Guest extends Visitor {
  constructor(page, name) {
    super(page, name, process.env.CHAT_URL);
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
}
