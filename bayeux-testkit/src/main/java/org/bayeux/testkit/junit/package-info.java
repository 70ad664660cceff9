/**
 * Tests of the Bayeux services of an application with JUnit: CDI and a server in memory for each test.
 *
 * <p>Read {@link org.bayeux.testkit.junit.BayeuxTest} first. Depends on {@code org.bayeux.testkit}, on what embeds a server
 * into CDI, and on JUnit.
 */
@NullMarked
package org.bayeux.testkit.junit;

import org.jspecify.annotations.NullMarked;
