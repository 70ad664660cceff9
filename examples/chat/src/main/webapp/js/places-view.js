import { arrange, avatar, element, remembering } from "./dom.js";

/** The list of open conversations, and the finder for more rooms. */
export class PlacesView {
  #chat;
  #rooms = document.getElementById("rooms");
  #privates = document.getElementById("privates");
  #privateHeading = document.getElementById("private-heading");
  #finder = document.getElementById("room-finder");
  #form = document.getElementById("room-form");
  #room = document.getElementById("room");
  #error = document.getElementById("room-error");
  #allRooms = document.getElementById("all-rooms");

  constructor(chat) {
    this.#chat = chat;
    chat.addEventListener("change", () => this.#show());
    this.#finder.addEventListener("toggle", ({ newState }) => newState === "open" && this.#listRooms());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#join(this.#room.value.trim().toLowerCase().replace(/\s+/g, "-"));
    });
    document.addEventListener("keydown", (event) => this.#step(event));
  }

  #show() {
    const entries = { room: [], private: [] };
    this.#chat.conversations.forEach((conversation) => entries[conversation.kind].push(this.#entry(conversation)));
    arrange(this.#rooms, entries.room);
    arrange(this.#privates, entries.private);
    this.#privateHeading.hidden = entries.private.length === 0;
  }

  #entry(conversation) {
    const entry = this.#makeEntry(conversation);
    const badge = entry.querySelector(".badge");
    entry.firstElementChild.ariaCurrent = conversation === this.#chat.current;
    badge.textContent = conversation.unread;
    badge.hidden = conversation.unread === 0;
    return entry;
  }

  #makeEntry = remembering((conversation) => {
    const { key, kind, name } = conversation;
    const properties = { type: "button", "data-testid": key, click: () => this.#chat.show(conversation) };
    const sign = kind === "room" ? element("span", { class: "hash", "aria-hidden": "true" }, "#") : avatar(name);
    const badge = element("span", { class: "badge", "data-testid": "unread", title: "unread" });
    return element("li", {}, element("button", properties, sign, element("span", { class: "name" }, name), badge));
  });

  /** Alt with arrow up or down shows the conversation before or after the current one. */
  #step(event) {
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const places = this.#chat.conversations;
    if (event.altKey && direction && places.length > 0) {
      event.preventDefault();
      const next = places.indexOf(this.#chat.current) + direction + places.length;
      this.#chat.show(places[next % places.length]);
    }
  }

  async #listRooms() {
    this.#error.textContent = "";
    try {
      const rooms = await this.#chat.rooms();
      this.#allRooms.replaceChildren(...rooms.map((room) => this.#choice(room)));
    } catch (failure) {
      this.#error.textContent = failure.message;
    }
  }

  #choice({ name, members }) {
    return element(
      "li",
      {},
      element(
        "button",
        { type: "button", "data-testid": `choose-${name}`, click: () => this.#join(name) },
        element("span", { class: "hash", "aria-hidden": "true" }, "#"),
        element("span", { class: "name" }, name),
        element("span", { class: "quiet" }, members === 1 ? "1 member" : `${members} members`),
      ),
    );
  }

  async #join(room) {
    this.#error.textContent = "";
    // The rule of the server, checked here too since the name becomes part of a channel.
    if (!/^[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?$/.test(room)) {
      this.#error.textContent = "A room has 1 to 24 letters a-z, digits and hyphens.";
      return;
    }
    try {
      await this.#chat.join(room);
      this.#form.reset();
      this.#finder.hidePopover();
    } catch (failure) {
      this.#error.textContent = failure.message;
    }
  }
}
