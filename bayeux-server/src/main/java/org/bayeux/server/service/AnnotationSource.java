package org.bayeux.server.service;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/**
 * Tells the annotations of classes, fields, methods and parameters.
 *
 * <p>Plain Java asks the elements themselves; a container may add and remove annotations without touching the class.
 */
public interface AnnotationSource {

    /** The annotation of this kind on an element, or {@code null} if it carries none. */
    <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> kind);

    /** The annotations as they were compiled. */
    static AnnotationSource compiled() {
        return new AnnotationSource() {
            @Override
            public <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> kind) {
                return element.getAnnotation(kind);
            }
        };
    }
}
