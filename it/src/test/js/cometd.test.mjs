// The scenario of every CometD client, done by the released JavaScript client in Node.js, once per transport.
// Needs BAYEUX_URL and CONTROL_URL in the environment.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { BinaryExtension, CometD } from "cometd";
import { adapt } from "cometd-nodejs-client";

const LIMIT = 20_000;

adapt();

/** Resolves with what the callback is called with, or fails after the limit. */
function answer(start) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), LIMIT);
    start((message) => {
      clearTimeout(timer);
      resolve(message);
    });
  });
}

/** Keeps messages in their order and hands them out one by one. */
class Inbox {
  #messages = [];
  #waiting = null;

  accept(message) {
    this.#messages.push(message);
    this.#waiting?.();
  }

  async next() {
    if (this.#messages.length === 0) {
      await answer((arrived) => (this.#waiting = arrived));
      this.#waiting = null;
    }
    return this.#messages.shift();
  }

  async until(last) {
    const data = [];
    do {
      data.push((await this.next()).data);
    } while (data.at(-1) !== last);
    return data;
  }

  get received() {
    return this.#messages.map((message) => message.data);
  }
}

/** A client that may use one transport only. */
class Client {
  constructor(transport) {
    this.cometd = new CometD();
    this.cometd.configure({ url: process.env.BAYEUX_URL, logLevel: "warn" });
    this.cometd.registerExtension("binary", new BinaryExtension());
    for (const type of this.cometd.getTransportTypes()) {
      if (type !== transport) {
        this.cometd.unregisterTransport(type);
      }
    }
  }

  handshake(props = {}) {
    return answer((done) => this.cometd.handshake(props, done));
  }

  async subscribe(channel) {
    const inbox = new Inbox();
    let handle;
    const reply = await answer((done) => {
      handle = this.cometd.subscribe(channel, (message) => inbox.accept(message), done);
    });
    assert.equal(reply.successful, true, JSON.stringify(reply));
    return { inbox, handle };
  }

  listen(channel) {
    const inbox = new Inbox();
    this.cometd.addListener(channel, (message) => inbox.accept(message));
    return inbox;
  }

  publish(channel, data) {
    return answer((done) => this.cometd.publish(channel, data, done));
  }

  call(target, data) {
    return answer((done) => this.cometd.remoteCall(target, data, LIMIT, done));
  }

  publishBinary(channel, bytes, last, meta) {
    return answer((done) => this.cometd.publishBinary(channel, bytes, last, meta, done));
  }

  callBinary(target, bytes, last, meta) {
    return answer((done) => this.cometd.remoteCallBinary(target, bytes, last, meta, done));
  }

  unsubscribe(handle) {
    return answer((done) => this.cometd.unsubscribe(handle, done));
  }

  disconnect() {
    return answer((done) => this.cometd.disconnect(done));
  }
}

async function control(path, options) {
  const response = await fetch(process.env.CONTROL_URL + path, options);
  assert.equal(Math.floor(response.status / 100), 2, `${path}: ${response.status}`);
  return response.text();
}

for (const transport of ["long-polling", "websocket"]) {
  describe(`the JavaScript client on ${transport}`, () => {
    let client;
    let root;

    before(async () => {
      client = new Client(transport);
      root = `/js-${randomUUID()}`;
      const reply = await client.handshake();
      assert.equal(reply.successful, true, JSON.stringify(reply));
    });

    after(() => client.disconnect());

    test("uses the transport asked for", () => {
      assert.equal(client.cometd.getTransport().type, transport);
    });

    test("receives exactly what its subscriptions match", async () => {
      const exact = await client.subscribe(`${root}/patterns/a`);
      const one = await client.subscribe(`${root}/patterns/*`);
      const all = await client.subscribe(`${root}/patterns/**`);

      for (const [channel, text] of [["a", "child"], ["a/b", "grandchild"], ["a", "end"]]) {
        const reply = await client.publish(`${root}/patterns/${channel}`, text);
        assert.equal(reply.successful, true);
      }

      assert.deepEqual(await exact.inbox.until("end"), ["child", "end"]);
      assert.deepEqual(await one.inbox.until("end"), ["child", "end"]);
      assert.deepEqual(await all.inbox.until("end"), ["child", "grandchild", "end"]);
    });

    test("keeps the order of a batch", async () => {
      const { inbox } = await client.subscribe(`${root}/batch`);
      const expected = Array.from({ length: 50 }, (_, i) => i);

      client.cometd.batch(() => expected.forEach((i) => client.cometd.publish(`${root}/batch`, i)));

      assert.deepEqual(await inbox.until(49), expected);
    });

    test("receives what the server publishes while the connect is held", async () => {
      const { inbox } = await client.subscribe(`${root}/server`);

      for (const body of ["eins", "zwei €", "3"]) {
        await control(`/publish?channel=${root}/server`, {
          method: "POST",
          headers: { "Content-Type": "text/plain; charset=UTF-8" },
          body,
        });
      }

      assert.deepEqual(await inbox.until("3"), ["eins", "zwei €", "3"]);
    });

    test("is answered by a listener on a service channel", async () => {
      const inbox = client.listen("/service/echo");

      await client.publish("/service/echo", { text: "grüße 🙂", n: 1.5 });

      assert.deepEqual((await inbox.next()).data, { text: "grüße 🙂", n: 1.5 });
    });

    test("calls a method that succeeds and one that fails", async () => {
      const success = await client.call("sum", { a: 40, b: 2 });
      const failure = await client.call("refuse", "please");

      assert.equal(success.successful, true);
      assert.deepEqual(success.data, { sum: 42 });
      assert.equal(failure.successful, false);
      assert.equal(failure.data, "refused: please");
    });

    test("publishes and receives bytes", async () => {
      const { inbox } = await client.subscribe(`${root}/binary`);

      for (let length = 0; length < 10; length++) {
        const bytes = Uint8Array.from({ length }, (_, i) => 255 - i);
        const reply = await client.publishBinary(`${root}/binary`, bytes, length === 9, { length });
        assert.equal(reply.successful, true, JSON.stringify(reply));
        const { data } = await inbox.next();
        assert.deepEqual(new Uint8Array(data.data), bytes);
        assert.equal(data.last, length === 9);
        assert.deepEqual(data.meta, { length });
      }
    });

    test("calls a method with bytes and is answered with bytes", async () => {
      const reply = await client.callBinary("reverse", Uint8Array.of(1, 2, 3, 4, 255), false, { name: "a" });

      assert.equal(reply.successful, true);
      assert.deepEqual(new Uint8Array(reply.data.data), Uint8Array.of(255, 4, 3, 2, 1));
      assert.equal(reply.data.last, false);
      assert.deepEqual(reply.data.meta, { name: "a" });
    });

    test("receives bytes from a listener on a service channel", async () => {
      const inbox = client.listen("/service/download");

      await client.publish("/service/download", 5);

      const { data } = await inbox.next();
      assert.deepEqual(new Uint8Array(data.data), Uint8Array.of(0, 1, 2, 3, 4));
      assert.equal(data.last, true);
    });

    test("receives nothing more after it unsubscribed", async () => {
      const ended = await client.subscribe(`${root}/ended`);
      const fence = await client.subscribe(`${root}/fence`);

      const reply = await client.unsubscribe(ended.handle);
      await client.publish(`${root}/ended`, "lost");
      await client.publish(`${root}/fence`, "fence");

      assert.equal(reply.successful, true);
      assert.deepEqual(await fence.inbox.until("fence"), ["fence"]);
      assert.deepEqual(ended.inbox.received, []);
    });

    test("shakes hands again when the server forgot it", async () => {
      const first = client.cometd.getClientId();
      let handle;

      const reply = await answer(async (done) => {
        handle = client.cometd.addListener("/meta/handshake", done);
        assert.equal(await control(`/sessions/${first}`, { method: "DELETE" }), "true");
      });
      client.cometd.removeListener(handle);
      const { inbox } = await client.subscribe(`${root}/again`);
      await client.publish(`${root}/again`, "back");

      assert.equal(reply.successful, true);
      assert.notEqual(client.cometd.getClientId(), first);
      assert.deepEqual(await inbox.until("back"), ["back"]);
    });

    test("is forgotten when it disconnects, and may come back", async () => {
      const first = client.cometd.getClientId();

      const reply = await client.disconnect();
      const known = await control(`/sessions/${first}`);
      const back = await client.handshake();

      assert.equal(reply.successful, true);
      assert.equal(known, "false");
      assert.equal(back.successful, true);
      assert.notEqual(client.cometd.getClientId(), first);
    });
  });
}
