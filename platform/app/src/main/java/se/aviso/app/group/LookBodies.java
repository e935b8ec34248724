package se.aviso.app.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.group.BillingField;
import se.aviso.group.PaperLook;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.wording.PaperKind;

/** The JSON of looks. */
public final class LookBodies {
    private LookBodies() {}

    /**
     * What a group sets itself; what is absent or empty is inherited.
     *
     * @param kind of documents; absent where it is for all kinds
     * @param logo by the hash of its content
     */
    public record LookBody(
            Optional<PaperKind> kind,
            Optional<String> templateId,
            Optional<String> accent,
            Optional<String> logo,
            Optional<String> slip,
            Optional<String> qr) {
        /**
         * The values as they are kept.
         *
         * @throws RuleViolation which names every value that cannot be one
         */
        public Map<PaperLook.Place, String> read() {
            return LookBodies.read(List.of(this), "");
        }

        private Optional<String> text(BillingField part) {
            return switch (part) {
                case TEMPLATE -> templateId;
                case ACCENT -> accent;
                case LOGO -> logo;
                case SLIP -> slip;
                case QR -> qr;
                case NAME,
                        STREET,
                        POSTAL_CODE,
                        CITY,
                        ORGANISATION_NUMBER,
                        VAT_NUMBER,
                        BANKGIRO,
                        PLUSGIRO,
                        IBAN,
                        SWISH,
                        REPLY_TO -> Optional.empty();
            };
        }

        private static LookBody of(Optional<PaperKind> kind, Map<PaperLook.Place, String> own) {
            return new LookBody(
                    kind,
                    value(kind, BillingField.TEMPLATE, own),
                    value(kind, BillingField.ACCENT, own),
                    value(kind, BillingField.LOGO, own),
                    value(kind, BillingField.SLIP, own),
                    value(kind, BillingField.QR, own));
        }

        private static Optional<String> value(
                Optional<PaperKind> kind, BillingField part, Map<PaperLook.Place, String> own) {
            return Optional.ofNullable(own.get(new PaperLook.Place(kind, part)));
        }
    }

    /** All that a group sets itself. */
    public record LooksBody(List<LookBody> looks) {
        Map<PaperLook.Place, String> read() {
            return LookBodies.read(looks, "/looks/");
        }
    }

    /** A part that holds for a kind of documents, the group that has set it, and whether for all kinds. */
    record HoldingBody(PaperKind kind, String field, String value, UUID groupId, boolean forAllKinds) {}

    /** A group's look: its own, and what holds with what it inherits. */
    record SeenBody(long version, List<LookBody> looks, List<HoldingBody> holding) {
        static SeenBody of(SetLook.Seen seen) {
            var holding = new ArrayList<HoldingBody>();
            for (var kind : PaperKind.values()) {
                seen.look(kind).parts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(each -> holding.add(holding(kind, each.getKey(), each.getValue())));
            }
            return new SeenBody(seen.version(), LookBodies.looks(seen.own()), holding);
        }

        private static HoldingBody holding(PaperKind kind, BillingField part, PaperLook.Origin origin) {
            return new HoldingBody(
                    kind,
                    GroupBodies.jsonName(part),
                    origin.value(),
                    origin.group().value(),
                    origin.kind().isEmpty());
        }
    }

    /** A version that was in force once. */
    record VersionBody(UUID id, int version, List<LookBody> looks) {
        static VersionBody of(LookStore.Numbered numbered) {
            return new VersionBody(
                    numbered.own().version(),
                    numbered.ordinal(),
                    LookBodies.looks(numbered.own().values()));
        }
    }

    /** Those for all kinds first. */
    private static List<LookBody> looks(Map<PaperLook.Place, String> own) {
        return own.keySet().stream()
                .map(PaperLook.Place::kind)
                .distinct()
                .sorted(Comparator.comparing(
                        kind -> kind.map(PaperKind::ordinal).orElse(-1)))
                .map(kind -> LookBody.of(kind, own))
                .toList();
    }

    private static Map<PaperLook.Place, String> read(List<LookBody> looks, String pointer) {
        var read = new HashMap<PaperLook.Place, String>();
        var faults = new ArrayList<Fault>();
        for (var at = 0; at < looks.size(); at++) {
            var there = pointer.isEmpty() ? "" : pointer + at;
            for (var part : PaperLook.PARTS) {
                read(looks.get(at), part, there, read).ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(Fault::pointer));
            throw new RuleViolation(faults);
        }
        return read;
    }

    private static Optional<Fault> read(
            LookBody look, BillingField part, String there, Map<PaperLook.Place, String> into) {
        var text = look.text(part).filter(any -> !any.isBlank());
        var pointer = there + "/" + GroupBodies.jsonName(part);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var before = into.putIfAbsent(new PaperLook.Place(look.kind(), part), part.normalised(text.get()));
            return Optional.ofNullable(before).map(any -> new Fault("look-twice", pointer, Map.of()));
        } catch (IllegalArgumentException notAValue) {
            return Optional.of(new Fault(part.fault(), pointer, Map.of("value", text.get())));
        }
    }
}
