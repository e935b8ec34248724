package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.kernel.Money;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;

/** Why a line costs what it costs, a sentence a rule. */
@Named
@RequestScoped
public class LineExplanations {
    private static final Currency SEK = Currency.getInstance("SEK");

    @Inject
    Texts texts;

    @Inject
    Show show;

    /** The sentences of a line; none for one that a person wrote. */
    public List<String> of(InvoiceDetail.Line line) {
        return line.why().stream().map(this::say).toList();
    }

    private String say(InvoiceDetail.Why why) {
        var said = why.values();
        var key = "invoice.why." + why.rule();
        return switch (why.rule()) {
            case PRICE -> price(key, said);
            case PART_OF_PERIOD ->
                texts.with(
                        key,
                        day(said, "joinedOn"),
                        said.getOrDefault("months", ""),
                        said.getOrDefault("of", ""),
                        amount(said, "amount"));
            case ROLLED_OVER -> texts.with(key, day(said, "joinedOn"), day(said, "lastDay"));
            case PERCENT_OFF -> texts.with(key, said.getOrDefault("percent", ""), said.getOrDefault("reason", ""));
            case AMOUNT_OFF -> texts.with(key, amount(said, "amount"), said.getOrDefault("reason", ""));
            case FREE -> texts.with(key, said.getOrDefault("reason", ""));
            case FAMILY_CAP -> familyCap(key, said);
            case PLUGIN -> texts.with(key, said.getOrDefault("name", ""), said.getOrDefault("reason", ""));
            case SOLD_BY ->
                texts.with(
                        key,
                        said.getOrDefault("group", ""),
                        texts.of(BilledBy.valueOf(said.getOrDefault("billedBy", ""))));
            case OWED_TO -> texts.with(key, said.getOrDefault("group", ""), amount(said, "amount"));
        };
    }

    /** Lines of before the cap counted what was billed earlier do not say how much that was. */
    private String familyCap(String key, Map<String, String> said) {
        var all =
                texts.with(key, said.getOrDefault("members", ""), amount(said, "cap"), day(said, "from"), group(said));
        var before = said.getOrDefault("before", "");
        return before.isEmpty() || before.equals("0.00")
                ? all
                : all + " " + texts.with(key + ".before", amount(said, "before"));
    }

    private String price(String key, Map<String, String> said) {
        var occasion = PriceOccasion.valueOf(said.getOrDefault("occasion", ""));
        return texts.with(
                key,
                texts.of(PricePart.valueOf(said.getOrDefault("part", ""))),
                amount(said, "amount"),
                day(said, "from"),
                group(said),
                said.getOrDefault("minAge", ""),
                said.getOrDefault("maxAge", ""),
                said.getOrDefault("age", ""),
                day(said, "ageOn"),
                occasion == PriceOccasion.ANY ? "" : texts.of(occasion));
    }

    private String group(Map<String, String> said) {
        var name = said.getOrDefault("group", "");
        return name.isEmpty() ? texts.get("invoice.why.allGroups") : name;
    }

    private String day(Map<String, String> said, String name) {
        return show.day(LocalDate.parse(said.getOrDefault(name, "")));
    }

    private String amount(Map<String, String> said, String name) {
        return show.amount(Money.parse(said.getOrDefault(name, ""), SEK));
    }
}
