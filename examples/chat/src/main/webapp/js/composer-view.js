/** Where the user writes. Keeps a draft for each conversation, and keeps it while there is no connection. */
export class ComposerView {
  #chat;
  #connection;
  #form = document.getElementById("composer");
  #text = document.getElementById("text");
  #send = document.getElementById("send");
  #hint = document.getElementById("hint");
  #conversation = null;

  constructor(chat, connection) {
    this.#chat = chat;
    this.#connection = connection;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#say();
    });
    this.#text.addEventListener("keydown", (event) => {
      // An input method ends a composition with Enter, too.
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#say();
      }
    });
    chat.addEventListener("change", () => this.#show(chat.current));
    connection.addEventListener("state", () => this.#showHint());
    this.#showHint();
  }

  #say() {
    const text = this.#text.value.trim();
    if (text !== "" && this.#connection.state === "connected") {
      this.#text.value = "";
      this.#chat.say(this.#conversation, text);
    }
  }

  #show(conversation) {
    if (conversation === this.#conversation) {
      return;
    }
    if (this.#conversation !== null) {
      this.#conversation.draft = this.#text.value;
    }
    this.#conversation = conversation;
    if (conversation !== null) {
      this.#text.value = conversation.draft;
      this.#text.placeholder = conversation.kind === "room" ? `Say something in #${conversation.name}` : `Whisper to ${conversation.name}`;
      this.#text.focus();
    }
  }

  #showHint() {
    const connected = this.#connection.state === "connected";
    this.#send.disabled = !connected;
    this.#hint.textContent = connected
      ? "Enter sends, Shift + Enter makes a new line"
      : "Not connected. What you write is kept until you can send it.";
  }
}
