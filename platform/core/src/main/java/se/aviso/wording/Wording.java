package se.aviso.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.kernel.GroupId;

/**
 * What stands on a group's documents in words of its own or its ancestors', each text with the group that set it. A
 * text that nobody on the way up has set is the one that ships with the product.
 */
public record Wording(Map<Place, Origin> texts) {
    public Wording {
        texts = Map.copyOf(texts);
    }

    /** Where a text stands: on which kind of document, in which language, and where on it. */
    public record Place(PaperKind kind, PaperLanguage language, WordingField field) {}

    /** A text and the group that it is from. */
    public record Origin(String text, GroupId group) {}

    /** What one group has set, in one version; a blank text is none, and so never hides an ancestor's. */
    public record Own(UUID version, GroupId group, Map<Place, String> texts) {
        public Own {
            texts = texts.entrySet().stream()
                    .filter(text -> !text.getValue().isBlank())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** The texts of one document; one that is empty is the product's own. */
    public record Words(String heading, String lead, String foot) {
        /** Nothing of one's own. */
        public static final Words NONE = new Words("", "", "");
    }

    /**
     * The wording of the last group of the chain: of each text the nearest.
     *
     * @param chain from the root of the tree down to the group itself; those who have set nothing may be left out
     */
    public static Wording inherited(List<Own> chain) {
        var texts = new HashMap<Place, Origin>();
        for (var own : chain) {
            own.texts().forEach((place, text) -> texts.put(place, new Origin(text, own.group())));
        }
        return new Wording(texts);
    }

    /** What stands on a kind of document in a language. */
    public Words on(PaperKind kind, PaperLanguage language) {
        return new Words(
                text(new Place(kind, language, WordingField.HEADING)),
                text(new Place(kind, language, WordingField.LEAD)),
                text(new Place(kind, language, WordingField.FOOT)));
    }

    private String text(Place place) {
        return Optional.ofNullable(texts.get(place)).map(Origin::text).orElse("");
    }
}
