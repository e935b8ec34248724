package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.group.FindGroups;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.QueryParams;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/** The conditions of the list in words, in the order in which they are always shown. */
@RequestScoped
public class InvoiceChips {
    @Inject
    Address address;

    @Inject
    Texts texts;

    @Inject
    Show show;

    @Inject
    FindGroups groups;

    @Inject
    FindMembershipTypes types;

    /**
     * A condition in force.
     *
     * @param name of its parameter in the address
     */
    public record Chip(String name, String label, String value) {}

    /** A condition that leaves nothing, and how many there would be without it. */
    public record Excluding(Chip chip, long count) {}

    /** All that are in force; what is wrong in the address is not. */
    public List<Chip> inForce() {
        var said = address.criteria();
        return Stream.of(documents(said), figures(said))
                .flatMap(chips -> chips)
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<Optional<Chip>> documents(QueryParams said) {
        return Stream.of(
                chip("q", said.text("q")),
                chip("number", said.number("number").map(String::valueOf)),
                chip("ocr", said.text("ocr")),
                chip("settlement", statuses(said)),
                chip("overdue", said.flag("overdue").map(is -> texts.get("invoice.overdue." + is))),
                chip(
                        "document",
                        said.constant("document", InvoiceRow.Document.class).map(texts::of)),
                chip("kind", said.constant("kind", InvoiceKind.class).map(texts::of)),
                chip("occasion", said.constant("occasion", Occasion.class).map(texts::of)),
                chip("dunningLevel", said.number("dunningLevel").map(this::reminders)),
                chip(
                        "offer",
                        said.constant("offer", InvoiceRow.OfferState.class).map(texts::of)),
                chip("collector", said.flag("collector").map(is -> texts.get("invoice.collector." + is))),
                chip("stopped", said.flag("stopped").map(is -> texts.get("invoice.stopped." + is))));
    }

    private Stream<Optional<Chip>> figures(QueryParams said) {
        return Stream.of(
                chip("dueFrom", said.day("dueFrom").map(show::shortDay)),
                chip("dueTo", said.day("dueTo").map(show::shortDay)),
                chip("issuedFrom", said.day("issuedFrom").map(show::shortDay)),
                chip("issuedTo", said.day("issuedTo").map(show::shortDay)),
                chip("amountFrom", said.amount("amountFrom").map((Function<Money, String>) show::amount)),
                chip("amountTo", said.amount("amountTo").map((Function<Money, String>) show::amount)),
                chip("openFrom", said.amount("openFrom").map((Function<Money, String>) show::amount)),
                chip("openTo", said.amount("openTo").map((Function<Money, String>) show::amount)),
                chip(
                        "channel",
                        said.constant("channel", Channel.class)
                                .map(channel -> texts.get("invoice.channel." + channel))),
                chip(
                        "delivery",
                        said.constant("delivery", InvoiceDetail.DeliveryState.class)
                                .map(texts::of)),
                chip("typeId", said.uuid("typeId").map(this::type)),
                chip("product", said.text("product")),
                chip("groupId", said.uuid("groupId").map(this::group)),
                chip("payerId", said.uuid("payerId").map(id -> texts.get("invoice.thisOne"))),
                chip("memberId", said.uuid("memberId").map(id -> texts.get("invoice.thisOne"))),
                chip("runId", said.uuid("runId").map(id -> texts.get("invoice.thisOne"))));
    }

    private Optional<Chip> chip(String name, Optional<String> value) {
        return value.map(said -> new Chip(name, texts.get("invoice.by." + name), said));
    }

    private Optional<String> statuses(QueryParams said) {
        var wanted = said.constants("settlement", Settlement.Status.class);
        return Optional.of(wanted)
                .filter(some -> !some.isEmpty())
                .map(some -> joined(Arrays.stream(Settlement.Status.values())
                        .filter(some::contains)
                        .map(texts::of)));
    }

    /** Words of which any may hold. */
    static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    private String reminders(long level) {
        return texts.with("invoice.reminders", level);
    }

    private String type(UUID id) {
        return types.find(id)
                .map(found -> found.names().in(texts.get("invoice.language")))
                .orElseGet(() -> texts.get("invoice.thisOne"));
    }

    private String group(UUID id) {
        return groups.find(new GroupId(id))
                .map(found -> found.name())
                .orElseGet(() -> texts.get("invoice.unknownGroup"));
    }
}
