package org.bayeux.oort.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import org.bayeux.oort.Oort;
import org.bayeux.oort.event.MemberJoined;
import org.bayeux.oort.event.MemberLeft;
import org.bayeux.oort.event.MessagesMissed;

/** Lets CDI observers hear of nodes. Immutable. */
record FiredEvents(BeanManager manager) implements Oort.CometListener {

    @Override
    public void cometJoined(Event event) {
        fire(MemberJoined.class, new MemberJoined(event.getCometURL()));
    }

    @Override
    public void cometLeft(Event event) {
        fire(MemberLeft.class, new MemberLeft(event.getCometURL()));
    }

    @Override
    public void messagesMissed(Event event) {
        fire(MessagesMissed.class, new MessagesMissed(event.getCometURL()));
    }

    private <T> void fire(Class<T> type, T payload) {
        var event = manager.getEvent().select(type);
        var unused = event.fireAsync(payload);
        event.fire(payload);
    }
}
