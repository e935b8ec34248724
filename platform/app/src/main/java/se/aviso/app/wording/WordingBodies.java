package se.aviso.app.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
            .thenComparing(Wording.Place::language)
            .thenComparing(Wording.Place::field);

    private WordingBodies() {}

    /** What a group says itself on a kind of document in a language; what is absent or empty is inherited. */
    public record TextsBody(
            PaperKind kind,
            PaperLanguage language,
            Optional<String> heading,
            Optional<String> lead,
            Optional<String> foot) {
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
            };
        }

        private static TextsBody of(PaperKind kind, PaperLanguage language, Map<Wording.Place, String> own) {
            return new TextsBody(
                    kind,
                    language,
                    Optional.ofNullable(own.get(new Wording.Place(kind, language, WordingField.HEADING))),
                    Optional.ofNullable(own.get(new Wording.Place(kind, language, WordingField.LEAD))),
                    Optional.ofNullable(own.get(new Wording.Place(kind, language, WordingField.FOOT))));
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
            for (var field : WordingField.values()) {
                var there = pointer.apply(at) + "/" + name(field);
                var text = WordingField.normalised(texts.get(at).text(field).orElse(""));
                var place =
                        new Wording.Place(texts.get(at).kind(), texts.get(at).language(), field);
                field.fault(text, there).ifPresent(faults::add);
                if (!text.isEmpty() && read.putIfAbsent(place, text) != null) {
                    faults.add(new Fault("wording-twice", there, Map.of()));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return read;
    }

    /** A text that holds, and the group that has set it. */
    record HoldingBody(PaperKind kind, PaperLanguage language, String field, String text, UUID groupId) {}

    /** A group's wording: its own, and what holds with what it inherits. */
    record SeenBody(long version, List<TextsBody> texts, List<HoldingBody> holding) {
        static SeenBody of(SetWording.Seen seen) {
            var holding = seen.whole().texts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(ORDER))
                    .map(each -> new HoldingBody(
                            each.getKey().kind(),
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

    /** The texts of a group, by document and language. */
    public static List<TextsBody> texts(Map<Wording.Place, String> own) {
        var texts = new ArrayList<TextsBody>();
        for (var kind : PaperKind.values()) {
            for (var language : PaperLanguage.values()) {
                if (own.keySet().stream().anyMatch(place -> place.kind() == kind && place.language() == language)) {
                    texts.add(TextsBody.of(kind, language, own));
                }
            }
        }
        return texts;
    }

    private static String name(WordingField field) {
        return switch (field) {
            case HEADING -> "heading";
            case LEAD -> "lead";
            case FOOT -> "foot";
        };
    }
}
