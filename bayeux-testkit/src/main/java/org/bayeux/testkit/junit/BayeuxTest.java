package org.bayeux.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class with an application in memory: its beans in CDI, its Bayeux server, and a clock that only the
 * test turns. There is neither network nor container, and all happens on the thread of the test.
 *
 * <p>Each test method has an application of its own. With {@code @TestInstance(PER_CLASS)} all methods of the class share
 * one, from before its {@code @BeforeAll} until after its {@code @AfterAll}. Nested classes have what the class around them
 * has, unless they are annotated themselves.
 *
 * <p>Into fields with {@code @Inject} and parameters of methods come {@link org.bayeux.testkit.InMemoryClient}s (see
 * {@link Client}), the {@link org.bayeux.testkit.ManualClock}, the {@link org.bayeux.testkit.InMemoryServer}, the
 * {@link org.bayeux.api.server.BayeuxServer} and beans of the application.
 *
 * <p>To the failure of a test is added, as a suppressed exception, what its clients had received and the test had not taken.
 *
 * <pre>{@code
 * @BayeuxTest(classes = Greeter.class, config = "maxQueue=10")
 * class GreeterTest {
 *
 *     @Test
 *     void greets(InMemoryClient ada) {
 *         ada.joins().sends("{'channel':'/service/greet','clientId':'$id','id':'1','data':'Ada'}");
 *
 *         ada.awaits("{'channel':'/service/greet','data':'Hello, Ada'}");
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(BayeuxTestExtension.class)
public @interface BayeuxTest {

    /** Classes of the application. Each is a bean, whether it is annotated or not. */
    Class<?>[] classes() default {};

    /**
     * One class of each package of the application that is taken as a whole, with the packages below it: beans are those
     * classes that have an annotation which makes them beans, as in a container by default. What lies elsewhere under the
     * same name, such as tests beside the classes they test, is not taken.
     */
    Class<?>[] packages() default {};

    /**
     * Options of the server, each as {@code name=value} without the prefix {@code bayeux.}. None is read from system
     * properties or the environment, so that a test means the same everywhere; a
     * {@link org.bayeux.cdi.BayeuxConfigurer} of the application is asked.
     */
    String[] config() default {};
}
