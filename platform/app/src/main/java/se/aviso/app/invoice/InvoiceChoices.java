package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Texts;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;

/** What can be chosen where a condition is added to the list. */
@Named
@RequestScoped
public class InvoiceChoices {
    /** Those that the form has no field for, and therefore hands on. */
    private static final List<String> WITHOUT_FIELD = List.of("occasion", "groupId", "memberId", "payerId", "runId");

    private static final long USUAL_LEVELS = 2;
    private static final long MOST_LEVELS = 20;

    private static final List<String> STATUSES =
            List.of("OPEN,PARTLY_PAID", "OPEN", "PARTLY_PAID", "SETTLED", "OVERPAID");

    @Inject
    Address address;

    @Inject
    Texts texts;

    @Inject
    InvoiceChips chips;

    @Inject
    FindMembershipTypes types;

    @Inject
    FindInvoices find;

    /** A field of which one choice is made, or none. */
    public record Select(String name, List<Choice> choices) {}

    /** One of them. */
    public record Choice(String value, String text, boolean chosen) {}

    /** The fields, in their order. */
    public List<Select> getSelects() {
        return List.of(
                select("settlement", STATUSES, this::statuses),
                select("overdue", List.of("true", "false"), value -> texts.get("invoice.overdue." + value)),
                select("kind", names(InvoiceKind.values()), value -> texts.of(InvoiceKind.valueOf(value))),
                select(
                        "document",
                        names(InvoiceRow.Document.FOUND.toArray(InvoiceRow.Document[]::new)),
                        value -> texts.of(InvoiceRow.Document.valueOf(value))),
                select("dunningLevel", levels(), value -> texts.with("invoice.reminders", Long.valueOf(value))),
                select(
                        "offer",
                        names(InvoiceRow.OfferState.values()),
                        value -> texts.of(InvoiceRow.OfferState.valueOf(value))),
                select("collector", List.of("true", "false"), value -> texts.get("invoice.collector." + value)),
                select("stopped", List.of("true", "false"), value -> texts.get("invoice.stopped." + value)),
                select("channel", names(Channel.values()), value -> texts.get("invoice.channel." + value)),
                select(
                        "delivery",
                        names(InvoiceDetail.DeliveryState.values()),
                        value -> texts.of(InvoiceDetail.DeliveryState.valueOf(value))),
                types());
    }

    /** The conditions in force that the form hands on as they are. */
    public List<InvoiceChips.Chip> getKept() {
        return chips.inForce().stream()
                .filter(chip -> WITHOUT_FIELD.contains(chip.name()))
                .toList();
    }

    /** As many levels as somebody was ever reminded at, and that which is chosen. */
    private List<String> levels() {
        var chosen = address.criteria().number("dunningLevel").orElse(0L);
        var highest = Math.max(USUAL_LEVELS, Math.max(find.highestLevel(), Math.min(chosen, MOST_LEVELS)));
        return LongStream.rangeClosed(0, highest).mapToObj(Long::toString).toList();
    }

    private Select types() {
        var names = types.all().stream()
                .collect(Collectors.toMap(
                        type -> type.id().toString(), type -> type.names().in(texts.get("invoice.language"))));
        return select(
                "typeId",
                names.keySet().stream()
                        .sorted(Comparator.comparing(id -> names.getOrDefault(id, "")))
                        .toList(),
                id -> names.getOrDefault(id, ""));
    }

    private Select select(String name, List<String> values, Function<String, String> text) {
        return new Select(
                name,
                values.stream()
                        .map(value -> new Choice(value, text.apply(value), address.has(name, value)))
                        .toList());
    }

    private String statuses(String value) {
        return InvoiceChips.joined(
                Stream.of(value.split(",", -1)).map(Settlement.Status::valueOf).map(texts::of));
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
