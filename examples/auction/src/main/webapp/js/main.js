import { Auction } from "./auction.js";
import { BidderView } from "./bidder-view.js";
import { Connection } from "./connection.js";
import { LotsView } from "./lots-view.js";
import { ServersView } from "./servers-view.js";
import { StatusView } from "./status-view.js";

// "?transport=long-polling" shows the auction without WebSocket.
const transport = new URLSearchParams(location.search).get("transport");
const connection = new Connection(new URL("cometd", document.baseURI).href, transport !== "long-polling");
const auction = new Auction(connection);

new StatusView(connection);
new ServersView(auction);
new BidderView(auction);
new LotsView(auction);

auction.addEventListener("change", () => {
  const outbid = auction.lots.some(({ standing }) => standing === "outbid");
  document.title = outbid ? "Outbid · Auction" : "Auction";
});

// Tells the server at once that this window is gone; without it the server would wait for the session to expire.
addEventListener("pagehide", () => connection.abandon());

connection.open();
