package org.bayeux.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on which channel goes out what an injected {@link ChannelPublisher} publishes, or an injected
 * {@code jakarta.enterprise.event.Event} fires.
 *
 * <pre>{@code
 * @Inject
 * @ToChannel("/news")
 * Event<Headline> news;
 * }</pre>
 *
 * <p>A fired event is published before {@code fire} returns, whatever becomes of a transaction, and before
 * {@code fireAsync} completes. What fails is thrown to whoever fired it, wrapped as the
 * container does; what listeners refuse goes to nobody.
 */
@Qualifier
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ToChannel {

    /** Name of the channel; for a {@link ChannelPublisher} it may be a template such as {@code /prices/{symbol}}. */
    @Nonbinding
    String value();

    /** The qualifier for channels that are known at run time only: {@code event.select(ToChannel.Literal.of(name))}. */
    final class Literal extends AnnotationLiteral<ToChannel> implements ToChannel {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The qualifier with this channel, which is checked when something is fired. */
        public static Literal of(String channel) {
            return new Literal(channel);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
