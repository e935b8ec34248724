package se.aviso.app.signup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import se.aviso.app.screen.Show;
import se.aviso.app.screen.Texts;
import se.aviso.pricing.PriceList;

/** How the public form writes what can be chosen. */
@Named
@RequestScoped
public class FormWords {
    private static final int OLDEST = 150;

    @Inject
    Texts texts;

    @Inject
    Show show;

    /** The ages of a price. */
    public String ages(PriceList.Band band) {
        if (band.minAge() == band.maxAge()) {
            return texts.with("signup.ages.one", band.minAge());
        }
        if (band.maxAge() < OLDEST) {
            return texts.with("signup.ages", band.minAge(), band.maxAge());
        }
        return band.minAge() == 0 ? texts.get("signup.ages.all") : texts.with("signup.ages.from", band.minAge());
    }

    /** The days of the first period. */
    public String days(ShowForm.Offer offer) {
        return offer.days()
                .map(days ->
                        texts.with("signup.type.days", show.shortDay(days.firstDay()), show.shortDay(days.lastDay())))
                .orElseGet(() -> texts.get("signup.type.fromPayment"));
    }

    /** What the type costs at least; of one that a plugin prices nothing is known before the birthday is. */
    public String range(ShowForm.Offer offer) {
        if (offer.bands().isEmpty()) {
            return "";
        }
        var least = offer.bands().stream()
                .map(PriceList.Band::amount)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var one = offer.bands().stream().allMatch(band -> band.amount().equals(least));
        return one ? show.amount(least) : texts.with("signup.price.from", show.amount(least));
    }

    /** What a way to pay means; of an invoice by e-mail how long there is to pay, where that is one time for all. */
    public String hint(JoinWay way, List<ShowForm.Offer> offers) {
        var terms =
                offers.stream().map(ShowForm.Offer::paymentTermDays).distinct().toList();
        return way == JoinWay.EMAIL && terms.size() == 1
                ? texts.with("signup.term", terms.get(0))
                : texts.get("signup.way." + way + ".hint");
    }
}
