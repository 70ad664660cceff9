package org.bayeux.cdi.observe;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the template whose message a thread shows to an observer, for what is injected into that.
 *
 * <p>Thread-safe; each thread sees its own. Nothing stays behind on threads of the container.
 */
public final class TemplateParameters {

    /** One per application: several may run on one class loader. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Map<String, String>> shown = new ThreadLocal<>();

    /** Made once per application. */
    public TemplateParameters() {}

    /**
     * The value of a parameter.
     *
     * @throws IllegalStateException if the calling thread shows no message whose template has it
     */
    public String get(String name) {
        Map<String, String> parameters = shown.get();
        String value = parameters == null ? null : parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("@Param(\"" + name + "\") is for methods that observe a ChannelMessage");
        }
        return value;
    }

    /** Calls an observer, while these are the parameters. */
    boolean during(Map<String, String> parameters, BooleanSupplier call) {
        if (parameters.isEmpty()) {
            return call.getAsBoolean();
        }
        Map<String, String> before = shown.get();
        shown.set(parameters);
        try {
            return call.getAsBoolean();
        } finally {
            if (before == null) {
                shown.remove();
            } else {
                shown.set(before);
            }
        }
    }
}
