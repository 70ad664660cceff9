package org.bayeux.testkit.junit;

/** Goes with the failure of a test, to show what its clients had received and nobody had taken. Without a stack trace. */
final class Leftovers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Leftovers(String clients, int timers) {
        super(
                "when the test failed, " + timers + " timers were waiting and the clients were\n" + clients,
                null,
                false,
                false);
    }
}
