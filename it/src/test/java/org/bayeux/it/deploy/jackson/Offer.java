package org.bayeux.it.deploy.jackson;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** Something for sale. */
public record Offer(@JsonProperty("what") String label, Money price, LocalDate until) {}
