// The auction page in real Chromium: two windows on two servers bid against each other.
// Needs AUCTION_ONE_URL and AUCTION_TWO_URL in the environment; CHROMIUM and SCREENSHOT_DIR are optional.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launchBrowser, Visitor } from "./visitor.mjs";

const ONE = new URL(process.env.AUCTION_ONE_URL);
const TWO = new URL(process.env.AUCTION_TWO_URL);

/** One window of a bidder. */
class Bidder extends Visitor {
  async enter(transport) {
    await this.open(transport);
    await this.part("name").fill(this.name);
    await this.showsServer(/ one of 2\.$/);
  }

  lot(item) {
    const lot = this.part(`lot:${item}`);
    return {
      bid: async (amount) => {
        await lot.getByTestId("offer").fill(String(amount));
        await lot.getByTestId("bid").click();
      },
      shows: async (amount, bidder) => {
        await lot.getByTestId("amount").getByText(String(amount), { exact: true }).waitFor();
        assert.equal(await lot.getByTestId("bidder").locator(".name").textContent(), bidder);
      },
      says: (text) => lot.getByTestId("standing").getByText(text, { exact: true }).waitFor(),
      refuses: (text) => lot.getByTestId("refusal").getByText(text, { exact: true }).waitFor(),
      parts: (selector) => lot.locator(selector),
    };
  }

  async showsServer(pattern) {
    await this.part("server").filter({ hasText: pattern }).waitFor();
    return this.part("server").textContent();
  }
}

describe("the auction on two servers", () => {
  let browser;
  let contexts;
  let ada;
  let bob;

  before(async () => {
    browser = await launchBrowser();
  });

  after(() => browser?.close());

  beforeEach(async () => {
    contexts = [await newContext(), await newContext()];
    ada = new Bidder(await contexts[0].newPage(), "Ada", ONE);
    bob = new Bidder(await contexts[1].newPage(), "Bob", TWO);
  });

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    assert.deepEqual([...ada.complaints, ...bob.complaints], []);
  });

  test("shows the highest bid everywhere, and tells who was outbid", async () => {
    await ada.enter("websocket");
    await bob.enter("long-polling");
    assert.notEqual(await ada.part("server").textContent(), await bob.part("server").textContent());

    await ada.lot("globe").bid(90);
    await bob.lot("globe").shows(90, "Ada");
    await ada.lot("globe").says("Yours is the highest bid.");

    await bob.lot("globe").bid(100);
    await ada.lot("globe").shows(100, "Bob");
    await ada.lot("globe").says("Bob has outbid your 90.");
    await bob.lot("globe").says("Yours is the highest bid.");
    await bob.lot("globe").shows(100, "Bob");
    assert.equal(await ada.page.title(), "Outbid · Auction");
    await ada.keepsPicture("ada");
    await bob.keepsPicture("bob");
  });

  test("says why a bid is refused, and shows markup as the text it is", async () => {
    await ada.enter("websocket");

    await ada.lot("clock").bid(119);
    await ada.lot("clock").refuses("Bid 120 to 1000000.");
    await ada.part("name").fill("<b>Ada</b>");
    await ada.lot("clock").bid(130);

    await ada.lot("clock").refuses("A name has 1 to 24 letters, digits and spaces.");
    assert.equal(await ada.lot("clock").parts("b").count(), 0);
    await ada.keepsPicture("refused");
  });

  test("goes on at the other server, and misses nothing of what happened meanwhile", async () => {
    const way = await wayOf(bob);
    await ada.enter("websocket");
    await bob.enter("long-polling");
    await bob.lot("violin").bid(200);
    await bob.lot("violin").says("Yours is the highest bid.");

    await way.close();
    await bob.showsState("reconnecting", "Reconnecting…");
    await ada.lot("violin").bid(210);
    await ada.lot("violin").shows(210, "Ada");
    way.openTo(ONE);

    await bob.lot("violin").says("Ada has outbid your 200.");
    assert.equal(await bob.part("server").textContent(), await ada.part("server").textContent());
    await bob.lot("violin").bid(220);
    await ada.lot("violin").says("Bob has outbid your 210.");
    await ada.lot("violin").bid(230);
    await bob.lot("violin").shows(230, "Ada");
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`has a narrow and ${colorScheme} face`, async () => {
      const context = await newContext({ colorScheme, viewport: { width: 360, height: 760 }, hasTouch: true });
      contexts.push(context);
      const eve = new Bidder(await context.newPage(), "Eve", ONE);
      await eve.enter("websocket");
      await eve.sees("lot:globe");

      await eve.keepsPicture(`narrow-${colorScheme}`);
      const overflow = await eve.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0);
    });
  }

  function newContext(options = {}) {
    return browser.newContext({ viewport: { width: 1180, height: 760 }, ...options });
  }
});

/** The way of a window's polls, as a load balancer has it in its hands; to be asked for before the page opens. */
async function wayOf(bidder) {
  const held = new Set();
  let target = bidder.home;
  await bidder.page.route(/\/auction\/cometd(\/|$)/, async (route) => {
    if (target === null) {
      return route.abort();
    }
    held.add(route);
    const url = new URL(new URL(route.request().url()).pathname, target).href;
    const headers = { ...route.request().headers(), origin: target.origin };
    const response = await route.fetch({ url, headers, timeout: 0 }).catch(() => null);
    if (held.delete(route)) {
      return response === null ? route.abort() : route.fulfill({ response });
    }
  });
  return {
    async close() {
      target = null;
      const cut = [...held];
      held.clear();
      await Promise.all(cut.map((route) => route.abort()));
    },
    openTo(url) {
      target = url;
    },
  };
}
