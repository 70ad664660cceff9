package org.bayeux.it.server;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps the server and its application in the root store, which JUnit closes at the end of the run. */
final class SharedServer implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(SharedServer.class);
    private static final Path WORK = Path.of("target", "it");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestServer.class || type == TestApplication.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestServer server = server(context);
        return parameter.getParameter().getType() == TestServer.class ? server : application(server, context);
    }

    private static TestServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(
                        TestServer.class, key -> ServerKind.chosen().start(WORK), TestServer.class);
    }

    private static TestApplication application(TestServer server, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(
                        TestApplication.class,
                        key -> {
                            String name = "app";
                            server.deploy(name, Archive.war(WORK, name, List.of("org.bayeux.it.app")));
                            return new TestApplication(server, name);
                        },
                        TestApplication.class);
    }
}
