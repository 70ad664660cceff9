const TRANSPORTS = { websocket: "WebSocket", "long-polling": "long-polling" };

/** Shows whether the server can be reached, and how. */
export class StatusView {
  #status = document.getElementById("status");
  #text = document.getElementById("status-text");
  #reconnect = document.getElementById("reconnect");

  constructor(connection) {
    this.#reconnect.addEventListener("click", () => connection.open());
    connection.addEventListener("state", () => this.#show(connection));
    this.#show(connection);
  }

  #show({ state, transport }) {
    this.#status.dataset.state = state;
    this.#status.dataset.transport = transport;
    this.#text.textContent = {
      connecting: "Connecting…",
      connected: `Connected · ${TRANSPORTS[transport]}`,
      reconnecting: "Reconnecting…",
      disconnected: "Disconnected",
    }[state];
    this.#reconnect.hidden = state !== "disconnected";
  }
}
