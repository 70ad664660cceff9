// The chat page in real Chromium: two windows talk to each other, once per transport. Besides, a client without manners
// tries what the page never would.
// Needs CHAT_URL in the environment; CHROMIUM and SCREENSHOT_DIR are optional.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { CometD } from "cometd";
import { adapt } from "cometd-nodejs-client";
import { Guest } from "./chat-guest.mjs";
import { launchBrowser, networkOf, newWindow } from "./visitor.mjs";

const CHAT = new URL(process.env.CHAT_URL);
const LIMIT = 30_000;

let browser;

before(async () => {
  browser = await launchBrowser();
});

after(() => browser?.close());

const STATES = { websocket: "Connected · WebSocket", "long-polling": "Connected · long-polling" };

for (const transport of Object.keys(STATES)) {
  describe(`the chat on ${transport}`, () => {
    let contexts;
    let ada;
    let bob;
    let room;

    beforeEach(async () => {
      const run = randomUUID().slice(0, 8);
      room = `room-${run}`;
      // WebSockets of one browser do not disturb each other; held polls of one browser take turns, so there are two.
      const first = await newContext();
      const second = transport === "websocket" ? first : await newContext();
      contexts = new Set([first, second]);
      ada = new Guest(await first.newPage(), `Ada ${run}`);
      bob = new Guest(await newWindow(second), `Bob ${run}`);
      for (const guest of [ada, bob]) {
        await guest.open(transport);
        await guest.enter();
        await guest.join(room);
      }
    });

    afterEach(async () => {
      const complaints = [...ada.complaints, ...bob.complaints];
      await Promise.all([...contexts].map((context) => context.close()));
      assert.deepEqual(complaints, []);
    });

    test("says how it is connected", async () => {
      await ada.showsState("connected", STATES[transport]);
      await bob.showsState("connected", STATES[transport]);
    });

    test("shows who is in the room", async () => {
      await ada.sees(`member-${bob.name}`);
      await bob.sees(`member-${ada.name}`);

      await bob.part("close-talk").click();

      await ada.seesNoMore(`member-${bob.name}`);
    });

    test("carries lines both ways and in order", async () => {
      await ada.say("Hello Bob");
      assert.equal(await bob.hears("Hello Bob"), ada.name);

      await bob.say("Hello Ada");
      assert.equal(await ada.hears("Hello Ada"), bob.name);

      const expected = ["Hello Bob", "Hello Ada"];
      for (let i = 1; i <= 10; i++) {
        expected.push(`Line ${i}`);
        await ada.say(`Line ${i}`);
      }
      // Not those that are shown as unsent until their acknowledgement has come.
      await bob.page.getByTestId("line-text").filter({ hasText: /^Line 10$/ }).waitFor();
      await ada.page.getByTestId("line-text").filter({ hasText: /^Line 10$/ }).waitFor();
      assert.deepEqual(await bob.lines(), expected);
      assert.deepEqual(await ada.lines(), expected);
      await ada.keepsPicture(`${transport}-ada-room`);
      await bob.keepsPicture(`${transport}-bob-room`);
    });

    test("shows markup as the text it is", async () => {
      const markup = `<img src="x" onerror="document.title = 'owned'"> & <b>bold</b>`;

      await ada.say(markup);

      await bob.hears(markup);
      assert.equal(await bob.part("log").locator("img, b").count(), 0);
    });

    test("tells a newcomer what was said", async () => {
      await bob.part("close-talk").click();
      await bob.seesNoMore(`room:${room}`);
      await ada.say("You missed this");
      await ada.hears("You missed this");

      await bob.join(room);

      assert.equal(await bob.hears("You missed this"), ada.name);
    });

    test("lists all rooms by a remote call", async () => {
      await ada.part("find-room").click();

      await ada.sees(`choose-${room}`);
      await ada.keepsPicture(`${transport}-rooms`);
      assert.match(await ada.part(`choose-${room}`).textContent(), /2 members/);
      await ada.sees("choose-questions");
    });

    test("says why a room cannot be joined", async () => {
      await ada.part("find-room").click();
      await ada.part("room").fill("/**");
      await ada.part("join").click();

      await ada.page.getByText("A room has 1 to 24 letters").waitFor();
    });

    test("keeps private words private", async () => {
      await ada.part(`member-${bob.name}`).click();
      await ada.say("Just between us");
      await ada.hears("Just between us");

      await bob.part(`private:${ada.name}`).getByTestId("unread").filter({ hasText: "1" }).waitFor();
      await bob.part(`private:${ada.name}`).click();
      assert.equal(await bob.hears("Just between us"), ada.name);
      assert.match(await bob.part("talk-note").textContent(), /Private/);
      await bob.say("Nobody else knows");
      assert.equal(await ada.hears("Nobody else knows"), bob.name);
      await bob.keepsPicture(`${transport}-private`);

      await ada.part(`room:${room}`).click();
      assert.deepEqual(await ada.lines(), []);
    });

    test("refuses a name that is taken", async () => {
      const eve = new Guest(await newWindow([...contexts][0]), bob.name.toUpperCase());
      await eve.open(transport);
      await eve.part("name").fill(eve.name);
      await eve.part("enter").click();

      await eve.page.getByText("is taken").waitFor();
    });

    test("notices a guest who closes the window", async () => {
      await ada.sees(`member-${bob.name}`);

      await bob.page.goto("about:blank");

      await ada.seesNoMore(`member-${bob.name}`);
    });
  });
}

describe("the chat without a network", () => {
  let context;
  let ada;
  let room;

  beforeEach(async () => {
    const run = randomUUID().slice(0, 8);
    room = `room-${run}`;
    context = await newContext();
    ada = new Guest(await context.newPage(), `Ada ${run}`);
  });

  afterEach(async () => {
    await context.close();
    assert.deepEqual(ada.complaints, []);
  });

  test("keeps a line that could not be sent until it is sent again", async () => {
    await ada.open("long-polling");
    await ada.enter();
    await ada.join(room);
    await ada.showsState("connected", STATES["long-polling"]);

    await context.setOffline(true);
    await ada.say("Said offline");
    await ada.part("unsent").filter({ hasText: "Said offline" }).waitFor();
    await ada.sees("send-again");
    await ada.keepsPicture("unsent");

    await context.setOffline(false);
    await ada.part("send-again").click();
    assert.equal(await ada.hears("Said offline"), ada.name);
    await ada.seesNoMore("unsent");
  });

  test("says that the connection was lost, keeps what is written, and comes back", async () => {
    const network = await networkOf(ada);
    await ada.open("websocket");
    await ada.enter();
    await ada.join(room);
    await ada.showsState("connected", STATES.websocket);

    await network.fail();
    await ada.showsState("reconnecting", "Reconnecting…");
    await ada.say("Half a thought");
    assert.equal(await ada.part("text").inputValue(), "Half a thought");
    await ada.keepsPicture("reconnecting");

    network.recover();
    await ada.showsState("connected", STATES.websocket);
    await ada.part("text").press("Enter");
    assert.equal(await ada.hears("Half a thought"), ada.name);
  });

  test("takes its rooms up again after the server forgot it", async () => {
    const bob = new Guest(await newWindow(context), `Bob ${room.slice(5)}`);
    const network = await networkOf(ada);
    for (const guest of [ada, bob]) {
      await guest.open("websocket");
      await guest.enter();
      await guest.join(room);
    }
    await bob.sees(`member-${ada.name}`);

    await network.fail();
    await bob.seesNoMore(`member-${ada.name}`);
    await bob.say("Where are you?");
    network.recover();

    assert.equal(await ada.hears("Where are you?"), bob.name);
    await ada.say("Here again");
    assert.equal(await bob.hears("Here again"), ada.name);
    await bob.sees(`member-${ada.name}`);
  });
});

test("the chat notices a guest whose window crashed", async () => {
  const context = await newContext();
  const [ada, bob] = [new Guest(await newWindow(context), "Crash Ada"), new Guest(await newWindow(context), "Crash Bob")];
  for (const guest of [ada, bob]) {
    await guest.open("websocket");
    await guest.enter();
  }
  await ada.sees(`member-${bob.name}`);

  const devtools = await context.newCDPSession(bob.page);
  devtools.send("Page.crash").catch(() => {});

  await ada.seesNoMore(`member-${bob.name}`);
  await context.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the chat has a narrow and ${colorScheme} face`, async () => {
    const context = await newContext({ colorScheme, viewport: { width: 390, height: 760 }, hasTouch: true });
    const ada = new Guest(await context.newPage(), `Narrow ${randomUUID().slice(0, 8)}`);
    await ada.open("websocket");
    await ada.keepsPicture(`narrow-${colorScheme}-entrance`);
    await ada.enter();
    await ada.join(`room-${randomUUID().slice(0, 8)}`);
    await ada.say("Small window, same chat");
    await ada.hears("Small window, same chat");

    await ada.part("show-members").click();
    await ada.sees(`member-${ada.name}`);

    await ada.keepsPicture(`narrow-${colorScheme}`);
    const overflow = await ada.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(overflow, 0);
    await context.close();
  });
}

describe("the chat and a client without manners", { timeout: LIMIT }, () => {
  let client;
  let room;

  /** Resolves with the server's answer. */
  const answer = (operation) => new Promise((resolve) => operation(resolve));
  const call = (target, data) => answer((done) => client.remoteCall(target, data, done));
  const publish = (channel, data) => answer((done) => client.publish(channel, data, done));
  const subscribe = (channel, listener = () => {}) => answer((done) => client.subscribe(channel, listener, done));

  before(() => adapt());

  beforeEach(async () => {
    room = `room-${randomUUID().slice(0, 8)}`;
    client = new CometD();
    client.configure({ url: new URL("cometd", CHAT).href, logLevel: "warn" });
    const reply = await answer((done) => client.handshake(done));
    assert.equal(reply.successful, true);
  });

  afterEach(() => answer((done) => client.disconnect(done)));

  async function enterAndJoin() {
    const entered = await call("enter", { name: `Eve ${room.slice(5)}` });
    assert.equal(entered.successful, true);
    const joined = await call(`join/${room}`, {});
    assert.deepEqual(joined.data.names, [entered.data.name]);
  }

  test("lets nobody join without a name", async () => {
    const joined = await call(`join/${room}`, {});

    assert.equal(joined.successful, false);
    assert.match(joined.data, /name/);
  });

  test("answers data of the wrong kind with a failure", async () => {
    for (const data of [{}, { name: " " }, { name: { first: "Eve" } }, [], "Eve", null]) {
      const entered = await call("enter", data);
      assert.equal(entered.successful, false, JSON.stringify(data));
    }
  });

  test("lets strangers neither hear nor say anything", async () => {
    await call("enter", { name: `Eve ${room.slice(5)}` });

    for (const channel of ["/chat/lobby", "/members/lobby", "/chat/*", "/chat/**", "/members/*", "/*", "/**", "/other"]) {
      assert.equal((await subscribe(channel)).successful, false, channel);
    }
    for (const channel of ["/chat/lobby", "/members/lobby", "/other"]) {
      assert.equal((await publish(channel, { text: "hello" })).successful, false, channel);
    }
  });

  test("lets members say something under their own name only", async () => {
    await enterAndJoin();
    let hear;
    const heard = new Promise((resolve) => (hear = resolve));
    assert.equal((await subscribe(`/chat/${room}`, hear)).successful, true);

    assert.equal((await publish(`/chat/${room}`, { text: "hello", name: "Ada", id: 99 })).successful, true);

    const { data } = await heard;
    assert.equal(data.name, `Eve ${room.slice(5)}`);
    assert.equal(data.id, 1);
  });

  test("lets members not forge the list of members", async () => {
    await enterAndJoin();

    const reply = await publish(`/members/${room}`, { room, version: 99, names: ["Ada"] });

    assert.equal(reply.successful, false);
  });

  test("refuses lines without text, and too long ones", async () => {
    await enterAndJoin();

    for (const data of [{}, { text: " " }, { text: 1 }, "text", { text: "x".repeat(1001) }]) {
      assert.equal((await publish(`/chat/${room}`, data)).successful, false, JSON.stringify(data).slice(0, 40));
    }
    assert.equal((await publish("/service/privatechat", { to: "nobody", text: "psst" })).successful, false);
  });

  test("ends subscriptions with the membership", async () => {
    await enterAndJoin();
    await subscribe(`/chat/${room}`);

    const left = await call(`leave/${room}`, {});

    assert.equal(left.data, true);
    assert.equal((await publish(`/chat/${room}`, { text: "hello" })).successful, false);
    client.clearSubscriptions();
    assert.equal((await subscribe(`/chat/${room}`)).successful, false);
  });
});

function newContext(options = {}) {
  return browser.newContext({ viewport: { width: 1180, height: 760 }, ...options });
}
