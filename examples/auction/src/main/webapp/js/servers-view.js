import { setText } from "./text.js";

/** Tells which server this window is on, and whether the servers take bids. */
export class ServersView {
  #server = document.getElementById("server");
  #pause = document.getElementById("pause");

  constructor(auction) {
    auction.addEventListener("change", () => this.#show(auction.servers));
  }

  #show(servers) {
    if (servers === null) {
      return;
    }
    const { here, count, open } = servers;
    const others = count === 1 ? "alone" : `one of ${count}`;
    setText(this.#server, `You are on server ${here}, ${others}.`);
    setText(this.#pause, open ? "" : "The servers have no master just now, so bidding pauses.");
  }
}
