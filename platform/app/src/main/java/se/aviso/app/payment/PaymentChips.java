package se.aviso.app.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.payment.SuspenseReason;

/** The conditions of the list of payments in words, in the order in which they are always shown. */
@RequestScoped
public class PaymentChips {
    @Inject
    Address address;

    @Inject
    Texts texts;

    @Inject
    Show show;

    @Inject
    FindGroups groups;

    /**
     * A condition in force.
     *
     * @param name of its parameter in the address
     */
    public record Chip(String name, String label, String value) {}

    /** All that are in force but the state, which is seen among the views; what is wrong in the address is not. */
    List<Chip> inForce() {
        var said = address.criteria();
        return Stream.of(
                        chip("q", said.text("q")),
                        chip("reference", said.text("reference")),
                        chip("account", said.text("account")),
                        chip("amount", said.amount("amount").map((Function<Money, String>) show::amount)),
                        chip("amountFrom", said.amount("amountFrom").map((Function<Money, String>) show::amount)),
                        chip("amountTo", said.amount("amountTo").map((Function<Money, String>) show::amount)),
                        chip("bookedFrom", said.day("bookedFrom").map(show::shortDay)),
                        chip("bookedTo", said.day("bookedTo").map(show::shortDay)),
                        chip(
                                "reason",
                                said.constant("reason", SuspenseReason.class).map(texts::of)),
                        chip("aside", said.flag("aside").map(aside -> texts.get("payment.aside." + aside))),
                        chip("groupId", said.uuid("groupId").map(this::group)),
                        chip("bankFileId", said.uuid("bankFileId").map(id -> texts.get("payment.thisOne"))),
                        chip("invoiceId", said.uuid("invoiceId").map(id -> texts.get("payment.thisOne"))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Chip> chip(String name, Optional<String> value) {
        return value.map(said -> new Chip(name, texts.get("payment.by." + name), said));
    }

    private String group(UUID id) {
        return groups.find(new GroupId(id)).map(group -> group.name()).orElse("");
    }
}
