/**
 * Shows a Bayeux server to MicroProfile Health, Micrometer and OpenTelemetry, each where its classes are.
 *
 * <p>Read {@link org.bayeux.observability.ObservabilityExtension} first. Depends on the SPI of the server; each class uses
 * one of the libraries at most.
 */
@NullMarked
package org.bayeux.observability;

import org.jspecify.annotations.NullMarked;
