package se.aviso.app.pricing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.FindPriceGaps;
import se.aviso.app.member.FindPrices;
import se.aviso.app.member.MembershipType;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.dunning.DunningPolicy;
import se.aviso.pricing.PriceList;

/** One membership type: what is missing first, then its prices and its rules. */
@Named
@RequestScoped
@Screen(path = "/pricing/detail.xhtml", needs = Permission.TYPE_READ)
public class TypeDetailView {
    @Inject
    FindMembershipTypes find;

    @Inject
    FindPrices findPrices;

    @Inject
    FindPriceGaps findGaps;

    @Inject
    ShowTenant tenant;

    @Inject
    Address address;

    @Inject
    Caller caller;

    private @Nullable MembershipType type;
    private List<FindPrices.Row> prices = List.of();
    private List<FindPriceGaps.Gap> gaps = List.of();
    private LocalDate today = LocalDate.MIN;

    @PostConstruct
    void load() {
        address.id("id").flatMap(find::find).ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(MembershipType found) {
        type = found;
        today = tenant.today();
        prices = findPrices.of(found);
        gaps = findGaps.in(List.of(found));
    }

    /** The type; null for one that does not exist. */
    public @Nullable MembershipType getType() {
        return type;
    }

    /** The prices that concern the user's groups: those in force, those to come, then the replaced ones. */
    public List<FindPrices.Row> getPrices() {
        return prices;
    }

    /** Where members lack a price. */
    public List<FindPriceGaps.Gap> getGaps() {
        return gaps;
    }

    /** How many members lack a price. */
    public long getUnpriced() {
        return gaps.stream().mapToLong(FindPriceGaps.Gap::members).sum();
    }

    /** True when no price of the type holds today: then nobody can join. */
    public boolean isPriceless() {
        return type != null && !type.prices().holdsOn(today);
    }

    /** The ages of a gap, as a text. */
    public String ages(FindPriceGaps.Gap gap) {
        return AgeSpans.of(gap.ages());
    }

    /** How a price looks: in force, to come, replaced or ended. */
    public String tone(PriceList.Standing standing) {
        return switch (standing) {
            case IN_FORCE -> "ok";
            case TO_COME -> "info";
            case REPLACED, ENDED -> "";
        };
    }

    /** The icon of that. */
    public String icon(PriceList.Standing standing) {
        return switch (standing) {
            case IN_FORCE -> "okc";
            case TO_COME -> "clock";
            case REPLACED, ENDED -> "stop";
        };
    }

    /** True when unpaid invoices of the type are reminded of. */
    public boolean reminding(MembershipType of) {
        return of.policies().dunning().reminderAfterDays() < DunningPolicy.NEVER;
    }

    /** True when nobody can be given the type any more. */
    public boolean isEnded() {
        return type != null && !type.admits(today);
    }

    /** True when the user may change the type itself, which is of all groups. */
    public boolean isOwning() {
        return caller.may(Permission.TYPE_WRITE, Grant.WHOLE_TREE);
    }

    /** True when the price is the user's to change. */
    public boolean changing(FindPrices.Row row) {
        return caller.may(Permission.TYPE_WRITE, row.price().groupPath());
    }

    /** True when the user may add prices. */
    public boolean isWriting() {
        return caller.may(Permission.TYPE_WRITE);
    }
}
