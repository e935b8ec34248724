package se.aviso.app.pricing;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.member.CreateMembershipType;
import se.aviso.app.member.MembershipTypeBodies;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.tenant.Slug;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;
import se.aviso.member.PeriodRule;
import se.aviso.member.RenewalPolicy;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.BilledBy;
import se.aviso.pricing.Charging;
import se.aviso.pricing.LateSignUp;

/** Adds a membership type with its first price. */
@Named
@ViewScoped
@Screen(path = "/pricing/add.xhtml", needs = Permission.TYPE_WRITE)
public class TypeAddView implements Serializable {
    private static final Map<String, String> AS_MOST_HAVE_IT = Map.of(
            "period", PeriodRule.Kind.CALENDAR_YEAR.name(),
            "ageOn", AgeOn.JANUARY_FIRST.name(),
            "vat", VatRate.EXEMPT.name(),
            "renewal-as", RenewalPolicy.Kind.CLAIM.name(),
            "renewal-daysBefore", "30",
            "paymentTermDays", "30",
            "reminder-level1AfterDays", "10",
            "lapseAfterDays", "60",
            "prices-0-minAge", "0",
            "prices-0-maxAge", "150");

    @Inject
    transient CreateMembershipType create;

    @Inject
    transient ShowTenant tenant;

    @Inject
    transient Caller caller;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private final WrittenFields written = new WrittenFields();
    private @Nullable UUID added;

    @PostConstruct
    void load() {
        if (!isAllowed()) {
            Absent.answer();
        }
        AS_MOST_HAVE_IT.forEach(written::put);
        written.put("period-months", "12");
        written.put("period-start", "07-01");
        written.put("prices-0-from", tenant.today().toString());
    }

    /** True for who runs all of the tree: a type is of all groups, and who runs a part of it adds prices. */
    public boolean isAllowed() {
        return caller.may(Permission.TYPE_WRITE, Grant.WHOLE_TREE);
    }

    /** Adds, once however often it is sent, and shows the type; stays where something is wrong. */
    public @Nullable String save() {
        if (added == null && notices.attempt(this::add, texts.get("pricing.typeNotAdded"))) {
            notices.done(texts.with("pricing.typeAdded", written.text("names-sv")), texts.get("pricing.typeAddedNow"));
        }
        return added == null ? null : "/pricing/detail.xhtml?faces-redirect=true&id=" + added;
    }

    private void add() {
        added = create.create(type()).id().orElseThrow();
    }

    private MembershipTypeBodies.TypeBody type() {
        var faults = new ArrayList<Fault>();
        var account = written.number("account", "bad-account", faults);
        var daysBefore = written.number("renewal-daysBefore", "bad-days", faults);
        var term = written.number("paymentTermDays", "bad-days", faults);
        var reminder = written.number("reminder-level1AfterDays", "bad-days", faults);
        var lapse = written.number("lapseAfterDays", "bad-days", faults);
        var period = period(faults);
        WrittenFields.refuse(faults);
        return new MembershipTypeBodies.TypeBody(
                Optional.empty(),
                Slug.of(written.text("names-sv")),
                new MembershipTypeBodies.NamesBody(written.text("names-sv"), written.text("names-en")),
                period,
                AgeOn.valueOf(written.text("ageOn")),
                VatRate.valueOf(written.text("vat")),
                account,
                new MembershipTypeBodies.RenewalBody(
                        daysBefore, RenewalPolicy.Kind.valueOf(written.text("renewal-as"))),
                term,
                Optional.of(new MembershipTypeBodies.ReminderBody(reminder)),
                lapse,
                Optional.of(charging()),
                List.of(written.price("prices-0-", "")),
                Optional.empty());
    }

    private MembershipTypeBodies.ChargingBody charging() {
        return new MembershipTypeBodies.ChargingBody(
                written.constant("charging-billedBy", BilledBy.class),
                written.constant("charging-shares", Charging.Shares.class),
                written.constant("charging-lateSignUp", LateSignUp.Kind.class),
                Optional.of(written.text("charging-rollover")).filter(day -> !day.isEmpty()),
                Optional.of(written.text("charging-pricedBy")).filter(name -> !name.isEmpty()));
    }

    private MembershipTypeBodies.PeriodBody period(List<Fault> faults) {
        var rule = PeriodRule.Kind.valueOf(written.text("period"));
        var months = written.number("period-months", "bad-period", faults);
        return new MembershipTypeBodies.PeriodBody(
                rule,
                Optional.of(written.text("period-start")).filter(day -> rule == PeriodRule.Kind.SEASON),
                Optional.of(months));
    }

    /** What is written, by name of the field. */
    public Map<String, @Nullable String> getFields() {
        return written.fields();
    }

    /** How time can be cut. */
    public List<PeriodRule.Kind> getPeriods() {
        return List.of(PeriodRule.Kind.values());
    }

    /** On which days ages can be reckoned. */
    public List<AgeOn> getAgeDays() {
        return List.of(AgeOn.values());
    }

    /** Who can bill. */
    public List<BilledBy> getSellers() {
        return List.of(BilledBy.values());
    }

    /** How the fees of the levels can be told apart. */
    public List<Charging.Shares> getShares() {
        return List.of(Charging.Shares.values());
    }

    /** What late sign-ups can pay. */
    public List<LateSignUp.Kind> getLateSignUps() {
        return List.of(LateSignUp.Kind.values());
    }

    /** The rates of value added tax. */
    public List<VatRate> getVatRates() {
        return List.of(VatRate.values());
    }

    /** What a renewal can be. */
    public List<RenewalPolicy.Kind> getRenewals() {
        return List.of(RenewalPolicy.Kind.values());
    }
}
