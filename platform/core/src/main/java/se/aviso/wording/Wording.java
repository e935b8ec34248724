package se.aviso.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.GroupId;

/**
 * What stands on a group's documents, and in the messages that carry them, in words of its own or its ancestors', each
 * text with the group that set it. A text that nobody on the way up has set is the one that ships with the product.
 *
 * <p>Reminders have texts for all levels and, where somebody has set them, for one level; the latter go before.
 */
public record Wording(Map<Place, Origin> texts) {
    public Wording {
        texts = Map.copyOf(texts);
    }

    /** What stands for all levels of a kind of document, and for kinds that have none. */
    public static final int ALL_LEVELS = 0;

    /**
     * Where a text stands: on which kind of document, in which language, and where on it.
     *
     * @param level of reminders the one that it is for, counted from 1; else {@link #ALL_LEVELS}
     */
    public record Place(PaperKind kind, int level, PaperLanguage language, WordingField field) {
        /** @throws IllegalArgumentException when the kind has no such level, or no such text */
        public Place {
            if (!has(kind, level) || !kind.fields().contains(field)) {
                throw new IllegalArgumentException(kind + " has no level " + level + " or no " + field);
            }
        }

        /** On all levels of the kind. */
        public Place(PaperKind kind, PaperLanguage language, WordingField field) {
            this(kind, ALL_LEVELS, language, field);
        }

        /** The same on all levels. */
        public Place onAllLevels() {
            return new Place(kind, language, field);
        }

        /** True when it is on that level of that kind, in that language. */
        public boolean isOn(PaperKind that, int ofLevel, PaperLanguage in) {
            return kind == that && level == ofLevel && language == in;
        }
    }

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

    /** The texts of the message that carries a document; one that is empty is the product's own, or none. */
    public record Mail(String subject, String lead, String closing, String smsLead) {
        /** Nothing of one's own. */
        public static final Mail NONE = new Mail("", "", "", "");
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

    /** True when texts can be told for that level of the kind: for all of them, or one that a policy can have. */
    public static boolean has(PaperKind kind, int level) {
        return level == ALL_LEVELS || (kind.hasLevels() && level > 0 && level <= DunningPolicy.MOST_LEVELS);
    }

    /**
     * The levels that a kind of document comes in and those that have texts, {@link #ALL_LEVELS} first; none where it
     * comes in none.
     *
     * @param most so many there are
     */
    public List<Integer> levels(PaperKind kind, int most) {
        var worded = texts.keySet().stream().filter(place -> place.kind() == kind);
        var highest = IntStream.concat(IntStream.of(most), worded.mapToInt(Place::level))
                .max()
                .orElse(most);
        return IntStream.rangeClosed(ALL_LEVELS, highest)
                .filter(level -> kind.hasLevels() && has(kind, level))
                .boxed()
                .toList();
    }

    /**
     * What stands on a kind of document in a language.
     *
     * @param level of a reminder; of other documents it makes no difference
     */
    public Words on(PaperKind kind, int level, PaperLanguage language) {
        return new Words(
                text(kind, level, language, WordingField.HEADING),
                text(kind, level, language, WordingField.LEAD),
                text(kind, level, language, WordingField.FOOT));
    }

    /**
     * What stands in the message that carries a kind of document in a language.
     *
     * @param level of a reminder; of other documents it makes no difference
     */
    public Mail mail(PaperKind kind, int level, PaperLanguage language) {
        return new Mail(
                text(kind, level, language, WordingField.MAIL_SUBJECT),
                text(kind, level, language, WordingField.MAIL_LEAD),
                text(kind, level, language, WordingField.MAIL_CLOSING),
                text(kind, level, language, WordingField.SMS_LEAD));
    }

    /** What stands at a place: the text for its level, whichever group set it, before the one for all levels. */
    public Optional<Origin> at(Place place) {
        return Optional.ofNullable(texts.get(place)).or(() -> Optional.ofNullable(texts.get(place.onAllLevels())));
    }

    private String text(PaperKind kind, int level, PaperLanguage language, WordingField field) {
        var told = has(kind, level) ? level : ALL_LEVELS;
        return at(new Place(kind, told, language, field)).map(Origin::text).orElse("");
    }
}
