package org.bayeux.benchmark.load;

/** Told when measuring begins and ends, to measure other things at the same time. */
public interface Meter {

    /** One that measures nothing. */
    Meter NONE = new Meter() {
        @Override
        public void begin() {}

        @Override
        public void end() {}
    };

    /** All clients are there and warmed up; the first measured message is about to be sent. */
    void begin();

    /** The last message has arrived, or nothing does any more; the clients are still there. */
    void end();
}
