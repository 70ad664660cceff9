package org.bayeux.cdi.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that CDI did not look at is not passed over in silence. */
class UnmadeServicesTest {

    private static final Logger LOG = Logger.getLogger("org.bayeux.cdi");

    private final List<LogRecord> told = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(recorder);
        LOG.setUseParentHandlers(true);
    }

    @Service
    static class Called {}

    @Service
    static class Forgotten {}

    static class Descendant extends Forgotten {}

    @Service
    enum Constant {}

    @Service
    @Vetoed
    static class Refused {}

    @Service
    @Alternative
    static class NotChosen {}

    @Test
    void serviceThatIsNoBeanIsTold() {
        try (Deployment deployment = Deployment.of(Called.class)) {
            // A servlet container may add what inherits from a service, which is none by that.
            UnmadeServices.among(Set.of(Called.class, Forgotten.class, Descendant.class, Constant.class))
                    .tell(deployment.lifecycle());
        }

        assertThat(told).allMatch(entry -> entry.getMessage().startsWith("BYX-2009: "));
        assertThat(told)
                .map(entry -> entry.getParameters()[0])
                .containsExactly(Constant.class.getName(), Forgotten.class.getName());
    }

    @Test
    void classThatIsMeantToBeNoBeanIsNotTold() {
        try (Deployment deployment = Deployment.of(Called.class)) {
            UnmadeServices.among(Set.of(Refused.class, NotChosen.class)).tell(deployment.lifecycle());
            UnmadeServices.among(null).tell(deployment.lifecycle());
        }

        assertThat(told).isEmpty();
    }
}
