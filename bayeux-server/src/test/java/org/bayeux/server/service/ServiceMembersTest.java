package org.bayeux.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.bayeux.server.service.samples.PublicDoor;
import org.junit.jupiter.api.Test;

class ServiceMembersTest {

    @Test
    void overriddenMethodsCountOnceAndAsTheOverridingOne() {
        List<Method> methods = methods(Child.class, "overridden");

        assertThat(methods).extracting(Method::getDeclaringClass).containsExactly(Child.class);
    }

    @Test
    void inheritedMethodsCountOnce() {
        List<Method> methods = methods(Child.class, "inherited");

        assertThat(methods).extracting(Method::getDeclaringClass).containsExactly(Parent.class);
    }

    @Test
    void privateMethodsOverrideNothing() {
        List<Method> methods = methods(Child.class, "hidden");

        assertThat(methods).extracting(Method::getDeclaringClass).containsExactly(Child.class, Parent.class);
    }

    @Test
    void defaultMethodsOfInterfacesCountUnlessOverridden() {
        assertThat(methods(Child.class, "offered"))
                .extracting(Method::getDeclaringClass)
                .containsExactly(Offering.class);
        assertThat(methods(Child.class, "replaced"))
                .extracting(Method::getDeclaringClass)
                .containsExactly(Child.class);
    }

    @Test
    void methodsOverriddenWithAMorePreciseParameterCountOnce() {
        List<Method> methods = methods(Child.class, "generic");

        assertThat(methods).extracting(Method::getDeclaringClass).containsExactly(Child.class);
        assertThat(methods.get(0).getParameterTypes()).containsExactly(String.class);
    }

    @Test
    void methodsOfSuperclassesThatAreNotPublicAreFoundBehindTheirBridge() {
        List<Method> methods = methods(PublicDoor.class, "open");

        assertThat(methods).hasSize(1).noneMatch(Method::isBridge);
    }

    @Test
    void fieldsOfSuperclassesCountToo() {
        assertThat(ServiceMembers.of(Child.class).fields()).extracting("name").containsExactly("own", "inheritedField");
    }

    private static List<Method> methods(Class<?> type, String name) {
        return ServiceMembers.of(type).methods().stream()
                .filter(method -> method.getName().equals(name))
                .toList();
    }

    interface Offering {

        default void offered() {}

        default void replaced() {}
    }

    static class Parent<T> {

        String inheritedField = "";

        public void inherited() {}

        public void overridden() {}

        private void hidden() {}

        public void generic(T value) {}
    }

    static class Child extends Parent<String> implements Offering {

        String own = "";

        @Override
        public void overridden() {}

        private void hidden() {}

        @Override
        public void replaced() {}

        @Override
        public void generic(String value) {}
    }
}
