package org.bayeux.cdi.discovery;

import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bayeux.api.ChannelId;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.lifecycle.CdiLog;
import org.bayeux.cdi.lifecycle.InstallableBeans;
import org.bayeux.cdi.lifecycle.ServiceBean;

/** Looks at an application as a whole, and refuses it if something is wrong. Confined to the deployment. */
final class Checks {

    private final AfterDeploymentValidation event;
    private final Set<String> told = new HashSet<>();

    Checks(AfterDeploymentValidation event) {
        this.event = event;
    }

    /** Those of the web application are not known yet; its start checks them. */
    void options() {
        try {
            Settings.read(Map.of());
        } catch (IllegalArgumentException e) {
            refuse(CdiRule.OPTIONS_LEGAL, String.valueOf(e.getMessage()));
        }
    }

    void targets(List<ServiceBean> services) {
        for (String target : DiscoveredServices.ambiguousTargets(services)) {
            refuse(CdiRule.TARGET_ONCE, "remote calls are answered on " + target);
        }
    }

    void configurations(List<ServiceBean> services) {
        for (String twice : DiscoveredServices.configuredTwice(services)) {
            refuse(CdiRule.CONFIGURED_ONCE, twice);
        }
    }

    /** There must not be too many of a kind. */
    void installable(List<Bean<?>> beans, BeanManager manager) {
        try {
            InstallableBeans.among(beans, manager).authorizers().forEach(this::authorizer);
            beans.stream().filter(InstallableBeans::isUnplaced).forEach(this::unplaced);
        } catch (AmbiguousResolutionException e) {
            refuse(CdiRule.ONE_BEAN, "there are several beans of which a server takes one: " + e.getMessage());
        }
    }

    private void authorizer(Bean<?> authorizer) {
        for (String channel : InstallableBeans.channelsOf(authorizer)) {
            if (!isLegal(channel)) {
                refuse(
                        CdiRule.AUTHORIZED_CHANNEL_REAL,
                        authorizer.getBeanClass().getName() + ": an authorizer cannot be added to '" + channel + "'");
            }
        }
    }

    private void unplaced(Bean<?> authorizer) {
        String name = authorizer.getBeanClass().getName();
        if (told.add(name)) {
            CdiLog.unplacedAuthorizer(name);
        }
    }

    private static boolean isLegal(String channel) {
        try {
            return !new ChannelId(channel).isTemplate();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(CdiRule rule, String what) {
        // Once, although several web applications may see the same mistake.
        if (told.add(what)) {
            event.addDeploymentProblem(new DeploymentException(rule.brokenBy(what)));
        }
    }
}
