package org.bayeux.server.service;

/**
 * A mistake in the annotations of a service, told so that its author can mend it.
 *
 * <p>Immutable.
 *
 * @param code identifies the rule, such as {@code BYX-1501}; listed in {@code docs/message-codes.md}
 * @param type the service's class
 * @param member the offending method or field as in source code, or the class itself
 * @param rule what is wrong
 * @param fix what to do about it
 */
public record ServiceProblem(String code, Class<?> type, String member, String rule, String fix) {

    /** The problem in one line. */
    @Override
    public String toString() {
        return code + ": " + member + ": " + rule + "; " + fix;
    }
}
