package org.bayeux.benchmark.load;

/** Takes lines that tell how far a run is; may leave out as many as it likes. */
@FunctionalInterface
public interface Progress {

    /** One line. */
    void tell(String line);
}
