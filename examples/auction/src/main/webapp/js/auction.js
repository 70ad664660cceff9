import { Refused } from "./connection.js";
import { best, Lot } from "./lot.js";

const ASK_AGAIN_AFTER = 1000;

/**
 * The auction as this window knows it: what is sold, and how it stands with it and with the servers.
 *
 * Event: "change" whenever a view has to look again.
 */
export class Auction extends EventTarget {
  /** Under which name this window bids. */
  name = "";
  /** {here, count, open} as told by the server of this window; null while it cannot be reached. */
  servers = null;

  #connection;
  #lots = new Map();
  /** The highest bid for each item that was heard of in this session. */
  #heard = new Map();
  #mayHaveMissed = false;
  #nextQuestion;

  constructor(connection) {
    super();
    this.#connection = connection;
    connection.addEventListener("session", () => this.#begin());
    connection.addEventListener("state", () => this.#follow(connection.state));
  }

  get lots() {
    return [...this.#lots.values()];
  }

  /** Whether a bid has a chance to be taken. */
  get open() {
    return this.#connection.state === "connected" && this.servers?.open === true;
  }

  /** Bids; whether it was taken is to be seen at the lot. */
  async bid(lot, amount) {
    const { id } = lot.item;
    lot.refusal = "";
    lot.waiting = true;
    try {
      lot.own = await this.#connection.call(`bid/${id}`, { bidder: this.name, amount });
      this.#hear({ item: id, bid: lot.own });
    } catch (failure) {
      lot.refusal = failure instanceof Refused ? failure.message : `${failure.message} If it has your bid, it shows above.`;
      this.#askForServers();
    } finally {
      lot.waiting = false;
      this.#changed();
    }
  }

  /** In each new session, at whichever server. What happens behind the answers is heard on the channels. */
  #begin() {
    this.#heard.clear();
    this.#mayHaveMissed = false;
    this.#connection.batch(() => {
      this.#connection.subscribe("/auction/*", (raise) => this.#hear(raise)).catch(ignore);
      this.#connection.subscribe("/servers", (servers) => this.#learn(servers, false)).catch(ignore);
      this.#ask();
    });
  }

  /** A session that outlived a broken connection may have lost what was on its way. */
  #follow(state) {
    if (state === "reconnecting") {
      this.#mayHaveMissed = true;
      this.servers = null;
    } else if (state === "connected" && this.#mayHaveMissed) {
      this.#mayHaveMissed = false;
      this.#connection.batch(() => this.#ask());
    }
    this.#changed();
  }

  #ask() {
    this.#askForLots();
    this.#askForServers();
  }

  async #askForLots() {
    try {
      const lots = await this.#connection.call("lots");
      lots.forEach((view) => this.#take(view));
      this.#changed();
    } catch {
      // Asked again in the next session.
    }
  }

  /** The server may know less than it knew: higher bids are lost if no server is left that has them. */
  #take({ item, highest = null }) {
    const lot = this.#lots.get(item.id) ?? new Lot(item);
    lot.highest = best(highest, this.#heard.get(item.id) ?? null);
    this.#lots.set(item.id, lot);
  }

  /** News may overtake each other, and the answer to who asked how it stands. */
  #hear({ item, bid }) {
    this.#heard.set(item, best(this.#heard.get(item) ?? null, bid));
    const lot = this.#lots.get(item);
    if (lot !== undefined) {
      lot.highest = best(lot.highest, bid);
    }
    this.#changed();
  }

  async #askForServers() {
    try {
      this.#learn(await this.#connection.call("servers"), true);
    } catch {
      // Asked again in the next session.
    }
  }

  /** That there is a master, or none, is settled a moment behind the news of servers and no news itself: it is asked for. */
  #learn(servers, settled) {
    this.servers = servers;
    clearTimeout(this.#nextQuestion);
    if (!settled || !servers.open) {
      this.#nextQuestion = setTimeout(() => this.#askForServers(), ASK_AGAIN_AFTER);
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** For subscriptions: one that failed is gone with the session, and made again in the next. */
function ignore() {}
