package org.bayeux.server.ext;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Adds the field {@code timestamp} to every message that leaves, a broadcast being stamped once for all who receive it.
 *
 * <p>Stateless. Source: manual 10.8; the usual form is the one of the Bayeux specification, as in
 * {@code 2026-01-31T12:00:00.250}, in UTC.
 */
public final class TimestampExtension implements BayeuxServer.Extension {

    private static final String BAYEUX_FORMAT = "uuuu-MM-dd'T'HH:mm:ss.SSS";

    private final InstantSource time;
    private final DateTimeFormatter format;

    /** Stamps as the Bayeux specification says. */
    public TimestampExtension() {
        this(BAYEUX_FORMAT);
    }

    /**
     * Stamps in another form, in UTC.
     *
     * @param format a pattern of {@link DateTimeFormatter}
     * @throws IllegalArgumentException if the pattern is illegal
     */
    public TimestampExtension(String format) {
        this(InstantSource.system(), format, ZoneOffset.UTC);
    }

    /**
     * Stamps in another form and time zone.
     *
     * @param format a pattern of {@link DateTimeFormatter}
     * @throws IllegalArgumentException if the pattern is illegal
     */
    public TimestampExtension(String format, TimeZone zone) {
        this(InstantSource.system(), format, zone.toZoneId());
    }

    TimestampExtension(InstantSource time, String format, ZoneId zone) {
        this.time = time;
        this.format = DateTimeFormatter.ofPattern(format, Locale.ENGLISH).withZone(zone);
    }

    @Override
    public boolean send(@Nullable ServerSession from, @Nullable ServerSession to, ServerMessage.Mutable message) {
        stamp(message);
        return true;
    }

    @Override
    public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
        stamp(message);
        return true;
    }

    private void stamp(ServerMessage.Mutable message) {
        message.put(Message.TIMESTAMP_FIELD, format.format(time.instant()));
    }
}
