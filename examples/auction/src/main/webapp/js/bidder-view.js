const REMEMBERED_NAME = "auction.name";

/** The field with the name under which this window bids; the server judges it with each bid. */
export class BidderView {
  #name = document.getElementById("name");

  constructor(auction) {
    this.#name.value = sessionStorage.getItem(REMEMBERED_NAME) ?? "";
    auction.name = this.#name.value;
    this.#name.addEventListener("input", () => {
      auction.name = this.#name.value.trim();
      sessionStorage.setItem(REMEMBERED_NAME, auction.name);
    });
  }
}
