package se.aviso.app.signup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.aviso.app.pricing.PricePlugins;
import se.aviso.app.pricing.PriceQuestion;
import se.aviso.app.pricing.PricedAhead;
import se.aviso.app.tenant.Ids;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.Money;

/** Has plugins price the membership of who signs up, before the transaction begins. */
@RequestScoped
public class PriceSignUp {
    @Inject
    JoinGroup joinGroup;

    @Inject
    ShowForm show;

    @Inject
    PricePlugins plugins;

    @Inject
    PricedAhead ahead;

    private final Map<Asked, Optional<Money>> known = new HashMap<>();

    /**
     * Asks about the form, and does the work with the answer.
     *
     * @param work is given the id that the membership is to have
     */
    <T> T around(GroupId group, SignUp form, Function<MembershipId, T> work) {
        var membership = new MembershipId(Ids.next());
        var said = plugins.ask(joinGroup.questions(group, form, membership));
        return ahead.with(said, () -> work.apply(membership));
    }

    /** What somebody born on that day would be asked to pay today; empty where no price is known. */
    Optional<Money> price(Group group, String type, LocalDate born) {
        return known.computeIfAbsent(
                new Asked(type, born),
                asked -> show.first(group, type)
                        .flatMap(first -> price(first, group.place().path(), born)));
    }

    /** A page shows a price in several places, and asks for it once. */
    private record Asked(String type, LocalDate born) {}

    private Optional<Money> price(FirstPrice first, String path, LocalDate born) {
        var plugin = first.plugin();
        if (plugin.isEmpty()) {
            return first.of(born, Optional.empty());
        }
        var question = new PriceQuestion(first.question(born), path);
        return plugins.ask(Map.of(plugin.get(), List.of(question))).values().stream()
                .findFirst()
                .flatMap(said -> first.of(born, Optional.of(said)));
    }
}
