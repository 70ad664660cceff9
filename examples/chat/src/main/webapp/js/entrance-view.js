const REMEMBERED_NAME = "chat.name";

/** The form in which a guest tells a name; shown until the server takes it. */
export class EntranceView {
  #section = document.getElementById("entrance");
  #form = document.getElementById("entrance-form");
  #name = document.getElementById("name");
  #error = document.getElementById("entrance-error");
  #button = this.#form.querySelector("button");

  constructor(chat, connection) {
    this.#name.value = sessionStorage.getItem(REMEMBERED_NAME) ?? "";
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#error.textContent = "";
      this.#button.disabled = true;
      chat.enter(this.#name.value.trim());
    });
    chat.addEventListener("entered", () => {
      sessionStorage.setItem(REMEMBERED_NAME, chat.name);
      this.#section.hidden = true;
    });
    chat.addEventListener("refused", ({ detail }) => this.#askAgain(detail));
    connection.addEventListener("state", () => {
      if (!this.#section.hidden && connection.state !== "connected" && connection.state !== "connecting") {
        this.#askAgain("The server cannot be reached. Trying again…");
        this.#button.disabled = connection.state === "reconnecting";
      }
    });
  }

  #askAgain(why) {
    this.#section.hidden = false;
    this.#error.textContent = why;
    this.#button.disabled = false;
    this.#name.select();
  }
}
