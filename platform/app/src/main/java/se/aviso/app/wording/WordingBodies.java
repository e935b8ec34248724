package se.aviso.app.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;
import se.aviso.wording.WordingField;

/** The JSON of wordings. */
public final class WordingBodies {
    private static final Comparator<Wording.Place> ORDER = Comparator.comparing(Wording.Place::kind)
            .thenComparing(Wording.Place::level)
            .thenComparing(Wording.Place::language)
            .thenComparing(Wording.Place::field);

    private WordingBodies() {}

    /**
     * What a group says itself on a kind of document in a language, and in the message that carries it; what is absent
     * or empty is inherited.
     *
     * @param level of a reminder; absent where the texts are for all levels
     */
    public record TextsBody(
            PaperKind kind,
            Optional<Integer> level,
            PaperLanguage language,
            Optional<String> heading,
            Optional<String> lead,
            Optional<String> foot,
            Optional<String> mailSubject,
            Optional<String> mailLead,
            Optional<String> mailClosing,
            Optional<String> smsLead) {
        /** The texts for a level of a kind in a language, by field. */
        public static TextsBody of(
                PaperKind kind, int level, PaperLanguage language, Function<WordingField, Optional<String>> text) {
            return new TextsBody(
                    kind,
                    told(level),
                    language,
                    text.apply(WordingField.HEADING),
                    text.apply(WordingField.LEAD),
                    text.apply(WordingField.FOOT),
                    text.apply(WordingField.MAIL_SUBJECT),
                    text.apply(WordingField.MAIL_LEAD),
                    text.apply(WordingField.MAIL_CLOSING),
                    text.apply(WordingField.SMS_LEAD));
        }

        /**
         * The texts as they are kept.
         *
         * @throws RuleViolation which names every text that cannot be printed or has no room
         */
        public Map<Wording.Place, String> read() {
            return WordingBodies.read(List.of(this), at -> "");
        }

        private Optional<String> text(WordingField field) {
            return switch (field) {
                case HEADING -> heading;
                case LEAD -> lead;
                case FOOT -> foot;
                case MAIL_SUBJECT -> mailSubject;
                case MAIL_LEAD -> mailLead;
                case MAIL_CLOSING -> mailClosing;
                case SMS_LEAD -> smsLead;
            };
        }

        private Wording.Place place(WordingField field) {
            return new Wording.Place(kind, level.orElse(Wording.ALL_LEVELS), language, field);
        }

        private Optional<Fault> levelFault(String pointer) {
            return level.filter(told -> told < 1 || !Wording.has(kind, told))
                    .map(none -> new Fault("wording-level", pointer + "/level", Map.of("level", none.toString())));
        }
    }

    /** All that a group says itself. */
    public record WordingBody(List<TextsBody> texts) {
        /**
         * The texts as they are kept.
         *
         * @throws RuleViolation which names every text that cannot be printed or has no room
         */
        Map<Wording.Place, String> read() {
            return WordingBodies.read(texts, at -> "/texts/" + at);
        }
    }

    private static Map<Wording.Place, String> read(List<TextsBody> texts, IntFunction<String> pointer) {
        var read = new HashMap<Wording.Place, String>();
        var faults = new ArrayList<Fault>();
        for (var at = 0; at < texts.size(); at++) {
            var level = texts.get(at).levelFault(pointer.apply(at));
            level.ifPresent(faults::add);
            if (level.isEmpty()) {
                faults.addAll(read(texts.get(at), pointer.apply(at), read));
            }
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return read;
    }

    private static List<Fault> read(TextsBody texts, String pointer, Map<Wording.Place, String> into) {
        var faults = new ArrayList<Fault>();
        for (var field : WordingField.values()) {
            var there = pointer + "/" + name(field);
            var written = texts.text(field).orElse("");
            var text = field.normalised(written);
            field.fault(written, there).ifPresent(faults::add);
            if (!text.isEmpty() && !texts.kind().fields().contains(field)) {
                faults.add(new Fault("wording-unsent", there, Map.of()));
            } else if (!text.isEmpty() && into.putIfAbsent(texts.place(field), text) != null) {
                faults.add(new Fault("wording-twice", there, Map.of()));
            }
        }
        return faults;
    }

    private static Optional<Integer> told(int level) {
        return Optional.of(level).filter(one -> one != Wording.ALL_LEVELS);
    }

    /** A text that holds, and the group that has set it. */
    record HoldingBody(
            PaperKind kind, Optional<Integer> level, PaperLanguage language, String field, String text, UUID groupId) {}

    /** A group's wording: its own, and what holds with what it inherits. */
    record SeenBody(long version, List<TextsBody> texts, List<HoldingBody> holding) {
        static SeenBody of(SetWording.Seen seen) {
            var holding = seen.whole().texts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(ORDER))
                    .map(each -> new HoldingBody(
                            each.getKey().kind(),
                            told(each.getKey().level()),
                            each.getKey().language(),
                            name(each.getKey().field()),
                            each.getValue().text(),
                            each.getValue().group().value()))
                    .toList();
            return new SeenBody(seen.version(), WordingBodies.texts(seen.own()), holding);
        }
    }

    /** A version that was in force once. */
    record VersionBody(UUID id, int version, List<TextsBody> texts) {
        static VersionBody of(WordingStore.Numbered numbered) {
            return new VersionBody(
                    numbered.own().version(),
                    numbered.ordinal(),
                    WordingBodies.texts(numbered.own().texts()));
        }
    }

    /** The texts of a group, by document, level and language. */
    public static List<TextsBody> texts(Map<Wording.Place, String> own) {
        return own.keySet().stream()
                .map(place -> new Wording.Place(place.kind(), place.level(), place.language(), WordingField.HEADING))
                .distinct()
                .sorted(ORDER)
                .map(on -> TextsBody.of(on.kind(), on.level(), on.language(), field -> text(own, on, field)))
                .toList();
    }

    private static Optional<String> text(Map<Wording.Place, String> own, Wording.Place on, WordingField field) {
        return own.entrySet().stream()
                .filter(each -> each.getKey().isOn(on.kind(), on.level(), on.language()))
                .filter(each -> each.getKey().field() == field)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What a text is called in JSON. */
    public static String name(WordingField field) {
        return switch (field) {
            case HEADING -> "heading";
            case LEAD -> "lead";
            case FOOT -> "foot";
            case MAIL_SUBJECT -> "mailSubject";
            case MAIL_LEAD -> "mailLead";
            case MAIL_CLOSING -> "mailClosing";
            case SMS_LEAD -> "smsLead";
        };
    }
}
