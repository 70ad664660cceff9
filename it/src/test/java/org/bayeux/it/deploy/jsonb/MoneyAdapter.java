package org.bayeux.it.deploy.jsonb;

import jakarta.json.bind.adapter.JsonbAdapter;

/** Writes money as text. */
public class MoneyAdapter implements JsonbAdapter<Money, String> {

    @Override
    public String adaptToJson(Money money) {
        return money.cents() + " ct";
    }

    @Override
    public Money adaptFromJson(String text) {
        return new Money(Long.parseLong(text.replace(" ct", "")));
    }
}
