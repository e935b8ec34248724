package se.aviso.app.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.RuleViolation;
import se.aviso.pricing.AgeOn;
import se.aviso.pricing.Place;
import se.aviso.pricing.PriceList;

/** What a group's public form shows before anybody has joined: who it is, what there is to choose, what it costs. */
@ApplicationScoped
@Transactional
public class ShowForm {
    @Inject
    GroupStore groups;

    @Inject
    MembershipTypeStore types;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    FormKeyStore keys;

    @Inject
    Clock clock;

    /** The group behind the form, its tenant's slug, how it looks, and the tenant's day. */
    public record Face(
            Group group,
            String tenant,
            int hue,
            boolean withLogo,
            LocalDate today,
            Set<PaymentOption> payments,
            Contact contact,
            boolean asksNumber) {}

    /** Who answers for the form: the seller on the group's documents. */
    public record Contact(String name, String street, String town, String replyTo) {}

    /**
     * A type that can be chosen.
     *
     * @param days of the first period; empty where they follow the payment
     * @param ageOn the day on which the age is reckoned
     * @param byPlugin true where the price is not known before the birthday is
     */
    public record Offer(
            String slug,
            String name,
            Optional<DayRange> days,
            LocalDate ageOn,
            int paymentTermDays,
            boolean byPlugin,
            List<PriceList.Band> bands) {
        /** What somebody born on that day belongs to. */
        public Optional<PriceList.Band> band(LocalDate born) {
            var age = AgeOn.ageOn(born, ageOn);
            return bands.stream()
                    .filter(band -> band.minAge() <= age && age <= band.maxAge())
                    .findFirst();
        }
    }

    /** The group of the form. */
    public Face face(GroupId id) {
        var group = groups.find(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        var seller = seller(id);
        return new Face(
                group,
                tenants.of(Tenancy.required()).naming().slug(),
                tenants.hue(Tenancy.required()),
                seller.value(BillingField.LOGO).isPresent(),
                businessDate.today(),
                PaymentOption.open(seller),
                contact(seller),
                tenants.asksPersonalNumber(Tenancy.required()));
    }

    /** What the group offers today, in the language. */
    public List<Offer> offers(Group group, String language) {
        var today = businessDate.today();
        var place = place(group);
        return types.all().values().stream()
                .filter(type -> type.admits(today))
                .map(type -> new FirstPrice(type, place, today))
                .map(first -> offer(first, language))
                .filter(offer -> offer.byPlugin() || !offer.bands().isEmpty())
                .toList();
    }

    /** What joining as that type would cost today, by the rule that makes the invoice. */
    Optional<FirstPrice> first(Group group, String type) {
        return types.all().values().stream()
                .filter(each -> each.names().slug().equals(type))
                .findFirst()
                .map(each -> new FirstPrice(each, place(group), businessDate.today()));
    }

    private Place place(Group group) {
        return Place.of(Optional.ofNullable(groups.waysDown(List.of(group.id())).get(group.id()))
                .orElseThrow());
    }

    /** All that is wrong with the form, before it is sent. */
    public List<RuleViolation.Fault> faults(SignUp form, Face face) {
        try {
            new SignUpCheck(form, businessDate.today(), new SignUpCheck.Asked(face.payments(), face.asksNumber()))
                    .member(new MemberId(Ids.next()), 1, "sv");
            return List.of();
        } catch (RuleViolation violation) {
            return violation.faults();
        }
    }

    /** A fresh ticket for the form. */
    public String ticket(String slug) {
        return new Ticket(slug, clock.instant(), UUID.randomUUID().toString()).sealed(keys.seal());
    }

    /** True when somebody can still send a form with that ticket. */
    public boolean isGood(String sealed, String slug) {
        return Ticket.read(sealed, slug, keys.seal())
                .filter(ticket -> ticket.age(clock.instant()) != Ticket.Age.TOO_OLD)
                .isPresent();
    }

    /** The logo on the form, own or inherited. */
    public Optional<byte[]> logo(GroupId id) {
        return seller(id).value(BillingField.LOGO).flatMap(groups::logo);
    }

    private BillingIdentity seller(GroupId id) {
        return Optional.ofNullable(groups.identitiesOnDocuments(List.of(id)).get(id))
                .orElseGet(() -> new BillingIdentity(Map.of()));
    }

    private static Contact contact(BillingIdentity seller) {
        var town = seller.text(BillingField.POSTAL_CODE) + " " + seller.text(BillingField.CITY);
        return new Contact(
                seller.text(BillingField.NAME),
                seller.text(BillingField.STREET),
                town.strip(),
                seller.text(BillingField.REPLY_TO));
    }

    private static Offer offer(FirstPrice price, String language) {
        var type = price.type();
        return new Offer(
                type.names().slug(),
                type.names().in(language),
                price.days(),
                price.ageOn(),
                type.billing().paymentTermDays(),
                price.plugin().isPresent(),
                price.bands());
    }
}
