package se.aviso.accounting.enterprise;

import se.aviso.spi.accounting.PostedPart.Origin;

/** What stands for {@code {group}}, {@code {type}} and {@code {product}} in what a rule writes. */
record Words(Origin origin) {
    String in(String text) {
        var groups = origin.groups();
        return text.replace("{group}", groups.isEmpty() ? "" : groups.get(groups.size() - 1))
                .replace("{type}", origin.membershipType())
                .replace("{product}", origin.product());
    }
}
