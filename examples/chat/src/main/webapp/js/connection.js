import { CometD } from "../lib/cometd/cometd.js";

/**
 * The Bayeux session of this window, with promises instead of callbacks.
 *
 * Events: "state" when `state` or `transport` changed, and "session" when the server has made a new session, for the
 * first time or because it forgot the old one; then nothing is subscribed and nobody is entered.
 */
export class Connection extends EventTarget {
  #cometd = new CometD();
  #url;
  #state = "disconnected";
  #transport = "";

  /**
   * @param {string} url of the Bayeux server: absolute, since the WebSocket transport derives its own from it
   * @param {boolean} websocket false to use long-polling only
   */
  constructor(url, websocket) {
    super();
    this.#url = url;
    this.#cometd.websocketEnabled = websocket;
    this.#cometd.unregisterTransport("callback-polling");
    this.#cometd.configure({ url, logLevel: "info", backoffIncrement: 500, maxBackoff: 5000 });
    this.#cometd.addListener("/meta/handshake", (reply) => this.#shakenHands(reply));
    this.#cometd.addListener("/meta/connect", (reply) => this.#hasConnected(reply));
    this.#cometd.addListener("/meta/disconnect", () => this.#show("disconnected"));
  }

  /** One of "connecting", "connected", "reconnecting" and "disconnected". */
  get state() {
    return this.#state;
  }

  /** "websocket", "long-polling", or empty before the first handshake. */
  get transport() {
    return this.#transport;
  }

  open() {
    if (this.#cometd.isDisconnected()) {
      this.#show("connecting");
      this.#cometd.handshake();
    }
  }

  /** Ends the session while the window goes away. */
  abandon() {
    if (this.#transport === "websocket") {
      this.#cometd.disconnect();
    } else if (this.#cometd.getClientId() !== null) {
      // Of all HTTP requests only beacons are sure to leave a window that closes.
      const goodbye = [{ channel: "/meta/disconnect", clientId: this.#cometd.getClientId(), id: "goodbye" }];
      navigator.sendBeacon(this.#url, new Blob([JSON.stringify(goodbye)], { type: "application/json" }));
    }
  }

  /** Sends everything that `work` asks for in a single message to the server. */
  batch(work) {
    this.#cometd.batch(work);
  }

  /** Calls a method of a service; the promise is for its result, or fails with its reason. */
  call(target, data = {}) {
    return this.#send((done) => this.#cometd.remoteCall(target, data, done));
  }

  publish(channel, data) {
    return this.#send((done) => this.#cometd.publish(channel, data, done));
  }

  /** Until the end of the session, or until `unsubscribe` with what the promise brings. */
  subscribe(channel, listener) {
    let subscription;
    return this.#send((done) => {
      subscription = this.#cometd.subscribe(channel, (message) => listener(message.data), done);
    }).then(() => subscription);
  }

  unsubscribe(subscription) {
    return this.#send((done) => this.#cometd.unsubscribe(subscription, done));
  }

  /** Hears what the server delivers on a channel without being subscribed, also in later sessions. */
  listen(channel, listener) {
    this.#cometd.addListener(channel, (message) => {
      // Receipts of what this window published arrive on the same channel, without data.
      if (message.data !== undefined) {
        listener(message.data);
      }
    });
  }

  #send(operation) {
    return new Promise((resolve, reject) => {
      operation((reply) => {
        if (reply.successful) {
          resolve(reply.data);
        } else {
          reject(errorOf(reply));
        }
      });
    });
  }

  #shakenHands(reply) {
    if (reply.successful) {
      this.#transport = this.#cometd.getTransport().type;
      this.dispatchEvent(new Event("session"));
    } else {
      this.#hasFailed();
    }
  }

  #hasConnected(reply) {
    if (reply.successful) {
      this.#show("connected");
    } else {
      this.#hasFailed();
    }
  }

  #hasFailed() {
    this.#show("reconnecting");
    // After its listeners the client does what the server advised, which may be to give up.
    queueMicrotask(() => {
      if (this.#cometd.isDisconnected()) {
        this.#show("disconnected");
      }
    });
  }

  #show(state) {
    this.#state = state;
    this.dispatchEvent(new Event("state"));
  }
}

/** The server could be reached and said no; the message is for the user to read. */
export class Refused extends Error {}

function errorOf(reply) {
  if (reply.failure) {
    return new Error("The server could not be reached.");
  }
  return new Refused(typeof reply.data === "string" ? reply.data : "The server refused it.");
}
