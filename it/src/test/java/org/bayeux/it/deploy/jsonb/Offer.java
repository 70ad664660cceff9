package org.bayeux.it.deploy.jsonb;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.LocalDate;

/** Something for sale. */
public record Offer(@JsonbProperty("what") Label label, Money price, LocalDate until) {}
