package org.bayeux.testkit.junit.examples;

/** A class without an annotation that would make it a bean. */
public class NoBean {}
