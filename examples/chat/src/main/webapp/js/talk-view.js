import { arrange, avatar, element, remembering } from "./dom.js";

const TIME = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const GROUPED_WITHIN = 5 * 60 * 1000;

/** What was said in the conversation shown, and what could not be sent. */
export class TalkView {
  #chat;
  #section = document.getElementById("talk");
  #nowhere = document.getElementById("nowhere");
  #title = document.getElementById("talk-title");
  #note = document.getElementById("talk-note");
  #close = document.getElementById("close-talk");
  #log = document.getElementById("log");
  #shown = null;

  constructor(chat) {
    this.#chat = chat;
    this.#close.addEventListener("click", () => chat.close(chat.current));
    chat.addEventListener("change", () => this.#show(chat.current));
  }

  #show(conversation) {
    this.#section.hidden = conversation === null;
    this.#nowhere.hidden = conversation !== null;
    if (conversation === null) {
      this.#shown = null;
      return;
    }
    const isPrivate = conversation.kind === "private";
    this.#section.dataset.kind = conversation.kind;
    this.#title.textContent = isPrivate ? conversation.name : `#${conversation.name}`;
    this.#note.textContent = isPrivate ? "Private: only the two of you see this" : "";
    this.#close.textContent = isPrivate ? "Close" : "Leave";
    this.#showLog(conversation);
  }

  #showLog(conversation) {
    const atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 40;
    const rows = conversation.lines.map((line, index, lines) => this.#row(line, lines[index - 1]));
    rows.push(...conversation.unsent.map((line) => this.#unsentRow(line, conversation)));
    arrange(this.#log, rows);
    if (atEnd || this.#shown !== conversation) {
      this.#log.scrollTop = this.#log.scrollHeight;
    }
    this.#shown = conversation;
  }

  #row = remembering((line, before) => {
    if (line.notice) {
      return element("p", { class: "notice", "data-testid": "notice" }, line.notice);
    }
    const continued = before?.name === line.name && line.time - before.time < GROUPED_WITHIN;
    const own = line.name === this.#chat.name;
    const text = element("p", { class: "text", "data-testid": "line-text" }, line.text);
    const attributes = { class: "line", "data-testid": "line", "data-own": own, "data-continued": continued };
    if (continued) {
      return element("article", attributes, text);
    }
    const when = new Date(line.time);
    return element(
      "article",
      attributes,
      avatar(line.name),
      element("span", { class: "author", "data-testid": "author" }, line.name),
      element("time", { datetime: when.toISOString() }, TIME.format(when)),
      text,
    );
  });

  #unsentRow = remembering((unsent, conversation) => {
    const text = element("p", { class: "text" }, unsent.text);
    if (unsent.failure === "") {
      const sending = element("span", { class: "quiet" }, "Sending…");
      return element("article", { class: "line unsent", "data-testid": "unsent" }, text, sending);
    }
    const discard = () => this.#chat.discard(conversation, unsent);
    const sendAgain = () => {
      discard();
      this.#chat.say(conversation, unsent.text);
    };
    return element(
      "article",
      { class: "line unsent", "data-testid": "unsent", "data-failed": true },
      text,
      element("span", { class: "error" }, `Not sent. ${unsent.failure}`),
      element("button", { type: "button", class: "link", "data-testid": "send-again", click: sendAgain }, "Send again"),
      element("button", { type: "button", class: "link", "data-testid": "discard", click: discard }, "Discard"),
    );
  });
}
