package org.bayeux.it.cdi.business;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Makes all prices lower. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class Discount implements Pricing {

    @Inject
    @Delegate
    @Any
    private Pricing usual;

    @Override
    public int price(int count) {
        return usual.price(count) - 1;
    }
}
