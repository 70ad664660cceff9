package org.bayeux.testkit.junit;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The clients that were injected into one test. Confined to its thread. */
final class TestClients {

    private static final Set<String> TRANSPORTS =
            Set.of(ServerConfig.WEBSOCKET, ServerConfig.LONG_POLLING, ServerConfig.CALLBACK_POLLING);

    private final InMemoryServer server;
    private final Map<String, InMemoryClient> named = new HashMap<>();
    private final Map<String, Client> wishes = new HashMap<>();
    private final Map<InMemoryClient, String> places = new LinkedHashMap<>();

    TestClients(InMemoryServer server) {
        this.server = server;
    }

    /**
     * The client that is wished for.
     *
     * @param place the name of the field or parameter, for reports
     */
    InMemoryClient get(Client wish, String place) {
        String name = wish.value();
        if (name.isEmpty()) {
            return make(wish, place);
        }
        InMemoryClient known = named.get(name);
        if (known == null) {
            known = make(wish, name);
            named.put(name, known);
            wishes.put(name, wish);
        } else if (!saysNoMore(wish) && !wish.equals(wishes.get(name))) {
            throw new ExtensionConfigurationException("the client \"" + name + "\" is described in two ways, "
                    + wishes.get(name) + " and " + wish + ": describe it once, and name it elsewhere");
        }
        return known;
    }

    private static boolean saysNoMore(Client wish) {
        return wish.user().isEmpty()
                && wish.roles().length == 0
                && wish.transport().equals(Client.Literal.DEFAULT.transport());
    }

    private InMemoryClient make(Client wish, String place) {
        if (!TRANSPORTS.contains(wish.transport())) {
            throw new ExtensionConfigurationException("no transport is called \"" + wish.transport() + "\"; there are "
                    + TRANSPORTS.stream().sorted().collect(joining(", ")));
        }
        if (wish.user().isEmpty() && wish.roles().length > 0) {
            throw new ExtensionConfigurationException("the client " + place + " has roles and no user: name one");
        }
        Browser browser = new Browser();
        if (!wish.user().isEmpty()) {
            browser.user(wish.user(), wish.roles());
        }
        InMemoryClient client = server.client(wish.transport(), browser);
        places.put(client, place);
        return client;
    }

    /** A line for each client of the server, those that the test made itself included. */
    String report() {
        return server.clients().stream()
                .map(client -> places.getOrDefault(client, "another") + ": " + client)
                .collect(joining("\n"));
    }
}
