package org.bayeux.testkit.junit;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Fills the fields of tests with {@code @Inject} as CDI fills those of beans. Immutable. */
record TestFields(BeanManager beans) {

    void fill(Object test) {
        fill(test, test.getClass());
    }

    @SuppressWarnings("unchecked") // the class is that of the object
    private <T> void fill(T test, Class<?> type) {
        AnnotatedType<T> annotated = beans.createAnnotatedType((Class<T>) type);
        CreationalContext<T> context = beans.createCreationalContext(null);
        try {
            beans.getInjectionTargetFactory(annotated)
                    .createInjectionTarget(null)
                    .inject(test, context);
        } catch (RuntimeException e) {
            if (e instanceof ExtensionConfigurationException told) {
                throw told;
            }
            throw new ExtensionConfigurationException(
                    "the fields of " + type.getName() + " cannot be injected; does @BayeuxTest name all classes that"
                            + " they need? " + e.getMessage(),
                    e);
        }
    }
}
