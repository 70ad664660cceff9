import { Refused } from "./connection.js";
import { Conversation } from "./conversation.js";

const FIRST_ROOM = "lobby";

/**
 * The chat as this window's guest knows it: who the guest is, and all open conversations.
 *
 * Events: "entered" and "refused" (`detail` is the reason) about the guest's name, "change" whenever a view has to
 * look again.
 */
export class Chat extends EventTarget {
  /** The guest's name once the server has taken it, else empty. */
  name = "";
  /** The conversation shown, if any. */
  current = null;

  #connection;
  #conversations = new Map();
  #subscriptions = new Map();
  #wantedName = "";

  constructor(connection) {
    super();
    this.#connection = connection;
    connection.addEventListener("session", () => this.#enter());
    connection.listen("/service/privatechat", (line) => this.#hearPrivate(line));
  }

  /** All open conversations: rooms, then private ones, each in the order they were opened. */
  get conversations() {
    const all = [...this.#conversations.values()];
    return [...all.filter(({ kind }) => kind === "room"), ...all.filter(({ kind }) => kind === "private")];
  }

  enter(name) {
    this.#wantedName = name;
    if (this.#connection.state === "connected") {
      this.#enter();
    } else {
      this.#connection.open();
    }
  }

  /** The rooms there are: [{name, members}]. */
  rooms() {
    return this.#connection.call("rooms");
  }

  /** Opens a room and shows it; fails with a reason. */
  async join(room) {
    const key = Conversation.keyOf("room", room);
    if (!this.#conversations.has(key)) {
      await this.#join(new Conversation("room", room));
    }
    this.show(this.#conversations.get(key));
  }

  /** Shows the private talk with another guest, without telling that guest. */
  talkTo(name) {
    this.show(this.#open("private", name));
  }

  show(conversation) {
    this.current = conversation;
    conversation.unread = 0;
    this.#changed();
  }

  /** Leaves a room, or puts a private talk away. */
  close(conversation) {
    const { key, kind, name } = conversation;
    if (kind === "room") {
      this.#connection.batch(() => {
        for (const subscription of this.#subscriptions.get(key) ?? []) {
          this.#connection.unsubscribe(subscription).catch(ignore);
        }
        this.#connection.call(`leave/${name}`).catch(ignore);
      });
    }
    this.#forget(conversation);
  }

  /** Says something in a conversation. Until the server has taken it, it is among the unsent. */
  async say(conversation, text) {
    const unsent = { text, failure: "" };
    conversation.unsent.push(unsent);
    this.#changed();
    try {
      if (conversation.kind === "room") {
        await this.#connection.publish(`/chat/${conversation.name}`, { text });
      } else {
        await this.#connection.publish("/service/privatechat", { to: conversation.name, text });
      }
      this.discard(conversation, unsent);
    } catch (failure) {
      // The server says no reason here; what it refuses of a well-formed private line is its addressee.
      const gone = conversation.kind === "private" && failure instanceof Refused;
      const failed = { text, failure: gone ? `${conversation.name} is not here.` : failure.message };
      conversation.unsent = conversation.unsent.map((other) => (other === unsent ? failed : other));
      this.#changed();
    }
  }

  discard(conversation, unsent) {
    conversation.unsent = conversation.unsent.filter((other) => other !== unsent);
    this.#changed();
  }

  /** Tells the name in each new session, and takes the rooms up again before anything else is sent. */
  async #enter() {
    const rooms = this.conversations.filter(({ kind }) => kind === "room");
    let entered;
    this.#connection.batch(() => {
      entered = this.#connection.call("enter", { name: this.#wantedName });
      rooms.forEach((room) => this.#join(room).catch(() => this.#forget(room)));
    });
    try {
      const { name } = await entered;
      this.name = name;
      this.dispatchEvent(new Event("entered"));
    } catch (failure) {
      this.name = "";
      this.dispatchEvent(new CustomEvent("refused", { detail: failure.message }));
      return;
    }
    if (this.current === null) {
      await this.join(FIRST_ROOM).catch(ignore);
    }
  }

  /**
   * One message to the server does it all. The view comes last, so whatever happens after it is heard on the
   * channels; what is told twice is dropped by its number.
   */
  async #join(room) {
    let answers;
    this.#connection.batch(() => {
      answers = [
        this.#connection.call(`join/${room.name}`),
        this.#connection.subscribe(`/chat/${room.name}`, (line) => this.#hear(room, line)),
        this.#connection.subscribe(`/members/${room.name}`, (members) => this.#hearOfMembers(room, members)),
        this.#connection.call(`room/${room.name}`),
      ];
    });
    room.restart();
    const [, lines, members, view] = await Promise.all(answers);
    this.#conversations.set(room.key, room);
    this.#subscriptions.set(room.key, [lines, members]);
    room.updateMembers(view.members);
    view.lines.forEach((line) => room.addLine(line));
    this.#changed();
  }

  #hear(room, line) {
    room.addLine(line);
    this.#note(room, line.name);
  }

  #hearPrivate(line) {
    const other = line.from === this.name ? line.to : line.from;
    const conversation = this.#open("private", other);
    conversation.append({ name: line.from, text: line.text, time: line.time });
    this.#note(conversation, line.from);
  }

  #hearOfMembers(room, members) {
    const { joined, left } = room.updateMembers(members);
    const time = Date.now();
    joined.filter((name) => name !== this.name).forEach((name) => room.append({ notice: `${name} joined`, time }));
    left.forEach((name) => room.append({ notice: `${name} left`, time }));
    this.#changed();
  }

  #open(kind, name) {
    const key = Conversation.keyOf(kind, name);
    if (!this.#conversations.has(key)) {
      this.#conversations.set(key, new Conversation(kind, name));
    }
    return this.#conversations.get(key);
  }

  #forget(conversation) {
    this.#conversations.delete(conversation.key);
    this.#subscriptions.delete(conversation.key);
    if (this.current === conversation) {
      this.current = this.conversations[0] ?? null;
    }
    this.#changed();
  }

  #note(conversation, author) {
    if (author !== this.name && (conversation !== this.current || document.hidden)) {
      conversation.unread++;
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** For answers nobody waits for: what failed is gone with the session anyway. */
function ignore() {}
