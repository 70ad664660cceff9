package org.bayeux.testkit.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts and ends the applications of tests when JUnit says so. Stateless: JUnit keeps what runs. */
final class BayeuxTestExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(BayeuxTestExtension.class);

    BayeuxTestExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent()) {
            serve(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        serve(context);
    }

    /** Starts an application unless one of the class runs already, and fills the fields of what is tested with it. */
    private static void serve(ExtensionContext context) {
        BayeuxTest wanted = description(context.getRequiredTestClass());
        TestApplication application =
                running(context).filter(it -> it.is(wanted)).orElseGet(() -> start(wanted, context));
        context.getRequiredTestInstances().getAllInstances().forEach(application::inject);
    }

    private static TestApplication start(BayeuxTest wanted, ExtensionContext context) {
        TestApplication started = TestApplication.start(wanted);
        store(context).put(TestApplication.class, started);
        return started;
    }

    private static BayeuxTest description(Class<?> test) {
        for (Class<?> around = test; around != null; around = around.getEnclosingClass()) {
            Optional<BayeuxTest> found = AnnotationSupport.findAnnotation(around, BayeuxTest.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ExtensionConfigurationException(test.getName() + " is not annotated with @BayeuxTest");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException()
                .ifPresent(failure -> running(context).ifPresent(it -> failure.addSuppressed(it.leftovers())));
        close(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    private static void close(ExtensionContext context) {
        // Finds only what was started for this very context, not for one around it.
        TestApplication own = store(context).remove(TestApplication.class, TestApplication.class);
        if (own != null) {
            own.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        TestParameter wanted = new TestParameter(parameter.getParameter());
        return wanted.isOfTheKit()
                || running(context).filter(it -> wanted.isBean(it.beans())).isPresent();
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestApplication application = running(context)
                .orElseThrow(() -> new ParameterResolutionException("no server runs yet for "
                        + parameter.getDeclaringExecutable()
                        + ": it is started for each test method, after the constructor;"
                        + " use a parameter of the method or a field with @Inject, or @TestInstance(PER_CLASS)"));
        return new TestParameter(parameter.getParameter()).value(application);
    }

    private static Optional<TestApplication> running(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(TestApplication.class, TestApplication.class));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
