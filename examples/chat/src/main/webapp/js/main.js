import { Chat } from "./chat.js";
import { ComposerView } from "./composer-view.js";
import { Connection } from "./connection.js";
import { EntranceView } from "./entrance-view.js";
import { PeopleView } from "./people-view.js";
import { PlacesView } from "./places-view.js";
import { StatusView } from "./status-view.js";
import { TalkView } from "./talk-view.js";

// "?transport=long-polling" shows the chat without WebSocket.
const transport = new URLSearchParams(location.search).get("transport");
const connection = new Connection(new URL("cometd", document.baseURI).href, transport !== "long-polling");
const chat = new Chat(connection);

new EntranceView(chat, connection);
new StatusView(connection);
new PlacesView(chat);
new TalkView(chat);
new ComposerView(chat, connection);
new PeopleView(chat);

const main = document.getElementById("chat");
chat.addEventListener("entered", () => (main.hidden = false));
chat.addEventListener("refused", () => (main.hidden = true));

chat.addEventListener("change", () => {
  const unread = chat.conversations.reduce((sum, conversation) => sum + conversation.unread, 0);
  const place = chat.current === null ? "" : `${chat.current.name} · `;
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${place}Chat`;
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && chat.current !== null) {
    chat.show(chat.current);
  }
});

// Tells the server at once that this guest is gone; without it the server would wait for the session to expire.
addEventListener("pagehide", () => connection.abandon());
