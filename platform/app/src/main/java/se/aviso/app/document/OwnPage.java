package se.aviso.app.document;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A page that a tenant has drawn itself, in one version, with all parts that shipped pages lent it put in: so a later
 * release does not change it.
 *
 * @param version none while it is only tried; what is tried is never kept ready
 * @param look the shipped look that it begins with: its measures hold where pages break
 * @param pages HTML by the name of the shipped page in whose place it stands
 * @param sheet the whole style sheet; the seller's colour is put in when it is used
 */
public record OwnPage(Optional<UUID> version, DocumentData.Look look, Map<String, String> pages, String sheet) {
    public OwnPage {
        pages = Map.copyOf(pages);
    }

    String page(String name) {
        return Objects.requireNonNull(pages.get(name), name);
    }
}
