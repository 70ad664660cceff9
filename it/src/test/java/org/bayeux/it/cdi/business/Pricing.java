package org.bayeux.it.cdi.business;

/** What a decorator can stand before. */
public interface Pricing {

    /** The price of so many. */
    int price(int count);
}
