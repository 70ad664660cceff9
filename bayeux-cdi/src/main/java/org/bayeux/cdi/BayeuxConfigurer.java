package org.bayeux.cdi;

import java.util.Map;

/**
 * A bean that sets options in code. Beans of this type are called once, before the server begins, in the order of
 * {@code @Priority}; what they set wins over all other places.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class ShortTimes implements BayeuxConfigurer {
 *
 *     @Override
 *     public void configure(Map<String, String> options) {
 *         options.put("timeout", "10000");
 *     }
 * }
 * }</pre>
 *
 * <p>An unknown name or an illegal value fails the deployment. The path of the server is needed before there are beans, so
 * it cannot be set here. Source: takes the place of the manual's configuration servlet (9.3.3.19).
 */
@FunctionalInterface
public interface BayeuxConfigurer {

    /**
     * Changes options.
     *
     * @param options by their names without the prefix {@code bayeux.}; those that are not set are absent
     */
    void configure(Map<String, String> options);
}
