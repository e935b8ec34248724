package se.aviso.it;

import java.util.List;
import java.util.Map;

/** Membership types of which a plugin says the price; the list's is 100 kronor. */
final class PluginPriced {
    private PluginPriced() {}

    /** Adds one under that slug. */
    static void add(Client office, String slug, String pricedBy) {
        add(office, slug, pricedBy, "100.00");
    }

    /** Adds one under that slug, with that price of the list. */
    static void add(Client office, String slug, String pricedBy, String amount) {
        var price = NewType.price("OWN", amount);
        NewType.add(office, NewType.of(slug, List.of(price), Map.of("pricedBy", pricedBy)));
    }

    /** Turns that plugin on for all of the tenant, with the settings that it has by itself. */
    static void turnOn(Client office, String plugin) {
        office.send(
                        "PUT",
                        "plugin-choices/" + plugin,
                        Client.bytes(Map.of("turnedOn", true, "settings", Map.of())),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"0\"")
                .expect(200);
    }
}
