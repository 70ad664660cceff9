package org.bayeux.oort.examples;

/** What is shared of a user, of the guide. */
public record UserInfo(String name) {}
