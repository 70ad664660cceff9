package org.bayeux.oort.cdi;

/** Says which rule an injection point breaks. Immutable. */
final class IllegalShareException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final SharedRule rule;
    private final String what;

    IllegalShareException(SharedRule rule, String what) {
        super(rule.brokenBy(what));
        this.rule = rule;
        this.what = what;
    }

    /** The same in one line, with the place where it is broken. */
    String at(String place) {
        return rule.brokenBy(place + ": " + what);
    }
}
