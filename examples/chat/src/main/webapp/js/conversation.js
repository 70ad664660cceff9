const KEPT_LINES = 500;

/**
 * What this window knows of one room, or of the private talk with one guest. Holds no DOM and sends nothing.
 */
export class Conversation {
  /** Lines of the server in their order: {id, name, text, time}, and notices: {notice, time}. */
  lines = [];
  /** What the user said and the server has not taken yet: {text, failure}; `failure` is empty while it is sent. */
  unsent = [];
  /** Names of the members; of a private talk none. */
  members = [];
  unread = 0;
  /** What stands in the composer while another conversation is shown. */
  draft = "";

  #membersVersion = -1;

  /**
   * @param {"room" | "private"} kind
   * @param {string} name of the room or the other guest
   */
  constructor(kind, name) {
    this.kind = kind;
    this.name = name;
  }

  static keyOf(kind, name) {
    return `${kind}:${name}`;
  }

  get key() {
    return Conversation.keyOf(this.kind, this.name);
  }

  /** Forgets what an earlier session told: a server that was restarted counts from one again. */
  restart() {
    this.lines = [];
    this.members = [];
    this.#membersVersion = -1;
  }

  /** Takes a line of a room in where it belongs; one that is known already, by history or by the channel, is dropped. */
  addLine(line) {
    if (this.lines.some((known) => known.id === line.id)) {
      return;
    }
    let index = this.lines.length;
    while (index > 0 && this.lines[index - 1].id > line.id) {
      index--;
    }
    this.lines.splice(index, 0, line);
    this.#forgetOldLines();
  }

  /** Adds a private line, or a notice. */
  append(line) {
    this.lines.push(line);
    this.#forgetOldLines();
  }

  /** Takes a list of members over unless it is older than the known one, and tells who came and went. */
  updateMembers({ version, names }) {
    if (version <= this.#membersVersion) {
      return { joined: [], left: [] };
    }
    const before = new Set(this.members);
    const after = new Set(names);
    this.#membersVersion = version;
    this.members = names;
    return {
      joined: names.filter((name) => !before.has(name)),
      left: [...before].filter((name) => !after.has(name)),
    };
  }

  #forgetOldLines() {
    if (this.lines.length > KEPT_LINES) {
      this.lines.splice(0, this.lines.length - KEPT_LINES);
    }
  }
}
