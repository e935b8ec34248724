package se.aviso.app.signup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
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

    /** What the type costs at least. */
    public String range(ShowForm.Offer offer) {
        var least = offer.bands().stream()
                .map(PriceList.Band::amount)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var one = offer.bands().stream().allMatch(band -> band.amount().equals(least));
        return one ? show.amount(least) : texts.with("signup.price.from", show.amount(least));
    }

    /** How long there is to pay. */
    public String term(ShowForm.Offer offer) {
        return texts.with("signup.term", offer.paymentTermDays());
    }
}
