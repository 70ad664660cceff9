/** One item that is sold, and how it stands with it for the bidder of this window. */
export class Lot {
  /** {id, title, price} */
  item;
  /** The highest bid, {number, bidder, amount}; null if nobody has bid. */
  highest = null;
  /** The last bid of this window that a server has taken; null if there is none. */
  own = null;
  /** Whether a bid has been sent and not been answered. */
  waiting = false;
  /** Why the last bid was not taken, else empty. */
  refusal = "";

  constructor(item) {
    this.item = item;
  }

  /** The least that a bid needs now. */
  get least() {
    return this.highest === null ? this.item.price : this.highest.amount + 1;
  }

  /** Whether the own bid is "leading", "outbid", or "lost" with the server that took it; "none" without one. */
  get standing() {
    if (this.own === null) {
      return "none";
    }
    if (this.highest !== null && beats(this.highest, this.own)) {
      return "outbid";
    }
    return this.highest !== null && isSame(this.highest, this.own) ? "leading" : "lost";
  }
}

/** The better one of two bids, either of which may be missing. */
export function best(one, other) {
  if (one === null || other === null) {
    return one ?? other;
  }
  return beats(other, one) ? other : one;
}

/** The rule of the servers: the higher amount wins, of equal ones the lower number. */
function beats(one, other) {
  return one.amount > other.amount || (one.amount === other.amount && one.number < other.number);
}

/** Numbers begin anew when no server was left. */
function isSame(one, other) {
  return one.number === other.number && one.amount === other.amount && one.bidder === other.bidder;
}
