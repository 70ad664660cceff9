package org.bayeux.benchmark.load;

/** Says who sends the next batch, and to which rooms. Confined to one thread. */
interface Schedule {

    /** The next one, which is to be sent then. */
    Batch next(long planned);
}
