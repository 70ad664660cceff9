package org.bayeux.cdi.discovery;

import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bayeux.annotation.Service;

/** Whether objects of a class can hide behind a proxy, as every normal scope demands (CDI 4.0, 3.10). Stateless. */
final class Proxyability {

    /** The scope for objects of which there is one, and no proxy. */
    static final Annotation SINGLETON = new SingletonLiteral();

    private Proxyability() {}

    /** Whether the class can be extended, with all its methods, and made without arguments. */
    static boolean isProxyable(Class<?> type) {
        return !Modifier.isFinal(type.getModifiers())
                && !hasFinalMethod(type)
                && Arrays.stream(type.getDeclaredConstructors()).anyMatch(Proxyability::needsNothing);
    }

    /** Whether a service says itself which scope it has, by an annotation or by another stereotype. */
    static boolean hasScope(AnnotatedType<?> service, BeanManager manager) {
        return service.getAnnotations().stream()
                .map(Annotation::annotationType)
                .anyMatch(kind -> manager.isScope(kind) || (kind != Service.class && manager.isStereotype(kind)));
    }

    /** A proxy could not stand before it. */
    private static boolean hasFinalMethod(Class<?> type) {
        Stream<Class<?>> lineage = Stream.<Class<?>>iterate(
                type, ancestor -> ancestor != null && ancestor != Object.class, Class::getSuperclass);
        return lineage.flatMap(ancestor -> Arrays.stream(ancestor.getDeclaredMethods()))
                .map(Method::getModifiers)
                .anyMatch(it -> Modifier.isFinal(it) && !Modifier.isPrivate(it) && !Modifier.isStatic(it));
    }

    private static boolean needsNothing(Constructor<?> constructor) {
        return constructor.getParameterCount() == 0 && !Modifier.isPrivate(constructor.getModifiers());
    }

    private static final class SingletonLiteral extends AnnotationLiteral<Singleton> implements Singleton {

        private static final long serialVersionUID = 1L;
    }
}
