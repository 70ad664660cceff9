package org.bayeux.cdi.discovery;

import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bayeux.api.ChannelId;
import org.bayeux.cdi.config.Settings;
import org.bayeux.cdi.lifecycle.InstallableBeans;

/** Looks at an application as a whole, and refuses it if something is wrong. Confined to the deployment. */
final class Checks {

    private final AfterDeploymentValidation event;

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

    void targets(DiscoveredServices services) {
        for (String target : services.ambiguousTargets()) {
            refuse(CdiRule.TARGET_ONCE, "remote calls are answered on " + target);
        }
    }

    /** The beans to be installed; none if there are too many of a kind. */
    InstallableBeans installable(DiscoveredBeans beans, BeanManager manager) {
        try {
            InstallableBeans found = InstallableBeans.among(beans.inOrder(), manager);
            found.authorizers().forEach(this::authorizer);
            return found;
        } catch (AmbiguousResolutionException e) {
            refuse(CdiRule.ONE_BEAN, "there are several beans of which a server takes one: " + e.getMessage());
            return new InstallableBeans(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
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

    private static boolean isLegal(String channel) {
        try {
            return !new ChannelId(channel).isTemplate();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(CdiRule rule, String what) {
        event.addDeploymentProblem(new DeploymentException(rule.brokenBy(what)));
    }
}
