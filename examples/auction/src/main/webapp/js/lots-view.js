import { arrange, avatar, element, remembering } from "./dom.js";
import { setText } from "./text.js";

const AMOUNT = new Intl.NumberFormat();
const STANDINGS = {
  none: () => "",
  leading: () => "Yours is the highest bid.",
  outbid: ({ highest, own }) => `${highest.bidder} has outbid your ${AMOUNT.format(own.amount)}.`,
  lost: ({ own }) => `The servers do not know your bid of ${AMOUNT.format(own.amount)} any more.`,
};

/** What is sold, and the forms to bid. */
export class LotsView {
  #auction;
  #list = document.getElementById("lots");

  constructor(auction) {
    this.#auction = auction;
    auction.addEventListener("change", () => this.#show());
  }

  #show() {
    const cards = this.#auction.lots.map((lot) => this.#cardOf(lot));
    cards.forEach((card) => card.show());
    arrange(this.#list, cards.map(({ node }) => node));
  }

  #cardOf = remembering((lot) => new Card(this.#auction, lot));
}

/** One lot. Its elements stay, so what is being typed survives the news. */
class Card {
  node;

  #auction;
  #lot;
  #shown = null;
  #amount = element("strong", { class: "amount", "data-testid": "amount" });
  #bidder = element("span", { class: "bidder", "data-testid": "bidder" });
  #highest = element("div", { class: "highest" }, this.#amount, this.#bidder);
  #standing = element("p", { class: "standing", "data-testid": "standing", role: "status" });
  #input;
  #button = element("button", { class: "primary", "data-testid": "bid", type: "submit" }, "Bid");
  #refusal;

  constructor(auction, lot) {
    const { id, title, price } = lot.item;
    this.#auction = auction;
    this.#lot = lot;
    this.#input = element("input", {
      "aria-describedby": `refusal-${id}`,
      "data-testid": "offer",
      autocomplete: "off",
      id: `offer-${id}`,
      inputmode: "numeric",
      min: 1,
      required: true,
      step: 1,
      type: "number",
    });
    this.#refusal = element("p", { class: "error", "data-testid": "refusal", id: `refusal-${id}`, role: "alert" });
    const label = element("label", { class: "hidden", for: `offer-${id}` }, `Your bid for: ${title}`);
    this.node = element(
      "li",
      { class: "lot", "data-testid": `lot:${id}` },
      element("h2", {}, title),
      element("p", { class: "quiet" }, `From ${AMOUNT.format(price)}`),
      this.#highest,
      this.#standing,
      element("form", { submit: (event) => this.#bid(event) }, label, this.#input, this.#button, this.#refusal),
    );
  }

  show() {
    const { highest, least, refusal, standing } = this.#lot;
    if (highest?.number !== this.#shown?.number || this.#amount.textContent === "") {
      this.#showHighest(highest);
    }
    this.node.dataset.standing = standing;
    setText(this.#standing, STANDINGS[standing](this.#lot));
    setText(this.#refusal, refusal);
    this.#input.placeholder = `${AMOUNT.format(least)} or more`;
    this.#button.disabled = !this.#auction.open;
  }

  #showHighest(highest) {
    if (highest === null) {
      this.#amount.textContent = "–";
      this.#bidder.replaceChildren(element("span", { class: "quiet" }, "Nobody has bid."));
    } else {
      this.#amount.textContent = AMOUNT.format(highest.amount);
      this.#bidder.replaceChildren(avatar(highest.bidder), element("span", { class: "name" }, highest.bidder));
      this.#flash();
    }
    this.#shown = highest;
  }

  #flash() {
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#highest.animate({ backgroundColor: ["var(--woad-wash)", "transparent"] }, 1500);
    }
  }

  async #bid(event) {
    event.preventDefault();
    const lot = this.#lot;
    if (lot.waiting) {
      return;
    }
    await this.#auction.bid(lot, this.#input.valueAsNumber);
    if (lot.refusal === "") {
      this.#input.value = "";
    }
  }
}
