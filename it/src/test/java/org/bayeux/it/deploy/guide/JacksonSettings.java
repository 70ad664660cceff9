package org.bayeux.it.deploy.guide;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.bayeux.it.deploy.jackson.MoneyModule;
import org.bayeux.jackson.JacksonJsonContext;
import org.bayeux.wire.JsonContext;

/** A bean that makes Jackson what it should be. */
public class JacksonSettings {

    @Produces
    @ApplicationScoped
    public JsonContext json() {
        return new JacksonJsonContext(
                JsonMapper.builder().addModule(new MoneyModule()).build());
    }
}
