package org.bayeux.testkit.junit;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.ManualClock;
import org.jspecify.annotations.Nullable;

/** A parameter of a method of a test. Immutable. */
record TestParameter(Parameter parameter) {

    private static final Set<Class<?>> OF_THE_KIT =
            Set.of(BayeuxServer.class, InMemoryClient.class, InMemoryServer.class, ManualClock.class);

    /** Whether nobody but the testkit can mean it. */
    boolean isOfTheKit() {
        return OF_THE_KIT.contains(parameter.getType());
    }

    /** Whether it is a bean of the application; what Java or JUnit call by such a type is left to others. */
    boolean isBean(BeanManager beans) {
        return !parameter.getType().isPrimitive()
                && !parameter.getType().getName().startsWith("java.")
                && !found(beans).isEmpty();
    }

    @Nullable
    Object value(TestApplication application) {
        if (parameter.getType() == InMemoryClient.class) {
            Client wish = parameter.getAnnotation(Client.class);
            return application.clients().get(wish == null ? Client.Literal.DEFAULT : wish, parameter.getName());
        }
        BeanManager beans = application.beans();
        Bean<?> bean = beans.resolve(found(beans));
        return beans.getReference(bean, type(), beans.createCreationalContext(bean));
    }

    private Set<Bean<?>> found(BeanManager beans) {
        Annotation[] qualifiers = Arrays.stream(parameter.getAnnotations())
                .filter(annotation -> beans.isQualifier(annotation.annotationType()))
                .toArray(Annotation[]::new);
        return beans.getBeans(type(), qualifiers);
    }

    private Type type() {
        return parameter.getParameterizedType();
    }
}
