package se.aviso.pricing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricedPosition;

/**
 * What a plugin said of a position.
 *
 * @param asked what it was asked; an answer to another question is none
 * @param answer empty where the plugin was asked and failed, was too slow, or is not there
 */
public record PluginPrice(String plugin, Position asked, Optional<PricedPosition> answer) {
    /** The code of a membership that no plugin has priced. */
    static final String UNPRICED = "no-plugin-price";

    /** The code of a membership whose plugin was asked and gave no answer. */
    static final String FAILED = "price-plugin-failed";

    /** The code of a membership whose price a rule refuses. */
    static final String REFUSED = "plugin-price-refused";

    /**
     * The answers of a chunk, each with its question.
     *
     * @throws IllegalArgumentException when they are not one for each position, in order
     */
    public static List<PluginPrice> of(String plugin, List<Position> asked, List<PricedPosition> answers) {
        if (answers.size() != asked.size()) {
            throw new IllegalArgumentException(answers.size() + " prices of " + asked.size() + " positions");
        }
        var prices = new ArrayList<PluginPrice>(asked.size());
        for (var index = 0; index < asked.size(); index++) {
            if (!answers.get(index).id().equals(asked.get(index).id())) {
                throw new IllegalArgumentException("the prices are not in the order of the positions");
            }
            prices.add(new PluginPrice(plugin, asked.get(index), Optional.of(answers.get(index))));
        }
        return List.copyOf(prices);
    }

    /** What there is to say of a chunk that was asked about and not answered. */
    public static List<PluginPrice> failed(String plugin, List<Position> asked) {
        return asked.stream()
                .map(position -> new PluginPrice(plugin, position, Optional.empty()))
                .toList();
    }

    /** The code of why there is no price; empty where the plugin said one. */
    Optional<String> missing() {
        return answer.map(said ->
                        said instanceof PricedPosition.Unpriced ? Optional.of(UNPRICED) : Optional.<String>empty())
                .orElse(Optional.of(FAILED));
    }

    /** The fees, or nothing where a rule refuses them. */
    Optional<List<Fee>> fees(Place place, Charging charging) {
        if (!(answer.orElse(null) instanceof PricedPosition.Priced priced)) {
            return Optional.empty();
        }
        var seen = EnumSet.noneOf(PositionFee.Part.class);
        var fees = new ArrayList<Fee>();
        for (var said : priced.fees()) {
            var part = part(said.part());
            var owner = place.ownerOf(part);
            var shared = part == PricePart.DISTRICT || part == PricePart.FEDERATION;
            var allowed = seen.add(said.part())
                    && owner.isPresent()
                    && (part != PricePart.ENTRY || asked.first())
                    && (!shared || charging.shares() != Charging.Shares.NONE);
            if (!allowed) {
                return Optional.empty();
            }
            var why = Explanation.NONE.and(Explanation.Rule.PLUGIN, plugin, priced.reason());
            fees.add(new Fee(part, owner.get(), said.amount(), why));
        }
        return seen.contains(PositionFee.Part.OWN) ? Optional.of(fees) : Optional.empty();
    }

    static PricePart part(PositionFee.Part part) {
        return switch (part) {
            case OWN -> PricePart.OWN;
            case DISTRICT -> PricePart.DISTRICT;
            case FEDERATION -> PricePart.FEDERATION;
            case ENTRY -> PricePart.ENTRY;
        };
    }

    static PositionFee.Part part(PricePart part) {
        return switch (part) {
            case OWN -> PositionFee.Part.OWN;
            case DISTRICT -> PositionFee.Part.DISTRICT;
            case FEDERATION -> PositionFee.Part.FEDERATION;
            case ENTRY -> PositionFee.Part.ENTRY;
            case FAMILY_CAP -> throw new IllegalArgumentException("a cap is no fee");
        };
    }
}
