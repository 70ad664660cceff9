package org.bayeux.it.deploy.contexts;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;

/** Tells how its transactions end. */
@ApplicationScoped
public class Ledger {

    @Resource
    private TransactionSynchronizationRegistry transactions;

    /** Runs in a transaction, which ends with the method. */
    @Transactional
    public void write(boolean failing, Consumer<String> told) {
        transactions.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                told.accept(
                        status == Status.STATUS_COMMITTED
                                ? "committed"
                                : status == Status.STATUS_ROLLEDBACK ? "rolled back" : "status " + status);
            }
        });
        if (failing) {
            throw new IllegalStateException("The transaction is to be rolled back");
        }
    }
}
