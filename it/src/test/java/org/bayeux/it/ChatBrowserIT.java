package org.bayeux.it;

import java.nio.file.Path;
import java.util.Map;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.script.Browsers;
import org.bayeux.it.script.NodeTests;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chat example in two windows of a real Chromium; the steps are {@code src/test/js/chat.browser.mjs}. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class ChatBrowserIT {

    @Test
    void twoWindowsChatWithEachOther(TestServer server) throws Exception {
        chat(server, "/^the chat on /");
    }

    /** What the page makes of a broken network, of small screens, and of guests without manners. */
    @Test
    @Tag("page")
    void pageBehavesWhateverHappens(TestServer server) throws Exception {
        chat(server, "/^the chat (?!on )/");
    }

    private static void chat(TestServer server, String tests) throws Exception {
        server.deploy("chat", Path.of(System.getProperty("it.chat.war")));
        try {
            NodeTests.run("chat.browser.mjs", tests, Browsers.with(Map.of("CHAT_URL", server.url() + "/chat/")), 240);
        } finally {
            server.undeploy("chat");
        }
    }
}
