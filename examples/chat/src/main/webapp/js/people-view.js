import { arrange, avatar, element, remembering } from "./dom.js";

/** The members of the room shown; each opens a private talk. */
export class PeopleView {
  #chat;
  #section = document.getElementById("people");
  #members = document.getElementById("members");
  #toggle = document.getElementById("show-members");
  #me = document.getElementById("me");

  constructor(chat) {
    this.#chat = chat;
    // On a narrow window the list hides behind this button.
    this.#toggle.addEventListener("click", () => this.#expand(this.#toggle.ariaExpanded !== "true"));
    chat.addEventListener("entered", () => this.#showMe(chat.name));
    chat.addEventListener("change", () => this.#show(chat.current));
  }

  #showMe(name) {
    this.#me.replaceChildren(avatar(name), element("span", { class: "name" }, name));
  }

  #expand(expanded) {
    this.#toggle.ariaExpanded = `${expanded}`;
    this.#section.dataset.expanded = expanded;
  }

  #show(conversation) {
    const isRoom = conversation?.kind === "room";
    const members = isRoom ? conversation.members : [];
    this.#section.hidden = !isRoom;
    this.#toggle.hidden = !isRoom;
    this.#toggle.textContent = members.length === 1 ? "1 member" : `${members.length} members`;
    arrange(this.#members, members.map((name) => this.#member(name)));
  }

  #member(name) {
    return name === this.#chat.name ? this.#self(name) : this.#other(name);
  }

  #self = remembering((name) => {
    const you = element("span", { class: "quiet" }, "you");
    return element("li", { "data-testid": `member-${name}` }, avatar(name), element("span", { class: "name" }, name), you);
  }, new Map());

  #other = remembering((name) => {
    const talk = () => {
      this.#expand(false);
      this.#chat.talkTo(name);
    };
    const properties = {
      type: "button",
      "data-testid": `member-${name}`,
      title: `Talk to ${name} in private`,
      click: talk,
    };
    return element("li", {}, element("button", properties, avatar(name), element("span", { class: "name" }, name)));
  }, new Map());
}
