import { setText } from "./text.js";

/** Tells which server this window is on, and whether the servers take bids. */
export class ServersView {
  #server = document.getElementById("server");
  #pause = document.getElementById("pause");

  constructor(auction) {
    auction.addEventListener("change", () => this.#show(auction.servers));
  }

  #show(servers) {
    setText(this.#server, servers === null ? "" : placeOf(servers));
    setText(this.#pause, servers?.open === false ? "The servers have no master just now, so bidding pauses." : "");
  }
}

function placeOf({ here, count }) {
  return `You are on server ${here}, ${count === 1 ? "alone" : `one of ${count}`}.`;
}
